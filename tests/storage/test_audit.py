"""The audit: whatever is broken by hand is named, and nothing else."""

# ruff: noqa: S608 - what is broken here is broken by hand

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from domain.desks.registration import RegistrationDesk
from domain.finding import DAMAGE, SENTENCES, Finding, Invariant
from domain.official import Official
from domain.ports import Storage
from storage.database import open_storage
from storage.instants import micros
from storage.refusal import StorageRefused
from storage.sqlite_schema import PRAGMAS
from tests.storage.samples import DAY, HOUR, MINUTE, NOW, add_training

from .conftest import Hand, by_hand

NOTICE = "INSERT INTO notice (kind, official_id, training_id, key, args, due_at, fate, attempts, settled_at)"
QUESTION = (
    "INSERT INTO question (official_id, chat_id, text, asked_at, intent, behaviour, state, passed_at, ended_at, answer)"
)
MESSAGE = (
    "INSERT INTO broadcast (programme_id, made_at, state, text, audience, people, begun_at, ended_at, look_at)"
    " VALUES (1, 1, "
)
SENT = "INSERT INTO act (deed, programme_id, args, done_at) VALUES ('messaged', 1, '{}', 1)"
PART = "INSERT INTO notice (kind, official_id, key, args, due_at, fate, held, broadcast_id)"
CHAT = (
    "INSERT INTO bound_chat (telegram_id, thread, venue, title, programme_id, language)"
    " VALUES (-5, 0, 'group', 'G', 1, 'pl')"
)
NOW_IS, PAST, SOON = micros(NOW), micros(NOW - 2 * HOUR), micros(NOW + MINUTE)
LONG_AGO = micros(NOW - 100 * DAY)

