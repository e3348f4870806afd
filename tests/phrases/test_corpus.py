"""The corpus is sound: the shape of each line, the trainings it names and the facts it expects."""

import json
import re
from collections import Counter
from datetime import date, datetime
from typing import Any

import pytest
from babel.dates import format_date

from domain import programme
from tests.phrases.corpus import HERE, PROGRAMMES, Phrase, phrases, rows

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
ROWS = {name: rows(name) for name in ("spring", "autumn")}


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
    facts = {
        r"\d+ [^\W\d]{3,}": days(told),
        r"\d+:\d\d": hours(told),
        r"\d+ zł": prices,
        r"\d+": counts,
    }
    return [
        held
        for held in phrase.holds
        for shape, given in facts.items()
        if re.fullmatch(shape, held) and held not in given
    ]


@pytest.mark.parametrize("name", ["spring", "autumn"])
def test_programme_of_the_corpus_is_a_valid_file(name: str) -> None:
    read = programme.read((PROGRAMMES / f"{name}.json").read_bytes())
    assert 25 <= len(read.trainings) <= 30


def test_corpus_is_wide() -> None:
    sizes = Counter(phrase.kind for phrase in PHRASES)
    assert sum(sizes.values()) >= 400
    assert set(sizes) == {path.stem for path in HERE.glob("*.jsonl")}
    assert min(sizes.values()) >= 20
    assert {phrase.intent for phrase in PHRASES} == INTENTS
    assert {phrase.behaviour for phrase in PHRASES} == BEHAVIOURS


def test_phrases_are_told_apart() -> None:
    ids = Counter(phrase.id for phrase in PHRASES)
    asked = Counter((phrase.question, phrase.context, phrase.programme, phrase.lang) for phrase in PHRASES)
    assert [name for name, times in ids.items() if times > 1] == []
    assert max(asked.values()) <= 2


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.id)
def test_phrase_is_sound(phrase: Phrase) -> None:
    known = {row["id"] for row in ROWS[phrase.programme]["trainings"]}
    assert phrase.question == phrase.question.strip() != ""
    assert all(text.strip() for text in (*phrase.context, *phrase.holds, *phrase.lacks))
    assert datetime.fromisoformat(phrase.now).utcoffset() is None
    assert phrase.lang in {"pl", "en"}
    assert phrase.intent in INTENTS
    assert set(phrase.trainings) <= known
    assert len(set(phrase.trainings)) == len(phrase.trainings)
    assert unfounded(phrase) == []


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.id)
def test_phrase_keeps_the_contract(phrase: Phrase) -> None:
    match phrase.behaviour:
        case "clarify":
            assert len(phrase.trainings) > 1
        case "abstain":
            assert len(phrase.trainings) == 1
        case "answer":
            assert phrase.trainings or phrase.intent in WITHOUT_TRAINING
        case other:
            assert other in ABOUT_NOTHING
            assert phrase.trainings == ()
    assert (phrase.behaviour == "decline") == (phrase.intent == "out_of_scope")
    assert (phrase.behaviour == "smalltalk") == (phrase.intent == "smalltalk")
