"""Another library reads every answer: aiogram, which checks each against Telegram's types, over HTTP."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import (
    InaccessibleMessage,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from playground import faults
from playground.faults import Failure, Fault
from playground.limits import Limits, Rate
from playground.methods import METHODS
from playground.persons import Person
from playground.server import Address
from playground.world import World
from tests.playground.aiogram_calls import BUTTONS, CALLS, Scene


@pytest.fixture
async def bot(world: World, address: Address) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address.root))
    yield Bot(world.token, session=session)
    await (await session.create_session()).close()  # its own way of closing waits a quarter of a second


@pytest.fixture
async def scene(world: World, bot: Bot, anna: Person) -> Scene:
    group = world.group("Referat", [anna, world.person("Jan")])
    group.promotes_bot(by=anna)
    sent = await bot.send_message(anna.id, "Na pewno?", reply_markup=BUTTONS)
    file = anna.sends_document("lista.csv", b"a;b", "text/csv").raw()["document"]["file_id"]
    anna.presses("Tak")
    press = world.updates.pending[-1]["callback_query"]["id"]
    return Scene(world, bot, anna, group, sent.message_id, file, press)


def test_every_method_is_called() -> None:
    assert CALLS.keys() == METHODS.keys()


@pytest.mark.parametrize("method", CALLS)
async def test_answer_is_understood(scene: Scene, method: str) -> None:
    call, told, expected = CALLS[method]
    assert told(await call(scene)) == expected
    assert method in {call.method.lower() for call in scene.world.calls}


async def test_every_update_is_understood(world: World, bot: Bot, anna: Person) -> None:
    group, channel = world.group("Referat", [anna]), world.channel("Ogłoszenia")
    forum = world.group("Forum", [anna], forum=True)
    for act in (anna.sends_photo, anna.sends_sticker, anna.sends_voice, anna.sends_location, anna.sends_contact):
        act()
    anna.sends_dice()
    anna.sends_document("a.pdf", b"%PDF", caption="Program")
    anna.edits(anna.forwards("Zapraszamy"), "Zapraszamy!")
    anna.replies(anna.chat[0], "/moje")
    forum.writes(anna, "/w_temacie", thread=forum.opens_topic(anna, "Sprawy"))
    group.joins(world.person("Jan"))
    channel.joins(anna)
    post = channel.posts("https://example.org/a")
    anna.forwards_message(post)
    channel.edits(post, "Odwołane")
    channel.silences_bot(by=anna)
    forum.silences_bot(by=anna)
    group.becomes_supergroup()
    anna.blocks()
    updates = await bot.get_updates()
    raw = [next(kind for kind in update if kind != "update_id") for update in world.updates.pending]
    assert [update.event_type for update in updates] == raw
    assert set(raw) == {"message", "edited_message", "channel_post", "edited_channel_post", "my_chat_member"}
    contents = [update.message.content_type for update in updates if update.message]
    assert contents[:7] == ["photo", "sticker", "voice", "location", "contact", "dice", "document"]
    assert contents[-6:] == [
        "forum_topic_created",
        "text",
        "new_chat_members",
        "text",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
    ]


async def test_press_is_understood_on_a_message_that_is_there_and_on_one_that_is_not(scene: Scene) -> None:
    await scene.bot.delete_message(scene.anna.id, scene.sent)
    scene.anna.forges("no", scene.anna.private.messages[-2])
    queries = [update.callback_query for update in await scene.bot.get_updates() if update.callback_query]
    assert [query.data for query in queries] == ["yes", "no"]
    assert queries[0].message is not None
    assert queries[0].message.model_dump()["reply_markup"]["inline_keyboard"][0][0]["style"] == "success"
    assert isinstance(queries[1].message, InaccessibleMessage)


async def test_shared_chat_is_understood(world: World, bot: Bot, anna: Person) -> None:
    channel = world.channel("Ogłoszenia")
    channel.joins(anna)
    asked = KeyboardButtonRequestChat(request_id=7, chat_is_channel=True, request_title=True)
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Wybierz kanał", request_chat=asked)]])
    await bot.send_message(anna.id, "Gdzie?", reply_markup=keys)
    anna.shares(channel.shared, 7)
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.chat_shared is not None
    assert (update.message.chat_shared.chat_id, update.message.chat_shared.title) == (channel.id, "Ogłoszenia")
    await bot.send_message(anna.id, "Już", reply_markup=ReplyKeyboardRemove())
    assert anna.private.keys == []


async def test_pinned_message_and_topic_are_understood(scene: Scene) -> None:
    await scene.bot.pin_chat_message(scene.anna.id, scene.sent)
    *_, noted = await scene.bot.get_updates()
    assert noted.message is not None
    assert noted.message.pinned_message is not None
    assert (await scene.bot.get_chat(scene.anna.id)).pinned_message is not None
    forum = scene.world.group("Forum", [scene.anna], forum=True)
    thread = forum.opens_topic(scene.anna, "Sprawy")
    sent = await scene.bot.send_message(forum.id, "x", message_thread_id=thread)
    assert (sent.message_thread_id, sent.is_topic_message, sent.chat.is_forum) == (thread, True, True)


async def test_refusals_arrive_as_the_librarys_errors(scene: Scene) -> None:
    bot, anna = scene.bot, scene.anna
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(5, "x")
    old = scene.group.id
    scene.group.becomes_supergroup()
    with pytest.raises(TelegramMigrateToChat) as migrated:
        await bot.send_message(old, "x")
    assert migrated.value.migrate_to_chat_id == scene.group.id
    scene.world.limit(Limits(chat=Rate(1, 7)))
    await bot.send_message(anna.id, "x")
    with pytest.raises(TelegramRetryAfter) as limited:
        await bot.send_message(anna.id, "x")
    assert limited.value.retry_after == 7
    anna.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "x")


async def test_two_pollers_meet_a_conflict(scene: Scene) -> None:
    await scene.bot.delete_webhook(drop_pending_updates=True)
    async with asyncio.TaskGroup() as tasks:
        older = tasks.create_task(_conflict(scene.bot))
        await scene.world.until(lambda: scene.world.updates.polled)
        newer = tasks.create_task(scene.bot.get_updates(timeout=20))
        assert "terminated by other getUpdates request" in await older
        scene.anna.writes("Halo")
    assert len(newer.result()) == 1


async def _conflict(bot: Bot) -> str:
    with pytest.raises(TelegramConflictError) as refused:
        await bot.get_updates(timeout=20)
    return refused.value.message


async def test_foreign_token_and_unknown_method_arrive_as_the_librarys_errors(bot: Bot) -> None:
    with pytest.raises(TelegramUnauthorizedError):
        await Bot(f"123456789:{'A' * 35}", session=bot.session).get_me()
    with pytest.raises(TelegramNotFound):
        await bot(SendFlowers())


class SendFlowers(TelegramMethod[bool]):
    """A method that Telegram does not have."""

    __returning__ = bool
    __api_method__ = "sendFlowers"


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (faults.server_error(), TelegramServerError),
        (faults.cut(), TelegramNetworkError),
        (faults.conflicting(), TelegramConflictError),
        (faults.too_many(3), TelegramRetryAfter),
        (faults.too_many(None), TelegramAPIError),
    ],
)
async def test_faults_arrive_as_the_librarys_errors(
    world: World, bot: Bot, failure: Failure, error: type[Exception]
) -> None:
    world.faults.add(Fault(failure))
    with pytest.raises(error):
        await bot.get_me()
