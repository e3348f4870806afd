"""How long after its instant a notice arrives while 250,000 others wait: none early, none lost, none twice.

The bot is a process of its own, the server 60 ms away, and each notice falls due by itself. One line of JSON a row.
"""

import tempfile
import time
from datetime import timedelta
from pathlib import Path

import uvloop

from benchmarks.city.database import CALLED_OFF, FIRST, call_off
from benchmarks.city.served import FREE_RATE, OK, City, bot, share
from benchmarks.measuring.pending import with_pending
from benchmarks.measuring.rows import Work, aim, tell
from domain.training import Details, Status
from domain.wall import Wall
from storage.database import open_storage

PENDING, DUE = 250_000, 300
APART = timedelta(milliseconds=70)
SOON = timedelta(seconds=8)
"""After which the first falls due: the bot has started by then."""
DAYS = timedelta(days=7)
WHAT = f"a notice while {PENDING} wait"


async def measure() -> tuple[Work, float, int]:
    """Return how late each came, how late the server itself was, and how many were lost or came twice."""
    city = City(DUE, FREE_RATE)
    people = range(FIRST, FIRST + DUE)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "city.db"
        await with_pending(database, PENDING, city.world.clock.now() + DAYS)
        await _not_taking_place(database)
        due_at, due = city.world.clock.now() + SOON, time.perf_counter() + SOON.total_seconds()
        await call_off(database, people, due_at, APART)
        async with city.served() as root, bot(city, root, database, FREE_RATE) as process:
            await city.until(DUE, (SOON + (DUE + 100) * APART).total_seconds(), process)
    arrived = [(each.at, each.person) for each in city.sends if each.status == OK]
    work = Work(len(arrived))
    for at, person in arrived:
        work.note(at - due - (person - FIRST) * APART.total_seconds(), 0)
    return work, share(city.late, 0.95), abs(DUE - len(arrived)) + DUE - len({person for _, person in arrived})


async def _not_taking_place(database: Path) -> None:
    """Add the second training, which people hear of."""
    storage = await open_storage(f"sqlite:///{database}")
    async with storage.transaction() as transaction:
        start = Wall.parse("2026-04-29T10:00")
        details = Details(title="Ochrona danych", start=start, status=Status.CANCELLED)
        assert await transaction.trainings.add(1, "off", details, None) == CALLED_OFF
    await storage.close()


def main() -> None:
    """Print the row, and what of it has a target."""
    work, late, wrong = uvloop.run(measure())
    tell(WHAT, work, early=sum(each < 0 for each in work.each_ms), wrong=wrong, server_late_p95_ms=late)
    aim(f"{WHAT}: early", sum(each < 0 for each in work.each_ms), "notices", most=0)
    aim(f"{WHAT}: lost or twice", wrong, "notices", most=0)


if __name__ == "__main__":
    main()
