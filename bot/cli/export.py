"""`export FILE`: write a programme as a file that `import` reads."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.refusals import Refused
from bot.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the file and, where there are several, the programme."""
    parser.add_argument("file", help="where to write the programme (JSON), or - for standard output")
    parser.add_argument("--programme", help="the programme's name, when the database holds several")


def run(arguments: argparse.Namespace) -> int:
    """Export one programme."""
    text = asyncio.run(_export(settings_from_environment(token=False), arguments.programme))
    if arguments.file == "-":
        sys.stdout.write(text)
        return 0
    try:
        Path(arguments.file).write_text(text, "utf-8")
    except OSError as error:
        raise Refused(f"{arguments.file} cannot be written: {error.strerror}.") from None
    return 0


async def _export(settings: Settings, name: str | None) -> str:
    from domain.desks.programmes import ProgrammesDesk

    async with opened(settings, reading=True) as storage, storage.reading() as transaction:
        programmes = await transaction.trainings.programmes()
        chosen = [each for each in programmes if name in {None, each.name}]
        if len(chosen) == 1:
            return await ProgrammesDesk(transaction, SystemClock.now()).write(chosen[0].id)
    known = ", ".join(f'"{each.name}"' for each in programmes)
    if not known:
        raise Refused("There is no programme in the database yet: import one first.")
    if name is None:
        raise Refused(f"The database holds several programmes; choose one with --programme: {known}.")
    raise Refused(f'There is no programme "{name}" in the database; it holds {known}.')
