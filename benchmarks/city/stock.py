"""The usual way to write to many with python-telegram-bot: its own client, its AIORateLimiter, so many at a time."""

import asyncio
import logging
import os
import sys
from contextlib import suppress

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from benchmarks.city.database import FIRST, TEXT

AT_ONCE = 150


async def run(people: int, rate: int, *, paid: bool) -> None:
    """Send the same message to everybody and stay; what is refused is lost, as it is out of the box."""
    bot = ExtBot(
        os.environ["TERMINARZ_TOKEN"],
        base_url=f"{os.environ['TERMINARZ_BASE_URL']}/bot",
        request=HTTPXRequest(connection_pool_size=2 * AT_ONCE, read_timeout=30, pool_timeout=30),
        rate_limiter=AIORateLimiter(overall_max_rate=rate, overall_time_period=1),
    )
    left = iter(range(FIRST, FIRST + people))

    async def one_after_another() -> None:
        for person in left:
            with suppress(TelegramError):
                await bot.send_message(person, TEXT, parse_mode="HTML", allow_paid_broadcast=paid)

    async with bot:
        await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
        await asyncio.Event().wait()


if __name__ == "__main__":
    logging.disable()
    asyncio.run(run(int(sys.argv[1]), int(sys.argv[2]), paid=sys.argv[3:] == ["paid"]))
