"""The invariants themselves: whatever is broken by hand after a good case is found, by the one that is about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from tests.faults import invariants
from tests.faults.prepared import SOON, official, reminded, training
from tests.faults.processes import Served, said
from tests.faults.tally import Tally, tallies

TAMPERINGS = {
    "DELETE FROM seen_inbox": "I1",
    "INSERT INTO seen_inbox (update_id, state) SELECT update_id, 'new' FROM inbox"
    " UNION ALL SELECT update_id, 'done' FROM inbox": "I1",
    "INSERT INTO registration (training_id, official_id, state, queue, confirmed)"
    " VALUES (2, 88, 'waiting', 8, 0)": "I2",
    "UPDATE seen_notice SET fate = 'dropped' WHERE fate = 'delivered'": "I3",
    "UPDATE seen_notice SET fate = 'sending' WHERE fate = 'delivered'": "I3",
    "UPDATE seen_notice SET message_id = message_id + 77": "I3",
    "DELETE FROM seen_notice": "I3",
    "DELETE FROM seen_reply": "I3",
    "UPDATE seen_notice SET due_at = due_at + 600000000 WHERE attempts = 1": "I4",
    "INSERT INTO act (deed, official_id, args, done_at) VALUES ('edited', 77, '{}', 0)": "I5",
    "UPDATE training SET seats = 3 WHERE id = 1": "I5",
    "UPDATE seen_registration SET state = 'waiting'": "I8",
}


async def test_whatever_is_broken_by_hand_is_found(bot: Served) -> None:
    soon = await training(bot, "Szkolenie za godzinę", after=SOON)
    await training(bot, "Szkolenie zimowe", seats=2)
    ewa = await reminded(bot, "Ewa Zając", 1_000, soon)
    anna = await official(bot, "Anna Nowak", 1_001)
    anna.writes("/zapisz 2")
    await invariants.hold(bot)
    assert said(ewa.chat, "Szkolenie za godzinę")
    assert said(anna.chat, "Miejsce potwierdzone")
    counted = []
    for statement, name in TAMPERINGS.items():
        with changed(bot, statement):
            fails(bot, name)
        counted.append(tallies[bot.database])
    confirmed = len(bot.world.updates.confirmed)
    assert confirmed
    assert counted[:3] == [Tally(0, confirmed, confirmed, 0), Tally(0, confirmed, 0, 2), Tally(0, confirmed, 0, 0)]
    bot.log.write_text("somebody called Anna Nowak")
    fails(bot, "I6")
    bot.log.write_text("")
    calls = list(bot.world.calls)
    to_anna, to_ewa = ([call for call in calls if call.chat_id == person.id] for person in (anna, ewa))
    once_more = replace(to_ewa[0], done={"message_id": 9_999, "text": "Szkolenie za godzinę"})
    for tampered in (
        [call for call in calls if call not in to_anna],
        [call for call in calls if call not in to_ewa],
        [*calls, *to_anna],
        [*calls, once_more],
    ):
        bot.world.calls = tampered
        fails(bot, "I3")


def fails(bot: Served, name: str) -> None:
    with pytest.raises(AssertionError, match=f"(?m)^{name}: "):
        invariants.check(bot)


@contextmanager
def changed(bot: Served, statement: str) -> Iterator[None]:
    """Change the database for a while."""
    before = bot.folder / "before.db"
    with closing(sqlite3.connect(bot.file)) as connection, closing(sqlite3.connect(before)) as kept:
        connection.backup(kept)
        with connection:
            connection.execute(statement)
        yield
        kept.backup(connection)
