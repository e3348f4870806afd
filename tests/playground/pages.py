"""A browser without a window: it hears what the page hears and does what the page does."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Self

import aiohttp

PATIENCE = 10.0


class Browser:
    """One open page; `heard` are the server-sent events so far, as name and content."""

    def __init__(self, http: aiohttp.ClientSession, root: str, events: aiohttp.StreamReader) -> None:
        self.http = http
        self.root = root
        self.heard: list[tuple[str, Any]] = []
        self._events = events

    @classmethod
    @asynccontextmanager
    async def opened(cls, root: str) -> AsyncIterator[Self]:
        async with aiohttp.ClientSession() as http, http.get(f"{root}/page/events") as events:
            browser = cls(http, root, events.content)
            await browser.hears("world")
            yield browser

    async def hears(self, name: str, /, **parts: object) -> Any:  # noqa: ANN401 - JSON
        """Read on until an event of this name comes whose content has these parts."""
        async with asyncio.timeout(PATIENCE):
            while True:
                heard, content = await self._next()
                self.heard.append((heard, content))
                if heard == name and parts.items() <= content.items():
                    return content

    async def ends(self) -> None:
        """Read on until the server ends the stream."""
        async with asyncio.timeout(PATIENCE):
            with suppress(aiohttp.ClientPayloadError):
                while not self._events.at_eof():
                    await self._events.readline()

    async def acts(self, act: str, **details: object) -> tuple[int, Any]:
        """Send an act as the page does; return status and answer."""
        async with self.http.post(f"{self.root}/page/act", json={"act": act, **details}) as answer:
            return answer.status, await answer.json()

    async def _next(self) -> tuple[str, Any]:
        name = ""
        while line := (await self._events.readline()).decode().removesuffix("\n"):
            field, _, value = line.partition(": ")
            if field == "event":
                name = value
            elif field == "data":
                return name, json.loads(value)
        return await self._next() if not self._events.at_eof() else ("", {})
