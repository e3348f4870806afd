"""A real browser before the page of a whole demonstration.

Its tests and fixtures share one event loop, the browser's.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from playground.stage import Stage
from tests.page import chromium, demonstration
from tests.page.handset import Handset
from tests.page.visits import PATIENCE_MS, Visits

_HERE = Path(__file__).parent

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run all of this folder in the loop of its browser."""
    for item in items:
        if _HERE in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line why these tests were skipped."""
    if chromium.found() is None:
        terminalreporter.write_line(f"The tests of the page are skipped. {chromium.MISSING}", yellow=True)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = chromium.found()
    if path is None:
        pytest.skip(chromium.MISSING)
    async with chromium.launched(path) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def visits(browser: Browser) -> AsyncIterator[Visits]:
    """Nothing may have gone wrong in any page opened in a test when it ends."""
    visits = Visits(browser)
    yield visits
    for context in browser.contexts:
        await context.close()
    assert visits.unexpected == []


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser) -> AsyncIterator[Stage]:  # noqa: ARG001 - no town where nobody could see it
    async with demonstration.opened() as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="session")
async def address(stage: Stage) -> AsyncIterator[str]:
    async with demonstration.served(stage) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def page(address: str, visits: Visits) -> Page:
    return await visits.open(address)


@pytest.fixture
def anna(page: Page) -> Handset:
    return Handset(page, "Anna Nowak")


@pytest.fixture
def maria(page: Page) -> Handset:
    return Handset(page, "Maria Wiśniewska")
