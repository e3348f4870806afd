"""The ledger read to be explained and counted: whose it is, in which order, what was written anew; on every engine."""

from dataclasses import replace
from datetime import datetime

import pytest

from domain.deliveries import Tally, Unreached
from domain.desks.reach import Reach
from domain.entry import Cause, Unheard
from domain.notice import Fate, Kind, Planned
from domain.official import Grant, Official, Role
from domain.ports import Storage
from tests.storage.samples import DAY, HOUR, MINUTE, NOW, add_training, claim_all, decide, leave, planned, sign_up

ANNA, EWA, JAN, MARIA = 1, 2, 3, 9
LOST = (Fate.REFUSED, Fate.UNCERTAIN, Fate.MISSED)


async def said(
    storage: Storage, notice: Planned, fate: Fate = Fate.DELIVERED, reason: str = "", at: datetime = NOW
) -> None:
    """Keep a notice that has ended."""
    async with storage.transaction() as transaction:
        await transaction.notices.plan([notice])
        (claimed,) = await claim_all(transaction, notice.due_at, 1, notice.due_at + MINUTE)
        assert await transaction.notices.settle(claimed, fate, at, reason, message_id=notice.official_id * 100)


async def town(storage: Storage) -> int:
    """Return a training on whose list Anna, Ewa and Jan are, and which Maria administers."""
    number = await add_training(storage)
    async with storage.transaction() as transaction:
        for official_id, name in ((ANNA, "Anna"), (EWA, "Ewa"), (JAN, "Jan")):
            await transaction.officials.save(Official(official_id, name=f"{name} Nowak"))
        await transaction.organisers.grant(Grant(MARIA, Role.ADMINISTRATOR))
    for official_id in (ANNA, EWA, JAN):
        await sign_up(storage, number, official_id)
    return number


async def test_what_is_to_come_stands_before_what_was_and_nobody_elses_is_there(storage: Storage) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.CHANGE, key="c"), at=NOW - HOUR)
    await said(storage, planned(ANNA, number, Kind.CANCELLATION, key="d"), at=NOW)
    await said(storage, planned(EWA, number, Kind.CHANGE, key="e"))
    async with storage.transaction() as transaction:
        later = [planned(ANNA, number, kind, NOW + ahead) for kind, ahead in REMINDED]
        await transaction.notices.plan(later)
    async with storage.reading() as transaction:
        entries = await transaction.ledger.last(ANNA, 10)
        count = await transaction.ledger.count(ANNA)
        page = await transaction.ledger.last(ANNA, 2, 2)
    assert [each.notice.kind for each in entries] == [
        Kind.REMINDER_HOUR,
        Kind.REMINDER_DAY,
        Kind.CANCELLATION,
        Kind.CHANGE,
    ]
    assert (count, list(page)) == (4, list(entries[2:]))
    assert {each.notice.official.id for each in entries} == {ANNA}
    assert [each.settled_at for each in entries] == [None, None, NOW, NOW - HOUR]


REMINDED = ((Kind.REMINDER_DAY, DAY), (Kind.REMINDER_HOUR, HOUR))


async def test_what_was_written_anew_is_left_out_but_not_where_all_is_asked_for(storage: Storage) -> None:
    number = await town(storage)
    reminder = planned(ANNA, number, due_at=NOW + DAY)
    async with storage.transaction() as transaction:
        await transaction.notices.plan([reminder])
        await transaction.notices.drop(ANNA, number, (reminder.kind,), "settings changed", NOW)
        await transaction.notices.plan([reminder])
    async with storage.reading() as transaction:
        assert [each.fate for each in await transaction.ledger.last(ANNA, 10)] == [Fate.PENDING]
        assert await transaction.ledger.count(ANNA) == 1
        told = await transaction.ledger.about(ANNA, number, 10)
    assert [(each.fate, each.reason) for each in told] == [(Fate.PENDING, ""), (Fate.DROPPED, "settings changed")]


async def test_a_message_leads_to_its_notice_for_nobody_but_who_got_it(storage: Storage) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.CHANGE))
    async with storage.reading() as transaction:
        entry = await transaction.ledger.told_in(ANNA, 100)
        assert await transaction.ledger.told_in(EWA, 100) is None
        assert await transaction.ledger.told_in(ANNA, 101) is None
    assert entry is not None
    assert (entry.notice.kind, entry.fate, entry.settled_at) == (Kind.CHANGE, Fate.DELIVERED, NOW)


async def test_what_was_said_is_counted_kind_by_kind(storage: Storage) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.CHANGE), Fate.UNCERTAIN)
    await said(storage, planned(EWA, number, Kind.CHANGE), Fate.DROPPED, "unreachable")
    await said(storage, planned(JAN, number, Kind.CHANGE))
    await said(storage, planned(JAN, number, Kind.CHANGE, key="merged"), Fate.DROPPED, "merged")
    await said(storage, planned(JAN, number, Kind.OFFER), Fate.DROPPED, "not offered")
    async with storage.transaction() as transaction:
        await transaction.notices.plan([planned(ANNA, number), planned(MARIA, number, Kind.QUESTION)])
        assert await transaction.ledger.tallies(number) == [
            Tally(Kind.REMINDER_DAY, left=1),
            Tally(Kind.CHANGE, delivered=1, refused=1, uncertain=1),
            Tally(Kind.OFFER, dropped=1),
        ]
        assert await transaction.ledger.tallies(number + 1) == []


