"""`demo`: a town to try the bot in, on a page or in the terminal. No token, no settings, no network.

Imports the bot and the playground only when it runs.
"""

import argparse
import os
from pathlib import Path

PORT = 8484
LAST_PORT = 65535
_TOKENS = ("TERMINARZ_TOKEN", "TERMINARZ_TOKEN_FILE")


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is kept, when the clock starts, and where the page is."""
    faces = parser.add_mutually_exclusive_group()
    faces.add_argument("--tour", action="store_true", help="walk through the main conversations without a page")
    faces.add_argument("--terminal", action="store_true", help="play in this terminal, without a page; also over SSH")
    parser.add_argument(
        "--keep", metavar="FILE", type=Path, help="keep people and sign-ups in FILE (FILE.lock guards it), and go on"
    )
    today = "start now, not on Monday 27 April 2026, 8:00; the trainings move along"
    parser.add_argument("--today", action="store_true", help=today)
    parser.add_argument("--port", metavar="N", type=_port, default=PORT, help=f"the page's port, {PORT} unless given")
    parser.add_argument("--no-browser", action="store_true", help="do not open the page by itself")


def run(arguments: argparse.Namespace) -> int:
    """Play until Ctrl-C, or walk through the tour."""
    if arguments.tour:
        from bot.cli.demo.tour import tour

        return tour()
    for name in _TOKENS:
        if os.environ.get(name):
            print(f"{name} is set; the demo never uses a real token and goes on without it.")
    import asyncio

    from bot.cli.demo.play import play
    from bot.cli.demo.terminal import play_in_terminal

    if arguments.terminal:
        playing = play_in_terminal(arguments.keep, today=arguments.today)
    else:
        playing = play(arguments.keep, arguments.port, today=arguments.today, browser=not arguments.no_browser)
    try:
        asyncio.run(playing)
    except KeyboardInterrupt:
        print()
    return 0


def _port(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and int(word) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {LAST_PORT}")
    return int(word)
