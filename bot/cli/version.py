"""`version`: print which Terminarz this is. Never imports anything that takes time."""

import argparse

from bot import __version__


def configure(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Print name and version on one line."""
    del arguments
    print(f"Terminarz {__version__}")
    return 0
