"""A process killed in the middle of its work: what was told is there, what was not is not, and the lock is free."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from storage.database import open_storage
from tests.storage.samples import add_training

WORKER = """
import asyncio, sys
from storage.database import open_storage
from tests.storage.samples import sign_up

async def work(url, training):
    storage = await open_storage(url, exclusive=True)
    people = iter(range(1, 100_000))

    async def signs_up():
        for person in people:
            await sign_up(storage, training, person)
            print(person, flush=True)

    await asyncio.gather(*(signs_up() for _ in range(int(sys.argv[3]))))

asyncio.run(work(sys.argv[1], int(sys.argv[2])))
"""
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("at_once", [1, 16])
async def test_nothing_that_was_told_is_lost_when_the_process_is_killed(tmp_path: Path, at_once: int) -> None:
    url = f"sqlite:///{tmp_path}/town.db"
    storage = await open_storage(url)
    number = await add_training(storage, seats=20)
    await storage.close()
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WORKER, url, str(number), str(at_once), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert worker.stdout is not None
    told = [int(await worker.stdout.readline()) for _ in range(50)]
    worker.send_signal(signal.SIGKILL)
    rest, _ = await worker.communicate()
    told += [int(line) for line in rest.split()]
    storage = await open_storage(url, exclusive=True)
    async with storage.reading() as transaction:
        stored = await transaction.trainings.get(number)
        lost = [person for person in told if await transaction.rosters.mine(person, number) is None]
    await storage.close()
    assert stored is not None
    assert stored.occupancy.taken == 20
    assert lost == []
    assert 0 <= stored.occupancy.taken + stored.occupancy.waiting - len(told) <= at_once
