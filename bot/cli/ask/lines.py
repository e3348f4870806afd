"""JSON lines in, JSON lines out, in order, each written before the next is read; a malformed one stops nothing."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, BinaryIO

import orjson

from domain.official import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cli.ask.desk import Desk


class _Malformed(Exception):  # noqa: N818 - an answer to the line, not a fault
    """The line cannot be used; the only argument says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A question, those asked before it in the same chat, and the language of the answer if one is set."""

    question: str
    context: tuple[str, ...]
    language: Language | None


def answer_lines(desk: Desk, source: Iterable[bytes], sink: BinaryIO) -> None:
    """Answer every line until the source ends."""
    for raw in source:
        sink.write(orjson.dumps(_answered(desk, raw)) + b"\n")
        sink.flush()


def _answered(desk: Desk, raw: bytes) -> dict[str, Any]:
    began = perf_counter()
    stated: Any = None
    try:
        stated = _object(raw)
        number, line = _id(stated), _line(stated)
    except _Malformed as malformed:
        return {"id": _shown_id(stated), "error": str(malformed)}
    said = desk.answer(line.question, line.context, line.language)
    return {
        "id": number,
        "text": said.text,
        "trainings": [stored.training.key for stored in said.understood.about],
        "intent": said.understood.intent,
        "behaviour": said.understood.behaviour,
        "ms": round((perf_counter() - began) * 1000, 3),
    }


def _object(raw: bytes) -> dict[str, Any]:
    try:
        stated = orjson.loads(raw)
    except orjson.JSONDecodeError:
        raise _Malformed("This line is not JSON; write one JSON object a line, in UTF-8.") from None
    if not isinstance(stated, dict):
        raise _Malformed('This line is not a JSON object; write {"id": …, "question": …}.')
    return stated


def _shown_id(stated: object) -> object:
    """Return the id of a line that cannot be used, if it has one."""
    found = stated.get("id") if isinstance(stated, dict) else None
    return found if isinstance(found, str | int | float) and not isinstance(found, bool) else None


def _id(stated: dict[str, Any]) -> object:
    number = _shown_id(stated)
    if number is None:
        raise _Malformed('"id" is missing, or neither a text nor a number; every line needs one.')
    return number


def _line(stated: dict[str, Any]) -> _Line:
    asked, context = stated.get("question"), stated.get("context")
    if not isinstance(asked, str):
        raise _Malformed('"question" is missing or not a text; write the question in it.')
    if context is not None and not (isinstance(context, list) and all(isinstance(text, str) for text in context)):
        raise _Malformed('"context" is not a list of texts; write the earlier questions in it, or leave it out.')
    return _Line(asked, tuple(context or ()), _language(stated.get("lang")))


def _language(stated: object) -> Language | None:
    if stated is None:
        return None
    for language in Language:
        if stated == language.value:
            return language
    raise _Malformed('"lang" is neither "pl" nor "en"; write one of them, or leave it out.')
