"""A process killed in the middle of its work: what was told is there, what was not is not, and the lock is free."""

import asyncio
import signal
import sys
from pathlib import Path

from storage.database import open_storage
from tests.storage.samples import add_training

WORKER = """
import asyncio, sys
from storage.database import open_storage
from tests.storage.samples import sign_up

async def work(url, training):
    storage = await open_storage(url, exclusive=True)
    for person in range(1, 100_000):
        await sign_up(storage, training, person)
        print(person, flush=True)

asyncio.run(work(sys.argv[1], int(sys.argv[2])))
"""
ROOT = Path(__file__).parents[2]


async def test_nothing_that_was_told_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/town.db"
    storage = await open_storage(url)
    number = await add_training(storage, seats=20)
    await storage.close()
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WORKER, url, str(number), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert worker.stdout is not None
    told = [int(await worker.stdout.readline()) for _ in range(50)]
    worker.send_signal(signal.SIGKILL)
    rest, _ = await worker.communicate()
    told += [int(line) for line in rest.split()]
    storage = await open_storage(url, exclusive=True)
    async with storage.reading() as transaction:
        stored = await transaction.trainings.get(number)
    await storage.close()
    assert stored is not None
    assert stored.occupancy.taken == 20
    assert told == list(range(1, len(told) + 1))
    assert stored.occupancy.taken + stored.occupancy.waiting in {len(told), len(told) + 1}
