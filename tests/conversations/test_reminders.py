"""Reminders: when they come, what they say at that moment, and what one can answer."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.towns import WARSAW, at, queue_of, signed_up, town_of

PLACE = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
ONLINE = {"mode": "online", "online_url": "https://spotkania.example.org/budzet"}
FIRST = "🔔 Jutro szkolenie"


def unasked(person: Resident, before: int) -> list[tuple[str, str]]:
    """Return when a person heard what after so many messages, each by its first line."""
    messages = [message for message in person.person.chat if message.from_bot][before:]
    return [(f"{message.at.astimezone(WARSAW):%a %d.%m %H:%M}", words(message).split("\n")[0]) for message in messages]


async def reminded(*trainings: Json, now: str = "2026-04-27T08:00", until: str) -> list[tuple[str, str]]:
    """Sign somebody up for the first training and return what comes unasked until a moment."""
    async with town_of(*trainings, now=now) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await town.until(at(until))
        return unasked(anna, before)


async def test_a_working_day_before_at_two_and_an_hour_before() -> None:
    assert await reminded(training(), until="2026-05-10T08:00") == [
        ("Tue 05.05 14:00", FIRST),
        ("Wed 06.05 08:00", f"🔔 Za godzinę: {BUDGET}"),
    ]


async def test_a_reminder_says_everything_needed_and_asks() -> None:
    async with town_of(training(end="2026-05-06T12:00", place=PLACE)) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-05T14:00"))
        assert words(anna.last) == (
            f"{FIRST}\n{BUDGET}\nśroda, 6 maja, godz. 9:00–12:00\nSopot, Dom Morski, sala 2\n\n"
            "Plany się zmieniły? Prosimy o znak."
        )
        assert labels(anna.last) == ["Będę", "Nie przyjdę", "Szczegóły", "Do kalendarza", "Ustawienia przypomnień"]
        await town.until(at("2026-05-06T08:00"))
        assert words(anna.last) == f"🔔 Za godzinę: {BUDGET}\n9:00, Sopot, Dom Morski, sala 2"
        assert labels(anna.last) == ["Mapa", "Szczegóły", "Nie przyjdę"]


async def test_an_online_training_is_announced_fifteen_minutes_before_with_its_link() -> None:
    async with town_of(training(**ONLINE)) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-06T08:44"))
        assert words(anna.last).startswith(f"{FIRST}\n")
        await town.until(at("2026-05-06T08:45"))
        assert words(anna.last) == (
            f"🔔 Za 15 minut: {BUDGET}\n9:00, spotkanie online\nLink: https://spotkania.example.org/budzet"
        )
        assert anna.person.presses("Dołącz do spotkania") == "https://spotkania.example.org/budzet"


async def test_a_monday_training_is_announced_on_the_last_working_day() -> None:
    monday = training(start="2026-05-04T09:00")
    assert await reminded(monday, until="2026-05-10T08:00") == [
        ("Thu 30.04 14:00", "🔔 W poniedziałek szkolenie"),
        ("Mon 04.05 08:00", f"🔔 Za godzinę: {BUDGET}"),
    ]


async def test_a_day_alone_is_announced_once() -> None:
    day = training(start="2026-05-06")
    assert await reminded(day, until="2026-05-10T08:00") == [("Tue 05.05 14:00", FIRST)]


async def test_of_several_days_the_first_counts() -> None:
    congress = training(start="2026-05-20T09:00", end="2026-05-21T16:00", daily_hours={"from": "09:00", "to": "16:00"})
    assert await reminded(congress, until="2026-05-25T08:00") == [
        ("Tue 19.05 14:00", FIRST),
        ("Wed 20.05 08:00", f"🔔 Za godzinę: {BUDGET}"),
    ]


@pytest.mark.parametrize(
    ("start", "hour_before"),
    [
        ("2026-05-06T07:30", ("Wed 06.05 07:00", f"🔔 Za 30 minut: {BUDGET}")),
        ("2026-05-06T06:30", ("Tue 05.05 19:59", f"🔔 Jutro o 6:30: {BUDGET}")),
        ("2026-05-09T09:00", ("Sat 09.05 08:00", f"🔔 Za godzinę: {BUDGET}")),
        ("2026-05-05T21:30", ("Tue 05.05 19:59", f"🔔 Dziś o 21:30: {BUDGET}")),
    ],
    ids=["quiet until seven", "quiet until after the start", "a day off", "quiet in the evening"],
)
async def test_quiet_hours_move_the_last_reminder(start: str, hour_before: tuple[str, str]) -> None:
    assert (await reminded(training(start=start), until="2026-05-12T08:00"))[-1] == hour_before


async def test_a_late_sign_up_hears_nothing_of_the_past() -> None:
    late = await reminded(training(), now="2026-05-05T14:30", until="2026-05-10T08:00")
    assert late == [("Wed 06.05 08:00", f"🔔 Za godzinę: {BUDGET}")]
    assert await reminded(training(), now="2026-05-06T08:30", until="2026-05-10T08:00") == []


async def test_a_promise_to_come_is_thanked_for_and_not_asked_again() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/settings")
        await anna.presses("Tydzień wcześniej: nie")
        await town.until(at("2026-04-29T14:00"))
        assert words(anna.last).split("\n")[0] == "🔔 Szkolenie w środę, 6 maja"
        await anna.presses("Będę")
        assert toast(anna) == "Dziękujemy za odpowiedź!"
        assert words(anna.last) == (
            f"✅ Dziękujemy za odpowiedź. Do zobaczenia w środę, 6 maja, o 9:00!\n{BUDGET}\n"
            "Gdy plany się zmienią, wystarczy zrezygnować tutaj."
        )
        await town.until(at("2026-05-05T14:00"))
        assert words(anna.last).endswith("\n\nDziękujemy za zapowiedź obecności.")
        assert labels(anna.last)[:2] == ["Nie przyjdę", "Szczegóły"]


async def test_whoever_cannot_come_frees_the_seat_in_a_minute_and_may_undo() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await town.until(at("2026-05-05T14:00"))
        assert "na miejsce czeka 1 osoba." in words(anna.last)
        assert words(await anna.presses("Nie przyjdę")).startswith("Rezygnacja przyjęta\n")
        await town.passes(timedelta(seconds=59))
        assert words(await anna.presses("Cofnij rezygnację")) == (
            f"✅ Zapis przywrócony. Do zobaczenia jutro o 9:00!\n{BUDGET}"
        )
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=61))
        assert words(ewa.last).startswith("🎉 Zwolniło się miejsce!\n")
        before = len(heard(anna))
        await town.until(at("2026-05-06T12:00"))
        assert len(heard(anna)) == before


async def test_a_reminder_due_within_the_minute_of_undo_waits_for_it() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-05T13:59:30"))
        await anna.writes("/wypisz 1")
        before = len(heard(anna))
        await town.until(at("2026-05-05T14:00:20"))
        assert len(heard(anna)) == before
        await anna.presses("Cofnij rezygnację")
        await town.until(at("2026-05-05T14:00:40"))
        assert words(anna.last).startswith(f"{FIRST}\n")


async def test_those_who_wait_are_not_reminded() -> None:
    async with town_of(training(seats=1)) as town:
        _, ewa = await queue_of(town, "Anna", "Ewa")
        before = len(heard(ewa))
        await town.until(at("2026-05-10T08:00"))
        assert len(heard(ewa)) == before


async def test_a_moved_training_is_announced_by_its_new_date_only() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(training(start="2026-05-13T11:00")), silent=True)
        before = len(heard(anna))
        await town.until(at("2026-05-20T08:00"))
        assert unasked(anna, before) == [
            ("Tue 12.05 14:00", FIRST),
            ("Wed 13.05 10:00", f"🔔 Za godzinę: {BUDGET}"),
        ]


async def test_a_training_moved_after_its_first_reminder_is_announced_anew() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-05T15:00"))
        await town.imports(programme_of(training(start="2026-05-13T09:00")), silent=True)
        before = len(heard(anna))
        await town.until(at("2026-05-20T08:00"))
        assert [moment for moment, _ in unasked(anna, before)] == ["Tue 12.05 14:00", "Wed 13.05 08:00"]


async def test_a_training_moved_there_and_back_is_announced_once() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(training(start="2026-05-13T09:00")), silent=True)
        await town.imports(programme_of(training()), silent=True)
        before = len(heard(anna))
        await town.until(at("2026-05-20T08:00"))
        assert [moment for moment, _ in unasked(anna, before)] == ["Tue 05.05 14:00", "Wed 06.05 08:00"]


async def test_an_on_site_training_that_goes_online_is_announced_later() -> None:
    async with town_of(training(mode="stacjonarne", place=PLACE)) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(training(**ONLINE)), silent=True)
        before = len(heard(anna))
        await town.until(at("2026-05-20T08:00"))
        assert unasked(anna, before)[-1] == ("Wed 06.05 08:45", f"🔔 Za 15 minut: {BUDGET}")


async def test_somebody_who_blocked_the_bot_is_left_alone_and_the_others_hear() -> None:
    async with town_of(training()) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        anna.person.blocks()
        await town.until(at("2026-05-05T14:00"))
        assert words(ewa.last).startswith(f"{FIRST}\n")
        assert [call for call in town.world.calls if call.status == 403] == []


async def test_an_old_reminders_buttons_say_that_it_is_over() -> None:
    async with town_of(training(end="2026-05-06T12:00")) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-05T14:00"))
        reminder = anna.last
        await town.until(at("2026-05-06T12:30"))
        for data in ("a:1", "w:1"):
            anna.person.forges(data, reminder)
            await town.settle()
            assert toast(anna) == "To szkolenie już się zaczęło."


async def test_reminders_speak_english() -> None:
    async with town_of(training(place=PLACE)) as town:
        john = await signed_up(town, "John", language="en")
        await town.until(at("2026-05-05T14:00"))
        assert words(john.last).split("\n")[:3] == ["🔔 Tomorrow: a training", BUDGET, "Wednesday, 6 May, 9:00"]
        assert labels(john.last)[:2] == ["I will be there", "I cannot come"]
        await town.until(at("2026-05-06T08:00"))
        assert words(john.last).split("\n")[0] == f"🔔 In an hour: {BUDGET}"


async def test_one_day_holds_many_reminders_for_many_people() -> None:
    trainings = [training(f"Nr {n}", f"2026-05-06T{8 + n % 9:02}:00") for n in range(12)]
    async with town_of(*trainings) as town:
        people = [await signed_up(town, f"Osoba{chr(97 + n)}", n % 12 + 1, (n + 5) % 12 + 1) for n in range(12)]
        counts = [len(heard(person)) for person in people]
        await town.until(at("2026-05-07T08:00"))
        for person, before in zip(people, counts, strict=True):
            said = unasked(person, before)
            assert len(said) == 4
            assert min(moment[-5:] for moment, _ in said) >= "07:00"
