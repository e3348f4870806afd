"""Deliveries: organisers see what became of all that was said of a training, and hear unasked whom it did not reach."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident, Town
from domain.official import Role
from playground import faults
from playground.faults import Fault
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.messages import organiser
from tests.conversations.organised import budget, calls_off, changes, coordinator, organised, trainer
from tests.conversations.programmes import BUDGET
from tests.conversations.towns import WARSAW, at, queue_of, signed_up, town_of

HEAD = f"Doręczenia\n{BUDGET}\n\n"
LEGEND = "█ doręczone · ▒ nie doręczone lub niepewne · ░ czekają"
TOLD = f"⚠️ Nie do wszystkich dotarła zmiana\n{BUDGET}\n"
SEATS = budget(seats=3)


async def lost(town: Town, maria: Resident) -> list[Resident]:
    """Change training 1 for three people, of whom one blocked the bot and one answer gets lost."""
    people = await queue_of(town, "Anna", "Ewa", "Jan")
    await changes(maria, Termin="7 maja 10:00")
    people[1].person.blocks()
    cut = Fault(faults.cut(), method="sendDocument", chat=people[0].person.id, after=True, times=None)
    town.world.faults.add(cut)
    await town.passes(timedelta(minutes=30))
    return list(people)


def alarms(person: Resident) -> list[str]:
    """Return what a person heard unasked of those who were not reached."""
    return [text for text in heard(person) if text.startswith("⚠️ Nie do wszystkich")]


async def test_the_picture_has_a_bar_and_numbers_in_words_for_each_kind() -> None:
    async with organised(SEATS) as (town, maria):
        await lost(town, maria)
        await maria.writes("/zmien 1")
        await maria.forges("x:1")
        await maria.presses("Doręczenia")
        assert words(maria.last) == (
            f"{HEAD}Przypomnienie dzień wcześniej\n░░░░░░░░░░░░\nczekają: 3\n\n"
            "Przypomnienie tuż przed\n░░░░░░░░░░░░\nczekają: 3\n\n"
            f"Zmiana\n████▒▒▒▒▒▒▒▒\ndoręczone: 1 · nie doręczone: 1 · bez potwierdzenia: 1\n\n{LEGEND}"
        )
        assert labels(maria.last) == ["Zadzwonić: 2 osoby", "Zarządzaj", "Menu"]


async def test_whom_to_telephone_stands_there_by_name_with_the_reason() -> None:
    async with organised(SEATS) as (town, maria):
        await lost(town, maria)
        await maria.forges("dl:1:1")
        await maria.presses("Zadzwonić: 2\N{NO-BREAK SPACE}osoby")
        assert words(maria.last) == (
            f"Warto zadzwonić\n{BUDGET}\n\n"
            "• Anna Nowak – Zmiana: Telegram nie potwierdził doręczenia, choć mogło się udać\n"
            "• Ewa Nowak – Zmiana: blokada bota w Telegramie albo nieczynne konto"
        )
        assert labels(maria.last) == ["Doręczenia", "Zarządzaj", "Menu"]


async def test_nobody_is_telephoned_about_a_change_who_got_the_cancellation_after_it() -> None:
    async with organised(SEATS) as (town, maria):
        anna, ewa, _ = await lost(town, maria)
        town.world.faults.clear()
        ewa.person.unblocks()
        await town.settle()
        await maria.writes("/menu")
        await calls_off(maria, "choroba")
        await town.passes(timedelta(minutes=30))
        assert [words(each.last).split("\n")[0] for each in (anna, ewa)] == ["❌ Szkolenie odwołane"] * 2
        await maria.forges("dl:1:1")
        assert labels(maria.last) == ["Zarządzaj", "Menu"]


async def test_organisers_hear_once_and_unasked_whom_a_change_did_not_reach() -> None:
    async with organised(SEATS) as (town, maria):
        piotr = await coordinator(maria)
        await lost(town, maria)
        counted = "Nie wiadomo na pewno, czy wiedzą o tym 2 osoby z listy. Warto zadzwonić."
        assert alarms(maria) == alarms(piotr) == [TOLD + counted]
        assert labels(piotr.last) == ["Do kogo zadzwonić", "Doręczenia", "Menu"]
        assert words(await piotr.presses("Do kogo zadzwonić")).startswith("Warto zadzwonić\n")
        await town.passes(timedelta(days=3))
        assert len(alarms(maria)) == 1
        assert alarms(piotr) == []  # the list took its place, and it did not come again


async def test_a_second_change_that_does_not_arrive_is_told_again() -> None:
    async with organised(SEATS) as (town, maria):
        await lost(town, maria)
        await maria.writes("/menu")
        await changes(maria, Termin="8 maja 10:00")
        await town.passes(timedelta(minutes=30))
        assert len(alarms(maria)) == 2


async def test_nothing_is_told_while_part_of_it_still_waits() -> None:
    async with organised(SEATS) as (town, maria):
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await ewa.forges("ps:0:9")  # quiet until nine in the morning
        await changes(maria, Termin="12 maja 10:00")
        anna.person.blocks()
        await town.passes(timedelta(minutes=30))
        assert alarms(maria) == []
        await town.passes(timedelta(minutes=31))
        assert len(alarms(maria)) == 1


async def test_a_change_before_days_off_is_told_of_when_the_last_have_heard() -> None:
    async with organised(budget(start="2026-05-20T09:00", end=None), now="2026-04-30T19:30") as (town, maria):
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await ewa.forges("ps:19:7")  # quiet by now, and until after the long weekend
        await changes(maria, Termin="21 maja 10:00")
        anna.person.blocks()
        await town.until(at("2026-05-04T06:59"))
        assert alarms(maria) == []
        await town.until(at("2026-05-04T07:30"))
        assert len(alarms(maria)) == 1


async def test_a_cancellation_that_does_not_arrive_is_told_so() -> None:
    async with organised(SEATS) as (town, maria):
        anna = await signed_up(town, "Anna")
        anna.person.blocks()
        await calls_off(maria)
        await town.passes(timedelta(minutes=30))
        one = "Nie wiadomo na pewno, czy wie o tym 1 osoba z listy. Warto zadzwonić."
        assert alarms(maria) == [f"⚠️ Nie do wszystkich dotarło odwołanie\n{BUDGET}\n{one}"]


async def test_what_reached_everybody_is_told_to_nobody() -> None:
    async with organised(SEATS) as (town, maria):
        await queue_of(town, "Anna", "Ewa")
        await changes(maria, Termin="7 maja 10:00")
        await town.passes(timedelta(hours=2))
        assert alarms(maria) == []
        assert words(await maria.forges("du:1:1")).endswith("\n\nWszystko dotarło do osób z listy.")


async def test_a_restart_tells_nothing_again(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'kept.db'}"
    async with organised(SEATS, database=database) as (town, maria):
        await lost(town, maria)
        assert len(alarms(maria)) == 1
        later = town.clock.now()
    async with town_of(now=f"{later.astimezone(WARSAW):%Y-%m-%dT%H:%M}", database=database) as town:
        await town.passes(timedelta(days=1))
        assert not any("dotarła" in str(call.params.get("text")) for call in town.world.calls)


async def test_who_left_the_list_is_not_telephoned() -> None:
    async with organised(SEATS) as (town, maria):
        anna, *_ = await lost(town, maria)
        town.world.faults.clear()
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(minutes=2))
        assert "Anna" not in words(await maria.forges("du:1:1"))


async def test_the_erased_stand_in_no_list() -> None:
    async with organised(SEATS) as (town, maria):
        anna, *_ = await lost(town, maria)
        town.world.faults.clear()
        await anna.forges("de")
        assert "Anna" not in words(await maria.forges("du:1:1"))
        assert "bez potwierdzenia" not in words(await maria.forges("dl:1:1"))


async def test_who_has_a_seat_and_cannot_be_reached_is_named() -> None:
    async with organised(SEATS) as (town, maria):
        ewa = await signed_up(town, "Ewa")
        async with town.bot.storage.transaction() as transaction:
            await transaction.officials.lost(ewa.person.id, "blocked")
        assert words(await maria.forges("du:1:1")).endswith("\n• Ewa Nowak – ma miejsce, ale bot nie może napisać")


@pytest.mark.parametrize("press", ["dl:1:1", "du:1:1"])
@pytest.mark.parametrize("who", ["nobody", "trainer", "another"])
async def test_it_is_refused_to_everybody_but_organisers_of_the_programme(press: str, who: str) -> None:
    async with organised(SEATS) as (town, maria):
        await lost(town, maria)
        if who == "trainer":
            person = await trainer(maria)
        elif who == "another":
            await town.imports(OTHER)
            person = await organiser(town, "Olaf", Role.COORDINATOR, programme=2)
        else:
            person = await signed_up(town, "Ola")
        before = heard(person)
        await person.forges(press)
        assert heard(person) == before
        assert toast(person) == "Ta funkcja jest dla organizatorów."


OTHER = (
    '{"programme": "Jesień", "organiser": "Powiat", "timezone": "Europe/Warsaw",'
    ' "trainings": [{"id": "x", "title": "Kadry", "start": "2026-06-01T09:00"}]}'
)


@pytest.mark.parametrize("press", ["dl:999:1", "du:999:1", "dl:1:99", "du:1:99", "dl:1:0"])
async def test_a_forged_page_or_number_is_answered(press: str) -> None:
    async with organised(SEATS) as (town, maria):
        await lost(town, maria)
        await maria.forges(press)
        assert "Menu" in labels(maria.last)
        assert town.world.state.queries.unanswered(maria.person.user) == []
