"""Processor time a message of the client process, beside python-telegram-bot, aiogram, pyTelegramBotAPI and bare aiohttp.

All send the same HTML message of 300 characters with a keyboard over TLS on loopback, 100 in flight, to the same server
in another process, which reads no more of a request than where it ends. Each client runs in a process of its own, several
times in turn. One line of JSON a row.
"""

import asyncio
import json
import os
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import cast

import aiohttp
import orjson
import uvloop

TOKEN = "1000000001:BENCHMARK" + "x" * 26
IN_FLIGHT = 100
ROUNDS = 3
SENDS = {"python-telegram-bot": 600, "aiogram": 3000, "pyTelegramBotAPI": 3000, "bare aiohttp": 3000, "ours": 3000}
STOCK_LOOP = ("python-telegram-bot",)
"""Who runs on the loop of the standard library, as out of the box; the others run on uvloop."""
TARGETS = {"python-telegram-bot": 0.06, "aiogram": 0.4, "pyTelegramBotAPI": 0.6, "bare aiohttp": 1.2}

TEXT = ("<b>Zmiana terminu szkolenia</b>\n\n" + "Szkolenie <i>Zamówienia publiczne</i> odbędzie się w innym dniu. " * 5)[:299] + "."
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Szczegóły", "callback_data": "c:12"}, {"text": "Rezygnuję", "callback_data": "s:12"}],
        [{"text": "Nie pisz o tym", "callback_data": "n:12"}],
    ]
}
MESSAGE = {
    "message_id": 4711,
    "from": {"id": 1000000001, "is_bot": True, "first_name": "Terminarz", "username": "terminarz_bot"},
    "chat": {"id": 5000000001, "first_name": "Anna", "last_name": "Nowak", "type": "private"},
    "date": 1777269600,
    "text": TEXT,
    "entities": [{"offset": 0, "length": 24, "type": "bold"}, {"offset": 36, "length": 20, "type": "italic"}],
    "reply_markup": KEYBOARD,
}
ANSWER = orjson.dumps({"ok": True, "result": MESSAGE})
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(ANSWER), ANSWER)

Send = Callable[[int], Awaitable[object]]


class Server(asyncio.Protocol):
    """Answers every request on a connection with the same message."""

    def __init__(self) -> None:
        self._received = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer what is whole."""
        self._received += data
        while (head := self._received.find(b"\r\n\r\n")) >= 0 and self._whole(head):
            assert self._transport is not None
            self._transport.write(RESPONSE)

    def _whole(self, head: int) -> bool:
        """Take one request off what was received, if all of it is there."""
        length = self._received[:head].lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        end = head + 4 + int(length)
        if len(self._received) < end:
            return False
        self._received = self._received[end:]
        return True


async def serve(certificate: str) -> None:
    """Serve until standard input ends, after printing the port."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


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
    asyncio_helper.REQUEST_LIMIT = IN_FLIGHT
    asyncio_helper.session_manager.ssl_context = ssl.create_default_context()
    keyboard = InlineKeyboardMarkup.de_json(KEYBOARD)
    bot = AsyncTeleBot(TOKEN)
    try:
        yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard)
    finally:
        await bot.close_session()


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


async def measure(name: str, root: str) -> dict[str, float]:
    """Send so many messages, after as many as open the connections; return wall and processor seconds."""
    async with CLIENTS[name](root) as send:
        await all_of(send, IN_FLIGHT)
        began, worked = time.perf_counter(), time.process_time()
        await all_of(send, SENDS[name])
        return {"wall": time.perf_counter() - began, "cpu": time.process_time() - worked}


async def all_of(send: Send, count: int) -> None:
    """Send to so many people, as many at a time as are in flight."""
    people = iter(range(5_000_000_001, 5_000_000_001 + count))

    async def one_after_another() -> None:
        for chat in people:
            await send(chat)

    await asyncio.gather(*(one_after_another() for _ in range(IN_FLIGHT)))


def certified(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1 that signs itself, key and all in one file."""
    key, certificate, both = folder / "key.pem", folder / "certificate.pem", folder / "both.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1".split()
    made = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *words, *made], check=True, capture_output=True)  # noqa: S603, S607 - the one on the path
    both.write_text(key.read_text() + certificate.read_text())
    return both


def main() -> None:
    """Print a row for each client and how many times as much the others take."""
    with tempfile.TemporaryDirectory() as name:
        certificate = certified(Path(name))
        server = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, __file__, "serve", str(certificate)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with server:
            assert server.stdout is not None
            root = f"https://127.0.0.1:{server.stdout.readline().strip()}"
            taken: dict[str, list[dict[str, float]]] = {name: [] for name in CLIENTS}
            for client in list(CLIENTS) * ROUNDS:
                taken[client].append(in_a_process_of_its_own(client, root, certificate))
    report(taken)


def in_a_process_of_its_own(client: str, root: str, certificate: Path) -> dict[str, float]:
    """Return what one client took, which trusts the certificate and nothing else."""
    environment = os.environ | {"SSL_CERT_FILE": str(certificate)}
    words = [sys.executable, __file__, client, root]
    said = subprocess.run(words, check=True, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    taken: dict[str, float] = json.loads(said.stdout)
    return taken


def report(taken: dict[str, list[dict[str, float]]]) -> None:
    """Print medians, and the ratios beside the targets."""
    cpu = {name: 1000 * statistics.median(each["cpu"] for each in rounds) / SENDS[name] for name, rounds in taken.items()}
    for name, rounds in taken.items():
        rate = SENDS[name] / statistics.median(each["wall"] for each in rounds)
        print(json.dumps({"what": name, "n": SENDS[name], "rate": round(rate), "cpu_ms": round(cpu[name], 3)}))
    for name, target in TARGETS.items():
        print(json.dumps({"what": f"ours / {name}", "ratio": round(cpu["ours"] / cpu[name], 3), "target": target}))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", certificate]:
            uvloop.run(serve(certificate))
        case [client, root]:
            run = asyncio.run if client in STOCK_LOOP else uvloop.run
            print(json.dumps(run(measure(client, root))))
        case _:
            main()
