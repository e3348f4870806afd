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
LATELY: Final = 1.0
"""Seconds after which nobody is expected to act again at once."""


@dataclass(slots=True, eq=False)
class Precedence:
    """How many people are being attended to, shared by all who take in and apply what they do."""

    _acting: int = 0
    _acted_at: float = float("-inf")
    _nobody: asyncio.Event = field(default_factory=asyncio.Event)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Go before what is long until the block ends."""
        self._acting += 1
        try:
            yield
        finally:
            self._acting -= 1
            self._acted_at = asyncio.get_running_loop().time()
            if not self._acting:
                self._nobody.set()

    async def given(self) -> bool:
        """Return once nobody acts, or after a while; ``True`` when somebody acted lately and may be back any moment."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST):
                while self._acting:
                    self._nobody.clear()
                    await self._nobody.wait()
        return bool(self._acting) or asyncio.get_running_loop().time() < self._acted_at + LATELY

    async def calm(self, patience: float) -> None:
        """Return once nobody has acted for a moment, or after so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while await self.given():  # noqa: ASYNC110 - what it waits for is that nothing happens
                    await asyncio.sleep(LATELY)
