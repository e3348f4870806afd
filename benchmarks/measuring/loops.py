"""The loop that the bot runs on: uvloop where it installs."""

import asyncio
from collections.abc import Coroutine
from typing import Any


def run(main: Coroutine[Any, Any, None]) -> None:
    """Run a benchmark to its end."""
    with _runner() as runner:
        runner.run(main)


def _runner() -> asyncio.Runner:
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - where it does not install, the usual loop
    except ModuleNotFoundError:
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=new_event_loop)
