"""What is wrong with a document that should be a programme file: repeated ids, and what does not fit the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.programme import form, parts, sentences
from domain.programme.problem import Problem, quote, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError

    from domain.programme.document import Document
    from domain.programme.problem import Path

_FORMS: dict[str, type[parts.Part]] = {
    "": form.File,
    "trainings": form.Training,
    "coordinator": parts.Contact,
    "contact": parts.Contact,
    "faq": parts.Answer,
    "place": parts.Place,
    "daily_hours": parts.Hours,
    "speakers": parts.Speaker,
    "materials": parts.Material,
    "agenda": parts.AgendaItem,
    "eligibility": parts.Eligibility,
    "minimum": parts.Minimum,
}


def repeated_ids(source: Document) -> Iterator[Problem]:
    """Find ids used twice among trainings, among questions, and within each agenda."""
    match source.value:
        case {"faq": list(faq)}:
            yield from _repeated(faq, ("faq",), source)
    match source.value:
        case {"trainings": list(trainings)}:
            yield from _repeated(trainings, ("trainings",), source)
            for index, listed in enumerate(trainings):
                match listed:
                    case {"agenda": list(agenda)}:
                        yield from _repeated(agenda, ("trainings", index, "agenda"), source)


def _repeated(items: list[object], path: Path, source: Document) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        match item:
            case {"id": str(key)}:
                here = (*path, index, "id")
                line = source.line(here)
                if key in first:
                    sentence = f"The id {quote(key)} is used already, on line {first[key]}; change one of the two."
                    yield Problem(line, spell(here), sentence)
                first.setdefault(key, line)


def misfits(error: ValidationError, source: Document) -> Iterator[Problem]:
    """Tell each thing that does not fit the form, with its line and path."""
    for found in error.errors(include_url=False):
        path = found["loc"]
        parents = [step for step in path[:-1] if isinstance(step, str)]
        siblings = _FORMS[parents[-1] if parents else ""].names() if found["type"] == "extra_forbidden" else ()
        yield Problem(source.line(path), spell(path), sentences.sentence(found, siblings))
