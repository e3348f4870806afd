"""What comes from outside, read strictly, so that all of it can be kept, shown and passed on. Imports no HTTP.

Telegram takes text in UTF-8, finite numbers, and values that lie in one another up to a hundred levels.
"""

import re
from collections.abc import Mapping
from itertools import count
from math import isfinite
from typing import TypeVar

import orjson

MOST_LEVELS = 100
_SURROGATE = re.compile("[\ud800-\udfff]")
_KINDS: dict[type, str] = {str: "String", int: "Number", dict: "Object", list: "Array"}

Kind = TypeVar("Kind")


class WrongFieldError(ValueError):
    """A field that is not there or of another kind, in Telegram's words."""


def json_of(given: bytes | str) -> object:
    """Read JSON; a ValueError tells in one sentence why it cannot be taken."""
    try:
        value: object = orjson.loads(given)
    except orjson.JSONDecodeError as error:
        fault = error.msg
    else:
        fault = fault_in(value)
        if not fault:
            return value
    raise ValueError(f"This JSON cannot be taken: {fault}.")


def fault_in(value: object) -> str:
    """Tell what Telegram would not take in a value, its names and all that lies in it; empty when nothing."""
    level = [value]
    for depth in count():
        below: list[object] = []
        for each in level:
            if isinstance(each, str):
                if not each.isascii() and _SURROGATE.search(each):
                    return "strings must be encoded in UTF-8"
            elif isinstance(each, dict):
                below += each
                below += each.values()
            elif isinstance(each, list | tuple):
                below += each
            elif isinstance(each, float) and not isfinite(each):
                return "numbers must be finite"
        if not below:
            break
        if depth == MOST_LEVELS:
            return f"values lie more than {MOST_LEVELS} levels deep"
        level = below
    return ""


def readable(text: str) -> str:
    """Put a question mark for whatever cannot go out as UTF-8."""
    return text.encode("utf-8", "replace").decode()


def field(of: Mapping[str, object], name: str, kind: type[Kind]) -> Kind:
    """Read a field that must be there and of this kind, or raise WrongFieldError; a number may stand in text."""
    if name not in of:
        raise WrongFieldError(f'Can\'t find field "{name}"')
    value = of[name]
    if kind is int and isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
        value = int(value)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise WrongFieldError(f'Field "{name}" must be of type {_KINDS[kind]}')
    return value
