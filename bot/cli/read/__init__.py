"""`read [--now ISO] [--json] FILE|-`: drafts of trainings from an announcement, without Telegram, token or database.

Imports what it needs only when it runs.
"""

from __future__ import annotations

import argparse
import sys
from typing import Final

from bot.cli import once

ZONE: Final = "Europe/Warsaw"
_STANDARD_INPUT: Final = "-"


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the file, the moment and the shape of the answer."""
    parser.add_argument(
        "--now", metavar="ISO", type=once.moment, help="the day or moment of pasting, such as 2027-04-13; now if absent"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of words")
    parser.add_argument("file", metavar="FILE", help="the announcement, a text file; - is standard input")


def run(arguments: argparse.Namespace) -> int:
    """Read the announcement and print what was found; a text without an event is no failure."""
    from zoneinfo import ZoneInfo

    from bot.cli.read.document import document
    from bot.cli.read.text import decoded
    from domain import announcement
    from domain.official import Language
    from handlers.replies.announcing import plainly
    from handlers.texts import Words

    zone = ZoneInfo(ZONE)
    now = once.at(arguments.now, zone)
    text = decoded(_raw(arguments.file), "The text" if arguments.file == _STANDARD_INPUT else arguments.file)
    reading = announcement.read(text, now, zone)
    words = Words(Language.POLISH, now)
    if arguments.json:
        import json

        once.say(json.dumps(document(words, reading), ensure_ascii=False, indent=2))
    else:
        once.say(plainly.told(words, text, reading, zone))
    return 0


def _raw(name: str) -> bytes:
    if name == _STANDARD_INPUT:
        return sys.stdin.buffer.read() if sys.stdin else b""
    return once.contents(name, "FILE")
