from datetime import timedelta

import pytest

from playground.answers import Answer
from playground.clock import ManualClock
from playground.limits import PAID_RATE, Limits, Rate
from playground.persons import Person
from playground.world import World


async def send(world: World, chat_id: int, times: int, **params: object) -> list[Answer]:
    return [await world.ask("sendMessage", chat_id=chat_id, text="x", **params) for _ in range(times)]


async def test_nothing_is_limited_unless_asked_for(world: World, anna: Person) -> None:
    assert {answer.status for answer in await send(world, anna.id, 100)} == {200}


async def test_chat_takes_a_short_burst_and_then_one_a_second(world: World, clock: ManualClock, anna: Person) -> None:
    world.limit(Limits())
    *taken, refused = await send(world, anna.id, 6)
    assert {answer.status for answer in taken} == {200}
    assert refused.body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }
    clock.advance(timedelta(seconds=5))
    assert (await send(world, anna.id, 1))[0].status == 200


async def test_group_takes_twenty_a_minute(world: World, clock: ManualClock, anna: Person) -> None:
    group = world.group("Referat", [anna])
    world.limit(Limits())
    *taken, refused = await send(world, group.id, 21)
    assert {answer.status for answer in taken} == {200}
    assert refused.description == "Too Many Requests: retry after 60"
    clock.advance(timedelta(seconds=59.5))
    assert (await send(world, group.id, 1))[0].description == "Too Many Requests: retry after 1"


async def test_bot_sends_thirty_a_second_in_all(world: World) -> None:
    people = [world.person(f"Osoba {number}") for number in range(31)]
    for person in people:
        person.starts()
    world.limit(Limits())
    statuses = [(await send(world, person.id, 1))[0].status for person in people]
    assert statuses == [200] * 30 + [429]


async def test_paid_messages_have_a_rate_of_their_own(world: World, anna: Person) -> None:
    world.limit(Limits(chat=None, paid=PAID_RATE))
    assert {answer.status for answer in await send(world, anna.id, 100, allow_paid_broadcast=True)} == {200}
    assert [answer.status for answer in await send(world, anna.id, 31)] == [200] * 30 + [429]


async def test_edits_count_and_answers_to_presses_do_not(world: World, anna: Person) -> None:
    world.limit(Limits(chat=Rate(2, 60), overall=None))
    [sent] = await send(world, anna.id, 1)
    edit = {"chat_id": anna.id, "message_id": sent.result["message_id"]}
    assert (await world.ask("editMessageText", text="y", **edit)).status == 200
    assert (await world.ask("editMessageText", text="z", **edit)).status == 429
    anna.forges("x")
    query_id = world.updates.pending[-1]["callback_query"]["id"]
    assert (await world.ask("answerCallbackQuery", callback_query_id=query_id)).status == 200


@pytest.mark.parametrize("seconds", [0.0, 59.0])
async def test_rates_can_be_counted_by_another_time(world: World, anna: Person, seconds: float) -> None:
    now = [0.0]
    world.limit(Limits(chat=Rate(1, 60)), lambda: now[0])
    await send(world, anna.id, 1)
    now[0] = seconds
    assert (await send(world, anna.id, 1))[0].status == 429
    now[0] = 60.0
    assert (await send(world, anna.id, 1))[0].status == 200
