"""The loop that the bot runs on: uvloop where it installs."""

import asyncio
import os
import traceback
from collections.abc import Coroutine
from typing import Any


def run(main: Coroutine[Any, Any, None]) -> None:
    """Run a benchmark to its end, or end the process with what went wrong: a database left open would keep it."""
    try:
        with _runner() as runner:
            runner.run(main)
    except BaseException:  # noqa: BLE001 - nothing is left to be told of it
        traceback.print_exc()
        os._exit(1)


def _runner() -> asyncio.Runner:
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - where it does not install, the usual loop
    except ModuleNotFoundError:
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=new_event_loop)
