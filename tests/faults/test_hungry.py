"""An update that takes all memory: whatever dies of it, it is set aside, and everybody else is served."""

from pathlib import Path

import pytest

from tests.faults.hungry import EATS
from tests.faults.invariants import at_rest, check
from tests.faults.processes import Served, known, rows, said

HUNGRY = str(Path(__file__).with_name("hungry.py"))


@pytest.mark.case("F60")
@pytest.mark.whole
async def test_an_update_that_eats_all_memory_is_set_aside(bot: Served) -> None:
    bot.program = (HUNGRY,)
    people = [known(bot.world, "Anna", f"Nowak{number}", 1_000 + number) for number in range(5)]
    culprit = known(bot.world, "Jan", "Kowal", 2_000)
    async with bot.supervised():
        culprit.writes(EATS)
        for person in people:
            person.writes("/pomoc")
        await bot.until(lambda: all(said(person.chat, "/szkolenia") for person in people))
        await bot.until(lambda: dict(rows(bot.file, "SELECT state, COUNT(*) FROM inbox GROUP BY 1")).get("dead"))
        culprit.writes("/pomoc")
        await bot.until(lambda: said(culprit.chat, "/szkolenia"))
        await bot.until(lambda: at_rest(bot))
    check(bot)
    assert rows(bot.file, "SELECT state, COUNT(*) FROM inbox GROUP BY 1") == [("dead", 1), ("done", 6)]
