"""Pages opened as different visitors, each in a browser of its own, and what went wrong in them."""

import re
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, ConsoleMessage, Page, Request

PATIENCE_MS = 15_000
USUAL = {"locale": "pl-PL", "viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce"}


class Visits:
    """Opens pages; `wrong` is what their browsers complained about, and what they asked of other machines."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.wrong: list[str] = []
        self.meant: list[str] = []

    async def open(self, address: str, **options: Any) -> Page:  # noqa: ANN401 - whatever a context can be told
        """Open a page: in Polish, wide and light unless told otherwise."""
        context = await self.browser.new_context(**USUAL | options)
        context.set_default_timeout(PATIENCE_MS)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", self._hear)
        page.on("request", self._watch)
        await page.goto(address)
        return page

    def complain_of(self, *patterns: str) -> None:
        """Expect complaints that a test means to cause."""
        self.meant.extend(patterns)

    @property
    def unexpected(self) -> list[str]:
        """What went wrong and was not meant to."""
        return [said for said in self.wrong if not any(re.search(pattern, said) for pattern in self.meant)]

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.wrong.append(said.text)

    def _watch(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
            self.wrong.append(f"asked for {request.url}")
