"""The one Morfeusz of the process: a second would fill tables of its own, 19 MB of them.

Knows neither questions nor announcements.
"""

from __future__ import annotations

import importlib
from functools import cache
from threading import Lock
from typing import Any

TURN = Lock()
"""Held while Morfeusz is asked something: threads take turns."""


@cache
def morfeusz() -> Any:  # noqa: ANN401 -- the library has no types
    """Open the dictionary, once; slow (0.1 s, 42 MB). ``None`` where the library is not installed."""
    try:
        return importlib.import_module("morfeusz2").Morfeusz()
    except ImportError:
        return None
