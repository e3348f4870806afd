"""A bot that is posted to, over HTTP on this machine, and Telegram's rules about where that may be."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp
import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from playground.answers import Json
from playground.clock import ManualClock
from playground.persons import Person
from playground.poster import SECRET_HEADER, Pauses
from playground.server import serve
from playground.webhook import checked
from playground.world import World

SECRET = "S3cret_token-"


@dataclass
class Receiver:
    """A bot's web server: takes what comes, and answers as planned, 200 when nothing is."""

    url: str = ""
    planned: list[web.Response | float] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    seen: list[Json] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.seen]

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get(SECRET_HEADER))
        self.seen.append(await request.json())
        planned = self.planned.pop(0) if self.planned else web.Response()
        if isinstance(planned, float):
            await asyncio.sleep(planned)
            return web.Response()
        return planned


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_post("/hook", made.take)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


@pytest.fixture
async def served(world: World) -> AsyncIterator[World]:
    async with serve(world, pauses=Pauses(first=0.001, longest=0.002)):
        yield world


async def info(world: World) -> Json:
    told: Json = (await world.ask("getWebhookInfo")).result
    return told


async def test_updates_are_posted_in_order_with_the_secret(served: World, receiver: Receiver, anna: Person) -> None:
    anna.writes("jeden")
    assert (await served.ask("setWebhook", url=receiver.url, secret_token=SECRET)).result is True
    anna.writes("dwa")
    await served.until(lambda: not served.updates.pending)
    assert receiver.texts == ["jeden", "dwa"]
    assert receiver.secrets == [SECRET, SECRET]
    assert receiver.seen[1]["update_id"] == receiver.seen[0]["update_id"] + 1


