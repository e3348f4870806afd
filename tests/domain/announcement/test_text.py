"""A pasted text made plain: what is shown of each sign, and where it stood as given."""

from __future__ import annotations

import pytest

from domain.announcement.language import text, words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("  Sala   5,\tI piętro \r\nul. Długa", "Sala\t5,\tI piętro\nul. Długa"),
        ("**Sala**  `107`", "Sala 107"),
        ("godz. 9⁰⁰–12³⁰", "godz. 9:00–12:30"),
        ("S\u0301roda\u200b 11\u00a0maja", "Środa 11 maja"),
        ("Za&nbsp;darmo &amp; &#243;smego", "Za darmo & ósmego"),
        ("\U0001d412\U0001d41a\U0001d425\U0001d41a \uff11\uff10\uff17", "Sala 107"),
    ],
)
def test_text_is_shown_as_somebody_sees_it(given: str, shown: str) -> None:
    assert text.plain(given).plain == shown


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ("od **9⁰⁰**, sala", "9⁰⁰"),
        (" \t  aula   mała\r\n", "aula   mała"),
        ("we s\u0301rode\u0328 rano", "s\u0301rode\u0328"),
        ("Ratusz &amp; biblioteka", "&amp; biblioteka"),
    ],
)
def test_words_keep_the_place_where_they_stood(given: str, word: str) -> None:
    made, alone = text.plain(given), text.plain(word).plain
    start = made.plain.index(alone)
    span = made.span(start, start + len(alone))
    assert given[span.start : span.end] == word


def test_longer_phrase_wins_over_its_beginning() -> None:
    phrases = [phrase for forms in words.table("labels").values() for phrase in forms if "*" not in phrase]
    pattern = words.phrase("labels")
    assert all((match := pattern.match(f"{phrase} |")) and len(match[0]) >= len(phrase) for phrase in phrases)
