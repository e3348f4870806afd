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
PEOPLE = 600
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


async def three_crowds(bot: Served) -> list[Crowd]:
    await administrator(bot, "Olga Lis", ORGANISER)
    return [
        await crowds.reminded(bot, "Szkolenie za godzinę", PEOPLE),
        await crowds.called_off(bot, "Szkolenie odwołane dziś", PEOPLE, ORGANISER),
        await crowds.written_to(bot, "Szkolenie z dowodem", PEOPLE, ORGANISER),
    ]


@pytest.mark.whole
@pytest.mark.timeout(240)
@pytest.mark.case("F24")
@pytest.mark.parametrize("share", [0.5, 0.02])
async def test_each_kind_loses_and_repeats_what_its_policy_allows(
    bot: Served, tell: Callable[[str], None], share: float
) -> None:
    bot.program = HASTY
    bot.settings["TERMINARZ_SENDING__RATE"] = "1000"
    told = await three_crowds(bot)
    half = share / 2
    for method in crowds.SENDING:
        bot.world.faults.add(Fault(cut(), method=method, times=None, probability=half))
        rest = half / (1 - half)
        bot.world.faults.add(Fault(bad_gateway(), method=method, times=None, probability=rest, after=True))
    async with bot.running():
        await bot.until(lambda: all(crowd.over() for crowd in told), within=150.0)
        bot.world.faults.clear()
        await invariants.hold(bot)
    for crowd in told:
        tell(f"{crowd.kind}, {share:.0%} of calls fail: {crowd.figures()}")
        check(crowd, share)


def check(crowd: Crowd, share: float) -> None:
    attempts, copies = ATTEMPTS[crowd.kind], crowd.copies()
    assert crowd.false() == 0
    assert max(copies) <= attempts
    assert copies[0] <= crowd.fates().get("uncertain", 0)
    assert crowd.fates().keys() <= {"delivered", "uncertain"}
    near(copies[0] / PEOPLE, lost(share, attempts))
    near(sum(many * max(0, each - 1) for each, many in copies.items()) / PEOPLE, doubled(share, attempts))


def near(found: float, expected: float) -> None:
    """See that chance brought about what was to be expected of it."""
    assert abs(found - expected) <= SPREAD * sqrt(max(expected, 1 / PEOPLE) / PEOPLE), f"{found}, not {expected}"
