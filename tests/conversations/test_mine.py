"""One's own: /moje in every state, and calendar files."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from bot.cli.demo.town import Resident
from playground.chats import Message
from tests.conversations.hearing import labels, toast, words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import WARSAW, at, queue_of, signed_up, town_of

LINK = "https://spotkania.example.org/budzet"


def calendar(message: Message) -> Calendar:
    """Return the calendar that a message carries."""
    assert message.document is not None
    assert message.document.upload.mime == "text/calendar"
    return Calendar.from_ical(message.document.content)


def events(message: Message) -> list[Event]:
    return list(calendar(message).events)


@pytest.mark.parametrize("command", ["/moje", "/my", "/moje co mam"])
async def test_nothing_yet_shows_the_next_free_date(command: str) -> None:
    async with town_of(training("Pełne", seats=0), training("Wolne", "2026-05-08T09:00", seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes(command)) == (
            "Nie ma jeszcze żadnych zapisów.\nNajbliższy wolny termin: Wolne – piątek, 8 maja, godz. 9:00 · 2 miejsca"
        )
        assert labels(anna.last) == ["Zobacz ten termin", "Wszystkie terminy", "Menu"]
        assert words(await anna.presses("Zobacz ten termin")).startswith("Wolne\n")


async def test_nothing_yet_and_nothing_free() -> None:
    async with town_of(training("Pełne", seats=0)) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/moje")) == "Nie ma jeszcze żadnych zapisów."
        assert labels(anna.last) == ["Wszystkie terminy", "Menu"]


async def test_every_state_is_shown_with_the_next_reminder() -> None:
    trainings = (
        training("A potwierdzone", "2026-05-06T09:00", seats=3),
        training("B czeka", "2026-05-07T09:00", seats=0),
        training("C zwolnione", "2026-05-08T09:00", seats=1),
        training("D rezygnacja", "2026-05-11", seats=3),
        training("E obserwowane", "2026-05-12T09:00", signup_url="https://zapisy.example.org/x"),
        training("F odwołane", "2026-05-13T09:00", seats=3),
    )
    async with town_of(*trainings) as town:
        await signed_up(town, "Ola", 2)
        ewa = await signed_up(town, "Ewa", 3)
        anna = await signed_up(town, "Anna", 1, 2, 3, 4, 6)
        await anna.forges("a:1")
        await anna.forges("f:5")
        await ewa.writes("/wypisz 3")
        await town.passes(timedelta(minutes=1))
        await anna.writes("/wypisz 4")
        await town.imports(programme_of(*trainings[:5], trainings[5] | {"status": "cancelled"}), silent=True)
        mine = words(await anna.writes("/moje"))
        assert mine.split("\n") == [
            "Moje zapisy",
            "",
            "1. śr., 6 maja, 9:00 – A potwierdzone · ✅ miejsce potwierdzone, obecność zapowiedziana · "
            "przypomnimy we wtorek, 5 maja, o 14:00",
            "2. czw., 7 maja, 9:00 – B czeka · 🕒 lista rezerwowa, miejsce 2",
            "3. pt., 8 maja, 9:00 – C zwolnione · 🎉 czeka wolne miejsce",
            "4. pon., 11 maja – D rezygnacja · rezygnacja w toku · przypomnimy w piątek, 8 maja, o 14:00",
            "5. śr., 13 maja, 9:00 – F odwołane · odwołane",
        ]
        assert labels(anna.last) == [*"12345", "Dalej", "Wszystko do kalendarza", "Wszystkie terminy", "Menu"]
        assert words(await anna.presses("Dalej")) == (
            "Moje zapisy\n\n6. wt., 12 maja, 9:00 – E obserwowane · 🔔 zapis u organizatora"
        )
        assert words(await anna.presses("6")).startswith("E obserwowane\n")


async def test_a_hold_is_shown_until_it_is_confirmed() -> None:
    async with town_of(training(seats=3)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert words(await anna.writes("/moje")).endswith(f"{BUDGET} · ⏳ do potwierdzenia zapisu")


async def test_what_is_over_is_left_out() -> None:
    async with town_of(training(seats=3), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 1, 2)
        await town.until(at("2026-05-07T09:00"))
        assert words(await anna.writes("/moje")).split("\n")[2:] == [
            "1. śr., 20 maja, 9:00 – Podatki · ✅ miejsce potwierdzone · przypomnimy we wtorek, 19 maja, o 14:00"
        ]


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
        assert event["UID"] == "training-1@terminarz_demo_bot"
        assert (event["SUMMARY"], event["LOCATION"], event["STATUS"]) == (BUDGET, "Dom Morski, 2, Sopot", "CONFIRMED")
        assert event.start == datetime(2026, 5, 6, 9, tzinfo=WARSAW)
        assert event.end == datetime(2026, 5, 6, 12, tzinfo=WARSAW)
        assert event.start.tzinfo is not None
        assert event["URL"] == "https://t.me/terminarz_demo_bot?start=s1"


@pytest.mark.parametrize(
    ("stated", "start", "end"),
    [
        ({"start": "2026-05-07"}, date(2026, 5, 7), date(2026, 5, 8)),
        ({"start": "2026-05-07", "end": "2026-05-08"}, date(2026, 5, 7), date(2026, 5, 9)),
    ],
    ids=["one day", "two days"],
)
async def test_an_unknown_hour_makes_whole_days(stated: dict[str, object], start: date, end: date) -> None:
    async with town_of(training(**stated)) as town:  # type: ignore[arg-type] - as the file, so the row
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
        assert {event["UID"] for event in (first, second, third, fourth)} == {"training-1@terminarz_demo_bot"}
        assert first["SEQUENCE"] < second["SEQUENCE"] == third["SEQUENCE"] < fourth["SEQUENCE"]
        assert second.start == datetime(2026, 5, 7, 10, tzinfo=WARSAW)


async def test_a_training_called_off_is_cancelled_in_its_file() -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        card = await anna.writes("/szkolenia 1")
        await town.imports(programme_of(training(status="cancelled")), silent=True)
        anna.person.presses_on(card, "Do kalendarza")
        await town.settle()
        [event] = events(anna.last)
        assert event["STATUS"] == "CANCELLED"


async def test_the_link_stands_in_the_file_of_people_on_the_list_only() -> None:
    async with town_of(training(seats=1, mode="online", online_url=LINK)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        seated, waiting = await file_of(anna), await file_of(ewa)
        assert LINK in seated["DESCRIPTION"]
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
        assert [event["SUMMARY"] for event in events(file)] == [BUDGET, "Zewnętrzne"]
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
        assert event["SUMMARY"] == title


async def test_ones_own_speaks_english() -> None:
    async with town_of(training(seats=1)) as town:
        john = await signed_up(town, "John", language="en")
        assert words(await john.writes("/my")) == (
            f"My sign-ups\n\n1. Wed 6 May, 9:00 – {BUDGET} · ✅ seat confirmed · reminder on Tuesday, 5 May, at 14:00"
        )
        assert labels(john.last) == ["1", "All to calendar", "All dates", "Menu"]
