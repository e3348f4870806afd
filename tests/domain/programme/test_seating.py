"""The seats the bot may give: what an import makes of them, and that an export taken in again changes nothing."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import programme
from domain.training import Details, Programme, Training
from domain.wall import Wall

PROGRAMME = Programme(1, "Próba", None, ZoneInfo("Europe/Warsaw"))
COUNTS = st.integers(0, 60)


def stated(capacity: int | None) -> Details:
    return Details("Prawo opcji", Wall(date(2026, 5, 6)), capacity=capacity)


def stored(capacity: int | None, seats: int | None) -> Training:
    return Training(1, "a", PROGRAMME, stated(capacity), seats)


@pytest.mark.parametrize(
    ("capacity", "free", "seats"),
    [
        (12, None, 12),
        (12, 12, 12),
        (12, 1, 1),  # eleven are taken elsewhere
        (12, 0, 0),
        (0, None, 0),
        (None, 5, 5),
        (None, None, None),
    ],
)
def test_a_new_training_has_the_seats_that_are_free(capacity: int | None, free: int | None, seats: int | None) -> None:
    assert programme.seats(stated(capacity), free, 0) == seats


@pytest.mark.parametrize(
    ("free", "taken", "seats"),
    [
        (1, 0, 1),
        (1, 4, 5),  # seven elsewhere
        (0, 4, 4),  # all the others elsewhere
        (8, 4, 12),  # nobody elsewhere
        (12, 4, 12),  # more free than can be: nobody elsewhere
    ],
)
def test_free_seats_count_beside_those_taken_in_the_bot(free: int, taken: int, seats: int) -> None:
    assert programme.seats(stated(12), free, taken, stored(12, 6)) == seats


def test_a_new_capacity_keeps_the_seats_taken_elsewhere() -> None:
    assert programme.seats(stated(20), None, 3, stored(12, 5)) == 13
    assert programme.seats(stated(9), None, 3, stored(12, 5)) == 2
    assert programme.seats(stated(4), None, 3, stored(12, 5)) == 0


def test_seats_stated_without_a_capacity_stay_the_bots_when_it_becomes_known() -> None:
    assert programme.seats(stated(20), None, 3, stored(None, 5)) == 5
    assert programme.seats(stated(4), None, 3, stored(None, 5)) == 4


def test_a_capacity_that_becomes_known_is_all_the_bots() -> None:
    assert programme.seats(stated(20), None, 3, stored(None, None)) == 20


def test_a_capacity_no_longer_stated_lifts_the_limit() -> None:
    assert programme.seats(stated(None), None, 3, stored(12, 5)) is None


def test_free_seats_alone_are_added_to_those_taken() -> None:
    assert programme.seats(stated(None), 5, 3, stored(12, 12)) == 8


@pytest.mark.parametrize(("seats", "taken", "free"), [(None, 7, None), (5, 3, 2), (5, 5, 0), (5, 7, 0)])
def test_an_export_states_what_is_left(seats: int | None, taken: int, free: int | None) -> None:
    assert programme.free_seats(seats, taken) == free


def test_a_capacity_lowered_below_the_people_there_survives_the_round_trip() -> None:
    assert programme.free_seats(6, 9) == 0
    assert programme.seats(stated(8), 0, 9, stored(8, 6)) == 6


@given(st.none() | COUNTS, st.none() | COUNTS, COUNTS)
def test_an_export_taken_in_again_changes_nothing(capacity: int | None, seats: int | None, taken: int) -> None:
    free = programme.free_seats(seats, taken)
    assert programme.seats(stated(capacity), free, taken, stored(capacity, seats)) == seats


@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
def test_the_bot_never_gives_more_than_the_capacity(
    capacity: int, free: int, taken: int, former: int, former_seats: int
) -> None:
    present = stored(former, min(former, former_seats))
    for stated_free in (None, free):
        seats = programme.seats(stated(capacity), stated_free, taken, present)
        assert seats is not None
        assert 0 <= seats <= capacity


@given(COUNTS, COUNTS, COUNTS)
def test_what_a_file_says_is_left_is_left(capacity: int, free: int, taken: int) -> None:
    seats = programme.seats(stated(capacity), min(free, max(0, capacity - taken)), taken, stored(capacity, capacity))
    assert programme.free_seats(seats, taken) == min(free, max(0, capacity - taken))
