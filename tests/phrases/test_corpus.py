"""The corpus is sound: the shape of each line, the trainings it names and the facts it expects."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from babel.dates import format_date

from domain import programme
from tests.phrases.corpus import HERE, NAMES, PROGRAMMES, Phrase, phrases, rows

INTENTS = {
    *("when", "where", "seats", "signup", "link", "deadline", "withdraw", "price", "certificate", "speakers", "level"),
    *("audience", "materials", "agenda", "status", "contact", "list", "details", "mine", "help", "smalltalk", "faq"),
    "out_of_scope",
}
BEHAVIOURS = {"answer", "clarify", "abstain", "not_found", "decline", "smalltalk"}
ABOUT_NOTHING = {"not_found", "decline", "smalltalk"}
WITHOUT_TRAINING = {"signup", "contact", "mine", "help", "faq"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

PHRASES = phrases()
ROWS = {name: rows(name) for name in NAMES}
KINDS = sorted(path.stem for path in HERE.glob("*.jsonl"))


def chosen(phrase: Phrase) -> list[dict[str, Any]]:
    return [row for row in ROWS[phrase.programme]["trainings"] if row["id"] in phrase.trainings]


def days(text: str) -> set[str]:
    found = {date.fromisoformat(day) for day in DAY.findall(text)}
    return {format_date(day, "d MMMM", locale=locale) for day in found for locale in ("pl", "en_GB")}


def hours(text: str) -> set[str]:
    return {f"{int(hour)}:{minute}" for hour, minute in re.findall(r"(\d{2}):(\d{2})", text)}


def unfounded(phrase: Phrase) -> list[str]:
    """Return the days, hours, prices and numbers that a phrase expects and its rows do not give."""
    if phrase.intent == "faq":
        answers = [entry["a"] for entry in ROWS[phrase.programme]["faq"]]
        return [held for held in phrase.holds if not any(held in answer for answer in answers)]
    told = json.dumps(chosen(phrase), ensure_ascii=False)
    prices = {f"{row['price_pln']} zł" for row in chosen(phrase) if "price_pln" in row}
    counts = {str(row[field]) for row in chosen(phrase) for field in ("price_pln", "free_seats") if field in row}
    rooms = {
        number for row in chosen(phrase) for number in re.findall(r"\d+", (row.get("place") or {}).get("room") or "")
    }
    facts = {
        r"\d+ [^\W\d]{3,}": days(told),
        r"\d+:\d\d": hours(told),
        r"\d+ zł": prices,
        r"\d+": counts | rooms,
    }
    return [
        held
        for held in phrase.holds
        for shape, given in facts.items()
        if re.fullmatch(shape, held) and held not in given
    ]


@pytest.mark.parametrize("name", NAMES)
def test_programme_of_the_corpus_is_a_valid_file(name: str) -> None:
    read = programme.read((PROGRAMMES / f"{name}.json").read_bytes())
    assert 20 <= len(read.trainings) <= 50


def test_corpus_is_wide() -> None:
    sizes = Counter(phrase.kind for phrase in PHRASES)
    assert sum(sizes.values()) >= 1_200
    assert sorted(sizes) == KINDS
    assert min(sizes.values()) >= 30
    assert min(Counter(phrase.programme for phrase in PHRASES).values()) >= 250
    assert {phrase.intent for phrase in PHRASES} == INTENTS
    assert {phrase.behaviour for phrase in PHRASES} == BEHAVIOURS


def test_phrases_are_told_apart() -> None:
    ids = Counter(phrase.id for phrase in PHRASES)
    asked = Counter((phrase.question, phrase.context, phrase.programme, phrase.lang) for phrase in PHRASES)
    assert [name for name, times in ids.items() if times > 1] == []
    assert max(asked.values()) <= 2


@pytest.mark.parametrize("kind", KINDS)
def test_phrases_are_sound(kind: str) -> None:
    assert faulty(kind, unsound) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_phrases_keep_the_contract(kind: str) -> None:
    assert faulty(kind, uncontracted) == {}


def faulty(kind: str, faults: Callable[[Phrase], list[str]]) -> dict[str, list[str]]:
    """Return what is wrong with the phrases of a kind, by their ids."""
    found = {phrase.id: faults(phrase) for phrase in PHRASES if phrase.kind == kind}
    return {name: wrong for name, wrong in found.items() if wrong}


def unsound(phrase: Phrase) -> list[str]:
    """Return what is wrong with the shape of a phrase, its trainings and its facts."""
    known = {row["id"] for row in ROWS[phrase.programme]["trainings"]}
    texts = (phrase.question, *phrase.context, *phrase.holds, *phrase.lacks)
    return [
        *(f"unfounded: {held}" for held in unfounded(phrase)),
        *(f"no training: {name}" for name in phrase.trainings if name not in known),
        *(f"twice: {name}" for name, times in Counter(phrase.trainings).items() if times > 1),
        *(f"empty: {text!r}" for text in texts if not text.strip()),
        *(["spaces around the question"] if phrase.question != phrase.question.strip() else []),
        *(["now with an offset"] if datetime.fromisoformat(phrase.now).utcoffset() is not None else []),
        *([f"language {phrase.lang}"] if phrase.lang not in {"pl", "en"} else []),
        *([f"intent {phrase.intent}"] if phrase.intent not in INTENTS else []),
    ]


def uncontracted(phrase: Phrase) -> list[str]:
    """Return where a phrase asks for an answer that none may be."""
    behaviour, number = phrase.behaviour, len(phrase.trainings)
    fits = {
        "clarify": number > 1,
        "abstain": number == 1,
        "answer": number > 0 or phrase.intent in WITHOUT_TRAINING,
    }.get(behaviour, number == 0 and behaviour in ABOUT_NOTHING)
    return [
        *([] if fits else [f"{behaviour} about {number}"]),
        *([] if (behaviour == "decline") == (phrase.intent == "out_of_scope") else ["declined within its scope"]),
        *([] if (behaviour == "smalltalk") == (phrase.intent == "smalltalk") else ["small talk about something"]),
    ]
