"""Rows into values of the domain: the queries name their columns alike, so that each value is read in one place."""

from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

import orjson

from domain.entry import Unheard, ended_by
from domain.institution import Institution
from domain.notice import Fate, Kind
from domain.official import Language, Official, Preferences
from domain.registration import Registration, State
from domain.training import Contact, Details, Programme, Training
from storage import codec
from storage.instants import instant
from storage.statements import Row

_REMEMBERED = 16_384
"""More than there are trainings: read in their order, one text too many would push each out before it is read again."""


def programme(row: Row) -> Programme:
    """Read a programme; whom to ask and where to sign up stand in its own part of the file."""
    return _programme(row["programme_id"], row["programme"], row["organiser"], row["timezone"], row["entry"])


def training(row: Row) -> Training:
    """Read a training with its programme."""
    return Training(
        id=row["training_id"],
        key=row["key"],
        programme=programme(row),
        details=details(row["details"]),
        seats=row["seats"],
        version=row["version"],
        announced_on=date.fromisoformat(row["announced_on"]) if row["announced_on"] else None,
    )


def registration(row: Row) -> Registration:
    """Read a registration."""
    return Registration(
        id=row["registration_id"],
        training_id=row["training_id"],
        official_id=row["official_id"],
        state=State(row["state"]),
        seat=row["seat"] is not None,
        queue=row["queue"],
        until=instant(row["until"]),
        former=State(row["former"]) if row["former"] else None,
        former_until=instant(row["former_until"]),
        confirmed=bool(row["confirmed"]),
    )


def official(row: Row) -> Official:
    """Read a person with the institution."""
    return person(row, None if row["institution_id"] is None else institution(row))


def unheard(row: Row) -> Unheard:
    """Read somebody whom a notice did not reach, with what became of it; without one, nothing reaches them at all."""
    if row["kind"] is None:
        return Unheard(official(row))
    return Unheard(official(row), Kind(row["kind"]), ended_by(Fate(row["fate"]), row["reason"]))


def person(row: Row, belongs: Institution | None) -> Official:
    """Read a person of an institution that was read before; somebody of whom nothing is stored yet has the defaults."""
    if row["language"] is None:
        return Official(row["official_id"])
    return Official(
        id=row["official_id"],
        language=Language(row["language"]),
        name=row["person"],
        institution=belongs,
        preferences=_preferences(row["preferences"]),
        notice_version=row["notice_version"],
        notice_seen_at=instant(row["notice_seen_at"]),
        unreachable=row["unreachable"],
    )


def institution(row: Row) -> Institution:
    """Read an institution."""
    return Institution(
        id=row["institution_id"],
        name=row["institution"],
        aliases=tuple(orjson.loads(row["aliases"])),
        member=bool(row["member"]),
        listed=bool(row["listed"]),
    )


# The same texts are read again and again, and what they mean never changes.


@lru_cache(_REMEMBERED)
def details(text: str) -> Details:
    """Read what the organiser stated."""
    return codec.load(Details, text)


@lru_cache(_REMEMBERED)
def _preferences(text: str) -> Preferences:
    return codec.load(Preferences, text)


@lru_cache(_REMEMBERED)
def _programme(number: int, name: str, organiser: str | None, timezone: str, entry: str) -> Programme:
    stated = orjson.loads(entry)
    coordinator = stated.get("coordinator")
    return Programme(
        id=number,
        name=name,
        organiser=organiser,
        zone=ZoneInfo(timezone),
        coordinator=Contact(**coordinator) if coordinator else None,
        signup_url=stated.get("signup_url"),
    )
