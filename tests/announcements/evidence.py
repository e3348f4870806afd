"""Whether every value that was read stands where its evidence says."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from domain.folding import fold
from tests.announcements.comparing import NUMBER, empty, stems
from tests.announcements.corpus import UNSTATED, Value

IMPLIED: Final = {"online", "kind", "status", "end", "daily_hours"}
"""What other words may say: a webinar is online, hours of the start give those of the end."""
LITERAL: Final = {"online_url", "signup_url", "contact_email"}
NUMBERS: Final = {"contact_phone"}


def unfounded(text: str, told: Mapping[str, Value]) -> Iterator[str]:
    """Yield what is wrong with the evidence of a training: outside the text, missing, or without the value."""
    evidence = told["evidence"]
    for name, (start, end) in evidence.items():
        if not 0 <= start < end <= len(text):
            yield f"{name} at {start}–{end} of {len(text)}"
    for name in UNSTATED:
        value = told[name]
        if name == "past" or empty(name, value):
            continue
        if name in evidence:
            start, end = evidence[name]
            if not _stands(name, value, text[start:end]):
                yield f"{name} {value!r} in {text[start:end]!r}"
        elif name not in IMPLIED:
            yield f"{name} {value!r} without evidence"


def _stands(name: str, value: Value, quoted: str) -> bool:
    """Tell whether a value can be seen in the words quoted, where that can be told by signs alone."""
    if name in LITERAL:
        return fold(re.sub(r"^https?://", "", value)).rstrip("/") in fold(quoted)
    if name in NUMBERS:
        return re.sub(r"\D", "", value)[-NUMBER:] in re.sub(r"\D", "", quoted)
    if name in {"start", "signup_deadline"}:
        return str(int(value[8:10])) in re.findall(r"[1-9]\d*", quoted)
    if name == "title":
        return stems(value) <= stems(quoted)
    return True
