"""Questions are understood well enough: the floors of the corpus hold, and no answer makes anything up."""

import pytest

from tests.phrases.corpus import phrases
from tests.phrases.report import failure
from tests.phrases.tally import Tally, tally


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
