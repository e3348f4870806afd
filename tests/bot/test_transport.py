"""The way to Telegram by way of a proxy: what it turns away was certainly not sent, and is no word of Telegram's."""

import asyncio
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram.error import NetworkError, TelegramError

from bot.telegram import AiohttpRequest, BotApi, NotConnectedError, _way

TOKEN = "123456789:" + "A" * 35
PASSWORD = "tajne"
HTML = "<html>Odmowa</html>"


@asynccontextmanager
async def proxy(answer: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Let all requests go by way of a proxy that says one thing to whatever comes, and hangs up."""

    async def said(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer.encode())
        writer.close()

    async with await asyncio.start_server(said, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        named(f"http://urzad:{PASSWORD}@127.0.0.1:{port}", monkeypatch)
        yield
    _way.cache_clear()


def named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the environment name a proxy."""
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, address)
    monkeypatch.delenv("no_proxy", raising=False)
    _way.cache_clear()


async def failure(address: str) -> TelegramError:
    """Return how a call fails; nothing of it may tell the token or the password."""
    request = AiohttpRequest()
    await request.initialize()
    try:
        with pytest.raises(TelegramError) as raised:
            await BotApi(TOKEN, address, request).call("sendMessage", {"chat_id": 1, "text": "Dzień dobry"})
    finally:
        await request.shutdown()
    told = "".join(traceback.format_exception(raised.value))
    assert TOKEN not in told
    assert PASSWORD not in told
    return raised.value


def answer(status: int) -> str:
    return f"HTTP/1.1 {status} X\r\nContent-Length: {len(HTML)}\r\n\r\n{HTML}"


@pytest.mark.parametrize("said", ["", answer(407), answer(403), answer(503)])
async def test_what_never_left_the_proxy_is_certainly_not_sent(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with proxy(said, monkeypatch):
        assert isinstance(await failure("https://telegram.example.org"), NotConnectedError)


@pytest.mark.parametrize("status", [403, 407])
async def test_proxy_that_forbids_is_not_a_person_who_does(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async with proxy(answer(status), monkeypatch):
        assert isinstance(await failure("http://telegram.example.org"), NotConnectedError)


@pytest.mark.parametrize("said", ["", answer(502)])
async def test_what_was_cut_off_after_it_was_sent_is_in_doubt(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with proxy(said, monkeypatch):
        assert type(await failure("http://telegram.example.org")) is NetworkError


@pytest.mark.parametrize("address", ["127.0.0.1:1", "http://127.0.0.1:port", "http://127.0.0.1:1"])
async def test_proxy_that_cannot_be_used_sends_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    named(address, monkeypatch)
    assert isinstance(await failure("https://telegram.example.org"), NotConnectedError)
    _way.cache_clear()
