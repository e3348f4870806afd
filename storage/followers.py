"""Who follows a training signed up for elsewhere."""

from collections.abc import Sequence

from domain.official import Official
from domain.ports import ANYBODY
from domain.training import Training
from storage import rows
from storage.statements import Script, many, value


def follow(training_id: int, official_id: int) -> Script[bool]:
    """Follow a training; ``False`` when it was followed already."""
    new = yield from value("follow", training_id=training_id, official_id=official_id)
    return new is not None


def unfollow(training_id: int, official_id: int) -> Script[bool]:
    """Follow no longer; ``False`` when it was not followed."""
    gone = yield from value("unfollow", training_id=training_id, official_id=official_id)
    return gone is not None


def followed(official_id: int) -> Script[Sequence[Training]]:
    """Return the trainings a person follows, by start."""
    found = yield from many("followed", official_id=official_id)
    return [rows.training(row) for row in found]


def followers(training_id: int, among: tuple[int, int] = ANYBODY) -> Script[Sequence[Official]]:
    """Return the followers of a training among two ids of people, both included."""
    first, last = among
    found = yield from many("followers", training_id=training_id, first=first, last=last)
    return [rows.official(row) for row in found]
