"""Server-sent events: every open page hears what happens as it happens. Imports no HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from playground.page import shown
from playground.page.shown import Told
from playground.stage import Stage
from playground.state import Event

QUIET_FOR = 15.0
"""Seconds of silence after which a sign of life is sent, so that a page that was closed is noticed."""

MOST_BEHIND = 2000
"""Events a page may be behind; one that reads more slowly is let go and comes back for the whole."""

SIGN_OF_LIFE = b": still here\n\n"
COME_BACK = b"retry: 400\n\n"
"""Milliseconds after which a page that lost the stream asks for it again."""


class Stream:
    """Hands what happens in a world to all pages that are open."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pages: set[asyncio.Queue[bytes | None]] = set()
        stage.world.watch(self._happened)
        stage.clock.on_jump(self.tell_time)

    async def events(self) -> AsyncIterator[bytes]:
        """Yield everything there is, then everything that happens, until the page is too far behind."""
        with self._open() as page:
            yield COME_BACK + _written(shown.whole(self._stage))
            while (event := await _next(page)) is not None:
                yield event

    def tell(self, told: Told) -> None:
        """Tell all open pages."""
        event = _written(told)
        for page in tuple(self._pages):
            if page.qsize() < MOST_BEHIND:
                page.put_nowait(event)
            else:
                self._let_go(page)

    def tell_time(self) -> None:
        """Tell all open pages what time it is."""
        self.tell(shown.clock(self._stage))

    def tell_of(self, person_id: object) -> None:
        """Tell all open pages what an act may have changed without an event: links, mishaps, who can still come."""
        told = [shown.person(self._stage, phone) for phone in self._stage.phones if phone.person.id == person_id]
        for each in (*told, shown.mishaps(self._stage), shown.newcomers(self._stage)):
            self.tell(each)

    def _happened(self, event: Event) -> None:
        if self._pages:
            for told in shown.happened(self._stage, event):
                self.tell(told)

    @contextmanager
    def _open(self) -> Iterator[asyncio.Queue[bytes | None]]:
        page: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._pages.add(page)
        try:
            yield page
        finally:
            self._pages.discard(page)

    def _let_go(self, page: asyncio.Queue[bytes | None]) -> None:
        self._pages.discard(page)
        page.put_nowait(None)


async def _next(page: asyncio.Queue[bytes | None]) -> bytes | None:
    try:
        return await asyncio.wait_for(page.get(), QUIET_FOR)
    except TimeoutError:
        return SIGN_OF_LIFE


def _written(told: Told) -> bytes:
    name, carried = told
    return f"event: {name}\ndata: {json.dumps(carried, ensure_ascii=False)}\n\n".encode(errors="replace")