async def test_post_is_repeated_until_it_is_taken_and_nothing_overtakes_it(
    served: World, receiver: Receiver, anna: Person, clock: ManualClock
) -> None:
    clock.advance(timedelta(hours=1))
    receiver.planned = [web.Response(status=500), web.Response(status=302), web.Response(status=503)]
    for text in ("jeden", "dwa"):
        anna.writes(text)
    await served.ask("setWebhook", url=receiver.url)
    await served.until(lambda: not served.updates.pending)
    assert receiver.texts == ["jeden"] * 4 + ["dwa"]
    told = await info(served)
    assert told["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert told["last_error_date"] == int(clock.now().timestamp())
    assert told["pending_update_count"] == 0


async def test_bot_that_is_not_there_is_tried_until_it_comes(
    served: World, receiver: Receiver, anna: Person, unused_tcp_port: int
) -> None:
    anna.writes("jeden")
    await served.ask("setWebhook", url=f"http://127.0.0.1:{unused_tcp_port}/hook")
    await served.until(lambda: served.state.webhook and served.state.webhook.failure)
    told = await info(served)
    assert (told["last_error_message"], told["pending_update_count"]) == ("Connection refused", 1)
    await served.ask("setWebhook", url=receiver.url)
    await served.until(lambda: not served.updates.pending)
    assert receiver.texts == ["jeden"]
    assert "last_error_message" not in await info(served)


async def test_bot_that_says_nothing_has_failed(world: World, receiver: Receiver, anna: Person) -> None:
    receiver.planned = [30.0]
    async with serve(world, pauses=Pauses(patience=0.05)):
        await world.ask("setWebhook", url=receiver.url)
        anna.writes("jeden")
        await world.until(lambda: world.state.webhook and world.state.webhook.failure)
    assert (await info(world))["last_error_message"] == "Read timeout expired"


async def test_bot_that_breaks_off_has_failed(world: World, anna: Person) -> None:
    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server, serve(world):
        port = server.sockets[0].getsockname()[1]
        anna.writes("jeden")
        await world.ask("setWebhook", url=f"http://127.0.0.1:{port}/")
        await world.until(lambda: world.state.webhook and world.state.webhook.failure)
        assert (await info(world))["last_error_message"] == "Connection reset by peer"


async def test_bot_may_say_when_to_come_again(served: World, receiver: Receiver, anna: Person) -> None:
    receiver.planned = [web.Response(status=429, headers={"Retry-After": "3000"})]
    await served.ask("setWebhook", url=receiver.url)
    anna.writes("jeden")
    await served.until(lambda: served.state.webhook and served.state.webhook.failure)
    async with aiohttp.ClientSession() as http:
        for _ in range(5):
            await http.post(receiver.url, json={"message": {"text": "tymczasem"}})
    assert receiver.texts == ["jeden", *["tymczasem"] * 5]


@pytest.mark.parametrize("way", ["json", "form"])
async def test_method_in_the_answer_is_carried_out(served: World, receiver: Receiver, anna: Person, way: str) -> None:
    values = {"method": "sendMessage", "chat_id": str(anna.id), "text": "Witaj"}
    form = aiohttp.MultipartWriter("form-data")
    for name, value in values.items():
        form.append(value).set_content_disposition("form-data", name=name)
    answer = web.json_response(values) if way == "json" else web.Response(body=form)
    receiver.planned = [answer]
    await served.ask("setWebhook", url=receiver.url)
    anna.writes("Cześć")
    await served.until(lambda: served.called("sendMessage"))
    assert anna.last.text == "Witaj"


async def test_file_in_the_answer_is_sent(served: World, receiver: Receiver, anna: Person) -> None:
    form = aiohttp.MultipartWriter("form-data")
    for name, value in {"method": "sendDocument", "chat_id": str(anna.id)}.items():
        form.append(value).set_content_disposition("form-data", name=name)
    part = form.append(b"BEGIN", {"Content-Type": "text/calendar"})
    part.set_content_disposition("form-data", name="document", filename="termin.ics")
    receiver.planned = [web.Response(body=form)]
    await served.ask("setWebhook", url=receiver.url)
    anna.writes("Cześć")
    await served.until(lambda: served.called("sendDocument"))
    assert anna.last.document is not None
    assert (anna.last.document.name, anna.last.document.content) == ("termin.ics", b"BEGIN")


@pytest.mark.parametrize(
    "answer", ["nonsense", "[1]", "{}", '{"method": 5}', '{"method": "getMe"}', '{"method": "close"}']
)
async def test_answer_that_asks_for_nothing_is_only_taken(
    served: World, receiver: Receiver, anna: Person, answer: str
) -> None:
    receiver.planned = [web.Response(text=answer)]
    await served.ask("setWebhook", url=receiver.url)
    for text in ("jeden", "dwa"):
        anna.writes(text)
    await served.until(lambda: not served.updates.pending)
    assert receiver.texts == ["jeden", "dwa"]
    assert [call.method for call in served.calls] == ["setWebhook"]


async def test_update_queued_twice_is_posted_twice(served: World, receiver: Receiver, anna: Person) -> None:
    anna.writes("jeden")
    served.enqueue(served.updates.pending[0])
    await served.ask("setWebhook", url=receiver.url)
    await served.until(lambda: not served.updates.pending)
    assert receiver.texts == ["jeden", "jeden"]


async def test_bot_of_another_library_answers_what_is_posted(served: World, anna: Person) -> None:
    async def greet(message: Message) -> object:
        return message.answer(f"Witaj, {message.text}")

    dispatcher = Dispatcher()
    dispatcher.message.register(greet)
    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, Bot(served.token), handle_in_background=False, secret_token=SECRET)
    handler.register(app, path="/hook")
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await served.ask("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token=SECRET)
    anna.writes("Anno")
    await served.until(lambda: served.called("sendMessage"))
    await runner.cleanup()
    assert anna.last.text == "Witaj, Anno"


async def test_deleted_webhook_gets_nothing_more(served: World, receiver: Receiver, anna: Person) -> None:
    await served.ask("setWebhook", url=receiver.url)
    anna.writes("jeden")
    await served.until(lambda: not served.updates.pending)
    await served.ask("deleteWebhook")
    anna.writes("dwa")
    [update] = (await served.ask("getUpdates")).result
    assert (update["message"]["text"], receiver.texts) == ("dwa", ["jeden"])


async def test_only_allowed_kinds_are_posted(served: World, receiver: Receiver, anna: Person) -> None:
    await served.ask("setWebhook", url=receiver.url, allowed_updates=["message"])
    anna.blocks()
    anna.starts()
    await served.until(lambda: not served.updates.pending)
    assert receiver.texts == ["/start"]
    assert (await info(served))["allowed_updates"] == ["message"]


async def test_nothing_is_posted_elsewhere_and_that_is_said(
    served: World, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    anna.writes("jeden")
    with caplog.at_level(logging.WARNING):
        await served.ask("setWebhook", url="https://example.org/hook")
    assert "will post nothing to example.org" in caplog.text
    await served.until(lambda: served.state.webhook and served.state.webhook.failure)
    told = await info(served)
    assert told["last_error_message"] == "The playground posts to this machine only, not to example.org"
    assert told["pending_update_count"] == 1


async def test_setting_a_webhook_ends_a_poll(world: World) -> None:
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(world.ask("getUpdates", timeout=30))
        await world.until(lambda: world.updates.polled)
        await world.ask("setWebhook", url="https://example.org/hook")
    assert polling.result().description == "Conflict: terminated by setWebhook request"


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8000/a",
        "http://127.0.0.1/a",
        "http://[::1]:9/a",
        "https://127.0.0.1:5000",
        "https://example.org:8443/a",
        "example.org/a",
        "https://8.8.8.8:88",
    ],
)
def test_address_is_taken(url: str) -> None:
    assert checked(url, "", 0).url == url


@pytest.mark.parametrize(("given", "kept"), [(0, 40), (7, 7), (1000, 100), (-3, 1)])
def test_connections_are_brought_into_range(given: int, kept: int) -> None:
    assert checked("https://example.org", "", given).connections == kept


def test_pauses_grow_up_to_the_longest() -> None:
    assert [Pauses().after(failures) for failures in (1, 2, 3, 4, 8, 1000)] == [0.0, 2.0, 4.0, 8.0, 60.0, 60.0]
