"""How long people wait for what a press changes: when nothing else goes on, and while half of the messages are refused.

The bot is a process of its own, the server 60 ms away. One line of JSON a row.
"""

import asyncio
import json
import tempfile
from pathlib import Path

import uvloop

from benchmarks.city.database import fill
from benchmarks.city.presses import Presses
from benchmarks.city.served import FREE_RATE, TOO_MANY, City, bot, share
from benchmarks.measuring.rows import aim

PRESSERS = 50
WARM, SECONDS = 3.0, 20.0
"""Seconds for which the bot has served before anybody presses, and for which they do."""
START = 60.0
RUNS = {"nothing else goes on": (1, 0.0), "half of the messages are refused": (3_000, 0.5)}
"""To how many a message goes out meanwhile, and what part of it is refused with 429."""


async def measure(written_to: int, refused: float) -> dict[str, float]:
    """Let people press for a while."""
    city = City(written_to + PRESSERS, FREE_RATE, stormy=refused)
    presses = Presses(city, city.people[written_to:])
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "city.db"
        await fill(database, written_to, city.world.clock.now())
        async with city.served() as root, bot(city, root, database, FREE_RATE) as process:
            await city.until(1, START, process)
            await asyncio.sleep(WARM)
            async with asyncio.TaskGroup() as group:
                pressing = group.create_task(presses.go_on())
                await asyncio.sleep(SECONDS)
                pressing.cancel()
    refusals = sum(each.status == TOO_MANY for each in city.sends)
    late = share(city.late, 0.95)
    return {"calls": len(city.sends), "refused_429": refusals, **presses.told, "server_late_p95_ms": late}


def main() -> None:
    """Print the rows, and what of them has a target."""
    for what, (written_to, refused) in RUNS.items():
        row = uvloop.run(measure(written_to, refused))
        print(json.dumps({"what": f"a press while {what}", **row}), flush=True)
        if not refused:
            aim(f"a press while {what}: to screen, p95", row["press_p95_ms"], "ms", most=50)


if __name__ == "__main__":
    main()
