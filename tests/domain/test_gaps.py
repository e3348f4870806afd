from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from domain import gaps
from domain.announcement import Fact, Found, Question, Span, Why, YearBy, missing
from domain.stating import Field
from domain.training import Draft, Mode, Place
from domain.wall import Wall

STATED = Draft(
    title="Prawo opcji",
    start=Wall.parse("2026-05-11T09:00"),
    place=Place("Ratusz", "Gdynia"),
    capacity=20,
)


@pytest.mark.parametrize(
    ("lacking", "fact"),
    [
        ({"title": None}, Fact.TITLE),
        ({"start": None}, Fact.START),
        ({"start": Wall.parse("2026-05-11")}, Fact.START),
        ({"place": None}, Fact.PLACE),
        ({"place": Place(city="Gdynia")}, Fact.PLACE),
        ({"capacity": None}, Fact.CAPACITY),
        ({"mode": Mode.HYBRID}, Fact.ONLINE_URL),
        ({"mode": Mode.ONLINE, "place": None}, Fact.ONLINE_URL),
    ],
)
def test_what_people_will_ask_for_is_missing(lacking: dict[str, Any], fact: Fact) -> None:
    assert missing(replace(STATED, **lacking)) == (Question(fact, Why.MISSING),)


def test_whole_draft_misses_nothing() -> None:
    assert missing(STATED) == ()
    assert missing(replace(STATED, price_pln=Decimal(0), capacity=0)) == ()


def test_what_is_stated_by_hand_is_asked_no_more_and_cites_nothing() -> None:
    doubt = Question(Fact.START, Why.YEAR, ("2026-05-11", "2031-05-11"))
    other = Question(Fact.SIGNUP_DEADLINE, Why.IMPOSSIBLE)
    read = replace(STATED, start=None)
    spans = {Fact.START: Span(0, 9), Fact.TITLE: Span(10, 20), Fact.PLACE: Span(21, 30), Fact.CITY: Span(31, 40)}
    found = Found(read, spans, (doubt, other), YearBy.WEEKDAY)
    told = gaps.restated(found, replace(STATED, place=Place("Ratusz", "Sopot")))
    assert told.evidence == {Fact.TITLE: Span(10, 20), Fact.PLACE: Span(21, 30)}
    assert told.questions == (other,)
    assert told.year_by is None


def test_year_is_explained_as_long_as_the_day_stays() -> None:
    read = replace(STATED, start=Wall.parse("2026-05-11"))
    found = Found(read, {Fact.START: Span(0, 9)}, (), YearBy.WEEKDAY)
    told = gaps.restated(found, replace(read, start=Wall.parse("2026-05-11T09:00")))
    assert (told.evidence, told.year_by) == ({Fact.START: Span(0, 9)}, YearBy.WEEKDAY)
    moved = gaps.restated(found, replace(read, start=Wall.parse("2026-05-12T09:00")))
    assert (moved.evidence, moved.year_by) == ({}, None)


def test_doubt_ends_when_the_same_is_stated_by_hand() -> None:
    found = Found(STATED, {}, (Question(Fact.START, Why.WEEKDAY, ("2026-05-12",)),))
    assert gaps.restated(found, STATED, Field.WHEN).questions == ()
    assert gaps.restated(found, STATED, Field.PRICE).questions == found.questions


def test_doubt_about_what_nobody_stated_stays() -> None:
    doubt = Question(Fact.START, Why.WEEKDAY, ("2026-05-11",))
    found = Found(replace(STATED, start=None), {}, (doubt,))
    assert gaps.restated(found, replace(STATED, start=None, capacity=None)).questions == (
        doubt,
        Question(Fact.CAPACITY, Why.MISSING),
    )
