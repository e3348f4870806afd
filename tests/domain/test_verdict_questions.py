"""Questions for organisers: told by day, while they wait for an answer and the role is held."""

from dataclasses import replace

import pytest

from domain.asked import Standing
from domain.notice import Kind
from domain.verdict import Drop, Later, Reason, Say, judge
from tests.domain.claims import NOON, QUESTION, notice
from tests.domain.invented import at

TOLD = replace(notice(Kind.QUESTION, None), training=None)


@pytest.mark.parametrize("zoned", [True, False], ids=["programme", "no programme"])
def test_question_waits_for_the_end_of_quiet_time(*, zoned: bool) -> None:
    told = TOLD if zoned else replace(TOLD, question=replace(QUESTION, programme=None))
    assert judge(told, at(NOON)) == Say()
    assert judge(told, at("2026-05-12T21:00")) == Later(at("2026-05-13T07:00"))
    assert judge(told, at("2026-05-16T12:00")) == Later(at("2026-05-18T07:00"))


def test_question_that_the_organiser_asked_to_see_comes_at_once() -> None:
    assert judge(replace(TOLD, args={"wanted": "yes"}), at("2026-05-16T23:00")) == Say()


@pytest.mark.parametrize("standing", [Standing.ANSWERED, Standing.CLOSED])
def test_question_that_ended_meanwhile_is_dropped(standing: Standing) -> None:
    assert judge(replace(TOLD, question=replace(QUESTION, standing=standing)), at(NOON)) == Drop(Reason.ENDED)


def test_question_is_told_to_nobody_who_lost_the_role() -> None:
    assert judge(replace(TOLD, organises=False), at(NOON)) == Drop(Reason.NO_ORGANISER)


def test_answer_is_told_even_when_its_question_was_forgotten() -> None:
    forgotten = replace(QUESTION, standing=Standing.ANSWERED, text=None, asker=None)
    assert judge(replace(notice(Kind.ANSWER, None), training=None, question=forgotten), at(NOON)) == Say()
