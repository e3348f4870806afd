"""Who may announce: every command and press of everybody else is refused and changes nothing, in every chat."""

import re

import pytest

from bot.cli.demo.town import Resident, Town
from domain.announced import Drafted
from domain.official import Grant, Role
from handlers import COMMANDS
from tests.conversations.announcements import ONE, pasted
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import programme_of, training
from tests.conversations.test_groups import gathered
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import signed_up, town_of

NO_RIGHTS = "Ta funkcja jest dla organizatorów."
PRESSES = (
    "bn",
    "bp:1",
    "bu:1",
    "bs:1:1",
    "bg:1",
    "bi:1:hours",
    "bd:1:1",
    "bf:1:title",
    "be:1:capacity:1",
    "bx:1",
    "bk:1",
    "bz:1",
    "bt:1",
    "bl:1",
    "bb:1:2:",
    "bb:1:2:1",
    "bh:1:2",
    "ba:1:2:29700000",
    "bj:1",
)
OF_ANY_ORGANISER = {"bn", "bu:1"}
"""A coordinator of another programme has announcements of that one."""


async def drafts(town: Town) -> tuple[str, list[Drafted]]:
    """Return where the first announcement stands, and its drafts."""
    async with town.bot.storage.reading() as transaction:
        announcement = await transaction.announcements.get(1)
        assert announcement
        return announcement.stage, list(await transaction.announcements.drafts(1))


async def stranger(town: Town, kind: str) -> Resident:
    if kind == "participant":
        return await signed_up(town, "Anna")
    if kind == "trainer":
        return await organiser(town, "Jan", Role.TRAINER)
    return await organiser(town, "Jan", Role.COORDINATOR, 2)


@pytest.mark.parametrize("kind", ["participant", "trainer", "coordinator of another programme"])
async def test_every_press_of_somebody_else_is_refused_and_changes_nothing(kind: str) -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(programme="Jesień"))
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        before = await drafts(town)
        person = await stranger(town, kind)
        said = len(heard(person))
        for press in PRESSES:
            if kind.startswith("coordinator") and press in OF_ANY_ORGANISER:
                continue
            await person.forges(press)
            assert toast(person) == NO_RIGHTS, press
            assert len(heard(person)) == said, press
        assert await drafts(town) == before


@pytest.mark.parametrize("kind", ["participant", "trainer"])
async def test_the_command_of_somebody_else_is_refused(kind: str) -> None:
    async with town_of(training()) as town:
        person = await stranger(town, kind)
        for command in ("/nowe", "/new"):
            assert words(await person.writes(command)) == NO_RIGHTS


async def test_a_coordinator_of_another_programme_sees_only_its_drafts() -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(programme="Jesień"))
        await pasted(await organiser(town), ONE)
        jan = await organiser(town, "Jan", Role.COORDINATOR, 2)
        await jan.writes("/nowe")
        assert words(await jan.forges("bu:1")) == "Żaden szkic nie czeka na publikację."


@pytest.mark.parametrize(
    ("press", "text"), [("bf:1:capacity", "30"), ("bg:1", "9-12"), ("bh:1:2", "jutro 8:00"), ("bn", ONE)]
)
async def test_a_role_taken_away_is_gone_before_the_next_answer(press: str, text: str) -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE.replace(", godz. 9:00–12:00", ""))
        await ewa.forges(press)
        before = await drafts(town)
        async with town.bot.storage.transaction() as transaction:
            await transaction.organisers.revoke(Grant(ewa.person.id, Role.COORDINATOR, 1))
        assert words(await ewa.writes(text)) == NO_RIGHTS
        assert await drafts(town) == before


async def test_a_text_in_a_group_is_no_announcement() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await ewa.writes("/nowe")
        group = await gathered(town, ewa)
        group.writes(ewa.person, ONE)
        await town.settle()
        assert not [message for message in group.chat if message.from_bot]
        async with town.bot.storage.reading() as transaction:
            assert await transaction.announcements.get(1) is None


async def test_organisers_commands_come_and_go_with_the_role() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        jan = await invited(maria, "+ prowadzenie", town.resident("Jan", "Nowak"))
        offered = [{name for name, _ in person.person.commands} for person in (maria, ewa, jan)]
        assert [{"nowe", "odwolaj", "zmiany"} <= each for each in offered] == [True, True, False]
        await maria.writes("/organizatorzy")
        await maria.presses("Odbierz: Ewa Lis")
        await maria.presses("Odbierz rolę")
        assert "nowe" not in [name for name, _ in ewa.person.commands]


async def test_help_names_organisers_commands_to_those_who_may_use_them() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        jan = await invited(maria, "+ prowadzenie", town.resident("Jan", "Nowak"))
        helped = [words(await person.writes("/help")) for person in (maria, ewa, jan, town.resident("Anna", "Lis"))]
        assert ["/odwolaj" in each for each in helped] == [True, True, False, False]
        named = set(re.findall(r"/([a-z]+)", helped[1]))
        assert {"nowe", "zmien", "odwolaj", "ogloszenie", "pytania", "kanaly", "zmiany", "organizatorzy"} <= named
        assert named <= {name for names in COMMANDS for name in names}
        assert words(await ewa.presses("Nowe ogłoszenie")).startswith("Nowe szkolenia z ogłoszenia\n")


async def test_the_menu_leads_organisers_to_their_work_and_nobody_else() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        jan = await invited(maria, "+ prowadzenie", town.resident("Jan", "Nowak"))
        shown = [labels(await each.forges("m"))[0] for each in (maria, ewa, jan)]
        assert shown == ["Nowe ogłoszenie", "Nowe ogłoszenie", "Najbliższe szkolenia"]
        assert words(await ewa.presses("Nowe ogłoszenie")).startswith("Nowe szkolenia z ogłoszenia\n")


async def test_a_new_organiser_is_shown_where_to_begin() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        assert labels(maria.last) == ["Nowe ogłoszenie", "Jak to działa", "Organizatorzy", "Menu"]
        jan = await invited(maria, "+ prowadzenie", town.resident("Jan", "Nowak"))
        assert labels(jan.last) == ["Organizatorzy", "Menu"]