async def test_reminders_of_a_date_that_the_training_had_before_are_counted_apart(storage: Storage) -> None:
    number = await town(storage)
    of_now = {"start": "2026-05-11T09:00"}
    before = replace(planned(ANNA, number, Kind.REMINDER_DAY, key="before"), args={"start": "2026-05-04T09:00"})
    first = replace(planned(EWA, number, Kind.REMINDER_HOUR, key="first"), args={"start": "2026-05-02"})
    await said(storage, before, Fate.MISSED)
    await said(storage, first)
    await said(storage, replace(planned(ANNA, number, Kind.REMINDER_DAY), args=of_now))
    async with storage.transaction() as transaction:
        await transaction.notices.plan([replace(planned(EWA, number, Kind.REMINDER_DAY), args=of_now)])
        assert await transaction.ledger.tallies(number) == [
            Tally(Kind.REMINDER_DAY, delivered=1, left=1),
            Tally(None, delivered=1, missed=1),
        ]
        assert await transaction.ledger.count_unheard(number) == 0
        assert await transaction.ledger.unheard(number, 10) == []


async def test_whom_something_did_not_reach_stands_there_once_with_the_newest(storage: Storage) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.REMINDER_WEEK), Fate.MISSED, "too late")
    await said(storage, planned(ANNA, number, Kind.CHANGE), Fate.REFUSED, "blocked")
    await said(storage, planned(EWA, number, Kind.OFFER), Fate.REFUSED, "blocked")
    await said(storage, planned(JAN, number, Kind.CHANGE))
    async with storage.transaction() as transaction:
        await transaction.officials.lost(JAN, "blocked")
    async with storage.reading() as transaction:
        people = await transaction.ledger.unheard(number, 10)
        assert await transaction.ledger.count_unheard(number) == 2
        assert await transaction.ledger.unheard(number, 1, 1) == people[1:]
    assert [(each.official.id, each.kind, each.cause) for each in people] == [
        (ANNA, Kind.CHANGE, Cause.BLOCKED),
        (JAN, None, Cause.UNREACHABLE),
    ]
    assert isinstance(people[0], Unheard)


async def test_followers_are_telephoned_too_and_who_left_is_not(storage: Storage) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.CHANGE), Fate.UNCERTAIN)
    await said(storage, planned(7, number, Kind.CHANGE), Fate.UNCERTAIN)
    await decide(storage, number, ANNA, leave)
    async with storage.transaction() as transaction:
        await transaction.rosters.follow(number, 7)
    async with storage.reading() as transaction:
        assert [each.official.id for each in await transaction.ledger.unheard(number, 10)] == [7]
        assert [each.people for each in await transaction.ledger.unreached(NOW - DAY)] == [1]


@pytest.mark.parametrize("fate", LOST)
async def test_a_change_that_is_out_is_reported_once(storage: Storage, fate: Fate) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.CHANGE), fate)
    await said(storage, planned(EWA, number, Kind.CHANGE))
    assert await Reach(storage).report_due(NOW) == 1
    assert await Reach(storage).report_due(NOW) == 0
    async with storage.transaction() as transaction:
        (told,) = await claim_all(transaction, NOW, 10, NOW + MINUTE)
    assert (told.kind, told.official.id) == (Kind.ALARM, MARIA)
    assert told.args == {
        "what": "unreached",
        "detail": "Szkolenie a",
        "training": str(number),
        "kind": "change",
        "count": "1",
    }


async def test_nothing_is_reported_while_somebody_may_still_hear(storage: Storage) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.CHANGE), Fate.UNCERTAIN)
    async with storage.transaction() as transaction:
        await transaction.notices.plan([planned(EWA, number, Kind.CHANGE, NOW)])
    assert await Reach(storage).report_due(NOW) == 0
    async with storage.transaction() as transaction:
        (claimed,) = await claim_all(transaction, NOW, 1, NOW + MINUTE)
    assert await Reach(storage).report_due(NOW) == 0
    async with storage.transaction() as transaction:
        assert await transaction.notices.settle(claimed, Fate.DELIVERED, NOW)
    assert await Reach(storage).report_due(NOW) == 1


async def test_what_was_lost_long_ago_is_no_news(storage: Storage) -> None:
    number = await town(storage)
    await said(storage, planned(ANNA, number, Kind.CHANGE), Fate.UNCERTAIN, at=NOW - 15 * DAY)
    assert await Reach(storage).report_due(NOW) == 0


async def test_a_note_of_less_than_is_known_changes_nothing(storage: Storage) -> None:
    number = await town(storage)
    async with storage.transaction() as transaction:
        assert await transaction.ledger.note_unreached(Unreached(number, Kind.CHANGE, 1, 7))
        assert not await transaction.ledger.note_unreached(Unreached(number, Kind.CHANGE, 1, 7))
        assert not await transaction.ledger.note_unreached(Unreached(number, Kind.CHANGE, 1, 6))
        assert await transaction.ledger.note_unreached(Unreached(number, Kind.CHANGE, 2, 8))
