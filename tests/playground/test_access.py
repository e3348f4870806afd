import logging

import aiohttp
import pytest
from telegram.error import NetworkError

from playground.persons import Person
from playground.request import InProcess
from playground.server import serve
from playground.world import World


async def test_person_who_blocked_the_bot_cannot_be_written_to(world: World, anna: Person) -> None:
    anna.blocks()
    answer = await world.ask("sendMessage", chat_id=anna.id, text="x")
    assert (answer.status, answer.description) == (403, "Forbidden: bot was blocked by the user")
    anna.unblocks()
    assert (await world.ask("sendMessage", chat_id=anna.id, text="x")).status == 200


async def test_blocking_tells_the_bot(world: World, anna: Person) -> None:
    anna.blocks()
    anna.starts()
    changes = [update["my_chat_member"] for update in world.updates.pending if "my_chat_member" in update]
    assert [(one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_group_the_bot_left_cannot_be_written_to(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna], supergroup=True)
    assert (await world.ask("leaveChat", chat_id=group.id)).result is True
    answer = await world.ask("sendMessage", chat_id=group.id, text="x")
    assert answer.description == "Forbidden: bot is not a member of the supergroup chat"


async def test_channel_wants_an_administrator(world: World, anna: Person) -> None:
    channel = world.channel("Ogłoszenia", username="ogloszenia", with_bot=False)
    channel.shared.members[world.bot.id] = "member"
    answer = await world.ask("sendMessage", chat_id="@ogloszenia", text="x")
    assert answer.description == "Bad Request: need administrator rights in the channel chat"
    channel.promotes_bot(by=anna)
    sent = (await world.ask("sendMessage", chat_id="@ogloszenia", text="x")).result
    assert sent["sender_chat"]["id"] == channel.id


async def test_group_that_became_a_supergroup_gives_its_new_id(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna])
    old = group.id
    group.becomes_supergroup()
    answer = await world.ask("sendMessage", chat_id=old, text="x")
    assert answer.body == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": group.id},
    }
    assert (await world.ask("sendMessage", chat_id=group.id, text="x")).status == 200
    assert [update["message"].get("migrate_to_chat_id") for update in world.updates.pending] == [group.id, None]


async def test_chat_and_member_are_described(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna])
    assert (await world.ask("getChat", chat_id=anna.id)).result["first_name"] == "Anna"
    assert (await world.ask("getChatMember", chat_id=group.id, user_id=anna.id)).result["status"] == "creator"
    stranger = await world.ask("getChatMember", chat_id=group.id, user_id=1)
    assert stranger.description == "Bad Request: PARTICIPANT_ID_INVALID"


@pytest.mark.parametrize(
    ("token", "status", "description"),
    [
        (f"1000000001:{'A' * 35}", 401, "Unauthorized"),
        ("not-a-token", 404, "Not Found"),
        ("", 404, "Not Found"),
    ],
)
async def test_foreign_token_is_refused(world: World, token: str, status: int, description: str) -> None:
    answer = await world.call(token, "getMe")
    assert (answer.status, answer.description) == (status, description)


REAL = f"123456789:{'A' * 35}"


async def test_token_that_may_be_real_is_warned_of_and_shown_nowhere(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await world.call(REAL, "setWebhook", {"url": f"https://example.org/{REAL}"})
    await world.call(REAL, "sendFlowers")
    assert world.file(REAL, "documents/file_0") is None
    assert caplog.text.count("a token that may be a real bot's. The playground never needs one") == 3
    assert REAL not in caplog.text
    assert REAL not in repr(world.calls)
    with pytest.raises(AssertionError) as raised:
        await world.until(lambda: False, within=0.01)
    assert REAL not in str(raised.value)


async def test_own_token_stands_in_no_call_either(world: World) -> None:
    await world.ask("setWebhook", url=f"https://example.org/{world.token}", allowed_updates=[world.token])
    assert (await world.ask("getWebhookInfo")).result["url"] == f"https://example.org/{world.token}"
    assert [call.outcome for call in world.calls] == ["ok", "ok"]
    assert world.token not in repr(world.calls)


async def test_tokens_reach_no_log_over_http(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with serve(world) as address, aiohttp.ClientSession() as http:
        paths = {f"/bot{REAL}/getMe": 401, f"/file/bot{REAL}/a": 404, f"/bot{world.token}/getMe": 200}
        for path, status in paths.items():
            async with http.get(address.root + path) as answer:
                assert answer.status == status
                assert REAL not in await answer.text()
    assert "may be a real bot's" in caplog.text
    assert REAL not in caplog.text
    assert world.token not in caplog.text


async def test_token_stands_in_no_error_of_the_door_in_process(world: World) -> None:
    with pytest.raises(NetworkError) as raised:
        await InProcess(world).do_request(f"https://example.org/token{REAL}", "POST")
    assert REAL not in str(raised.value)


async def test_unknown_method_is_not_found_and_said_loudly(world: World, caplog: pytest.LogCaptureFixture) -> None:
    answer = await world.ask("sendFlowers")
    assert answer.body == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert "sendFlowers" in caplog.text
    assert (world.calls[-1].method, world.calls[-1].outcome) == ("sendFlowers", "Not Found")
