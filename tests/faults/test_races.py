"""Races of real processes: whoever comes first, no seat is given twice and nobody is told of what is not theirs."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from time import time

import pytest

from domain import roster
from domain.official import Official
from tests.faults import crowds, invariants, jostling
from tests.faults.prepared import administrator, filling, training
from tests.faults.processes import Served, known, rows, said

PROCESSES = 3
SEEDS = 20
SEATS = 4
TAPPING = 500
ORGANISER = 5_000
READY_IN = 4
"""Seconds that a process may take to start."""
JOSTLING = jostling.__file__ or ""
PERSONAL = ("registration", "notice")
ERASED = "official_id NOT IN (SELECT id FROM official)"
TAKEN = "registration WHERE seat IS NOT NULL"
WITHDRAWING = range(40_060, 40_100)


@pytest.mark.whole
@pytest.mark.timeout(240)
@pytest.mark.case("R02")
async def test_five_hundred_people_who_tap_twice_have_one_seat_each(bot: Served, tell: Callable[[str], None]) -> None:
    winter = await training(bot, "Szkolenie zimowe")
    people = [known(bot.world, "Jan", f"Kowal{each}", 1_000 + each) for each in range(TAPPING)]
    async with filling(bot) as transaction:
        for person in people:
            await transaction.officials.save(Official(person.id, name="Jan Kowal"))
    for person in people:
        shown = person.writes("/menu")
        for _ in range(2):
            person.forges(f"q:{winter}:1", shown)
    began = bot.world.clock.now()
    async with bot.running():
        await bot.until(lambda: not bot.world.updates.pending, within=150.0)
        await invariants.hold(bot)
    seconds = (bot.world.clock.now() - began).total_seconds()
    states = rows(bot.file, "SELECT state, COUNT(*), COUNT(DISTINCT official_id) FROM registration GROUP BY state")
    confirmed = Counter(len(said(person.chat, "Miejsce potwierdzone")) for person in people)
    tell(f"{TAPPING} people, registrations {states}, confirmations each {dict(confirmed)}, seconds {seconds:.1f}")
    assert states == [("seated", TAPPING, TAPPING)]
    assert min(confirmed) >= 1


@pytest.mark.whole
@pytest.mark.case("R03", "R04", "R11")
async def test_three_processes_that_jostle_for_seats_leave_all_in_order(
    bot: Served, seed: int, tell: Callable[[str], None]
) -> None:
    numbers = [await training(bot, f"Szkolenie {chr(65 + each)}", SEATS) for each in range(SEEDS)]
    begins = str(time() + READY_IN)
    processes = [
        await bot.started(JOSTLING, bot.database, f"{seed} {each}", str(numbers[0]), str(SEEDS), begins)
        for each in range(PROCESSES)
    ]
    statuses = await asyncio.gather(*(bot.ended(process, within=60.0) for process in processes))
    assert statuses == [0] * PROCESSES, bot.last_words()
    for person in jostling.PEOPLE:
        known(bot.world, "Jan", f"Kowal{person}", person)
    offered, told = offers(bot)
    await invariants.hold(bot)
    left = [number(bot, f"{table} WHERE {ERASED}") for table in PERSONAL]
    tell(
        f"{PROCESSES} processes at {SEEDS} rosters of {SEATS} seats one after another:"
        f" {number(bot, 'seen_registration')} states written, seats taken {number(bot, TAKEN)} of {SEEDS * SEATS},"
        f" offers {sum(offered.values())}, notices of them {sum(told.values())}, rows of erased people {sum(left)}"
    )
    assert sum(left) == 0
    assert offered
    assert told == offered


def number(bot: Served, of: str) -> int:
    return int(rows(bot.file, f"SELECT COUNT(*) FROM {of}")[0][0])  # noqa: S608 - ours


def offers(bot: Served) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
    """Return how often each person was offered a seat of a training, and how many notices were written of it.

    Who takes a withdrawal back has the offer of before. The number of a notice may be another's after an erasure; when
    it was due, too, is its own until it is sent.
    """
    offered, before = Counter[tuple[int, int]](), dict[tuple[int, int], str]()
    written = rows(
        bot.file,
        "SELECT training_id, official_id, state FROM seen_registration WHERE state <> 'leaving' ORDER BY number",
    )
    for training_id, person, state in written:
        pair = training_id, person
        offered[pair] += state == "offered" != before.get(pair)
        before[pair] = state
    told = "SELECT DISTINCT training_id, official_id, id, due_at FROM seen_notice WHERE kind = 'offer'"
    return +offered, Counter((training_id, person) for training_id, person, _, _ in rows(bot.file, told))


@pytest.mark.whole
@pytest.mark.case("R07")
async def test_who_withdraws_while_a_message_goes_out_does_not_get_it_after(
    bot: Served, tell: Callable[[str], None]
) -> None:
    bot.settings["TERMINARZ_SENDING__RATE"] = "30"
    await administrator(bot, "Olga Lis", ORGANISER)
    crowd = await crowds.written_to(bot, "Szkolenie z dowodem", 100, ORGANISER)
    async with bot.running():
        await bot.until(lambda: crowd.heard() >= 20)
        now = bot.world.clock.now()
        async with filling(bot) as transaction:
            for each in WITHDRAWING:
                await transaction.rosters.decide(
                    crowd.training, each, lambda seen: roster.withdraw(seen, now - timedelta(minutes=2)), now
                )
        after = len(bot.world.calls)
        await bot.until(crowd.over)
        await invariants.hold(bot)
    called = [call.chat_id for call in bot.world.calls[after:] if call.chat_id in WITHDRAWING]
    tell(f"{len(WITHDRAWING)} of 100 withdrew at 20: {len(called)} calls to them after it, {crowd.fates()}")
    assert len(called) <= 1, "more than what had left"
    assert crowd.fates()["dropped"] >= len(WITHDRAWING) - 10
