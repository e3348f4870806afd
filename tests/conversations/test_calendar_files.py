"""Calendar files: one training or all of one's own, as a calendar reads them."""

from datetime import date, datetime

import pytest
from icalendar import Calendar, Event

from bot.cli.demo.town import Resident
from playground.chats import Message
from tests.conversations.hearing import labels, toast, words
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.towns import WARSAW, queue_of, signed_up, town_of

LINK = "https://spotkania.example.org/budzet"


def calendar(message: Message) -> Calendar:
    """Return the calendar that a message carries."""
    assert message.document is not None
    assert message.document.upload.mime == "text/calendar"
    return Calendar.from_ical(message.document.content)


def events(message: Message) -> list[Event]:
    return list(calendar(message).events)


def stated_as(event: Event, name: str) -> str:
    return str(event[name])


async def file_of(person: Resident, number: int = 1) -> Event:
    """Return the one event of a training's calendar file."""
    await person.writes(f"/szkolenia {number}")
    [event] = events(await person.presses("Do kalendarza"))
    assert toast(person) == "Plik do kalendarza jest poniżej."
    return event


async def test_a_training_is_a_calendar_file_with_its_hours_and_zone() -> None:
    place = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
    async with town_of(training(end="2026-05-06T12:00", place=place)) as town:
        anna = town.resident("Anna", "Nowak")
        event = await file_of(anna)
        assert anna.last.document is not None
        assert anna.last.document.name == "szkolenie-1.ics"
        assert words(anna.last) == f"📅 Plik do kalendarza\n{BUDGET} – środa, 6 maja, godz. 9:00"
        assert stated_as(event, "UID") == "training-1@terminarz_demo_bot"
        stated = [stated_as(event, name) for name in ("SUMMARY", "LOCATION", "STATUS")]
        assert stated == [BUDGET, "Dom Morski, 2, Sopot", "CONFIRMED"]
        assert event.start == datetime(2026, 5, 6, 9, tzinfo=WARSAW)
        assert event.end == datetime(2026, 5, 6, 12, tzinfo=WARSAW)
        assert isinstance(event.start, datetime)
        assert str(event.start.tzinfo) == "Europe/Warsaw"
        assert stated_as(event, "URL") == "https://t.me/terminarz_demo_bot?start=s1"


@pytest.mark.parametrize(
    ("stated", "start", "end"),
    [
        ({"start": "2026-05-07"}, date(2026, 5, 7), date(2026, 5, 8)),
        ({"start": "2026-05-07", "end": "2026-05-08"}, date(2026, 5, 7), date(2026, 5, 9)),
    ],
    ids=["one day", "two days"],
)
async def test_an_unknown_hour_makes_whole_days(stated: Json, start: date, end: date) -> None:
    async with town_of(training(**stated)) as town:
        event = await file_of(town.resident("Anna", "Nowak"))
        assert (event.start, event.end) == (start, end)


async def test_the_uid_stays_and_the_sequence_grows_with_every_change() -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        first = await file_of(anna)
        await town.imports(programme_of(training(start="2026-05-07T10:00")), silent=True)
        second = await file_of(anna)
        await town.imports(programme_of(training(start="2026-05-07T10:00")), silent=True)
        third = await file_of(anna)
        await town.imports(programme_of(training(start="2026-05-07T10:00", note="Nowe")), silent=True)
        fourth = await file_of(anna)
        assert {stated_as(event, "UID") for event in (first, second, third, fourth)} == {
            "training-1@terminarz_demo_bot"
        }
        numbers = [int(stated_as(event, "SEQUENCE")) for event in (first, second, third, fourth)]
        assert numbers == [1, 2, 2, 3]
        assert second.start == datetime(2026, 5, 7, 10, tzinfo=WARSAW)


async def test_a_training_called_off_is_cancelled_in_its_file() -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        card = await anna.writes("/szkolenia 1")
        await town.imports(programme_of(training(status="cancelled")), silent=True)
        anna.person.presses_on(card, "Do kalendarza")
        await town.settle()
        [event] = events(anna.last)
        assert stated_as(event, "STATUS") == "CANCELLED"


async def test_the_link_stands_in_the_file_of_people_on_the_list_only() -> None:
    async with town_of(training(seats=1, mode="online", online_url=LINK)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        seated, waiting = await file_of(anna), await file_of(ewa)
        assert LINK in stated_as(seated, "DESCRIPTION")
        assert LINK not in waiting.to_ical().decode()
        assert LINK not in (await file_of(town.resident("Jan", "Lis"))).to_ical().decode()


async def test_everything_goes_into_one_file() -> None:
    trainings = (
        training(seats=2, mode="online", online_url=LINK),
        training("Kolejka", "2026-05-07T09:00", seats=0),
        training("Zewnętrzne", "2026-05-08", signup_url="https://zapisy.example.org/x", online_url=f"{LINK}/inny"),
    )
    async with town_of(*trainings) as town:
        anna = await signed_up(town, "Anna", 1, 2)
        await anna.forges("f:3")
        await anna.writes("/moje")
        file = await anna.presses("Wszystko do kalendarza")
        assert words(file) == "📅 Plik do kalendarza: 2 szkolenia"
        assert [stated_as(event, "SUMMARY") for event in events(file)] == [BUDGET, "Zewnętrzne"]
        assert calendar(file).to_ical().decode().count(LINK) == 1
        assert labels(file) == ["Moje zapisy", "Menu"]


async def test_everything_of_nothing_is_ones_own_page() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        assert words(await anna.forges("ka")).startswith("Nie ma jeszcze żadnych zapisów.")


async def test_hostile_titles_cannot_break_the_file() -> None:
    title = "Podatki\\, opłaty; BEGIN:VEVENT ąęść"
    async with town_of(training(title, note="x")) as town:
        event = await file_of(town.resident("Anna", "Nowak"))
        assert stated_as(event, "SUMMARY") == title
