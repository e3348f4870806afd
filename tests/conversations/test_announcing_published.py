"""Publishing: counted before, in one act, once; at an hour, silently; a changed text published again."""

from datetime import timedelta

import pytest

from domain.official import Role
from tests.conversations.announcements import ONE, PRESS, card, pasted, published
from tests.conversations.hearing import heard, labels, news, toast, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import training
from tests.conversations.towns import at, signed_up, town_of

LINK = "https://t.me/terminarz_demo_bot?start=s"


async def test_what_is_published_has_numbers_links_and_cards() -> None:
    async with town_of(training()) as town:
        ewa, anna = await organiser(town), await signed_up(town, "Anna")
        await pasted(ewa)
        await ewa.presses("Uzupełnij braki")
        await ewa.writes("9-12")
        await ewa.presses("Wszystkie szkice")
        assert words(await ewa.presses("Dalej: publikacja")).startswith("Opublikować?\n5 nowych terminów.\n")
        assert labels(ewa.last) == ["Opublikuj", "Wybierz godzinę", "Wróć"]
        done = words(await ewa.presses("Opublikuj"))
        assert done.startswith("✅ Opublikowano 5 terminów\n")
        assert f"2. śr., 09.09.2026, 9:00 – Prawo opcji\n{LINK}2\n" in done
        assert ewa.person.presses("Link nr\N{NO-BREAK SPACE}6") == f"{LINK}6"
        shown = await card(anna, 2)
        assert "Prawo opcji" in shown
        assert "środa, 9 września, godz. 9:00–12:00" in shown


async def test_subscribers_are_counted_and_hear_of_it_in_the_morning() -> None:
    async with town_of(training(), now="2026-04-27T19:40") as town:
        ewa, anna = await organiser(town), await signed_up(town, "Anna")
        await anna.forges("vh:all")
        before = len(heard(anna))
        await pasted(ewa, ONE)
        asked = words(await ewa.presses("Dalej: publikacja"))
        assert "Powiadomimy 1 osobę." in asked
        assert "Jest 19:40 – wiadomości o nowych terminach wyjdą jutro o 8:00." in asked
        assert labels(ewa.last)[:2] == ["Opublikuj i powiadom", "Opublikuj po cichu"]
        await ewa.presses("powiadom")
        assert news(anna, before) == []
        await town.until(at("2026-04-28T08:00"))
        assert [text for text in news(anna, before) if "Prawo opcji" in text]


async def test_who_chose_topics_hears_of_a_pasted_training_once_its_topics_are_stated() -> None:
    async with town_of(training(topics=["finanse", "prawo"])) as town:
        ewa, anna = await organiser(town), await signed_up(town, "Anna")
        await anna.writes("/settings")
        for label in ("Nowe szkolenia", "Wybrane tematy", "prawo"):
            await anna.presses(label)
        await pasted(ewa, ONE)
        assert "Nie podano tematów (szkic nr 1)." in words(await ewa.presses("Dalej: publikacja"))
        assert "Powiadomimy" not in words(ewa.last)
        for label in ("Wróć", "1", "Więcej pól"):
            await ewa.presses(label)
        assert "Tematy, które już są: finanse, prawo" in words(await ewa.presses("Tematy"))
        await ewa.writes("Prawo")
        await ewa.presses("Wszystkie szkice")
        assert "Powiadomimy 1 osobę." in words(await ewa.presses("Dalej: publikacja"))
        assert "tematów" not in words(ewa.last)
        await ewa.presses("powiadom")
        assert words(anna.last).startswith("Nowe szkolenie\nPrawo opcji\n")


async def test_silent_publishing_tells_nobody() -> None:
    async with town_of(training()) as town:
        ewa, anna = await organiser(town), await signed_up(town, "Anna")
        await anna.forges("vh:all")
        before = len(heard(anna))
        await pasted(ewa, ONE)
        await ewa.presses("Dalej: publikacja")
        assert "Bez powiadomień o nowych terminach." in words(await ewa.presses("Opublikuj po cichu"))
        await town.passes(timedelta(days=2))
        assert [text for text in news(anna, before) if "Prawo opcji" in text] == []


