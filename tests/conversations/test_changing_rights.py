"""Rights to change: every command and press, by every role, in every kind of chat; a role that ends, ends at once."""

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.organised import budget, changes, coordinator, organised, states, trainer
from tests.conversations.programmes import BUDGET
from tests.conversations.test_roles import invited
from tests.conversations.towns import signed_up

NO_RIGHTS = "Ta funkcja jest dla organizatorów."
COMMANDS = ("/zmien", "/zmien 1", "/change 1", "/odwolaj", "/odwolaj 1", "/cancel 1")
PRESSES = (
    "x:1",
    "xe:1",
    "xp:2",
    "xa:2:3:",
    "xa:2:3:1",
    "xr:2",
    "xd:2",
    "xc:1",
    "xk:1:2:",
    "xk:1:2:1",
    "xv:1",
    "xw:1:2",
    "xy:1",
    "xs:1",
    "xf:0",
    "xf:1",
    "xg:2:when",
    "xg:2:done",
)


async def prepared(maria: Resident) -> tuple[str, str]:
    """Let the administrator change the price and prepare another change; return the card, and the press that undoes."""
    await changes(maria, "Zmień", Cena="120 zł")
    undo = maria.last.buttons[0][0].data
    assert undo
    await states(maria, Termin="20 maja, 9-12")
    return words(await maria.writes("/szkolenia 1")), undo


async def outsider(town: Town, maria: Resident, role: str) -> Resident:
    """Return somebody who may not change training 1."""
    match role:
        case "participant":
            return await signed_up(town, "Anna")
        case "trainer":
            return await trainer(maria)
        case _:
            await town.imports('{"programme": "Jesień", "organiser": "Metropolia Nadmorska", "trainings": []}')
            return await invited(maria, "2. + koordynacja", town.resident("Ewa", "Lis"))


@pytest.mark.parametrize("role", ["participant", "trainer", "coordinator of another programme"])
async def test_whoever_may_not_change_is_refused_whatever_is_written_or_pressed(role: str) -> None:
    async with organised() as (town, maria):
        person = await outsider(town, maria, role)
        card, undo = await prepared(maria)
        assert "Zarządzaj" not in labels(await person.writes("/szkolenia 1"))
        for command in COMMANDS:
            if role == "coordinator of another programme" and command in {"/zmien", "/odwolaj"}:
                assert words(await person.writes(command)) == "Nie ma nadchodzących szkoleń, które można zmienić."
            else:
                assert words(await person.writes(command)) == NO_RIGHTS
        shown = words(await person.writes("/szkolenia 1"))
        for forged in (*PRESSES, undo):
            if forged == "xf:0" and role == "coordinator of another programme":
                continue
            await person.forges(forged)
            assert (forged, toast(person)) == (forged, NO_RIGHTS)
            assert words(person.last) == shown
        assert words(await maria.writes("/szkolenia 1")) == card


async def test_nothing_is_managed_by_a_press_in_a_group() -> None:
    async with organised() as (town, maria):
        card, undo = await prepared(maria)
        group = town.world.group("Urząd", [maria.person])
        group.writes(maria.person, "/zmiany 1")
        await town.settle()
        hint = group.last
        for forged in (*PRESSES, undo, "xl:1", "xh:1:1"):
            maria.person.forges(forged, hint)
            await town.settle()
            assert toast(maria) == words(hint)
        assert [words(message) for message in group.chat if message.from_bot] == [words(hint)]
        assert words(await maria.writes("/szkolenia 1")) == card


@pytest.mark.parametrize("forged", ["xa:1:3:", "xd:1", "xk:1:1:1", "xe:1", "xs:1", "xy:1", "xf:0"])
async def test_a_role_taken_away_between_the_screen_and_the_tap_changes_nothing(forged: str) -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await states(piotr, Termin="20 maja, 9-12")
        await piotr.presses("Zatwierdzenie")
        await maria.forges(f"oc:coordinator:{piotr.person.id}:1")
        await piotr.forges(forged)
        assert toast(piotr) == NO_RIGHTS
        assert "środa, 6 maja, godz. 9:00–12:00" in words(await maria.writes("/szkolenia 1"))


@pytest.mark.parametrize(
    ("forged", "typed"), [("xc:1", "Choroba."), ("xs:1", "12.09"), ("xf:0", "Prosty język"), ("xy:1", "12.09")]
)
async def test_a_role_taken_away_before_the_answer_takes_no_answer(forged: str, typed: str) -> None:
    async with organised(budget()) as (town, maria):
        piotr = await coordinator(maria)
        await signed_up(town, "Anna")
        await piotr.forges(forged)
        await maria.forges(f"oc:coordinator:{piotr.person.id}:1")
        assert words(await piotr.writes(typed)) == NO_RIGHTS
        before = len(heard(piotr))
        await piotr.writes("Dzień dobry")
        assert NO_RIGHTS not in heard(piotr)[before:]


async def test_an_act_of_a_former_organiser_can_be_undone_by_another() -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await states(piotr, Termin="20 maja, 9-12")
        await piotr.presses("Zatwierdzenie")
        await piotr.presses("Zmień")
        undo = piotr.last.buttons[0][0].data
        assert undo
        await maria.forges(f"oc:coordinator:{piotr.person.id}:1")
        await piotr.presses("Cofnij")
        assert toast(piotr) == NO_RIGHTS
        assert words(await maria.forges(undo)).startswith(f"✅ Cofnięto\n{BUDGET}\nśroda, 6 maja")
