"""Scheduled announcements that cannot be published when their hour comes: those whose affair it is hear of it."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from domain.official import Grant, Role
from tests.conversations.announcements import ONE, pasted, published
from tests.conversations.hearing import heard, news, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import town_of

NOT_PUBLISHED = "Zaplanowane ogłoszenie nie zostało opublikowane"
A_DAY = timedelta(days=1)


async def scheduled(organiser: Resident, text: str = ONE) -> None:
    """Let an organiser paste a text and have it published on the next morning."""
    await pasted(organiser, text)
    await organiser.presses("Dalej: publikacja")
    await organiser.presses("Wybierz godzinę")
    assert "Publikacja: jutro o 8:00" in words(await organiser.writes("jutro 8:00"))


def warnings(person: Resident, before: int) -> list[str]:
    """Return what a person heard of announcements that were not published."""
    return [text for text in news(person, before) if NOT_PUBLISHED in text]


async def loses_the_role(town: Town, person: Resident) -> None:
    async with town.bot.storage.transaction() as transaction:
        await transaction.organisers.revoke(Grant(person.person.id, Role.COORDINATOR, 1))


async def erases_everything(_: Town, person: Resident) -> None:
    await person.writes("/privacy")
    await person.forges("de")


async def test_whoever_scheduled_it_hears_that_it_is_public() -> None:
    async with town_of(training()) as town:
        ewa, jan = await organiser(town), await organiser(town, "Jan")
        await scheduled(ewa)
        before, others = len(heard(ewa)), len(heard(jan))
        await town.passes(A_DAY)
        assert [text.split("\n") for text in news(ewa, before)] == [
            ["✅ Opublikowano 1 termin", "", "O wybranej godzinie, zgodnie z planem.", "", "Prawo opcji"]
        ]
        assert len(heard(jan)) == others


async def test_who_scheduled_what_somebody_changed_meanwhile_hears_that_it_waits() -> None:
    async with town_of(training()) as town:
        ewa, jan = await organiser(town), await organiser(town, "Jan")
        await published(ewa)
        await scheduled(ewa, ONE.replace("25", "30"))
        await jan.forges("xe:2")
        await jan.presses("Cena")
        await jan.writes("50 zł")
        await jan.presses("Zatwierdzenie")
        await jan.presses("Zmień")
        before = len(heard(ewa))
        await town.passes(A_DAY)
        (said,) = warnings(ewa, before)
        assert "Prawo opcji" in said
        assert "/nowe" in said
        assert "Liczba miejsc: 25 → 30" in words(await ewa.forges("bs:2:1"))


@pytest.mark.parametrize("ends", [loses_the_role, erases_everything])
async def test_what_was_scheduled_by_somebody_without_the_role_waits_for_the_others(ends: object) -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(programme="Jesień"))
        ewa, jan, maria = await organiser(town), await organiser(town, "Jan"), await organiser(town, "Maria")
        other = await organiser(town, "Ola", Role.COORDINATOR, 2)
        await scheduled(ewa)
        assert callable(ends)
        await ends(town, ewa)
        people = (ewa, jan, maria, other)
        before = [len(heard(person)) for person in people]
        await town.passes(A_DAY)
        assert [len(warnings(*each)) for each in zip(people, before, strict=True)] == [0, 1, 1, 0]
        assert "1. śr., 09.09.2026, 9:00 – Prawo opcji" in words(await jan.forges("bs:1:1"))
        assert await town.next_due() is None


async def test_what_was_published_while_it_waited_is_not_published_twice() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await scheduled(ewa)
        await published(ewa)
        before = len(heard(ewa))
        await town.passes(A_DAY)
        assert len(warnings(ewa, before)) == 1
        assert await titles(town) == ["Budżet gminy", "Prawo opcji"]


async def test_of_two_schedules_of_one_training_the_first_publishes_it() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await scheduled(ewa)
        await scheduled(ewa)
        before = len(heard(ewa))
        await town.passes(A_DAY)
        assert len(warnings(ewa, before)) == 1
        assert await titles(town) == ["Budżet gminy", "Prawo opcji"]


async def test_another_group_at_another_hour_is_published_as_scheduled() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await published(ewa)
        await ewa.forges("xy:2")
        await ewa.writes("09.09.2026 13:00-16:00")
        await ewa.forges("bl:2")
        await ewa.presses("Wybierz godzinę")
        await ewa.writes("jutro 8:00")
        await town.passes(A_DAY)
        assert await titles(town) == ["Budżet gminy", "Prawo opcji", "Prawo opcji"]


async def titles(town: Town) -> list[str]:
    """Return the titles of all that is public."""
    async with town.bot.storage.reading() as transaction:
        return [each.training.details.title or "" for each in await transaction.trainings.of_programme(1)]
