"""The watch: what is deaf is told from what waits; the loop, the thread, the disk and systemd."""

import asyncio
import socket
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.cli.demo.town import Town, found
from bot.pulse import Polls, Pulse
from bot.watch import DEAF, TOKEN_REFUSED, Parts, Space, Watch, parts
from bot.watch.guard import Guard
from bot.watch.space import GIB, MIB, free_beside
from bot.watch.supervisor import Supervisor
from domain.health import Beat, Condition, Part, serves
from domain.ports import Incoming
from playground.clock import MORNING
from tests.conversations.hearing import heard
from tests.conversations.test_roles import administrator
from tests.storage.conftest import by_hand

ROOT = Path(__file__).parents[2]
WELL = dict.fromkeys(Part, Condition.WELL)
BLOCKED = """
import asyncio, os, time
from bot.watch.guard import Guard

async def block():
    Guard(lambda: os._exit(3), limit=0.1, every=0.02).start()
    time.sleep(60)

asyncio.run(block())
"""


@dataclass
class Seconds:
    """A clock that nobody sets, moved by hand."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Watched:
    """A town under watch: its parts beat by hand, and the end of the process is noted instead of made."""

    town: Town
    seconds: Seconds = field(default_factory=Seconds)
    free: int = 10 * GIB
    ended: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.polls = Polls(25, self.seconds)
        self.looked, self.moved = Pulse(self.seconds), Pulse(self.seconds)
        bot = self.town.bot
        self.watch = Watch(
            bot.storage, bot.clock, Space(lambda: self.free), Supervisor({}), self.ended.append, self.seconds
        )
        shown = bot.shown
        self.watch.attach(Parts(self.polls, self.looked, self.moved, shown.busy, shown.paused))

    async def look(self) -> dict[Part, Condition]:
        with capture_logs():
            return {beat.part: beat.condition for beat in await self.watch.look()}

    async def passes(self, seconds: float) -> dict[Part, Condition]:
        """Let time pass in which polls are answered and the inbox is looked into, and look every fifteen seconds."""
        for _ in range(int(seconds // 15)):
            self.seconds.at += 15
            self.polls.attempt()
            self.polls.answer()
            self.looked.beat()
            await self.look()
        return await self.look()

    async def stored(self) -> list[Beat]:
        async with self.town.bot.storage.reading() as transaction:
            return list(await transaction.heartbeats.all())


@pytest.fixture
async def watched() -> AsyncIterator[Watched]:
    async with found() as town:
        yield Watched(town)


async def test_parts_that_work_are_well_and_told(watched: Watched) -> None:
    assert await watched.passes(600) == WELL
    stored = await watched.stored()
    assert {beat.part: beat.condition for beat in stored} == WELL
    assert serves(stored, watched.town.clock.now())
    assert watched.ended == []


async def test_beats_that_are_too_old_or_missing_serve_nobody(watched: Watched) -> None:
    await watched.look()
    stored, now = await watched.stored(), watched.town.clock.now()
    assert not serves(stored[1:], now)
    watched.town.clock.set(MORNING.replace(minute=1))
    assert not serves(stored, watched.town.clock.now())


async def test_polls_that_fail_are_an_outage_and_never_an_end(watched: Watched) -> None:
    for _ in range(1000):
        watched.polls.rest(30, "NetworkError")
        watched.seconds.at += 30
        watched.looked.beat()
        watched.polls.attempt()
    assert await watched.look() == WELL | {Part.INTAKE: Condition.WAITING}
    assert watched.ended == []
    watched.polls.answer()
    assert await watched.look() == WELL


async def test_pause_that_telegram_asked_for_is_no_deafness(watched: Watched) -> None:
    watched.polls.rest(600, "RetryAfter")
    watched.seconds.at += 600
    watched.looked.beat()
    assert (await watched.look())[Part.INTAKE] is Condition.WAITING
    assert watched.ended == []


async def test_intake_that_does_not_even_try_is_deaf(watched: Watched) -> None:
    watched.seconds.at += 25 + parts.POLL_OVER + 1
    watched.looked.beat()
    assert (await watched.look())[Part.INTAKE] is Condition.STUCK
    assert watched.ended == [DEAF]


async def test_token_refused_for_an_hour_ends_the_process_and_not_before(watched: Watched) -> None:
    for _ in range(121):
        assert watched.ended == []
        watched.polls.rest(30, "InvalidToken")
        watched.seconds.at += 30
        watched.looked.beat()
        assert (await watched.look())[Part.INTAKE] is Condition.WAITING or watched.polls.troubled_for <= parts.FAILING
    assert watched.ended == [TOKEN_REFUSED]


async def test_token_refused_at_the_start_is_told_at_once(watched: Watched) -> None:
    bot = watched.town.bot
    starting = Watch(bot.storage, bot.clock, Space(lambda: 10 * GIB), Supervisor({}), watched.ended.append)
    told = []
    for trouble in ("NetworkError", "InvalidToken"):
        starting.polls.rest(1, trouble)
        told += [beat.said for beat in await starting.look() if beat.part is Part.INTAKE]
    assert told == [
        "Telegram was not reached yet; the bot goes on trying.",
        "Telegram refuses the token; check it with @BotFather.",
    ]


async def test_inbox_that_nobody_looks_into_is_stuck(watched: Watched) -> None:
    watched.seconds.at += parts.TAKEN_NEVER + 1
    watched.polls.attempt()
    assert (await watched.look())[Part.TURNS] is Condition.STUCK
    assert watched.ended == [DEAF]


async def test_update_that_nobody_takes_is_late_and_then_stuck(watched: Watched) -> None:
    storage, now = watched.town.bot.storage, watched.town.clock.now()
    await storage.receive([Incoming(7, 7, "{}")], now)
    assert (await watched.passes(15))[Part.TURNS] is Condition.WELL
    assert (await watched.passes(45))[Part.TURNS] is Condition.WAITING
    await watched.passes(105)
    assert watched.ended[:1] == [DEAF]


async def test_process_that_was_halted_as_a_whole_goes_on_where_it_was(watched: Watched) -> None:
    await watched.town.bot.storage.receive([Incoming(7, 7, "{}")], watched.town.clock.now())
    await watched.passes(105)
    await watched.watch.rest(60)  # ends at once: there are parts to be looked at for the first time
    resting = asyncio.get_running_loop().create_task(watched.watch.rest(0.01))
    await asyncio.sleep(0)
    watched.seconds.at += 90
    await resting
    assert await watched.passes(15) == WELL
    assert watched.ended == []


async def test_long_backlog_is_not_stuck_while_it_moves(watched: Watched) -> None:
    storage, now = watched.town.bot.storage, watched.town.clock.now()
    await storage.receive([Incoming(number, number, "{}") for number in range(1, 40)], now)
    for _ in range(30):
        (turn,) = await storage.next_turns((), now, 1)
        async with storage.transaction() as transaction:
            await transaction.inbox.done(turn.update_id)
        watched.moved.beat()
        assert (await watched.passes(15))[Part.TURNS] is Condition.WELL
    assert watched.ended == []


async def test_due_notice_that_nobody_says_is_late_and_then_stuck_unless_nothing_can_be_sent(watched: Watched) -> None:
    await by_hand(watched.town.bot.storage)(
        "INSERT INTO notice (kind, official_id, key, args, due_at) VALUES ('alarm', 7, 'k', '{}', 1)"
    )
    assert (await watched.passes(30))[Part.COURIER] is Condition.WELL
    assert (await watched.passes(60))[Part.COURIER] is Condition.WAITING
    watched.town.bot.delivery.courier.stillness.until = watched.town.clock.now().replace(hour=23)
    assert (await watched.passes(900))[Part.COURIER] is Condition.WAITING
    watched.town.bot.delivery.courier.stillness.until = None
    assert await watched.look() == WELL
    assert watched.ended == []
    assert (await watched.passes(615))[Part.COURIER] is Condition.STUCK
    assert watched.ended[:1] == [DEAF]


async def test_pause_that_telegram_wants_of_everybody_is_waited_for(watched: Watched) -> None:
    await by_hand(watched.town.bot.storage)(
        "INSERT INTO notice (kind, official_id, key, args, due_at) VALUES ('alarm', 7, 'k', '{}', 1)"
    )
    lanes = watched.town.bot.delivery.lanes[0].messenger._lanes  # type: ignore[attr-defined]
    for chat in range(1, 1000):
        lanes.refused(chat, 3600.0)
    await watched.passes(30)
    assert (await watched.passes(900))[Part.COURIER] is Condition.WAITING
    lanes._paused_until = 0.0
    assert await watched.look() == WELL, "the pause counts as if nothing had been done in it"
    assert watched.ended == []


async def test_pause_is_told_by_its_length_which_does_not_grow_old_as_an_instant_would(watched: Watched) -> None:
    now = watched.town.clock.now()
    watched.town.bot.delivery.courier.stillness.until = now + timedelta(seconds=20)
    await watched.look()
    told = {beat.part: beat.said for beat in await watched.stored()}
    assert told[Part.COURIER] == "Nothing can be sent; it is tried again in 20 s."


async def test_storage_that_refuses_writes_is_waited_for(watched: Watched) -> None:
    await watched.look()
    await by_hand(watched.town.bot.storage)("ALTER TABLE heartbeat RENAME TO gone")
    assert (await watched.passes(600))[Part.STORAGE] is Condition.WAITING
    assert watched.ended == []
    await by_hand(watched.town.bot.storage)("ALTER TABLE gone RENAME TO heartbeat")
    assert await watched.look() == WELL


async def test_administrators_hear_of_little_space_once_an_hour(watched: Watched) -> None:
    maria = await administrator(watched.town)
    watched.free = 900 * MIB
    assert await watched.passes(60) == WELL | {Part.STORAGE: Condition.AILING}
    measured = [watched.watch.space.scarce()]
    watched.free = 100 * MIB
    await watched.passes(60)
    assert [*measured, watched.watch.space.scarce()] == [False, True]
    await watched.town.settle()
    alarms = [text for text in heard(maria) if "Na dysku bota" in text]
    assert ["1 GiB" in text for text in alarms] == [True, False]


async def test_administrators_hear_that_the_process_before_was_ended(watched: Watched) -> None:
    maria = await administrator(watched.town)
    watched.seconds.at += 1000
    await watched.look()
    await watched.watch.remember()
    await watched.town.settle()
    assert "uruchomił się ponownie" in heard(maria)[-1]


def test_free_space_is_that_of_the_folder_of_the_database(tmp_path: Path) -> None:
    assert (free_beside(f"sqlite:///{tmp_path / 'town.db'}")() or 0) > 0
    assert free_beside("postgresql://localhost/town")() is None
    assert free_beside("sqlite:////nowhere/at/all/town.db")() is None


async def test_guard_notices_a_loop_that_is_blocked_and_says_where() -> None:
    noticed = threading.Event()
    guard = Guard(noticed.set, limit=0.05, every=0.01)
    with capture_logs() as entries:
        guard.start()
        assert noticed.wait(20)
        guard.stop()
    assert entries[0]["log_level"] == "critical"
    assert "noticed.wait(20)" in entries[0]["where"]


def test_guard_ends_a_process_whose_loop_is_blocked() -> None:
    ended = subprocess.run([sys.executable, "-c", BLOCKED], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert ended.returncode == 3


async def test_guard_lets_a_loop_that_turns_alone() -> None:
    noticed = threading.Event()
    guard = Guard(noticed.set, limit=60, every=0.001)
    guard.start()
    for _ in range(100):
        await asyncio.sleep(0)
    guard.stop()
    assert not noticed.is_set()


@pytest.fixture
def door(tmp_path: Path) -> socket.socket:
    opened = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    opened.bind(str(tmp_path / "notify"))
    opened.settimeout(20)
    return opened


def test_supervisor_hears_signs_of_life_often_enough(door: socket.socket) -> None:
    supervisor = Supervisor({"NOTIFY_SOCKET": door.getsockname(), "WATCHDOG_USEC": "20000000"})
    supervisor.ready()
    supervisor.alive("Serving.")
    supervisor.stuck("intake: deaf")
    assert [door.recv(200) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1\nSTATUS=Serving.", b"STATUS=intake: deaf"]
    assert supervisor.every == 10
    door.close()


def test_supervisor_that_is_not_there_or_has_gone_is_no_trouble(door: socket.socket, tmp_path: Path) -> None:
    door.close()
    Supervisor({"NOTIFY_SOCKET": str(tmp_path / "notify")}).ready()
    Supervisor({}).ready()
    assert Supervisor({"WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "1"}).every is None
