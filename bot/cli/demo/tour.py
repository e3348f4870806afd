"""The tour: a morning and a week of two officials and an organiser, every step asserted, the transcript printed."""

import asyncio
import json
import sys
from datetime import datetime

from bot.cli.demo.town import Resident, Town, coast, found
from bot.cli.demo.transcript import WARSAW, TourFailed, Transcript
from bot.serving import invite_first_administrator

TO_BE_CONFIRMED = "Plan ogólny gminy krok po kroku"
LAST_SEAT = "Trudne rozmowy z mieszkańcami"


def tour() -> int:
    """Walk through it; return 0, or 1 when a step went wrong."""
    try:
        asyncio.run(_walk())
    except TourFailed as failed:
        print(f"\nThe tour stopped: {failed}", file=sys.stderr)
        return 1
    print("\nThe tour is complete: every step went as it should.")
    return 0


async def _walk() -> None:
    async with found() as town:
        anna, piotr = town.resident("Anna", "Nowak"), town.resident("Piotr", "Zieliński")
        maria = town.resident("Maria", "Wiśniewska")
        story = Transcript(town, (anna, piotr, maria), print)
        await _organiser_arrives(story, maria)
        await _first_sign_up(story, anna)
        await _last_seat(story, anna, piotr)
        await _seat_is_passed_on(story, anna, piotr)
        await _hour_becomes_known(story, anna)
        await _reminder(story, anna)


async def _organiser_arrives(story: Transcript, maria: Resident) -> None:
    story.chapter("The organiser opens the one-time link")
    token = await invite_first_administrator(story.town.bot, lambda _: None)
    await story.starts(maria, f"i{token}")
    story.expect(maria, "Rola: administracja", buttons=["Przyjmuję"])
    await story.presses(maria, "Przyjmuję")
    await story.starts(maria, f"i{token}")
    story.expect(maria, "nieważne")


async def _first_sign_up(story: Transcript, anna: Resident) -> None:
    story.chapter("Anna looks around and signs up for the first time, in two taps")
    await story.writes(anna, "/start")
    await story.presses(anna, "Najbliższe szkolenia")
    story.expect(anna, TO_BE_CONFIRMED, LAST_SEAT)
    await story.presses(anna, "6")
    story.expect(anna, TO_BE_CONFIRMED, "godzina do potwierdzenia", "sala do potwierdzenia", buttons=["Zapisz mnie"])
    await story.presses(anna, "Zapisz mnie")
    story.expect(anna, "Trzymamy miejsce przez 15 minut", "Anna Nowak", "/privacy")
    await story.presses(anna, "Potwierdzam zapis")
    story.expect(anna, "Który urząd")
    await story.writes(anna, "gdyn")
    await story.presses(anna, "Urząd Miasta Gdyni")
    story.expect(anna, "Urząd Miasta Gdyni")
    await story.writes(anna, "/moje")
    story.expect(anna, TO_BE_CONFIRMED, "miejsce potwierdzone")


async def _last_seat(story: Transcript, anna: Resident, piotr: Resident) -> None:
    story.chapter("Piotr takes a last seat; Anna finds the training full and waits")
    await story.starts(piotr, f"s{await _number(story.town, LAST_SEAT)}")
    story.expect(piotr, LAST_SEAT, "zostało 1 miejsce z 12")
    await story.presses(piotr, "Zapisz mnie")
    await story.presses(piotr, "Potwierdzam zapis")
    await story.presses(piotr, "Pomiń")
    await story.writes(anna, f"/zapisz {await _number(story.town, LAST_SEAT)}")
    story.expect(anna, "Wszystkie miejsca są zajęte", buttons=["Na listę rezerwową"])
    await story.presses(anna, "Na listę rezerwową")
    story.expect(anna, "Lista rezerwowa", LAST_SEAT)


async def _seat_is_passed_on(story: Transcript, anna: Resident, piotr: Resident) -> None:
    story.chapter("Piotr withdraws; a minute later Anna is offered the seat and takes it")
    await story.writes(piotr, f"/wypisz {await _number(story.town, LAST_SEAT)}")
    story.expect(piotr, "Rezygnacja przyjęta", buttons=["Cofnij rezygnację"])
    await story.town.until(datetime(2026, 4, 27, 8, 2, tzinfo=WARSAW))
    story.note("the minute of undo passes")
    story.expect(anna, "Zwolniło się miejsce", LAST_SEAT, buttons=["Biorę miejsce"])
    await story.presses(anna, "Biorę miejsce")
    story.expect(anna, "Miejsce potwierdzone", LAST_SEAT)


async def _hour_becomes_known(story: Transcript, anna: Resident) -> None:
    story.chapter("The organiser imports the programme again: an hour and a room became known")
    programme = json.loads(coast())
    training = next(each for each in programme["trainings"] if each["title"] == TO_BE_CONFIRMED)
    training.update(start="2026-05-07T10:00", end="2026-05-07T13:00")
    training["place"]["room"] = "sala 2"
    await story.town.imports(json.dumps(programme))
    await story.town.until(datetime(2026, 4, 27, 8, 13, tzinfo=WARSAW))
    story.note("ten minutes later, so that further edits would have been told in the same message")
    story.expect(anna, TO_BE_CONFIRMED, "10:00", "sala 2")


async def _reminder(story: Transcript, anna: Resident) -> None:
    story.chapter("The clock goes to the last working day before; Anna cannot come, then she can")
    await story.town.until(datetime(2026, 5, 5, 14, 0, tzinfo=WARSAW))
    story.note("it is Tuesday, 14:00")
    story.expect(anna, "Jutro", LAST_SEAT, buttons=["Będę", "Nie przyjdę"])
    await story.presses(anna, "Nie przyjdę")
    story.expect(anna, "Rezygnacja przyjęta", buttons=["Cofnij rezygnację"])
    await story.presses(anna, "Cofnij rezygnację")
    story.expect(anna, "Zapis przywrócony")
    await story.town.until(datetime(2026, 5, 6, 8, 0, tzinfo=WARSAW))
    story.note("Wednesday, an hour before")
    story.expect(anna, "Za godzinę", LAST_SEAT)


async def _number(town: Town, title: str) -> int:
    """Return a training's number for life."""
    async with town.bot.storage.reading() as transaction:
        upcoming = await transaction.trainings.upcoming(town.clock.now())
    return next(stored.training.id for stored in upcoming if stored.training.title == title)
