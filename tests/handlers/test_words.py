"""Values in texts: literal, cut before they are escaped, never able to turn a line around."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.official import Language
from handlers.texts.markup import Markup, clean, cut, escape, lines, paragraphs, units
from tests.handlers.samples import words
from tests.handlers.test_screens import read

POLISH = words(Language.POLISH)
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=400)


@pytest.mark.parametrize("name", ["<b>Ola</b> Nowak", "A & B", '"Ala" O\'Neil', "=1+1", "{name}", "&lt;"])
def test_value_is_shown_literally(name: str) -> None:
    assert read(POLISH("card.title", title=name)) == name


def test_markup_goes_in_as_it_is() -> None:
    assert POLISH("card.title", title=Markup("<i>x</i>")) == "<b><i>x</i></b>"


def test_label_is_not_escaped() -> None:
    assert POLISH.plain("button.revoke", name="A & <b>") == "Odbierz: A & <b>"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Anna\nNowak\t Z", "Anna Nowak Z"),
        ("a\u202eb\u2066c\u200fd\ufeff", "abcd"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\ud800b", "ab"),
        ("zażółć 🎉", "zażółć 🎉"),
    ],
)
def test_unseen_characters_are_removed(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("krótko", 6, "krótko"),
        ("Ustawa o planowaniu", 10, "Ustawa o…"),
        ("Konstantynopolitańczykowianeczka", 10, "Konstanty…"),
        ("🎉🎉🎉", 4, "🎉…"),
    ],
)
def test_long_text_is_cut_by_what_telegram_counts(text: str, longest: int, shown: str) -> None:
    assert cut(text, longest) == shown


@given(ANY_TEXT, st.integers(1, 100))
def test_cut_text_is_never_longer_and_begins_the_same(text: str, longest: int) -> None:
    shown = cut(text, longest)
    assert units(shown) <= longest
    assert shown == text or text.startswith(shown.removesuffix("…"))


@given(ANY_TEXT)
def test_escaped_value_reads_as_the_cleaned_one(text: str) -> None:
    assert html.unescape(escape(text)) == cut(clean(text), 300)
    assert "<" not in escape(text)


def test_parts_that_are_not_there_leave_no_gap() -> None:
    assert lines(Markup("a"), None, Markup(""), Markup("b")) == "a\nb"
    assert paragraphs(None, Markup("a"), None, Markup("b")) == "a\n\nb"
