"""`ask --programme FILE [QUESTION]`: answers from a programme file, without Telegram, token, settings or database.

Imports what it needs only when it runs.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bot.cli import once
from bot.refusals import Refused

if TYPE_CHECKING:
    from bot.cli.ask.desk import Desk


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the programme, the moment, the language and the question."""
    parser.add_argument("--programme", metavar="FILE", required=True, help="the programme file (JSON) to answer from")
    parser.add_argument(
        "--now",
        metavar="ISO",
        type=once.moment,
        help="the moment of the question, such as 2027-04-13T10:20; now if absent",
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
        once.say(desk.answer(arguments.question).text)
    return 0


def _open(arguments: argparse.Namespace) -> Desk:
    """Read the programme, or raise `Refused` with what is wrong with it."""
    from bot.cli.ask.desk import Desk
    from domain import programme
    from domain.official import Language

    try:
        file = programme.read(once.contents(arguments.programme, "--programme"))
    except programme.FileRefused as refused:
        raise Refused(f"{arguments.programme} cannot be used:\n{refused}") from None
    language = Language(arguments.lang) if arguments.lang else None
    return Desk.over(file, lambda zone: once.at(arguments.now, zone), language)
