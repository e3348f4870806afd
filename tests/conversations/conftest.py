"""Conversations: the whole bot on a local Telegram, spoken to as people speak to it; only the clock stands still."""

from collections.abc import AsyncIterator

import pytest

from bot.cli.demo.town import Resident, Town, found


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    """The town of the demonstration, on Monday 27 April 2026, 8:00."""
    async with found() as town:
        yield town


@pytest.fixture
def anna(town: Town) -> Resident:
    return town.resident("Anna", "Nowak")
