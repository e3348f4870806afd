"""`import FILE`: read a programme file into the database, whole or not at all."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.cli.progress import Progress
from bot.refusals import Refused
from bot.settings import Settings

if TYPE_CHECKING:
    from domain.desks.programmes import Imported
    from domain.programme import ProgrammeFile


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the file and whether to keep quiet about changes."""
    parser.add_argument("file", help="a programme file (JSON), or - for standard input")
    parser.add_argument("--silent", action="store_true", help="tell nobody about what is new or changed")


def run(arguments: argparse.Namespace) -> int:
    """Import and print what that changed."""
    from domain import programme

    settings = settings_from_environment(token=False)
    try:
        file = programme.read(_bytes(arguments.file), settings.timezone.key)
    except programme.FileRefused as refused:
        raise Refused(f"{arguments.file} was not imported:\n{refused}") from None
    imported = asyncio.run(_import(settings, file, silent=arguments.silent))
    print(f"{file.name}: {imported.added} added, {imported.changed} changed, {imported.unchanged} unchanged.")
    return 0


async def _import(settings: Settings, file: ProgrammeFile, *, silent: bool) -> Imported:
    from domain.desks.programmes import ProgrammesDesk

    async with opened(settings) as storage:
        with Progress("Importing") as progress:
            async with storage.transaction() as transaction:
                desk = ProgrammesDesk(transaction, SystemClock.now())
                return await desk.take_in(file, silent=silent, progress=progress.show)


def _bytes(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Refused(f"{name} cannot be read: {error.strerror}.") from None
