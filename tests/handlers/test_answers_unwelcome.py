"""Answers that disappoint: called off, moved, over, or not stated at all."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.ports import Occupancy
from domain.question.answer import Answer, Behaviour, Intent, Missing
from domain.training import Contact, Place, Status
from tests.handlers.answers import EN, asked, fact, stated, text
from tests.handlers.samples import CALLED_OFF, PROGRAMME, UNKNOWN

DURING = datetime(2026, 5, 7, 8, 0, tzinfo=UTC)
AFTER = datetime(2026, 5, 8, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("intent", [Intent.SIGNUP, Intent.SEATS, Intent.WITHDRAW, Intent.WHEN, Intent.STATUS])
def test_cancelled_training_is_told_as_cancelled_first(intent: Intent) -> None:
    answered = text(asked(intent, stated(CALLED_OFF)))
    assert answered.startswith("❌ Szkolenie odwołane\nChoroba.\n\n")
    assert "Budżet od zera" in answered
    assert "/zapisz" not in answered
    assert text(asked(intent, stated(CALLED_OFF), language=EN)).startswith("❌ Training cancelled\n")


def test_cancelled_training_tells_the_day_that_was_planned() -> None:
    assert text(asked(Intent.WHEN, stated(CALLED_OFF))).split("\n\n")[1:3] == [
        "Planowany termin: środa, 20 maja, godz. 9:00",
        "Budżet od zera",
    ]


@pytest.mark.parametrize(
    ("details", "now", "polish"),
    [
        ({}, None, "Szkolenie odbędzie się zgodnie z planem: czwartek, 7 maja, godz. 9:00–12:30"),
        (
            {"status": Status.MOVED},
            None,
            "⚠️ Szkolenie zostało przeniesione. Nowy termin: czwartek, 7 maja, godz. 9:00–12:30",
        ),
        ({}, DURING, "To szkolenie już trwa: czwartek, 7 maja, godz. 9:00–12:30"),
        ({}, AFTER, "To szkolenie już się odbyło: czwartek, 7 maja, godz. 9:00–12:30"),
    ],
)
def test_status_tells_what_became_of_it(details: dict[str, Any], now: datetime | None, polish: str) -> None:
    found = asked(Intent.STATUS, stated(**details))
    assert (fact(found, now=now) if now else fact(found)) == polish


def test_moved_training_tells_the_note_with_its_new_day() -> None:
    answered = text(asked(Intent.WHEN, stated(status=Status.MOVED, note="Przeniesione z 8 kwietnia.")))
    assert answered.startswith("Nowy termin: czwartek, 7 maja, godz. 9:00–12:30\n\nArchiwum urzędu krok po kroku\n")
    assert "⚠️ Termin został zmieniony\nPrzeniesione z 8 kwietnia." in answered


def test_past_training_is_told_as_past() -> None:
    assert "To szkolenie już się odbyło." in text(asked(Intent.PRICE, stated()), now=AFTER)


ABSTAINED: list[tuple[Intent, Missing | None, str, str]] = [
    (Intent.PRICE, None, "nie podano ceny.", "the price is not stated."),
    (Intent.CERTIFICATE, None, "nie podano, czy jest zaświadczenie.", "a certificate is not mentioned."),
    (Intent.WHERE, None, "nie podano miejsca.", "the place is not stated."),
    (Intent.WHERE, Missing.ROOM, "nie podano sali.", "the room is not stated."),
    (Intent.WHEN, Missing.HOUR, "nie podano godziny.", "the time is not stated."),
    (Intent.SEATS, None, "nie podano liczby miejsc.", "the number of seats is not stated."),
    (Intent.SPEAKERS, None, "nie podano, kto prowadzi.", "the speakers are not stated."),
]


@pytest.mark.parametrize(("intent", "missing", "polish", "english"), ABSTAINED)
def test_what_is_not_stated_is_said_plainly_with_whom_to_ask(
    intent: Intent, missing: Missing | None, polish: str, english: str
) -> None:
    found = replace(asked(intent, stated(UNKNOWN), behaviour=Behaviour.ABSTAIN), missing=missing)
    assert text(found) == (
        f"Nie mam takiej informacji: {polish}\n"
        "Wycinka drzew po zmianie ustawy – czwartek, 7 maja, godzina do potwierdzenia\n\n"
        "Kontakt: Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org"
    )
    assert text(replace(found, language=EN)).startswith(f"I do not have this information: {english}\n")


def test_missing_room_still_tells_the_venue_and_the_note() -> None:
    stored = stated(place=Place("Zamek", "Lipowo"), note="Salę podamy później.")
    found = replace(asked(Intent.WHERE, stored, behaviour=Behaviour.ABSTAIN), missing=Missing.ROOM)
    assert "Miejsce: Lipowo, Zamek, sala do potwierdzenia\nSalę podamy później." in text(found)


def test_something_that_no_row_holds_is_not_known() -> None:
    found = replace(asked(Intent.DETAILS, stated(), behaviour=Behaviour.ABSTAIN), missing=Missing.OTHER)
    assert text(found).startswith("Nie mam takiej informacji o tym szkoleniu.\nArchiwum urzędu krok po kroku – ")


def test_contact_is_that_of_the_training() -> None:
    stored = stated(contact=Contact("Jan Lis", email="jan@example.org"))
    told = text(asked(Intent.PRICE, stored, behaviour=Behaviour.ABSTAIN))
    assert told.endswith("Kontakt: Jan Lis, jan@example.org")


UNSTATED = [intent for intent, missing, *_ in ABSTAINED if not missing] + [
    Intent.LINK,
    Intent.DEADLINE,
    Intent.LEVEL,
    Intent.AUDIENCE,
    Intent.MATERIALS,
    Intent.AGENDA,
]


@pytest.mark.parametrize("intent", UNSTATED)
def test_answer_that_no_row_states_abstains_all_the_same(intent: Intent) -> None:
    stored = stated(UNKNOWN, Occupancy(0, None, 0))
    abstained: Answer = asked(intent, stored, behaviour=Behaviour.ABSTAIN)
    assert text(asked(intent, stored)) == text(abstained)
    assert text(abstained).startswith("Nie mam takiej informacji: ")


def test_what_is_not_known_of_any_training_is_said_with_the_coordinator() -> None:
    found = Answer(Intent.DETAILS, Behaviour.ABSTAIN, EN, programmes=(PROGRAMME,))
    who = "Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org"
    assert text(found) == f"I do not have this information.\n\nContact: {who}"
    assert text(replace(found, programmes=())) == "I do not have this information."
