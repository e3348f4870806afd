"""`run`: serve until stopped."""

import argparse
import asyncio
import sys
from contextlib import suppress

from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.refusals import SettingsRefused
from bot.settings import Settings

HOW_TO_GET_ONE = """\
There is no token, so the bot cannot talk to Telegram. How to get one:
1. In Telegram open a chat with @BotFather, send /newbot and answer its two questions.
2. Put the token it shows into a file that only you can read: chmod 600 token
3. Set TERMINARZ_TOKEN_FILE=token and start again. To try the bot without a token: python -m bot demo"""


def configure(parser: argparse.ArgumentParser) -> None:
    """`run` takes no arguments: everything is in the settings."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    del arguments
    settings = settings_from_environment()
    if settings.token is None:
        raise SettingsRefused(HOW_TO_GET_ONE)
    from bot.logs import start_logging

    start_logging(settings.logs)
    if not settings.controller.named:
        _say("Sign-ups are refused until controller.name and controller.contact are set.")
    with _runner() as runner:
        runner.run(_serve(settings))
    return 0


async def _serve(settings: Settings) -> None:
    from bot.serving import serve

    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, SystemClock(), _say)


def _say(line: str) -> None:
    with suppress(OSError):  # a terminal that has gone, or a full disk behind a log: people are served all the same
        print(line, file=sys.stderr, flush=True)


def _runner() -> asyncio.Runner:
    try:
        from uvloop import new_event_loop
    except ImportError:
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=new_event_loop)
