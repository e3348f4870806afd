"""Trouble: a line when it begins, fewer and fewer while it lasts, and one when it is over."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.cli.demo.town import found
from bot.trouble import LONGEST, QUIET, Trouble
from playground.faults import Fault, bad_gateway
from tests.bot.test_watch import Seconds


@pytest.fixture
def lines() -> Iterator[list[EventDict]]:
    with capture_logs() as entries:
        yield entries


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def polling(seconds: Seconds) -> Trouble:
    return Trouble("polling", seconds=seconds)


def test_trouble_is_told_when_it_begins_and_when_it_is_over(
    polling: Trouble, seconds: Seconds, lines: list[EventDict]
) -> None:
    for _ in range(10):
        polling.failed("NetworkError", pause=3)
        seconds.at += 3
    polling.worked()
    seconds.at += QUIET
    polling.worked()
    polling.worked()
    assert lines == [
        {"event": "polling failed", "log_level": "warning", "error": "NetworkError", "failures": 1, "pause": 3},
        {"event": "polling works again", "log_level": "info", "failures": 10, "seconds": 27},
    ]


def test_trouble_that_lasts_is_told_ever_more_seldom(
    polling: Trouble, seconds: Seconds, lines: list[EventDict]
) -> None:
    for _ in range(24 * 360):
        polling.failed("NetworkError")
        seconds.at += 10
    still = [line["seconds"] for line in lines if line["event"] == "polling still fails"]
    assert still[:7] == [60, 180, 420, 900, 1860, 3780, 7380]
    assert {later - sooner for sooner, later in pairwise(still[6:])} == {LONGEST}


def test_trouble_of_another_kind_is_told_once(polling: Trouble, lines: list[EventDict]) -> None:
    told = [polling.failed(error) for error in ("NetworkError", "InvalidToken") * 5]
    assert told == [True] * 2 + [False] * 8
    assert [line["error"] for line in lines] == ["NetworkError", "InvalidToken"]


def test_what_fails_now_and_then_is_one_trouble(polling: Trouble, seconds: Seconds, lines: list[EventDict]) -> None:
    for _ in range(5):
        polling.failed("Conflict")
        polling.worked()
        seconds.at += QUIET / 2
        polling.worked()
    seconds.at += QUIET
    polling.worked()
    assert [line["event"] for line in lines] == ["polling failed", "polling still fails", "polling works again"]


def test_what_works_says_nothing(polling: Trouble, seconds: Seconds, lines: list[EventDict]) -> None:
    polling.worked()
    seconds.at += LONGEST
    polling.over()
    assert lines == []


def test_trouble_that_begins_anew_is_told_anew(polling: Trouble, seconds: Seconds, lines: list[EventDict]) -> None:
    for _ in range(2):
        polling.failed("NetworkError")
        seconds.at += LONGEST
        polling.over()
    assert [line["event"] for line in lines] == ["polling failed", "polling works again"] * 2
    assert [line["seconds"] for line in lines[1::2]] == [0, 0]


async def test_outage_of_sending_is_told_once_and_one_person_who_blocks_the_bot_is_none(lines: list[EventDict]) -> None:
    async with found() as town:
        people = [town.resident(f"Osoba{number}") for number in range(6)]
        for resident in people:
            resident.person.writes("/help")
        people[-1].person.blocks()
        town.world.faults.add(Fault(bad_gateway(), method="sendMessage", times=5))
        await town.settle()
    assert [line["event"] for line in lines if "sending" in line["event"]] == ["sending failed"]
