"""What is told of new trainings, and when: in the hours for it, outside a person's quiet time, or once a week."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings

from domain import calendar, dates, quiet
from domain.news import HOURS, Subscription, distinct, fresh, next_digest, next_hour
from domain.notice import Claimed, Kind
from domain.occupancy import Occupancy, Stored
from domain.official import Preferences
from domain.training import Status, Training
from domain.verdict import Drop, Later, Reason, Say, judge
from tests.domain.claims import ANNA, NOON, notice
from tests.domain.invented import WARSAW, at, manners, shown, training
from tests.domain.test_verdict import moments

ALL = Subscription(ANNA.id, everything=True)
WEEKLY = replace(ALL, weekly=True)


def about(*topics: str, start: str = "2026-05-20T09:00", status: Status = Status.PLANNED) -> Training:
    event = training(start, status=status)
    return replace(event, details=replace(event.details, topics=topics or None))


def told(kind: Kind, subscription: Subscription | None, *trainings: Training) -> Claimed:
    news = tuple(Stored(each, Occupancy(0, None, 0)) for each in trainings or (about(),))
    return replace(notice(kind, None), training=None, subscription=subscription, news=news)


@pytest.mark.parametrize(
    ("topics", "wanted"),
    [({"lodz": "Łódź"}, True), ({"prawo": "Prawo"}, True), ({"inne": "Inne"}, False), ({}, False)],
)
def test_topic_is_wanted_whatever_its_case_and_accents(topics: dict[str, str], *, wanted: bool) -> None:
    assert Subscription(1, topics=topics).wants(about("  ŁÓDŹ ", "prawo")) is wanted


def test_everything_is_wanted_even_without_a_topic() -> None:
    assert ALL.wants(about())
    assert not Subscription(1, topics={"prawo": "Prawo"}).wants(about())


def test_topic_is_turned_on_and_off_and_ends_everything() -> None:
    one = replace(ALL, weekly=True).turned("Łódź")
    assert one == Subscription(ANNA.id, topics={"lodz": "Łódź"}, weekly=True)
    assert one.turned("LODZ") == Subscription(ANNA.id, weekly=True)
    assert not one.turned("lodz").on


def test_subscription_is_widened_by_topics_or_to_everything() -> None:
    one = Subscription(1, topics={"prawo": "Prawo"})
    assert one.with_all(["Łódź", "PRAWO"]).topics == {"lodz": "Łódź", "prawo": "Prawo"}
    assert one.with_all([]) == Subscription(1, everything=True)
    assert replace(ALL).with_all(["Prawo"]) == ALL


def test_topics_that_differ_in_case_and_accents_stand_once_by_name() -> None:
    assert distinct(["Żagle", "łódź", "Lodz", "archiwum", " "]) == ["archiwum", "łódź", "Żagle"]


def test_what_lost_its_use_is_not_told() -> None:
    kept = about()
    others = [about(status=Status.CANCELLED), about(start="2026-05-12T11:00"), training("2026-05-20", deadline=NOON)]
    stored = [Stored(each, Occupancy(0, None, 0)) for each in (kept, *others)]
    assert fresh(stored, ALL, at(NOON)) == [stored[0]]


@pytest.mark.parametrize(
    ("now", "digest"),
    [
        ("2026-05-11T07:59", "Mon 11 May 08:00"),
        ("2026-05-11T08:00", "Mon 18 May 08:00"),
        ("2026-05-17T23:59", "Mon 18 May 08:00"),
        ("2026-03-28T12:00", "Mon 30 Mar 08:00"),  # the clock changes in between
        ("2026-10-24T12:00", "Mon 26 Oct 08:00"),
        ("2026-12-31T12:00", "Mon 04 Jan 08:00"),
    ],
)
def test_digest_goes_on_the_next_monday_at_eight(now: str, digest: str) -> None:
    assert shown(next_digest(at(now), WARSAW)) == digest


@pytest.mark.parametrize(
    ("quiet_from", "quiet_until", "now", "hour"),
    [
        (20, 7, "2026-05-12T07:30", "Tue 12 May 08:00"),
        (20, 7, "2026-05-12T19:00", "Wed 13 May 08:00"),
        (20, 7, "2026-05-15T19:00", "Mon 18 May 08:00"),
        (18, 10, "2026-05-12T08:00", "Tue 12 May 10:00"),
        (18, 10, "2026-05-12T18:00", "Wed 13 May 10:00"),
        (9, 18, "2026-05-12T12:00", "Tue 12 May 18:00"),
        (0, 0, "2026-05-12T03:00", "Tue 12 May 08:00"),
        (7, 20, "2026-05-12T12:00", "Tue 12 May 20:00"),  # nothing of the hours is left
    ],
)
def test_news_comes_in_the_hours_that_the_person_leaves(quiet_from: int, quiet_until: int, now: str, hour: str) -> None:
    manner = Preferences(quiet_from=time(quiet_from), quiet_until=time(quiet_until))
    assert shown(next_hour(at(now), manner, WARSAW)) == hour


@settings(max_examples=40)
@given(moments, manners)
def test_news_never_comes_in_quiet_time_and_always_comes(moment: datetime, manner: Preferences) -> None:
    hour = next_hour(moment, manner, WARSAW)
    assert moment <= hour < moment + timedelta(days=9)
    assert not quiet.quiet(hour, manner, WARSAW)
    assert calendar.is_working(dates.local(hour, WARSAW).date())
    overlap = any(
        not quiet.quiet(at(f"2026-05-12T{h:02}:{m:02}"), manner, WARSAW) for h in range(8, 19) for m in (0, 15, 30, 45)
    )
    assert quiet.quiet(hour, HOURS, WARSAW) is not overlap


def test_news_is_said_the_way_it_is_wanted() -> None:
    assert judge(told(Kind.NEWS, ALL), at(NOON)) == Say()
    assert judge(told(Kind.DIGEST, WEEKLY), at(NOON)) == Say()
    assert judge(told(Kind.NEWS, WEEKLY), at(NOON)) == Drop(Reason.NOT_WANTED)
    assert judge(told(Kind.DIGEST, ALL), at(NOON)) == Drop(Reason.NOT_WANTED)


@pytest.mark.parametrize("subscription", [None, Subscription(ANNA.id)])
def test_news_is_not_said_to_who_turned_it_off(subscription: Subscription | None) -> None:
    assert judge(told(Kind.NEWS, subscription), at(NOON)) == Drop(Reason.NOT_WANTED)


def test_news_of_which_nothing_is_left_is_not_said() -> None:
    gone = told(Kind.NEWS, ALL, about(status=Status.CANCELLED))
    assert judge(gone, at(NOON)) == Drop(Reason.NOTHING_NEW)
    other = told(Kind.NEWS, Subscription(ANNA.id, topics={"prawo": "Prawo"}), about("Inne"))
    assert judge(other, at(NOON)) == Drop(Reason.NOTHING_NEW)


def test_news_waits_for_its_hours() -> None:
    assert judge(told(Kind.NEWS, ALL), at("2026-05-12T19:30")) == Later(at("2026-05-13T08:00"))
    assert judge(told(Kind.DIGEST, WEEKLY), at("2026-05-16T12:00")) == Later(at("2026-05-18T08:00"))
