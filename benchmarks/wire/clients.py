"""The ways to send the message: each yields a function that sends it to one chat."""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import aiohttp
import orjson

from benchmarks.wire.message import KEYBOARD, TEXT, TOKEN

Send = Callable[[int], Awaitable[object]]
MOST_AT_ONCE = 100
"""Connections of those clients that have to be told."""


@asynccontextmanager
async def python_telegram_bot(root: str) -> AsyncIterator[Send]:
    """Send with the request class that python-telegram-bot makes by itself."""
    from telegram import Bot, InlineKeyboardMarkup  # noqa: PLC0415 - each client is imported where it is measured

    keyboard = InlineKeyboardMarkup.de_json(KEYBOARD)
    bot = Bot(TOKEN, base_url=f"{root}/bot")
    await bot.request.initialize()
    try:
        yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard)
    finally:
        await bot.request.shutdown()


@asynccontextmanager
async def aiogram(root: str) -> AsyncIterator[Send]:
    """Send with aiogram."""
    from aiogram import Bot  # noqa: PLC0415
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.types import InlineKeyboardMarkup  # noqa: PLC0415

    session = AiohttpSession(api=TelegramAPIServer.from_base(root))
    session._connector_init["ssl"] = ssl.create_default_context()  # noqa: SLF001 - the only way to trust another authority
    keyboard = InlineKeyboardMarkup.model_validate(KEYBOARD)
    async with Bot(TOKEN, session=session) as bot:
        yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard)


@asynccontextmanager
async def telebot(root: str) -> AsyncIterator[Send]:
    """Send with pyTelegramBotAPI."""
    from telebot import asyncio_helper  # noqa: PLC0415
    from telebot.async_telebot import AsyncTeleBot  # noqa: PLC0415
    from telebot.types import InlineKeyboardMarkup  # noqa: PLC0415

    asyncio_helper.API_URL = root + "/bot{0}/{1}"
    asyncio_helper.REQUEST_LIMIT = MOST_AT_ONCE
    asyncio_helper.session_manager.ssl_context = ssl.create_default_context()
    keyboard = InlineKeyboardMarkup.de_json(KEYBOARD)  # type: ignore[no-untyped-call]
    bot = AsyncTeleBot(TOKEN)
    try:
        yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard)
    finally:
        await bot.close_session()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def bare(root: str) -> AsyncIterator[Send]:
    """Send with aiohttp alone, body and answer read as fast as JSON can be."""
    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
    url = f"{root}/bot{TOKEN}/sendMessage"

    async def send(chat: int) -> object:
        body = orjson.dumps({"chat_id": chat, "text": TEXT, "parse_mode": "HTML", "reply_markup": KEYBOARD})
        async with session.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
            return orjson.loads(await answer.read())

    async with session:
        yield send


@asynccontextmanager
async def ours(root: str) -> AsyncIterator[Send]:
    """Send as the bot does."""
    from bot.telegram import AiohttpRequest, BotApi  # noqa: PLC0415

    request = AiohttpRequest()
    await request.initialize()
    api = BotApi(TOKEN, root, request)
    body = {"text": TEXT, "parse_mode": "HTML", "reply_markup": KEYBOARD}
    try:
        yield lambda chat: api.call("sendMessage", {"chat_id": chat, **body})
    finally:
        await request.shutdown()


CLIENTS: dict[str, Callable[[str], AbstractAsyncContextManager[Send]]] = {
    "python-telegram-bot": python_telegram_bot,
    "aiogram": aiogram,
    "pyTelegramBotAPI": telebot,
    "bare aiohttp": bare,
    "ours": ours,
}
