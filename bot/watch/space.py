"""Space: how much room is left where the database is. Never imports anything of ours."""

import shutil
from collections.abc import Callable
from pathlib import Path

GIB = 1 << 30
MIB = 1 << 20
LOW = GIB
SCARCE = 200 * MIB

_SQLITE = "sqlite:///"


def free_beside(database: str) -> Callable[[], int | None]:
    """Return what measures the free bytes beside a database file; ``None`` where they are a server's affair."""
    path = database.removeprefix(_SQLITE)
    folder = Path(path).parent if database.startswith(_SQLITE) and path != ":memory:" else None

    def free() -> int | None:
        try:
            return shutil.disk_usage(folder).free if folder else None
        except OSError:
            return None

    return free


class Space:
    """The free bytes as they were when they were last measured; ``None`` = nobody knows."""

    def __init__(self, free: Callable[[], int | None]) -> None:
        self._measure = free
        self.free: int | None = None

    def measure(self) -> None:
        """Look how much is free now."""
        self.free = self._measure()

    @property
    def alarm(self) -> str:
        """What administrators are to be told: a key of the catalogue's alarms, empty = nothing."""
        if self.scarce():
            return "space_scarce"
        return "space_low" if self.free is not None and self.free < LOW else ""

    def scarce(self) -> bool:
        """Tell whether what goes to many has to be held back: what each person awaits needs the room."""
        return self.free is not None and self.free < SCARCE

    @property
    def said(self) -> str:
        """A sentence about it, with a space before it; nothing where nobody knows."""
        return "" if self.free is None else f" {self.free / GIB:.1f} GiB are free beside it."
