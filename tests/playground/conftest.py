from collections.abc import AsyncIterator

import pytest

from playground.clock import ManualClock
from playground.persons import Person
from playground.server import Address, serve
from playground.world import World


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def world(clock: ManualClock) -> World:
    return World(clock)


@pytest.fixture
def anna(world: World) -> Person:
    """Someone who has started the bot, and nothing of whom waits for it any more."""
    anna = world.person("Anna", "Nowak", language="pl")
    anna.starts()
    world.updates.clear()
    return anna


@pytest.fixture
async def address(world: World) -> AsyncIterator[Address]:
    async with serve(world) as address:
        yield address
