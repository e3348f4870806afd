"""Announcements as organisers paste them, and what becomes of them."""

from bot.cli.demo.town import Resident
from playground.chats import Message
from tests.conversations.hearing import words

PRESS = """Zapraszamy na wrześniowe szkolenia!

9 września (środa) – Prawo opcji
10 września (czwartek) – Przyjazna komunikacja bez hejtu
11 września (piątek) – Posiedzenie inauguracyjne Zespołu Smart City
17 września (czwartek) – Centrum Usług Wspólnych. Jak się do tego zabrać
24 września (czwartek) – Konferencja ekspercka: Ustawa o planowaniu
"""
"""Five dated lines without hours and without a year."""
ONE = """Szkolenie: Prawo opcji
Termin: środa, 9 września 2026, godz. 9:00–12:00
Miejsce: Ratusz, Gdynia
Liczba miejsc: 25"""


async def pasted(organiser: Resident, text: str = PRESS) -> Message:
    """Let an organiser paste a text after /nowe; return the preview."""
    await organiser.writes("/nowe")
    return await organiser.writes(text)


async def published(organiser: Resident, text: str = ONE) -> Message:
    """Let an organiser paste a text and publish it; return what is said of it."""
    await pasted(organiser, text)
    await organiser.presses("Dalej: publikacja")
    return await organiser.presses("Opublikuj")


async def corrected(organiser: Resident, field: str, text: str) -> str:
    """Let an organiser who sees a draft correct a field; return what is shown then."""
    await organiser.presses(field)
    return words(await organiser.writes(text))


async def card(person: Resident, number: int) -> str:
    """Return the card of a training as a person sees it."""
    return words(await person.writes(f"/start s{number}"))
