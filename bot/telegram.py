"""The way to Telegram: PTB's request interface on aiohttp, and calls by method name on top of it.

No exception from here holds an address, so none holds the token. Never imports handlers or storage.
"""

import asyncio
import os
from base64 import b64decode
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
import orjson
from telegram import InputFile
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

# PTB calls this class its own affair, yet offers no public way to call a method by its name and body.
from telegram.request._requestparameter import RequestParameter
from yarl import URL

# PTB asks for this opt-in: spans of time as timedelta, which the next version makes the only way.
os.environ.setdefault("PTB_TIMEDELTA", "true")

SEND_TIMEOUT = 30.0
"""Seconds for an answer: long, because an answer that comes late still tells that a message was delivered."""

TRICKLING = 60.0
"""Seconds beyond that after which an answer is given up, though it may still be trickling in."""

LONGEST_REST = 3600
"""Seconds for which Telegram is obeyed when it wants no further call; asking once an hour harms nobody."""

CONNECT_TIMEOUT = 10.0
KEEP_ALIVE = 75.0
"""Seconds for which a connection that nobody uses stays open."""

LARGEST = 2**63
"""What is as large as this has no room in a database."""

_UNCONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
_TURNED_AWAY = frozenset({403, 407})
"""What a proxy says that lets nothing through; Telegram says such things as JSON."""


class NotConnectedError(NetworkError):
    """No request was written to Telegram, so nothing was sent for certain."""


class AiohttpRequest(BaseRequest):
    """Requests over one keep-alive pool; callers bound how many there are at a time.

    What waits long, what people wait for and what is sent to many have a pool each, so that none fills another's.
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return SEND_TIMEOUT

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trace_configs=_traces()
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:  # noqa: ANN401 - any JSON
        """Read an answer; raises PTB's error for what is no JSON, and repeats none of it."""
        try:
            answer = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        return answer if answer.get("ok") is True else _refusal(answer)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,  # noqa: ANN401 - PTB passes a private default object, too
        write_timeout: Any = None,  # noqa: ANN401, ARG002
        connect_timeout: Any = None,  # noqa: ANN401, ARG002
        pool_timeout: Any = None,  # noqa: ANN401, ARG002
    ) -> tuple[int, bytes]:
        """Make one request and return the status and the body, or raise what tells whether it may have arrived."""
        if self._session is None:
            raise NotConnectedError("The connection pool is closed")
        wait = float(read_timeout) if isinstance(read_timeout, int | float) else SEND_TIMEOUT
        address, way = _way(url)
        sent, written = {**_body(request_data), **way}, [] if way else [True]
        try:
            async with self._session.request(
                method, address, timeout=_timeout(wait), trace_request_ctx=written, **sent
            ) as answer:
                status, said = answer.status, await _body_of(answer, wait + TRICKLING)
        except (aiohttp.ClientError, OSError) as error:
            if not written or isinstance(error, _UNCONNECTED):
                raise NotConnectedError(type(error).__name__) from None
            raise (TimedOut() if isinstance(error, TimeoutError) else NetworkError(type(error).__name__)) from None
        if status in _TURNED_AWAY and not said.startswith(b"{"):
            raise NotConnectedError(f"turned away with {status}")
        return status, said


async def _body_of(answer: aiohttp.ClientResponse, patience: float) -> bytes:
    """Read what was answered; only what is not there yet is worth a timer, which would be a twentieth of the call."""
    if answer.content.is_eof():
        return await answer.read()
    async with asyncio.timeout(patience):
        return await answer.read()


def _refusal(answer: dict[str, Any]) -> dict[str, Any]:
    """Return what a refusal tells in the types that Telegram promises, and nothing of other types."""
    said, told = answer.get("description"), answer.get("parameters")
    numbers = told if isinstance(told, dict) else {}
    moved, rest = (_whole(numbers.get(name)) for name in ("migrate_to_chat_id", "retry_after"))
    parameters = {"migrate_to_chat_id": moved, "retry_after": min(LONGEST_REST, max(0, rest))}
    return {
        "description": said if isinstance(said, str) else "",
        "parameters": {name: number for name, number in parameters.items() if number},
    }


def _whole(number: object) -> int:
    """Return a number that can be stored, 0 = it is none."""
    return number if type(number) is int and abs(number) < LARGEST else 0


def _traces() -> list[aiohttp.TraceConfig]:
    """Return what notes that a request was written, where a proxy may fail before that; it costs a fifth more."""
    tracing = aiohttp.TraceConfig()
    tracing.on_request_headers_sent.append(_note_written)
    return [tracing] if getproxies() else []


async def _note_written(_: aiohttp.ClientSession, context: Any, __: object) -> None:  # noqa: ANN401 - aiohttp's affair
    context.trace_request_ctx.append(True)


@cache
def _timeout(wait: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(connect=CONNECT_TIMEOUT, sock_connect=CONNECT_TIMEOUT, sock_read=wait)


@lru_cache(256)
def _way(url: str) -> tuple[URL, Mapping[str, Any]]:
    """Return an address and the proxy that the environment names for it.

    Remembered, because aiohttp itself would look it up on another thread for every request.
    """
    address = URL(url)
    proxy = getproxies().get(address.scheme)
    if not proxy or proxy_bypass(address.host or ""):
        return address, {}
    try:
        server = URL(proxy)
    except ValueError:
        raise NotConnectedError("The proxy has an address that cannot be read") from None
    if server.user is None:
        return address, {"proxy": server}
    secret = aiohttp.encode_basic_auth(server.user, server.password or "")
    return address, {"proxy": server.with_user(None), "proxy_headers": {"Proxy-Authorization": secret}}


class BotApi:
    """Calls Bot API methods by their names; raises PTB's errors."""

    def __init__(self, token: str, base_url: str, request: BaseRequest) -> None:
        self._address = f"{base_url}/bot{token}"
        self._request = request

    async def call(self, method: str, body: Mapping[str, Any], *, read_timeout: float = SEND_TIMEOUT) -> Any:  # noqa: ANN401
        """Call a method and return its result as JSON; a ``document`` given as name, mime and base64 is uploaded."""
        parameters = [_parameter(name, value) for name, value in body.items()]
        address = f"{self._address}/{method}"
        try:
            return await self._request.post(address, RequestData(parameters), read_timeout=read_timeout)
        except KeyError:  # it has no result
            raise TelegramError("Invalid server response") from None

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()


def seconds_to_wait(error: RetryAfter) -> float:
    """Return the seconds for which Telegram wants no further call."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()


def _parameter(name: str, value: Any) -> RequestParameter:  # noqa: ANN401 - any JSON
    if isinstance(value, dict) and "base64" in value:
        return RequestParameter.from_input(name, InputFile(b64decode(value["base64"]), filename=value["name"]))
    return RequestParameter(name, value, None)


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None or not (data.parameters or data.contains_files):
        return {}
    if not data.contains_files:
        return {"data": orjson.dumps(data.parameters), "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
