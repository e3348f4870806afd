"""How messages look in a terminal: a line of who and when, the words, the files, the numbered buttons. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from playground.answers import Json
from playground.terminal.ink import bold, columns, harmless, wrapped, written
from playground.terminal.numbers import Numbers, Spot, spot_of
from playground.terminal.words import Words

INDENT = "  "
_LONGEST_REPLY = 60


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on: in which words, how wide, and whether it can show bold; the numbers are the chat's."""

    words: Words
    numbers: Numbers
    width: int
    ink: bool


def message(said: Json, paper: Paper, *, edited: bool = False) -> list[str]:
    """Draw a message as `playground.stage.messages` describes it; ``edited`` when it stands above already."""
    if said["note"] is not None:
        return ["", *_indented([_note(said["note"], paper)], paper)]
    head = _head(said, paper, edited=edited or said["edited"])
    return ["", head, *_indented(_above(said, paper), paper), *_text(said, paper), *_below(said, paper)]


def pressed(name: str, at: datetime, label: str, paper: Paper) -> list[str]:
    """Draw that someone pressed a button."""
    return ["", f"{paper.words.hour(at)} {bold(harmless(name), ink=paper.ink)}", f"{INDENT}[{harmless(label)}]"]


def keys(rows: Sequence[Sequence[Spot]], paper: Paper) -> list[str]:
    """Draw the keys below a chat."""
    return ["", paper.words("keys"), *_buttons(rows, paper)] if rows else []


def _head(said: Json, paper: Paper, *, edited: bool) -> str:
    at = datetime.fromtimestamp(said["at"] / 1000, UTC)
    mark = f" ({paper.words('edited')})" if edited else ""
    return f"{paper.words.hour(at)} {bold(harmless(said['name']), ink=paper.ink)} #{said['id']}{mark}"


def _above(said: Json, paper: Paper) -> Iterator[str]:
    if said["forwarded"] is not None:
        yield paper.words("forwarded", name=said["forwarded"])
    if said["reply"] is not None:
        quoted = " ".join(said["reply"]["text"].split())
        short = quoted if len(quoted) <= _LONGEST_REPLY else f"{quoted[:_LONGEST_REPLY]}…"
        yield paper.words("reply", name=said["reply"]["name"], text=short)


def _text(said: Json, paper: Paper) -> list[str]:
    if not said["text"]:
        return []
    lines = written(said["text"], said["entities"], paper.width - len(INDENT), ink=paper.ink)
    return [f"{INDENT}{line}".rstrip() for line in lines]


def _below(said: Json, paper: Paper) -> list[str]:
    file = said["file"]
    lines = [] if file is None else _indented([_file(file, said["id"], paper)], paper)
    return lines + _buttons([[spot_of(said["id"], button) for button in row] for row in said["rows"]], paper)


def _file(file: Json, number: int, paper: Paper) -> str:
    kind = "picture" if file["picture"] else "file"
    return paper.words(kind, name=file["name"], size=paper.words.size(file["size"]), number=number)


def _buttons(rows: Sequence[Sequence[Spot]], paper: Paper) -> list[str]:
    numbers = paper.numbers.of(spot for row in rows for spot in row)
    return _set([[_button(numbers[spot], spot, paper) for spot in row] for row in rows], paper)


def _button(number: int, spot: Spot, paper: Paper) -> str:
    shown = f"[{number}] {harmless(spot.label)}"
    match spot.does:
        case "url":
            return f"{shown} → {harmless(spot.what)}"
        case "copies":
            return f"{shown} ({paper.words('copies', text=harmless(spot.what))})"
        case _:
            return shown


def _note(note: Json, paper: Paper) -> str:
    return paper.words(f"note.{note['kind']}", names=", ".join(note["names"]))


def _indented(texts: Iterable[str], paper: Paper) -> list[str]:
    width = paper.width - len(INDENT)
    return [f"{INDENT}{line}" for text in texts for line in wrapped(harmless(text), width)]


def _set(rows: Iterable[list[str]], paper: Paper) -> list[str]:
    """Set buttons side by side where a whole row fits, and else below each other."""
    lines: list[str] = []
    for row in rows:
        joined = (INDENT * 2).join(row)
        fits = columns(joined) <= paper.width - len(INDENT)
        lines += [f"{INDENT}{line}" for line in ([joined] if fits else row)]
    return lines
