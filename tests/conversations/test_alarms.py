"""Alarms: an update that cannot be applied is set aside, its neighbours are served, administrators hear of it once."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Town
from playground.answers import Json
from tests.conversations.conftest import Entries
from tests.conversations.hearing import heard, words
from tests.conversations.programmes import training
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import signed_up, town_of

ALARM = "⚠️ Terminarz: potrzebna pomoc\nCzyjaś wiadomość została odłożona po trzech nieudanych próbach.\n"
UNREADABLE: Json = {"message": {"message_id": 1, "chat": {"id": 77, "type": "private"}}}


async def three_attempts(town: Town) -> None:
    """Let the bot try, and try again when it may."""
    for _ in range(3):
        await town.passes(timedelta(seconds=10))


async def test_an_unreadable_update_is_set_aside_and_its_neighbours_are_served(mishaps: Entries) -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
        anna.person.writes("/help")
        town.world.enqueue(UNREADABLE)
        ewa.person.writes("/help")
        await town.settle()
        assert [words(person.last)[:14] for person in (anna, ewa)] == ["Jak to działa\n"] * 2
        before = len(heard(maria))
        await three_attempts(town)
        assert [text for text in heard(maria)[before:] if text.startswith(ALARM)] == [words(maria.last)]
        assert await town.bot.storage.unfinished() == 0
        await town.passes(timedelta(days=1))
        assert len(heard(maria)) == before + 1
        assert [entry["event"] for entry in mishaps if entry["log_level"] == "error"] == ["turn failed"] * 3
        mishaps.clear()


@pytest.mark.parametrize(
    "raw",
    [
        {"message": "x"},
        {"message": {}},
        {"message": {"message_id": 1, "date": "x", "chat": {"id": 7, "type": "private"}, "from": {"id": "7"}}},
        {"callback_query": {"id": 1}},
        {"callback_query": []},
        {"my_chat_member": {"from": {"id": True}}},
        {"message": {"from": {"id": 2**70}}},
    ],
    ids=["text", "empty", "text for an id", "query", "list", "truth for an id", "id without end"],
)
async def test_nonsense_never_stops_the_bot(raw: Json, mishaps: Entries) -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        town.world.enqueue(raw)
        assert words(await anna.writes("/help")).startswith("Jak to działa\n")
        await three_attempts(town)
        assert await town.bot.storage.unfinished() == 0
        assert words(await anna.writes("/moje")).startswith("Nie ma jeszcze żadnych zapisów.")
        mishaps.clear()


@pytest.mark.parametrize(
    "raw",
    [{}, {"poll": {"id": "1"}}, {"new_kind_of_update": {"from": {"id": 7}}}, {"message_reaction": {}}],
    ids=["nothing", "poll", "unknown", "unasked"],
)
async def test_unknown_kinds_of_updates_are_taken_in_silence(raw: Json, mishaps: Entries) -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        town.world.enqueue(raw)
        assert words(await anna.writes("/help")).startswith("Jak to działa\n")
        await three_attempts(town)
        assert await town.bot.storage.unfinished() == 0
        mishaps.clear()


async def test_the_same_trouble_is_told_to_every_administrator_and_to_nobody_else(mishaps: Entries) -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        jan = await invited(maria, "+ administracja", town.resident("Jan"))
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        anna = await signed_up(town, "Anna")
        town.world.enqueue(UNREADABLE)
        await three_attempts(town)
        assert [words(person.last).startswith(ALARM) for person in (maria, jan, ewa, anna)] == [
            True,
            True,
            False,
            False,
        ]
        mishaps.clear()


async def test_an_alarm_comes_at_any_hour(mishaps: Entries) -> None:
    async with town_of(training(), now="2026-05-03T02:00") as town:
        maria = await administrator(town)
        town.world.enqueue(UNREADABLE)
        await three_attempts(town)
        assert words(maria.last).startswith(ALARM)
        mishaps.clear()


async def test_updates_of_one_person_wait_for_the_one_that_failed(mishaps: Entries) -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        broken: Json = {"message": {"message_id": "x", "from": anna.person.user.raw()}}
        town.world.enqueue(broken)
        anna.person.writes("/help")
        await town.settle()
        assert words(anna.last).startswith("Dzień dobry!\n")
        await three_attempts(town)
        assert words(anna.last).startswith("Jak to działa\n")
        mishaps.clear()
