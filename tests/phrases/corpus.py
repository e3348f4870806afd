"""The corpus of questions: phrases beside this file and the programmes that they are asked about."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
PROGRAMMES: Final = HERE / "programmes"
NAMES: Final = tuple(sorted(path.stem for path in PROGRAMMES.glob("*.json")))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A question and what a right answer to it is; the fields are those of a line, explained in the README beside."""

    id: str
    programme: str
    now: str
    lang: str
    question: str
    context: tuple[str, ...]
    intent: str
    behaviour: str
    trainings: tuple[str, ...]
    holds: tuple[str, ...]
    lacks: tuple[str, ...]

    @property
    def kind(self) -> str:
        return self.id.rpartition("-")[0]


def phrases() -> list[Phrase]:
    """Return every phrase, kind by kind."""
    lines = [line for path in sorted(HERE.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [_phrase(json.loads(line)) for line in lines]


def rows(programme: str) -> dict[str, Any]:
    """Return a programme of the corpus as its file has it."""
    loaded: dict[str, Any] = json.loads((PROGRAMMES / f"{programme}.json").read_text("utf-8"))
    return loaded


def _phrase(line: dict[str, Any]) -> Phrase:
    fields: dict[str, Any] = {name: tuple(held) if isinstance(held, list) else held for name, held in line.items()}
    return Phrase(**fields)
