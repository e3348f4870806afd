"""What is wrong with a programme file and where it stands; never how it was found out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = tuple[int | str, ...]
"""The way from the file's outermost object to a part of it: names of fields, and indexes in lists from 0."""

_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the line of the file, the path (``trainings[3].start``, empty = the file), what to do."""

    line: int
    path: str
    sentence: str

    def __str__(self) -> str:
        where = f"line {self.line}, {self.path}" if self.path else f"line {self.line}"
        return f"{where}: {self.sentence}"


class FileRefused(Exception):  # noqa: N818 - a refusal, which callers show to a person, and not a fault
    """The file cannot be used; ``problems`` holds everything there is to mend, by line, as does ``str``."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(map(str, self.problems)))


def spell(path: Path) -> str:
    """Write a path as people do; a name that is not one word stands in brackets, shortened and without odd signs."""
    return "".join(_step(step) for step in path).removeprefix(".")


def quote(text: str) -> str:
    """Put a text of the file in quotation marks, shortened, with signs that cannot be seen made visible."""
    shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return '"' + "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in shown) + '"'


def _step(step: int | str) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isidentifier() else f"[{json.dumps(step[:_LONGEST_QUOTE])}]"
