"""Settings: each tap takes effect at once, on what is already planned too."""

import pytest

from bot.cli.demo.town import Resident
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.towns import at, signed_up, town_of

LATER = training(start="2026-05-20T09:00")
SWITCHES = ["✅ Dzień wcześniej: tak", "✅ Tuż przed: tak", "⬜ Tydzień wcześniej: nie", "⬜ Nowe szkolenia: nie"]


async def opened(person: Resident, *presses: str) -> Resident:
    """Let a person open the settings and press buttons there."""
    await person.writes("/settings")
    for label in presses:
        await person.presses(label)
    return person


async def reminders(person: Resident) -> list[tuple[str, str]]:
    """Let a month pass and return when the person was reminded, and the first line each time."""
    before = len(heard(person))
    await person.town.until(at("2026-05-27T08:00"))
    zone = at("2026-05-27T08:00").tzinfo
    unasked = [message for message in person.person.chat if message.from_bot][before:]
    return [(f"{message.at.astimezone(zone):%d.%m %H:%M}", words(message).split("\n")[0]) for message in unasked]


@pytest.mark.parametrize("command", ["/settings", "/ustawienia"])
async def test_the_settings_show_what_is_set(command: str) -> None:
    async with town_of(LATER) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes(command)) == (
            "Przypomnienia\n"
            "Dotknięcie przycisku zmienia ustawienie. „Dzień wcześniej” to ostatni dzień roboczy przed szkoleniem. "
            "Wybór zapisujemy przy koncie w Telegramie: /privacy\n\n"
            "Cisza: 20:00–7:00 oraz dni wolne. Mniej pilne wiadomości przyjdą wcześniej albo rano.\n"
            "Język: polski"
        )
        assert labels(anna.last) == [*SWITCHES, "Godziny ciszy", "English", "Menu"]


async def test_nothing_changed_reminds_a_working_day_and_an_hour_before() -> None:
    async with town_of(LATER) as town:
        assert await reminders(await signed_up(town, "Anna")) == [
            ("19.05 14:00", "🔔 Jutro szkolenie"),
            ("20.05 08:00", f"🔔 Za godzinę: {BUDGET}"),
        ]


@pytest.mark.parametrize(
    ("presses", "expected"),
    [
        (["Tydzień wcześniej: nie"], ["13.05 14:00", "19.05 14:00", "20.05 08:00"]),
        (["Dzień wcześniej: tak"], ["20.05 08:00"]),
        (["Tuż przed: tak"], ["19.05 14:00"]),
        (["Dzień wcześniej: tak", "Tuż przed: tak"], []),
        (["Dzień wcześniej: tak", "Dzień wcześniej: nie"], ["19.05 14:00", "20.05 08:00"]),
    ],
    ids=["week on", "day off", "hour off", "all off", "off and on"],
)
async def test_each_toggle_replans_what_is_to_come(presses: list[str], expected: list[str]) -> None:
    async with town_of(LATER) as town:
        anna = await opened(await signed_up(town, "Anna"), *presses)
        assert [moment for moment, _ in await reminders(anna)] == expected


async def test_a_toggle_says_which_way_it_went() -> None:
    async with town_of(LATER) as town:
        anna = await opened(town.resident("Anna", "Nowak"), "Tuż przed: tak")
        assert toast(anna) == "Wyłączone"
        assert labels(anna.last)[:3] == ["✅ Dzień wcześniej: tak", "⬜ Tuż przed: nie", "⬜ Tydzień wcześniej: nie"]
        await anna.presses("Tuż przed: nie")
        assert toast(anna) == "Włączone"


async def test_what_is_set_before_the_first_sign_up_counts() -> None:
    async with town_of(LATER) as town:
        anna = await opened(town.resident("Anna", "Nowak"), "Tydzień wcześniej: nie", "Tuż przed: tak")
        await anna.writes("/zapisz 1")
        await anna.presses("Potwierdzam zapis")
        assert heard(anna)[-2].endswith("Przypomnimy w środę, 13 maja, o 14:00 i we wtorek, 19 maja, o 14:00.")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("18:00–8:00", ["19.05 14:00", "20.05 08:00"]),
        ("22:00–7:00", ["19.05 14:00", "20.05 07:00"]),
        ("21:00–6:00", ["19.05 14:00", "20.05 06:30"]),
        ("Bez godzin ciszy", ["19.05 14:00", "20.05 06:30"]),
    ],
)
async def test_quiet_hours_move_what_is_planned(choice: str, expected: list[str]) -> None:
    early = training(start="2026-05-20T07:30" if choice != "18:00–8:00" else "2026-05-20T08:30")
    async with town_of(early) as town:
        anna = await opened(await signed_up(town, "Anna"), "Godziny ciszy", choice)
        assert [moment for moment, _ in await reminders(anna)] == expected


async def test_the_quiet_hours_chosen_are_marked() -> None:
    async with town_of(LATER) as town:
        anna = await opened(town.resident("Anna", "Nowak"), "Godziny ciszy")
        hours = ["✅ 20:00–7:00", "18:00–8:00", "21:00–6:00", "22:00–7:00", "Bez godzin ciszy", "Wstecz"]
        assert labels(anna.last) == hours
        assert "Cisza: bez stałych godzin, tylko w dni wolne." in words(await anna.presses("Bez godzin ciszy"))
        await anna.presses("Godziny ciszy")
        assert labels(anna.last)[4] == "✅ Bez godzin ciszy"
        await anna.presses("Wstecz")
        assert labels(anna.last) == [*SWITCHES, "Godziny ciszy", "English", "Menu"]


async def test_the_language_changes_at_once_and_stays() -> None:
    async with town_of(LATER) as town:
        anna = await opened(await signed_up(town, "Anna"), "English")
        assert words(anna.last).split("\n")[0] == "Reminders"
        assert words(await anna.writes("/moje")).startswith("My sign-ups\n")
        assert (await reminders(anna))[0] == ("19.05 14:00", "🔔 Tomorrow: a training")
        await opened(anna, "Polski")
        assert words(await anna.writes("/my")).startswith("Nie ma jeszcze żadnych zapisów.")


async def test_the_greeting_changes_the_language_too() -> None:
    async with town_of(LATER) as town:
        john = town.resident("John", "Smith", language="en")
        await john.starts()
        await john.presses("Polski")
        assert words(john.last).startswith("Dzień dobry!\n")
        assert words(await john.writes("/help")).startswith("Jak to działa\n")


async def test_double_taps_on_a_toggle_cancel_each_other() -> None:
    async with town_of(LATER) as town:
        anna = await opened(await signed_up(town, "Anna"))
        for _ in range(2):
            anna.person.presses("Tuż przed: tak")
        await town.settle()
        assert labels(anna.last)[1] == "✅ Tuż przed: tak"
        assert len(await reminders(anna)) == 2


@pytest.mark.parametrize("data", ["ps:24:7", "ps:-1:7", "ps:7", "pt:year", "pl:de", "pl:", "ps:٣:7"])
async def test_forged_settings_are_stale(data: str) -> None:
    async with town_of(LATER) as town:
        anna = await opened(town.resident("Anna", "Nowak"))
        assert words(await anna.forges(data)).startswith("Ten przycisk jest nieaktualny")
        assert labels(await anna.writes("/settings")) == [*SWITCHES, "Godziny ciszy", "English", "Menu"]
