"""Digests: new trainings gathered once a week, never both at once and gathered, never twice."""

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import heard, labels, news, words
from tests.conversations.programmes import Json, programme_of, training
from tests.conversations.test_news import ARCHIVE, GATHERED, GREENERY, OLD, STOP, TAXES, subscribed
from tests.conversations.towns import at, town_of

WEEKLY = ("Wszystkie nowe", GATHERED)
HEAD = "Nowe szkolenia z minionego tygodnia"


async def published(town: Town, moment: str, *trainings: Json) -> None:
    """Publish trainings at a moment."""
    await town.until(at(moment))
    await town.imports(programme_of(*trainings))


def titles(text: str) -> list[str]:
    """Return the titles that a message of several trainings lists."""
    return [line.partition(" – ")[2].partition(" · ")[0] for line in text.split("\n")[2:]]


async def told(town: Town, person: Resident, until: str) -> list[str]:
    """Return what a person hears until then."""
    before = len(heard(person))
    await town.until(at(until))
    return news(person, before)


async def test_a_weeks_trainings_come_together_on_monday_at_eight() -> None:
    async with town_of(OLD) as town:  # a Monday, 8:00
        anna = await subscribed(town, "Anna", *WEEKLY)
        await published(town, "2026-04-27T10:00", ARCHIVE)
        await published(town, "2026-04-30T12:00", TAXES)
        await published(town, "2026-05-03T23:00", GREENERY)
        assert await told(town, anna, "2026-05-04T07:59") == []
        [digest] = await told(town, anna, "2026-05-11T08:00")
        assert digest.split("\n")[0] == HEAD
        assert titles(digest) == ["Archiwum", "Podatki", "Zieleń"]
        assert labels(anna.last) == ["2", "3", "4", "Wszystkie terminy", "Rzadziej takie wiadomości"]


async def test_each_week_has_its_own_and_an_empty_one_none() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", *WEEKLY)
        await published(town, "2026-04-28T10:00", ARCHIVE)
        await published(town, "2026-05-04T08:30", TAXES)
        first, second = [text.split("\n")[:2] for text in news(anna, len(heard(anna)) - 1)], []
        assert first == [["Nowe szkolenie", "Archiwum"]]
        second = [text.split("\n")[:2] for text in await told(town, anna, "2026-05-11T08:00")]
        assert second == [["Nowe szkolenie", "Podatki"]]
        assert await told(town, anna, "2026-05-20T08:00") == []


async def test_a_digest_due_on_a_holiday_comes_on_the_next_working_day() -> None:
    late = training("Lato", "2026-06-20T09:00")
    async with town_of(OLD, now="2026-03-31T10:00") as town:  # Easter Monday is 6 April
        anna = await subscribed(town, "Anna", *WEEKLY)
        await published(town, "2026-03-31T11:00", late)
        assert await told(town, anna, "2026-04-07T07:59") == []
        assert len(await told(town, anna, "2026-04-07T08:00")) == 1


async def test_a_digest_holds_chosen_topics_alone() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wybrane tematy", "⬜ Finanse", "Wstecz", GATHERED)
        await published(town, "2026-04-28T10:00", ARCHIVE, TAXES, GREENERY)
        told_of = [text.split("\n")[:2] for text in await told(town, anna, "2026-05-04T08:00")]
        assert told_of == [["Nowe szkolenie", "Podatki"]]


async def test_what_was_to_come_at_once_joins_the_digest_and_is_told_once() -> None:
    async with town_of(OLD, now="2026-04-27T19:30") as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await town.imports(programme_of(ARCHIVE))
        await anna.presses(GATHERED)
        await published(town, "2026-04-29T10:00", TAXES)
        assert [titles(text) for text in await told(town, anna, "2026-05-12T08:00")] == [["Archiwum", "Podatki"]]


async def test_what_waited_in_the_digest_comes_at_once_when_wanted_so() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", *WEEKLY)
        await published(town, "2026-04-28T20:00", ARCHIVE, TAXES)
        await anna.presses("Od razu")
        assert await told(town, anna, "2026-04-29T07:59") == []
        assert [titles(text) for text in await told(town, anna, "2026-05-12T08:00")] == [["Archiwum", "Podatki"]]


async def test_there_and_back_is_told_once() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", *WEEKLY)
        await published(town, "2026-04-28T20:00", ARCHIVE, TAXES)
        for label in ("Od razu", GATHERED, "Od razu", GATHERED):
            await anna.presses(label)
        assert await told(town, anna, "2026-05-04T07:59") == []
        assert [titles(text) for text in await told(town, anna, "2026-05-12T08:00")] == [["Archiwum", "Podatki"]]


async def test_a_topic_dropped_meanwhile_is_left_out_of_the_digest() -> None:
    async with town_of(OLD) as town:
        await published(town, "2026-04-27T09:00", training("Pisma", "2026-05-12T09:00", topics=["Archiwum"]))
        topics = ("Wybrane tematy", "⬜ Archiwum", "⬜ Finanse", "Wstecz", GATHERED)
        anna = await subscribed(town, "Anna", *topics)
        await published(town, "2026-04-28T10:00", ARCHIVE, TAXES)
        await anna.presses("✅ Wybrane tematy")
        await anna.presses("✅ Archiwum")
        told_of = [text.split("\n")[:2] for text in await told(town, anna, "2026-05-04T08:00")]
        assert told_of == [["Nowe szkolenie", "Podatki"]]


async def test_turned_off_meanwhile_the_digest_is_not_told() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", *WEEKLY)
        await published(town, "2026-04-28T10:00", ARCHIVE)
        assert words(await anna.presses(STOP)).startswith("Nowe szkolenia\n\nTeraz nie piszemy")
        assert await told(town, anna, "2026-05-12T08:00") == []
