"""The page over HTTP: its files, the stream of what happens, what a visitor does, and the files of the chats.

Stands beside the Bot API in `playground.server`, which turns away whoever does not come from this machine; acts must
come from this very page as well, and are small.
"""

from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from playground.page.stream import Stream
from playground.reading import json_of
from playground.stage import Stage, WrongActError, perform

LARGEST_ACT = 64 << 10
_STATIC = Path(__file__).parent / "static"
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_GUARDS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(stage: Stage) -> Iterable[web.AbstractRouteDef]:
    """Make the page's routes, to be served together with the stage's world."""
    stream = Stream(stage)
    return (
        web.get("/", _index),
        web.get("/page/{name:[a-z]{1,40}\\.(?:css|js|svg)}", _own(_static)),
        web.get("/page/files/{file_id}", _own(_file_of(stage))),
        web.get("/page/events", _own(_events_of(stream))),
        web.post("/page/act", _own(_act_on(stage, stream))),
    )


def _own(handler: _Handler) -> _Handler:
    """Turn away other pages, those of this machine as well; where a browser says nothing, the page itself asks."""

    async def handle(request: web.Request) -> web.StreamResponse:
        own = f"http://{request.host}"
        if request.headers.get("Origin", own) != own:
            return _refused(403, "Only this page itself may ask.")
        return await handler(request)

    return handle


async def _index(_request: web.Request) -> web.StreamResponse:
    return _sent(_STATIC / "index.html")


async def _static(request: web.Request) -> web.StreamResponse:
    path = _STATIC / request.match_info["name"]
    return _sent(path) if path.is_file() else web.Response(status=404, headers=_GUARDS)


def _sent(path: Path) -> web.FileResponse:
    return web.FileResponse(path, headers=_GUARDS | {"Content-Type": f"{_KINDS[path.suffix]}; charset=utf-8"})


def _file_of(stage: Stage) -> _Handler:
    async def send(request: web.Request) -> web.StreamResponse:
        stored = stage.world.state.files.known(request.match_info["file_id"])
        if stored is None:
            return web.Response(status=404, headers=_GUARDS)
        kept = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(stored.name, safe='')}",
            "Content-Type": stored.upload.mime,
        }
        return web.Response(body=stored.content, headers=_GUARDS | kept)

    return send


def _events_of(stream: Stream) -> _Handler:
    async def send(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers=_GUARDS | {"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        with suppress(ConnectionError):  # the page was closed in the middle of a word
            async for event in stream.events():
                await response.write(event)
        return response

    return send


def _act_on(stage: Stage, stream: Stream) -> _Handler:
    async def act(request: web.Request) -> web.StreamResponse:
        if request.content_type != "application/json":
            return _refused(415, "An act is a JSON object.")
        try:
            asked = json_of(await request.clone(client_max_size=LARGEST_ACT).read())
            if not isinstance(asked, dict):
                return _refused(400, "An act is a JSON object.")
            done = await perform(stage, asked)
        except web.HTTPRequestEntityTooLarge:
            return _refused(413, f"An act has at most {LARGEST_ACT} bytes.")
        except WrongActError as wrong:
            return _refused(400, str(wrong))
        except ValueError as unreadable:
            return _refused(400, str(unreadable))
        stream.tell_of(asked.get("who"))
        return web.json_response(done, headers=_GUARDS)

    return act


def _refused(status: int, sentence: str) -> web.Response:
    return web.json_response({"problem": sentence}, status=status, headers=_GUARDS)
