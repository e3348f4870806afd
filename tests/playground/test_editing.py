from datetime import timedelta

import pytest

from playground.chats import Message
from playground.clock import ManualClock
from playground.files import Upload
from playground.persons import Person
from playground.world import World

BUTTON = {"inline_keyboard": [[{"text": "Tak", "callback_data": "yes"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@pytest.fixture
async def sent(world: World, anna: Person) -> Message:
    await world.ask("sendMessage", chat_id=anna.id, text="Na pewno?", reply_markup=BUTTON)
    return anna.last


async def test_edit_changes_text_and_drops_buttons_not_given(
    world: World, clock: ManualClock, anna: Person, sent: Message
) -> None:
    clock.advance(timedelta(minutes=1))
    answer = await world.ask("editMessageText", chat_id=anna.id, message_id=sent.id, text="Zapisano")
    assert answer.result["edit_date"] == answer.result["date"] + 60
    assert [str(message) for message in anna.chat] == ["/start", "Zapisano"]


async def test_edit_of_buttons_alone_keeps_the_text(world: World, anna: Person, sent: Message) -> None:
    await world.ask("editMessageReplyMarkup", chat_id=anna.id, message_id=sent.id)
    assert (anna.last.text, anna.last.labels) == ("Na pewno?", [])


async def test_edit_of_a_files_text_is_refused_and_of_its_caption_done(world: World, anna: Person) -> None:
    upload = {"document": Upload("a.txt", b"a")}
    message_id = (await world.call(world.token, "sendDocument", {"chat_id": anna.id}, upload)).result["message_id"]
    answer = await world.ask("editMessageText", chat_id=anna.id, message_id=message_id, text="x")
    assert answer.description == "Bad Request: there is no text in the message to edit"
    await world.ask("editMessageCaption", chat_id=anna.id, message_id=message_id, caption="Lista")
    assert anna.last.text == "Lista"
    assert anna.last.document is not None


async def test_deleted_message_is_gone_from_the_chat(world: World, anna: Person, sent: Message) -> None:
    assert (await world.ask("deleteMessage", chat_id=anna.id, message_id=sent.id)).result is True
    assert [message.text for message in anna.chat] == ["/start"]
    again = await world.ask("deleteMessage", chat_id=anna.id, message_id=sent.id)
    assert again.description == "Bad Request: message to delete not found"
