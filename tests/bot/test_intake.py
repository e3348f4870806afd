"""The intake: committed before confirmed, seen once, and never deaf."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from structlog.testing import capture_logs
from telegram.error import InvalidToken, NetworkError, RetryAfter

from bot import trouble
from bot.intake import Intake
from bot.intake import _pause as pause_after
from bot.telegram import BotApi
from domain.desks.precedence import Precedence
from domain.ports import Storage
from playground import answers
from playground.answers import Answer
from playground.clock import ManualClock
from playground.faults import (
    Failure,
    Fault,
    bad_gateway,
    conflicting,
    cut,
    garbage,
    hang,
    refused,
    server_error,
    too_many,
)
from playground.request import InProcess
from playground.world import Call, World
from storage.database import open_storage

FAILURES = {
    "401": refused(answers.unauthorized()),
    "404": refused(answers.not_found()),
    "409": conflicting(),
    "429": too_many(1),
    "429 without a time": too_many(None),
    "500": server_error(),
    "502 as HTML": bad_gateway(),
    "200 that is no JSON": garbage(),
    "cut off": cut(),
    "nothing at all": hang(600),
}


def result(elements: list[object]) -> Failure:
    return lambda _: Answer(200, json.dumps({"ok": True, "result": elements}).encode())


@dataclass
class Door:
    world: World
    storage: Storage
    intake: Intake
    arrived: asyncio.Event
    troubles: list[str] = field(default_factory=list)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    clock = ManualClock()
    world = World(clock)
    storage = await open_storage("sqlite:///:memory:")
    arrived, troubles = asyncio.Event(), list[str]()

    async def troubled(reason: str) -> None:
        troubles.append(reason)

    api = BotApi(world.token, "http://127.0.0.1", InProcess(world))
    intake = Intake(api, storage, clock, Precedence(), poll_timeout=1, arrived=arrived.set, troubled=troubled)
    yield Door(world, storage, intake, arrived, troubles)
    await storage.close()


async def test_update_is_confirmed_only_after_it_was_committed(door: Door) -> None:
    door.world.person("Anna").writes("dzień dobry")
    assert await door.intake.poll(0) == 1
    assert await door.storage.unfinished() == 1
    assert len(door.world.updates.pending) == 1
    await door.intake.poll(0)
    assert door.world.updates.pending == []


async def test_first_poll_names_no_offset(door: Door) -> None:
    await door.intake.poll(0)
    assert "offset" not in door.world.called("getUpdates")[0].params


async def test_update_that_cannot_be_stored_stays_at_telegram(door: Door) -> None:
    door.world.person("Anna").writes("dzień dobry")
    await door.storage.close()
    with pytest.raises(Exception, match=r".+"):
        await door.intake.poll(0)
    assert door.world.called("getUpdates")[-1].params.get("offset") is None
    assert len(door.world.updates.pending) == 1


async def test_update_that_comes_twice_is_one_turn(door: Door) -> None:
    message = {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}, "from": {"id": 5}, "text": "x"}
    door.world.enqueue({"update_id": 77, "message": message})
    door.world.enqueue({"update_id": 77, "message": message})
    await door.intake.poll(0)
    assert await door.storage.unfinished() == 1


@pytest.mark.parametrize("nonsense", [1, None, "x", [], {}, {"update_id": "7"}, {"update_id": True}], ids=repr)
async def test_element_that_is_no_update_does_not_stop_the_others(door: Door, nonsense: object) -> None:
    door.world.person("Anna").writes("dzień dobry")
    mixed = [nonsense, *door.world.updates.pending, nonsense]
    for batch in (mixed, [nonsense]):
        door.world.faults.add(Fault(result(batch), method="getUpdates"))
    assert [await door.intake.poll(0) for _ in range(3)] == [1, 0, 0]
    assert await door.storage.unfinished() == 1
    assert door.world.updates.pending == []


@pytest.mark.parametrize("number", [2**63, 2**70])
async def test_number_that_cannot_be_stored_is_confirmed_and_hides_no_later_update(door: Door, number: int) -> None:
    door.world.enqueue({"update_id": number})
    assert await door.intake.poll(0) == 0
    assert door.world.updates.pending == []
    door.world.person("Anna").writes("dzień dobry")
    assert await door.intake.poll(0) == 1
    assert await door.storage.unfinished() == 1


async def test_lower_numbers_after_a_quiet_week_are_new_updates(door: Door) -> None:
    anna = door.world.person("Anna")
    anna.writes("jeden")
    await door.intake.poll(0)
    await door.intake.poll(0)
    door.world.updates.restart_numbering(1_000)
    anna.writes("dwa")
    fresh = Intake(
        BotApi(door.world.token, "http://127.0.0.1", InProcess(door.world)),
        door.storage,
        ManualClock(),
        Precedence(),
        poll_timeout=1,
        arrived=door.arrived.set,
        troubled=door.troubles.append,
    )
    await fresh.poll(0)
    assert await door.storage.unfinished() == 2


async def test_lower_numbers_are_not_hidden_by_the_numbers_of_before(door: Door) -> None:
    anna = door.world.person("Anna")
    anna.writes("jeden")
    assert [await door.intake.poll(0) for _ in range(2)] == [1, 0]
    door.world.updates.restart_numbering(1_000)
    anna.writes("dwa")
    assert await door.intake.poll(0) == 1
    assert await door.storage.unfinished() == 2


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES.keys())
async def test_polling_goes_on_after(door: Door, failure: Failure) -> None:
    door.world.faults.add(Fault(failure, method="getUpdates"))
    door.world.person("Anna").writes("dzień dobry")
    polling = asyncio.get_running_loop().create_task(door.intake.run())
    async with asyncio.timeout(10):
        await door.arrived.wait()
    polling.cancel()
    assert await door.storage.unfinished() == 1
    assert not polling.done() or polling.cancelled()


@pytest.mark.parametrize(("failure", "reason"), [("401", "InvalidToken"), ("409", "Conflict")])
async def test_refused_token_and_a_second_poller_are_told_at_once(door: Door, failure: str, reason: str) -> None:
    door.world.faults.add(Fault(FAILURES[failure], method="getUpdates"))
    door.world.person("Anna").writes("dzień dobry")
    polling = asyncio.get_running_loop().create_task(door.intake.run())
    async with asyncio.timeout(10):
        await door.arrived.wait()
    polling.cancel()
    assert door.troubles == [reason]


async def test_webhook_set_meanwhile_is_removed_and_nothing_dropped(door: Door) -> None:
    await door.world.ask("setWebhook", url="https://bot.example.org/hook")
    door.world.person("Anna").writes("dzień dobry")
    polling = asyncio.get_running_loop().create_task(door.intake.run())
    async with asyncio.timeout(10):
        await door.arrived.wait()
    polling.cancel()
    assert await door.storage.unfinished() == 1


@pytest.mark.parametrize(
    ("error", "failures", "seconds"),
    [
        (RetryAfter(600), 1, 600),
        (RetryAfter(1), 9, 1),
        (InvalidToken(), 1, 0.75),
        (NetworkError(""), 20, 30),
        (NetworkError(""), 10**6, 30),
        (OSError(), 1, 1),
        (OSError(), 10**6, 30),
    ],
)
def test_pause_grows_to_half_a_minute_unless_telegram_names_one(
    error: Exception, failures: int, seconds: float
) -> None:
    assert pause_after(error, failures) == seconds


async def polled(door: Door, times: int) -> list[Call]:
    """Return the first polls as soon as there were so many."""
    enough = asyncio.Event()
    door.world.watch(lambda _: enough.set() if len(door.world.called("getUpdates")) >= times else None)
    async with asyncio.timeout(10):
        await enough.wait()
    return door.world.called("getUpdates")[:times]


async def test_the_log_tells_when_polling_works_again(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trouble, "QUIET", 0.0)
    door.world.faults.add(Fault(FAILURES["401"], method="getUpdates"))
    door.world.person("Anna").writes("dzień dobry")
    with capture_logs() as entries:
        polling = asyncio.get_running_loop().create_task(door.intake.run())
        await polled(door, 4)
        polling.cancel()
    assert [(entry["event"], entry["failures"]) for entry in entries] == [
        ("polling failed", 1),
        ("polling works again", 1),
    ]


async def test_after_a_failure_a_poll_asks_without_waiting_so_that_health_is_known_at_once(door: Door) -> None:
    door.world.faults.add(Fault(FAILURES["401"], method="getUpdates"))
    polling = asyncio.get_running_loop().create_task(door.intake.run())
    polls = await polled(door, 3)
    polling.cancel()
    assert [int(poll.params["timeout"]) for poll in polls] == [1, 0, 1]
