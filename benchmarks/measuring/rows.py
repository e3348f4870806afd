"""What every table prints: one line of JSON a row, and how two rows stand to each other beside what is aimed at."""

import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Work:
    """What a number of items took: seconds on the wall and of the processor, and milliseconds of each where known."""

    n: int
    wall: float = 0.0
    cpu: float = 0.0
    each_ms: list[float] = field(default_factory=list)

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the processor an item."""
        return 1000 * self.cpu / self.n

    @property
    def wall_ms(self) -> float:
        """Milliseconds on the wall an item."""
        return 1000 * self.wall / self.n

    @property
    def p50_ms(self) -> float:
        """The milliseconds within which half of the items were done: what else a machine did hardly shows in them."""
        return statistics.median(self.each_ms)

    @property
    def p99_ms(self) -> float:
        """The milliseconds within which 99 of 100 items were done."""
        return _quantiles(self.each_ms)["p99_ms"]

    def timed(self, act: Callable[[], object]) -> None:
        """Do one item and note what it took."""
        began, worked = time.perf_counter(), time.process_time()
        act()
        self.note(time.perf_counter() - began, time.process_time() - worked)

    def note(self, wall: float, cpu: float) -> None:
        """Note what one item took, in seconds."""
        self.wall += wall
        self.cpu += cpu
        self.each_ms.append(1000 * wall)


@contextmanager
def working(n: int) -> Iterator[Work]:
    """Measure a block that does so many items."""
    work = Work(n)
    began, worked = time.perf_counter(), time.process_time()
    yield work
    work.wall, work.cpu = time.perf_counter() - began, time.process_time() - worked


def best(rounds: int, measure: Callable[[], Work]) -> Work:
    """Return the work of the round that took the processor least: what else the machine did came on top of it."""
    return min((measure() for _ in range(rounds)), key=lambda work: work.cpu)


def tell(what: str, work: Work, **more: object) -> Work:
    """Print a row."""
    row: dict[str, object] = {"what": what, "n": work.n}
    if work.wall:
        row["rate"] = _rounded(work.n / work.wall)
    if work.cpu:
        row["cpu_ms"] = _rounded(work.cpu_ms)
    row |= {name: _rounded(value) for name, value in _quantiles(work.each_ms).items()}
    print(json.dumps(row | {name: _rounded(value) for name, value in more.items()}), flush=True)
    return work


def ratio(what: str, found: float, *, least: float | None = None, most: float | None = None) -> None:
    """Print how one thing stands to another, or what it took, beside what is aimed at; ``None`` = nothing is."""
    row: dict[str, object] = {"what": what, "ratio": _rounded(found)}
    print(json.dumps(row | _judged(found, least, most)), flush=True)


def aim(what: str, found: float, unit: str, *, least: float | None = None, most: float | None = None) -> None:
    """Print a figure with its unit beside what is aimed at."""
    row: dict[str, object] = {"what": what, unit: _rounded(found)}
    print(json.dumps(row | _judged(found, least, most)), flush=True)


def _judged(found: float, least: float | None, most: float | None) -> dict[str, object]:
    if most is not None:
        return {"target": f"<= {most:g}", "met": found <= most}
    return {} if least is None else {"target": f">= {least:g}", "met": found >= least}


def _quantiles(each_ms: Sequence[float]) -> dict[str, float]:
    if len(each_ms) < 2:  # noqa: PLR2004 - of one there are none
        return {}
    cuts = statistics.quantiles(each_ms, n=100, method="inclusive")
    return {"p50_ms": cuts[49], "p95_ms": cuts[94], "p99_ms": cuts[98], "max_ms": max(each_ms)}


def _rounded(value: object) -> object:
    return float(f"{value:.4g}") if isinstance(value, float) else value