async def test_a_second_tap_publishes_nothing_and_leaves_the_links() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        done = await published(ewa)
        said = len(heard(ewa))
        await ewa.forges("bb:1:1:")
        assert toast(ewa) == "To ogłoszenie jest już opublikowane."
        assert (len(heard(ewa)), words(ewa.last)) == (said, words(done))
        assert "2 terminy\n" in words(await ewa.writes("/szkolenia"))


async def test_a_press_made_on_an_older_state_publishes_nothing() -> None:
    async with town_of(training()) as town:
        ewa, jan = await organiser(town), await organiser(town, "Jan")
        await pasted(ewa)
        await ewa.presses("Dalej: publikacja")
        await jan.forges("bx:2")
        assert words(await ewa.presses("Opublikuj")).startswith(
            "⚠️ W międzyczasie ktoś to zmienił. Oto obecny stan.\nPodgląd: 4 terminy"
        )
        assert "1 termin ·" in words(await ewa.writes("/szkolenia"))


async def test_a_draft_without_a_day_keeps_all_from_being_published() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("3")
        await ewa.presses("Termin")
        await ewa.presses("Wyczyść pole")
        await ewa.presses("Wszystkie szkice")
        assert words(await ewa.presses("Dalej: publikacja")).startswith(
            "⚠️ Brakuje tytułu albo dnia (szkic nr 3). Bez nich nie można opublikować.\nPodgląd: 5 terminów"
        )
        assert words(await ewa.presses("Uzupełnij braki")).startswith("Termin\n")


async def test_an_announcement_is_published_at_the_hour_chosen_or_typed() -> None:
    async with town_of(training(), now="2026-04-28T19:40") as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        await ewa.presses("Dalej: publikacja")
        await ewa.presses("Wybierz godzinę")
        assert labels(ewa.last) == ["jutro o 8:00", "w poniedziałek o 8:00", "Wróć"]
        assert words(await ewa.writes("wczoraj 8:00")).startswith("Ta chwila już minęła")
        assert "⏰ Publikacja: pojutrze o 9:30" in words(await ewa.writes("czwartek 9:30"))
        assert labels(ewa.last) == ["Odwołaj publikację", "Co wyjdzie", "Menu"]
        await ewa.presses("Odwołaj publikację")
        await ewa.presses("Dalej: publikacja")
        await ewa.presses("Wybierz godzinę")
        assert "⏰ Publikacja: jutro o 8:00" in words(await ewa.presses("jutro o 8:00"))
        await town.until(at("2026-04-29T08:00"))
        assert "2 terminy\n" in words(await ewa.writes("/szkolenia"))


@pytest.mark.parametrize("minute", ["0", "999999999999999", "1"])
async def test_a_forged_hour_is_asked_again(minute: str) -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        assert words(await ewa.forges(f"ba:1:1:{minute}")).startswith("Ta chwila już minęła")


async def test_a_changed_text_pasted_again_offers_the_differences() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await published(ewa, PRESS)
        anna = await signed_up(town, "Anna", 6)
        changed = (
            PRESS.replace("24 września (czwartek)", "25 września (piątek)")
            + "28 września (poniedziałek) – Plan ogólny gminy\n"
        )
        preview = words(await pasted(ewa, changed)).split("\n")
        assert preview[0] == "Podgląd: 2 terminy · nic jeszcze nie opublikowano"
        assert preview[2] == "1. pt., 25.09.2026 – Konferencja ekspercka: Ustawa o planowaniu · zmiana"
        assert preview[3].startswith("Termin: czwartek, 24 września 2026, ")
        assert "→ piątek, 25 września 2026, " in preview[3]
        assert preview[4] == "2. pon., 28.09.2026 – Plan ogólny gminy · nowe"
        assert preview[-1].startswith("Bez zmian: „Prawo opcji”, ")
        asked = words(await ewa.presses("Dalej: publikacja"))
        assert "1 nowy termin.\n1 zmieniony termin.\n" in asked
        assert "O zmianach powiadomimy 1 osobę." in asked
        before = len(heard(anna))
        await ewa.presses("powiadom")
        assert "3 terminy ·" not in words(await ewa.writes("/szkolenia"))
        await town.passes(timedelta(minutes=11))
        assert [text for text in news(anna, before) if "25 września" in text]


