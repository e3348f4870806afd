import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.question.folding import fold, tokens

letters = some.text(some.sampled_from("aąbcćdeęłóśźż AŁŻ-–.:/0123456789'’\u0301\u00ad,?"), max_size=40)


def folded(text: str) -> list[str]:
    return [token.folded for token in tokens(text)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Zażółć GĘŚLĄ jaźń", "zazolc gesla jazn"),
        ("Łódź", "lodz"),
        ("s\u0301roda", "sroda"),
        ("Straße", "strasse"),
        ("Sørensen", "sorensen"),
        ("  dwa\u00a0 słowa ", "dwa slowa"),
        ("za\u00admówienia", "zamowienia"),
    ],
)
def test_fold_leaves_plain_letters(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(some.text())
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(some.text())
def test_fold_asks_not_how_accents_are_encoded(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiedy jest RODO?", ["kiedy", "jest", "rodo"]),
        ("12-14.09 w Łodzi", ["12", "-", "14.09", "w", "lodzi"]),
        ("2026-09-12, godz. 9:00–15.30", ["2026-09-12", "godz", "9:00", "-", "15.30"]),
        ("1.10.2026-3.10.2026", ["1.10.2026", "-", "3.10.2026"]),
        ("10-12-2026 albo 12/10.", ["10-12-2026", "albo", "12/10"]),
        ("12.IX.2026r.", ["12", "ix", "2026", "r"]),
        ("ul. 3 Maja 4", ["ul", "3", "maja", "4"]),
        ("10tej, PM2", ["10", "tej", "pm2"]),
        ("maj — czerwiec", ["maj", "-", "czerwiec"]),
        ("e-Doręczenia", ["e", "-", "doreczenia"]),
        ("what's on, what’s new", ["whats", "on", "whats", "new"]),
        ("'urząd'", ["urzad"]),
        ("/zapisz 12 🙂", ["zapisz", "12"]),
        ("s\u0301roda", ["sroda"]),
        ("…", []),
    ],
)
def test_tokens_are_words_figures_and_dashes(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


@given(letters | some.text())
def test_tokens_stand_where_they_say_and_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(letters)
def test_tokens_leave_no_letter_and_no_figure_behind(text: str) -> None:
    inside = {place for token in tokens(text) for place in range(token.start, token.end)}
    assert {found.start() for found in re.finditer(r"[^\W_]", text)} <= inside
