"""What the process says about itself: one line a record, no token in any of them. Never imports handlers or storage.

Modules ask `structlog.get_logger()` for their logger; libraries that use the standard one end up in the same lines.
"""

import json
import logging
import re
import sys
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.settings import Logs

# Whatever the settings say: at INFO some of these write addresses with the token, at DEBUG what people wrote.
_KEPT_QUIET = (
    "aiohttp.access",
    "aiosqlite",
    "apscheduler",
    "httpcore",
    "httpx",
    "pydantic_settings",
    "telegram",
)
_SILENT = "telegram.request"
"""Quotes whole answers that are no JSON, with what people wrote; whoever made the call logs that it failed."""

_TOKEN = re.compile(r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def start_logging(logs: Logs, stream: TextIO | None = None) -> None:
    """Send every record to standard error: as JSON, or coloured when a person watches.

    A record that cannot be written is dropped: the service goes on.
    """
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.setLevel(logs.level)
    handler.setFormatter(_Redacting(processors=_ending(terminal=stream.isatty()), foreign_pre_chain=_beginning()))
    logging.basicConfig(handlers=[handler], level=logs.level, force=True)
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    for name in _KEPT_QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(_SILENT).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_beginning(),
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    sys.excepthook = _log_crash


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """Takes tokens out of the finished line, wherever in the record they stood."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("[token]", super().format(record))


def _beginning() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    ]


def _ending(*, terminal: bool) -> list[Processor]:
    beginning: list[Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
    ]
    if terminal:
        in_colour = structlog.dev.ConsoleRenderer(
            timestamp_key="time", exception_formatter=structlog.dev.plain_traceback
        )
        return [*beginning, _escape_values, in_colour]
    return [*beginning, structlog.processors.JSONRenderer(serializer=_json)]


def _escape_values(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Leave a traceback its lines, which people read, and nothing else."""
    for name, value in event.items():
        if isinstance(value, str):
            lines = value.split("\n") if name == "exception" else [value]
            event[name] = "\n".join(map(_escaped, lines))
    return event


def _json(event: EventDict, **options: Any) -> str:  # noqa: ANN401 - passed on to json
    return _escaped(json.dumps(event, ensure_ascii=False, **options))


def _escaped(text: str) -> str:
    """Write control characters as JSON does, so that nobody's text looks like a record of ours."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    structlog.get_logger("bot").critical("crashed", exc_info=(kind, error, trace))
