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


def notes(world: World, field: str) -> list[object]:
    return [update["message"][field] for update in world.updates.pending if field in update.get("message", {})]


def test_joining_is_noted_once_and_told(world: World, group: Group) -> None:
    seen: list[tuple[str, int]] = []
    world.watch(lambda event: seen.append((event.kind, event.chat_id)))
    jan = world.person("Jan")
    assert group.joins(jan) is not None
    assert group.joins(jan) is None
    assert notes(world, "new_chat_members") == [[jan.user.raw()]]
    assert seen == [("chat", group.id), ("message", group.id), ("update", group.id)]
    assert group.shared.status(jan.id) == "member"


def test_bot_thrown_out_is_noted_in_the_group(world: World, group: Group, anna: Person) -> None:
    group.removes_bot(by=anna)
    assert group.chat[-1].content == {"left_chat_member": world.bot.raw()}


@pytest.mark.parametrize("act", ["removes_bot", "promotes_bot"])
def test_change_of_the_bots_place_is_told(world: World, group: Group, anna: Person, act: str) -> None:
    seen: list[str] = []
    world.watch(lambda event: seen.append(event.kind))
    getattr(group, act)(by=anna)
    assert seen.count("chat") == 1


def test_edited_post_is_told_apart(world: World) -> None:
    channel = world.channel("Ogłoszenia")
    channel.edits(channel.posts("Zapraszamy"), "Odwołane")
    edited = world.updates.pending[-1]["edited_channel_post"]
    assert (edited["text"], edited["edit_date"]) == ("Odwołane", edited["date"])


def test_only_editors_post_in_a_channel(world: World, anna: Person) -> None:
    channel = world.channel("Ogłoszenia")
    channel.joins(anna)
    with pytest.raises(AssertionError, match="Anna Nowak may not post in Ogłoszenia"):
        channel.posts("Zapraszamy", by=anna)
    channel.promotes(anna)
    assert channel.posts("Zapraszamy", by=anna).text == "Zapraszamy"


def test_forwarded_message_tells_its_origin(world: World, group: Group, anna: Person) -> None:
    jan, ewa = world.person("Jan"), world.person("Ewa", "Lis")
    ewa.user.hidden = True
    channel = world.channel("Ogłoszenia")
    channel.joins(anna)
    said = [group.writes(jan, "jeden"), group.writes(ewa, "dwa"), channel.posts("trzy https://example.org")]
    forwards = [anna.forwards_message(message) for message in [*said, anna.chat[0]]]
    at = int(world.clock.now().timestamp())
    assert [forward.content["forward_origin"] for forward in forwards] == [
        {"type": "user", "date": at, "sender_user": jan.user.raw()},
        {"type": "hidden_user", "date": at, "sender_user_name": "Ewa Lis"},
        {"type": "channel", "date": at, "chat": channel.shared.raw(), "message_id": said[2].id},
        {"type": "user", "date": at, "sender_user": anna.user.raw()},
    ]
    assert forwards[2].entities == said[2].entities != []
    again = anna.forwards_message(forwards[1])
    assert again.content["forward_origin"] == forwards[1].content["forward_origin"]
    assert world.updates.pending[-1]["message"]["text"] == "dwa"


async def test_what_cannot_be_forwarded_is_said(world: World, group: Group, anna: Person) -> None:
    await world.ask("sendMessage", chat_id=group.id, text="Poufne", protect_content=True)
    note = group.joins(jan := world.person("Jan"))
    assert note is not None
    for message in (note, group.last):
        with pytest.raises(AssertionError, match="cannot be forwarded"):
            anna.forwards_message(message)
    with pytest.raises(AssertionError, match="Jan does not see this message"):
        jan.forwards_message(anna.chat[0])


async def test_press_reaches_the_bot_only_where_it_is(world: World, group: Group, anna: Person) -> None:
    await world.ask("sendMessage", chat_id=group.id, text="x")
    anna.forges("y", group.last)
    assert world.updates.pending[-1]["callback_query"]["message"]["chat"]["id"] == group.id
    group.removes_bot(by=anna)
    with pytest.raises(AssertionError, match="The bot is not in Referat"):
        anna.forges("y", group.last)


