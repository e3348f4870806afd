"""Every case has its seed from one place, and tells it when it fails."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import astuple
from datetime import UTC, datetime
from functools import reduce
from operator import add
from pathlib import Path
from random import Random

import pytest

from playground.clock import RunningClock
from playground.world import World
from tests.faults.processes import Served, served
from tests.faults.tally import Tally, tallies


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    """Return the number that everything accidental in a case comes from."""
    found: int = request.config.getoption("fault_seed")
    request.node.add_report_section("setup", "fault seed", f"--fault-seed {found}")
    return found


@pytest.fixture
def dice(seed: int, request: pytest.FixtureRequest) -> Random:
    """Return dice that fall the same way for the same case and seed."""
    return Random(f"{seed} {request.node.name}")  # noqa: S311 - they only have to be repeatable


@pytest.fixture
async def bot(tmp_path: Path, seed: int) -> AsyncIterator[Served]:
    """Return a world by the machine's clock and a bot for it that does not run yet."""
    async with served(World(RunningClock(datetime.now(UTC)), seed=seed), tmp_path / "bot.db") as found:
        yield found


@pytest.fixture(autouse=True)
def tallied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tell what became of the updates of a case in which the process died."""
    tallies.clear()
    yield
    for each in tallies.values():
        if each.deaths:
            request.node.user_properties.append(("tally", astuple(each)))


@pytest.fixture
def tell(request: pytest.FixtureRequest, seed: int) -> Callable[[str], None]:
    """Tell the figures of a case; all of them are listed at the end of the run."""
    cases = ", ".join(each for marker in request.node.iter_markers("case") for each in marker.args)

    def told(figures: str) -> None:
        request.node.user_properties.append(("figure", f"{cases} {request.node.name} (seed {seed}): {figures}"))

    return told


@pytest.fixture
def figure(tell: Callable[[str], None]) -> Callable[[str, float], None]:
    """Tell a figure of a case, in seconds."""
    return lambda what, seconds: tell(f"{what} {seconds:.1f} s")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    told = {value for each in reports for name, value in getattr(each, "user_properties", ()) if name == "figure"}
    deaths = [
        Tally(*value)
        for each in reports
        if getattr(each, "when", "") == "teardown"  # the tally is told last
        for name, value in each.user_properties
        if name == "tally"
    ]
    if told or deaths:
        terminalreporter.section("figures")
    for line in sorted(map(str, told)):
        terminalreporter.write_line(line)
    if deaths:
        terminalreporter.write_line(f"updates of {len(deaths)} cases: {reduce(add, deaths)}")
