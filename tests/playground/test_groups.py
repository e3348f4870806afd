import pytest

from playground.groups import Group
from playground.persons import Person
from playground.world import World


@pytest.fixture
def group(world: World, anna: Person) -> Group:
    return world.group("Referat", [anna])


def heard(world: World) -> list[str]:
    return [update["message"]["text"] for update in world.updates.pending]


def test_privacy_mode_lets_through_what_is_meant_for_the_bot(world: World, group: Group, anna: Person) -> None:
    for text in ("Dzień dobry", "/szkolenia", "/szkolenia@playground_bot", "/start@another_bot", "a @Playground_Bot?"):
        group.writes(anna, text)
    assert heard(world) == ["/szkolenia", "/szkolenia@playground_bot", "a @Playground_Bot?"]


async def test_reply_to_the_bot_reaches_it(world: World, group: Group, anna: Person) -> None:
    await world.ask("sendMessage", chat_id=group.id, text="Słucham")
    own = group.writes(anna, "Między nami")
    group.writes(anna, "Kiedy?", reply_to=group.last)
    group.writes(anna, "Nie do bota", reply_to=own)
    assert heard(world) == ["Kiedy?"]


def test_administrator_and_bot_without_privacy_hear_all(world: World, group: Group, anna: Person) -> None:
    world.state.privacy = False
    group.writes(anna, "jeden")
    world.state.privacy = True
    group.promotes_bot(by=anna)
    group.writes(anna, "dwa")
    assert [one["message"]["text"] for one in world.updates.pending if "message" in one] == ["jeden", "dwa"]


def test_being_added_and_removed_is_told(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna], with_bot=False)
    group.writes(anna, "/start")
    group.adds_bot(by=anna)
    group.removes_bot(by=anna)
    group.writes(anna, "/start")
    added, joined, removed = world.updates.pending
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert joined["message"]["new_chat_members"][0]["id"] == world.bot.id
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_button_in_a_group_is_pressed_by_anyone(world: World, group: Group) -> None:
    jan = world.person("Jan")
    markup = {"inline_keyboard": [[{"text": "Zapisz", "callback_data": "x"}]]}
    await world.ask("sendMessage", chat_id=group.id, text="x", reply_markup=markup)
    jan.presses_on(group.last, "Zapisz")
    query = world.updates.pending[-1]["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (jan.id, group.id)


def test_post_in_a_channel_reaches_the_bot(world: World) -> None:
    channel = world.channel("Ogłoszenia")
    channel.posts("Zapraszamy")
    post = world.updates.pending[-1]["channel_post"]
    assert (post["text"], "from" in post) == ("Zapraszamy", False)


async def test_bot_thrown_out_learns_nothing_of_the_group(world: World, group: Group, anna: Person) -> None:
    group.removes_bot(by=anna)
    for method, params in (("getChat", {}), ("getChatMember", {"user_id": anna.id}), ("leaveChat", {})):
        answer = await world.ask(method, chat_id=group.id, **params)
        assert answer.description == "Forbidden: bot was kicked from the group chat"


async def test_bot_deletes_others_messages_only_as_administrator(world: World, group: Group, anna: Person) -> None:
    message = group.writes(anna, "Do usunięcia")
    refused = await world.ask("deleteMessage", chat_id=group.id, message_id=message.id)
    assert refused.description == "Bad Request: message can't be deleted"
    group.promotes_bot(by=anna)
    assert (await world.ask("deleteMessage", chat_id=group.id, message_id=message.id)).result is True
    assert group.chat == []


async def test_commands_in_a_group_go_from_the_narrowest_scope(world: World, group: Group, anna: Person) -> None:
    jan = world.person("Jan")
    scopes: list[dict[str, object]] = [
        {"type": "all_group_chats"},
        {"type": "chat_administrators", "chat_id": group.id},
    ]
    for scope in scopes:
        await world.ask("setMyCommands", commands=[{"command": str(scope["type"]), "description": "x"}], scope=scope)
    seen = [world.profile.commands_seen(person.user, group.shared)[0]["command"] for person in (anna, jan)]
    assert seen == ["chat_administrators", "all_group_chats"]


def test_channel_tells_when_the_bot_comes_and_goes(world: World, anna: Person) -> None:
    channel = world.channel("Ogłoszenia", with_bot=False)
    channel.adds_bot(by=anna)
    channel.removes_bot(by=anna)
    statuses = [one["my_chat_member"]["new_chat_member"]["status"] for one in world.updates.pending]
    assert statuses == ["administrator", "kicked"]
