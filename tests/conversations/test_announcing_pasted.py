"""Pasting: what is taken for an announcement, what was read of it, what is refused, what Telegram cut in two."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.application import build_application
from bot.cli.demo.town import MEMORY, Resident, Town, town_settings
from domain.official import Role
from playground.clock import ManualClock
from playground.request import InProcess
from playground.world import World
from storage.database import open_storage
from tests.conversations.announcements import ONE, PRESS, pasted
from tests.conversations.hearing import heard, labels, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import at, signed_up, town_of

OFFER = "Potraktować to jako ogłoszenie?\nWidać w nim {}."
NO_FILE = "Plików i zdjęć bot nie czyta. Prosimy otworzyć plik, skopiować tekst i wkleić go tutaj."


async def test_a_press_text_without_hours_and_year_becomes_drafts_with_the_year_explained() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        assert words(await ewa.writes("/nowe")) == (
            "Nowe szkolenia z ogłoszenia\nProsimy wkleić treść ogłoszenia albo przesłać dalej wiadomość. "
            "Przed publikacją pokażemy podgląd."
        )
        assert labels(ewa.last) == ["Wzór ogłoszenia", "Wypełnię krok po kroku", "Menu"]
        preview = words(await ewa.writes(PRESS)).split("\n")
        assert preview[0] == "Podgląd: 5 terminów · nic jeszcze nie opublikowano"
        assert preview[2] == "1. śr., 09.09.2026 – Prawo opcji"
        assert preview[6] == "5. czw., 24.09.2026 – Konferencja ekspercka: Ustawa o planowaniu"
        assert "Brakuje: godziny (1–5)" in preview[8]
        assert preview[9] == "ℹ️ Rok 2026 wynika z dnia tygodnia (1–5)"
        assert labels(ewa.last) == [
            "Uzupełnij braki",
            *"12345",
            "Dalej: publikacja",
            "Zapisz szkice",
            "Odrzuć",
        ]
        assert "1 termin ·" in words(await ewa.writes("/szkolenia"))


async def test_the_sample_is_read_without_a_question() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await ewa.writes("/nowe")
        sample = (await ewa.presses("Wzór ogłoszenia")).text.removeprefix("Wzór ogłoszenia\n")
        preview = words(await ewa.writes(sample))
        assert preview.startswith("Podgląd: 1 termin · nic jeszcze nie opublikowano\n\n1. ")
        assert not {"Brakuje", "❓", "ℹ️"} & set(preview.replace(":", " ").split())


async def test_what_was_not_waited_for_is_offered_and_can_be_a_question() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        assert words(await ewa.writes(PRESS)) == OFFER.format("5 terminów")
        assert words(await ewa.presses("Tak, odczytaj")).startswith("Podgląd: 5 terminów")
        await ewa.writes(PRESS)
        await ewa.presses("Nie, to pytanie")
        assert "Podgląd" not in words(ewa.last)
        assert words(await ewa.forges("bo")).startswith("Tego tekstu już nie przechowujemy.")


async def test_one_date_is_offered_when_forwarded_or_long_and_a_short_question_never() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        ewa.person.forwards("9 września 2026 r., godz. 9:00 – Prawo opcji, Ratusz")
        await town.settle()
        assert words(ewa.last) == OFFER.format("1 termin")
        long = f"{ONE}\n{'Zapraszamy wszystkie osoby, które zajmują się gospodarką komunalną. ' * 3}"
        assert words(await ewa.writes(long)) == OFFER.format("1 termin")
        for question in ("Co jest 9 września?", "Czy szkolenie jest 9 września czy 10 września?"):
            assert not words(await ewa.writes(question)).startswith("Potraktować")


async def test_participants_are_never_asked_whether_it_is_an_announcement() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        trainer = await organiser(town, "Jan", Role.TRAINER)
        for person in (anna, trainer):
            assert not words(await person.writes(PRESS)).startswith("Potraktować")
            await person.forges("bo")
            assert words(person.last).startswith("Tego tekstu już nie przechowujemy.")


async def test_a_text_without_a_date_makes_no_draft_and_the_bot_goes_on_waiting() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        assert words(await pasted(ewa, "Zapraszamy do współpracy.")) == (
            "Nie ma z czego zrobić szkiców\n\n"
            "W tym tekście nie ma terminu, na który można przyjść. Prosimy dodać dzień i tytuł szkolenia."
        )
        assert words(await ewa.writes(ONE)).startswith("Podgląd: 1 termin")


async def test_a_question_while_a_text_is_waited_for_is_answered() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        assert "Budżet gminy" in words(await pasted(ewa, "Kiedy jest szkolenie o budżecie?"))
        assert words(await ewa.writes(ONE)).startswith("Podgląd: 1 termin")


async def test_the_only_training_of_a_text_is_shown_whole_with_its_words() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        assert "\nLiczba miejsc: 25 („" in words(await pasted(ewa, ONE))
        assert "\nLiczba miejsc:" not in words(await pasted(ewa, PRESS))


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
async def test_a_text_behind_the_command_is_read_at_once(between: str) -> None:
    async with town_of(training()) as town:
        ewa, anna = await organiser(town), await signed_up(town, "Anna")
        assert words(await ewa.writes(f"/nowe{between}{ONE}")).startswith("Podgląd: 1 termin")
        assert words(await ewa.writes(f"/new{between}{PRESS}")).startswith("Podgląd: 5 terminów")
        assert words(await ewa.writes("/nowe dzień dobry")).startswith("Nie ma z czego zrobić szkiców")
        assert "Podgląd" not in words(await anna.writes(f"/nowe{between}{ONE}"))


async def test_a_text_that_telegram_cut_is_one_announcement() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        filler = "Zapraszamy wszystkie osoby, które zajmują się gospodarką komunalną i planowaniem. " * 40
        first, second = f"{ONE}\n\n{filler}", ONE.replace("9 września", "10 września").replace("środa", "czwartek")
        await pasted(ewa, first)
        assert words(await ewa.writes(second.replace("Prawo opcji", "Plan ogólny"))).startswith("Podgląd: 2 terminy")
        await ewa.presses("Odrzuć")
        await ewa.writes("/nowe")
        assert labels(ewa.last)[0] == "Wzór ogłoszenia"


async def test_a_cut_text_is_offered_once_and_read_whole() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        filler = "Zapraszamy wszystkie osoby, które zajmują się gospodarką komunalną i planowaniem. " * 40
        await ewa.writes(filler)
        said = len(heard(ewa))
        await ewa.writes(ONE)
        assert len(heard(ewa)) == said
        assert words(await ewa.presses("Tak, odczytaj")).startswith("Podgląd: 1 termin")


async def test_what_comes_later_is_no_part_of_the_text_before() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        filler = "Zapraszamy wszystkie osoby, które zajmują się gospodarką komunalną i planowaniem. " * 40
        await pasted(ewa, f"{ONE}\n\n{filler}")
        await town.passes(timedelta(seconds=11))
        assert not words(await ewa.writes("Kiedy jest szkolenie o budżecie?")).startswith("Podgląd")


@pytest.mark.parametrize(
    ("name", "mime"), [("o.txt", "text/plain"), ("o.docx", "application/msword"), ("o.pdf", "application/pdf")]
)
async def test_documents_are_refused_with_what_to_do_instead(name: str, mime: str) -> None:
    async with town_of(training()) as town:
        ewa, anna = await organiser(town), await signed_up(town, "Anna")
        await ewa.writes("/nowe")
        for person in (ewa, anna):
            person.person.sends_document(name, b"x", mime)
        await town.settle()
        assert words(ewa.last) == NO_FILE
        assert words(anna.last) != NO_FILE
        assert words(await ewa.writes(ONE)).startswith("Podgląd: 1 termin")


async def test_a_caption_counts_as_text_and_its_document_is_not_read() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await ewa.writes("/nowe")
        ewa.person.sends_photo(caption=ONE)
        await town.settle()
        assert words(ewa.last).startswith("Podgląd: 1 termin")
        await ewa.writes("/nowe")
        ewa.person.sends_document("o.txt", b"x", "text/plain", caption="Ogłoszenie w załączniku")
        await town.settle()
        assert [text.split("\n")[0] for text in heard(ewa)[-2:]] == ["Nie ma z czego zrobić szkiców", NO_FILE]


async def test_hostile_signs_are_shown_plainly() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        title = "<b>Prawo</b> & \u202eopcji\u0000 <script>"
        preview = words(await pasted(ewa, ONE.replace("Prawo opcji", title)))
        assert "Prawo" in preview
        assert not {"\u202e", "\x00"} & set(ewa.last.text)


async def administrator(town: Town) -> Resident:
    return await organiser(town, "Maria", Role.ADMINISTRATOR)


@asynccontextmanager
async def bare_town() -> AsyncIterator[Town]:
    """Found a town in which nobody has imported or named a programme."""
    clock = ManualClock(at("2026-04-27T08:00"))
    world = World(clock, name="Terminarz", username="terminarz_demo_bot")
    storage = await open_storage(MEMORY)
    try:
        bot = await build_application(town_settings(world.token), storage, clock, InProcess(world))
        yield Town(world, clock, bot)
        await bot.close()
    finally:
        await storage.close()


async def test_a_fresh_installation_is_asked_for_the_name_of_its_first_programme() -> None:
    async with bare_town() as town:
        maria = await administrator(town)
        assert words(await maria.writes("/nowe")).startswith("Pierwszy program szkoleń\nJak ma się nazywać?")
        assert words(await maria.writes("x")).startswith("Prosimy podać nazwę programu")
        assert words(await maria.writes("Szkolenia dla gmin")).startswith("✅ Dodano program „Szkolenia dla gmin”.")
        assert words(await maria.writes(ONE)).startswith("Podgląd: 1 termin")


async def test_a_text_offered_before_there_is_a_programme_is_read_once_it_is_named() -> None:
    async with bare_town() as town:
        maria = await administrator(town)
        await maria.writes(PRESS)
        assert words(await maria.presses("Tak, odczytaj")).startswith("Pierwszy program szkoleń")
        assert words(await maria.writes("Szkolenia dla gmin")).startswith("Podgląd: 5 terminów")


async def test_among_several_programmes_one_is_chosen() -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(programme="Jesień"))
        maria = await administrator(town)
        assert words(await maria.writes("/nowe")) == "Którego programu dotyczy ogłoszenie?"
        assert labels(maria.last) == ["Wiosna", "Jesień", "Menu"]
        await maria.presses("Jesień")
        assert words(await maria.writes(ONE)).startswith("Podgląd: 1 termin")
        await maria.writes(PRESS)
        await maria.presses("Tak, odczytaj")
        assert words(maria.last) == "Którego programu dotyczy ogłoszenie?"
        assert words(await maria.presses("Wiosna")).startswith("Podgląd: 5 terminów")
