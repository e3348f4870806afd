"""Chats lost and regained: posting stops, its organisers hear of it once, and nothing is lost; groups that move."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from playground.groups import Channel, Group
from tests.conversations.chats import bound_channel, bound_group, coordinator, here, messages, posts, published
from tests.conversations.hearing import heard, news, words
from tests.conversations.programmes import training
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import signed_up, town_of

MINUTE = timedelta(minutes=1)
REST = timedelta(hours=6)
TRAININGS = (training(seats=4), training("Podatki", "2026-05-20T09:00", seats=3))
REMOVED = "Bot został usunięty z grupy lub kanału. Wpisy czekają, aż ktoś doda go ponownie: /kanaly"
RIGHTS = "Bot stracił prawo pisania w grupie lub na kanale. Wpisy czekają, aż ktoś je przywróci: /kanaly"
ALARM = "⚠️ Terminarz: potrzebna pomoc\n{}\n{}"


def tries(town: Town, chat: Channel | Group) -> int:
    return len([call for call in town.world.calls if call.chat_id == chat.id and call.method != "answerCallbackQuery"])


@pytest.mark.parametrize(("act", "alarm"), [("removes_bot", REMOVED), ("silences_bot", RIGHTS)])
async def test_organisers_hear_once_that_a_channel_is_lost_and_what_waits_appears_when_it_is_back(
    act: str, alarm: str
) -> None:
    async with town_of(*TRAININGS) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        jan = await invited(maria, "+ prowadzenie", town.resident("Jan", "Lis"))
        channel = await bound_channel(town, ewa)
        await published(town, 1)
        before = [len(heard(person)) for person in (maria, ewa, jan)]
        getattr(channel, act)(ewa.person)
        await town.settle()
        assert await published(town, 2) == 1
        await signed_up(town, "Anna", 1)
        await town.passes(MINUTE)
        told = [news(person, many) for person, many in zip((maria, ewa, jan), before, strict=True)]
        assert told == [[ALARM.format(alarm, "Ogłoszenia")], [ALARM.format(alarm, "Ogłoszenia")], []]
        assert len(posts(channel)) == 1
        assert "zostały 4 miejsca z 4" in posts(channel)[0]
        assert "⚠️ bot" in words(await ewa.writes("/kanaly"))
        (channel.adds_bot if act == "removes_bot" else channel.lets_bot_write)(ewa.person)
        await town.passes(MINUTE)
        assert words(ewa.last) == "✅ Ogłoszenia\nBot znów może tu publikować. To, co czekało, ukaże się teraz."
        assert [text.split("\n")[0] for text in posts(channel)] == ["Budżet gminy", "Podatki"]
        assert "zostały 3 miejsca z 4" in posts(channel)[0]
        assert len(heard(maria)) == before[0] + 1


async def lose_unheard(town: Town, chat: Channel | Group, act: str, by: Resident) -> None:
    """Let the bot lose a right without an update that tells of it."""
    getattr(chat, act)(by.person)
    town.world.updates.clear()


@pytest.mark.parametrize(
    ("act", "alarm", "venue", "occasion"),
    [
        ("removes_bot", REMOVED, "group", "new"),
        ("removes_bot", REMOVED, "group", "edit"),
        ("removes_bot", REMOVED, "channel", "new"),
        ("removes_bot", REMOVED, "channel", "edit"),
        ("silences_bot", RIGHTS, "group", "new"),  # a restricted member still edits what it has sent
        ("silences_bot", RIGHTS, "channel", "new"),
        ("silences_bot", RIGHTS, "channel", "edit"),
    ],
)
async def test_a_loss_nobody_told_of_is_noticed_by_the_refusal(act: str, alarm: str, venue: str, occasion: str) -> None:
    async with town_of(*TRAININGS) as town:
        ewa = await coordinator(town)
        chat = await (bound_channel(town, ewa) if venue == "channel" else bound_group(town, ewa, supergroup=True))
        await published(town, 1)
        await lose_unheard(town, chat, act, ewa)
        before = len(heard(ewa))
        if occasion == "new":
            await published(town, 2)
        else:
            await signed_up(town, "Anna", 1)
            await town.passes(MINUTE)
        assert news(ewa, before) == [ALARM.format(alarm, chat.shared.title)]
        tried = tries(town, chat)
        await town.passes(REST - 2 * MINUTE)
        assert tries(town, chat) == tried
        (chat.adds_bot if act == "removes_bot" else chat.lets_bot_write)(ewa.person)
        town.world.updates.clear()
        await town.passes(3 * MINUTE)
        assert len(posts(chat)) == (2 if occasion == "new" else 1)
        assert "⚠️" not in words(await ewa.writes("/kanaly"))
        assert len(news(ewa, before)) == 2


async def test_a_chat_that_stays_lost_is_tried_four_times_a_day_without_another_alarm() -> None:
    async with town_of(*TRAININGS) as town:
        ewa = await coordinator(town)
        channel = await bound_channel(town, ewa)
        await lose_unheard(town, channel, "removes_bot", ewa)
        before, tried = len(heard(ewa)), tries(town, channel)
        await published(town, 1, 2)
        await town.passes(timedelta(hours=23))
        assert len(news(ewa, before)) == 1
        assert tries(town, channel) - tried == 2  # at 8:00 and 14:00; from 19:00 on nothing new is posted


async def test_a_topic_deleted_is_noticed_and_another_takes_over_what_waits() -> None:
    async with town_of(*TRAININGS) as town:
        ewa = await coordinator(town)
        forum = town.world.group("Wydział", [ewa.person], forum=True)
        threads = [forum.opens_topic(ewa.person, name) for name in ("Szkolenia", "Inne")]
        await here(town, forum, ewa, threads[0])
        forum.deletes_topic(threads[0])
        before = len(heard(ewa))
        await published(town, 1)
        assert news(ewa, before)[0].startswith(
            "⚠️ Terminarz: potrzebna pomoc\nWątek, w którym pojawiały się szkolenia, jest zamknięty lub usunięty."
        )
        await here(town, forum, ewa, threads[1])
        assert [message.thread for message in messages(forum)] == [threads[1]]


async def test_the_bots_place_counts_whoever_changes_it() -> None:
    async with town_of(*TRAININGS) as town:
        ewa = await coordinator(town)
        group = await bound_group(town, ewa, supergroup=True)
        anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        for act, mark in (("removes_bot", True), ("adds_bot", False)):
            getattr(group, act)(ewa.person)
            (change,) = (update for update in town.world.updates.pending if "my_chat_member" in update)
            town.world.updates.clear()
            town.world.enqueue({"my_chat_member": change["my_chat_member"] | {"from": anonymous}})
            await town.settle()
            assert ("⚠️ bot usunięty" in words(await ewa.writes("/kanaly"))) is mark


@pytest.mark.parametrize("told", ["old first", "new first", "not at all"])
async def test_a_group_that_becomes_a_supergroup_is_followed_and_its_posts_appear_anew(told: str) -> None:
    async with town_of(*TRAININGS) as town:
        ewa = await coordinator(town)
        group = await bound_group(town, ewa)
        await published(town, 1)
        old = list(messages(group))
        group.becomes_supergroup()
        notes = [update for update in town.world.updates.pending if "message" in update]
        town.world.updates.clear()
        if told != "not at all":
            for note in notes if told == "old first" else reversed(notes):
                town.world.enqueue({"message": note["message"]})
        await town.settle()
        await signed_up(town, "Anna", 1)
        await town.passes(2 * MINUTE)
        assert "zostały 4 miejsca z 4" in words(old[0])
        (again,) = posts(group)
        assert "zostały 3 miejsca z 4" in again
        await published(town, 2)
        assert len(posts(group)) == 2
        assert words(await ewa.writes("/kanaly")).split("\n")[2:] == ["1. Wydział · Wiosna"]
        alarms = [text for text in heard(ewa) if text.startswith("⚠️")]
        assert alarms == []


async def test_a_group_bound_anew_before_it_was_known_to_have_moved_has_one_place() -> None:
    async with town_of(*TRAININGS) as town:
        ewa = await coordinator(town)
        group = await bound_group(town, ewa)
        group.becomes_supergroup()
        notes = [update["message"] for update in town.world.updates.pending if "message" in update]
        town.world.updates.clear()
        await here(town, group, ewa)
        for note in notes:
            town.world.enqueue({"message": note})
        await town.settle()
        assert words(await ewa.writes("/kanaly")).split("\n")[2:] == ["1. Wydział · Wiosna"]
        await published(town, 1)
        assert len(posts(group)) == 1
