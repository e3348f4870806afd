"""Questions in a group: answered when they are meant for the bot, shortly, not often, and without anything personal."""

import json
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident, Town
from playground.chats import Message
from playground.groups import Group
from tests.conversations.hearing import heard, labels, sent, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.test_groups import HINT, gathered
from tests.conversations.towns import signed_up, town_of

BOT = "@terminarz_demo_bot"
ONLINE = training(mode="online", online_url="https://spotkania.example.org/budzet", seats=2)
ANSWER = f"Termin: środa, 6 maja, godz. 9:00\n\n{BUDGET}\n\nŹródło: Wiosna"


async def writes(town: Town, group: Group, person: Resident, text: str, reply_to: Message | None = None) -> list[str]:
    """Let somebody write in a group; return what the bot says there to it."""
    before = len([message for message in group.chat if message.from_bot])
    group.writes(person.person, text, reply_to=reply_to)
    await town.settle()
    return [words(message) for message in group.chat if message.from_bot][before:]


@pytest.mark.parametrize(
    "text",
    [
        "/zapytaj kiedy jest budżet gminy?",
        f"/zapytaj{BOT} kiedy jest budżet gminy?",
        "/ask kiedy jest budżet gminy?",
        f"{BOT} kiedy jest budżet gminy?",
        "Kiedy jest budżet gminy, @Terminarz_Demo_Bot?",
    ],
)
async def test_a_question_to_the_bot_is_answered_with_a_link_to_the_private_chat(text: str) -> None:
    async with town_of(ONLINE) as town:
        anna = await signed_up(town, "Anna")
        group = await gathered(town, anna)
        assert await writes(town, group, anna, text) == [ANSWER]
        assert labels(group.last) == ["Otwórz rozmowę z botem"]
        assert group.last.buttons[0][0].url == "https://t.me/terminarz_demo_bot?start=s1"
        assert group.last.reply_to is not None
        assert group.last.reply_to.text == text


async def test_a_reply_to_the_bot_is_a_question_to_it() -> None:
    async with town_of(ONLINE) as town:
        anna, ewa = await signed_up(town, "Anna"), town.resident("Ewa", "Lis")
        group = await gathered(town, anna, ewa)
        await writes(town, group, anna, "/zapytaj kiedy jest budżet gminy?")
        await town.passes(timedelta(seconds=11))
        assert await writes(town, group, ewa, "Kiedy jest budżet gminy?", group.last) == [ANSWER]


@pytest.mark.parametrize("text", ["Kiedy jest budżet gminy?", "@inny_bot kiedy budżet gminy?", "terminarz_demo_bot?"])
async def test_what_is_not_meant_for_the_bot_is_left_alone(text: str) -> None:
    async with town_of(ONLINE) as town:
        anna = await signed_up(town, "Anna")
        group = await gathered(town, anna)
        group.promotes_bot(anna.person)
        said = group.writes(anna.person, "Cześć")
        await town.settle()
        assert await writes(town, group, anna, text) == []
        assert await writes(town, group, anna, text, said) == []


async def test_nothing_personal_is_said_in_a_group() -> None:
    async with town_of(ONLINE) as town:
        anna = await signed_up(town, "Anna")
        group = await gathered(town, anna)
        before = len(heard(anna))
        for text in (
            "na co jestem zapisana?",
            "jaki jest link do spotkania budżet gminy?",
            "czy na budżecie gminy będzie obiad?",
            "jak zrezygnować z budżetu gminy?",
        ):
            (answer,) = await writes(town, group, anna, f"/zapytaj {text}")
            assert "Nowak" not in answer
            assert "spotkania.example.org" not in answer
            assert "potwierdzone" not in answer
            assert labels(group.last) == ["Otwórz rozmowę z botem"]
            await town.passes(timedelta(seconds=11))
        assert len(heard(anna)) == before


