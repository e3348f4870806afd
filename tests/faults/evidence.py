"""The evidence of a case: the world's ledger, all that the database ever held, and the bot's log, read once."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from playground.world import World
from tests.faults import ledger, recorder
from tests.faults.ledger import Delivery, Key, Row
from tests.faults.processes import Served
from tests.faults.recorder import Seen


@dataclass(frozen=True, slots=True)
class Evidence:
    """All there is to judge a case by."""

    world: World
    seen: Sequence[Seen]
    now: Mapping[str, Sequence[sqlite3.Row]]
    """The tables as they are now."""
    deliveries: Sequence[Delivery]
    notices: Sequence[Row]
    replies: Mapping[int, tuple[Row, Key, str]]
    log: str

    def states(self, table: str) -> dict[int, list[Mapping[str, Any]]]:
        """Return all that each row of a table ever was, by its first column."""
        found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for each in self.seen:
            if each.table == table:
                found[each.id].append(each.facts)
        return found

    def titles(self) -> dict[int, set[str]]:
        """Return every title that each training ever had."""
        return {
            training: {str(json.loads(state["details"])["title"]) for state in states}
            for training, states in self.states("training").items()
        }


def gather(bot: Served) -> Evidence:
    """Read everything."""
    seen = recorder.seen(bot.file)
    now = {table: _table(bot, table) for table in (*recorder.KEPT, "broadcast", "announcement", "post")}
    return Evidence(
        world=bot.world,
        seen=seen,
        now=now,
        deliveries=ledger.deliveries(bot.world),
        notices=ledger.notices(seen, frozenset(row["id"] for row in now["notice"])),
        replies=ledger.replies(seen, frozenset(row["id"] for row in now["reply"]), bot.kills),
        log=bot.log.read_text(errors="replace") if bot.log.exists() else "",
    )


def _table(bot: Served, table: str) -> Sequence[sqlite3.Row]:
    with closing(sqlite3.connect(bot.file)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - one of ours