BROKEN: dict[Invariant, tuple[str, ...]] = {
    Invariant.UPDATES_WAITING: (
        f"INSERT INTO inbox (update_id, turn_of, raw, received_at) VALUES (7, 7, '{{}}', {PAST})",
    ),
    Invariant.UPDATES_WITHOUT_INSTANT: (
        f"INSERT INTO inbox (update_id, turn_of, state, received_at) VALUES (7, 7, 'done', {PAST})",
    ),
    Invariant.SEATS_OVER_CAPACITY: ("UPDATE training SET seats = 1",),
    Invariant.SEATS_LEFT_FREE: ("UPDATE training SET seats = 3",),
    Invariant.QUEUE_OVERTAKEN: (
        f"UPDATE registration SET state = 'offered', queue = 9, until = {SOON}, since = {SOON} WHERE official_id = 2",
        "DELETE FROM notice WHERE official_id = 2",
    ),
    Invariant.OFFERS_WITHOUT_END: (
        "UPDATE registration SET state = 'offered', queue = 9, since = NULL WHERE official_id = 2",
        "DELETE FROM notice WHERE official_id = 2",
    ),
    Invariant.OFFERS_CALLED_OFF: (
        f"UPDATE registration SET state = 'offered', queue = 9, until = {SOON}, since = NULL WHERE official_id = 2",
        "DELETE FROM notice",
        "UPDATE training SET status = 'cancelled'",
    ),
    Invariant.PLACES_OVERDUE: (
        f"UPDATE registration SET state = 'leaving', former = 'seated', until = {PAST} WHERE official_id = 2",
    ),
    Invariant.NOTICES_OVERDUE: (f"{NOTICE} VALUES ('alarm', 1, NULL, 'k', '{{}}', {PAST}, 'pending', 0, NULL)",),
    Invariant.REPLIES_OVERDUE: (
        (
            "INSERT INTO reply (chat_id, method, body, due_at, fate, attempts)"
            f" VALUES (1, 'sendMessage', '{{}}', {PAST}, 'pending', 0)"
        ),
    ),
    Invariant.LEASES_OVER: (
        f"UPDATE notice SET fate = 'sending', lease = 'x', lease_until = {PAST} WHERE official_id = 2",
    ),
    Invariant.ANNOUNCEMENTS_OVERDUE: (
        (
            "INSERT INTO announcement (programme_id, origin, made_at, state, publish_at)"
            f" VALUES (1, 'form', 1, 'scheduled', {PAST})"
        ),
    ),
    Invariant.POSTS_OVERDUE: (CHAT, f"INSERT INTO post (bound_chat_id, training_id, due_at) VALUES (1, 1, {PAST})"),
    Invariant.NOTICES_WITHOUT_INSTANT: (
        f"{NOTICE} VALUES ('alarm', 1, NULL, 'k', '{{}}', {PAST}, 'delivered', 1, NULL)",
    ),
    Invariant.NOTICES_INCOMPLETE: (
        f"{NOTICE} VALUES ('greeting', 1, NULL, 'k', '{{}}', {SOON}, 'pending', 0, NULL)",
        f"{NOTICE} VALUES ('change', 1, NULL, 'l', '{{}}', {SOON}, 'pending', 0, NULL)",
        f"{NOTICE} VALUES ('answer', 1, NULL, 'm', '{{}}', {SOON}, 'pending', 0, NULL)",
        f"{NOTICE} VALUES ('message', 1, NULL, 'n', '{{}}', {SOON}, 'pending', 0, NULL)",
    ),
    Invariant.NOTICES_WITHOUT_PERSON: (
        f"{NOTICE} VALUES ('alarm', 99, NULL, 'k', '{{}}', {SOON}, 'pending', 0, NULL)",
    ),
    Invariant.CALLS_UNCOUNTED: (f"{NOTICE} VALUES ('alarm', 1, NULL, 'k', '{{}}', {PAST}, 'delivered', 0, {PAST})",),
    Invariant.MESSAGES_MISCOUNTED: (SENT, f"{MESSAGE}'done', 'x', 'everyone', 2, 1, {NOW_IS}, NULL)"),
    Invariant.MESSAGES_UNWATCHED: (SENT, f"{MESSAGE}'sending', 'x', 'everyone', 0, 1, NULL, NULL)"),
    Invariant.POSTS_WITHOUT_TURN: (CHAT, "INSERT INTO post (bound_chat_id, training_id) VALUES (1, 1)"),
    Invariant.REMINDERS_UNTRUE: (
        "UPDATE registration SET state = 'withdrawn', seat = NULL, since = NULL WHERE official_id = 2",
        "UPDATE registration SET state = 'seated', seat = 2, queue = NULL, since = NULL WHERE official_id = 3",
        "DELETE FROM official WHERE id = 3",
    ),
    Invariant.REMINDERS_OF_FORMER_DATES: (
        (
            f"{NOTICE} VALUES ('reminder_week', 2, 1, 'reminder_week:1:2:2026-05-12T09:00', '{{}}', {SOON},"
            " 'pending', 0, NULL)"
        ),
    ),
    Invariant.REMINDERS_MISSING: ("DELETE FROM notice WHERE official_id = 2 AND kind = 'reminder_hour'",),
    Invariant.TRAININGS_MISTIMED: ("UPDATE training SET ends_at = ends_at + 1",),
    Invariant.ANSWERS_UNTOLD: (
        f"{QUESTION} VALUES (1, 1, 'x', {PAST}, 'when', 'abstain', 'answered', {PAST}, {PAST}, 'y')",
    ),
    Invariant.ACTS_WITHOUT_RIGHT: (
        f"INSERT INTO act (deed, official_id, args, done_at) VALUES ('bound', 2, '{{}}', {PAST})",
    ),
    Invariant.MESSAGES_WITHOUT_ACT: (f"{MESSAGE}'done', 'x', 'everyone', 0, 1, {NOW_IS}, NULL)",),
    Invariant.TEXTS_KEPT: (f"{QUESTION} VALUES (1, 1, 'x', {LONG_AGO}, 'when', 'answer', 'asked', NULL, NULL, NULL)",),
}


async def found(storage: Storage, now: datetime = NOW) -> list[Finding]:
    async with storage.reading() as transaction:
        return list(await transaction.audit.findings(now, list(Invariant)))


async def settle(storage: Storage) -> int:
    """Sign three people up for two seats."""
    number = await add_training(storage, seats=2)
    async with storage.transaction() as transaction:
        desk = RegistrationDesk(transaction, NOW, controller_named=True)
        for person in (1, 2, 3):
            official = Official(person, name=f"Osoba {person}")
            await transaction.officials.save(official)
            await desk.sign_up(official, number, waits=True)
    return number


@pytest.fixture
async def settled(storage: Storage) -> Storage:
    """Return a memory in which nothing is wrong."""
    await settle(storage)
    return storage


async def test_nothing_is_found_where_nothing_is_wrong(settled: Storage) -> None:
    assert await found(settled) == []


@pytest.mark.parametrize("invariant", BROKEN)
async def test_what_is_broken_is_named_and_nothing_else(settled: Storage, hand: Hand, invariant: Invariant) -> None:
    for statement in BROKEN[invariant]:
        await hand(statement)
    findings = await found(settled)
    assert [finding.invariant for finding in findings] == [invariant]
    assert all(finding.places for finding in findings)


def test_every_invariant_is_broken_by_a_test_and_has_its_sentence() -> None:
    assert set(BROKEN) | DAMAGE == set(Invariant)
    assert set(SENTENCES) == set(Invariant)


