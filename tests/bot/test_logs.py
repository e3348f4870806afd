"""Logs: one line a record, no token in any of them, and never the reason the service stops."""

import io
import json
import logging
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from telegram.error import TelegramError

from bot.logs import start_logging
from bot.settings import Logs
from bot.telegram import BotApi
from playground.answers import Answer
from playground.faults import Fault
from playground.request import InProcess
from playground.world import World

TOKEN = "123456789:" + "Abc_-" * 7
CHATTY = ["aiohttp.access", "aiosqlite", "apscheduler", "httpcore", "httpx", "telegram"]
SILENT = "telegram.request"


class Terminal(io.StringIO):
    """A stream that says a person is watching."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def tidy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put everything back that logging keeps for the whole process."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    # Without the handlers, starting does not close those of the test runner.
    root.handlers = []
    yield
    root.handlers = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
    for name in [*CHATTY, SILENT]:
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def records(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_records_are_json_where_nobody_watches(stream: io.StringIO) -> None:
    start_logging(Logs(), stream)
    structlog.get_logger("bot.intake").info("received", update=7, who="Żaneta")
    logging.getLogger("asyncio").warning("slow %s", "task")
    ours, theirs = records(stream)
    assert ours.pop("time").endswith("Z")
    assert ours == {"event": "received", "level": "info", "logger": "bot.intake", "update": 7, "who": "Żaneta"}
    assert (theirs["event"], theirs["level"], theirs["logger"]) == ("slow task", "warning", "asyncio")


def test_records_are_for_people_on_a_terminal() -> None:
    terminal = Terminal()
    start_logging(Logs(), terminal)
    structlog.get_logger("bot.intake").info("received", update=7)
    assert "received" in terminal.getvalue()
    assert not terminal.getvalue().startswith("{")


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()], ids=["json", "terminal"])
def test_token_is_in_no_record(stream: io.StringIO) -> None:
    start_logging(Logs(), stream)
    log = structlog.get_logger("bot")
    log.warning("POST /bot%s", TOKEN, url=f"https://example.org/bot{TOKEN.replace(':', '%3A')}/", deep={"at": [TOKEN]})
    logging.getLogger("telegram").error("token %s", TOKEN, stack_info=True)
    log.error("failed", exc_info=ValueError(TOKEN))
    logging.getLogger("aiohttp").error("failed too", exc_info=ValueError(TOKEN))
    text = stream.getvalue()
    assert text.count("[token]") >= 6
    assert TOKEN.partition(":")[2] not in text


@pytest.mark.parametrize("name", CHATTY)
def test_library_that_writes_private_things_is_kept_at_warning(name: str, stream: io.StringIO) -> None:
    start_logging(Logs(level="DEBUG", development=True), stream)
    logging.getLogger(f"{name}.part").info("secret")
    logging.getLogger(f"{name}.part").warning("trouble")
    assert [record["event"] for record in records(stream)] == ["trouble"]


async def test_answer_that_is_no_json_leaves_no_text_in_the_log(stream: io.StringIO) -> None:
    start_logging(Logs(level="DEBUG", development=True), stream)
    world = World()
    await world.ask("getUpdates")
    world.person("Anna", "Tajna").writes("prywatny tekst")
    spoilt = Fault(lambda true: Answer(200, true.payload[:-5] if true else b""), method="getUpdates", after=True)
    world.faults.add(spoilt)
    with pytest.raises(TelegramError):
        await BotApi(world.token, "http://127.0.0.1", InProcess(world)).call("getUpdates", {})
    assert spoilt.hits == 1
    assert "Tajna" not in stream.getvalue()
    assert "prywatny" not in stream.getvalue()


def test_level_binds_ours_and_theirs(stream: io.StringIO) -> None:
    start_logging(Logs(level="ERROR"), stream)
    for name in ["bot", "telegram"]:
        structlog.get_logger(name).warning("quiet")
        logging.getLogger(name).warning("quiet")
        logging.getLogger(name).error("loud")
    assert [record["event"] for record in records(stream)] == ["loud", "loud"]


def test_control_characters_make_no_second_line(stream: io.StringIO) -> None:
    start_logging(Logs(), stream)
    text = "a\nb\r\x1b[2Jc\u2028d\x85e\u202ef\x00"
    structlog.get_logger("bot").info(text, text=text)
    assert stream.getvalue().count("\n") == 1
    assert len(stream.getvalue().splitlines()) == 1
    assert "\x1b" not in stream.getvalue()
    assert "\u202e" not in stream.getvalue()
    assert records(stream)[0]["text"] == text


def test_control_characters_make_no_second_line_on_a_terminal() -> None:
    terminal = Terminal()
    start_logging(Logs(), terminal)
    structlog.get_logger("bot").info("a\nb\x1b[2J", text="c\u2028d\x85", deep=["e\nf"])
    assert len(terminal.getvalue().splitlines()) == 1
    assert "\x1b[2J" not in terminal.getvalue()


def test_stream_that_fails_stops_nobody(stream: io.StringIO) -> None:
    start_logging(Logs(), stream)
    stream.close()
    structlog.get_logger("bot").info("unheard")
    logging.getLogger("bot").info("%d", "not a number")
    assert logging.raiseExceptions is False


def test_warning_and_crash_become_records(stream: io.StringIO) -> None:
    start_logging(Logs(), stream)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn("old ways", stacklevel=1)
        logging.captureWarnings(capture=False)
    crash = RuntimeError(f"bad {TOKEN}")
    sys.excepthook(RuntimeError, crash, None)
    warned, crashed = records(stream)
    assert "old ways" in warned["event"]
    assert (crashed["event"], crashed["level"]) == ("crashed", "critical")
    assert crashed["exception"] == "RuntimeError: bad [token]"
