"""`ask --programme FILE [QUESTION]`: answers from a programme file, without Telegram, token, settings or database.

Imports what it needs only when it runs.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.refusals import Refused

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from bot.cli.ask.desk import Desk


class _Misused(Refused):
    """The command was called wrongly."""

    status = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the programme, the moment, the language and the question."""
    parser.add_argument("--programme", metavar="FILE", required=True, help="the programme file (JSON) to answer from")
    parser.add_argument(
        "--now", metavar="ISO", type=_moment, help="the moment of the question, such as 2027-04-13T10:20; now if absent"
    )
    parser.add_argument("--lang", choices=("pl", "en"), help="the language of the answers; recognised if absent")
    parser.add_argument(
        "question", metavar="QUESTION", nargs="?", help="the question; without it, JSON lines from standard input"
    )


def run(arguments: argparse.Namespace) -> int:
    """Answer one question as text, or JSON lines with JSON lines."""
    desk = _open(arguments)
    if arguments.question is None:
        from bot.cli.ask.lines import answer_lines

        answer_lines(desk, sys.stdin.buffer if sys.stdin else (), sys.stdout.buffer)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(_encoded(desk.answer(arguments.question).text + "\n"))
    return 0


def _open(arguments: argparse.Namespace) -> Desk:
    """Read the programme, or raise `Refused` with what is wrong with it."""
    from bot.cli.ask.desk import Desk
    from domain import programme
    from domain.official import Language

    try:
        file = programme.read(_bytes(arguments.programme))
    except programme.FileRefused as refused:
        raise Refused(f"{arguments.programme} cannot be used:\n{refused}") from None
    language = Language(arguments.lang) if arguments.lang else None
    return Desk.over(file, lambda zone: _now(arguments.now, zone), language)


YEARS = range(1900, 2200)
"""Years of a question: beyond them, weeks and months ahead or behind could not be told any more."""


def _moment(text: str) -> datetime:
    """Read the moment; one without an offset stays so until the programme's zone is known."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"write a moment such as 2027-04-13T10:20, not {text!r}") from None


def _now(stated: datetime | None, zone: ZoneInfo) -> datetime:
    if stated is None:
        return datetime.now(UTC)
    if stated.year not in YEARS:
        raise _Misused("--now is too far away from today; write another moment.")
    return (stated if stated.tzinfo else stated.replace(tzinfo=zone)).astimezone(UTC)


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise _Misused(f"{name} cannot be read: {error.strerror}.") from None
    except ValueError:
        raise _Misused("--programme is not the name of a file.") from None


def _encoded(text: str) -> bytes:
    """Return the text as the terminal reads it, without signs that it does not have."""
    return text.encode(sys.stdout.encoding or "utf-8", "replace")
