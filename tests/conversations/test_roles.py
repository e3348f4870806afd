"""Organisers: one-time invitations, what each role may do, taking roles away; everybody else changes nothing."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from bot.serving import invite_first_administrator
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.programmes import training
from tests.conversations.towns import signed_up, town_of

INVALID = "To zaproszenie jest nieważne. Prosimy o nowe u osoby, która je przysłała."
NO_RIGHTS = "Ta funkcja jest dla organizatorów."
INVITES = ["+ administracja", "+ koordynacja", "+ prowadzenie"]


async def first_link(town: Town) -> str:
    """Return the payload of the first administrator's link."""
    said: list[str] = []
    token = await invite_first_administrator(town.bot, said.append)
    assert said == [
        (
            "There is no administrator yet. Open this link once, within a week: "
            f"https://t.me/terminarz_demo_bot?start=i{token}"
        )
    ]
    return f"i{token}"


async def administrator(town: Town, first_name: str = "Maria") -> Resident:
    """Return the first administrator."""
    person = town.resident(first_name, "Wiśniewska")
    await person.starts(await first_link(town))
    await person.presses("Przyjmuję")
    return person


async def invited(by: Resident, button: str, person: Resident) -> Resident:
    """Let an organiser invite somebody, who accepts."""
    await by.writes("/organizatorzy")
    await by.presses(button)
    link = by.person.presses("Kopiuj link")
    assert link is not None
    person.person.opens(link)
    await by.town.settle()
    await person.presses("Przyjmuję")
    return person


async def organisers(person: Resident) -> list[str]:
    """Return the rows of the list of organisers as a person reads it."""
    return words(await person.writes("/organizatorzy")).split("\n")[2:]


async def test_the_first_administrators_link_gives_the_role_once() -> None:
    async with town_of(training()) as town:
        maria, anna = town.resident("Maria", "Wiśniewska"), town.resident("Anna", "Nowak")
        link = await first_link(town)
        assert words(await maria.starts(link)).startswith(
            "Zaproszenie do organizowania szkoleń\nRola: administracja\n\n"
            "Ta rola obejmuje wszystko: ogłoszenia, zmiany, wiadomości do osób, grupy i kanały, role. "
        )
        assert labels(maria.last) == ["Przyjmuję", "Nie teraz"]
        assert words(await maria.presses("Przyjmuję")).startswith("✅ Rola przyjęta: administracja\n")
        for person in (anna, maria):
            assert words(await person.starts(link)) == INVALID
        assert await organisers(maria) == ["Maria Wiśniewska · administracja"]
        assert words(await anna.writes("/organizatorzy")) == NO_RIGHTS


async def test_whoever_accepts_first_has_it_even_if_both_saw_the_invitation() -> None:
    async with town_of(training()) as town:
        maria, anna = town.resident("Maria", "Wiśniewska"), town.resident("Anna", "Nowak")
        link = await first_link(town)
        for person in (maria, anna):
            await person.starts(link)
        for person in (maria, anna):
            person.person.presses("Przyjmuję")
        await town.settle()
        assert words(maria.last).startswith("✅ Rola przyjęta: administracja\n")
        assert words(anna.last) == INVALID
        assert await organisers(maria) == ["Maria Wiśniewska · administracja"]


async def test_an_invitation_left_for_now_can_be_accepted_later() -> None:
    async with town_of(training()) as town:
        maria = town.resident("Maria", "Wiśniewska")
        link = await first_link(town)
        await maria.starts(link)
        assert words(await maria.presses("Nie teraz")) == "Terminarz\nCo pokazać?"
        await maria.starts(link)
        assert words(await maria.presses("Przyjmuję")).startswith("✅ Rola przyjęta: administracja\n")


async def test_an_invitation_expires_after_a_week() -> None:
    async with town_of(training()) as town:
        maria = town.resident("Maria", "Wiśniewska")
        link = await first_link(town)
        await maria.starts(link)
        await town.passes(timedelta(days=7))
        assert words(await maria.presses("Przyjmuję")) == INVALID
        assert words(await maria.starts(link)) == INVALID


