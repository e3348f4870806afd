"""`migrate`: bring the database up to date without serving."""

import argparse
import asyncio

from bot.cli.opening import opened, settings_from_environment


def configure(parser: argparse.ArgumentParser) -> None:
    """`migrate` takes no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Open the database, which applies what is missing after a copy was made, and close it."""
    del arguments
    asyncio.run(_migrate())
    print("The database is up to date.")
    return 0


async def _migrate() -> None:
    async with opened(settings_from_environment(token=False)):
        return