async def test_a_group_is_answered_once_in_ten_seconds() -> None:
    async with town_of(ONLINE) as town:
        anna, ewa = await signed_up(town, "Anna"), town.resident("Ewa", "Lis")
        group, other = await gathered(town, anna, ewa), await gathered(town, anna)
        assert await writes(town, group, anna, f"{BOT} kiedy jest budżet gminy?") == [ANSWER]
        for text in ("/moje", "/szkolenia", f"{BOT} kiedy jest budżet gminy?"):
            assert await writes(town, group, ewa, text) == []
        assert await writes(town, other, anna, "/moje") == [HINT]
        await town.passes(timedelta(seconds=10))
        assert await writes(town, group, ewa, "/moje") == [HINT]


async def test_being_named_alone_tells_what_can_be_asked() -> None:
    async with town_of(ONLINE) as town:
        anna, john = town.resident("Anna", "Nowak"), town.resident("John", "Smith", language="en")
        group = await gathered(town, anna, john)
        (how,) = await writes(town, group, anna, BOT)
        assert how.startswith("O co można pytać?\n")
        await town.passes(timedelta(seconds=11))
        (how,) = await writes(town, group, john, "/ask")
        assert how.startswith("What can you ask about?\n")
        assert labels(group.last) == ["Open the chat"]


async def test_questions_of_a_group_are_counted_without_text_or_person(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(ONLINE, database=f"sqlite:///{database}") as town:
        anna = await signed_up(town, "Anna")
        group = await gathered(town, anna)
        await writes(town, group, anna, "/zapytaj ile kosztuje budżet gminy?")
        assert words(group.last).startswith("Nie mam takiej informacji: nie podano ceny.")
    with sqlite3.connect(database) as kept:
        (row,) = kept.execute("SELECT official_id, chat_id, text, intent, behaviour, training_id FROM question")
    kept.close()
    assert row == (None, None, None, "price", "abstain", 1)


async def test_the_list_in_a_group_is_short_and_leads_to_the_cards() -> None:
    later = [training(f"Szkolenie {n}", f"2026-05-{n + 6:02}T09:00", seats=n) for n in range(1, 7)]
    async with town_of(ONLINE, *later) as town:
        anna = await signed_up(town, "Anna")
        group = await gathered(town, anna)
        (listed,) = await writes(town, group, anna, f"/szkolenia{BOT}")
        assert listed.startswith(f"Najbliższe szkolenia\n\n1. śr., 6 maja, 9:00 – {BUDGET} · 1 miejsce\n2. czw.")
        assert "Szkolenie 5" not in listed
        assert listed.endswith(f"\n\n{HINT}")
        assert labels(group.last) == ["1", "2", "3", "4", "5", "Otwórz rozmowę z botem"]
        assert [button.url for button in group.last.buttons[0]][:2] == [
            "https://t.me/terminarz_demo_bot?start=s1",
            "https://t.me/terminarz_demo_bot?start=s2",
        ]


async def test_a_topic_of_a_forum_is_answered_where_it_was_asked() -> None:
    async with town_of(ONLINE) as town:
        anna = await signed_up(town, "Anna")
        group = town.world.group("Wydział", [anna.person], supergroup=True, forum=True)
        thread = group.opens_topic(anna.person, "Szkolenia")
        group.writes(anna.person, "/zapytaj kiedy jest budżet gminy?", thread=thread)
        await town.settle()
        assert group.last.thread == thread


async def test_an_edited_message_and_a_post_of_a_channel_are_no_questions() -> None:
    async with town_of(ONLINE) as town:
        anna = await signed_up(town, "Anna")
        group, channel = await gathered(town, anna), town.world.channel("Ogłoszenia")
        message = group.writes(anna.person, "Cześć")
        await town.settle()
        before = sent(town)
        edited = json.loads(json.dumps(message.raw())) | {"text": f"{BOT} kiedy?", "edit_date": 1}
        town.world.enqueue({"edited_message": edited})
        channel.posts(f"{BOT} kiedy jest budżet gminy?")
        town.world.enqueue({"channel_post": channel.chat[-1].raw()})
        await town.settle()
        assert sent(town) == before
