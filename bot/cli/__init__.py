"""The command line: every command by name, each a module imported only when it is called.

A command module has `configure(parser)`, which adds its arguments, and `run(arguments)`, which returns the exit status.
Never imports what a command needs: that is the command's own affair, and keeps the others quick to start.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NamedTuple, NoReturn

from bot.refusals import Refused

_INTERRUPTED = 130
_STANDARD_ERROR = 2


class Command(NamedTuple):
    """Where a command lives, and what it is for."""

    module: str
    purpose: str


COMMANDS = {
    "run": Command("bot.cli.run", "run the bot"),
    "demo": Command("bot.cli.demo", "try it out: two phones and a clock, no token needed"),
    "check-config": Command("bot.cli.check_config", "show the settings and where each came from"),
    "migrate": Command("bot.cli.migrate", "bring the database up to date"),
    "health": Command("bot.cli.health", "tell how the running bot is"),
    "audit": Command("bot.cli.audit", "look for anything wrong in the records"),
    "import": Command("bot.cli.import_", "read a programme file into the database"),
    "export": Command("bot.cli.export", "write a programme as a file"),
    "ask": Command("bot.cli.ask", "answer questions from a programme file"),
    "read": Command("bot.cli.read", "read an announcement into drafts"),
    "version": Command("bot.cli.version", "print the version"),
}


class _Parser(argparse.ArgumentParser):
    """Answers wrong usage with one sentence instead of a page."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask and return the exit status: 0, 1 refused, 2 wrong usage or settings, 130 interrupted."""
    _open_what_is_closed()
    try:
        status = _call(sys.argv[1:] if words is None else words)
        sys.stdout.flush()
    except Refused as refused:
        with suppress(OSError):  # nobody can be told, and the status still tells
            print(refused, file=sys.stderr, flush=True)
        return refused.status
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader has gone. Python would flush once more at exit and complain: let it flush into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _INTERRUPTED
    finally:
        _drop_unwritten()
    return status


def _open_what_is_closed() -> None:
    """Let standard streams that were closed lead nowhere: else a file of ours would take the place of one."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(opened)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - it is to stay open


def _drop_unwritten() -> None:
    """Let what standard error does not take go nowhere: Python would try once more at exit and change the status."""
    try:
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _call(words: Sequence[str]) -> int:
    parser = _Parser(prog="terminarz", description="Trainings in the chat: sign-up and reminders.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    called = next((word for word in words if not word.startswith("-")), None)
    for name, command in COMMANDS.items():
        subparser = commands.add_parser(name, help=command.purpose, description=command.purpose.capitalize() + ".")
        if name == called:
            module = import_module(command.module)
            module.configure(subparser)
            subparser.set_defaults(run=module.run)
    arguments = parser.parse_args(words)
    status: int = arguments.run(arguments)
    return status
