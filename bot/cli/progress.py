"""Progress on a terminal: one line that is drawn anew, and nothing where nobody watches."""

import sys
from types import TracebackType
from typing import Self

EVERY = 20


class Progress:
    """Shows how far a long work is, on standard error when that is a terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._watched = sys.stderr.isatty()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear the line."""
        if self._watched:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def show(self, done: int, total: int) -> None:
        """Show so many of so many."""
        if self._watched and (done % EVERY == 0 or done == total):
            print(f"\r{self._what}: {done} of {total}", end="", file=sys.stderr, flush=True)
