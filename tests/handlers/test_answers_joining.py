"""Answers about seats, signing up, deadlines, links and withdrawing, as things stand."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.faq import Faq
from domain.ports import Occupancy
from domain.question.answer import Intent
from domain.training import Admission, Eligibility
from domain.wall import Wall
from tests.handlers.answers import EN, FREE, asked, fact, stated, text
from tests.handlers.samples import FORM, FULL, SEATS

DURING = datetime(2026, 5, 7, 8, 0, tzinfo=UTC)
AFTER = datetime(2026, 5, 8, 8, 0, tzinfo=UTC)
PAST_DEADLINE = datetime(2026, 5, 6, 11, 0, tzinfo=UTC)
NO_SEATS = Occupancy(25, 0, 0)


@pytest.mark.parametrize(
    ("occupancy", "details", "polish", "english"),
    [
        (FREE, {}, "Zostało 12 wolnych miejsc z 25.", "12 seats of 25 are left."),
        (Occupancy(24, 1, 0), {}, "Zostało 1 wolne miejsce z 25.", "1 seat of 25 is left."),
        (Occupancy(0, 3, 0), {"capacity": None}, "Zostały 3 wolne miejsca.", "3 seats are left."),
        (
            Occupancy(23, 2, 4),
            {},
            "Zostały 2 wolne miejsca z 25.\nPrzed nowymi zapisami czekają 4 osoby z listy rezerwowej.",
            "2 seats of 25 are left.\n4 people from the waiting list come before new sign-ups.",
        ),
        (
            NO_SEATS,
            {"waiting_list": True},
            "Wolnych miejsc nie ma.\nMożna zapisać się na listę rezerwową.",
            "There are no free seats.\nYou can join the waiting list.",
        ),
        (
            NO_SEATS,
            {"waiting_list": False},
            "Wolnych miejsc nie ma.\nListy rezerwowej nie ma.",
            "There are no free seats.\nThere is no waiting list.",
        ),
        (
            NO_SEATS,
            {"signup_url": "https://example.org/f"},
            "Wolnych miejsc nie ma.",
            "There are no free seats.",
        ),
        (
            Occupancy(0, None, 0),
            {},
            "Wszystkich miejsc jest 25. Nie podano, ile z nich jest wolnych.",
            "There are 25 seats in all. How many are free is not stated.",
        ),
    ],
)
def test_seats_are_told_with_the_waiting_list(
    occupancy: Occupancy, details: dict[str, Any], polish: str, english: str
) -> None:
    assert fact(asked(Intent.SEATS, stated(SEATS, occupancy, **details))) == polish
    assert fact(asked(Intent.SEATS, stated(SEATS, occupancy, **details), language=EN)) == english


FORM_URL = "https://formularz.example.org/zjazd"


def test_signing_up_here_names_the_command_and_the_deadline() -> None:
    told = "Zapis w rozmowie z botem: /zapisz 12\nZapisy trwają do 6 maja, 12:00."
    assert fact(asked(Intent.SIGNUP, stated())) == told
    assert fact(asked(Intent.SIGNUP, stated(), language=EN)).startswith(
        "To sign up in the chat with the bot: /register"
    )


def test_signing_up_elsewhere_gives_the_form() -> None:
    told = text(asked(Intent.SIGNUP, stated(FORM, Occupancy(0, None, 0))))
    assert told.startswith(f"Zapisy prowadzi organizator w formularzu: {FORM_URL}\n")
    assert "/zapisz" not in told


def test_signing_up_for_members_says_so() -> None:
    told = fact(asked(Intent.SIGNUP, stated(eligibility=Eligibility(Admission.MEMBERS))))
    assert told.endswith("Zapisy: tylko dla członków")


def test_full_training_offers_the_waiting_list_where_there_is_one() -> None:
    queue = fact(asked(Intent.SIGNUP, stated(FULL, NO_SEATS)))
    assert queue == "Wolnych miejsc nie ma.\nZapis na listę rezerwową: /zapisz 14"
    none = text(asked(Intent.SIGNUP, stated(FULL, NO_SEATS, waiting_list=False)))
    assert none.startswith("Wolnych miejsc nie ma.\nListy rezerwowej nie ma.\nKontakt: Hanna Brzozowska")
    assert "/zapisz" not in none


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (PAST_DEADLINE, "Zapisy na to szkolenie zakończyły się 6 maja o 12:00."),
        (DURING, "Zapisy na to szkolenie są zakończone."),
        (AFTER, "Zapisy na to szkolenie są zakończone."),
    ],
)
@pytest.mark.parametrize("intent", [Intent.SIGNUP, Intent.SEATS])
def test_closed_sign_up_names_no_command(now: datetime, told: str, intent: Intent) -> None:
    answered = text(asked(intent, stated()), now=now)
    assert answered.startswith(told)
    assert "/zapisz" not in answered


@pytest.mark.parametrize(
    ("details", "now", "polish"),
    [
        ({}, None, "Zapisy trwają do 6 maja, 12:00."),
        ({"signup_deadline": Wall.parse("2026-05-06")}, None, "Zapisy trwają do 6 maja."),
        ({}, PAST_DEADLINE, "Zapisy na to szkolenie zakończyły się 6 maja o 12:00."),
        ({"signup_deadline": Wall.parse("2026-05-07")}, DURING, "Termin zapisów: 7 maja"),
    ],
)
def test_deadline_is_told_by_whether_it_has_passed(details: dict[str, Any], now: datetime | None, polish: str) -> None:
    found = asked(Intent.DEADLINE, stated(**details))
    assert (fact(found, now=now) if now else fact(found)) == polish


def test_link_is_told_in_private_only() -> None:
    found = asked(Intent.LINK, stated(FULL))
    assert fact(found) == "Link do spotkania: https://spotkania.example.org/pisma"
    assert "https://spotkania" not in text(found, private=False)


def test_withdrawing_here_names_the_command() -> None:
    assert fact(asked(Intent.WITHDRAW, stated())) == "Rezygnacja w rozmowie z botem: /wypisz 12"
    told = "To withdraw in the chat with the bot: /withdraw 12"
    assert fact(asked(Intent.WITHDRAW, stated(), language=EN)) == told


def test_withdrawing_elsewhere_gives_the_contact_and_what_is_often_answered() -> None:
    often = Faq(1, 1, "koszty", "Do kiedy?", "Do 3 dni przed szkoleniem.\nPóźniej nie.")
    told = text(replace(asked(Intent.WITHDRAW, stated(FORM)), faq=often))
    assert told.startswith(
        "Zapisy prowadzi organizator i u niego można zrezygnować.\nKontakt: Hanna Brzozowska, koordynatorka"
    )
    assert "\n\nDo 3 dni przed szkoleniem.\nPóźniej nie.\n\n" in told
