"""Forged numbers: a name or an institution is asked for as ever, also for a training that is not there."""

import pytest

from tests.conversations.hearing import words
from tests.conversations.programmes import training
from tests.conversations.towns import town_of


@pytest.mark.parametrize(
    ("press", "question"),
    [
        ("hn:999", "Jak wpisać na listę?\n"),
        ("ia:999", "Który urząd lub jednostka?\n"),
        ("io:999", "Prosimy wpisać pełną nazwę urzędu lub jednostki."),
    ],
)
async def test_a_question_for_a_training_that_is_not_there_is_still_asked(press: str, question: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        assert words(await anna.forges(press)).startswith(question)
        assert town.world.state.queries.unanswered(anna.person.user) == []
