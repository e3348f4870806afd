"""Presses to the text that buttons carry, and back. Never imports telegram."""

from __future__ import annotations

import re
from dataclasses import fields
from enum import EnumType
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final, get_args, get_origin, get_type_hints

from handlers.buttons.announcing import Announcing
from handlers.buttons.asking import Asking
from handlers.buttons.binding import Binding
from handlers.buttons.broadcasting import Broadcasting
from handlers.buttons.changing import Changing
from handlers.buttons.delivering import Delivering
from handlers.buttons.finding import Finding
from handlers.buttons.forecasting import Forecasting
from handlers.buttons.news import News
from handlers.buttons.organising import Organising
from handlers.buttons.own import Own
from handlers.buttons.signing_up import SigningUp

if TYPE_CHECKING:
    from collections.abc import Callable

Press = (
    Finding
    | SigningUp
    | Own
    | Organising
    | Asking
    | News
    | Binding
    | Announcing
    | Changing
    | Broadcasting
    | Delivering
    | Forecasting
)

LONGEST: Final = 64
_KINDS: Final[dict[str, type[Press]]] = {kind.code: kind for kind in get_args(Press)}


def encode(press: Press) -> str:
    """Return the text that a button carries; a press that could not be read back raises ``ValueError``."""
    values = (getattr(press, each.name) for each in fields(press))
    text = ":".join([press.code, *(_written(value) for value in values)])
    if decode(text) != press:
        raise ValueError(f"This press does not fit on a button: {press}")
    return text


def decode(text: str) -> Press | None:
    """Return the press that a button carries, or ``None`` for anything else: foreign, malformed or too long."""
    kind = _KINDS.get(text.partition(":")[0])
    if kind is None or len(text) > LONGEST:
        return None
    pattern, readers = _wire(kind.code)
    found = pattern.fullmatch(text)
    return kind(*(read(part) for read, part in zip(readers, found.groups(), strict=True))) if found else None


def _written(value: object) -> str:
    return "1" * value if isinstance(value, bool) else str(value)


@cache
def _wire(code: str) -> tuple[re.Pattern[str], tuple[Callable[[str], Any], ...]]:
    """Return the pattern of a kind's text, and what makes a value of each part of it."""
    kind = _KINDS[code]
    hints = get_type_hints(kind, include_extras=True)
    parts = [_field(hints[each.name]) for each in fields(kind)]
    pattern = ":".join([code, *(f"({pattern})" for pattern, _ in parts)])
    return re.compile(pattern), tuple(read for _, read in parts)


def _field(hint: Any) -> tuple[str, Callable[[str], Any]]:  # noqa: ANN401 - a type hint has no type of its own
    """Return the pattern of a field's text and what reads it: annotated kinds, literals and enumerations."""
    if get_origin(hint) is Annotated:
        kind, pattern = get_args(hint)
        return pattern, kind
    if isinstance(hint, EnumType):
        return "|".join(hint.__members__.values()), hint
    return "|".join(get_args(hint)), str
