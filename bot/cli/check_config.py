"""`check-config`: show every setting and where it came from, or print the example file. Never opens the database."""

import argparse
import os

from bot.settings import read_settings
from bot.settings.example import example
from bot.settings.report import report


def configure(parser: argparse.ArgumentParser) -> None:
    """Take one switch."""
    parser.add_argument("--example", action="store_true", help="print config.example.toml and read nothing")


def run(arguments: argparse.Namespace) -> int:
    """Print the example, or the settings as they were read."""
    if arguments.example:
        print(example(), end="")
        return 0
    for line in report(read_settings(os.environ)):
        print(line)
    return 0
