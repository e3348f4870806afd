"""What reading an announcement costs: by length, for hostile texts, beside a scan for dates by one pattern.

One line of JSON a row. The peer only finds where written dates stand and reads nothing else: it tells what looking at
every sign costs at least.
"""

import json
import re
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import cycle, islice
from zoneinfo import ZoneInfo

from domain import announcement
from tests.announcements.corpus import announcements
from tests.announcements.hostile import hostile

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
WARSAW = ZoneInfo("Europe/Warsaw")
TIMES = 40
FEW_TIMES = 5
SHORT, LONG = 3_000, 50_000
DATES = re.compile(
    r"\b\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+(?:stycz|lut|mar|kwie|maj|czerw|lip|sierp|wrze|pa[zź]dz|listop|grud)\w*(?:\s+\d{4})?"
    r"|\b\d{1,2}\.\d{1,2}(?:\.\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)


def cut(length: int) -> list[str]:
    """Return texts of a length, made of the corpus: each begins with another announcement."""
    texts = [each.text for each in announcements()]
    return [_joined(texts[start:] + texts[:start], length) for start in range(TIMES)]


def _joined(texts: Sequence[str], length: int) -> str:
    return "\n\n".join(islice(cycle(texts), length // 100))[:length]


def read(text: str) -> int:
    """Read a text and return how many trainings were found."""
    return len(announcement.read(text, NOW, WARSAW).found)


def scan(text: str) -> int:
    """Return how many written dates one pattern finds."""
    return sum(1 for _ in DATES.finditer(text))


def _costs(act: Callable[[str], int], texts: Sequence[str]) -> tuple[list[float], int]:
    costs, found = [], 0
    for text in texts:
        began = time.perf_counter()
        found += act(text)
        costs.append(1000 * (time.perf_counter() - began))
    return costs, found


def _row(what: str, costs: Sequence[float], **more: object) -> None:
    cuts = statistics.quantiles(costs, n=20)
    told = {"p50_ms": cuts[9], "p95_ms": cuts[18], "max_ms": max(costs)}
    row = {"what": what, "n": len(costs)} | {name: round(cost, 3) for name, cost in told.items()} | more
    print(json.dumps(row), flush=True)


def by_length(length: int, times: int) -> None:
    """Print what texts of one length cost, read and scanned."""
    texts = cut(length)[:times]
    for name, act in (("read", read), ("peer: scan for dates", scan)):
        costs, found = _costs(act, texts)
        _row(f"{name}, {length} characters", costs, found=found)


def by_hostility(length: int) -> None:
    """Print what hostile texts of one length cost, and which is the slowest."""
    texts = hostile(length)
    for name, act in (("read", read), ("peer: scan for dates", scan)):
        costs, _ = _costs(act, list(texts.values()))
        slowest = max(zip(costs, texts, strict=True))[1]
        _row(f"{name}, hostile, {length} characters", costs, slowest=slowest)


def main() -> None:
    """Print all rows."""
    read("11 września 2026, godz. 9:00 – pierwsze czytanie")  # words and patterns are loaded once
    by_length(SHORT, TIMES)
    by_length(LONG, FEW_TIMES)
    by_hostility(SHORT)
    by_hostility(LONG)
    by_hostility(20 * LONG)


if __name__ == "__main__":
    main()
