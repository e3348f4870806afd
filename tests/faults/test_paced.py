"""Telegram that counts, and Telegram that answers late: few calls too many, no copy that the policy does not allow."""

from collections.abc import Callable

import pytest

from playground.faults import Fault, slow
from playground.limits import Limits, Rate
from tests.faults import crowds, hasty, invariants
from tests.faults.prepared import administrator
from tests.faults.processes import Served, said

ORGANISER = 5_000
TITLE = "Szkolenie za godzinę"
FREE = 30
LATER = 3 * hasty.PATIENCE
PEOPLE = 40
MANY = 1_500


@pytest.mark.whole
@pytest.mark.timeout(200)
@pytest.mark.case("F26")
async def test_strict_server_refuses_hardly_a_call(bot: Served, tell: Callable[[str], None]) -> None:
    bot.settings["TERMINARZ_SENDING__RATE"] = str(FREE)
    bot.world.limit(Limits(chat=Rate(5, 5), overall=Rate(FREE, 1)))
    crowd = await crowds.reminded(bot, TITLE, MANY)
    async with bot.running():
        await bot.until(lambda: len(bot.world.calls) >= crowd.began + MANY, within=120.0)
        await bot.until(crowd.over)
        await invariants.hold(bot)
    tell(crowd.figures())
    assert crowd.copies() == {1: MANY}
    assert len(crowd.calls()) <= 1.01 * MANY, "a busy machine hands over in bunches what left evenly, but not so much"


@pytest.mark.whole
@pytest.mark.case("F28")
async def test_answer_that_comes_too_late_costs_a_copy_where_that_is_allowed(
    bot: Served, tell: Callable[[str], None]
) -> None:
    bot.program = (hasty.__file__ or "",)
    olga = await administrator(bot, "Olga Lis", ORGANISER)
    reminded = await crowds.reminded(bot, TITLE, PEOPLE)
    written_to = await crowds.written_to(bot, "Szkolenie z dowodem", PEOPLE, ORGANISER)
    once, always, never_sure = reminded.people[0], reminded.people[1], written_to.people[0]
    for person, times in ((once, 1), (always, None), (never_sure, None)):
        bot.world.faults.add(Fault(slow(LATER), chat=person.id, times=times, after=True))
    async with bot.running():
        await bot.until(lambda: reminded.over() and written_to.over())
        await bot.until(lambda: said(olga.chat, "Bez pewności, czy dotarło: 1"))
        await invariants.hold(bot)
    for crowd in (reminded, written_to):
        tell(f"{crowd.kind}: {crowd.figures()}")
    assert [len(reminded.of(person)) for person in (once, always)] == [2, 2]
    assert reminded.copies() == {1: PEOPLE - 2, 2: 2}
    assert reminded.fates() == {"delivered": PEOPLE - 1, "uncertain": 1}
    assert (written_to.copies(), written_to.fates()) == ({1: PEOPLE}, {"delivered": PEOPLE - 1, "uncertain": 1})
