"""Whatever is sent in, an answer comes back: nothing that people or programs write makes understanding fail."""

import itertools
import random
from datetime import UTC, datetime

import pytest

from domain.question import Behaviour
from tests.phrases.adversarial import adversarial
from tests.phrases.asking import desk

NOW = datetime(2027, 4, 13, 8, 20, tzinfo=UTC)
SHARES = 3


@pytest.mark.parametrize("share", range(SHARES))
def test_any_text_is_answered(share: int) -> None:
    index = desk("spring").index
    for text in adversarial(200, random.Random(share)):  # noqa: S311 -- the same texts each time
        considered = index.consider([text], NOW)
        answer = considered.answer({})
        assert answer.behaviour in Behaviour, text
        assert {stored.training.id for stored in answer.about} <= considered.wanted, text


def test_any_context_is_answered() -> None:
    index = desk("spring").index
    texts = list(adversarial(60, random.Random(SHARES)))  # noqa: S311
    for before, text in itertools.pairwise(texts):
        assert index.consider([before, text, "a gdzie?"], NOW).answer({}).behaviour in Behaviour, (before, text)
