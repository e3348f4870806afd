"""Correcting drafts: gaps filled for all at once, every field by a tap and a typed answer, restarts on the way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident, found
from playground.clock import ManualClock
from tests.conversations.announcements import ONE, PRESS, corrected, pasted
from tests.conversations.hearing import labels, toast, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import at, town_of

MORNING = at("2026-04-27T08:00")


async def test_what_all_drafts_lack_is_asked_for_in_turn_and_may_be_skipped() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        assert words(await ewa.presses("Uzupełnij braki")).startswith("Godziny\nSzkice nr 1–5\n")
        assert words(await ewa.writes("9-12")).startswith("✅ Zapisano: Godziny\n\nMiejsce\nSzkice nr 1–5\n")
        assert words(await ewa.presses("Pomiń")).startswith("Liczba miejsc\nSzkice nr 1–5\n")
        assert words(await ewa.writes("25")).startswith("✅ Zapisano: Liczba miejsc\n\nTematy\nSzkice nr 1–5\n")
        preview = words(await ewa.writes("prawo"))
        assert preview.startswith("✅ Zapisano: Tematy\nPodgląd: 5 terminów")
        assert preview.count(".2026, 9:00 – ") == 5
        assert "Brakuje: miejsca (1–5)\n" in preview
        await ewa.presses("Uzupełnij braki")
        assert words(await ewa.presses("Pomiń")).startswith("Podgląd: 5 terminów")


async def test_what_one_of_several_drafts_lacks_is_asked_for_with_its_title() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, PRESS.replace("9 września (środa)", "9 września (środa), godz. 9:00–12:00"))
        await ewa.presses("Uzupełnij braki")
        assert words(await ewa.writes("3-5: 10-13")).startswith(
            "✅ Zapisano: Godziny\n\nGodziny\nSzkic nr 2: Przyjazna komunikacja bez hejtu\n\nProsimy podać godziny, "
            "na przykład: 9:00–12:00."
        )
        assert "niektórych" not in words(ewa.last)


async def test_an_online_training_without_a_link_is_asked_for_the_link() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE.replace("Ratusz, Gdynia", "online"))
        assert words(await ewa.presses("Uzupełnij braki")).startswith("Online\n\nProsimy wkleić link do spotkania.")
        assert "Tematy\n" in words(await ewa.writes("https://spotkania.example.org/a"))
        await ewa.presses("Wszystkie szkice")
        assert "Online: online, https://spotkania.example.org/a" in words(await ewa.presses("1"))


async def test_an_answer_that_leaves_something_open_is_not_asked_for_again() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE.replace("Liczba miejsc: 25", "Zapraszamy"))
        assert words(await ewa.presses("Uzupełnij braki")).startswith("Liczba miejsc\n")
        assert words(await ewa.writes("bez limitu")).startswith("✅ Zapisano: Liczba miejsc\n\nTematy\n")
        assert words(await ewa.presses("Pomiń")).startswith("Podgląd: 1 termin")


async def test_an_answer_with_numbers_is_for_those_drafts_only() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("Uzupełnij braki")
        assert words(await ewa.writes("1, 3-4: 9:00–12:00")).startswith(
            "✅ Zapisano: Godziny\n\nGodziny\nSzkice nr 2, 5\n"
        )
        preview = words(await ewa.presses("Wszystkie szkice"))
        assert [row for row in preview.split("\n") if "9:00" in row] == [
            "1. śr., 09.09.2026, 9:00 – Prawo opcji",
            "3. pt., 11.09.2026, 9:00 – Posiedzenie inauguracyjne Zespołu Smart City",
            "4. czw., 17.09.2026, 9:00 – Centrum Usług Wspólnych. Jak się do tego zabrać",
        ]
        assert words(await ewa.presses("Uzupełnij braki")).startswith("Godziny\nSzkice nr 2, 5\n")


async def test_an_answer_that_does_not_fit_all_changes_none_and_is_waited_for_still() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("Uzupełnij braki")
        assert words(await ewa.writes("12-9")).startswith("Szkic 1: Koniec jest przed początkiem.")
        assert words(await ewa.writes("rano")).startswith("Szkic 1: Tej odpowiedzi nie udało się odczytać.")
        assert "Budżet gminy" in words(await ewa.writes("Kiedy jest szkolenie o budżecie?"))
        assert words(await ewa.writes("9-12")).startswith("✅ Zapisano: Godziny")


FIELDS = [
    ("Tytuł", "Prawo opcji od podstaw", "Szkic: Prawo opcji od podstaw"),
    ("Termin", "czwartek 17.09 10-13", "Termin: czwartek, 17 września 2026, godz. 10:00–13:00"),
    ("Miejsce", "Dom Kultury, Sopot, sala 5", "Miejsce: Sopot, Dom Kultury, sala 5"),
    ("Online", "hybrydowo https://spotkania.example.org/a", "Online: hybrydowo, https://spotkania.example.org/a"),
    ("Liczba miejsc", "30", "Liczba miejsc: 30"),
    ("Lista rezerwowa", "tak", "Lista rezerwowa: tak"),
    ("Koniec zapisów", "7.09 12:00", "Koniec zapisów: poniedziałek, 7 września 2026, godz. 12:00"),
    ("Link do zapisów", "zapisy.example.org/a", "Link do zapisów: https://zapisy.example.org/a"),
    ("Cena", "bezpłatne", "Cena: bezpłatne"),
    ("Kontakt", "Maria Lis, 58 000 00 00", "Kontakt: Maria Lis, 58 000 00 00"),
]
MORE_FIELDS = [
    ("Odbiorcy", "sekretarze gmin", "Odbiorcy: sekretarze gmin"),
    ("Poziom", "podstawowy", "Poziom: podstawowy"),
    ("Prowadzenie", "Anna Nowak\nJan Lis", "Prowadzenie: Anna Nowak, Jan Lis"),
    ("Zaświadczenie", "nie", "Zaświadczenie: nie"),
    ("Rodzaj", "warsztat", "Rodzaj: warsztat"),
    ("Tematy", "prawo, finanse", "Tematy: prawo, finanse"),
    ("Opis", "O opcjach.", "Opis: O opcjach."),
    ("Program", "9:00 Otwarcie\n9:15 Wykład", "Program: 2 punkty"),
    ("Kto może", "członkowie", "Kto może się zapisać: urzędy członkowskie"),
    ("Minimum osób", "10 do 7.09", "Minimalna liczba osób: 10 osób, decyzja: poniedziałek, 7 września 2026"),
    ("Uwaga", "Prosimy zabrać laptop.", "Uwaga: Prosimy zabrać laptop."),
]


async def test_every_field_is_corrected_by_a_tap_and_a_typed_answer() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        await ewa.presses("1")
        for field, text, expected in FIELDS:
            assert expected in (await corrected(ewa, field, text)).split("\n"), field
        await ewa.presses("Więcej pól")
        for field, text, expected in MORE_FIELDS:
            assert expected in (await corrected(ewa, field, text)).split("\n"), field


async def test_a_field_shows_the_words_it_came_from_until_it_is_corrected() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, PRESS)
        assert "Termin: środa, 9 września 2026, godzina do potwierdzenia („9 września (środa)”)" in words(
            await ewa.presses("1")
        )
        assert "Z ogłoszenia: „9 września (środa)”" in words(await ewa.presses("Termin"))
        assert "„" not in words(await ewa.writes("16.09")).split("Miejsce")[0]


async def test_what_cannot_be_taken_is_explained_and_asked_again() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        await ewa.presses("1")
        await ewa.presses("Termin")
        for text, why in (
            ("31.02", "Takiego dnia nie ma"),
            ("czwartek 9.09", "Dzień tygodnia nie zgadza się z datą."),
            ("9.09 12-9", "Koniec jest przed początkiem."),
            ("28.03.2027 2:30", "Tej nocy zmienia się czas"),
        ):
            assert words(await ewa.writes(text)).startswith(why)
        assert labels(ewa.last) == ["Wyczyść pole", "Wróć do szkicu"]
        await ewa.presses("Wróć do szkicu")
        assert "godz. 9:00–12:00" in words(ewa.last)
        await ewa.presses("Koniec zapisów")
        assert words(await ewa.writes("10.09")).startswith(
            "Zapisy albo decyzja kończyłyby się po rozpoczęciu szkolenia."
        )


async def test_an_answer_about_a_price_or_a_place_is_taken_as_it_is_meant() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        await ewa.presses("1")
        assert (await corrected(ewa, "Cena", "120 zł + VAT")).startswith("Potrzebna jest jedna kwota, taka, jaką się")
        await ewa.presses("Wróć do szkicu")
        place = "Miejsce: Gdańsk, ul. Długa 5, sala 2, III piętro"
        assert place in await corrected(ewa, "Miejsce", "ul. Długa 5, 80-803 Gdańsk, sala 2, III piętro")
        assert (await corrected(ewa, "Miejsce", "9-13")).startswith("Tej odpowiedzi nie udało się odczytać.")
        assert "Online: online" in words(await ewa.writes("online"))


async def test_an_agenda_is_shown_item_by_item_where_it_is_asked_for() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        await ewa.presses("1")
        await ewa.presses("Więcej pól")
        assert "Program: 2 punkty" in await corrected(ewa, "Program", "9.00-9.30 rejestracja; 9.30 wykład")
        assert "\nTeraz: 2 punkty\n9:00–9:30 rejestracja\n9:30 wykład\n\n" in words(await ewa.presses("Program"))
        await ewa.writes("1. Doręczenia\n2. Terminy\n4. rozdział ustawy")
        assert "Teraz: 3 punkty\nDoręczenia\nTerminy\n4. rozdział ustawy\n" in words(await ewa.presses("Program"))
        await ewa.writes("\n".join(f"{'Długa nazwa punktu ' * 4}{n}" for n in range(30)))
        assert "\n…\n\n" in words(await ewa.presses("Program"))


async def test_a_field_is_emptied_and_the_way_back_ends_the_waiting() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        await ewa.presses("1")
        await ewa.presses("Liczba miejsc")
        assert "liczba miejsc" in words(await ewa.presses("Wyczyść pole")).split("Nie podano: ")[1]
        await ewa.presses("Tytuł")
        assert labels(ewa.last) == ["Wróć do szkicu"]
        await ewa.presses("Wróć do szkicu")
        assert "Budżet gminy" in words(await ewa.writes("budżet gminy"))


async def test_a_draft_is_dropped_and_all_are_discarded_and_taken_back() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("2")
        assert words(await ewa.presses("Usuń")).startswith("Usunięto szkic z listy.\nPodgląd: 4 terminy")
        assert words(await ewa.presses("Odrzuć")) == "Odrzucono 4 szkice."
        assert words(await ewa.presses("Przywróć szkice")).startswith("Podgląd: 4 terminy")
        assert toast(ewa) == "Szkice przywrócone."
        await ewa.presses("Odrzuć")
        assert "Szkice (1)" not in labels(await ewa.writes("/nowe"))


async def test_drafts_wait_and_are_found_again() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        assert words(await ewa.presses("Zapisz szkice")) == "💾 Zapisano 5 szkiców. Znajdą się pod /nowe."
        await ewa.writes("/nowe")
        await ewa.presses("Szkice (1)")
        assert labels(ewa.last)[0] == "1. z tekstu, 27.04, 8:00"
        assert words(ewa.last).split("\n")[2:] == ["1. Prawo opcji i jeszcze 4 terminy"]
        assert words(await ewa.presses("27.04, 8:00")).startswith("Podgląd: 5 terminów")
        await pasted(ewa, ONE.replace("Prawo opcji", "Archiwum"))
        await ewa.forges("bh:2:2")
        await ewa.writes("jutro 9:30")
        await ewa.forges("bu:1")
        assert words(ewa.last).split("\n")[2:] == [
            "1. Archiwum · ⏰ Publikacja: jutro o 9:30",
            "2. Prawo opcji i jeszcze 4 terminy",
        ]


async def test_what_two_organisers_correct_at_once_is_not_overwritten() -> None:
    async with town_of(training()) as town:
        ewa, jan = await organiser(town), await organiser(town, "Jan")
        await pasted(ewa, ONE)
        for person in (ewa, jan):
            await person.forges("bf:1:capacity")
        await jan.writes("30")
        shown = words(await ewa.writes("40"))
        assert shown.startswith("⚠️ W międzyczasie ktoś to zmienił. Oto obecny stan.")
        assert "Liczba miejsc: 30" in shown


async def test_more_drafts_than_a_page_holds_are_paged() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, "\n".join(f"{day}.09.2026 – Szkolenie numer {day}" for day in range(1, 26)))
        assert words(ewa.last).startswith("Podgląd: 25 terminów")
        assert [label for label in labels(ewa.last) if label.isdigit()] == [str(n) for n in range(1, 11)]
        await ewa.presses("Dalej")
        assert [label for label in labels(ewa.last) if label.isdigit()] == [str(n) for n in range(11, 21)]
        assert words(await ewa.presses("12")).startswith("Szkic 12 z 25: Szkolenie numer 12")


@asynccontextmanager
async def living(database: Path, run: int) -> AsyncIterator[Resident]:
    """Let the bot of a kept database serve for a while, and give the organiser who meets it in every run."""
    clock = ManualClock(MORNING + timedelta(minutes=run))
    async with found(programme_of(training()), database=f"sqlite:///{database}", clock=clock, seed=run) as town:
        yield await organiser(town)


@pytest.mark.parametrize(
    ("press", "text", "answer"),
    [
        ("bn", ONE, "Podgląd: 1 termin"),
        ("bf:1:capacity", "30", "✅ Zapisano: Liczba miejsc"),
        ("bg:1", "9-12", "✅ Zapisano: Godziny"),
        ("bh:1:6", "jutro 9:30", "Podgląd: 5 terminów · nic jeszcze nie opublikowano\n⏰ Publikacja: jutro o 9:30"),
    ],
    ids=["paste", "a field", "a gap", "an hour"],
)
async def test_a_restart_strands_nobody(tmp_path: Path, press: str, text: str, answer: str) -> None:
    async with living(tmp_path / "kept.db", 1) as ewa:
        await pasted(ewa)
        await ewa.forges(press)
    async with living(tmp_path / "kept.db", 2) as ewa:
        assert words(await ewa.writes(text)).startswith(answer)
