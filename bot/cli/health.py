"""`health`: tell how the running bot is, from what its parts told last; changes nothing and needs no lock."""

import argparse
import asyncio
from collections.abc import Sequence
from datetime import datetime

from bot.cli.opening import SystemClock, settings_from_environment
from bot.refusals import Refused
from bot.settings import Settings
from domain.health import Beat, Part, serves, silent


def configure(parser: argparse.ArgumentParser) -> None:
    """`health` takes no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Print a sentence for each part and return 0 when the bot serves, 1 when it cannot."""
    del arguments
    beats, now = asyncio.run(_heard(settings_from_environment(token=False))), SystemClock.now()
    known = {beat.part: beat for beat in beats}
    for part in Part:
        print(f"{part}: {_sentence(known.get(part), now)}")
    return 0 if serves(beats, now) else 1


def _sentence(beat: Beat | None, now: datetime) -> str:
    if beat is None:
        return "nothing was ever heard of it; is the bot running?"
    if silent(beat, now):
        heard = f"{beat.at:%Y-%m-%d %H:%M:%S} UTC"
        return f"nothing was heard of it since {heard}; the bot has ended, or cannot write to the database."
    return f"{beat.condition}. {beat.said}".rstrip()


async def _heard(settings: Settings) -> Sequence[Beat]:
    from storage.refusal import StorageRefused
    from storage.vitals import heartbeats

    try:
        return await heartbeats(settings.database)
    except StorageRefused as refused:
        raise Refused(str(refused)) from None
