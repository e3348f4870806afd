"""The supervisor: systemd, told over its socket that the bot is ready and alive. Never imports anything of ours."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress

_MICROSECONDS = 1_000_000
_OFTEN = 2
"""How many signs of life go into the time after which systemd loses patience."""


class Supervisor:
    """Tells whoever started the process how it is, where anybody listens."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "").replace("@", "\0", 1)
        patience = environment.get("WATCHDOG_USEC", "")
        mine = environment.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        self.every = int(patience) / _MICROSECONDS / _OFTEN if patience.isdecimal() and mine else None

    def ready(self) -> None:
        """Tell that the process has started; it may still wait for Telegram."""
        self._tell("READY=1")

    def alive(self, said: str) -> None:
        """Tell that no restart is needed, and how things are."""
        self._tell(f"WATCHDOG=1\nSTATUS={said}")

    def stuck(self, said: str) -> None:
        """Tell how things are, without a sign of life."""
        self._tell(f"STATUS={said}")

    def stopping(self) -> None:
        """Tell that the process ends because it was asked to."""
        self._tell("STOPPING=1")

    def _tell(self, state: str) -> None:
        if self._address:
            with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as door:
                door.settimeout(0)
                door.sendto(state.encode(), self._address)