def told_of_the_bot(world: World) -> list[tuple[str, bool]]:
    changes = [update["my_chat_member"]["new_chat_member"] for update in world.updates.pending]
    return [(one["status"], bool(one.get("can_post_messages", one.get("can_send_messages", True)))) for one in changes]


async def test_right_to_write_is_taken_and_given_back(world: World, anna: Person) -> None:
    group, channel = world.group("Referat", [anna], supergroup=True), world.channel("Ogłoszenia")
    for chat in (group, channel):
        chat.silences_bot(by=anna)
        assert (await world.ask("sendMessage", chat_id=chat.id, text="x")).status == 400
        chat.lets_bot_write(by=anna)
        assert (await world.ask("sendMessage", chat_id=chat.id, text="x")).status == 200
    assert told_of_the_bot(world) == [
        ("restricted", False),
        ("member", True),
        ("administrator", False),
        ("administrator", True),
    ]


async def test_deleted_topic_is_gone_with_its_messages(world: World, anna: Person) -> None:
    forum = world.group("Forum", [anna], forum=True)
    thread = forum.opens_topic(anna, "Szkolenia")
    said = forum.writes(anna, "/szkolenia", thread=thread)
    forum.deletes_topic(thread)
    assert said not in forum.chat
    refused = await world.ask("sendMessage", chat_id=forum.id, message_thread_id=thread, text="x")
    assert refused.description == "Bad Request: message thread not found"


async def test_topic_of_a_forum_is_kept_on_messages(world: World, anna: Person) -> None:
    forum = world.group("Forum", [anna], forum=True)
    thread = forum.opens_topic(anna, "Szkolenia")
    question = forum.writes(anna, "/szkolenia", thread=thread)
    assert world.updates.pending[-1]["message"]["message_thread_id"] == thread
    sent = (await world.ask("sendMessage", chat_id=forum.id, message_thread_id=thread, text="x")).result
    assert (sent["message_thread_id"], sent["is_topic_message"], sent["chat"]["is_forum"]) == (thread, True, True)
    reply = {"message_id": question.id}
    replied = (await world.ask("sendMessage", chat_id=forum.id, reply_parameters=reply, text="x")).result
    assert replied["message_thread_id"] == thread
    assert "message_thread_id" not in (await world.ask("sendMessage", chat_id=forum.id, text="x")).result
    with pytest.raises(AssertionError, match="Referat is not a forum"):
        world.group("Referat", [anna]).opens_topic(anna, "x")


async def test_people_of_a_group_are_listed_and_counted(world: World, group: Group, anna: Person) -> None:
    group.joins(world.person("Jan"))
    group.promotes_bot(by=anna)
    listed = (await world.ask("getChatAdministrators", chat_id=group.id)).result
    assert [(one["user"]["id"], one["status"]) for one in listed] == [
        (anna.id, "creator"),
        (world.bot.id, "administrator"),
    ]
    assert (await world.ask("getChatMemberCount", chat_id=group.id)).result == 3
    assert (await world.ask("getChatMemberCount", chat_id=anna.id)).result == 2


async def test_pinned_message_is_shown_until_taken_down(world: World, group: Group, anna: Person) -> None:
    group.promotes_bot(by=anna)
    first, second = group.writes(anna, "jeden"), group.writes(anna, "dwa")
    for message in (first, second, second):
        assert (await world.ask("pinChatMessage", chat_id=group.id, message_id=message.id)).result is True
    assert [note["text"] for note in notes(world, "pinned_message") if isinstance(note, dict)] == ["jeden", "dwa"]
    await world.ask("unpinChatMessage", chat_id=group.id)
    assert (await world.ask("getChat", chat_id=group.id)).result["pinned_message"]["text"] == "jeden"
    await world.ask("unpinChatMessage", chat_id=group.id, message_id=first.id)
    assert "pinned_message" not in (await world.ask("getChat", chat_id=group.id)).result
