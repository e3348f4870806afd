from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from domain.announcement import Problem, Reading
from tests.domain.announcement.reading import read

PIECES = [
    *("szkolenie", "„Prawo wodne”", "12 września", "2025 r.", "(środa)", "godz. 9:00", "9–12", "Miejsce:", "w Gdyni"),
    *("Zapisy:", "https://example.org/z", "a@example.org", "tel. 58 111 22 33", "\n", "\n\n", "\t", "|", "• ", "1. "),
    *("Jan Kowalski", "250 zł", "\u00ad", "\u0301", "\u202e", "WRZESIEŃ", "11 (śr)", "\r\n", "przeniesione z", "na"),
    *("ul. 3 Maja 5", ", ", " – ", "do ", "online", "sala 5", "program:", "10:00–11:00 Otwarcie"),
]
LONGEST = 3.0
"""Seconds of the processor, on a busy machine."""
LISTED = "12 września 2025 r., godz. 9:00–12:00 – Szkolenie „Prawo”, Urząd Miasta w Gdyni, sala 5, tel. 58 111 22 33\n"
HOSTILE = {
    "dashes": "-" * 1_000_000,
    "brackets": "[(" * 25_000,
    "quotes": "„a” " * 12_000,
    "labels": "Termin: " * 6_000,
    "names": "Jan Kowalski " * 4_000,
    "hours": "9:00 " * 10_000,
    "lines": "12.09.2025\n" * 4_500,
    "list": LISTED * 400,
    "cells": "webinar .\t30.02.2026 (ii termin (" * 1_400,
    "days in one line": "plan – coffee mck32.13.2026, " * 1_700,
    "nothing": "\0\u202e\u0301" * 15_000,
}


def evidence(reading: Reading) -> list[tuple[int, int]]:
    return [(span.start, span.end) for found in reading.found for span in found.evidence.values()]


@settings(max_examples=60, deadline=None)
@given(some.lists(some.one_of(some.sampled_from(PIECES), some.text(max_size=8)), max_size=40).map(" ".join))
def test_any_text_is_read_and_its_words_lie_in_it(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in evidence(read(text)))


def test_a_comma_right_after_for_whom_it_is_stops_no_reading() -> None:
    assert [str(found.draft.start) for found in read("Szkolenie dedykowane dla, ą 1.09.2025").found] == ["2025-09-01"]


@settings(max_examples=30, deadline=None)
@given(some.lists(some.sampled_from([each for each in PIECES if "\r" not in each]), max_size=40).map(" ".join))
def test_line_ends_change_nothing(text: str) -> None:
    drafts = [found.draft for found in read(text).found]
    assert [found.draft for found in read(text.replace("\n", "\r\n")).found] == drafts


@pytest.mark.timeout(20)  # a hang
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_read_to_its_end(kind: str) -> None:
    began = process_time()
    reading = read(HOSTILE[kind])
    assert process_time() - began < LONGEST
    assert (Problem.TOO_LONG in reading.problems) == (len(HOSTILE[kind]) > 50_000)


def test_too_many_trainings_are_cut_and_told() -> None:
    days = [f"{day}.{month:02}.2026" for month in range(1, 7) for day in range(1, 28)]
    reading = read("\n".join(f"{day} – Szkolenie numer {number}" for number, day in enumerate(days)))
    assert (len(reading.found), reading.problems) == (100, (Problem.TOO_MANY,))