async def test_an_unchanged_text_pasted_again_makes_no_second_set() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await published(ewa, PRESS)
        said = words(await pasted(ewa, PRESS))
        assert said.startswith("To ogłoszenie nie wnosi nic nowego\n\nBez zmian: „Prawo opcji”")


async def test_a_text_pasted_again_before_it_was_published_keeps_what_was_stated_by_hand() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("Uzupełnij braki")
        await ewa.writes("9-12")
        preview = words(await pasted(ewa, PRESS))
        assert preview.startswith("Podgląd: 5 terminów")
        assert preview.count(".2026, 9:00 – ") == 5


async def test_a_past_date_is_flagged_and_told_to_nobody() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        preview = words(await pasted(ewa, ONE.replace("9 września 2026", "8 kwietnia 2026")))
        assert "1. śr., 08.04.2026, 9:00 – Prawo opcji · termin minął" in preview
        assert "1 termin już minął, o nim nie powiadomimy." in words(await ewa.presses("Dalej: publikacja"))


async def test_many_trainings_get_their_links_in_a_file() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await published(ewa, "\n".join(f"{day}.09.2026 – Szkolenie numer {day}" for day in range(1, 21)))
        assert words(ewa.last) == "Wszystkie szkolenia z linkami do wklejenia w e-mail."
        assert ewa.last.document
        assert heard(ewa)[-2].startswith("✅ Opublikowano 20 terminów")


async def test_what_a_coordinator_publishes_stands_in_that_programme() -> None:
    async with town_of(training()) as town:
        maria = await organiser(town, "Maria", Role.ADMINISTRATOR)
        await published(maria)
        async with town.bot.storage.reading() as transaction:
            stored = await transaction.trainings.get(2)
        assert stored
        assert stored.training.programme.name == "Wiosna"


async def test_a_change_somebody_else_made_meanwhile_is_shown_and_kept() -> None:
    async with town_of(training()) as town:
        ewa, jan = await organiser(town), await organiser(town, "Jan")
        await published(ewa, PRESS)
        await pasted(ewa, PRESS.replace("24 września (czwartek)", "25 września (piątek)"))
        await jan.forges("xe:6")
        await jan.presses("Liczba miejsc")
        await jan.writes("30")
        await jan.presses("Zatwierdzenie")
        await jan.presses("Zmień")
        assert words(await ewa.presses("Dalej: publikacja")).startswith("⚠️ W międzyczasie ktoś to zmienił.")
        assert "· zmiana · ktoś to zmienił" in words(ewa.last)
        shown = words(await ewa.presses("1"))
        assert "Liczba miejsc: nie podano → 30" in shown
        await ewa.presses("Nanieś moje zmiany")
        await ewa.presses("Dalej: publikacja")
        await ewa.presses("Opublikuj")
        told = await card(ewa, 6)
        assert "25 września" in told
        assert "30 miejsc" in told


async def test_of_a_day_that_is_over_nothing_is_promised() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE.replace("środa, 9 września 2026", "poniedziałek, 20 kwietnia 2026"))
        assert words(await ewa.presses("Dalej: publikacja")) == (
            "Opublikować?\n1 nowy termin.\n1 termin już minął, o nim nie powiadomimy.\n\nNikt nie dostanie wiadomości."
        )
