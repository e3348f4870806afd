import pytest
from hypothesis import given
from hypothesis import strategies as some
from rapidfuzz.distance import OSA

from domain.question.slips import CLOSED, OPEN, Vocabulary, slips_forgiven

words = some.text("abc1", min_size=1, max_size=11)
months = Vocabulary({"maj": 5, "maja": 5, "lipiec": 7, "lipca": 7, "luty": 2, "wrzesnia": 9}, least=CLOSED)
topics = Vocabulary(dict.fromkeys(["rodo", "droga", "drony", "odpady", "zamowienia", "zamowieniach", "pm2026"]))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("odpdy", ["odpady"]),
        ("odpadyy", ["odpady"]),
        ("opdady", ["odpady"]),
        ("idpady", ["odpady"]),
        ("odpaki", []),
        ("zamoweiniia", ["zamowienia"]),
        ("zmwienia", ["zamowienia"]),
        ("amowienai", ["zamowienia"]),
        ("zamowienie", ["zamowienia"]),
        ("zamowienach", ["zamowieniach"]),
        ("zamowieniac", ["zamowienia", "zamowieniach"]),
        ("odpady", ["odpady"]),
    ],
)
def test_near_finds_the_forms_with_the_fewest_slips(typed: str, meant: list[str]) -> None:
    assert topics.near(typed) == tuple(meant)


@pytest.mark.parametrize("typed", ["rod", "roda", "rodoo", "dron", "drog", "pm2025", "2026", ""])
def test_near_leaves_short_words_and_figures_alone(typed: str) -> None:
    assert topics.near(typed) == ()


def test_near_forgives_more_in_a_closed_list() -> None:
    assert months.near("lpca") == ("lipca",)
    assert months.near("lut") == ()
    assert months.near("maju") == ("maja",)
    assert months.near("wrzsenai") == ("wrzesnia",)


def test_exact_tells_what_a_form_stands_for() -> None:
    assert months.exact("lipca") == 7
    assert months.exact("lipcu") is None


@given(some.sets(words), words, some.sampled_from([OPEN, CLOSED]))
def test_near_misses_nothing_that_comparing_all_finds(forms: set[str], typed: str, least: int) -> None:
    able = {form for form in forms if form.isalpha() and typed.isalpha() and min(len(form), len(typed)) >= least}
    slips = {form: OSA.distance(typed, form) for form in able | ({typed} & forms)}
    within = {form: many for form, many in slips.items() if many <= slips_forgiven(typed)}
    fewest = tuple(sorted(form for form, many in within.items() if many == min(within.values())))
    assert Vocabulary(dict.fromkeys(forms), least=least).near(typed) == fewest
