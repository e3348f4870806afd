"""Serving: start, run, stop. If one part ends, all end and the process exits, so that a supervisor starts it anew."""

import asyncio
import gc
import os
import secrets
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Literal

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.application import Bot, build_application
from bot.settings import Settings
from bot.trouble import Trouble
from bot.watch import Space, Watch
from bot.watch.space import free_beside
from bot.watch.supervisor import Supervisor
from domain.desks.organisers import OrganisersDesk
from domain.desks.reconciling import KEEP_INBOX
from domain.ports import Clock, Storage

log = structlog.get_logger()

PATIENCE = 5.0
"""Seconds that turns and calls get to end after a stop was asked for; the rest is on disk and goes on next time."""

SLICE = 0.001
"""Seconds that a thread keeps the interpreter when others want it. A press goes to and fro between the loop and the
database's thread a dozen times: with Python's own 5 ms it waits long while an index is built in a third one."""

LONGEST_WAIT = 30.0
REFUSED_BY_TELEGRAM = "Telegram refuses the token; check it with @BotFather, or stop and set another"
TOKEN_BYTES = 16

Say = Callable[[str], None]


async def serve(
    settings: Settings,
    storage: Storage,
    clock: Clock,
    say: Say,
    *,
    telegram: BaseRequest | None = None,
    ready: Callable[[Bot], None] = lambda _: None,
) -> None:
    """Serve until SIGTERM or SIGINT; waits for Telegram as long as it takes. ``say`` writes to the terminal."""
    sys.setswitchinterval(SLICE)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    watch = Watch(storage, clock, Space(free_beside(settings.database)), Supervisor(os.environ))
    watching, holding = asyncio.create_task(watch.run()), asyncio.create_task(storage.held())
    starting = asyncio.create_task(start(settings, storage, clock, say, telegram, watch))
    stopping = asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait((starting, stopping), return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            bot = await starting
            try:
                ready(bot)
                await run(bot, watch, (watching, holding), stopping)
            finally:
                await bot.close()
    finally:
        tasks = starting, stopping, watching, holding
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def start(
    settings: Settings,
    storage: Storage,
    clock: Clock,
    say: Say,
    telegram: BaseRequest | None,
    watch: Watch,
) -> Bot:
    """Build the bot, take Telegram's updates over from a webhook, introduce the bot; tries again until it works."""
    starting, wait = Trouble("starting"), 1.0
    while True:
        bot = None
        try:
            bot = await build_application(settings, storage, clock, telegram, watch.space.scarce)
            await bot.apis.taps.call("deleteWebhook", {"drop_pending_updates": False})
            await bot.profile.introduce()
        except TelegramError as error:
            if bot:
                await bot.close()
            if starting.failed(type(error).__name__):
                refused = isinstance(error, InvalidToken)
                said = REFUSED_BY_TELEGRAM if refused else f"{settings.base_url} does not answer"
                say(f"{said}; trying again until it works.")
            watch.polls.rest(wait, type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(LONGEST_WAIT, wait * 2)
        else:
            starting.over()
            say(f"Serving as https://t.me/{bot.service.bot_username}")
            await invite_first_administrator(bot, say)
            return bot


async def invite_first_administrator(bot: Bot, say: Say) -> str | None:
    """Make and print the one-time link of the first administrator, while there is none; return the token."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    async with bot.storage.transaction() as transaction:
        if not await OrganisersDesk(transaction, bot.clock.now()).invite_first(token):
            return None
    say(f"There is no administrator yet. Open this link once, within a week: {bot.service.chat}?start=i{token}")
    return token


async def run(
    bot: Bot, watch: Watch, besides: Sequence[asyncio.Task[None]], stopping: asyncio.Task[Literal[True]]
) -> None:
    """Run all parts until ``stopping``; if one ends by itself, or one ``besides``, everything ends with its error."""

    async def nightly() -> None:
        await bot.storage.forget(bot.clock.now())
        await bot.storage.purge(bot.clock.now() - KEEP_INBOX)

    gc.collect()
    gc.freeze()  # what was made up to now stays: looked through again and again, it would stop everything each time
    await bot.storage.recover(bot.clock.now())
    bot.alarm.start(nightly, watch.reconcile)
    watch.attach(bot.shown)
    bot.turns.ring()
    running = bot.intake.run(), bot.turns.run(), *(each.run() for each in bot.rounds)
    parts = [asyncio.create_task(part) for part in running]
    try:
        await asyncio.wait((*parts, *besides, stopping), return_when=asyncio.FIRST_COMPLETED)
        if ended := [part for part in (*parts, *besides) if part.done()]:
            log.critical("a part ended by itself")
            await asyncio.gather(*ended)
            raise RuntimeError("A part of the bot ended by itself.")
        parts[0].cancel()
        await asyncio.gather(bot.turns.close(PATIENCE), *(lane.close(PATIENCE) for lane in bot.delivery.lanes))
    finally:
        bot.alarm.stop()
        for part in parts:
            part.cancel()
        await asyncio.gather(*parts, return_exceptions=True)