async def test_a_newer_first_link_voids_the_older_and_none_is_made_once_there_is_somebody() -> None:
    async with town_of(training()) as town:
        maria = town.resident("Maria", "Wiśniewska")
        older, newer = await first_link(town), await first_link(town)
        assert words(await maria.starts(older)) == INVALID
        await maria.starts(newer)
        await maria.presses("Przyjmuję")
        assert await invite_first_administrator(town.bot, pytest.fail) is None


@pytest.mark.parametrize("forged", ["n:abc", f"n:{'x' * 60}", "n:", "n:../..", f"n:{'x' * 61}"])
async def test_an_invented_acceptance_gives_nothing(forged: str) -> None:
    async with town_of(training()) as town:
        await first_link(town)
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        await anna.forges(forged)
        assert words(await anna.writes("/organizatorzy")) == NO_RIGHTS


async def test_an_administrator_invites_every_role() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        assert labels(await maria.writes("/organizatorzy")) == [*INVITES, "Odbierz: Maria Wiśniewska", "Menu"]
        await maria.presses("+ koordynacja")
        assert words(maria.last).startswith(
            "Zaproszenie jednorazowe, ważne 7 dni\nRola: koordynacja\nProgram: Wiosna\n"
            "Prosimy przekazać ten link tylko jednej osobie:\nhttps://t.me/terminarz_demo_bot?start=i"
        )
        for button, name in (("+ administracja", "Anna"), ("+ koordynacja", "Ewa"), ("+ prowadzenie", "Jan")):
            await invited(maria, button, town.resident(name, "Nowak"))
        assert await organisers(maria) == [
            "Maria Wiśniewska · administracja",
            "Anna Nowak · administracja",
            "Ewa Nowak · koordynacja · Wiosna",
            "Jan Nowak · prowadzenie · Wiosna",
        ]


async def test_a_coordinator_invites_trainers_of_the_programme_and_nobody_else() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        assert labels(await ewa.writes("/organizatorzy")) == ["+ prowadzenie", "Menu"]
        await invited(ewa, "+ prowadzenie", town.resident("Jan", "Nowak"))
        before = await organisers(maria)
        await ewa.writes("/organizatorzy")
        for forged in (
            "oi:administrator:0",
            "oi:coordinator:1",
            "oi:trainer:2",
            "oi:trainer:0",
            f"oc:administrator:{maria.person.id}:0",
            f"oc:trainer:{town.world.people[-1].id}:1",
        ):
            await ewa.forges(forged)
            assert toast(ewa) == NO_RIGHTS
        assert await organisers(maria) == before


@pytest.mark.parametrize("role", ["participant", "trainer"])
async def test_participants_and_trainers_are_refused_whatever_they_press(role: str) -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        anna = await signed_up(town, "Anna")
        if role == "trainer":
            await invited(maria, "+ prowadzenie", anna)
        before, messages = await organisers(maria), len(heard(anna))
        for forged in (
            "oi:administrator:0",
            "oi:coordinator:1",
            "oi:trainer:1",
            f"oi:administrator:{1}",
            f"oc:administrator:{maria.person.id}:0",
            f"oc:trainer:{anna.person.id}:1",
        ):
            shown = words(anna.last)
            await anna.forges(forged)
            assert toast(anna) == NO_RIGHTS
            assert words(anna.last) == shown
        assert len(heard(anna)) == messages
        assert await organisers(maria) == before
        assert all("start=i" not in text for text in heard(anna))


@pytest.mark.parametrize("forged", ["o", "or:administrator:5000000001:0"])
async def test_a_participant_sees_no_organisers(forged: str) -> None:
    async with town_of(training()) as town:
        await administrator(town)
        anna = await signed_up(town, "Anna")
        await anna.forges(forged)
        assert toast(anna) == NO_RIGHTS
        assert "Wiśniewska" not in "".join(heard(anna))


