"""Revoking: with the role goes every way back to it, also the ways that were prepared before."""

import pytest

from tests.conversations.hearing import words
from tests.conversations.programmes import training
from tests.conversations.test_roles import INVALID, administrator, invited, organisers
from tests.conversations.towns import town_of


@pytest.mark.parametrize("who", ["the revoked", "somebody else"])
async def test_an_invitation_kept_by_the_revoked_opens_nothing(who: str) -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        anna = await invited(maria, "+ administracja", town.resident("Anna", "Nowak"))
        await anna.writes("/organizatorzy")
        await anna.presses("+ administracja")
        kept = (anna.person.presses("Kopiuj link") or "").partition("start=i")[2]
        assert kept
        await maria.forges(f"oc:administrator:{anna.person.id}:0")
        person = anna if who == "the revoked" else town.resident("Ewa", "Lis")
        assert words(await person.starts(f"i{kept}")) == INVALID
        assert words(await person.forges(f"n:{kept}")) == INVALID
        assert await organisers(maria) == ["Maria Wiśniewska · administracja"]
