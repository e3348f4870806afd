"""Programmes and their trainings; whatever is written to them raises the version that readers watch."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import dates
from domain.ports import Occupancy, Stored
from domain.training import Details, Programme, Training
from storage import codec, rows
from storage.instants import micros
from storage.statements import Row, Script, Scripted, Value, act, each, many, one, scripted, value


class ChangedMeanwhile(Exception):  # noqa: N818 - it says what happened
    """Somebody else changed the training after it was read; read it anew and decide again."""


def _occupancy(row: Row) -> Occupancy:
    seats, taken = row["seats"], row["taken"]
    free = None if seats is None else max(0, seats - taken)
    return Occupancy(taken=taken, free=free, waiting=row["waiting"])


def stored(row: Row) -> Stored:
    """Read a training with its occupancy."""
    return Stored(rows.training(row), _occupancy(row))


def _get(training_id: int) -> Script[Stored | None]:
    row = yield from one("training", training_id=training_id)
    return stored(row) if row else None


def _upcoming(now: datetime) -> Script[Sequence[Stored]]:
    found = yield from many("upcoming", now=micros(now))
    return [stored(row) for row in found]


def _of_programme(programme_id: int) -> Script[Sequence[Stored]]:
    found = yield from many("of_programme", programme_id=programme_id)
    return [stored(row) for row in found]


def _everything() -> Script[Sequence[Stored]]:
    found = yield from many("everything")
    return [stored(row) for row in found]


def _occupancies(ids: Collection[int]) -> Script[Mapping[int, Occupancy]]:
    found = yield from many("occupancies", ids=codec.dump(list(ids)))
    return {row["training_id"]: _occupancy(row) for row in found}


def these(ids: Collection[int]) -> Script[Mapping[int, Stored]]:
    """Return these trainings by number, in the order of their start."""
    found = yield from many("these_trainings", ids=codec.dump(list(ids)))
    return {row["training_id"]: stored(row) for row in found}


def _programmes() -> Script[Sequence[Programme]]:
    found = yield from many("programmes")
    return [rows.programme(row) for row in found]


def _programme_entry(programme_id: int) -> Script[str]:
    entry: str = yield from value("programme_entry", programme_id=programme_id)
    return entry


def _add_programme(name: str, organiser: str | None, timezone: str, entry: str) -> Script[int]:
    number: int = yield from value("add_programme", name=name, organiser=organiser, timezone=timezone, entry=entry)
    yield from _retime(number)
    yield from act("raise_programme_version")
    return number


def _retime(programme_id: int) -> Script[None]:
    """Let the instants of trainings follow their programme into another zone."""
    found = yield from many("of_programme", programme_id=programme_id)
    stale = []
    for row in found:
        training = rows.training(row)
        instants = {"starts_at": micros(training.starts_at), "ends_at": micros(training.ends_at)}
        if instants != {name: row[name] for name in instants}:
            stale.append({"training_id": training.id, **instants})
    yield from each("retime", stale)


def _stated(details: Details, zone: ZoneInfo, seats: int | None) -> dict[str, Value]:
    return {
        "details": codec.dump(details),
        "status": details.status,
        "starts_at": micros(dates.opening(details.start, zone)),
        "ends_at": micros(dates.closing(details.start, details.end, zone)),
        "seats": seats,
    }


def _add(programme_id: int, key: str, details: Details, seats: int | None) -> Script[int]:
    timezone = yield from value("zone_of_programme", programme_id=programme_id)
    stated = _stated(details, ZoneInfo(timezone), seats)
    number: int = yield from value("add_training", programme_id=programme_id, key=key, **stated)
    yield from act("raise_programme_version")
    return number


def _change(training: Training, details: Details, seats: int | None) -> Script[None]:
    stated = _stated(details, training.zone, seats)
    changed = yield from value("change_training", training_id=training.id, version=training.version, **stated)
    if changed is None:
        raise ChangedMeanwhile(training.id)
    yield from act("raise_programme_version")


def _version() -> Script[int]:
    version: int = yield from value("programme_version")
    return version


class Trainings(Scripted):
    """Programmes and their trainings."""

    get = scripted(_get)
    upcoming = scripted(_upcoming)
    everything = scripted(_everything)
    occupancies = scripted(_occupancies)
    programmes = scripted(_programmes)
    programme_entry = scripted(_programme_entry)
    of_programme = scripted(_of_programme)
    add_programme = scripted(_add_programme)
    add = scripted(_add)
    change = scripted(_change)
    version = scripted(_version)
