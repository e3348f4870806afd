"""JSON text read with the line of every part, strictly, so that a problem can be shown where it stands.

The standard reader tells no positions and takes repeated fields, NaN and numbers of any length. It still reads the
texts and numbers here; never knows what a programme is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Never

from domain.programme import slips
from domain.programme.problem import FileRefused, Path, Problem, quote, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEEPEST = 10
LONGEST_NUMBER = 20

_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON value, the line on which each of its parts begins, and the fields written twice."""

    value: object
    lines: Mapping[Path, int]
    problems: tuple[Problem, ...]

    def line(self, path: Path) -> int:
        """Return the line of a part, or of what it is missing from."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def parse(text: str) -> Document:
    """Read JSON text: objects, lists, texts, true, false, null, ``int`` and ``Decimal``; else raise `FileRefused`."""
    reader = _Reader(text)
    value = reader.whole()
    return Document(value, reader.lines, tuple(reader.problems))


class _Reader:
    """Reads from the left to the right once, counting lines on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.scalars = JSONDecoder(parse_int=_whole_number, parse_float=_decimal, parse_constant=_no_number)

    def whole(self) -> object:
        if not self._next():
            self._refuse("The file is empty; it should hold one object { … }.")
        self.lines[()] = self.line
        value = self._value(())
        if self._next():
            self._refuse("The file ends here, yet more follows; keep one object { … } and remove the rest.")
        return value

    def _next(self) -> str:
        """Skip white space; return the sign that follows, empty at the end."""
        if space := _SPACE.match(self.text, self.at):
            self._advance(space.end())
        return self.text[self.at : self.at + 1]

    def _advance(self, to: int) -> None:
        self.line += self.text.count("\n", self.at, to)
        self.at = to

    def _value(self, path: Path) -> object:
        if len(path) > DEEPEST:
            self._refuse("Brackets are nested deeper here than in any programme file; check which ones are not closed.")
        match self._next():
            case "{":
                return self._object(path)
            case "[":
                return self._list(path)
            case _:
                return self._scalar()

    def _object(self, path: Path) -> dict[str, object]:
        fields: dict[str, object] = {}
        for _ in self._items("}"):
            line = self.line
            name = self._name()
            here = (*path, name)
            if name in fields:
                self.problems.append(Problem(line, spell(here), "This field is written twice; keep one of the two."))
            self.lines[here] = line
            fields[name] = self._value(here)
        return fields

    def _list(self, path: Path) -> list[object]:
        values: list[object] = []
        for index, _ in enumerate(self._items("]")):
            here = (*path, index)
            self.lines[here] = self.line
            values.append(self._value(here))
        return values

    def _items(self, bracket: str) -> Iterator[None]:
        """Stop at each item between two brackets; whoever asks reads it before going on."""
        self._advance(self.at + 1)
        more = self._next() != bracket
        while more:
            yield
            line, end = self.line, self.at
            more = self._next() == ","
            if more:
                self._advance(self.at + 1)
                if self._next() == bracket:
                    self._refuse(f"Remove the comma before {bracket}: nothing follows it.", line)
            elif not self.text.startswith(bracket, self.at):
                self._refuse(slips.after_value(self.text, end, self.at, bracket), line)
        self._advance(self.at + 1)

    def _name(self) -> str:
        if self._next() != '"':
            self._refuse(slips.in_place_of_name(self.text, self.at))
        name = str(self._scalar())
        if self._next() != ":":
            self._refuse(f"Put a colon after the name {quote(name)}.")
        self._advance(self.at + 1)
        return name

    def _scalar(self) -> object:
        try:
            value, end = self.scalars.raw_decode(self.text, self.at)
        except JSONDecodeError as error:
            self._refuse(slips.in_place_of_value(self.text, self.at, error))
        except ValueError as error:
            self._refuse(str(error))
        self._advance(end)
        return value

    def _refuse(self, sentence: str, line: int | None = None) -> Never:
        raise FileRefused([Problem(line or self.line, "", sentence)])


def _whole_number(digits: str) -> int:
    return int(_short(digits))


def _decimal(digits: str) -> Decimal:
    return Decimal(_short(digits))


def _short(digits: str) -> str:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError("This number is far too long; check it.")
    return digits


def _no_number(word: str) -> Never:
    raise ValueError(f"{word} is not a number that can be counted with; write a number, or null when it is not known.")