async def test_a_role_taken_away_ends_at_once() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        await ewa.writes("/organizatorzy")
        await maria.writes("/organizatorzy")
        assert words(await maria.presses("Odbierz: Ewa Lis")) == "Odebrać rolę? Ewa Lis · koordynacja"
        assert labels(maria.last) == ["Zostaw", "Odbierz rolę"]
        assert words(await maria.presses("Odbierz rolę")).split("\n")[2:] == ["Maria Wiśniewska · administracja"]
        await ewa.presses("+ prowadzenie")
        assert toast(ewa) == NO_RIGHTS
        assert words(await ewa.writes("/organizatorzy")) == NO_RIGHTS


async def test_a_role_is_kept_when_the_question_is_answered_so() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        await maria.writes("/organizatorzy")
        await maria.presses("Odbierz: Ewa Lis")
        await maria.presses("Zostaw")
        assert await organisers(ewa) == ["Maria Wiśniewska · administracja", "Ewa Lis · koordynacja · Wiosna"]


async def test_a_role_lost_between_the_question_and_the_tap_takes_nothing_away() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        anna = await invited(maria, "+ administracja", town.resident("Anna", "Nowak"))
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        await anna.writes("/organizatorzy")
        await anna.presses("Odbierz: Ewa Lis")
        await maria.writes("/organizatorzy")
        await maria.presses("Odbierz: Anna Nowak")
        await maria.presses("Odbierz rolę")
        await anna.presses("Odbierz rolę")
        assert toast(anna) == NO_RIGHTS
        assert await organisers(ewa) == ["Maria Wiśniewska · administracja", "Ewa Lis · koordynacja · Wiosna"]


async def test_the_last_administrator_stays() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        await maria.writes("/organizatorzy")
        await maria.presses("Odbierz: Maria Wiśniewska")
        await maria.presses("Odbierz rolę")
        assert toast(maria) == "To jedyna osoba w administracji."
        anna = await invited(maria, "+ administracja", town.resident("Anna", "Nowak"))
        await maria.writes("/organizatorzy")
        await maria.presses("Odbierz: Maria Wiśniewska")
        await maria.presses("Odbierz rolę")
        assert await organisers(anna) == ["Anna Nowak · administracja"]
        assert words(await maria.writes("/organizatorzy")) == NO_RIGHTS


@pytest.mark.parametrize("identity", [2**31 + 1, 2**52 - 1])
async def test_people_with_long_ids_can_organise(identity: int) -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        person = Resident(town.world.person("Jan", "Lis", language="pl", id=identity), town)
        await invited(maria, "+ administracja", person)
        await maria.writes("/organizatorzy")
        await maria.presses("Odbierz: Jan Lis")
        assert words(await maria.presses("Odbierz rolę")).split("\n")[2:] == ["Maria Wiśniewska · administracja"]


async def test_with_several_programmes_invitations_name_theirs() -> None:
    async with town_of(training()) as town:
        await town.imports('{"programme": "Jesień", "organiser": "Metropolia Nadmorska", "trainings": []}')
        maria = await administrator(town)
        assert labels(await maria.writes("/organizatorzy")) == [
            "+ administracja",
            "1. + koordynacja",
            "1. + prowadzenie",
            "2. + koordynacja",
            "2. + prowadzenie",
            "Odbierz: Maria Wiśniewska",
            "Menu",
        ]
        ewa = await invited(maria, "2. + koordynacja", town.resident("Ewa", "Lis"))
        assert (await organisers(ewa))[1] == "Ewa Lis · koordynacja · Jesień"
        await ewa.forges("oi:trainer:1")
        assert toast(ewa) == NO_RIGHTS


async def test_organising_speaks_english() -> None:
    async with town_of(training()) as town:
        john = town.resident("John", "Smith", language="en")
        assert words(await john.starts(await first_link(town))).startswith(
            "An invitation to organise trainings\nRole: "
        )
        await john.presses("Accept")
        assert words(await john.writes("/organisers")).startswith("Organisers\n\nJohn Smith · ")


async def test_the_only_administrator_is_warned_before_erasing(town: Town) -> None:
    maria = town.resident("Maria", "Wiśniewska")
    await maria.starts(f"i{await invite_first_administrator(town.bot, lambda _: None)}")
    await maria.presses("Przyjmuję")
    asked = words(await maria.forges("da"))
    assert "Skończy się też rola w organizowaniu szkoleń." in asked
    assert "To jedyna osoba w administracji." in asked
