"""Answers about one training: every stated fact has its own sentence, in both languages."""

from dataclasses import replace
from datetime import time
from decimal import Decimal
from typing import Any

import pytest

from domain.question.answer import Intent
from domain.training import Admission, AgendaItem, Contact, Eligibility, Material, Mode, Place, Speaker
from domain.wall import Wall
from tests.handlers.answers import EN, asked, fact, stated, text

AGENDA = (
    AgendaItem("a", "Teczka", Wall.parse("2026-05-07T09:00"), Wall.parse("2026-05-07T10:30")),
    AgendaItem(
        "b",
        "Pytania",
        Wall.parse("2026-05-08"),
        place=Place(room="7"),
        speakers=(Speaker("Ewa Jesion", "archiwistka"),),
        track="Praktyka",
    ),
    AgendaItem("c", "Koniec"),
)

DAY_BY_DAY = (
    "Program:\nczwartek, 7 maja\n9:00–10:30 Teczka\n"
    "piątek, 8 maja\n• Pytania · Ewa Jesion (archiwistka) · sala 7 · Praktyka\n• Koniec"
)
DAY_BY_DAY_IN_ENGLISH = (
    "Agenda:\nThursday, 7 May\n9:00–10:30 Teczka\n"
    "Friday, 8 May\n• Pytania · Ewa Jesion (archiwistka) · room 7 · Praktyka\n• Koniec"
)

TERMS: list[tuple[Intent, dict[str, Any], str, str]] = [
    (Intent.PRICE, {"price_pln": Decimal(0)}, "Udział jest bezpłatny.", "The training is free of charge."),
    (Intent.PRICE, {"price_pln": Decimal(250)}, "Koszt udziału: 250 zł", "Price: PLN 250"),
    (Intent.PRICE, {"price_pln": Decimal("1249.50")}, "Koszt udziału: 1249,50 zł", "Price: PLN 1249.50"),
    (Intent.PRICE, {"price_pln": Decimal(12000)}, "Koszt udziału: 12 000 zł", "Price: PLN 12,000"),
    (
        Intent.CERTIFICATE,
        {"certificate": True},
        "Tak, to szkolenie kończy się zaświadczeniem.",
        "Yes, this training ends with a certificate.",
    ),
    (
        Intent.CERTIFICATE,
        {"certificate": False},
        "Nie, to szkolenie jest bez zaświadczenia.",
        "No, this training comes without a certificate.",
    ),
    (Intent.LEVEL, {"level": "podstawowy"}, "Poziom: podstawowy", "Level: podstawowy"),
    (Intent.AUDIENCE, {"audience": "kancelarie"}, "Dla kogo: kancelarie", "For whom: kancelarie"),
    (
        Intent.AUDIENCE,
        {"audience": None, "eligibility": Eligibility()},
        "Zapisać może się każda chętna osoba.",
        "Everybody may sign up.",
    ),
    (
        Intent.AUDIENCE,
        {"audience": None, "eligibility": Eligibility(Admission.LIST, ("UG Lipowo",), 2)},
        "Zapisy: tylko dla instytucji: UG Lipowo · najwyżej 2 osoby z jednej instytucji",
        "Sign-up: only for UG Lipowo · at most 2 people from one institution",
    ),
    (
        Intent.SPEAKERS,
        {},
        "Prowadzenie: Adam Wierzba (archiwista), Ewa Jesion",
        "Led by: Adam Wierzba (archiwista), Ewa Jesion",
    ),
    (Intent.SPEAKERS, {"speakers": ()}, "Osób prowadzących nie wskazano.", "No speakers are named."),
    (
        Intent.SPEAKERS,
        {"speakers": (), "agenda": AGENDA},
        "Osób prowadzących nie wskazano.\nW punktach programu: Ewa Jesion (archiwistka)",
        "No speakers are named.\nIn the agenda: Ewa Jesion (archiwistka)",
    ),
    (
        Intent.MATERIALS,
        {"materials": (Material("Wzór & opis", "https://example.org/a?b=1&c=2"),)},
        "Materiały:\n• Wzór & opis: https://example.org/a?b=1&c=2",
        "Materials:\n• Wzór & opis: https://example.org/a?b=1&c=2",
    ),
    (
        Intent.MATERIALS,
        {"materials": ()},
        "Materiałów do tego szkolenia nie ma.",
        "There are no materials for this training.",
    ),
    (
        Intent.AGENDA,
        {"agenda": ()},
        "To szkolenie nie jest podzielone na punkty programu.",
        "This training is not divided into agenda items.",
    ),
    (
        Intent.AGENDA,
        {},
        "Program:\n9:00 Teczka od środka\n• Pytania",
        "Agenda:\n9:00 Teczka od środka\n• Pytania",
    ),
    (
        Intent.AGENDA,
        {"agenda": AGENDA},
        DAY_BY_DAY,
        DAY_BY_DAY_IN_ENGLISH,
    ),
    (
        Intent.CONTACT,
        {"contact": Contact("Jan Lis", "trener", "jan@example.org", "12 000 00 00")},
        "Kontakt: Jan Lis, trener, 12 000 00 00, jan@example.org",
        "Contact: Jan Lis, trener, 12 000 00 00, jan@example.org",
    ),
    (
        Intent.CONTACT,
        {},
        "Kontakt: Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org",
        "Contact: Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org",
    ),
]


