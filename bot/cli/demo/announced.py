"""The tour's second week: an organiser pastes an announcement, publishes, changes and calls off, and writes to many."""

from datetime import datetime, timedelta

from bot.cli.demo.town import Resident
from bot.cli.demo.transcript import WARSAW, Transcript

ANNOUNCEMENT = """Biuro Metropolii zaprasza na ostatnie spotkania przed wakacjami.

Maj kończymy pracowicie. Pracownicy urzędów mogą przyjść na każde z tych spotkań:

- 12 maja (wtorek) – Sesja rady bez papieru
- 14 maja (czwartek) – Prawo opcji w zamówieniach
- 19 maja (wtorek) – Jak pisać do mieszkańców. Warsztat prostego języka
- 21 maja (czwartek) – Archiwum zakładowe od zera
- 26 maja (wtorek) – Konferencja: Klimat w budżecie gminy

Do zobaczenia!
"""
WORKSHOP = "Sesja rady bez papieru"
CALLED_OFF = "Prawo opcji w zamówieniach"
REASON = "choroba osoby prowadzącej"
MESSAGE = "Prosimy zabrać na wtorkowe spotkanie własnego laptopa."
MINUTE = timedelta(minutes=1)


async def announced(story: Transcript, anna: Resident, piotr: Resident, maria: Resident) -> int:
    """Walk through the organiser's week, and return the number of the workshop that both officials signed up for."""
    await _subscribe(story, anna, piotr)
    await _pasted(story, maria)
    await _published(story, anna, maria)
    workshop = await _signed_up(story, anna, piotr)
    await _room_changed_twice(story, workshop, anna, piotr, maria)
    await _called_off(story, workshop + 1, anna, maria)
    await _written_to_many(story, anna, piotr, maria)
    return workshop


async def _subscribe(story: Transcript, anna: Resident, piotr: Resident) -> None:
    story.chapter("subscribed")
    for person in (anna, piotr):
        await story.writes(person, "/settings")
        await story.presses(person, "Nowe szkolenia: nie")
        await story.presses(person, "Wszystkie nowe")
        story.expect(person, "o wszystkich")


async def _pasted(story: Transcript, maria: Resident) -> None:
    story.chapter("pasted")
    await story.town.until(datetime(2026, 5, 6, 19, 40, tzinfo=WARSAW))
    await story.writes(maria, "/nowe")
    await story.writes(maria, ANNOUNCEMENT)
    story.expect(maria, "Podgląd: 5 terminów", WORKSHOP, CALLED_OFF, "godziny (1–5)", "Rok 2026 wynika z dnia tygodnia")
    await story.presses(maria, "1")
    story.expect(maria, "wtorek, 12 maja 2026", "godzina do potwierdzenia", "12 maja (wtorek)")
    await story.presses(maria, "Termin")
    await story.writes(maria, "9–12")
    story.expect(maria, "godz. 9:00–12:00")
    await story.presses(maria, "Wszystkie szkice")
    story.expect(maria, "Brakuje:", "godziny (2–5)")


async def _published(story: Transcript, anna: Resident, maria: Resident) -> None:
    story.chapter("published")
    await story.presses(maria, "Dalej: publikacja")
    story.expect(maria, "Powiadomimy 2 osoby", "jutro o 8:00", buttons=["Opublikuj i powiadom", "Opublikuj po cichu"])
    await story.presses(maria, "Opublikuj i powiadom")
    story.expect(maria, "Opublikowano", WORKSHOP)
    await story.town.until(datetime(2026, 5, 7, 8, 0, tzinfo=WARSAW))
    story.note("morning")
    story.expect(anna, "Nowe szkolenia", WORKSHOP, CALLED_OFF)
    await story.writes(anna, "kiedy sesja rady?")
    story.expect(anna, "wtorek, 12 maja", "9:00–12:00", "Źródło: ogłoszenie z 6 maja")


async def _signed_up(story: Transcript, anna: Resident, piotr: Resident) -> int:
    """Let both sign up for the workshop, and return its number."""
    story.chapter("seated")
    async with story.town.bot.storage.reading() as transaction:
        upcoming = await transaction.trainings.upcoming(story.town.clock.now())
    number = next(each.training.id for each in upcoming if each.training.title == WORKSHOP)
    for person in (anna, piotr):
        await story.writes(person, f"/zapisz {number}")
        story.expect(person, "Miejsce potwierdzone", WORKSHOP)
    await story.writes(anna, f"/zapisz {number + 1}")
    return number


async def _room_changed_twice(story: Transcript, number: int, anna: Resident, piotr: Resident, maria: Resident) -> None:
    story.chapter("rooms")
    heard = len(anna.heard), len(piotr.heard)
    for place in ("Ratusz, Gdynia, sala 5", "Ratusz, Gdynia, sala 7"):
        await story.writes(maria, f"/zmien {number}")
        await story.presses(maria, "Miejsce")
        await story.writes(maria, place)
        await story.presses(maria, "Zatwierdzenie")
        story.expect(maria, "Zmiana do zatwierdzenia", place[-1:], "Na liście: 2 osoby")
        await story.presses(maria, "Zmień i powiadom 2 osoby")
        await story.town.passes(4 * MINUTE)
    await story.town.passes(6 * MINUTE)
    story.note("gathered")
    for person, before in zip((anna, piotr), heard, strict=True):
        story.expect(person, WORKSHOP, "sala 7", unwanted=["sala 5"])
        story.count(person, before + 1)


async def _called_off(story: Transcript, number: int, anna: Resident, maria: Resident) -> None:
    story.chapter("called_off")
    await story.writes(maria, f"/odwolaj {number}")
    story.expect(maria, "Odwołać szkolenie?", CALLED_OFF, "Wiadomość dostanie 1 osoba")
    await story.writes(maria, REASON)
    await story.presses(maria, "Odwołaj i powiadom (1)")
    story.expect(maria, buttons=["Cofnij"])
    await story.town.passes(MINUTE)
    story.note("undo")
    story.expect(anna, "Szkolenie odwołane", CALLED_OFF, f"Powód: {REASON}", buttons=["Podobne terminy"])


async def _written_to_many(story: Transcript, anna: Resident, piotr: Resident, maria: Resident) -> None:
    story.chapter("written")
    await story.town.until(datetime(2026, 5, 7, 19, 30, tzinfo=WARSAW))
    await story.writes(maria, "/ogloszenie")
    await story.presses(maria, "Nowa wiadomość")
    await story.presses(maria, "Wszystkie osoby (2)")
    await story.writes(maria, MESSAGE)
    story.expect(maria, "Tak zobaczą to odbiorcy", "2 osoby", buttons=["Wyślij próbnie do mnie", "Wyślij do 2 osób"])
    await story.presses(maria, "Wyślij do 2 osób")
    await story.presses(maria, "Wstrzymaj")
    heard = len(anna.heard), len(piotr.heard)
    await story.town.until(datetime(2026, 5, 8, 9, 0, tzinfo=WARSAW))
    story.note("held")
    for person, before in zip((anna, piotr), heard, strict=True):
        story.count(person, before)
    await story.presses(maria, "Wznów")
    for person in (anna, piotr):
        story.expect(person, MESSAGE)
    story.expect(maria, "Wysłano", "Dostarczono do 2 osób")
