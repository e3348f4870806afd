"""News: whoever wants to hear of new trainings does, once, in the hours for it, of those still worth telling."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident, Town, found
from playground.clock import ManualClock
from tests.conversations.hearing import heard, labels, news, words
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.towns import at, signed_up, town_of

OLD = training(topics=["Finanse"])
ARCHIVE = training("Archiwum", "2026-05-20T09:00", topics=["Archiwum", "Obieg pism"], seats=12)
TAXES = training("Podatki", "2026-05-21T09:00", topics=["FINANSE"])
GREENERY = training("Zieleń", "2026-05-22T09:00")
GATHERED = "Raz w\N{NO-BREAK SPACE}tygodniu"
STOP = "Nie pisz o\N{NO-BREAK SPACE}nowych"
PLAIN_NEWS = (
    "Nowe szkolenie\nArchiwum\nśroda, 20 maja, godz. 9:00\nmiejsce do potwierdzenia\nMiejsca: zostało 12 miejsc z 12"
)


async def subscribed(town: Town, name: str, *presses: str) -> Resident:
    """Return somebody who made these choices on the screen of new trainings."""
    person = town.resident(name, "Nowak")
    await person.writes("/settings")
    for label in ("Nowe szkolenia: nie", *presses):
        await person.presses(label)
    return person


async def hears(town: Town, person: Resident, *trainings: Json, until: str, silent: bool = False) -> list[str]:
    """Publish trainings and return what a person hears until then."""
    before = len(heard(person))
    await town.imports(programme_of(*trainings), silent=silent)
    await town.until(at(until))
    return news(person, before)


async def test_nobody_hears_of_news_unless_they_asked_for_it() -> None:
    async with town_of(OLD) as town:
        anna = await signed_up(town, "Anna")
        assert await hears(town, anna, ARCHIVE, until="2026-05-05T08:00") == []


async def test_a_new_training_is_told_at_once_to_who_wants_all() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        assert await hears(town, anna, OLD, ARCHIVE, until="2026-04-27T08:00") == [PLAIN_NEWS]
        assert labels(anna.last) == ["Zapisz mnie", "Szczegóły", "Nie dla mnie", "Rzadziej takie wiadomości"]
        assert words(await anna.presses("Zapisz mnie")).startswith("Trzymamy miejsce przez 15 minut\n")


async def test_what_is_published_in_the_evening_is_told_at_eight_on_the_next_working_day() -> None:
    async with town_of(OLD, now="2026-04-30T19:05") as town:  # Thursday; Friday is a public holiday
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        assert await hears(town, anna, ARCHIVE, until="2026-05-04T07:59") == []
        assert await hears(town, anna, ARCHIVE, until="2026-05-04T08:00") == [PLAIN_NEWS]


async def test_a_persons_own_quiet_time_is_kept_too() -> None:
    async with town_of(OLD, now="2026-04-27T18:30") as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await anna.forges("ps:18:10")
        assert await hears(town, anna, ARCHIVE, until="2026-04-28T09:59") == []
        assert await hears(town, anna, ARCHIVE, until="2026-04-28T10:00") == [PLAIN_NEWS]


async def test_a_topic_is_heard_of_whatever_its_case_and_accents() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wybrane tematy", "⬜ Finanse")
        told = await hears(town, anna, OLD, ARCHIVE, TAXES, GREENERY, until="2026-04-28T20:00")
        assert [text.split("\n")[:2] for text in told] == [["Nowe szkolenie", "Podatki"]]


async def test_what_is_published_together_is_one_message() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        assert await hears(town, anna, ARCHIVE, TAXES, until="2026-04-28T20:00") == [
            (
                "Nowe szkolenia\n\n2. śr., 20 maja, 9:00 – Archiwum · 12 miejsc\n"
                "3. czw., 21 maja, 9:00 – Podatki · zapisy otwarte"
            )
        ]
        assert labels(anna.last) == ["2", "3", "Wszystkie terminy", "Rzadziej takie wiadomości"]
        assert words(await anna.presses("3")).startswith("Podatki\n")


async def test_a_silent_import_announces_nothing() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        assert await hears(town, anna, ARCHIVE, until="2026-05-05T08:00", silent=True) == []
        assert await hears(town, anna, ARCHIVE, until="2026-05-05T08:00") == []


async def test_what_is_known_is_not_new() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        assert await hears(town, anna, OLD | {"summary": "Nowe"}, until="2026-04-28T20:00") == []


@pytest.mark.parametrize(
    "stated",
    [
        {"status": "cancelled"},
        {"start": "2026-04-20T09:00"},
        {"signup_deadline": "2026-04-26"},
    ],
    ids=["called off", "over", "closed"],
)
async def test_what_one_cannot_sign_up_for_is_not_announced(stated: Json) -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        assert await hears(town, anna, ARCHIVE | stated, until="2026-04-28T20:00") == []


@pytest.mark.parametrize(
    "stated", [{"status": "cancelled"}, {"start": "2026-04-27T21:00"}, {"signup_deadline": "2026-04-27"}]
)
async def test_what_lost_its_use_in_the_night_is_left_out(stated: Json) -> None:
    async with town_of(OLD, now="2026-04-27T19:30") as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await town.imports(programme_of(ARCHIVE, TAXES))
        told = await hears(town, anna, ARCHIVE | stated, until="2026-04-28T08:00")
        assert [text.split("\n")[:2] for text in told] == [["Nowe szkolenie", "Podatki"]]


async def test_a_training_joined_or_followed_meanwhile_is_no_news() -> None:
    form = GREENERY | {"signup_url": "https://zapisy.example.org/x"}
    async with town_of(OLD, now="2026-04-27T19:30") as town:
        anna = await signed_up(town, "Anna")
        await anna.forges("vh:all")
        await town.imports(programme_of(ARCHIVE, form))
        await anna.writes("/zapisz 2")
        await anna.forges("f:3")
        before = len(heard(anna))
        await town.until(at("2026-04-29T08:00"))
        assert news(anna, before) == []


async def test_who_turned_it_off_meanwhile_hears_nothing() -> None:
    async with town_of(OLD, now="2026-04-27T19:30") as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await town.imports(programme_of(ARCHIVE))
        await anna.presses(STOP)
        before = len(heard(anna))
        await town.until(at("2026-04-29T08:00"))
        assert news(anna, before) == []


async def test_a_restart_in_the_night_loses_and_doubles_nothing(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/kept.db"
    async with town_of(OLD, now="2026-04-27T19:30", database=database) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await town.imports(programme_of(ARCHIVE))
        assert anna.last.text.startswith("Nowe szkolenia\n")
    text, clock = programme_of(ARCHIVE), ManualClock(at("2026-04-28T07:00"))
    async with found(text, database=database, clock=clock, seed=2) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        assert await hears(town, anna, ARCHIVE, until="2026-05-12T08:00") == [PLAIN_NEWS]


async def test_a_training_that_is_not_for_one_is_put_aside() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await hears(town, anna, ARCHIVE, until="2026-04-27T09:00")
        assert words(await anna.presses("Nie dla mnie")) == (
            "W porządku.\nArchiwum – środa, 20 maja, godz. 9:00\nO innych nowych szkoleniach nadal napiszemy."
        )


async def test_news_can_be_made_rarer_beside_the_message_that_was_too_much() -> None:
    async with town_of(OLD) as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await hears(town, anna, ARCHIVE, until="2026-04-27T09:00")
        await anna.presses("Rzadziej takie wiadomości")
        assert heard(anna)[-2] == PLAIN_NEWS
        assert "Raz w tygodniu, w poniedziałek rano." in words(await anna.presses(GATHERED))


async def test_news_speaks_english() -> None:
    async with town_of(OLD) as town:
        john = town.resident("John", "Smith", language="en")
        await john.writes("/settings")
        await john.presses("New trainings: no")
        await john.presses("All new ones")
        [text] = await hears(town, john, ARCHIVE, until="2026-04-27T09:00")
        assert text.startswith("New training\nArchiwum\nWednesday, 20 May, 9:00\n")


async def test_a_week_passes_before_anything_else_is_said(town: Town) -> None:
    anna = await subscribed(town, "Anna", "Wszystkie nowe")
    before = len(heard(anna))
    await town.passes(timedelta(weeks=1))
    assert news(anna, before) == []
    assert BUDGET not in heard(anna)[-1]
