"""How messages look in a terminal: harmless, wrapped, numbered, bold only where it can be."""

import unicodedata
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.files import Upload
from playground.persons import Person
from playground.stage.messages import message
from playground.terminal import drawing
from playground.terminal.drawing import Paper
from playground.terminal.ink import columns, harmless, wrapped, written
from playground.terminal.numbers import Numbers, spots_on
from playground.terminal.words import Words
from playground.world import World


def paper(person: Person, width: int = 60, *, ink: bool = False) -> Paper:
    return Paper(Words("pl"), Numbers(partial(spots_on, person.private)), width, ink)


async def drawn(world: World, anna: Person, on: Paper, **params: object) -> list[str]:
    """Let the bot send a message and draw it."""
    answer = await world.ask("sendMessage", chat_id=anna.id, parse_mode="HTML", **params)
    assert answer.status == 200
    return drawing.message(message(anna.last), on)


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


async def test_message_tells_who_and_when_and_its_words(world: World, anna: Person) -> None:
    lines = await drawn(world, anna, paper(anna), text="<b>Zapis</b>\n\nMiejsce <i>potwierdzone</i>.")
    assert lines == ["", "8:00 Playground #2", "  Zapis", "", "  Miejsce potwierdzone."]


async def test_bold_and_italic_show_only_in_ink(world: World, anna: Person) -> None:
    lines = await drawn(world, anna, paper(anna, ink=True), text="<b>Zapis <i>i</i></b> tyle")
    assert lines[1:] == [
        "8:00 \x1b[1mPlayground\x1b[0m #2",
        "  \x1b[1mZapis\x1b[0m \x1b[1m\x1b[3mi\x1b[0m tyle",
    ]


async def test_links_are_written_out_and_quotations_marked(world: World, anna: Person) -> None:
    text = 'Tu <a href="https://example.org/a">program</a>.<blockquote expandable>Raz\n\nDwa</blockquote>Koniec'
    lines = await drawn(world, anna, paper(anna), text=text)
    assert lines[2:] == ["  Tu program (https://example.org/a).", "  │ Raz", "  │", "  │ Dwa", "  Koniec"]


async def test_entities_are_found_behind_signs_of_two_units(world: World, anna: Person) -> None:
    lines = await drawn(world, anna, paper(anna, ink=True), text="😀😀 <b>ważne</b>")
    assert lines[2] == "  😀😀 \x1b[1mważne\x1b[0m"


async def test_buttons_are_numbered_and_tell_where_they_lead(world: World, anna: Person) -> None:
    rows = keyboard(
        [{"text": "Zapisz mnie", "callback_data": "z"}, {"text": "Nie", "callback_data": "n"}],
        [{"text": "Mapa", "url": "https://example.org/"}, {"text": "Kod", "copy_text": {"text": "A-12"}}],
    )
    on = paper(anna)
    lines = await drawn(world, anna, on, text="Zapis?", reply_markup=rows)
    assert lines[3:] == [
        "  [1] Zapisz mnie    [2] Nie",
        "  [3] Mapa → https://example.org/",
        "  [4] Kod (do skopiowania: A-12)",
    ]
    spot = on.numbers.find(2)
    assert spot is not None
    assert (spot.message, spot.does, spot.what, spot.label) == (2, "data", "n", "Nie")


async def test_edited_message_keeps_the_numbers_of_what_stays(world: World, anna: Person) -> None:
    on = paper(anna)
    before = keyboard([{"text": "⬜ Cisza", "callback_data": "c"}, {"text": "Wróć", "callback_data": "w"}])
    await drawn(world, anna, on, text="Ustawienia", reply_markup=before)
    after = keyboard([{"text": "Nowe", "callback_data": "n"}, {"text": "✅ Cisza", "callback_data": "c"}])
    await world.ask("editMessageText", chat_id=anna.id, message_id=2, text="Ustawienia!", reply_markup=after)
    lines = drawing.message(message(anna.last), on, edited=True)
    assert lines[1:] == ["8:00 Playground #2 (zmieniono)", "  Ustawienia!", "  [3] Nowe    [1] ✅ Cisza"]


async def test_file_comes_with_name_size_and_how_to_save_it(world: World, anna: Person) -> None:
    upload = {"document": Upload("Szkolenie.ics", b"x" * 1234, "text/calendar")}
    await world.call(world.token, "sendDocument", {"chat_id": anna.id, "caption": "Do kalendarza"}, upload)
    lines = drawing.message(message(anna.last), paper(anna, width=80))
    assert lines[2:] == ["  Do kalendarza", "  plik: Szkolenie.ics, 1,2 kB (:save 2 NAZWA zapisuje)"]


def test_reply_quotes_what_it_answers(anna: Person) -> None:
    first = anna.writes("Czy\nbędzie " + "bardzo " * 20)
    lines = drawing.message(message(anna.replies(first, "Tak")), paper(anna, width=100))
    quoted = ("Czy będzie " + "bardzo " * 20)[:60]
    assert lines[2:] == [f"  w odpowiedzi: Anna Nowak: {quoted}…", "  Tak"]


async def test_nothing_that_commands_a_terminal_gets_through(world: World) -> None:
    mallory = world.person("Ma\x1b[2Jlory", "\x07\u202e")
    mallory.starts()
    rows = keyboard([{"text": "Tak\x1b]0;x\x07\nNie", "callback_data": "z"}])
    text = 'Czerwone: \x1b[31m\x9b2J\r\x00 <a href="https://example.org/\x1b[0m">link</a>\u2028tu'
    on = paper(mallory, width=80)
    lines = await drawn(world, mallory, on, text=text, reply_markup=rows)
    lines += drawing.message(message(mallory.writes("\x1b[8mukryte")), on)
    lines += drawing.pressed(mallory.name, mallory.last.at, "\x1b[2J", on)
    assert all(unicodedata.category(character) not in {"Cc", "Zl"} for line in lines for character in line)
    assert "\u202e" not in "".join(lines)
    assert "ukryte" in "".join(lines)


@given(st.text(st.characters()))
def test_harmless_text_keeps_its_length_and_is_printable(text: str) -> None:
    kept = harmless(text, lines=True)
    assert len(kept) == len(text)
    assert all(character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"} for character in kept)
    assert "\n" not in harmless(text)
    kept.encode()


@given(st.text(st.sampled_from("ab ą世\n\u0301"), max_size=200), st.integers(20, 60))
def test_wrapped_text_fits_and_loses_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns(line) <= width or " " not in line.strip() for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 40, [""]),
        ("jeden dwa trzy cztery pięć", 20, ["jeden dwa trzy", "cztery pięć"]),
        ("jutro o godzinie\N{NO-BREAK SPACE}9:00", 20, ["jutro o", "godzinie\N{NO-BREAK SPACE}9:00"]),
        ("https://example.org/bardzo/dlugi/adres tu", 20, ["https://example.org/bardzo/dlugi/adres", "tu"]),
        ("  wcięcie", 20, ["  wcięcie"]),
        ("世界世界世界 世界世界", 20, ["世界世界世界", "世界世界"]),
    ],
)
def test_text_breaks_at_spaces_only(text: str, width: int, lines: list[str]) -> None:
    assert written(text, (), width, ink=False) == lines
