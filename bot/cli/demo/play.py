"""Playing: a living town on a page of this machine, until it is stopped or begun anew."""

import asyncio
import errno
import logging
import os
import sys
import time
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.demo import LAST_PORT
from bot.cli.demo.life import Life
from bot.cli.demo.people import NEWCOMERS, settle_in
from bot.cli.demo.town import MEMORY, found
from bot.logs import start_logging
from bot.refusals import Refused, SettingsRefused
from bot.settings import Logs
from playground import page
from playground.clock import MORNING, RunningClock
from playground.server import Address, serve
from playground.stage import Stage
from storage.refusal import StorageRefused

PORTS_TRIED = 20


@dataclass(slots=True)
class Demo:
    """What was asked for: a database to keep, today's date in place of the sample's; ``ended`` by a new start."""

    keep: Path | None
    today: bool
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Stage]:
        """Open a stage with a living town on it; what is kept cannot be begun anew from there."""
        clock = RunningClock(datetime.now(UTC) if self.today else MORNING)
        database = MEMORY if self.keep is None else f"sqlite:///{self.keep.absolute()}"
        # A kept inbox remembers the updates of the last time: those of this time need other numbers.
        seed = 0 if self.keep is None else time.time_ns()
        start_anew = None if self.keep else self.ended.set
        self.ended.clear()
        try:
            async with found(database=database, clock=clock, seed=seed, exclusive=True) as town:
                phones = await settle_in(town.world, town.bot)
                async with Life(town).lived() as life:
                    yield Stage(town.world, clock, life, phones, newcomers=NEWCOMERS, start_anew=start_anew)
        except StorageRefused as refused:
            raise SettingsRefused(str(refused)) from None


async def play(keep: Path | None, port: int, *, today: bool, browser: bool) -> None:
    """Open a town and its page, again after every new start, and let it live until cancelled."""
    start_logging(Logs(level="WARNING"))
    logging.getLogger("bot").setLevel("ERROR")  # what goes wrong on purpose is seen on the page
    demo = Demo(keep, today)
    ports = range(port, min(port + PORTS_TRIED, LAST_PORT + 1))
    while True:
        async with demo.opened() as stage, _served(stage, ports) as address:
            print(f"Plac zabaw / Playground: {address.root}/  (Ctrl-C kończy / stops)", flush=True)
            if browser and _has_screen():
                await asyncio.to_thread(webbrowser.open, f"{address.root}/")
            await demo.ended.wait()
        # The page that asked for the new start looks for it where it was.
        ports, browser = range(address.port, address.port + 1), False


@asynccontextmanager
async def _served(stage: Stage, ports: range) -> AsyncIterator[Address]:
    """Serve the page, on the next free port when one is taken."""
    routes = tuple(page.routes(stage))
    async with AsyncExitStack() as serving:
        for number in ports:
            try:
                address = await serving.enter_async_context(serve(stage.world, port=number, routes=routes))
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise Refused(f"The page cannot be served on port {number}: {error.strerror}.") from None
                print(f"Port {number} is taken, trying the next.")
            else:
                yield address
                return
        raise Refused(f"All ports from {ports[0]} on are taken: choose another with --port.")


def _has_screen() -> bool:
    """Tell whether a browser could open: over SSH one in the terminal would."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
