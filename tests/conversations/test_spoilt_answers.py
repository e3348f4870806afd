"""Spoilt answers of Telegram: nobody's words come into the log, nobody goes unserved, nobody loses a place."""

import io
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import structlog
from telegram.error import TelegramError

from bot.logs import start_logging
from bot.settings import Logs
from playground.answers import Answer, bad_request, done
from playground.faults import Failure, Fault, refused
from tests.conversations.conftest import Entries
from tests.conversations.hearing import words
from tests.conversations.programmes import training
from tests.conversations.towns import queue_of, town_of

NOTHING_YET = "Nie ma jeszcze żadnych zapisów."


@pytest.fixture
def log(mishaps: Entries, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything the process logs from now on; afterwards logging is as it was."""
    assert mishaps == []
    root, written = logging.getLogger(), io.StringIO()
    levels = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict}
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    # Without the handlers, starting does not close those of the test runner.
    root.handlers = []
    start_logging(Logs(level="INFO"), written)
    yield written
    root.handlers = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
    for name in logging.root.manager.loggerDict:
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


def cut_short(true: Answer | None) -> Answer:
    """Lose the end of an answer on its way."""
    assert true is not None
    return replace(true, body=true.payload[:-5])


def joined_by(stranger: object) -> Failure:
    """Let something that is no update come with the updates."""

    def spoil(true: Answer | None) -> Answer:
        assert true is not None
        return done([*true.result, stranger])

    return spoil


async def test_an_answer_cut_short_brings_no_words_into_the_log(log: io.StringIO) -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Tajemna")
        await anna.starts()
        anna.person.writes("bardzo prywatny tekst")
        spoilt = town.world.faults.add(Fault(cut_short, method="getUpdates", after=True))
        with pytest.raises(TelegramError):
            await town.settle()
        assert spoilt.hits == 1
        await anna.writes("/moje")
        assert words(anna.last).startswith(NOTHING_YET)
    assert "prywatny" not in log.getvalue()
    assert "Tajemna" not in log.getvalue()


@pytest.mark.parametrize("stranger", [1, None, "x"])
async def test_an_element_that_is_no_update_does_not_stop_the_others(stranger: object) -> None:
    async with town_of(training(seats=1)) as town:
        anna = town.resident("Anna", "Nowak")
        town.world.faults.add(Fault(joined_by(stranger), method="getUpdates", after=True, times=3))
        assert words(await anna.writes("/moje")).startswith(NOTHING_YET)
        assert town.world.updates.pending == []


async def test_a_message_telegram_cannot_parse_costs_nobody_the_place_in_the_queue(mishaps: Entries) -> None:
    async with town_of(training(seats=1)) as town:
        anna, *waiting = await queue_of(town, "Anna", "Ewa", "Ola", "Iza", "Ida")
        unparsable = Fault(refused(bad_request("can't parse entities")), method="sendMessage", times=None)
        town.world.faults.add(unparsable)
        await anna.forges("w:1")
        await town.passes(timedelta(minutes=2))
        assert unparsable.hits > 0
        town.world.faults.clear()
        assert [words(await person.writes("/moje")).partition(" · ")[2] for person in waiting] == [
            "🎉 czeka wolne miejsce",
            "🕒 lista rezerwowa, miejsce 1",
            "🕒 lista rezerwowa, miejsce 2",
            "🕒 lista rezerwowa, miejsce 3",
        ]
        mishaps.clear()
