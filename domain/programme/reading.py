"""From the text of a programme file to domain values, or to everything that is wrong with it; never in part."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from domain import training
from domain.faq import Faq
from domain.programme import document, findings, form, parts, times
from domain.programme.problem import FileRefused, Problem

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from domain.programme.document import Document
    from domain.training import Details

LARGEST = 5_000_000

_VALUES: dict[type[BaseModel], Any] = {
    parts.Place: training.Place,
    parts.Speaker: training.Speaker,
    parts.Contact: training.Contact,
    parts.Material: training.Material,
    parts.AgendaItem: training.AgendaItem,
    parts.Eligibility: training.Eligibility,
    parts.Minimum: training.Minimum,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A training as the file lists it, by its external id; ``line`` is where it begins."""

    key: str
    details: Details
    free_seats: int | None
    line: int


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """A programme and its trainings; ``entry`` is the programme's own part as JSON text with all its fields.

    ``name`` is the organiser when the programme has no name of its own; ``timezone`` is what `read` was given when the
    file states none; ``faq`` are its frequent questions, not stored yet.
    """

    entry: str
    name: str
    organiser: str | None
    timezone: str
    trainings: tuple[Listed, ...]
    faq: tuple[Faq, ...]


def read(text: str | bytes, timezone: str = form.DEFAULT_TIMEZONE) -> ProgrammeFile:
    """Read a programme file; raise `FileRefused` with every problem when there is any.

    ``timezone`` is that of a programme which names none.
    """
    source = document.parse(_decoded(text))
    problems = [*source.problems, *findings.repeated_ids(source)]
    try:
        filled = form.File.model_validate(source.value, context=_zone(source.value, timezone))
    except ValidationError as error:
        raise FileRefused([*problems, *findings.misfits(error, source)]) from None
    if problems:
        raise FileRefused(problems)
    return _programme(filled, source, timezone)


def _decoded(text: str | bytes) -> str:
    """Return the text without a byte order mark, as Notepad writes one."""
    raw = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    if len(raw) > LARGEST:
        raise FileRefused([Problem(1, "", f"The file is larger than {LARGEST // 1_000_000} MB; split the programme.")])
    try:
        return text.removeprefix("\ufeff") if isinstance(text, str) else raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileRefused([Problem(line, "", "The file is not UTF-8; save it again and choose UTF-8.")]) from None


def _zone(value: object, unstated: str) -> ZoneInfo | None:
    """Return the zone in which the file's hours are to be checked; ``None`` when it is not a zone at all."""
    name = value.get("timezone") if isinstance(value, dict) else None
    return times.zone(name) if isinstance(name, str) else times.zone(unstated)


def _programme(filled: form.File, source: Document, unstated: str) -> ProgrammeFile:
    entry = filled.model_dump(mode="json", by_alias=True, exclude={"trainings"})
    return ProgrammeFile(
        entry=json.dumps(entry, ensure_ascii=False),
        name=filled.programme or filled.organiser or "",
        organiser=filled.organiser,
        timezone=filled.timezone or unstated,
        trainings=tuple(
            Listed(listed.key, _details(listed), listed.free_seats, source.line(("trainings", index)))
            for index, listed in enumerate(filled.trainings or ())
        ),
        faq=tuple(Faq(0, 0, each.key, each.question, each.answer) for each in filled.faq or ()),
    )


def _details(listed: form.Training) -> Details:
    stated = _stated(listed)
    del stated["key"]
    stated.pop("free_seats", None)
    return training.Details(**stated)


def _stated(part: BaseModel) -> dict[str, Any]:
    """Return what a part of the form states, as domain values by name; what it does not is left to their defaults."""
    return {name: _value(stated) for name, stated in part if stated is not None}


def _value(stated: object) -> object:
    match stated:
        case list():
            return tuple(_value(item) for item in stated)
        case parts.Hours():
            return stated.hours()
        case BaseModel():
            return _VALUES[type(stated)](**_stated(stated))
        case _:
            return stated
