"""A message to 250,000 people goes out at 1,000 a second, watched for a while; meanwhile people press buttons.

In the middle of it a training is called off: how long until the first of those who follow it hears. The bot is a
process of its own, the server as strict as with paid broadcasts and 60 ms away. One line of JSON a row.
"""

import asyncio
import json
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import uvloop

from benchmarks.city.database import FIRST, call_off, fill
from benchmarks.city.presses import Presses
from benchmarks.city.served import OK, TOO_MANY, City, Used, bot, most_in_a_second, share, used
from benchmarks.measuring.rows import aim

PEOPLE = 250_000
RATE = 1000
WATCHED = 40.0
"""Seconds for which the message is watched, from its first copy."""
UNTIL_CALLED_OFF = timedelta(seconds=30)
"""From before the bot starts until people are to hear that a training is called off."""
FOLLOWERS = range(FIRST + PEOPLE, FIRST + PEOPLE + 200)
PRESSERS = range(FOLLOWERS.stop, FOLLOWERS.stop + 50)
START = 60.0
WHAT = f"a message to {PEOPLE} people"


async def measure() -> dict[str, float]:
    """Run it all once."""
    city = City(PRESSERS.stop - FIRST, RATE)
    presses = Presses(city, city.people[PRESSERS.start - FIRST :])
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "city.db"
        await fill(database, PEOPLE, city.world.clock.now(), written=False)
        due_at, due = city.world.clock.now() + UNTIL_CALLED_OFF, time.perf_counter() + UNTIL_CALLED_OFF.total_seconds()
        await call_off(database, FOLLOWERS, due_at)
        async with city.served() as root, bot(city, root, database, RATE) as process:
            began = time.perf_counter()
            await city.until(1, START, process)
            before = used(process)
            async with asyncio.TaskGroup() as group:
                pressing = group.create_task(presses.go_on())
                await city.until(PEOPLE, WATCHED, process)
                pressing.cancel()
            after = used(process)
        return (
            report(city, presses, before, after)
            | called_off(city, due)
            | {"start_s": round(city.sends[0].at - began, 2)}
        )


def report(city: City, presses: Presses, before: Used, after: Used) -> dict[str, float]:
    """Return what the server saw of the message, what the people saw, and what the bot used."""
    times = [each.at for each in city.sends if each.status == OK]
    span = times[-1] - times[0]
    return {
        "n": len(times),
        "share_of_limit": round((len(times) - 1) / span / RATE, 4),
        "most_in_a_second": most_in_a_second(times),
        "refused_429": sum(each.status == TOO_MANY for each in city.sends),
        **presses.told,
        "server_late_p95_ms": share(city.late, 0.95),
        "cores": round((after.seconds - before.seconds) / span, 3),
        "megabytes": round(after.megabytes),
    }


def called_off(city: City, due: float) -> dict[str, float]:
    """Return after how long the first and the last follower were written to, and how many there were."""
    heard = [each.at - due for each in city.sends if each.person in FOLLOWERS and each.status == OK]
    span = {"called_off_after_s": round(min(heard), 3), "last_after_s": round(max(heard), 3)} if heard else {}
    return {"followers_told": len(heard), **span}


def main() -> None:
    """Print the row, and what of it has a target."""
    row = uvloop.run(measure())
    print(json.dumps({"what": WHAT, **row}), flush=True)
    aim(f"{WHAT}: press to screen, p95", row["press_p95_ms"], "ms", most=50)
    aim(f"{WHAT}: first to hear of the cancellation", row["called_off_after_s"], "s", most=1)
    aim(f"{WHAT}: resident memory", row["megabytes"], "MB", most=200)
    aim(f"{WHAT}: refused with 429", row["refused_429"], "messages", most=0)


if __name__ == "__main__":
    main()
