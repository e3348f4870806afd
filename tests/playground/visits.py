"""Someone at a terminal: types lines, and reads what is printed until the next is asked for."""

import asyncio
import re
from collections.abc import AsyncIterator

from playground.stage import Stage
from playground.terminal import Face, Words


class Visit:
    """A face being attended to; `printed` are its lines so far, `begun_anew` how it ended."""

    def __init__(self, stage: Stage, language: str = "pl") -> None:
        self.stage = stage
        self.printed: list[str] = []
        self.begun_anew: bool | None = None
        self._typed: asyncio.Queue[str | None] = asyncio.Queue()
        self._asked = asyncio.Event()
        self.face = Face(stage, self.printed.append, Words(language), width=lambda: 100)
        self._attending = asyncio.get_running_loop().create_task(self._attend())

    async def types(self, *lines: str | None) -> str:
        """Type lines one after another, None to end, and return what is printed until the next is asked for."""
        await self._asked.wait()
        before = len(self.printed)
        for line in lines:
            self._asked.clear()
            self._typed.put_nowait(line)
            await self._asked.wait()
        return "\n".join(self.printed[before:])

    async def presses(self, label: str) -> str:
        """Press the button that was printed last with this label."""
        found_ = re.findall(rf"\[(\d+)\] {re.escape(label)}", "\n".join(self.printed))
        return await self.types(found_[-1])

    async def leaves(self) -> None:
        self._attending.cancel()
        await asyncio.gather(self._attending, return_exceptions=True)

    async def _attend(self) -> None:
        try:
            self.begun_anew = await self.face.attend(self._lines())
        finally:
            self._asked.set()

    async def _lines(self) -> AsyncIterator[str]:
        while True:
            self._asked.set()
            if (line := await self._typed.get()) is None:
                return
            yield line
