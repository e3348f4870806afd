"""What a bot answers to a posted update: nothing in it ends the posting, and getWebhookInfo tells what was wrong."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager

import pytest

from playground.methods import METHODS
from playground.parameters import Parameters
from playground.persons import Person
from playground.poster import Pauses
from playground.replies import LARGEST_ANSWER
from playground.server import serve
from playground.state import State
from playground.world import World

Answering = Callable[[asyncio.StreamWriter], Coroutine[None, None, None]]
FORM = "multipart/form-data; boundary=x"
FIELD = b'--x\r\nContent-Disposition: form-data; name="text"'
FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
WRONG = "Wrong response from the webhook: "
MALFORMED = f"{WRONG}its form is malformed"


def plain(answer: bytes) -> Answering:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        await writer.drain()

    return write


def whole(kind: str, body: bytes) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@asynccontextmanager
async def answering(first: Answering) -> AsyncIterator[str]:
    """A bot that answers once as told and then well."""
    planned = [first]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(re.findall(rb"Content-Length: (\d+)", head)[0]))
            await (planned.pop() if planned else plain(FINE))(writer)
        except ConnectionError:
            pass  # the other side has had enough
        finally:
            writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


async def posted(world: World, person: Person, first: Answering) -> str:
    """Post two updates to a bot and return what went wrong."""
    async with serve(world, pauses=Pauses(first=0.001, longest=0.002)), answering(first) as url:
        await world.ask("setWebhook", url=url)
        for text in ("jeden", "dwa"):
            person.writes(text)
        await world.until(lambda: not world.updates.pending, within=30)
        failure: str = (await world.ask("getWebhookInfo")).result.get("last_error_message", "")
    return failure


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (whole("application/json", b'{"method": "sendMessage", "text": ' + b"[" * 100_000), ""),
        (whole("application/json", b'{"method": "sendMessage", "text": "\\ud800"}'), ""),
        (whole("application/json", b'{"method": "sendMessage", "chat_id": [], "text": {}, "entities": 5}'), ""),
        (whole("application/json", b'{"method": "setMyCommands", "commands": 5}'), ""),
        (whole("application/json; charset=nonsense", b"{}"), ""),
        (
            whole(FORM, FIELD + b"\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nx\r\n--x--\r\n"),
            f"{MALFORMED} (LookupError)",
        ),
        (
            whole(FORM, FIELD + b"\r\nContent-Transfer-Encoding: nonsense\r\n\r\nx\r\n--x--\r\n"),
            f"{MALFORMED} (RuntimeError)",
        ),
        (whole(FORM, FIELD + b"\r\nbroken header\r\n\r\nx\r\n--x--\r\n"), f"{MALFORMED} (InvalidHeader)"),
        (whole(FORM, b"nonsense"), f"{MALFORMED} (ValueError)"),
        (whole("multipart/form-data", b"x"), f"{MALFORMED} (ValueError)"),
        (b"HTTP/1.1 500 \xff\r\nContent-Length: 0\r\n\r\n", f"{WRONG}500 ?"),
        (b"HTTP/1.1 200 OK\r\nbroken header\r\n\r\n", "Connection reset by peer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", "Connection reset by peer"),
        (b"HTTP/1.1 429 Slow\r\nRetry-After: \xb2\r\nContent-Length: 0\r\n\r\n", f"{WRONG}429 Slow"),
        (b"nonsense\r\n\r\n", "Connection reset by peer"),
    ],
)
async def test_wrong_answer_is_told_of_and_the_next_update_comes(
    world: World, anna: Person, answer: bytes, failure: str
) -> None:
    assert await posted(world, anna, plain(answer)) == failure


@pytest.mark.parametrize("kind", ["application/json", FORM])
async def test_endless_answer_is_broken_off(world: World, anna: Person, kind: str) -> None:
    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + FIELD + b"\r\n\r\n")
        while True:
            writer.write(b"x" * (1 << 20))
            await writer.drain()

    assert await posted(world, anna, write) == f"{WRONG}it has more than {LARGEST_ANSWER} bytes"


async def test_fault_of_our_own_is_logged_and_posting_goes_on(
    world: World, anna: Person, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_state: State, _call: Parameters) -> object:
        raise ZeroDivisionError

    monkeypatch.setitem(METHODS, "sendmessage", stumble)
    with caplog.at_level(logging.ERROR):
        assert await posted(world, anna, plain(whole("application/json", b'{"method": "sendMessage"}'))) == ""
    assert "ZeroDivisionError" in caplog.text
