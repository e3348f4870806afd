"""Masking: numbers and addresses of people never reach the memory with a question; what a question is about does.

Dates, hours, amounts, rooms and numbers of trainings stay. Imports nothing of ours.
"""

from __future__ import annotations

import re
from typing import Final

MASK: Final = "•••"
SURELY_PERSONAL: Final = 9
"""Digits without a gap: as many have no place in a question but in a telephone, identity or account number."""

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w.@-]*\w")
_RUN = re.compile(r"\+?\d[\d \u00a0\u202f()./–-]*\d")
_MONEY = re.compile(r"[ \u00a0\u202f]?(?:,\d\d[ \u00a0\u202f]?)?(?:zł|złot|pln|eur|€|tys|mln|mld|gr\b)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_WRITTEN: Final = {"text", "caption"}
_YEARS: Final = range(1900, 2101)

# How people group the digits of telephones, PESEL, cards and accounts.
_SHAPES: Final = (
    (2, 4, 4, 4, 4, 4, 4),
    (4, 4, 4, 4, 4, 4),
    (4, 4, 4, 4, 3),
    (4, 4, 4, 4),
    (4, 6, 5),
    (2, 3, 2, 2),
    (3, 2, 2, 2),
    (3, 3, 3),
    (6, 5),
    (3, 6),
    (6, 3),
    (2, 7),
)

LONGEST_SHAPE: Final = max(map(len, _SHAPES))


def mask(text: str) -> str:
    """Return the text with PESEL, card, account and telephone numbers and e-mail addresses replaced by ``•••``."""
    return _RUN.sub(_masked_run, _EMAIL.sub(MASK, text))


def mask_texts(update: object) -> object:
    """Return what JSON holds with every text that a person wrote masked; all else stays, ids above all."""
    match update:
        case dict():
            return {name: _masked_field(name, value) for name, value in update.items()}
        case list():
            return [mask_texts(value) for value in update]
        case _:
            return update


def _masked_field(name: str, value: object) -> object:
    return mask(value) if name in _WRITTEN and isinstance(value, str) else mask_texts(value)


def _masked_run(found: re.Match[str]) -> str:
    run = found[0]
    if _MONEY.match(found.string, found.end()):
        return run
    groups = list(_DIGITS.finditer(run))
    if run.startswith("+") and sum(len(group[0]) for group in groups) >= SURELY_PERSONAL:
        return MASK
    kept, at, index = "", 0, 0
    while index < len(groups):
        if taken := _personal(groups[index : index + LONGEST_SHAPE]):
            kept += run[at : groups[index].start()] + MASK
            at = groups[index + taken - 1].end()
        index += max(1, taken)
    return kept + run[at:]


def _personal(groups: list[re.Match[str]]) -> int:
    """Return how many groups of digits, from the first on, make up a number that belongs to a person."""
    if len(groups[0][0]) >= SURELY_PERSONAL:
        return 1
    for shape in _SHAPES:
        head = [group[0] for group in groups[: len(shape)]]
        if tuple(map(len, head)) == shape and not all(int(digits) in _YEARS for digits in head):
            return len(shape)
    return 0