@pytest.mark.parametrize(("intent", "details", "polish", "english"), TERMS)
def test_stated_fact_has_its_sentence(intent: Intent, details: dict[str, Any], polish: str, english: str) -> None:
    assert fact(asked(intent, stated(**details))) == polish
    assert fact(asked(intent, stated(**details), language=EN)) == english


TIMES: list[tuple[dict[str, Any], str, str]] = [
    ({}, "Termin: czwartek, 7 maja, godz. 9:00–12:30", "Date: Thursday, 7 May, 9:00–12:30"),
    (
        {"start": Wall.parse("2026-05-07"), "end": None},
        "Termin: czwartek, 7 maja, godzina do potwierdzenia",
        "Date: Thursday, 7 May, time to be confirmed",
    ),
    (
        {
            "start": Wall.parse("2026-05-07T09:00"),
            "end": Wall.parse("2026-05-08T15:00"),
            "daily_hours": (time(9), time(15)),
        },
        "Termin: czwartek–piątek, 7–8 maja, codziennie w godz. 9:00–15:00",
        "Date: Thursday–Friday, 7–8 May, 9:00–15:00 each day",
    ),
]


@pytest.mark.parametrize(("details", "polish", "english"), TIMES)
def test_when_tells_all_days_and_the_hours_that_are_known(details: dict[str, Any], polish: str, english: str) -> None:
    assert fact(asked(Intent.WHEN, stated(**details))) == polish
    assert fact(asked(Intent.WHEN, stated(**details), language=EN)) == english


def test_when_names_the_training_and_the_source() -> None:
    assert text(asked(Intent.WHEN, stated())) == (
        "Termin: czwartek, 7 maja, godz. 9:00–12:30\n\nArchiwum urzędu krok po kroku\n\nŹródło: Szkolenia lipowe"
    )


def test_other_facts_name_the_day_as_well() -> None:
    assert text(asked(Intent.PRICE, stated(), language=EN)) == (
        "The training is free of charge.\n\n"
        "Archiwum urzędu krok po kroku – Thursday, 7 May, 9:00–12:30\n\n"
        "Source: Szkolenia lipowe"
    )


@pytest.mark.parametrize(
    ("details", "polish", "english"),
    [
        ({}, "Miejsce: Lipowo, Dom Kultury, sala 12", "Place: Lipowo, Dom Kultury, room 12"),
        ({"mode": Mode.ONLINE}, "To szkolenie jest online.", "This training is online."),
        (
            {"mode": Mode.HYBRID},
            "Miejsce: Lipowo, Dom Kultury, sala 12 oraz online",
            "Place: Lipowo, Dom Kultury, room 12 and online",
        ),
        (
            {"place": Place(city="Lipowo")},
            "Miejsce: Lipowo, miejsce do potwierdzenia",
            "Place: Lipowo, place to be confirmed",
        ),
    ],
)
def test_where_tells_the_venue_online_or_both(details: dict[str, Any], polish: str, english: str) -> None:
    assert fact(asked(Intent.WHERE, stated(**details))) == polish
    assert fact(asked(Intent.WHERE, stated(**details), language=EN)) == english


def test_parts_of_the_agenda_are_told_with_day_hour_room_and_speakers() -> None:
    found = replace(asked(Intent.AGENDA, stated(agenda=AGENDA)), items=AGENDA[:2])
    assert fact(found) == (
        "czwartek, 7 maja, godz. 9:00–10:30 – Teczka\n"
        "piątek, 8 maja, godzina do potwierdzenia – Pytania · Ewa Jesion (archiwistka) · sala 7 · Praktyka"
    )


def test_details_are_a_compact_card() -> None:
    assert text(asked(Intent.DETAILS, stated())) == (
        "Archiwum urzędu krok po kroku\n\n"
        "Kiedy: czwartek, 7 maja, godz. 9:00–12:30\n"
        "Gdzie: Lipowo, Dom Kultury, sala 12\n"
        "Dla kogo: kancelarie i sekretariaty\n"
        "Poziom: podstawowy\n"
        "Koszt: bezpłatne\n"
        "Zaświadczenie: tak\n"
        "Miejsca: zostało 12 miejsc z 25 · zapisy do 6 maja, 12:00\n"
        "Prowadzenie: Adam Wierzba (archiwista), Ewa Jesion\n\n"
        "Jak opisać teczkę, kiedy ją zniszczyć i kogo o to zapytać.\n\n"
        "Źródło: Szkolenia lipowe"
    )
