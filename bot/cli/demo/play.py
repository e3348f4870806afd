"""Playing: a living town on a page of this machine, until it is stopped."""

import asyncio
import errno
import os
import sys
import time
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.demo import LAST_PORT
from bot.cli.demo.life import Life
from bot.cli.demo.town import MEMORY, Town, found
from bot.logs import start_logging
from bot.refusals import Refused, SettingsRefused
from bot.serving import invite_first_administrator
from bot.settings import Logs
from playground import page
from playground.clock import MORNING, RunningClock
from playground.server import Address, serve
from storage.refusal import StorageRefused

PORTS_TRIED = 20


async def play(keep: Path | None, port: int, *, today: bool, browser: bool) -> None:
    """Open a town and its page, and let it live until cancelled."""
    start_logging(Logs(level="WARNING"))
    clock = RunningClock(datetime.now(UTC) if today else MORNING)
    async with AsyncExitStack() as opened:
        town = await opened.enter_async_context(_town(keep, clock))
        life = Life(town)
        stage = await _stage(town, clock, life)
        address = await opened.enter_async_context(_served(stage, port))
        print(f"Two phones and a clock: {address.root}/  (Ctrl-C stops)", flush=True)
        if browser and _has_screen():
            await asyncio.to_thread(webbrowser.open, f"{address.root}/")
        await life.go_on()


@asynccontextmanager
async def _town(keep: Path | None, clock: RunningClock) -> AsyncIterator[Town]:
    database = MEMORY if keep is None else f"sqlite:///{keep}"
    # A kept inbox remembers the updates of the last time: those of this time need other numbers.
    seed = 0 if keep is None else time.time_ns()
    try:
        async with found(database=database, clock=clock, seed=seed, exclusive=True) as town:
            yield town
    except StorageRefused as refused:
        raise SettingsRefused(str(refused)) from None


async def _stage(town: Town, clock: RunningClock, life: Life) -> page.Stage:
    anna = page.Phone(town.world.person("Anna", "Nowak", language="pl"), "official")
    maria = page.Phone(town.world.person("Maria", "Wiśniewska", language="pl"), "organiser")
    token = await invite_first_administrator(town.bot, _say)
    if token is not None:
        print("On the page it waits on the organiser's phone.")
        maria.links[f"i{token}"] = "administrator"
    return page.Stage(town.world, clock, life, (anna, maria))


@asynccontextmanager
async def _served(stage: page.Stage, port: int) -> AsyncIterator[Address]:
    """Serve the page, on the next free port when this one is taken."""
    routes = tuple(page.routes(stage))
    async with AsyncExitStack() as serving:
        for number in range(port, min(port + PORTS_TRIED, LAST_PORT + 1)):
            try:
                address = await serving.enter_async_context(serve(stage.world, port=number, routes=routes))
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise Refused(f"The page cannot be served on port {number}: {error.strerror}.") from None
                print(f"Port {number} is taken, trying the next.")
            else:
                yield address
                return
        raise Refused(f"All ports from {port} on are taken: choose another with --port.")


def _say(line: str) -> None:
    print(line)


def _has_screen() -> bool:
    """Tell whether a browser could open: over SSH one in the terminal would."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
