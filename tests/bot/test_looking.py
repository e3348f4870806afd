"""`health` and `audit`: beside a bot that serves, changing nothing, in plain sentences and exit statuses."""

import asyncio
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import playground
from bot.cli import main
from bot.cli.demo.town import found
from domain.health import Beat, Condition, Part
from playground.clock import ManualClock
from storage.database import open_storage
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import signed_up
from tests.storage.conftest import by_hand

MINUTE = timedelta(minutes=1)
LOST = "INSERT INTO notice (kind, official_id, key, args, due_at, fate) VALUES ('alarm', 7, 'k', '{}', 1, 'missed')"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:///{tmp_path / 'town.db'}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERMINARZ_DATABASE", address)
    return address


def beats(at: datetime) -> list[Beat]:
    return [Beat(part, at, said="Fine.") for part in Part]


async def tell(database: str, told: Sequence[Beat]) -> None:
    storage = await open_storage(database)
    async with storage.transaction() as transaction:
        await transaction.heartbeats.beat(told)
    await storage.close()


async def live(database: str, *orders: str) -> None:
    """Let people sign up in a town, and somebody break it by hand."""
    now = datetime.now(UTC)
    ahead = training(start=f"{now + timedelta(days=30):%Y-%m-%d}T09:00", seats=9)
    async with found(programme_of(ahead), database=database, clock=ManualClock(now)) as town:
        await signed_up(town, "Anna")
        await signed_up(town, "Ewa")
        for order in orders:
            await by_hand(town.bot.storage)(order)


def spoil(file: Path, table: str) -> None:
    """Write nonsense over the page of the file in which a table begins."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    with file.open("r+b") as opened:
        opened.seek((page - 1) * size)
        opened.write(b"\xff" * size)


def digest(database: str) -> str:
    return hashlib.sha256(Path(database.removeprefix("sqlite:///")).read_bytes()).hexdigest()


def test_health_of_a_bot_that_serves(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(tell(database, beats(datetime.now(UTC))))
    assert main(["health"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{part}: well. Fine." for part in Part]


@pytest.mark.parametrize(
    ("change", "status", "said"),
    [
        (lambda beat: Beat(beat.part, beat.at, Condition.AILING, "Little room."), 0, "intake: ailing. Little room."),
        (lambda beat: Beat(beat.part, beat.at, Condition.WAITING, "No answer."), 1, "intake: waiting. No answer."),
        (lambda beat: Beat(beat.part, beat.at, Condition.STUCK, "Deaf."), 1, "intake: stuck. Deaf."),
        (lambda beat: Beat(beat.part, beat.at - MINUTE), 1, "intake: nothing was heard of it since"),
    ],
    ids=["ailing", "waiting", "stuck", "silent"],
)
def test_health_of_a_bot_with_a_trouble(
    database: str, capsys: pytest.CaptureFixture[str], change: Callable[[Beat], Beat], status: int, said: str
) -> None:
    first, *others = beats(datetime.now(UTC))
    asyncio.run(tell(database, [change(first), *others]))
    assert main(["health"]) == status
    assert capsys.readouterr().out.startswith(said)


def test_health_where_no_bot_ever_ran(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["health"]) == 1
    assert "cannot be used" in capsys.readouterr().err
    asyncio.run(tell(database, []))
    assert main(["health"]) == 1
    assert "is the bot running?" in capsys.readouterr().out


def test_commands_beside_the_bot_need_no_token(
    database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(tell(database, beats(datetime.now(UTC))))
    monkeypatch.setenv("TERMINARZ_TOKEN_FILE", "somebody-elses")
    programme = Path(playground.__file__).parent / "programmes" / "coast.json"
    beside = (["health"], ["migrate"], ["import", str(programme)], ["export", "programme.json"], ["audit"])
    assert [main(words) for words in beside] == [0] * len(beside)
    assert [main(["check-config"]), main(["run"])] == [2, 2]
    assert "somebody-elses" in capsys.readouterr().err


def test_health_and_audit_need_no_lock_and_change_nothing(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    async def beside() -> tuple[int, int]:
        async with found(database=database, clock=ManualClock(datetime.now(UTC)), exclusive=True):
            return await asyncio.to_thread(main, ["health"]), await asyncio.to_thread(main, ["audit"])

    asyncio.run(live(database))
    assert asyncio.run(beside()) == (1, 0)
    before = digest(database)
    assert (main(["health"]), main(["audit"])) == (1, 0)
    assert digest(database) == before
    assert capsys.readouterr().out.splitlines()[-1].startswith("Nothing is wrong: 30 invariants, ")


def test_audit_names_what_is_broken_and_where_and_nobody(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(live(database, LOST, "UPDATE training SET ends_at = 1 WHERE id = 1"))
    before = digest(database)
    assert main(["audit"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["notices_without_instant", "trainings_mistimed"]
    assert lines[1].endswith(": training 1")
    assert main(["audit", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [finding["invariant"] for finding in told["findings"]] == ["notices_without_instant", "trainings_mistimed"]
    assert told["findings"][1] | {"sentence": ""} == {
        "invariant": "trainings_mistimed",
        "count": 1,
        "places": ["training 1"],
        "sentence": "",
    }
    assert told["counts"]["registrations"] == 2
    assert digest(database) == before
    assert not any(name in str(told) + str(lines) for name in ("Anna", "Ewa", "Nowak"))


@pytest.mark.parametrize("table", ["training", "registration", "inbox"])
def test_audit_of_a_damaged_file_tells_what_to_restore(
    database: str, capsys: pytest.CaptureFixture[str], table: str
) -> None:
    asyncio.run(live(database))
    file = Path(database.removeprefix("sqlite:///"))
    shutil.copy(file, file.with_name("town.db.before-0002"))
    spoil(file, table)
    assert main(["audit"]) == 2
    assert capsys.readouterr().err.endswith("restore a copy; town.db.before-0002 beside it is the newest good one.\n")


def test_audit_of_a_database_of_another_schema_is_refused(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(live(database, "UPDATE schema_version SET version = 1"))
    assert (main(["audit"]), main(["health"])) == (2, 1)
    assert capsys.readouterr().err.count("run `python -m bot migrate` first") == 2


def test_export_makes_no_database_and_names_what_there_is(
    database: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["export", "-"]) == 2
    assert not (tmp_path / "town.db").exists()
    assert main(["migrate"]) == 0
    assert main(["export", "-"]) == 1
    assert "import one first" in capsys.readouterr().err
    asyncio.run(live(database))
    assert main(["export", "-", "--programme", "Jesień"]) == 1
    assert capsys.readouterr().err.startswith('There is no programme "Jesień" in the database; it holds "')
