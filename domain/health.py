"""Health: how the parts of the running bot are, as each told last; never how it is measured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

EVERY = timedelta(seconds=15)
"""How often each part is measured and told."""
SILENT_AFTER = timedelta(seconds=45)
"""What has told nothing for so long is not there any more."""


class Part(StrEnum):
    """What can fail by itself."""

    INTAKE = "intake"
    TURNS = "turns"
    COURIER = "courier"
    STORAGE = "storage"
    LOOP = "loop"
    RECORDS = "records"
    """What is remembered, as the reconciler found it."""


class Condition(StrEnum):
    """How a part is."""

    WELL = "well"
    AILING = "ailing"
    """It serves, but somebody has to look after it."""
    WAITING = "waiting"
    """It cannot serve because of something outside, Telegram or the disk, and goes on by itself when that is over."""
    STUCK = "stuck"
    """It does nothing any more: the process has to be started anew."""


SERVING = (Condition.WELL, Condition.AILING)


@dataclass(frozen=True, slots=True)
class Beat:
    """What a part told of itself; ``said`` is a plain sentence without personal data."""

    part: Part
    at: datetime
    condition: Condition = Condition.WELL
    said: str = ""


def silent(beat: Beat, now: datetime) -> bool:
    """Tell whether a part has told nothing for too long; one that told it later than now is of a clock set back."""
    return abs(now - beat.at) > SILENT_AFTER


def serves(beats: Sequence[Beat], now: datetime) -> bool:
    """Tell whether every part is there and serves."""
    heard = {beat.part for beat in beats if beat.condition in SERVING and not silent(beat, now)}
    return heard == set(Part)
