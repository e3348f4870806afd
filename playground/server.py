"""The door over HTTP: the Bot API on loopback, for any bot library, curl, or a bot in another process.

    async with serve(world) as address:
        Bot(world.token, base_url=address.api, base_file_url=address.files)

Answers only callers on this machine: the Host header, and the Origin where a browser sends one, must be loopback.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from playground.answers import Answer, Refusal, not_found
from playground.files import MEGABYTE, Upload
from playground.loopback import is_loopback
from playground.poster import Pauses, posting
from playground.world import World

WORLD = web.AppKey("world", World)
PAUSES = Pauses()
_LARGEST_BODY = 60 * MEGABYTE
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
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
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
    origin = request.headers.get("Origin")
    if not is_loopback(request.url.host or "") or (origin and not is_loopback(urlsplit(origin).hostname or "")):
        return web.Response(status=403, text="The playground answers callers on this machine only.")
    return await handler(request)


async def _call(request: web.Request) -> web.StreamResponse:
    try:
        values, files = await _read(request)
    except web.HTTPRequestEntityTooLarge:
        return _response(Refusal(413, "Request Entity Too Large").answer())
    except ValueError:
        return _response(Refusal(400, "Bad Request: can't parse the request's body").answer())
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
    return web.Response(body=stored.content, content_type=stored.upload.mime)


async def _nothing(_request: web.Request) -> web.StreamResponse:
    return _response(not_found().answer())


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body = await request.json() if request.can_read_body else {}
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


def _response(answer: Answer) -> web.Response:
    kind = "text/html" if isinstance(answer.body, bytes) else "application/json"
    return web.Response(status=answer.status or 502, body=answer.payload, content_type=kind)
