"""Frequent questions: those of the file and those kept in the chat, in and out of the programme file."""

import json
import sqlite3
from pathlib import Path

from bot.cli.demo.town import Town
from domain.desks.programmes import ProgrammesDesk
from domain.faq import Faq
from tests.conversations.hearing import words
from tests.conversations.programmes import Json, programme_of, training
from tests.conversations.questions import TEXT, asked, passed_on, replies
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import signed_up, town_of

DINNER = {"id": "obiad", "q": "Czy jest obiad?", "a": "Tak, o 13:00."}
PERSONAL = "Nazywam się Jan, PESEL 90010112345, tel. 600 700 800, jan@example.org. Czy 6 maja jest obiad?"


async def written(town: Town, programme: int = 1) -> str:
    async with town.bot.storage.reading() as transaction:
        return await ProgrammesDesk(transaction, town.clock.now()).write(programme)


async def frequent(town: Town) -> list[Json] | None:
    """Return the frequent questions that the exported file lists."""
    faq: list[Json] | None = json.loads(await written(town))["faq"]
    return faq


async def known(town: Town) -> list[Faq]:
    async with town.bot.storage.reading() as transaction:
        return list(await transaction.knowledge.faqs())


async def test_what_is_kept_in_the_chat_is_written_after_what_the_file_lists() -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(training(), faq=[DINNER]))
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await passed_on(town, anna)
        await replies(maria, "Tak, będzie.")
        await maria.presses("Dodaj do częstych pytań")
        (_, chat) = await known(town)
        assert (chat.phrases, chat.training_id) == ((TEXT,), None)
        kept = {"id": chat.key, "q": TEXT, "a": "Tak, będzie."}
        assert await frequent(town) == [DINNER, kept]
        exported = await written(town)
        await town.imports(exported)
        assert await written(town) == exported
        await town.imports(programme_of(training(), faq=[]))
        assert await frequent(town) == [kept]


async def test_no_frequent_questions_stay_not_stated_or_none() -> None:
    async with town_of(training()) as town:
        assert await frequent(town) is None
        await town.imports(programme_of(training(), faq=[DINNER]))
        assert await frequent(town) == [DINNER]
        await town.imports(programme_of(training(), faq=[]))
        assert await frequent(town) == []


async def test_what_is_true_of_one_training_is_not_written_for_all() -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(training(), faq=[DINNER]))
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await passed_on(town, anna, TEXT, 1)
        await replies(maria, "Tak, będzie.")
        await maria.presses("Dodaj do częstych pytań")
        assert [faq.training_id for faq in await known(town)] == [None, 1]
        assert await frequent(town) == [DINNER]


async def test_a_key_that_the_file_took_is_not_taken_again() -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(training(), faq=[DINNER | {"id": "chat-11fe0ab4c0ae"}]))
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        assert await passed_on(town, anna) == 1
        await replies(maria, "Tak.")
        await maria.presses("Dodaj do częstych pytań")
        assert [faq.key for faq in await known(town)] == ["chat-11fe0ab4c0ae", "chat-11fe0ab4c0ae-2"]


async def test_a_coordinator_keeps_and_answers_in_the_own_programme_alone() -> None:
    async with town_of(training()) as town:
        other = json.loads(programme_of(training("Inne"))) | {"programme": "Jesień"}
        await town.imports(json.dumps(other))
        maria = await administrator(town)
        piotr = await invited(maria, "1. + koordynacja", town.resident("Piotr", "Bąk"))
        anna = await signed_up(town, "Anna")
        number = await passed_on(town, anna, TEXT, 2)
        assert not words(piotr.last).startswith("Nowe pytanie")
        for press in (f"zc:{number}", f"zk:{number}", f"zq:{number}"):
            await piotr.forges(press)
            assert piotr.toast.startswith("Ta funkcja")
        assert "Żadne pytanie nie czeka" in words(await piotr.writes("/pytania"))
        await replies(maria, "Tak.")
        await maria.presses("Dodaj do częstych pytań")
        (kept,) = await known(town)
        assert kept.programme_id == 2
        await piotr.forges(f"zd:{kept.id}")
        assert await known(town) == [kept]
        await passed_on(town, anna, TEXT, 1)
        assert words(piotr.last).startswith("Nowe pytanie")


async def test_numbers_and_addresses_of_people_never_reach_the_database(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(training(), database=f"sqlite:///{database}") as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await asked(town, anna, PERSONAL)
        await anna.forges("z:1")
        assert "Nazywam się Jan, PESEL •••, tel. •••, •••. Czy 6 maja jest obiad?" in words(maria.last)
        connection = sqlite3.connect(database)
        dump = "\n".join(connection.iterdump())
        connection.close()
        assert "Czy 6 maja jest obiad?" in dump
        assert not any(number in dump for number in ("90010112345", "600 700 800", "jan@example.org"))
