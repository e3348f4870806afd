import asyncio
from datetime import timedelta

from playground.answers import Json
from playground.clock import ManualClock
from playground.persons import Person
from playground.world import World


async def poll(world: World, **params: object) -> list[Json]:
    found: list[Json] = (await world.ask("getUpdates", **params)).result
    return found


async def test_updates_come_again_until_an_offset_confirms_them(world: World, anna: Person) -> None:
    anna.writes("jeden")
    anna.writes("dwa")
    first = await poll(world)
    assert [update["message"]["text"] for update in first] == ["jeden", "dwa"]
    assert await poll(world) == first
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    assert await poll(world, offset=first[0]["update_id"] + 1) == first[1:]
    assert await poll(world, offset=first[1]["update_id"] + 1) == []
    assert await poll(world) == []


async def test_negative_offset_keeps_the_newest_only(world: World, anna: Person) -> None:
    for text in ("jeden", "dwa", "trzy"):
        anna.writes(text)
    assert [update["message"]["text"] for update in await poll(world, offset=-1)] == ["trzy"]
    assert len(await poll(world)) == 1


async def test_limit_is_at_most_a_hundred(world: World, anna: Person) -> None:
    for number in range(120):
        anna.writes(str(number))
    assert len(await poll(world, limit=7)) == 7
    assert len(await poll(world, limit=500)) == 100
    assert len(await poll(world)) == 100


async def test_updates_are_kept_a_day(world: World, clock: ManualClock, anna: Person) -> None:
    anna.writes("wczoraj")
    clock.advance(timedelta(hours=23))
    anna.writes("dzisiaj")
    clock.advance(timedelta(hours=1, seconds=1))
    assert [update["message"]["text"] for update in await poll(world)] == ["dzisiaj"]


async def test_only_allowed_kinds_are_queued_and_the_choice_is_kept(world: World, anna: Person) -> None:
    await poll(world, allowed_updates='["message"]')
    anna.blocks()
    anna.starts()
    assert [set(update) - {"update_id"} for update in await poll(world)] == [{"message"}]
    await poll(world, allowed_updates=[])
    anna.blocks()
    assert "my_chat_member" in world.updates.pending[-1]


async def test_poll_waits_for_the_first_update(world: World, anna: Person) -> None:
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(poll(world, timeout=30))
        await world.until(lambda: world.updates.polled)
        anna.writes("jeden")
        anna.writes("dwa")
    assert len(polling.result()) == 2


async def test_poll_without_a_timeout_returns_at_once(world: World) -> None:
    assert await asyncio.wait_for(poll(world), 1) == []


async def test_poll_ends_empty_when_its_time_is_up(world: World) -> None:
    assert await poll(world, timeout=0.01) == []
    assert not world.updates.polled


async def test_newer_poll_ends_the_older_with_a_conflict(world: World, anna: Person) -> None:
    async with asyncio.TaskGroup() as tasks:
        older = tasks.create_task(world.ask("getUpdates", timeout=30))
        await world.until(lambda: world.updates.polled)
        newer = tasks.create_task(world.ask("getUpdates", timeout=30))
        refused = await older
        anna.writes("jeden")
    assert (refused.status, refused.description) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    assert len(newer.result().result) == 1


async def test_webhook_excludes_polling(world: World, anna: Person) -> None:
    anna.writes("jeden")
    await world.ask("setWebhook", url="https://example.org/hook")
    assert (await world.ask("getUpdates")).status == 409
    info = (await world.ask("getWebhookInfo")).result
    assert (info["url"], info["pending_update_count"]) == ("https://example.org/hook", 1)
    await world.ask("deleteWebhook")
    assert len(await poll(world)) == 1


async def test_deleted_webhook_may_drop_what_waits(world: World, anna: Person) -> None:
    anna.writes("jeden")
    await world.ask("deleteWebhook", drop_pending_updates=True)
    assert await poll(world) == []


async def test_any_raw_update_can_be_queued_twice(world: World, anna: Person) -> None:
    anna.writes("jeden")
    [update] = await poll(world)
    world.enqueue(update)
    world.enqueue({"update_id": 5, "message": "nonsense"})
    world.enqueue({"future_kind": {}})
    assert [one["update_id"] for one in world.updates.pending] == [
        update["update_id"],
        update["update_id"],
        5,
        update["update_id"] + 1,
    ]


async def test_numbering_can_start_anew_lower(world: World, anna: Person) -> None:
    anna.writes("jeden")
    world.updates.restart_numbering(17)
    anna.writes("dwa")
    assert world.updates.pending[-1]["update_id"] == 17


async def test_bot_that_logged_out_is_away_for_ten_minutes(world: World, clock: ManualClock) -> None:
    await world.ask("logOut")
    away = await world.ask("getMe")
    assert (away.status, away.description) == (400, "Logged out")
    clock.advance(timedelta(minutes=10))
    await world.ask("close")
    assert (await world.ask("getMe")).body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 600",
        "parameters": {"retry_after": 600},
    }
    clock.advance(timedelta(minutes=10))
    assert (await world.ask("getMe")).result["username"] == "playground_bot"
