"""Calls that fail before or after they were carried out: what each kind of notice costs and loses is its policy's."""

from collections.abc import Callable
from math import sqrt

import pytest

from playground.faults import Fault, bad_gateway, cut
from tests.faults import crowds, hasty, invariants
from tests.faults.crowds import Crowd
from tests.faults.prepared import administrator
from tests.faults.processes import Served

HASTY = (hasty.__file__ or "",)
ORGANISER = 5_000
ATTEMPTS = {"message": 1, "reminder_hour": 2, "cancellation": 5}
SPREAD = 5
"""Standard deviations by which chance may differ from what is expected."""


def lost(share: float, attempts: int) -> float:
    """Return what share of notices never arrives, if that share of calls fails, half of it after delivery."""
    return (share / 2) ** attempts


def doubled(share: float, attempts: int) -> float:
    """Return how many copies too many there are of a notice on average."""
    made = sum(share**before for before in range(attempts))
    return made * (1 - share / 2) - (1 - lost(share, attempts))


async def three_crowds(bot: Served, people: int) -> list[Crowd]:
    await administrator(bot, "Olga Lis", ORGANISER)
    return [
        await crowds.reminded(bot, "Szkolenie za godzinę", people),
        await crowds.called_off(bot, "Szkolenie odwołane dziś", people, ORGANISER),
        await crowds.written_to(bot, "Szkolenie z dowodem", people, ORGANISER),
    ]


@pytest.mark.case("F24")
@pytest.mark.parametrize(
    ("share", "people"),
    [(0.5, 40), pytest.param(0.5, 600, marks=pytest.mark.whole), pytest.param(0.02, 600, marks=pytest.mark.whole)],
)
async def test_each_kind_loses_and_repeats_what_its_policy_allows(
    bot: Served, tell: Callable[[str], None], share: float, people: int
) -> None:
    bot.program = HASTY
    bot.settings["TERMINARZ_SENDING__RATE"] = "1000"
    told = await three_crowds(bot, people)
    half = share / 2
    for method in crowds.SENDING:
        bot.world.faults.add(Fault(cut(), method=method, times=None, probability=half))
        rest = half / (1 - half)
        bot.world.faults.add(Fault(bad_gateway(), method=method, times=None, probability=rest, after=True))
    async with bot.running():
        await bot.until(lambda: all(crowd.over() for crowd in told), within=90.0)
        bot.world.faults.clear()
        await invariants.hold(bot)
    for crowd in told:
        tell(f"{crowd.kind}, {share:.0%} of calls fail: {crowd.figures()}")
        check(crowd, share)


def check(crowd: Crowd, share: float) -> None:
    attempts, people, copies = ATTEMPTS[crowd.kind], len(crowd.people), crowd.copies()
    assert crowd.false() == 0
    assert max(copies) <= attempts
    assert copies[0] <= crowd.fates().get("uncertain", 0)
    assert crowd.fates().keys() <= {"delivered", "uncertain"}
    near(copies[0] / people, lost(share, attempts), people)
    near(sum(many * max(0, each - 1) for each, many in copies.items()) / people, doubled(share, attempts), people)


def near(found: float, expected: float, number: int) -> None:
    """See that chance brought about what was to be expected of it."""
    assert abs(found - expected) <= SPREAD * sqrt(max(expected, 1 / number) / number), f"{found}, not {expected}"
