"""A log that cannot be written, whatever the reason: the service goes on."""

import asyncio
import signal
import sys
from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit

import pytest

from playground.faults import Fault, bad_gateway
from tests.faults.invariants import hold
from tests.faults.processes import Served, known, said

RUN = f"exec {sys.executable} -m bot run"
STREAMS = {
    "closed": f"{RUN} 2>&-",
    "all closed": f"{RUN} <&- >&- 2>&-",
    "a full disk": f"{RUN} 2>/dev/full",
    "a reader that went away": f"{RUN} 2>gone",
}


@pytest.mark.case("F64")
@pytest.mark.whole
@pytest.mark.parametrize("redirected", STREAMS.values(), ids=STREAMS.keys())
async def test_nobody_need_listen_to_the_bot(bot: Served, redirected: str) -> None:
    anna = known(bot.world, "Anna", "Nowak", 7)
    failing = bot.world.faults.add(Fault(bad_gateway(), "getUpdates"))
    before = "mkfifo gone && (head -c 1 < gone > /dev/null &) && " if "gone" in redirected else ""
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", before + redirected, env=bot.environment(), cwd=bot.folder
    )
    try:
        await bot.until(lambda: failing.hits)
        anna.writes("/pomoc")
        await bot.until(lambda: said(anna.chat, "/szkolenia"))
        process.send_signal(signal.SIGTERM)
        assert await bot.ended(process) == 0
    finally:
        await bot.kill(process)
    await hold(bot)


@pytest.mark.case("F64")
@pytest.mark.whole
async def test_a_log_that_can_grow_no_more_stops_nothing(bot: Served) -> None:
    anna = known(bot.world, "Anna", "Nowak", 7)
    with bot.log.open("wb") as log:
        log.truncate(64 * 2**20)
    async with bot.running() as process:
        prlimit(process.pid, RLIMIT_FSIZE, (32 * 2**20, RLIM_INFINITY))
        failing = bot.world.faults.add(Fault(bad_gateway(), "getUpdates"))
        await bot.until(lambda: failing.hits)
        anna.writes("/pomoc")
        await bot.until(lambda: said(anna.chat, "/szkolenia"))
        assert await bot.stop(process) == 0
    bot.log.unlink()
    await hold(bot)
