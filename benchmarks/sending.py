"""Processor time a message of the sending process, beside other clients of the Bot API and bare aiohttp.

All send the same HTML message of 300 characters with a keyboard over TLS on loopback, 100 in flight, to the same server
in another process. Each client runs in a process of its own, several times in turn. One line of JSON a row.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvloop

from benchmarks.measuring.rows import Work, ratio, tell, working
from benchmarks.wire import telegram
from benchmarks.wire.clients import CLIENTS, MOST_AT_ONCE, Send

ROUNDS = 3
SENDS = {"python-telegram-bot": 400, "aiogram": 3000, "pyTelegramBotAPI": 3000, "bare aiohttp": 3000, "ours": 3000}
STOCK_LOOP = ("python-telegram-bot",)
"""Who runs on the loop of the standard library, as out of the box; the others run on uvloop."""
TARGETS = {"python-telegram-bot": 0.06, "aiogram": 0.4, "pyTelegramBotAPI": 0.6, "bare aiohttp": 1.2}


async def measure(name: str, root: str) -> Work:
    """Send so many messages, after as many as open the connections."""
    async with CLIENTS[name](root) as send:
        await all_of(send, MOST_AT_ONCE)
        with working(SENDS[name]) as work:
            await all_of(send, work.n)
        return work


async def all_of(send: Send, count: int) -> None:
    """Send to so many people, as many at a time as are in flight."""
    people = iter(range(5_000_000_001, 5_000_000_001 + count))

    async def one_after_another() -> None:
        for chat in people:
            await send(chat)

    await asyncio.gather(*(one_after_another() for _ in range(MOST_AT_ONCE)))


def main() -> None:
    """Print a row for each client, of its best round, and how ours stands to the others."""
    with tempfile.TemporaryDirectory() as name, serving(telegram.certified(Path(name))) as (root, certificate):
        rounds = [{each: in_a_process_of_its_own(each, root, certificate) for each in CLIENTS} for _ in range(ROUNDS)]
    best = {each: min((taken[each] for taken in rounds), key=lambda work: work.cpu) for each in CLIENTS}
    for client, work in best.items():
        tell(client, work)
    for client, most in TARGETS.items():
        ratio(f"ours to {client}", best["ours"].cpu_ms / best[client].cpu_ms, most=most)


@contextmanager
def serving(certificate: Path) -> Iterator[tuple[str, Path]]:
    """Run the server in another process; give its address and what to trust."""
    words = [sys.executable, telegram.__file__, str(certificate)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - ourselves
        assert server.stdout is not None
        yield f"https://127.0.0.1:{server.stdout.readline().strip()}", certificate


def in_a_process_of_its_own(client: str, root: str, certificate: Path) -> Work:
    """Measure one client, which trusts the certificate and nothing else."""
    environment = os.environ | {"SSL_CERT_FILE": str(certificate)}
    words = [sys.executable, __file__, client, root]
    said = subprocess.run(words, check=True, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    wall, cpu = json.loads(said.stdout)
    return Work(SENDS[client], wall, cpu)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [client, root]:
            run = asyncio.run if client in STOCK_LOOP else uvloop.run
            work = run(measure(client, root))
            print(json.dumps([work.wall, work.cpu]))
        case _:
            main()
