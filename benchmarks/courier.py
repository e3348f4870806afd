"""From a due row to a settled row: the bot in a process of its own against a strict Telegram that answers after 60 ms.

At 1,000 a second as with paid broadcasts, at 30 a second as without, and with people in it who are refused with 429;
beside the first two the usual loop of python-telegram-bot with its AIORateLimiter. One line of JSON a row.
"""

import asyncio
import json
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import uvloop

from benchmarks.city.database import FIRST, delivered, fill
from benchmarks.city.served import (
    FREE_RATE,
    OK,
    TOO_MANY,
    City,
    Used,
    bot,
    most_in_a_second,
    running,
    share,
    used,
)
from benchmarks.measuring.rows import aim

PAID_RATE = 1000
GRACE = 6.0
"""Seconds beyond the ideal after which a run ends as it is."""
ON_ITS_WAY = 0.2
"""Seconds after a refusal in which another message to the same person may come that had left before it was read."""
START = 60.0
"""Seconds that a process may take until it sends something."""

Row = dict[str, float]
Sender = Callable[[City, str, Path, int], AbstractAsyncContextManager[Process]]


def stock(city: City, root: str, database: Path, rate: int) -> AbstractAsyncContextManager[Process]:
    """Run the usual loop instead of the bot."""
    words = ("-m", "benchmarks.city.stock", str(len(city.people)), str(rate), "paid" if rate > FREE_RATE else "free")
    return running(city, root, words, database.parent, {})


async def measure(sender: Sender, rate: int, seconds: int, refused: int = 0) -> Row:
    """Let a message go out to as many people as it takes so many seconds to write to at best."""
    people = rate * seconds
    city = City(people, rate, range(FIRST, FIRST + people, people // refused) if refused else ())
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "city.db"
        await fill(database, people, city.world.clock.now())
        async with city.served() as root, sender(city, root, database, rate) as process:
            await city.until(1, START, process)
            before = used(process)
            await city.until(people, seconds + GRACE, process)
            after = used(process)
            await asyncio.sleep(0.5)  # for the last answers to come back and be written
        return sent(city, rate, before, after) | ({"settled": delivered(database)} if sender is bot else {})


def sent(city: City, rate: int, before: Used, after: Used) -> Row:
    """Return what the server saw, and what the process used meanwhile."""
    times = [each.at for each in city.sends if each.status == OK]
    span = times[-1] - times[0]
    return {
        "n": len(times),
        "people": len({each.person for each in city.sends if each.status == OK}),
        "rate": round((len(times) - 1) / span, 1),
        "share_of_limit": round((len(times) - 1) / span / rate, 4),
        "most_in_a_second": most_in_a_second(times),
        "refused_429": sum(each.status == TOO_MANY for each in city.sends),
        "sent_too_soon": too_soon(city),
        "cores": round((after.seconds - before.seconds) / span, 3),
        "cpu_ms": round(1000 * (after.seconds - before.seconds) / len(times), 3),
        "megabytes": round(after.megabytes),
        "server_late_p95_ms": share(city.late, 0.95),
    }


def too_soon(city: City) -> int:
    """Count the messages to people who were refused and were to be left alone for a while."""
    resting: dict[int, tuple[float, float]] = {}
    early = 0
    for at, person, _, rest in city.sends:
        begun, until = resting.get(person, (at, at))
        early += begun + ON_ITS_WAY < at < until
        if rest:
            resting[person] = at, at + rest
    return early


RUNS: dict[str, tuple[Sender, int, int, int]] = {
    "bot, paid": (bot, PAID_RATE, 60, 0),
    "python-telegram-bot, paid": (stock, PAID_RATE, 8, 0),
    "bot": (bot, FREE_RATE, 20, 0),
    "python-telegram-bot": (stock, FREE_RATE, 8, 0),
    "bot, paid, 40 people refused": (bot, PAID_RATE, 8, 40),
}


def judge(what: str, row: Row, refused: int) -> None:
    """Print what of a row has a target."""
    if not refused:
        aim(f"{what}: share of the limit", row["share_of_limit"], "share", least=0.98)
        aim(f"{what}: refused with 429", row["refused_429"], "messages", most=0)
    aim(f"{what}: written to before retry_after", row["sent_too_soon"], "messages", most=0)
    aim(f"{what}: reached and not settled", row["people"] - row["settled"], "people", most=0)
    if what == "bot, paid":
        aim(f"{what}: processor", row["cores"], "cores", most=0.5)


def main() -> None:
    """Measure what is named on the command line, or all."""
    for what in sys.argv[1:] or RUNS:
        sender, rate, seconds, refused = RUNS[what]
        row = uvloop.run(measure(sender, rate, seconds, refused))
        print(json.dumps({"what": what, **row}), flush=True)
        if sender is bot:
            judge(what, row, refused)


if __name__ == "__main__":
    main()
