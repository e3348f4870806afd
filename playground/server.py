"""The door over HTTP: the Bot API on loopback, for any bot library, curl, or a bot in another process.

    async with serve(world) as address:
        Bot(world.token, base_url=address.api, base_file_url=address.files)

Answers only callers on this machine: the Host header, and the Origin where a browser sends one, must be loopback, and
what a browser asks for must not be asked for by another site's page, not even as a picture.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from playground.answers import Answer, Refusal, bad_request, not_found
from playground.files import MEGABYTE, Upload
from playground.loopback import is_loopback
from playground.poster import Pauses, posting
from playground.reading import json_of
from playground.tokens import blotted
from playground.world import World

WORLD = web.AppKey("world", World)
PAUSES = Pauses()
_log = logging.getLogger(__name__)
_LARGEST_BODY = 60 * MEGABYTE
_INERT = {
    "Content-Disposition": "attachment",
    "Content-Security-Policy": "sandbox",
    "X-Content-Type-Options": "nosniff",
}
"""What keeps a browser from running a file as a page of the playground's own."""

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a served world is reached."""

    root: str

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.root.rpartition(":")[2])

    @property
    def api(self) -> str:
        """The address that a token and a method follow."""
        return f"{self.root}/bot"

    @property
    def files(self) -> str:
        """The address that a token and a file's path follow."""
        return f"{self.root}/file/bot"


@asynccontextmanager
async def serve(
    world: World,
    host: str = "127.0.0.1",
    port: int = 0,
    routes: Iterable[web.AbstractRouteDef] = (),
    pauses: Pauses = PAUSES,
) -> AsyncIterator[Address]:
    """Serve a world until the block ends, and post its updates to a webhook while one is set.

    Port 0 takes a free one, `routes` add pages beside the Bot API, `pauses` lie between posts that fail.
    """
    if not is_loopback(host):
        raise ValueError(f"The playground listens on loopback only, not on {host}.")
    app = application(world)
    app.add_routes(routes)
    # No access log: it would write the token, which stands in every path.
    runner = web.AppRunner(app, access_log=None, logger=_log, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        async with posting(world, pauses):
            yield Address(f"http://{host}:{runner.addresses[0][1]}")
    finally:
        await runner.cleanup()


def application(world: World) -> web.Application:
    """Make the aiohttp application of a world; handlers added to it find the world under the key WORLD."""
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[_only_from_here])
    app[WORLD] = world
    app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", _call)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", _download)
    app.router.add_route("*", "/bot{rest:.*}", _nothing)
    return app


@web.middleware
async def _only_from_here(request: web.Request, handler: _Handler) -> web.StreamResponse:
    if not _is_from_here(request):
        return web.Response(status=403, text="The playground answers callers on this machine only.")
    return await handler(request)


def _is_from_here(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    try:
        hosts = [request.url.host] + ([urlsplit(origin).hostname] if origin else [])
    except ValueError:
        return False
    own = request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}
    return own and all(is_loopback(host or "") for host in hosts)


async def _call(request: web.Request) -> web.StreamResponse:
    try:
        values, files = await _read(request)
    except web.HTTPRequestEntityTooLarge:
        return _response(Refusal(413, "Request Entity Too Large").answer())
    except Exception as error:  # noqa: BLE001 - aiohttp raises nearly anything when a body is malformed
        return _response(bad_request(f"can't parse the request's body ({type(error).__name__})").answer())
    world = request.app[WORLD]
    answer = await world.call(request.match_info["token"], request.match_info["method"], values, files)
    if answer.delay:
        await asyncio.sleep(answer.delay)
    if answer.cut and request.transport is not None:
        request.transport.abort()
    return _response(answer)


async def _download(request: web.Request) -> web.StreamResponse:
    stored = request.app[WORLD].file(request.match_info["token"], request.match_info["path"])
    if stored is None:
        return _response(not_found().answer())
    return web.Response(body=stored.content, headers=_INERT | {"Content-Type": stored.upload.mime})


async def _nothing(_request: web.Request) -> web.StreamResponse:
    return _response(not_found().answer())


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        given = await request.read()
        body = json_of(given) if given else {}
        if not isinstance(body, dict):
            raise ValueError("not an object")
        return values | body, {}
    files = {}
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            files[name] = Upload(part.filename, part.file.read(), part.content_type)
        else:
            values[name] = part if isinstance(part, str) else part.decode()
    return values, files


def _discreet(record: logging.LogRecord) -> bool:
    """Blot the tokens out of a traceback: that of a malformed request repeats its path."""
    if record.exc_info:
        trace = logging.Formatter().formatException(record.exc_info)
        record.msg, record.args = blotted(f"{record.getMessage()}\n{trace}"), ()
        record.exc_info = record.exc_text = None
    return True


_log.addFilter(_discreet)


def _response(answer: Answer) -> web.Response:
    kind = "text/html" if isinstance(answer.body, bytes) else "application/json"
    return web.Response(status=answer.status or 502, body=answer.payload, content_type=kind)
