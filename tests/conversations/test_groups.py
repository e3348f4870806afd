"""Groups and channels: commands are answered with the way to the private chat, and nothing personal is ever said."""

import pytest

from bot.cli.demo.town import Resident, Town
from handlers import COMMANDS, IN_GROUPS
from playground.groups import Group
from tests.conversations.hearing import heard, labels, sent, toast, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.test_roles import administrator
from tests.conversations.towns import signed_up, town_of

HINT = "Szczegóły i zapisy są w prywatnej rozmowie z botem."
PERSONAL = [name for names in COMMANDS if names not in IN_GROUPS for name in names]


async def gathered(town: Town, *people: Resident) -> Group:
    group = town.world.group("Wydział", [person.person for person in people])
    await town.settle()
    return group


@pytest.mark.parametrize("command", PERSONAL)
async def test_every_personal_command_in_a_group_is_answered_alike(command: str) -> None:
    async with town_of(training(seats=2)) as town:
        maria = await administrator(town)
        group = await gathered(town, maria)
        group.writes(maria.person, f"/{command}@terminarz_demo_bot 1")
        await town.settle()
        assert (words(group.last), labels(group.last)) == (HINT, ["Otwórz rozmowę z botem"])
        assert group.last.buttons[0][0].url == "https://t.me/terminarz_demo_bot"


async def test_a_sign_up_command_in_a_group_signs_nobody_up() -> None:
    async with town_of(training(seats=2), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 2)
        group = await gathered(town, anna)
        group.writes(anna.person, "/zapisz 1")
        await town.settle()
        assert words(group.last) == HINT
        assert BUDGET not in words(await anna.writes("/moje"))


async def test_an_invitation_opened_in_a_group_is_not_shown() -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        group = await gathered(town, anna)
        group.writes(anna.person, "/start s1")
        await town.settle()
        assert words(group.last) == HINT


@pytest.mark.parametrize("supergroup", [False, True])
async def test_ordinary_talk_in_a_group_is_left_alone(supergroup: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        group = town.world.group("Wydział", [anna.person], supergroup=supergroup)
        group.promotes_bot(anna.person)
        before = sent(town)
        group.writes(anna.person, "Kto jedzie na szkolenie?")
        group.writes(anna.person, "/nieznane")
        group.writes(anna.person, "/szkolenia@inny_bot")
        group.sends(anna.person, {"dice": {"emoji": "🎲", "value": 6}})
        group.sends(anna.person, {"new_chat_title": "Nowa"})
        await town.settle()
        assert sent(town) == before


async def test_being_added_thrown_out_and_moved_is_taken_in_silence() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        group = town.world.group("Wydział", [anna.person], with_bot=False)
        before = sent(town)
        group.adds_bot(anna.person)
        group.becomes_supergroup()
        await town.settle()
        group.removes_bot(anna.person)
        await town.settle()
        assert sent(town) == before
        assert "✅ miejsce potwierdzone" in words(await anna.writes("/moje"))


@pytest.mark.parametrize(
    "data",
    [
        *("y:1", "d", "o", "p", "l:1::::", "c:1", "s:1:", "w:1", "de", "oi:administrator:0", "x"),
        *("yw:1", "yt:1:1", "dl:1:1", "du:1:1", "fa:1"),
        *(f"f{each}:reminder_day:1:29633040:" for each in "bcdegk"),
        *("fm:reminder_day:1:29633040::1", "fh:reminder_day:1:29633040::29633100"),
    ],
)
async def test_a_press_in_a_group_says_and_does_nothing_there(data: str) -> None:
    async with town_of(training(seats=2)) as town:
        maria = await administrator(town)
        await maria.writes("/zapisz 1")
        group = await gathered(town, maria)
        group.writes(maria.person, "/moje")
        await town.settle()
        hint, before = group.last, len(heard(maria))
        maria.person.forges(data, hint)
        await town.settle()
        assert toast(maria) == HINT
        assert [words(message) for message in group.chat if message.from_bot] == [HINT]
        assert len(heard(maria)) == before
        assert "✅ miejsce potwierdzone" in words(await maria.writes("/moje"))


async def test_an_anonymous_administrator_of_a_group_is_not_answered() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        group = town.world.group("Wydział", [anna.person], supergroup=True)
        message = {
            "message_id": 5,
            "date": 1,
            "chat": group.shared.raw(),
            "from": {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"},
            "sender_chat": group.shared.raw(),
            "text": "/szkolenia",
            "entities": [{"type": "bot_command", "offset": 0, "length": 10}],
        }
        before = sent(town)
        town.world.enqueue({"message": message})
        await town.settle()
        assert sent(town) == before


async def test_posts_of_a_channel_are_left_alone() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        channel = town.world.channel("Ogłoszenia")
        before = sent(town)
        channel.posts("/szkolenia")
        town.world.enqueue({"channel_post": channel.chat[-1].raw()})
        await town.settle()
        assert sent(town) == before
        assert "✅ miejsce potwierdzone" in words(await anna.writes("/moje"))


async def test_a_group_is_spoken_to_in_the_language_of_who_asks() -> None:
    async with town_of(training()) as town:
        john = town.resident("John", "Smith", language="en")
        group = await gathered(town, john)
        group.writes(john.person, "/help")
        await town.settle()
        assert labels(group.last) == ["Open the chat"]
