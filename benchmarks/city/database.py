"""A database of a city: its officials, a message to many that has just begun, a cancellation that falls due later."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from domain.broadcast import Audience, Begun, Broadcast, Segment
from domain.desks.composing import ComposingDesk
from domain.desks.fan_outs import FanOutLane
from domain.notice import Kind, Planned
from domain.official import Grant, Official, Preferences, Role
from domain.training import Details, Status
from domain.wall import Wall
from storage.database import open_storage

ENTRY = '{"programme": "Szkolenia", "organiser": null, "coordinator": null, "signup_url": null, "faq": null}'
FIRST = 5_000_000_001
"""The number of the first person; the others follow."""
TEXT = (
    "<b>Nowe zasady zapisów</b>\n\n"
    + "Od maja na szkolenia można zapisywać się <i>do ostatniej chwili</i>, o ile są jeszcze wolne miejsca. " * 3
)[:299] + "."
CARD, CALLED_OFF = 1, 2
"""The training whose card people look at, and the one that does not take place."""
NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)"


async def fill(database: Path, people: int, now: datetime, *, written: bool = True) -> None:
    """Fill a new database with people to all of whom a message is due, and two trainings.

    Unless the notices are to be ``written`` beforehand, the bot writes them when it starts.
    """
    storage = await open_storage(f"sqlite:///{database}")
    first = Official(FIRST, name="Olga Lis", preferences=Preferences(quiet_from=now.time(), quiet_until=now.time()))
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Europe/Warsaw", ENTRY)
        for number, status in ((CARD, Status.PLANNED), (CALLED_OFF, Status.CANCELLED)):
            start = Wall.parse("2026-04-29T10:00")
            details = Details(title=f"Zamówienia publiczne, część {number}", start=start, status=status)
            await transaction.trainings.add(programme, f"t{number}", details, None)
        await transaction.officials.save(first)
        await transaction.organisers.grant(Grant(first.id, Role.ADMINISTRATOR))
    _settle(database, people)
    async with storage.transaction() as transaction:
        desk = ComposingDesk(transaction, now)
        begun = await desk.compose(first, programme)
        assert isinstance(begun, Broadcast)
        await desk.write(first, begun.id, TEXT, len(TEXT))
        await desk.address(first, begun.id, Segment(Audience.EVERYONE))
        assert isinstance(await desk.send(first, begun.id, people, first.id, None), Begun)
    if written:
        await FanOutLane(storage)(now)
    await storage.close()


def _settle(database: Path, people: int) -> None:
    """Let people move in who are like the first and want to hear of everything."""
    with closing(sqlite3.connect(database)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info (official)") if row[1] != "id"]
        listed = ", ".join(columns)
        connection.execute(
            f"INSERT INTO official (id, {listed}) {NUMBERS} SELECT id + i, {listed} FROM n, official WHERE i > 0",  # noqa: S608
            (people,),
        )
        connection.execute(
            f"INSERT INTO subscription (official_id, weekly, everything) {NUMBERS} SELECT ? + i, 0, 1 FROM n",  # noqa: S608
            (people, FIRST),
        )
        connection.commit()


async def call_off(database: Path, followers: range, due_at: datetime, apart: timedelta = timedelta(0)) -> None:
    """Let people follow the training that does not take place, and hear of that at an instant, or one after another."""
    storage = await open_storage(f"sqlite:///{database}")
    async with storage.transaction() as transaction:
        for each in followers:
            await transaction.officials.save(Official(each, name="Jan Kowal"))
            await transaction.rosters.follow(CALLED_OFF, each)
        planned = [
            Planned(Kind.CANCELLATION, each, f"off:{each}", due_at + number * apart, CALLED_OFF)
            for number, each in enumerate(followers)
        ]
        await transaction.notices.plan(planned)
    await storage.close()


def delivered(database: Path, kind: Kind = Kind.MESSAGE) -> int:
    """Count what is settled as delivered."""
    with closing(sqlite3.connect(database)) as connection:
        question = "SELECT COUNT(*) FROM notice WHERE fate = 'delivered' AND kind = ?"
        count: int = connection.execute(question, (kind,)).fetchone()[0]
        return count
