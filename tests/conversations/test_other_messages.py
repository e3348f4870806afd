"""Everything else that people send: answered politely or left alone, never taken for something it is not."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.cli.demo.town import Resident
from playground.persons import Person
from tests.conversations.hearing import heard, labels, sent, words
from tests.conversations.programmes import training
from tests.conversations.towns import signed_up, town_of

UNKNOWN = (
    "Ta wiadomość nie pasuje do żadnej z czynności. Można zapytać zwykłym zdaniem, wybrać przycisk albo wpisać /help."
)
KINDS: dict[str, Callable[[Person], object]] = {
    "sticker": Person.sends_sticker,
    "voice": Person.sends_voice,
    "location": Person.sends_location,
    "contact": Person.sends_contact,
    "dice": Person.sends_dice,
    "photo": Person.sends_photo,
    "photo with a command": lambda person: person.sends_photo(caption="/wypisz 1"),
    "document": lambda person: person.sends_document("program.json", b"{}"),
    "poll": lambda person: person.sends({"poll": _poll()}),
    "venue": lambda person: person.sends({"venue": {"title": "x", "address": "y", "location": _point()}}),
    "story": lambda person: person.sends({"story": {"id": 1, "chat": person.private.raw()}}),
    "an unknown command": lambda person: person.writes("/usun_wszystko"),
    "half a command": lambda person: person.writes("/"),
    "a command for somebody else": lambda person: person.writes("/szkolenia@inny_bot"),
    "kinds to come": lambda person: person.sends({"hologram": {"depth": 3}}),
}
TEXTS: dict[str, Callable[[Person], object]] = {
    "via a bot": lambda person: person.sends({"text": "x", "via_bot": {"id": 9, "is_bot": True, "first_name": "B"}}),
    "forwarded": lambda person: person.forwards("Zapraszamy na szkolenie 6 maja"),
    "a long text": lambda person: person.writes("ą" * 4096),
    "a very long text": lambda person: person.sends({"text": "ą" * 1_000_000}),
    "nothing but zeros": lambda person: person.sends({"text": "Gdzie\x00 to\x00 jest?"}),
    "ten thousand faces": lambda person: person.sends({"text": "🌻" * 10_000}),
    "a megabyte under a photo": lambda person: person.sends_photo(caption="ą" * 1_000_000),
    "faces": lambda person: person.writes("👩‍👩‍👧‍👦" * 300),
    "right to left": lambda person: person.writes("\u202eabc\u200f"),
    "words under a photo": lambda person: person.sends_photo(caption="Budżet gminy"),
    "words under a document": lambda person: person.sends_document("pytanie.pdf", b"%PDF", caption="Gdzie to jest?"),
}


def _poll() -> dict[str, Any]:
    flags = {
        "is_closed": False,
        "is_anonymous": True,
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
    return {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "type": "regular"} | flags


def _point() -> dict[str, float]:
    return {"latitude": 54.0, "longitude": 18.0}


@pytest.mark.parametrize("send", KINDS.values(), ids=KINDS)
async def test_what_is_not_understood_is_answered_with_ways_on(send: Callable[[Person], object]) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        send(anna.person)
        await town.settle()
        assert heard(anna)[before:] == [UNKNOWN]
        assert labels(anna.last) == ["Najbliższe szkolenia", "Moje zapisy", "Zadaj pytanie"]
        assert "✅ miejsce potwierdzone" in words(await anna.writes("/moje"))


@pytest.mark.parametrize("send", TEXTS.values(), ids=TEXTS)
async def test_every_text_is_answered_as_a_question_once(send: Callable[[Person], object]) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        send(anna.person)
        await town.settle()
        (answer,) = heard(anna)[before:]
        assert answer != UNKNOWN
        assert "Menu" in labels(anna.last)
        assert "✅ miejsce potwierdzone" in words(await anna.writes("/moje"))


async def test_what_is_not_text_is_no_answer_to_a_question() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        for send in (Person.sends_sticker, Person.sends_voice, Person.sends_contact, Person.sends_photo):
            send(anna.person)
            await town.settle()
            assert words(anna.last) == UNKNOWN
        await anna.writes("Anna Nowak")
        assert heard(anna)[-2].startswith("✅ Miejsce potwierdzone\n")


async def edited(person: Resident, was: str, becomes: str) -> None:
    message = person.person.writes(was)
    await person.town.settle()
    person.person.edits(message, becomes)
    person.town.world.enqueue({"edited_message": message.raw()})
    await person.town.settle()


@pytest.mark.parametrize("becomes", ["/wypisz 1", "/zapisz 1", "/start", "Maria Kowalska"])
async def test_an_edited_message_is_never_run_again(becomes: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await edited(anna, "/help", becomes)
        assert len(heard(anna)) == before + 1
        assert words(anna.last).startswith("Jak to działa\n")


async def test_a_reply_to_a_message_of_the_bot_is_an_answer_like_any() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna")
        question = await anna.writes("/zapisz 1")
        anna.person.replies(question, "Anna Nowak")
        await town.settle()
        assert heard(anna)[-2].startswith("✅ Miejsce potwierdzone\n")


async def test_notes_of_telegram_are_not_answered() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        before = sent(town)
        anna.person.sends({"pinned_message": anna.last.raw()})
        anna.person.sends({"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}})
        await town.settle()
        assert sent(town) == before


@pytest.mark.parametrize(
    "sender",
    [
        {"from": {"id": 9, "is_bot": True, "first_name": "Bot"}},
        {"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}},
        {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}},
        {"sender_chat": {"id": -1001, "type": "channel", "title": "Kanał"}},
        {},
    ],
    ids=["a bot", "Telegram", "a channel's stand-in", "a channel", "nobody"],
)
async def test_what_no_person_wrote_is_left_alone(sender: dict[str, Any]) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        message = {
            "message_id": 900,
            "date": 1,
            "chat": anna.person.private.raw(),
            "text": "/wypisz 1",
            "entities": [{"type": "bot_command", "offset": 0, "length": 7}],
        }
        if "sender_chat" in sender:
            message["from"] = anna.person.user.raw()
        before = sent(town)
        town.world.enqueue({"message": message | sender})
        await town.settle()
        assert sent(town) == before
        assert "✅ miejsce potwierdzone" in words(await anna.writes("/moje"))


@pytest.mark.parametrize("identity", [1, 2**31, 2**31 + 7, 2**52 - 1])
async def test_ids_of_any_length_are_kept_exactly(identity: int) -> None:
    async with town_of(training(seats=2)) as town:
        person = Resident(town.world.person("Anna", "Nowak", language="pl", id=identity), town)
        await person.writes("/zapisz 1")
        await person.presses("Potwierdzam zapis")
        assert f"Konto w Telegramie nr {identity}," in words(await person.writes("/privacy"))
        assert "✅ miejsce potwierdzone" in words(await person.writes("/moje"))


async def test_half_a_character_does_not_stop_anybody() -> None:
    async with town_of(training(seats=2)) as town:
        anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
        await anna.starts()
        broken = anna.person.writes("x").raw() | {"message_id": 901, "text": "x\ud800y"}
        town.world.updates.clear()
        town.world.enqueue({"message": broken})
        ewa.person.writes("/help")
        await town.settle()
        assert len(heard(anna)) == 2
        assert words(ewa.last).startswith("Jak to działa\n")


async def test_what_is_not_understood_speaks_english() -> None:
    async with town_of(training(seats=2)) as town:
        john = town.resident("John", "Smith", language="en")
        await john.writes("/hello")
        assert labels(john.last) == ["Upcoming trainings", "My sign-ups", "Ask a question"]
