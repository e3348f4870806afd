"""Tokens that may be real are shown nowhere."""

import asyncio
import logging
from time import perf_counter

import pytest

from playground.files import Upload
from playground.persons import Person
from playground.server import serve
from playground.tokens import blotted, is_playground_token
from playground.world import World

SECRET = "A" * 35
REAL = f"1234567890:{SECRET}"
LONGER = f"1234567890:{SECRET}{SECRET}"


def test_playground_token_is_told_from_others(world: World) -> None:
    assert is_playground_token(world.token)
    assert not is_playground_token(REAL)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (REAL, "…"),
        (LONGER, "…"),
        (f"https://example.org/bot{REAL}/getMe", "https://example.org/bot…/getMe"),
        (REAL.replace(":", "%3A"), "…"),
        (REAL.replace(":", "%253a"), "…"),
        ({REAL: [REAL, 5, None, "x" * 40]}, {"…": ["…", 5, None, "x" * 40]}),
        ("Start o 12:30, sala 7:" + "x" * 20, "Start o 12:30, sala 7:" + "x" * 20),
    ],
)
def test_whatever_has_a_tokens_shape_is_blotted_out(value: object, shown: object) -> None:
    assert blotted(value) == shown


def test_long_texts_are_searched_quickly() -> None:
    begun = perf_counter()
    assert blotted("1" * 500_000 + ":") == "1" * 500_000 + ":"
    assert perf_counter() - begun < 2


@pytest.mark.parametrize("rest", [b"\0 HTTP/1.1", b"/getMe HTTP/9", b"/" + b"x" * 9000 + b" HTTP/1.1"])
async def test_malformed_request_is_logged_without_its_token(
    world: World, caplog: pytest.LogCaptureFixture, rest: bytes
) -> None:
    async with serve(world) as address:
        reader, writer = await asyncio.open_connection("127.0.0.1", address.port)
        writer.write(b"GET /bot" + REAL.encode() + rest + b"\r\n\r\n")
        assert b" 400 " in await reader.readline()
        writer.close()
    assert "Error handling request" in caplog.text
    assert SECRET not in caplog.text


async def test_no_call_shows_a_token(world: World, anna: Person, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        await world.ask("setWebhook", url=f"https://example.org/{REAL}", secret_token="x")
        await world.ask("getWebhookInfo")
        await world.ask("sendMessage", chat_id=anna.id, text=f"Mój token to {REAL}", **{REAL: REAL})
        await world.ask("sendMessage", chat_id=f"@{REAL}", text="x", entities=[{"type": REAL}])
        await world.ask(f"send{REAL}")
        await world.ask("setWebhook", url=f"https://{REAL.replace(':', '%3A')}/")
        await world.call(REAL, REAL, {REAL: REAL}, {REAL: Upload(REAL, b"x")})
        await world.call(world.token, "sendDocument", {"chat_id": anna.id}, {REAL: Upload(REAL, b"x")})
    assert len(world.calls) == 8
    for shown in (repr(world.calls), caplog.text):
        assert SECRET.lower() not in shown.lower()
    assert REAL in anna.last.text
