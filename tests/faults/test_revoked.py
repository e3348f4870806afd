"""A token that is revoked for good: nothing more is tried in vain, everybody hears what is theirs with the next one."""

from asyncio.subprocess import Process
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from bot.sending import TOKEN_PAUSE
from bot.watch import TOKEN_REFUSED
from tests.faults import crowds, health, invariants
from tests.faults.processes import IN_FLIGHT, Served, rows

STOPWATCH = str(Path(__file__).with_name("stopwatch.py"))
PEOPLE = 60
UNAUTHORIZED = 401
HOUR, STEP = 3600, 20
"""Seconds; a step is shorter than what makes an intake that does not poll deaf."""
NEXT = f"1000000:{'y' * 35}"
"""What @BotFather gives for the token that is revoked."""


class Stopwatch:
    """What puts the bot's stopwatch forward."""

    def __init__(self, bot: Served) -> None:
        self._bot = bot
        self._file = bot.folder / "forward"
        self._forward = 0
        self.put(0)
        bot.program = (STOPWATCH, str(self._file))

    @property
    def shows(self) -> float:
        """What it shows, in seconds."""
        return self._forward + monotonic()

    def put(self, seconds: int) -> None:
        """Put it forward."""
        self._forward += seconds
        fresh = self._file.with_suffix(".new")
        fresh.write_text(str(self._forward))
        fresh.replace(self._file)

    async def run(self, process: Process, until: float) -> None:
        """Put it forward in steps, each after one more poll in vain; no longer than the bot runs."""
        while process.returncode is None and self.shows < until:
            polls = refusals(self._bot, "getUpdates")
            await self._bot.until(lambda: process.returncode or refusals(self._bot, "getUpdates") > polls)  # noqa: B023
            self.put(STEP)


def refusals(bot: Served, method: str) -> int:
    return sum(call.status == UNAUTHORIZED for call in bot.world.called(method))


def untouched(bot: Served) -> bool:
    """Tell whether nobody is given up, and no call is counted of what is still to be said."""
    given_up = rows(bot.file, "SELECT 1 FROM official WHERE unreachable IS NOT NULL")
    return not given_up and not rows(bot.file, "SELECT 1 FROM notice WHERE fate = 'pending' AND attempts > 0")


@pytest.mark.whole
@pytest.mark.case("F33")
@pytest.mark.timeout(300)
async def test_token_revoked_for_good_ends_the_process_after_an_hour_and_loses_nobody(
    bot: Served, tell: Callable[[str], None], figure: Callable[[str, float], None]
) -> None:
    bot.settings["TERMINARZ_SENDING__RATE"] = "20"
    ordinary, watch = bot.program, Stopwatch(bot)
    crowd, revoked = await crowds.reminded(bot, "Szkolenie za godzinę", PEOPLE), bot.world.token
    async with bot.running() as process:
        await bot.until(lambda: crowd.heard() >= PEOPLE // 3 and health.green(bot))
        bot.world.token, began, shown = NEXT, monotonic(), watch.shows
        await bot.until(lambda: health.red(bot))
        figure("health red after", monotonic() - began)
        assert await health.asked(bot) == 1
        await watch.run(process, shown + HOUR - 2 * STEP)
        assert untouched(bot)
        assert health.red(bot)
        assert process.returncode is None
        await watch.run(process, shown + HOUR + STEP)
        assert await bot.ended(process) == TOKEN_REFUSED
        seconds = monotonic() - began
    in_vain = refusals(bot, "sendMessage")
    tell(f"{in_vain} calls in vain in {seconds:.0f} s")
    assert 0 < in_vain <= IN_FLIGHT * (2 + seconds / TOKEN_PAUSE), "it went on sending"
    bot.program = ordinary
    async with bot.running():
        await bot.until(crowd.over)
        await invariants.hold(bot)
    assert (crowd.copies(), crowd.fates()) == ({1: PEOPLE}, {"delivered": PEOPLE})
    assert revoked not in bot.log.read_text()
