"""What a question costs at 50, 500 and 5,000 trainings, beside SQLite's trigram index over the same texts.

One line of JSON a row: answers and bare retrieval by size, building and memory, how late a loop gets while a thread
builds, what hostile texts cost, and how often the training meant comes first in either.
"""

import asyncio
import gc
import json
import random
import re
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from domain import question
from domain.desks.library import built
from domain.folding import fold
from domain.question import Index
from domain.training import Training
from tests.phrases.adversarial import adversarial
from tests.phrases.asking import desk, moment
from tests.phrases.corpus import NAMES, Phrase, phrases
from tests.phrases.large import questions, varied

SIZES = (50, 500, 5_000)
ASKED = 400
HOSTILE = 10_000
TICK_S = 0.005
TRIGRAM = 3
NOW = datetime(2027, 4, 13, 8, 20, tzinfo=UTC)
SEED = 7

Taken = TypeVar("Taken")


class Trigrams:
    """SQLite's trigram index over the folded texts of trainings, ranked by bm25."""

    def __init__(self, trainings: Sequence[Training]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'trigram')")
        rows = [(training.id, fold(_text(training))) for training in trainings]
        self._connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", rows)

    def first(self, asked: str) -> int | None:
        """Return the number of the training that fits best."""
        words = re.findall(r"\w+", fold(asked))
        parts = {word[at : at + TRIGRAM] for word in words for at in range(len(word) - TRIGRAM + 1)}
        if not parts:
            return None
        query = " OR ".join(f'"{part}"' for part in sorted(parts))
        found = self._connection.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 1", (query,))
        return next((int(number) for (number,) in found), None)


def _text(training: Training) -> str:
    details = training.details
    place = (details.place.name, details.place.city) if details.place else ()
    names = [speaker.name for speaker in details.speakers or ()]
    parts = (details.title, details.kind, details.audience, details.summary, *(details.topics or ()), *names, *place)
    return " ".join(part for part in parts if part)


def by_size(size: int) -> None:
    """Print the rows of one size."""
    chance = random.Random(SEED)  # noqa: S311 -- the same programme each time
    knowledge = varied(size, chance)
    asked = [*questions(knowledge, ASKED, chance), *chance.sample([each.question for each in phrases()], ASKED)]
    forms = question.available()
    before, began = _resident_mb(), time.perf_counter()
    index = question.build(knowledge, forms)
    built, grown = time.perf_counter() - began, _resident_mb() - before
    answers = _costs(index, asked)
    _row(f"an answer, {size} trainings", answers, build_s=round(built, 2), grown_mb=round(grown, 1))
    began = time.perf_counter()
    trigrams = Trigrams(knowledge.trainings)
    built = time.perf_counter() - began
    _row(
        f"FTS5 trigram, {size} trainings",
        [_ms(trigrams.first, text) for text in asked],
        build_s=round(built, 2),
    )


def firsts() -> None:
    """Print how often the training meant comes first, of the questions about one, and what finding it costs."""
    meant = [each for each in phrases() if len(each.trainings) == 1 and not each.context]
    trigrams = {name: Trigrams(_trainings(desk(name).index)) for name in NAMES}
    ways: dict[str, Callable[[Phrase], str | None]] = {
        "hit@1, an answer": _answered,
        "hit@1, FTS5 trigram": lambda phrase: _key(phrase, trigrams[phrase.programme].first(phrase.question)),
    }
    for what, way in ways.items():
        hits = sum(way(each) == each.trainings[0] for each in meant)
        _row(what, [_ms(way, each) for each in meant], hit=round(hits / len(meant), 3))


def _trainings(index: Index) -> tuple[Training, ...]:
    return index.consider([""], NOW).contents.knowledge.trainings


def _answered(phrase: Phrase) -> str | None:
    at = desk(phrase.programme)
    about = at.index.consider([phrase.question], moment(phrase)).answer(at.occupancies).about
    return about[0].training.key if about else None


def _key(phrase: Phrase, number: int | None) -> str | None:
    trainings = _trainings(desk(phrase.programme).index)
    return next((training.key for training in trainings if training.id == number), None)


async def while_building(size: int) -> None:
    """Print how late a loop gets while a thread builds an index."""
    knowledge = varied(size, random.Random(SEED))  # noqa: S311
    late: list[float] = []
    async with asyncio.TaskGroup() as group:
        building = group.create_task(built(knowledge, question.available))
        while not building.done():
            began = time.perf_counter()
            await asyncio.sleep(TICK_S)
            late.append(1000 * (time.perf_counter() - began - TICK_S))
    _row(f"loop late while {size} are read", late)


def hostile() -> None:
    """Print what hostile texts cost, and how the slowest begins."""
    index = desk("spring").index
    texts = list(adversarial(HOSTILE, random.Random(SEED)))  # noqa: S311
    costs = _costs(index, texts)
    worst = texts[costs.index(max(costs))]
    _row("hostile texts, 29 trainings", costs, length=len(worst), slowest=ascii(worst[:40]))


def _costs(index: Index, texts: Sequence[str]) -> list[float]:
    return [_ms(lambda asked: index.consider([asked], NOW).answer({}), text) for text in texts]


def _ms(act: Callable[[Taken], object], taken: Taken) -> float:
    began = time.perf_counter()
    act(taken)
    return 1000 * (time.perf_counter() - began)


def _resident_mb() -> float:
    """Return the memory of the process; where the system does not tell it, 0."""
    gc.collect()
    told = Path("/proc/self/status")
    lines = told.read_text().splitlines() if told.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def _row(what: str, costs: Sequence[float], **more: object) -> None:
    cuts = statistics.quantiles(costs, n=100)
    told = {"p50_ms": cuts[49], "p95_ms": cuts[94], "p99_ms": cuts[98], "max_ms": max(costs)}
    row = {"what": what, "n": len(costs)} | {name: round(value, 3) for name, value in told.items()} | more
    print(json.dumps(row), flush=True)


def main() -> None:
    """Print all rows."""
    for size in SIZES:
        by_size(size)
    firsts()
    asyncio.run(while_building(SIZES[-1]))
    hostile()


if __name__ == "__main__":
    main()
