"""Questions are understood well enough: the floors of the corpus hold, and no answer makes anything up."""

import pytest

from domain import question
from domain.official import Language
from domain.question.forms import PlainForms
from tests.phrases.asking import desk, moment
from tests.phrases.corpus import PROGRAMMES, phrases
from tests.phrases.report import failure
from tests.phrases.tally import Tally, tally

WRONG_BY_RULES = 0.06
"""How many of the corpus may be misunderstood without the dictionary; with it, the floors of the tally hold."""


@pytest.fixture(scope="module")
def counted() -> Tally:
    """Return the whole corpus, asked and counted."""
    return tally(phrases())


def test_no_answer_makes_anything_up(counted: Tally) -> None:
    assert [(each.phrase.id, value, each.said.text) for each, value in counted.invented()] == []


def test_every_kind_is_understood(counted: Tally) -> None:
    low = {row.name for row in counted.kinds() if row.missed}
    wrong = [line for each in counted.failures("as written") if each.phrase.kind in low for line in failure(each, "")]
    assert not low, "\n".join(wrong)


@pytest.mark.parametrize("name", ["overall", "English", "abstaining, not found", "one slip", "no Polish letters"])
def test_the_corpus_is_understood(counted: Tally, name: str) -> None:
    row = next(row for row in counted.summary() if row.name == name)
    variant = name if name in counted.judged else "as written"
    wrong = [line for each in counted.failures(variant) for line in failure(each, variant)]
    assert not row.missed, "\n".join([f"{row.right} of {row.asked}, {row.percent:.1f} % < {row.floor:g}", *wrong])


def test_rules_of_endings_stand_in_for_the_dictionary() -> None:
    read = {name: desk(name) for name in (path.stem for path in PROGRAMMES.glob("*.json"))}
    plain = {
        name: question.build(at.index.consider([""], at.now()).contents.knowledge, PlainForms())
        for name, at in read.items()
    }
    wrong = []
    for phrase in phrases()[::2]:
        considered = plain[phrase.programme].consider(
            [*phrase.context, phrase.question], moment(phrase), Language(phrase.lang)
        )
        answer = considered.answer(read[phrase.programme].occupancies)
        told = sorted(stored.training.key for stored in answer.about)
        if (answer.behaviour, told) != (phrase.behaviour, sorted(phrase.trainings)):
            wrong.append(phrase.id)
    assert len(wrong) <= WRONG_BY_RULES * len(phrases()[::2]), wrong
