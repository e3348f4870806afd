"""Changes: one notice with the old beside the new, good news worded so, and nothing when it was taken back."""

from datetime import timedelta
from typing import Any

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import heard, labels, words
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.towns import at, queue_of, signed_up, town_of

PLACE = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
STATED: Json = {"end": "2026-05-06T12:00", "seats": 1, "mode": "stacjonarne", "place": PLACE}
TEN_MINUTES = timedelta(minutes=10)


def budget(**stated: Any) -> Json:  # noqa: ANN401 - it is JSON
    return training(**(STATED | stated))


async def changes(town: Town, person: Resident, *versions: Json, wait: timedelta = TEN_MINUTES) -> list[str]:
    """Import one version after another, a minute apart, and return what the person hears of it."""
    before = len(heard(person))
    for version in versions:
        await town.imports(programme_of(version))
        await town.passes(timedelta(minutes=1))
    assert len(heard(person)) == before
    await town.passes(wait)
    return heard(person)[before:]


@pytest.mark.parametrize(
    ("stated", "notice"),
    [
        (
            {"start": "2026-05-07T10:00", "end": "2026-05-07T13:00"},
            (
                f"⚠️ Zmiana terminu\n{BUDGET}\n\n"
                "Było: środa, 6 maja, godz. 9:00–12:00\nJest: czwartek, 7 maja, godz. 10:00–13:00\n"
                "Miejsce bez zmian: Sopot, Dom Morski, sala 2"
            ),
        ),
        (
            {"end": "2026-05-06T13:00"},
            (
                f"⚠️ Zmiana terminu\n{BUDGET}\n\n"
                "Było: środa, 6 maja, godz. 9:00–12:00\nJest: środa, 6 maja, godz. 9:00–13:00\n"
                "Miejsce bez zmian: Sopot, Dom Morski, sala 2"
            ),
        ),
        (
            {"place": PLACE | {"room": "aula"}},
            (
                f"⚠️ Zmiana miejsca\n{BUDGET}\n\nTermin bez zmian: środa, 6 maja, godz. 9:00–12:00\n"
                "Było: Sopot, Dom Morski, sala 2\nJest: Sopot, Dom Morski, aula"
            ),
        ),
        (
            {"place": {"name": "Hala", "city": "Gdynia", "room": "1"}, "start": "2026-05-06T08:00"},
            (
                f"⚠️ Zmiany w szkoleniu\n{BUDGET}\n\n"
                "Było: środa, 6 maja, godz. 9:00–12:00\nJest: środa, 6 maja, godz. 8:00–12:00\n"
                "Było: Sopot, Dom Morski, sala 2\nJest: Gdynia, Hala, sala 1"
            ),
        ),
        (
            {"mode": "online", "place": None, "online_url": "https://spotkania.example.org/x"},
            (
                f"⚠️ Zmiany w szkoleniu\n{BUDGET}\n\nTermin bez zmian: środa, 6 maja, godz. 9:00–12:00\n"
                "Było: Sopot, Dom Morski, sala 2\nJest: online\nAktualny link do spotkania jest na karcie szkolenia."
            ),
        ),
    ],
    ids=["date", "end", "room", "place and hour", "online"],
)
async def test_a_change_is_told_old_beside_new(stated: Json, notice: str) -> None:
    async with town_of(budget()) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        assert await changes(town, anna, budget(**stated)) == [f"{notice}\n\nZapis pozostaje ważny."]
        assert labels(anna.last)[-3:] == ["Pasuje, zostaję", "Rezygnuję", "Szczegóły"]
        assert words(ewa.last).split("\n")[1] == BUDGET
        assert words(ewa.last).endswith("\n\nMiejsce na liście rezerwowej pozostaje ważne.")
        assert labels(ewa.last) == ["Szczegóły", "Do kalendarza", "Rezygnuję z kolejki"]


async def test_a_new_link_is_told_to_those_on_the_list_alone() -> None:
    online = {"mode": "online", "place": None}
    async with town_of(budget(**online, online_url="https://spotkania.example.org/a")) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        before = len(heard(ewa))
        [notice] = await changes(town, anna, budget(**online, online_url="https://spotkania.example.org/b"))
        assert notice == (
            f"⚠️ Nowy link do spotkania\n{BUDGET}\n\nTermin bez zmian: środa, 6 maja, godz. 9:00–12:00\n"
            "Miejsce bez zmian: online\nAktualny link do spotkania jest na karcie szkolenia.\n\nZapis pozostaje ważny."
        )
        assert anna.person.presses("Dołącz do spotkania") == "https://spotkania.example.org/b"
        assert len(heard(ewa)) == before


async def test_two_edits_within_ten_minutes_are_one_notice_from_first_to_last() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        first = budget(start="2026-05-07T10:00", end="2026-05-07T13:00")
        second = first | {"start": "2026-05-08T10:00", "end": "2026-05-08T13:00", "place": PLACE | {"room": "3"}}
        assert await changes(town, anna, first, second) == [
            (
                f"⚠️ Zmiany w szkoleniu\n{BUDGET}\n\n"
                "Było: środa, 6 maja, godz. 9:00–12:00\nJest: piątek, 8 maja, godz. 10:00–13:00\n"
                "Było: Sopot, Dom Morski, sala 2\nJest: Sopot, Dom Morski, sala 3\n\nZapis pozostaje ważny."
            )
        ]


