"""Labels and what they announce: „Miejsce:", „Data zakończenia rekrutacji:", a sign that stands for one.

Knows words alone, no lines.
"""

from __future__ import annotations

import re
from functools import lru_cache

from domain.announcement.language import words

_JOINT = re.compile(r" (?:i|oraz|and) | ?[/,&+] ?")


def _label_pattern(*, colon: bool) -> re.Pattern[str]:
    """Return the pattern of labels: all of them, or those without a colon."""
    of_title = words.alternatives("labels", "title")
    others = words.alternatives("labels", *(name for name in words.table("labels") if name != "title"))
    kinds = words.alternatives("kinds")
    days = words.weekdays()
    announcing = (
        rf"(?:^|(?<=[,;|.–—(-] )|(?<=[,;|(\t])|(?<=[^\w\s] ))"
        rf"(?P<label>(?:{of_title})(?: (?:{kinds}))?(?=\s?[:?](?!//))"
        rf"|(?:{others})(?:[ /,-]{{1,2}}[^\W\d][\w./-]*){{0,4}}(?=\s?[:?](?!//)))\s?[:?]\s*"
    )
    return re.compile(
        (announcing if colon else r"(?P<label>(?!))") + rf"|^(?P<dashed>(?:{others}))\s[–—-]\s"
        rf"|^(?P<bare>(?:{words.alternatives('labels', 'date', 'hour')})) (?=\d|(?:{days})\b)"
        rf"|(?P<sign>{words.alternatives('signs')})\s?(?::\s*)?"
    )


ANNOUNCED, UNANNOUNCED = _label_pattern(colon=True), _label_pattern(colon=False)
_SIGNUP = words.phrase("before", "signup")
_OPENS = words.phrase("before", "opening")
_DECIDED = words.phrase("before", "decided")
WHOLE = re.compile(
    rf"(?:{words.alternatives('labels', *(set(words.table('labels')) - {'title', 'header', 'other', 'mode'}))})"
    rf"(?: (?:{words.alternatives('kinds')}))?"
    rf"(?:(?: i | oraz |/| and )(?:{words.alternatives('labels')}))?"
)


@lru_cache(maxsize=256)
def concepts(label: str) -> frozenset[str]:
    """Return what a folded label announces: „termin i miejsce" announces two things."""
    found: set[str] = set()
    for part in filter(words.phrase("labels").match, _JOINT.split(label)):
        fitting = [
            (len(match[0]), concept) for concept in words.table("labels") if (match := _labels(concept).match(part))
        ]
        named = {concept for length, concept in fitting if length == max(fitting)[0]}
        found |= {_dating(part)} if named == {"date"} else named
    if "header" in found and not _labels("header").fullmatch(label):
        found.discard("header")  # „Do wyboru są zajęcia:" is no head of a mail
    return frozenset(found)


def _dating(label: str) -> str:
    """Return what the day of a label is: that of „zakończenie rekrutacji" ends the sign-up, a decision is neither."""
    if _DECIDED.search(label):
        return "other"
    if _SIGNUP.search(label):
        return "other" if _OPENS.search(label) else "deadline"
    return "date"


def _labels(concept: str) -> re.Pattern[str]:
    return words.phrase("labels", concept)


@lru_cache(maxsize=1_000)
def named(label: str) -> frozenset[str]:
    """Return what a label or a sign that stands for one announces."""
    signs = frozenset(concept for concept, each in words.table("signs").items() if label in each)
    return signs or concepts(label)


def general(written: str) -> bool:
    """Tell whether labels announce no value: two files, „Program i karta zgłoszenia", or all: „Szczegóły szkolenia"."""
    told = concepts(written)
    return {"agenda", "signup"} <= told or (told == {"contact"} and not _labels("contact").fullmatch(written))
