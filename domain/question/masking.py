"""Masking: numbers and addresses of people never reach the memory with a question; what a question is about does.

Dates, hours, amounts, rooms and numbers of trainings stay. Imports nothing of ours.
"""

from __future__ import annotations

import re
from typing import Final

MASK: Final = "•••"
LONG_GROUP: Final = 3
"""Digits that no day, hour or number of a training has; a run of figures with fewer is a list of those."""
SURELY_PERSONAL: Final = 9
"""Digits without a gap: as many have no place in a question but in a telephone, identity or account number."""

_AT = r"(?:[@\uff20]|[(\[]at[)\]])"
_EMAIL = re.compile(rf"(?<![\w.+%-])[\w.+%-]+(?:@[\w.+%@-]*\w| ?{_AT} ?[\w-]+\.[\w.-]*\w)")
_BETWEEN = r"\s().,/*_\-\u2010-\u2015\u2212"
_RUN = re.compile(rf"\+?\d[\d{_BETWEEN}]*\d")
_DATED = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d|(?<!\d)\d{1,2}\.\d{1,2}(?![\d])|(?:19|20)\d\d(?!\d)"
)
_MONEY = re.compile(
    r"[ \u00a0\u202f]?(?:,\d\d[ \u00a0\u202f]?)?(?:(?:zł|złot\w*|pln|euro?|tys|mln|mld|gr)\b|€)", re.IGNORECASE
)
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
    lengths = [len(group[0]) for group in groups]
    if sum(lengths) >= SURELY_PERSONAL and max(lengths) >= LONG_GROUP and not _DATED.search(run):
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
