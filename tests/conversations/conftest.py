"""Conversations: the whole bot on a local Telegram, spoken to as people speak to it; only the clock stands still."""

from collections.abc import AsyncIterator, Iterator, MutableMapping
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.cli.demo.town import Resident, Town, found

Entries = list[MutableMapping[str, Any]]


@pytest.fixture(autouse=True)
def mishaps() -> Iterator[Entries]:
    """What the bot logged; a conversation ends without an error in it, unless the test means one and clears it."""
    with capture_logs() as entries:
        yield entries
    assert [entry for entry in entries if entry["log_level"] in {"error", "critical"}] == []


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    """The town of the demonstration, on Monday 27 April 2026, 8:00."""
    async with found() as town:
        yield town


@pytest.fixture
def anna(town: Town) -> Resident:
    return town.resident("Anna", "Nowak")
