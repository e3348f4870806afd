from dataclasses import is_dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.official import Preferences
from domain.training import Details
from domain.wall import Wall
from storage import codec
from storage.instants import instant, micros

WALLS = st.builds(Wall, st.dates(), st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)))
KNOWN: dict[object, st.SearchStrategy[object]] = {
    str: st.text(st.characters(codec="utf-8")),
    int: st.integers(0, 2**63 - 1),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    time: st.builds(time, *(st.integers(0, most) for most in (23, 59, 59, 999_999))),
    Wall: WALLS,
}


def _values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any type that the domain uses
    parts = get_args(hint)
    if hint in KNOWN:
        return KNOWN[hint]
    if get_origin(hint) is tuple:
        return (
            st.lists(_values(parts[0]), max_size=3).map(tuple) if parts[-1] is ... else st.tuples(*map(_values, parts))
        )
    if parts:
        return st.one_of(*map(_values, parts))
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: _values(part) for name, part in codec.hints(hint).items()})
    return st.from_type(hint)


@given(_values(Details))
def test_details_come_back_exactly(details: Details) -> None:
    again = codec.load(Details, codec.dump(details))
    assert again == details
    assert repr(again) == repr(details)


@given(_values(Preferences))
def test_preferences_come_back_exactly(preferences: Preferences) -> None:
    assert codec.load(Preferences, codec.dump(preferences)) == preferences


def test_what_is_not_stated_is_not_written() -> None:
    details = Details("Szkolenie", Wall.parse("2026-05-11"), topics=(), capacity=0, certificate=False)
    assert codec.dump(details) == (
        '{"title":"Szkolenie","start":"2026-05-11","topics":[],"capacity":0,"certificate":false,"status":"planned"}'
    )


def test_field_that_an_older_text_lacks_has_its_default() -> None:
    assert codec.load(Preferences, '{"week_before": true}') == Preferences(week_before=True)


@given(st.datetimes(timezones=st.timezones()))
def test_instant_comes_back_to_the_microsecond(moment: datetime) -> None:
    utc = moment.astimezone(UTC)
    assert instant(micros(utc)) == utc


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2))])
def test_microseconds_are_counted_in_utc(zone: timezone) -> None:
    assert micros(datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(seconds=1)) == 1_000_000


def test_no_instant_is_none() -> None:
    assert (micros(None), instant(None)) == (None, None)
