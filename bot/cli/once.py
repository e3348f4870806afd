"""What commands share that answer once and leave nothing behind: their moment, their file, their answer in words."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.refusals import Refused

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

YEARS = range(1900, 2200)
"""Years of a moment: beyond them, weeks and months ahead or behind could not be told any more."""


class Misused(Refused):
    """The command was called wrongly."""

    status = 2


def moment(text: str) -> datetime:
    """Read the moment; one without an offset stays so until its zone is known."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"write a moment such as 2027-04-13T10:20, not {text!r}") from None


def at(stated: datetime | None, zone: ZoneInfo) -> datetime:
    """Return the instant of a moment, on the clock of a zone if it has no offset; now if none is stated."""
    if stated is None:
        return datetime.now(UTC)
    if stated.year not in YEARS:
        raise Misused("--now is too far away from today; write another moment.")
    return (stated if stated.tzinfo else stated.replace(tzinfo=zone)).astimezone(UTC)


def contents(name: str, argument: str) -> bytes:
    """Return what a file holds, or raise `Refused`; ``argument`` is what the name was given as."""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Misused(f"{name} cannot be read: {error.strerror}.") from None
    except ValueError:
        raise Misused(f"{argument} is not the name of a file.") from None


def say(text: str) -> None:
    """Print a text as the terminal reads it, without signs that it does not have."""
    sys.stdout.flush()
    sys.stdout.buffer.write((text + "\n").encode(sys.stdout.encoding or "utf-8", "replace"))
