"""Answers that no Telegram gives, and a proxy or a bug might: whatever they hold, each call has one of the outcomes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic
from typing import Any

import orjson
import pytest
from telegram.error import TimedOut

from bot import telegram
from bot.chat_paces import ChatPaces
from bot.lanes import Lanes
from bot.sending import CONNECTION_PAUSE, Apis, Sending
from bot.telegram import LONGEST_REST, AiohttpRequest, BotApi
from domain.notice import Delivered, Delivery, NotSent, Refused, Uncertain
from domain.ports import Outgoing, Slot
from handlers.messenger import Messages
from handlers.service import Service
from playground.clock import ManualClock

ANNA = 7
SERVICE = Service("Terminarz", "terminarz_bot")
UNSPECIFIC = NotSent("flood control", CONNECTION_PAUSE)
UNREADABLE = Uncertain("Invalid server response")

Writer = asyncio.StreamWriter
Said = Callable[[asyncio.StreamReader, Writer], Awaitable[None]]


@asynccontextmanager
async def api_of(said: Said) -> AsyncIterator[BotApi]:
    """Let a server of a few lines stand for Telegram."""

    async def answered(reader: asyncio.StreamReader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        with suppress(ConnectionError):
            await said(reader, writer)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        ended.release()

    ended, request = asyncio.Semaphore(0), AiohttpRequest()
    await request.initialize()
    async with await asyncio.start_server(answered, "127.0.0.1", 0) as server:
        yield BotApi("1:A", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", request)
        await request.shutdown()
        await ended.acquire()


async def outcome(status: int, answer: object) -> Delivery:
    """Return what becomes of a message to Anna that is answered so."""
    body = orjson.dumps(answer)

    async def said(_: asyncio.StreamReader, writer: Writer) -> None:
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    async with api_of(said) as api:
        sending = Sending(Apis(api, api, api), Messages(SERVICE), ManualClock(), Lanes(1000), ChatPaces(6000))
        return await sending.reply(Outgoing(ANNA, "sendMessage", {"chat_id": ANNA}), Slot(monotonic()))


@pytest.mark.parametrize("number", [0, -1, "7", 1.5, True, [1], 2**63, None])
async def test_message_whose_number_is_none_has_none(number: object) -> None:
    assert await outcome(200, {"ok": True, "result": {"message_id": number}}) == Delivered(None)


@pytest.mark.parametrize("result", [None, True, 0, "x", [], [1], {}])
async def test_result_that_is_no_message_names_no_number(result: object) -> None:
    assert await outcome(200, {"ok": True, "result": result}) == Delivered(None)


@pytest.mark.parametrize("answer", [{"ok": True}, {"ok": False}, {}, {"ok": False, "error_code": 403}, [], None, 5])
async def test_success_without_a_result_leaves_doubt(answer: object) -> None:
    assert await outcome(200, answer) == UNREADABLE


@pytest.mark.parametrize("after", [0, -5, "5", "abc", 5.5, True, [], {"a": 1}, 2**64 - 1, 1e300, None])
async def test_time_to_wait_that_is_none_is_waited_as_one_that_is_not_named(after: object) -> None:
    refusal = {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": after}}
    assert await outcome(429, refusal) == UNSPECIFIC


@pytest.mark.parametrize("after", [10**6, 10**12, 10**18])
async def test_time_to_wait_beyond_all_measure_is_an_hour(after: int) -> None:
    refusal = {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": after}}
    assert await outcome(429, refusal) == NotSent("flood control", float(LONGEST_REST))


@pytest.mark.parametrize("chat", ["-100123", "abc", True, 1.5, [1], {"a": 1}, 2**63, 0])
async def test_new_number_of_a_chat_that_is_none_moves_nothing(chat: object) -> None:
    refusal = {"ok": False, "description": "Bad Request: chat not found", "parameters": {"migrate_to_chat_id": chat}}
    assert await outcome(400, refusal) == Refused("Chat not found")


@pytest.mark.parametrize("parameters", [5, [1], "x", True])
async def test_parameters_that_are_none_are_not_looked_at(parameters: object) -> None:
    refusal = {"ok": False, "description": "Bad Request: chat not found", "parameters": parameters}
    assert await outcome(400, refusal) == Refused("Chat not found")


@pytest.mark.parametrize("description", [None, 5, ["a"], {"a": 1}, True, ""])
async def test_description_that_is_no_text_leaves_what_the_status_says(description: Any) -> None:  # noqa: ANN401
    answer = {"ok": False, "description": description}
    assert await outcome(403, answer) == Refused("forbidden")
    assert await outcome(429, answer) == UNSPECIFIC
    assert isinstance(await outcome(500, answer), Uncertain)


async def test_answer_that_trickles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def said(reader: asyncio.StreamReader, writer: Writer) -> None:
        writer.write(b"HTTP/1.1 200 X\r\nContent-Length: 100000\r\n\r\n")
        gone = asyncio.ensure_future(reader.read())  # noqa: TID251 - over when the caller hangs up
        while not gone.done():
            writer.write(b" ")
            await asyncio.wait((gone,), timeout=0.02)

    monkeypatch.setattr(telegram, "TRICKLING", 0.1)
    telegram._timeout.cache_clear()
    async with api_of(said) as api:
        with pytest.raises(TimedOut):
            await api.call("sendMessage", {"chat_id": ANNA}, read_timeout=0.2)
    telegram._timeout.cache_clear()