async def test_further_edits_do_not_put_the_notice_off() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        for room in range(3, 14):
            await town.imports(programme_of(budget(place=PLACE | {"room": str(room)})))
            await town.passes(timedelta(minutes=1))
        assert len(heard(anna)) == before + 1
        assert "\nJest: Sopot, Dom Morski, sala 12\n" in heard(anna)[-1]


async def test_an_edit_taken_back_is_not_told() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        assert await changes(town, anna, budget(start="2026-05-06T08:00"), budget()) == []


async def test_an_edit_after_the_notice_is_another() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await changes(town, anna, budget(start="2026-05-06T08:00"))
        [notice] = await changes(town, anna, budget())
        assert "Było: środa, 6 maja, godz. 8:00–12:00\nJest: środa, 6 maja, godz. 9:00–12:00" in notice


async def test_an_edit_of_the_text_alone_is_not_told() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        texts = {"summary": "Nowe", "note": "Nowe", "level": "x", "price_pln": 100, "speakers": [{"name": "Ewa"}]}
        assert await changes(town, anna, budget(**texts)) == []


async def test_a_silent_import_says_nothing_and_reminds_by_the_new_date() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await town.imports(programme_of(budget(start="2026-05-13T09:00", end=None)), silent=True)
        await town.passes(timedelta(days=1))
        assert len(heard(anna)) == before
        assert "przypomnimy we wtorek, 12 maja, o 14:00" in words(await anna.writes("/moje"))


async def test_an_import_without_a_change_says_nothing() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        assert await changes(town, anna, budget(free_seats=0)) == []


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (
            {"start": "2026-05-07T10:00", "place": PLACE | {"room": None}},
            ["Termin: czwartek, 7 maja, godz. 10:00", "Miejsce bez zmian: Sopot, Dom Morski, sala do potwierdzenia"],
        ),
        (
            {"start": "2026-05-07", "place": PLACE},
            ["Termin bez zmian: czwartek, 7 maja, godzina do potwierdzenia", "Miejsce: Sopot, Dom Morski, sala 2"],
        ),
        (
            {"start": "2026-05-07T10:00", "end": "2026-05-07T12:00", "place": PLACE},
            ["Termin: czwartek, 7 maja, godz. 10:00–12:00", "Miejsce: Sopot, Dom Morski, sala 2"],
        ),
    ],
    ids=["hour", "room", "both"],
)
async def test_what_becomes_known_is_good_news(stated: Json, told: list[str]) -> None:
    before = {"start": "2026-05-07", "end": None, "place": PLACE | {"room": None}}
    async with town_of(budget(**before)) as town:
        anna = await signed_up(town, "Anna")
        assert [notice.split("\n") for notice in await changes(town, anna, budget(**(before | stated)))] == [
            ["✅ Już wiadomo", BUDGET, "", *told, "", "Zapis pozostaje ważny."]
        ]


async def test_an_hour_that_becomes_known_brings_the_reminder_before_it() -> None:
    async with town_of(budget(start="2026-05-07", end=None)) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(budget(start="2026-05-07T10:00", end=None)))
        await town.until(at("2026-05-07T09:00"))
        assert words(anna.last).startswith(f"🔔 Za godzinę: {BUDGET}\n")


async def test_a_change_can_be_agreed_to_or_left() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await changes(town, anna, budget(start="2026-05-06T08:00"))
        assert words(await anna.presses("Pasuje, zostaję")).startswith("✅ Dziękujemy za odpowiedź. ")
        await changes(town, anna, budget(start="2026-05-06T09:30"))
        assert words(await anna.presses("Rezygnuję")).startswith("Rezygnacja przyjęta\n")


async def test_a_change_of_the_night_waits_for_the_morning_of_a_working_day() -> None:
    async with town_of(training(start="2026-05-20T09:00", seats=1), now="2026-04-30T20:30") as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(training(start="2026-05-21T09:00", seats=1, free_seats=0)))
        before = len(heard(anna))
        await town.until(at("2026-05-04T06:59"))
        assert len(heard(anna)) == before
        await town.until(at("2026-05-04T07:00"))
        assert words(anna.last).startswith("⚠️ Zmiana terminu\n")


@pytest.mark.parametrize(
    ("now", "start", "told_at"),
    [
        ("2026-05-05T20:30", "2026-05-06T09:00", "2026-05-05T20:40"),
        ("2026-05-05T23:00", "2026-05-06T09:00", "2026-05-06T06:00"),
        ("2026-05-06T05:00", "2026-05-06T07:00", "2026-05-06T05:10"),
        ("2026-05-09T12:00", "2026-05-10T09:00", "2026-05-09T12:10"),
    ],
    ids=["evening", "night", "three hours before", "a day off"],
)
async def test_an_urgent_change_breaks_the_quiet(now: str, start: str, told_at: str) -> None:
    async with town_of(training(start=start, place=PLACE), now=now) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await town.imports(programme_of(training(start=start, place=PLACE | {"room": "3"})))
        await town.until(at(told_at) - timedelta(minutes=1))
        assert len(heard(anna)) == before
        await town.until(at(told_at))
        assert heard(anna)[before].startswith("⚠️ Zmiana miejsca\n")


async def test_changes_speak_english() -> None:
    async with town_of(budget()) as town:
        john = await signed_up(town, "John", language="en")
        [notice] = await changes(town, john, budget(start="2026-05-07T10:00", end="2026-05-07T12:00"))
        assert "Was: Wednesday, 6 May, 9:00–12:00\nNow: Thursday, 7 May, 10:00–12:00\n" in notice
