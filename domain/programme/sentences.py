"""What pydantic found, put into one clear sentence that says what to do; never which model found it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from pydantic_core import PydanticCustomError

from domain.programme.problem import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pydantic_core import ErrorDetails


TOLD: Final = "told"


def told(sentence: str) -> PydanticCustomError:
    """Return an error, to be raised in a validator, that is already a sentence."""
    return PydanticCustomError(TOLD, "{sentence}", {"sentence": sentence})


def sentence(error: ErrorDetails, siblings: Collection[str]) -> str:
    """Say what to do about an error; ``siblings`` are the fields that may stand where it was found."""
    if error["type"] == "extra_forbidden":
        return _unknown(str(error["loc"][-1]), siblings)
    if error["input"] is None and error["loc"] and error["type"] != TOLD:
        return "This may not be null; state it."
    if write := _SENTENCES.get(error["type"]):
        return write(error)
    return error["msg"]


def _unknown(name: str, siblings: Collection[str]) -> str:
    if close := get_close_matches(name, siblings, n=1):
        return f'There is no such field; perhaps "{close[0]}" is meant.'
    return f"There is no such field; remove it, or use one of: {', '.join(siblings)}."


def _missing(error: ErrorDetails) -> str:
    return f'"{error["loc"][-1]}" is missing; state it.'


def _not_text(error: ErrorDetails) -> str:
    if isinstance(error["input"], bool | list | dict):
        return "Write a text in quotation marks here, or null."
    return f'Put quotation marks around it: "{error["input"]}".'


def _not_number(error: ErrorDetails) -> str:
    value = error["input"]
    if isinstance(value, str) and value.strip().isdecimal():
        return f"Write the number without quotation marks: {value.strip()}."
    return "Write a whole number without quotation marks, such as 12, or null."


def _not_bool(error: ErrorDetails) -> str:
    if error["input"] in {"true", "false"}:
        return f"Write {error['input']} without quotation marks."
    return "Write true, false or null, without quotation marks."


def _not_list(error: ErrorDetails) -> str:
    if isinstance(error["input"], str):
        return f"Write a list in square brackets: [{quote(error['input'])}]."
    return "Write a list in square brackets [ ], or null."


_SENTENCES: dict[str, Callable[[ErrorDetails], str]] = {
    "missing": _missing,
    "string_type": _not_text,
    "string_unicode": lambda _: "Remove the broken \\u sign from this text.",
    "string_too_long": lambda error: (
        f"Shorten this to {error['ctx']['max_length']} characters; it has {len(error['input'])}."
    ),
    "int_type": _not_number,
    "int_from_float": _not_number,
    "greater_than_equal": lambda error: f"Write {error['ctx']['ge']} or more.",
    "less_than_equal": lambda error: f"Write {error['ctx']['le']} or less.",
    "bool_type": _not_bool,
    "list_type": _not_list,
    "model_type": lambda _: "Write an object here, in curly brackets { }.",
}
