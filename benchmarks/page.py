"""What a message costs the page's browser in a short chat and in a long one, beside a bare list in the same run.

Both hear the same stream; the bare page only appends the words to a list and scrolls to the end. One line of JSON a
row: milliseconds the browser's main thread works on one message, driving it included; then, while messages come every
20 ms, how many frames come late and how long the longest takes.
"""

import asyncio
import json
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from playwright.async_api import Browser, CDPSession, Page

from playground import page as visited
from playground.server import serve
from playground.stage import Stage
from tests.page import chromium, demonstration
from tests.page.handset import Handset

CHATS = (10, 1_000)
N = 100
GAP_S = 0.02
LATE_MS = 25
BARE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><ol></ol><script>
const list = document.querySelector("ol");
function add(said) {
  const item = document.createElement("li");
  item.textContent = said.text;
  item.dataset.message = said.id;
  list.append(item);
  scrollTo(0, 1e7);
}
const events = new EventSource("page/events");
events.addEventListener("world", ({ data }) => JSON.parse(data).chats.forEach(({ messages }) => messages.forEach(add)));
events.addEventListener("message", ({ data }) => add(JSON.parse(data)));
</script>"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
WATCH = """() => {
  window.frames_seen = [];
  const look = (now) => { window.frames_seen.push(now); requestAnimationFrame(look); };
  requestAnimationFrame(look);
}"""
FRAMES = "() => window.frames_seen.slice(1).map((now, at) => now - window.frames_seen[at])"


class Talk:
    """The group that is read, and who talks in it without end."""

    def __init__(self, stage: Stage, length: int) -> None:
        [self._group] = stage.world.groups
        self._person = stage.phones[1].person
        self._count = 0
        for _ in range(length):
            self.goes_on()

    def goes_on(self) -> str:
        """Say one more sentence; returns where it stands on the page."""
        self._count += 1
        said = self._group.writes(
            self._person, f"Zdanie {self._count}: kto jedzie na szkolenie w maju, a kto w czerwcu?"
        )
        return f'[data-message="{said.id}"]'


@asynccontextmanager
async def served(length: int) -> AsyncIterator[tuple[str, Talk]]:
    """Serve the page, and the bare one beside it, with a chat of this length."""

    async def bare(_request: web.Request) -> web.Response:
        return web.Response(text=BARE, content_type="text/html")

    async with demonstration.opened() as stage:
        talk = Talk(stage, length)
        async with serve(stage.world, routes=[*visited.routes(stage), web.get("/bare", bare)]) as address:
            yield address.root, talk


async def measured(page: Page, talk: Talk) -> dict[str, float]:
    """Let the talk go on, sentence by sentence and then in a stream."""
    browser = await page.context.new_cdp_session(page)
    await browser.send("Performance.enable")
    costs = [await cost(page, browser, talk) for _ in range(N)]
    await page.evaluate(WATCH)
    for _ in range(N):
        talk.goes_on()
        await asyncio.sleep(GAP_S)
    await page.wait_for_selector(talk.goes_on(), state="attached")
    frames: list[float] = await page.evaluate(FRAMES)
    return {
        "p50_ms": statistics.median(costs),
        "p95_ms": statistics.quantiles(costs, n=20)[-1],
        "frames_late": sum(frame > LATE_MS for frame in frames),
        "frames": len(frames),
        "longest_frame_ms": max(frames),
    }


async def cost(page: Page, browser: CDPSession, talk: Talk) -> float:
    """Return the milliseconds the main thread works from before a sentence until it is painted."""
    before = await worked(browser)
    await page.wait_for_selector(talk.goes_on(), state="attached")
    await page.evaluate(PAINTED)
    return 1000 * (await worked(browser) - before)


async def worked(browser: CDPSession) -> float:
    """Return the seconds the main thread has worked so far."""
    told = await browser.send("Performance.getMetrics")
    return next(float(metric["value"]) for metric in told["metrics"] if metric["name"] == "TaskDuration")


async def rows(browser: Browser, length: int) -> None:
    """Print the row of the page and the one of the bare list for chats of one length."""
    for path in ("/", "/bare"):
        async with served(length) as (root, talk):
            page = await browser.new_page(locale="pl-PL", viewport={"width": 1400, "height": 900})
            await page.goto(root + path)
            if path == "/":
                await Handset(page, "Anna Nowak").opens("Referat szkoleń")
            await page.wait_for_selector(f"[data-message='{length}']", state="attached")
            row = {"what": f"{'page' if path == '/' else 'bare list'}, chat of {length}", "n": N}
            found = await measured(page, talk)
            print(json.dumps(row | {key: round(value, 2) for key, value in found.items()}), flush=True)
            await page.close()


async def main() -> None:
    """Print all rows, or that there is no browser."""
    path = chromium.found()
    if path is None:
        print(f"The page is not measured. {chromium.MISSING}", file=sys.stderr)
        return
    async with chromium.launched(path) as browser:
        for length in CHATS:
            await rows(browser, length)


if __name__ == "__main__":
    asyncio.run(main())
