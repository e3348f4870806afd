"""Playing in a terminal, over SSH too: the same town without a page, read and written line by line."""

import asyncio
import io
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

from bot.cli.demo.play import Demo
from bot.logs import start_logging
from bot.settings import Logs
from playground.terminal import Face, Words, language_of, read_lines


async def play_in_terminal(keep: Path | None, *, today: bool) -> None:
    """Open a town and its face, again after every new start, until the lines end."""
    start_logging(Logs(level="ERROR"))
    demo, terminal = Demo(keep, today), Terminal()
    words, again = Words(language_of(os.environ)), True
    async with aclosing(read_lines(terminal.input)) as typed:
        while again:
            async with demo.opened() as stage:
                face = Face(stage, terminal.say, words, ink=terminal.has_ink, width=terminal.width)
                again = await face.attend(terminal.asked(typed, face))
            words = face.words
    if terminal.gone:
        raise BrokenPipeError


class Terminal:
    """Standard input and output. Where someone types there is a prompt, set anew below what comes meanwhile."""

    def __init__(self) -> None:
        self.gone = False
        self.input = os.open(os.devnull, os.O_RDONLY) if sys.stdin is None else sys.stdin.fileno()
        self._talks = os.isatty(self.input) and sys.stdout.isatty()
        self._face: Face | None = None
        self._stands = False
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")

    @property
    def has_ink(self) -> bool:
        """Whether bold can be shown and is wanted."""
        return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")

    def width(self) -> int:
        """Return the columns there are now."""
        return shutil.get_terminal_size().columns

    async def asked(self, lines: AsyncIterator[str], face: Face) -> AsyncIterator[str]:
        """Ask for line after line until there are no more, or nobody reads what is said."""
        while not self.gone:
            self._face = face
            self._ask()
            line = await anext(lines, None)
            self._face, self._stands = None, False
            if line is None:
                self._write("\n" if self._talks else "")
                return
            yield line

    def say(self, line: str) -> None:
        """Print a line."""
        if self._stands:
            # What has been typed so far stays where it can be seen.
            self._stands = False
            self._write("\n")
            asyncio.get_running_loop().call_soon(self._ask)
        self._write(f"{line}\n")

    def _ask(self) -> None:
        if self._talks and self._face is not None and not self._stands:
            self._stands = True
            self._write(self._face.prompt)

    def _write(self, text: str) -> None:
        """Write at once; once the reader has gone, write no more: this may be in the midst of the bot's own work."""
        if self.gone:
            return
        try:
            print(text, end="", flush=True)
        except OSError:
            self.gone = True
