"""The tour's last week: an organiser holds and moves a reminder, an official asks why, and one is out of reach."""

from datetime import datetime, timedelta

from bot.cli.demo.announced import WORKSHOP
from bot.cli.demo.town import Resident
from bot.cli.demo.transcript import WARSAW, Transcript


async def delivered(story: Transcript, workshop: int, anna: Resident, piotr: Resident, maria: Resident) -> None:
    """Walk through what goes out about a workshop by its number, and what became of it."""
    await _foreseen(story, maria)
    await _explained(story, workshop, anna, maria)
    await _unreached(story, workshop, piotr, maria)


async def _foreseen(story: Transcript, maria: Resident) -> None:
    story.chapter("foreseen")
    await story.writes(maria, "/prognoza")
    story.expect(maria, "W poniedziałek", f"14:00 · przypomnienie dzień wcześniej: {WORKSHOP} · 2 osoby")
    await story.presses(maria, "1")
    story.expect(maria, "2 osoby", buttons=["Zobacz treść", "Wstrzymaj", "Inna godzina", "Wyślij teraz"])
    await story.presses(maria, "Wstrzymaj")
    story.expect(maria, "Wstrzymane, także dla osób z nowych zapisów", buttons=["Wznów", "Inna godzina"])


async def _explained(story: Transcript, workshop: int, anna: Resident, maria: Resident) -> None:
    story.chapter("explained")
    await story.writes(anna, f"/dlaczego {workshop}")
    story.expect(anna, "Miejsce jest potwierdzone", "organizator wstrzymał wysyłkę", "jest wyłączone w ustawieniach")
    await story.presses(maria, "Inna godzina")
    await story.writes(maria, "11 maja 9:30")
    story.expect(maria, "Przeniesiono", "Wyjdzie w poniedziałek o 9:30")
    await story.writes(anna, f"/dlaczego {workshop}")
    story.expect(anna, "przyjdzie w poniedziałek o 9:30: organizator wyznaczył tę porę")
    await story.town.until(datetime(2026, 5, 11, 9, 30, tzinfo=WARSAW))
    story.note("as_moved")
    story.expect(anna, "Jutro", WORKSHOP)


async def _unreached(story: Transcript, workshop: int, piotr: Resident, maria: Resident) -> None:
    story.chapter("unreached")
    piotr.person.blocks()
    story.note("blocked")
    await story.writes(maria, f"/zmien {workshop}")
    await story.presses(maria, "Miejsce")
    await story.writes(maria, "Ratusz, Gdynia, sala 9")
    await story.presses(maria, "Zatwierdzenie")
    await story.presses(maria, "Zmień i powiadom 2 osoby")
    await story.town.passes(timedelta(minutes=15))
    story.note("reported")
    story.expect(maria, "Nie do wszystkich dotarła zmiana", WORKSHOP, "1 osoba z listy")
    await story.presses(maria, "Do kogo zadzwonić")
    story.expect(maria, "Warto zadzwonić", "Piotr Zieliński", "blokada bota w Telegramie")
    await story.presses(maria, "Doręczenia")
    story.expect(maria, "Zmiana", "doręczone: 3 · niedoręczone: 1")
