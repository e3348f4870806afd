"""What someone types, line by line, without holding up the loop."""

import asyncio
import threading
from collections.abc import AsyncGenerator
from contextlib import suppress


async def read_lines(descriptor: int = 0) -> AsyncGenerator[str, None]:
    """Yield the lines of an open file, a pipe or a terminal until it ends.

    A thread reads, for no event loop can wait for every kind of input, and it dies with the process; it reads past
    `sys.stdin`, whose lock it would hold when the process ends.
    """
    loop = asyncio.get_running_loop()
    typed: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        # A loop that has ended wants no more; a terminal that has gone gives none.
        with suppress(RuntimeError, OSError):
            with suppress(OSError), open(descriptor, "rb", buffering=0, closefd=False) as source:
                for line in source:
                    loop.call_soon_threadsafe(typed.put_nowait, line.decode("utf-8", "replace").rstrip("\r\n"))
            loop.call_soon_threadsafe(typed.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    while (line := await typed.get()) is not None:
        yield line
