"""What a process takes: its memory, work done in a fresh one, and how late its loop gets."""

import asyncio
import gc
import multiprocessing
import os
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")

TICK_S = 0.001


def in_child(work: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    """Do work in a fresh process, whose memory nothing else has touched."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def resident_mb(process: int | str = "self") -> float:
    """Return the memory of a process now; where the system does not tell it, 0."""
    if process == "self":
        gc.collect()
    return _told(process, "VmRSS:")


def most_resident_mb(process: int | str = "self") -> float:
    """Return the most memory that a process ever had; where the system does not tell it, 0."""
    return _told(process, "VmHWM:")


def worked_s(process: int) -> float:
    """Return the seconds that a process has had of the processor so far; where the system does not tell it, 0."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    in_user, in_system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(in_user) + int(in_system)) / os.sysconf("SC_CLK_TCK")


def _told(process: int | str, name: str) -> float:
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)


@asynccontextmanager
async def lateness() -> AsyncIterator[list[float]]:
    """Note, while a block runs, by how many milliseconds each tick of the loop came late."""
    late: list[float] = []

    async def tick() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(TICK_S)
            late.append(1000 * (time.perf_counter() - began - TICK_S))

    async with asyncio.TaskGroup() as group:
        ticking = group.create_task(tick())
        await asyncio.sleep(5 * TICK_S)
        try:
            yield late
        finally:
            await asyncio.sleep(TICK_S)
            ticking.cancel()
