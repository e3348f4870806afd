"""Words that are of time only in company: „maja” beside a number, „pt” beside a date, „środzie” not after „w”."""

from __future__ import annotations

from domain.question.when import words

FOLLOWED = frozenset({"in", "from", "to", "after", "before", "between", "suffix"}) | frozenset(
    {"this", "next", "last", "nearest", "half", "start", "mid", "end", "week", "decade"}
)
JOINED = frozenset(["and", "or", "dash", "to", "a"])
ANCHORED = "nogpx"


def settled(marks: list[str]) -> list[str]:
    """Return the marks with every doubtful month or weekday made a plain one or an unknown word."""
    return [
        _settled(marks, place) if mark[0] in "kqe" and mark[1:].isdigit() else mark for place, mark in enumerate(marks)
    ]


def _settled(marks: list[str], place: int) -> str:
    mark = marks[place]
    before = marks[place - 1] if place else ""
    after = marks[place + 1] if place + 1 < len(marks) else ""
    if mark[0] == "e":
        known = (
            before in FOLLOWED or _numbered(before, ANCHORED + "md") or _numbered(after, ANCHORED) or after == "dash"
        )
        return f"d{mark[1:]}" if known or before == "dash" else words.UNKNOWN
    known = before in FOLLOWED or _numbered(before, "nogpd") or _numbered(after, "y")
    known = known or (mark[0] == "q" and _numbered(after, "nogp")) or _listed(marks, place)
    return f"m{mark[1:]}" if known else words.UNKNOWN


def _listed(marks: list[str], place: int) -> bool:
    """Tell whether the word stands in a list of months."""
    left, right = marks[max(place - 2, 0) : place], marks[place + 1 : place + 3]
    return any(len(pair) > 1 and pair[0] in JOINED and _numbered(pair[1], "mkq") for pair in (left[::-1], right))


def _numbered(mark: str, letters: str) -> bool:
    return mark[:1] in tuple(letters) and mark[1:2].isdigit()