async def test_finding_counts_all_and_names_a_few(settled: Storage, hand: Hand) -> None:
    for number in range(8):
        await hand(f"{NOTICE} VALUES ('alarm', 1, NULL, 'k{number}', '{{}}', {PAST}, 'pending', 0, NULL)")
    (finding,) = await found(settled)
    assert (finding.count, len(finding.places)) == (8, 5)
    assert finding.places[0].startswith("notice ")


async def test_seats_that_were_taken_away_by_an_act_leave_people_where_they_are(settled: Storage, hand: Hand) -> None:
    await hand("UPDATE training SET seats = 1, version = 2")
    assert await found(settled) == []


async def test_nobody_is_overtaken_who_came_back_after_the_offer(settled: Storage, hand: Hand) -> None:
    await hand(
        f"UPDATE registration SET state = 'offered', queue = 9, until = {SOON}, since = {PAST} WHERE official_id = 2"
    )
    await hand("DELETE FROM notice WHERE official_id = 2")
    assert await found(settled) == []


async def test_reminders_that_were_dropped_and_not_planned_anew_are_missing(settled: Storage, hand: Hand) -> None:
    await hand(f"UPDATE notice SET fate = 'dropped', settled_at = {PAST} WHERE official_id = 2")
    (finding,) = await found(settled)
    assert finding == Finding(Invariant.REMINDERS_MISSING, 2, ("training 1",))


async def test_who_wants_no_reminders_lacks_none(settled: Storage) -> None:
    async with settled.transaction() as transaction:
        official = await transaction.officials.get(2)
        assert official
        preferences = replace(official.preferences, day_before=False, hour_before=False)
        changed = replace(official, preferences=preferences)
        await transaction.officials.save(changed)
        await RegistrationDesk(transaction, NOW, controller_named=True).replan(changed)
    assert await found(settled) == []


async def test_lease_that_was_never_ended_is_mended_with_its_calls(settled: Storage, hand: Hand) -> None:
    await hand(
        f"UPDATE notice SET fate = 'sending', lease = 'x', lease_until = {PAST}, attempts = 1 WHERE official_id = 2"
    )
    async with settled.transaction() as transaction:
        await transaction.audit.mend(NOW)
    assert await found(settled) == []
    assert await hand("SELECT DISTINCT fate, lease, attempts FROM notice WHERE official_id = 2") == [
        ("pending", None, 1)
    ]


async def test_lease_that_just_ended_is_left_to_the_courier(settled: Storage, hand: Hand) -> None:
    await hand(
        f"UPDATE notice SET fate = 'sending', lease = 'x', lease_until = {micros(NOW - MINUTE)} WHERE official_id = 2"
    )
    async with settled.transaction() as transaction:
        await transaction.audit.mend(NOW)
    assert await hand("SELECT DISTINCT fate FROM notice WHERE official_id = 2") == [("sending",)]


async def test_rows_that_refer_to_nothing_are_found(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path / 'town.db'}")
    await settle(storage)
    hand = by_hand(storage)
    await hand("PRAGMA foreign_keys = OFF")
    await hand("INSERT INTO follower (training_id, official_id) VALUES (99, 1)")
    assert [finding.invariant for finding in await found(storage)] == [Invariant.REFERENCES_BROKEN]
    assert "PRAGMA foreign_keys = ON" in PRAGMAS
    await storage.close()


async def test_page_that_was_overwritten_is_found(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    storage = await open_storage(f"sqlite:///{file}")
    await settle(storage)
    for number in range(400):
        await by_hand(storage)(
            f"{NOTICE} VALUES ('alarm', 1, NULL, 'k{number}', '{{}}', {PAST}, 'delivered', 1, {PAST})"
        )
    index = "SELECT rootpage FROM sqlite_schema WHERE name = 'notice_occasion'"
    ((page,),) = await by_hand(storage)(index)
    await by_hand(storage)("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as opened:
        opened.seek((page - 1) * 4096 + 2048)
        opened.write(bytes(2048))
    await storage.close()
    with pytest.raises(StorageRefused, match="damaged"):
        await open_storage(f"sqlite:///{file}", reading=True)


async def test_index_that_lacks_what_is_in_its_table_is_found(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    storage = await open_storage(f"sqlite:///{file}")
    await settle(storage)
    for order in (
        "CREATE INDEX odd ON notice (key)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX odd ON notice (due_at)' WHERE name = 'odd'",
    ):
        await by_hand(storage)(order)
    await storage.close()
    storage = await open_storage(f"sqlite:///{file}", reading=True)
    async with storage.reading() as transaction:
        findings = await transaction.audit.findings(NOW, [Invariant.FILE_DAMAGED])
    assert [finding.invariant for finding in findings] == [Invariant.FILE_DAMAGED]
    await storage.close()
