import pytest

from playground.files import Upload
from playground.persons import Person
from playground.world import World


async def test_forward_tells_where_it_came_from(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna])
    message = group.writes(anna, "/pytanie https://example.org")
    source = {"from_chat_id": group.id, "message_id": message.id}
    sent = (await world.ask("forwardMessage", chat_id=anna.id, **source)).result
    assert sent["forward_origin"]["sender_user"]["id"] == anna.id
    assert (anna.last.text, anna.last.entities) == (message.text, message.entities)


async def test_copy_tells_nothing_of_its_origin(world: World, anna: Person) -> None:
    message = anna.forwards("Zapraszamy")
    copied = (await world.ask("copyMessage", chat_id=anna.id, from_chat_id=anna.id, message_id=message.id)).result
    assert copied == {"message_id": anna.last.id}
    assert anna.last.content == {"text": "Zapraszamy"}


async def test_protected_message_is_copied_without_its_protection(world: World, anna: Person) -> None:
    sent = (await world.ask("sendMessage", chat_id=anna.id, text="Poufne", protect_content=True)).result
    source = {"from_chat_id": anna.id, "message_id": sent["message_id"]}
    await world.ask("copyMessage", chat_id=anna.id, **source)
    assert anna.last.content == {"text": "Poufne"}


@pytest.mark.parametrize(("params", "caption"), [({}, "Stary"), ({"caption": "Nowy"}, "Nowy"), ({"caption": ""}, "")])
async def test_copy_of_a_file_keeps_it_and_may_change_the_caption(
    world: World, anna: Person, params: dict[str, str], caption: str
) -> None:
    upload = {"document": Upload("a.txt", b"a")}
    sent = await world.call(world.token, "sendDocument", {"chat_id": anna.id, "caption": "Stary"}, upload)
    source = {"from_chat_id": anna.id, "message_id": sent.result["message_id"]}
    await world.ask("copyMessage", chat_id=anna.id, **source, **params)
    assert anna.last.text == caption
    assert anna.last.document is not None
    assert anna.last.document.content == b"a"


async def test_several_messages_are_deleted_at_once_and_missing_ones_passed_over(world: World, anna: Person) -> None:
    sent = [anna.writes(text).id for text in ("jeden", "dwa", "trzy")]
    assert (await world.ask("deleteMessages", chat_id=anna.id, message_ids=[*sent[:2], 999])).result is True
    assert [message.text for message in anna.chat] == ["/start", "trzy"]


async def test_nothing_is_deleted_when_one_may_not_be(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna])
    await world.ask("sendMessage", chat_id=group.id, text="x")
    group.writes(anna, "Moje")
    refused = await world.ask("deleteMessages", chat_id=group.id, message_ids=[message.id for message in group.chat])
    assert refused.description == "Bad Request: message can't be deleted"
    assert len(group.chat) == 2


async def test_press_on_a_deleted_message_tells_that_it_is_inaccessible(world: World, anna: Person) -> None:
    await world.ask("sendMessage", chat_id=anna.id, text="x")
    message = anna.last
    await world.ask("deleteMessage", chat_id=anna.id, message_id=message.id)
    anna.forges("x", message)
    told = world.updates.pending[-1]["callback_query"]["message"]
    assert told == {"chat": anna.private.raw(), "message_id": message.id, "date": 0}
