"""From a programme and its trainings to the text of a programme file: every field, in order, null = not stated."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING

from domain.programme import form, parts
from domain.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from _typeshed import DataclassInstance

    from domain.faq import Faq
    from domain.training import Details

_WORDS = {mode: word for word, mode in form.MODES.items()}


def write(entry: str, trainings: Iterable[tuple[str, Details, int | None]], faq: Sequence[Faq]) -> str:
    """Write a programme file from the programme's own part (JSON) and (external id, details, free seats) in order.

    ``faq`` are its frequent questions as they are now; none at all are an empty list, or null where none were stated.
    """
    own = json.loads(entry)
    own["faq"] = [_frequent(each) for each in faq] or (None if own.get("faq") is None else [])
    file = {name: own.get(name) for name in form.File.names()}
    file["trainings"] = [_training(key, details, free) for key, details, free in trainings]
    return json.dumps(file, ensure_ascii=False, indent=2, allow_nan=False, default=_plain) + "\n"


def _frequent(faq: Faq) -> Mapping[str, str]:
    return dict(zip(parts.Answer.names(), (faq.key, faq.question, faq.answer), strict=True))


def _training(key: str, details: Details, free: int | None) -> Mapping[str, object]:
    stated = _fields(details) | {"id": key, "free_seats": free}
    if details.daily_hours:
        stated["daily_hours"] = dict(zip(parts.Hours.names(), details.daily_hours, strict=True))
    if details.mode:
        stated["mode"] = _WORDS[details.mode]
    return {name: stated[name] for name in form.Training.names()}


def _fields(value: DataclassInstance) -> dict[str, object]:
    return {"id" if field.name == "key" else field.name: getattr(value, field.name) for field in fields(value)}


def _plain(value: Wall | time | Decimal | DataclassInstance) -> object:
    """Return what JSON writes for a value that it does not know."""
    match value:
        case Wall():
            return str(value)
        case time():
            return f"{value:%H:%M}"
        case Decimal():
            return int(value) if value == int(value) else float(value)
        case _:
            return _fields(value)
