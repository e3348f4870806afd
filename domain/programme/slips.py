"""The usual slips in JSON written by hand, each with the sentence that helps; never reads the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.programme.problem import quote

if TYPE_CHECKING:
    from json import JSONDecodeError

_TYPOGRAPHIC = "„”“‟«»‘’‚'`"
_LITERALS = {"true": "true", "false": "false", "null": "null", "none": "null"}
_LONGEST_WORD = 20


def after_value(text: str, end: int, at: int, bracket: str) -> str:
    """Say what is wrong where a comma or the closing bracket should follow a value that ended at ``end``."""
    if at == len(text):
        return f"The file ends before the closing {bracket}; the end may be cut off, or a bracket is missing."
    if text[end - 1] == '"' and text[at] not in '":{}[],':
        return 'The text ended at a quotation mark inside it; write \\" there, or „ and ”.'
    if text[end - 1] == "0" and text[at].isdecimal() and end == at:
        return "A number does not begin with 0; put quotation marks around it if it is a text, such as a telephone."
    return f"A comma, or the closing {bracket}, is missing after this value."


def in_place_of_name(text: str, at: int) -> str:
    """Say what is wrong where the quoted name of a field should stand."""
    if text[at : at + 1].isdecimal():
        return "A name in quotation marks should follow this comma; write numbers with a point: 99.50."
    return _common(text, at) or "Write the name of a field here, in quotation marks, and a colon after it."


def in_place_of_value(text: str, at: int, error: JSONDecodeError) -> str:
    """Say what is wrong where a value should stand; ``error`` is what the standard reader said."""
    if text.startswith('"', at):
        return _in_text(error)
    word = _word(text, at)
    if known := _LITERALS.get(word.lower()):
        return f"Write {known}, in small letters."
    if text[at : at + 1] in {",", "}", "]", ":"}:
        return "A value is missing here; write null when it is not known."
    return (
        _common(text, at) or f"{quote(word)} is no value of JSON; a text needs quotation marks, a number only digits."
    )


def _common(text: str, at: int) -> str | None:
    if at == len(text):
        return "The file ends too early; the end may be cut off, or a bracket is missing."
    if text[at] in _TYPOGRAPHIC:
        return f'Texts and names stand in plain quotation marks: write " in place of {text[at]}'
    if text[at] == "#" or text.startswith(("//", "/*"), at):
        return 'JSON knows no comments; remove it, or write it into "note".'
    return None


def _in_text(error: JSONDecodeError) -> str:
    if error.msg.startswith("Invalid control"):
        return 'A text goes over the end of a line; close it with ", or write \\n where a new line should begin.'
    if error.msg.startswith("Unterminated"):
        return 'This text is not closed; put " at its end.'
    return "A backslash \\ in a text must be written twice: \\\\."


def _word(text: str, at: int) -> str:
    return (text[at : at + _LONGEST_WORD].split() or [""])[0].rstrip(",]}")
