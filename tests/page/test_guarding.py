"""A page of another origin, be it on this machine, neither acts on the playground nor listens to it."""

from collections.abc import AsyncIterator

import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Page, expect

from playground.stage import Stage
from tests.page.visits import Visits

ACTS = """async ([address, act]) => {
  const tried = [];
  for (const [mode, type] of [["cors", "application/json"], ["no-cors", "text/plain"], ["cors", "text/plain"]]) {
    const body = JSON.stringify(act);
    const sent = fetch(address + "page/act", { method: "POST", mode, headers: { "Content-Type": type }, body });
    tried.push(await sent.then(({ ok }) => ok, () => false));
  }
  return tried;
}"""
LISTENS = """(address) => new Promise((resolve) => {
  const events = new EventSource(address + "page/events");
  events.addEventListener("world", () => resolve("heard"));
  events.onerror = () => { events.close(); resolve("refused"); };
})"""
FRAMES = """(address) => {
  const frame = document.createElement("iframe");
  frame.src = address;
  document.body.append(frame);
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def foreign(visits: Visits) -> AsyncIterator[Page]:
    """A page served from another port of this machine."""

    async def empty(_request: web.Request) -> web.Response:
        return web.Response(text="<!doctype html><link rel=icon href=data:,><body>", content_type="text/html")

    elsewhere = web.Application()
    elsewhere.router.add_get("/", empty)
    async with TestServer(elsewhere) as server:
        yield await visits.open(str(server.make_url("/")))


async def test_foreign_page_cannot_act(stage: Stage, address: str, foreign: Page, visits: Visits) -> None:
    visits.complain_of("CORS", "ERR_FAILED", "403")
    anna = stage.phones[0].person
    assert await foreign.evaluate(ACTS, [address, {"act": "start", "who": anna.id, "payload": ""}]) == [False] * 3
    assert anna.chat == []


async def test_foreign_page_cannot_listen(address: str, foreign: Page, visits: Visits) -> None:
    visits.complain_of("CORS", "ERR_FAILED", "403")
    assert await foreign.evaluate(LISTENS, address) == "refused"


async def test_page_cannot_be_framed(address: str, foreign: Page, visits: Visits) -> None:
    visits.complain_of("403")
    await foreign.evaluate(FRAMES, address)
    await expect(foreign.frame_locator("iframe").locator("body")).to_have_text(
        "The playground answers callers on this machine only."
    )
