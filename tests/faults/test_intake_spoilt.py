"""Updates that are spoilt, strange, doubled or too many: each ends, and its neighbours are served."""

import signal
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import monotonic

import pytest

from bot.turns import LONGEST_TURN
from playground.faults import Fault, conflicting
from playground.persons import Person
from tests.faults import health, invariants, poisoned
from tests.faults.prepared import administrator, official, training
from tests.faults.processes import Served, known, rows, said

POISONED = (poisoned.__file__ or "",)
CONFIRMED = "✅ Miejsce potwierdzone\n"
SORRY = "Zapisy są bezpieczne"


def ends(bot: Served) -> list[tuple[str, int]]:
    return rows(bot.file, "SELECT state, attempts FROM inbox ORDER BY update_id")


@pytest.mark.case("F09")
async def test_update_that_comes_twice_at_once_and_after_a_restart_counts_once(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe")
    anna = await official(bot, "Anna Nowak", 1_000)
    anna.writes("/zapisz 1")
    (raw,) = bot.world.updates.pending
    bot.world.enqueue(raw)
    async with bot.running() as process:
        await bot.until(lambda: said(anna.chat, CONFIRMED) and not bot.world.updates.pending)
        await bot.stop(process)
    bot.world.enqueue(raw)
    await invariants.hold(bot)
    assert [message.text.split("\n")[0] for message in anna.chat if message.from_bot] == [CONFIRMED.strip()]


@pytest.mark.case("F10")
async def test_numbers_out_of_order_and_far_lower_ones_are_all_served(bot: Served) -> None:
    people = [known(bot.world, "Anna", f"Nowak{number}", 1_000 + number) for number in range(5)]
    for person, first in zip(people[:4], (700_000_500, 700_000_300, 700_009_000, 700_000_301), strict=True):
        bot.world.updates.restart_numbering(first)
        person.writes("/pomoc")
    async with bot.running():
        await bot.until(lambda: all(said(person.chat, "/szkolenia") for person in people[:4]))
        polls = len(bot.world.called("getUpdates"))
        await bot.until(lambda: len(bot.world.called("getUpdates")) > polls + 1)  # one that waited and brought nothing
        bot.world.updates.restart_numbering(1_000)
        people[4].writes("/pomoc")
        await bot.until(lambda: said(people[4].chat, "/szkolenia"))
        await invariants.hold(bot)
    assert [len(said(person.chat, "/szkolenia")) for person in people] == [1] * 5


@pytest.mark.case("F11", "F12")
async def test_update_that_cannot_be_read_ends_alone_and_polls_stay_few(bot: Served) -> None:
    anna, ewa = known(bot.world, "Anna", "Nowak", 1_000), known(bot.world, "Ewa", "Zając", 1_001)
    anna.writes("/pomoc")
    chat = {"id": 1_002, "type": "private"}
    bot.world.enqueue({"message": {"message_id": "x", "date": None, "chat": chat, "from": {"id": 1_002}}})
    bot.world.enqueue({"hologram": {"depth": 3}})
    bot.world.enqueue({"message": "no message at all"})
    ewa.writes("/pomoc")
    raw = bot.world.updates.pending[-1]
    raw["message"] |= {"aura": {"colour": "blue"}, "chat": raw["message"]["chat"] | {"mood": [1, None]}}
    async with bot.running():
        await bot.until(lambda: said(anna.chat, "/szkolenia") and said(ewa.chat, "/szkolenia"))
        began, polls = bot.world.clock.now(), len(bot.world.called("getUpdates"))
        await bot.until(lambda: not [state for state, _ in ends(bot) if state == "new"])
        seconds = (bot.world.clock.now() - began).total_seconds()
        assert len(bot.world.called("getUpdates")) - polls <= 2 * seconds + 2
        await invariants.hold(bot)
    assert ends(bot)[:5] == [("done", 1), ("dead", 3), ("done", 1), ("dead", 3), ("done", 1)]


@pytest.mark.case("F13", "F15")
@pytest.mark.parametrize("word", [poisoned.RAISES, pytest.param(poisoned.CANCELS, marks=pytest.mark.whole)])
async def test_update_whose_handler_fails_is_given_up_with_one_apology_and_an_alarm(bot: Served, word: str) -> None:
    bot.program = POISONED
    maria = await administrator(bot, "Maria Wójcik", 1_000)
    anna, ewa = known(bot.world, "Anna", "Nowak", 1_001), known(bot.world, "Ewa", "Zając", 1_002)
    anna.writes(word)
    ewa.writes("/pomoc")
    async with bot.running():
        await bot.until(lambda: said(anna.chat, SORRY) and said(maria.chat, "") and said(ewa.chat, "/szkolenia"))
        anna.writes("/pomoc")
        await bot.until(lambda: said(anna.chat, "/szkolenia"))
        await invariants.hold(bot)
    assert ends(bot)[0] == ("dead", 3)
    assert len(said(anna.chat, SORRY)) == len(said(maria.chat, "")) == 1
    assert not rows(bot.file, f"SELECT 1 FROM official WHERE name = '{poisoned.HALF_DONE}'")  # noqa: S608 - ours


@pytest.mark.case("F14")
@pytest.mark.timeout(200)
async def test_update_that_kills_the_process_is_set_aside_after_three_lives(bot: Served) -> None:
    bot.program = POISONED
    maria = await administrator(bot, "Maria Wójcik", 1_000)
    anna, ewa = known(bot.world, "Anna", "Nowak", 1_001), known(bot.world, "Ewa", "Zając", 1_002)
    anna.writes(poisoned.DIES)
    ewa.writes("/pomoc")
    async with bot.supervised() as deaths:
        served = partial(all_heard, (anna, SORRY), (maria, ""), (ewa, "/szkolenia"))
        await bot.until(served, within=120.0)
    assert deaths == [-signal.SIGKILL] * 3
    bot.kills += len(deaths)
    await invariants.hold(bot)
    assert ends(bot)[0] == ("dead", 4)
    assert len(said(anna.chat, SORRY)) == 1
    assert not said(ewa.chat, SORRY), "it took another with it"


@pytest.mark.whole
@pytest.mark.case("F16")
async def test_update_whose_handler_hangs_is_cut_three_times_and_the_others_hardly_wait(
    bot: Served, figure: Callable[[str, float], None]
) -> None:
    """It has SQLite's one writer when it hangs."""
    bot.program = POISONED
    anna, ewa = known(bot.world, "Anna", "Nowak", 1_001), known(bot.world, "Ewa", "Zając", 1_002)
    anna.writes(poisoned.HANGS)
    async with bot.running():
        for number in range(1, 4):
            await bot.until(partial(tried, bot, number))
            began = monotonic()
            ewa.writes("/pomoc")
            await bot.until(partial(helped, ewa, number), within=LONGEST_TURN / 2)
            figure("somebody else answered after", monotonic() - began)
        await bot.until(lambda: said(anna.chat, SORRY))
        await invariants.hold(bot)
    assert ends(bot)[0] == ("dead", 3)


@pytest.mark.case("F18")
async def test_another_poller_is_told_of_and_nothing_counts_twice(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe")
    maria = await administrator(bot, "Maria Wójcik", 1_000)
    people = [await official(bot, f"Anna Nowak{number}", 1_001 + number) for number in range(5)]
    async with bot.running():
        for person in people:
            await bot.until(lambda: bot.world.updates.polled)
            await bot.world.ask("getUpdates", timeout=0)  # as a stranger does, who confirms nothing
            person.writes("/zapisz 1")
        await bot.until(lambda: said(maria.chat, ""))
        await invariants.hold(bot)
    assert [len(said(person.chat, CONFIRMED)) for person in people] == [1] * 5
    assert [status for status in (call.status for call in bot.world.called("getUpdates")) if status == 409]


@pytest.mark.whole
@pytest.mark.case("F18")
async def test_conflict_that_lasts_is_told_once_and_over_when_it_ends(
    bot: Served, tell: Callable[[str], None], figure: Callable[[str, float], None]
) -> None:
    maria, ewa = await administrator(bot, "Maria Wójcik", 1_000), known(bot.world, "Ewa", "Zając", 1_001)
    async with bot.running():
        async with health.told(bot, tell):
            lasting = bot.world.faults.add(Fault(conflicting(), "getUpdates", times=None))
            await bot.until(lambda: lasting.hits >= 4 and said(maria.chat, "") and health.red(bot))
            bot.world.faults.clear()
            free = monotonic()
            ewa.writes("/pomoc")
            await bot.until(partial(helped, ewa, 1))
            figure("heard again after", monotonic() - free)
        await invariants.hold(bot)
    assert len(said(maria.chat, "")) == 1


@pytest.mark.whole
@pytest.mark.case("F07")
@pytest.mark.timeout(240)
async def test_process_that_is_frozen_for_a_minute_and_a_half_catches_up(bot: Served) -> None:
    await training(bot, "Szkolenie zimowe")
    people = [await official(bot, f"Anna Nowak{number}", 1_000 + number) for number in range(20)]
    async with bot.running():
        await bot.until(lambda: bot.world.updates.polled)
        async with bot.frozen(timedelta(seconds=90)):
            for person in people:
                person.writes("/zapisz 1")
        await invariants.hold(bot)
    assert len(rows(bot.file, "SELECT 1 FROM registration WHERE state = 'seated'")) == len(people)


@pytest.mark.whole
@pytest.mark.case("F08")
@pytest.mark.timeout(300)
async def test_ten_thousand_updates_that_wait_take_no_more_memory_than_a_thousand(bot: Served) -> None:
    bot.settings["TERMINARZ_SENDING__RATE"] = "1000"
    people = [known(bot.world, "Anna", f"Nowak{number}", 1_000 + number) for number in range(100)]
    for number in range(10_000):
        people[number % 100].writes("/pomoc")
    async with bot.running() as process:
        await bot.until(partial(done, bot, 1_000), within=120.0)
        early = peak(process.pid)
        await bot.until(partial(done, bot, 10_000), within=200.0)
        assert peak(process.pid) - early < 40
        await invariants.hold(bot)
    assert {len(said(person.chat, "/szkolenia")) for person in people} == {100}


def all_heard(*phrases: tuple[Person, str]) -> bool:
    return all(said(person.chat, phrase) for person, phrase in phrases)


def tried(bot: Served, times: int) -> bool:
    return ends(bot)[:1] == [("new", times)]


def helped(person: Person, times: int) -> bool:
    return len(said(person.chat, "/szkolenia")) == times


def done(bot: Served, number: int) -> bool:
    return bool(rows(bot.file, "SELECT COUNT(*) FROM inbox WHERE state = 'done'")[0][0] >= number)


def peak(process: int) -> float:
    """Return the most memory that a process ever had, in megabytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
