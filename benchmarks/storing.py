"""Storage: sign-ups beside bare sqlite3 and SQLAlchemy, races for few seats, lists and cards in a large database."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.measuring import signups
from benchmarks.measuring.large import NOW, Extent, made
from benchmarks.measuring.loops import run
from benchmarks.measuring.rows import Work, aim, ratio, tell, working
from domain.outcome import Seated
from domain.ports import Storage, Transaction
from storage import statements
from storage.database import open_storage
from storage.instants import micros

N = 400
AT_ONCE = (1, 8, 64)
ROUNDS = 3
RACERS, SEATS = 1_000, 10
LOOKS = 400
LARGE = Extent(trainings=10_000, upcoming=100, people=250_000, registrations=1_000_000)
CROWDED = Extent(trainings=10_000, upcoming=10_000, people=250_000, registrations=1_000_000)


async def sign_ups(folder: Path, at_once: int) -> None:
    """Print the rows of sign-ups; the ways take turns, so that a noisy moment hits all of them, and the best counts."""
    await signups.through_the_port(folder / "first.db", 1)  # what is imported late is here
    kept = await signups.statements_of(folder / "kept.db", N)
    rounds: dict[str, list[Work]] = {}
    for each in range(ROUNDS):
        for kind in ("FULL", "NORMAL"):
            done = await signups.through_the_port(folder / f"{kind}{each}.db", N, kind, at_once=at_once)
            rounds.setdefault(kind, []).append(done)
            again = await signups.replayed(folder / f"replayed{kind}{each}.db", kept, kind)
            rounds.setdefault(f"replayed {kind}", []).append(again)
        rounds.setdefault("four", []).append(signups.four_statements(folder / f"four{each}.db", N))
        with_core = await signups.sqlalchemy_core(folder / f"core{each}.db", kept, at_once=at_once)
        rounds.setdefault("core", []).append(with_core)
    best = {name: min(works, key=lambda work: work.wall) for name, works in rounds.items()}
    many = f"{at_once} at once"
    full = tell(f"sign-ups, {many}, synchronous FULL", best["FULL"]).wall
    normal = tell(f"sign-ups, {many}, synchronous NORMAL", best["NORMAL"]).wall
    replayed = tell("peer: bare sqlite3, the statements of a sign-up", best["replayed FULL"]).wall
    unsynced = tell("peer: bare sqlite3, the statements of a sign-up, NORMAL", best["replayed NORMAL"]).wall
    four = tell("peer: bare sqlite3, four statements in a plain schema", best["four"]).wall
    core = tell(f"peer: SQLAlchemy Core over aiosqlite, the statements, {many}", best["core"]).wall
    ratio(f"sign-ups a second, {many} / bare sqlite3, the same statements", replayed / full, least=0.5)
    ratio(f"sign-ups a second, {many} / bare sqlite3, four statements", four / full)
    ratio(f"sign-ups a second, {many} / SQLAlchemy Core, the same statements", core / full, least=10)
    ratio(f"sign-ups a second, {many}, FULL / NORMAL", normal / full, least=0.85)
    ratio("bare sqlite3, the same statements, FULL / NORMAL", unsynced / replayed)
    ratio("bare sqlite3, the same statements / SQLAlchemy Core", core / replayed)


async def race(folder: Path) -> None:
    """Print what becomes of many who want few seats at once."""
    storage = await signups.prepared(folder / "race.db", 1, SEATS)

    async def wants(number: int) -> object:
        async with storage.transaction() as transaction:
            return await transaction.rosters.decide(1, number, signups.placing(number), NOW)

    with working(RACERS) as work:
        outcomes = await asyncio.gather(*(wants(number) for number in range(1, RACERS + 1)), return_exceptions=True)
    await storage.close()
    seated = sum(isinstance(each, Seated) for each in outcomes)
    errors = sum(isinstance(each, BaseException) for each in outcomes)
    tell(f"a race of {RACERS} for {SEATS} seats", work, seated=seated, errors=errors, exact=seated == SEATS)
    aim(f"a race of {RACERS} for {SEATS} seats", work.wall, "s", most=1)


async def looks(folder: Path) -> None:
    """Print what looking takes in a large database, where some or all of its trainings are still to come."""
    for name, extent in (("some", LARGE), ("all", CROWDED)):
        file = folder / f"{name}.db"
        storage = await open_storage(await made(file, extent))
        if extent is LARGE:
            card = await _looked(storage, LOOKS, _card)
            tell("a card, 250,000 people", card)
            aim("a card, p99", card.p99_ms, "ms", most=2)
        listed = await _looked(storage, LOOKS if extent is LARGE else 10, _list)
        tell(f"the list, {extent.upcoming} of 10,000 trainings to come", listed)
        peer = _bare_list(file, LOOKS if extent is LARGE else 10)
        tell(f"peer: the query of the list in bare sqlite3, {extent.upcoming} to come", peer)
        if extent is LARGE:
            aim("the list, p99", listed.p99_ms, "ms", most=2)
        ratio(f"list / bare sqlite3, {extent.upcoming} to come, by p50", listed.p50_ms / peer.p50_ms)
        await storage.close()


async def _looked(storage: Storage, n: int, look: Callable[[Transaction, int], Awaitable[object]]) -> Work:
    work = Work(n)
    for number in range(n):
        began, worked = perf_counter(), process_time()
        async with storage.reading() as transaction:
            await look(transaction, number)
        work.note(perf_counter() - began, process_time() - worked)
    return work


async def _card(transaction: Transaction, number: int) -> None:
    """Read what a card shows: the training, the person's place, what the person follows and organises."""
    person, training = number * 7919 % LARGE.people + 1, number % LARGE.upcoming + 1
    await transaction.officials.get(person)
    await transaction.trainings.get(training)
    await transaction.rosters.mine(person, training)
    await transaction.rosters.followed(person)
    await transaction.organisers.grants(person)


async def _list(transaction: Transaction, _: int) -> None:
    await transaction.trainings.upcoming(NOW)


def _bare_list(file: Path, n: int) -> Work:
    sql = statements.load("sqlite", "sqlite3").upcoming.sql  # type: ignore[attr-defined]
    work = Work(n)
    with closing(sqlite3.connect(file)) as connection:
        for _ in range(n):
            work.timed(lambda: connection.execute(sql, {"now": micros(NOW)}).fetchall())
    return work


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


async def main() -> None:
    """Print all rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for at_once in AT_ONCE:
            await sign_ups(_made(folder / str(at_once)), at_once)
        await race(folder)
        await looks(folder)


if __name__ == "__main__":
    run(main())
