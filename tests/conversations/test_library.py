"""The library: built once for all who wait, anew when the programmes changed, and not otherwise."""

import asyncio

import pytest

from domain.desks.library import Edition, Library
from domain.question import Forms, available
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import town_of


async def refreshed(library: Library, times: int = 1) -> Edition | None:
    """Let several ask for a new edition at once; return the one that is there then."""
    await asyncio.gather(*(library.refresh() for _ in range(times)))
    return library.edition


async def test_the_library_is_built_once_for_all_who_wait() -> None:
    built = []

    def forms() -> Forms:
        built.append(1)
        return available()

    async with town_of(training()) as town:
        library = Library(town.bot.storage, forms)
        first = await refreshed(library, 5)
        assert (await refreshed(library), len(built)) == (first, 1)
        await town.imports(programme_of(training("Podatki")), silent=True)
        assert library.edition is first
        assert await refreshed(library, 5) is not first
        assert len(built) == 2


async def test_a_library_that_could_not_be_built_is_built_next_time() -> None:
    def forms() -> Forms:
        if not tried:
            tried.append(1)
            raise MemoryError
        return available()

    tried: list[int] = []
    async with town_of(training()) as town:
        library = Library(town.bot.storage, forms)
        with pytest.raises(MemoryError):
            await library.refresh()
        assert library.edition is None
        assert await refreshed(library) is not None
