"""Precedence: whoever acts now goes before what is written for many. It costs nothing to lose, and is not kept."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 0.2
"""Seconds for which people without end keep waiting what goes on for many."""


@dataclass(slots=True, eq=False)
class Precedence:
    """How many people are being attended to, shared by all who take in and apply what they do."""

    _acting: int = 0
    _nobody: asyncio.Event = field(default_factory=asyncio.Event)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Go before what is long until the block ends."""
        self._acting += 1
        try:
            yield
        finally:
            self._acting -= 1
            if not self._acting:
                self._nobody.set()

    async def given(self) -> None:
        """Return once nobody acts, or after a while."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST):
                while self._acting:
                    self._nobody.clear()
                    await self._nobody.wait()
