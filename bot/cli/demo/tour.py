"""The tour: two weeks and a day of two officials and an organiser, every step asserted, the transcript printed."""

import asyncio
import json
import os
import sys
from datetime import datetime

from bot.cli.demo.announced import announced
from bot.cli.demo.chapters import Chapters
from bot.cli.demo.delivered import delivered
from bot.cli.demo.people import GROUP
from bot.cli.demo.town import Resident, Town, coast, found
from bot.cli.demo.transcript import WARSAW, Transcript
from bot.serving import invite_first_administrator
from playground.terminal import language_of

TO_BE_CONFIRMED = "Plan ogólny gminy krok po kroku"
LAST_SEAT = "Trudne rozmowy z mieszkańcami"
PARKING = "Tak, za halą. Wjazd od ulicy Portowej."


def tour() -> int:
    """Walk through it in the language of the locale; return 0, or 1 when a step went wrong."""
    chapters = Chapters(language_of(os.environ))
    try:
        asyncio.run(_walk(chapters))
    except AssertionError as failed:
        print("\n" + chapters("stopped", problem=failed), file=sys.stderr)
        return 1
    print("\n" + chapters("complete"))
    return 0


async def _walk(chapters: Chapters) -> None:
    async with found() as town:
        anna, piotr = town.resident("Anna", "Nowak"), town.resident("Piotr", "Zieliński")
        maria = town.resident("Maria", "Wiśniewska")
        people = (anna, piotr, maria)
        group = town.world.group(GROUP, [each.person for each in people])
        story = Transcript(town, people, group, chapters, print)
        await _organiser_arrives(story, maria)
        await _first_sign_up(story, anna)
        await _last_seat(story, anna, piotr)
        await _seat_is_passed_on(story, anna, piotr)
        await _hour_becomes_known(story, anna)
        await _questions(story, anna)
        await _handed_over(story, anna, piotr, maria)
        await _reminder(story, anna)
        await _group(story, anna)
        await _sign_ups(story, anna)
        workshop = await announced(story, anna, piotr, maria)
        await delivered(story, workshop, anna, piotr, maria)


async def _organiser_arrives(story: Transcript, maria: Resident) -> None:
    story.chapter("invitation")
    token = await invite_first_administrator(story.town.bot, lambda _: None)
    await story.starts(maria, f"i{token}")
    story.expect(maria, "Rola: administracja", buttons=["Przyjmuję"])
    await story.presses(maria, "Przyjmuję")
    await story.starts(maria, f"i{token}")
    story.expect(maria, "nieważne")


async def _first_sign_up(story: Transcript, anna: Resident) -> None:
    story.chapter("sign_up")
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
    story.chapter("last_seat")
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
    story.chapter("passed_on")
    await story.writes(piotr, f"/wypisz {await _number(story.town, LAST_SEAT)}")
    story.expect(piotr, "Rezygnacja przyjęta", buttons=["Cofnij rezygnację"])
    await story.town.until(datetime(2026, 4, 27, 8, 2, tzinfo=WARSAW))
    story.note("undo")
    story.expect(anna, "Zwolniło się miejsce", LAST_SEAT, buttons=["Biorę miejsce"])
    await story.presses(anna, "Biorę miejsce")
    story.expect(anna, "Miejsce potwierdzone", LAST_SEAT)


async def _hour_becomes_known(story: Transcript, anna: Resident) -> None:
    story.chapter("hour")
    programme = json.loads(coast())
    training = next(each for each in programme["trainings"] if each["title"] == TO_BE_CONFIRMED)
    training.update(start="2026-05-07T10:00", end="2026-05-07T13:00")
    training["place"]["room"] = "sala 2"
    await story.town.imports(json.dumps(programme))
    await story.town.until(datetime(2026, 4, 27, 8, 13, tzinfo=WARSAW))
    story.note("gathered")
    story.expect(anna, TO_BE_CONFIRMED, "10:00", "sala 2")


async def _questions(story: Transcript, anna: Resident) -> None:
    story.chapter("questions")
    await story.writes(anna, "kiedy szkolenie z zamowien?")
    story.expect(anna, "poniedziałek, 4 maja", "Zamówienia publiczne", buttons=["Zapisz mnie", "To nie to"])
    await story.writes(anna, "a ile kosztuje?")
    story.expect(anna, "180 zł", "Zamówienia publiczne")
    await story.writes(anna, "Where is the congress?")
    story.expect(anna, "Place: Gdynia, Hala Bałtyk", "Kongres Urząd Jutra", buttons=["Details", "Not this"])


async def _handed_over(story: Transcript, anna: Resident, piotr: Resident, maria: Resident) -> None:
    story.chapter("handed_over")
    await story.writes(piotr, "Czy na kongresie będzie parking?")
    story.expect(piotr, "Nie mam takiej informacji", "Kongres Urząd Jutra", "Kontakt: Ewa Lisiecka")
    await story.presses(piotr, "Przekaż pytanie")
    story.expect(piotr, "Pytanie przekazane")
    story.expect(maria, "Nowe pytanie", "Piotr Zieliński", "Czy na kongresie będzie parking?")
    await story.replies(maria, PARKING)
    story.expect(piotr, "Odpowiedź na pytanie", PARKING)
    await story.presses(maria, "Dodaj do częstych pytań")
    await story.writes(anna, "bedzie parking na kongresie?")
    story.expect(anna, PARKING)


async def _reminder(story: Transcript, anna: Resident) -> None:
    story.chapter("reminder")
    await story.town.until(datetime(2026, 5, 5, 14, 0, tzinfo=WARSAW))
    story.note("day_before")
    story.expect(anna, "Jutro", LAST_SEAT, buttons=["Będę", "Nie przyjdę"])
    await story.presses(anna, "Nie przyjdę")
    story.expect(anna, "Rezygnacja przyjęta", buttons=["Cofnij rezygnację"])
    await story.presses(anna, "Cofnij rezygnację")
    story.expect(anna, "Zapis przywrócony")
    await story.town.until(datetime(2026, 5, 6, 8, 0, tzinfo=WARSAW))
    story.note("hour_before")
    story.expect(anna, "Za godzinę", LAST_SEAT)


async def _group(story: Transcript, anna: Resident) -> None:
    story.chapter("group")
    await story.writes_in_group(anna, "/moje")
    names = [part for each in story.people for part in each.person.name.split()]
    story.expect(story.group, "w prywatnej rozmowie", buttons=["Otwórz rozmowę z botem"], unwanted=[*names, LAST_SEAT])


async def _sign_ups(story: Transcript, anna: Resident) -> None:
    story.chapter("mine")
    await story.writes(anna, "/moje")
    story.expect(anna, LAST_SEAT, TO_BE_CONFIRMED, "10:00", "miejsce potwierdzone")


async def _number(town: Town, title: str) -> int:
    """Return a training's number for life."""
    async with town.bot.storage.reading() as transaction:
        upcoming = await transaction.trainings.upcoming(town.clock.now())
    return next(stored.training.id for stored in upcoming if stored.training.title == title)
