"""Places, people, numbers and texts as organisers type them."""

from decimal import Decimal
from typing import Any

import pytest

from domain.stating import Field, Misfit
from domain.training import (
    Admission,
    AgendaItem,
    Contact,
    Draft,
    Eligibility,
    Minimum,
    Mode,
    Place,
    Speaker,
)
from domain.wall import Wall
from tests.domain.stating.stated import DRAFT, stated

KNOWN = Place("Ratusz", "Gdynia", "5")
LINK = "https://spotkania.example.org/abc"


def value(field: Field, text: str, name: str = "", **known: Any) -> object:  # noqa: ANN401 - fields
    """Return what a field of the draft states after an answer, or why the answer cannot be taken."""
    outcome = stated(field, text, **known)
    return outcome if isinstance(outcome, Misfit) else getattr(outcome, name or field.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Biuro Rady Miasta, Gdańsk, sala 107", Place("Biuro Rady Miasta", "Gdańsk", "sala 107")),
        ("Gdańsk, Urząd Miasta", Place("Urząd Miasta", "Gdańsk")),
        ("Urząd Miasta, ul. Długa 5, Gdańsk", Place("Urząd Miasta, ul. Długa 5", "Gdańsk")),
        ("Dom Kultury, Gdańsk", Place("Dom Kultury", "Gdańsk")),
        ("Ratusz", Place("Ratusz")),
        ("miejsce: Ratusz; miasto: Gdynia; sala: 3", Place("Ratusz", "Gdynia", "3")),
        ("ul. Długa 5, Gdańsk, III piętro", Place("ul. Długa 5", "Gdańsk", "III piętro")),
        ("Ratusz, Gdynia, sala 5, II piętro", Place("Ratusz", "Gdynia", "sala 5, II piętro")),
        ("Urząd Miasta, ul. Nowe Ogrody 8/12, 80-803 Gdańsk", Place("Urząd Miasta, ul. Nowe Ogrody 8/12", "Gdańsk")),
        ("nie wiadomo", None),
        ("9-13", Misfit.UNREAD),
        ("a, b, c, d", Misfit.UNREAD),
    ],
)
def test_a_place_is_read_in_one_answer(text: str, expected: Place | Misfit | None) -> None:
    assert value(Field.PLACE, text) == expected


def test_a_street_after_a_town_is_in_that_town() -> None:
    pytest.importorskip("morfeusz2")
    assert value(Field.PLACE, "Gdańsk, ul. Długa 5, sala 2") == Place("ul. Długa 5", "Gdańsk", "sala 2")


def test_another_town_alone_leaves_nothing_of_the_venue_in_the_first() -> None:
    pytest.importorskip("morfeusz2")
    assert value(Field.PLACE, "Sopot", place=KNOWN) == Place(city="Sopot")
    assert value(Field.PLACE, "Gdynia", place=KNOWN) == KNOWN


def test_online_is_no_place() -> None:
    outcome = stated(Field.PLACE, "online", place=KNOWN)
    assert isinstance(outcome, Draft)
    assert (outcome.mode, outcome.place) == (Mode.ONLINE, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sala 12", Place("Ratusz", "Gdynia", "sala 12")),
        ("miasto: Sopot", Place("Ratusz", "Sopot", "5")),
        ("Dom Kultury", Place("Dom Kultury")),
        ("-", None),
    ],
)
def test_a_room_or_a_town_alone_leaves_the_rest_of_a_place(text: str, expected: Place | None) -> None:
    assert value(Field.PLACE, text, place=KNOWN) == expected


@pytest.mark.parametrize(
    ("text", "mode", "link"),
    [
        ("tak", Mode.ONLINE, None),
        ("nie", Mode.ON_SITE, None),
        ("stacjonarnie", Mode.ON_SITE, None),
        ("hybrydowo", Mode.HYBRID, None),
        (LINK, Mode.ONLINE, LINK),
        (f"hybrydowo, {LINK}", Mode.HYBRID, LINK),
        ("spotkania.example.org/abc", Mode.ONLINE, LINK),
    ],
)
def test_online_is_yes_no_both_or_a_link(text: str, mode: Mode, link: str | None) -> None:
    outcome = stated(Field.ONLINE, text)
    assert isinstance(outcome, Draft)
    assert (outcome.mode, outcome.online_url) == (mode, link)


def test_a_link_beside_a_place_means_both_and_on_site_has_none() -> None:
    assert value(Field.ONLINE, LINK, "mode", place=KNOWN) is Mode.HYBRID
    assert value(Field.ONLINE, "nie", "online_url", online_url=LINK) is None
    assert value(Field.ONLINE, "-", "online_url", online_url=LINK) is None


@pytest.mark.parametrize(
    ("field", "name", "text", "expected"),
    [
        (Field.CAPACITY, "", "25", 25),
        (Field.CAPACITY, "", "maks. 25 osób", 25),
        (Field.CAPACITY, "", "0", 0),
        (Field.CAPACITY, "", "dużo", Misfit.NO_NUMBER),
        (Field.CAPACITY, "", "20-25", Misfit.NO_NUMBER),
        (Field.CAPACITY, "", "1000000", Misfit.TOO_MANY),
        (Field.PRICE, "price_pln", "bezpłatne", Decimal(0)),
        (Field.PRICE, "price_pln", "udział bezpłatny", Decimal(0)),
        (Field.PRICE, "price_pln", "120 zł", Decimal(120)),
        (Field.PRICE, "price_pln", "1 200,50 zł", Decimal("1200.50")),
        (Field.PRICE, "price_pln", "drogo", Misfit.NO_AMOUNT),
        (Field.PRICE, "price_pln", "120 zł + VAT", Misfit.NO_AMOUNT),
        (Field.WAITING_LIST, "", "tak", True),
        (Field.WAITING_LIST, "", "nie", False),
        (Field.CERTIFICATE, "", "Tak.", True),
        (Field.CERTIFICATE, "", "może", Misfit.UNREAD),
        (Field.SIGNUP_URL, "", "zapisy.example.org", "https://zapisy.example.org"),
        (Field.SIGNUP_URL, "", "zapisy@example.org", Misfit.NO_LINK),
        (Field.SIGNUP_URL, "", "http://1", Misfit.NO_LINK),
        (Field.TITLE, "", "Nowy\n tytuł", "Nowy tytuł"),
        (Field.TITLE, "", "\u202eNowy\x00 tytuł", "Nowy tytuł"),
        (Field.TITLE, "", "-", Misfit.NEEDED),
        (Field.TITLE, "", "x" * 301, Misfit.TOO_LONG),
        (Field.TITLE, "", "!!!", Misfit.UNREAD),
        (Field.KIND, "", "Webinar", "webinar"),
        (Field.TOPICS, "", "RODO, BIP; RODO", ("RODO", "BIP")),
        (Field.LEVEL, "", "podstawowy", "podstawowy"),
        (Field.AUDIENCE, "", "sekretarze gmin", "sekretarze gmin"),
        (Field.SUMMARY, "", "O planach.\nI uchwałach.", "O planach.\nI uchwałach."),
        (Field.NOTE, "", "Prosimy zabrać laptop.", "Prosimy zabrać laptop."),
        (Field.ELIGIBILITY, "", "wszyscy", Eligibility()),
        (Field.ELIGIBILITY, "", "tylko członkowie", Eligibility(Admission.MEMBERS)),
        (Field.ELIGIBILITY, "", "nikt", Misfit.UNREAD),
        (Field.MINIMUM, "", "10", Minimum(10)),
        (Field.MINIMUM, "", "10 osób do 5.05", Minimum(10, Wall.parse("2026-05-05"))),
        (Field.MINIMUM, "", "10, 7.05", Misfit.AFTER_START),
        (Field.MINIMUM, "", "0", Misfit.NO_NUMBER),
    ],
)
def test_values_are_read_as_they_are_usually_written(field: Field, name: str, text: str, expected: object) -> None:
    assert value(field, text, name) == expected


@pytest.mark.parametrize("nothing", ["-", "–", "brak", "Nie podano", "none"])
def test_a_field_is_emptied_in_words_or_with_a_dash(nothing: str) -> None:
    assert value(Field.CAPACITY, nothing, capacity=25) is None
    assert value(Field.WHEN, nothing, "start") is None
    assert value(Field.DEADLINE, nothing, "signup_deadline", signup_deadline=Wall.parse("2026-05-05")) is None
    assert value(Field.CAPACITY, "bez limitu", capacity=25) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Nowak", (Speaker("Anna Nowak"),)),
        ("Anna Nowak, Jan Lis", (Speaker("Anna Nowak"), Speaker("Jan Lis"))),
        ("Anna Nowak, radczyni prawna", (Speaker("Anna Nowak", "radczyni prawna"),)),
        ("Anna Nowak\nJan Lis – starosta", (Speaker("Anna Nowak"), Speaker("Jan Lis", "starosta"))),
        ("dr Anna Nowak (UG); Jan Lis", (Speaker("dr Anna Nowak", "UG"), Speaker("Jan Lis"))),
    ],
)
def test_speakers_stand_a_line_each_or_between_commas(text: str, expected: tuple[Speaker, ...]) -> None:
    assert value(Field.SPEAKERS, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Maria Lis, koordynatorka, 58 000 00 00, maria@example.org",
            Contact("Maria Lis", "koordynatorka", "maria@example.org", "58 000 00 00"),
        ),
        ("maria@example.org", Contact(email="maria@example.org")),
        ("tel. 58 123 45 67", Contact(phone="58 123 45 67")),
        ("Maria <maria@example.org>", Contact("Maria", email="maria@example.org")),
        ("maria@", Misfit.NO_EMAIL),
        ("…", Misfit.UNREAD),
    ],
)
def test_a_contact_is_read_in_any_order(text: str, expected: Contact | Misfit) -> None:
    assert value(Field.CONTACT, text) == expected


def test_an_agenda_has_an_hour_and_a_title_a_line() -> None:
    assert value(Field.AGENDA, "9:00 Otwarcie\n9.15–10.30 – Wykład\n\nDyskusja") == (
        AgendaItem("p1", "Otwarcie", Wall.parse("2026-05-06T09:00")),
        AgendaItem("p2", "Wykład", Wall.parse("2026-05-06T09:15"), Wall.parse("2026-05-06T10:30")),
        AgendaItem("p3", "Dyskusja"),
    )


def test_an_agenda_of_several_days_stands_under_them() -> None:
    items = value(Field.AGENDA, "6 maja:\n9:00 Otwarcie\n7 maja:\n9:00 Dzień drugi", end=Wall.parse("2026-05-07"))
    assert items == (
        AgendaItem("p1", "Otwarcie", Wall.parse("2026-05-06T09:00")),
        AgendaItem("p2", "Dzień drugi", Wall.parse("2026-05-07T09:00")),
    )


@pytest.mark.parametrize(
    ("text", "misfit"),
    [
        ("10:30–9:00 Wykład", Misfit.END_FIRST),
        ("25:00 Wykład", Misfit.NO_SUCH_HOUR),
        ("8 maja\n9:00 Wykład", Misfit.NO_SUCH_DAY),
        ("\n".join(f"Punkt {number}" for number in range(61)), Misfit.TOO_LONG),
    ],
)
def test_an_agenda_out_of_order_is_refused(text: str, misfit: Misfit) -> None:
    assert value(Field.AGENDA, text) == misfit


def test_what_was_refused_changes_nothing_and_what_was_taken_changes_one_field() -> None:
    assert stated(Field.CAPACITY, "25") == Draft(title=DRAFT.title, start=DRAFT.start, capacity=25)


def test_fewer_seats_than_the_minimum_are_refused() -> None:
    assert stated(Field.MINIMUM, "26", capacity=25) == Misfit.TOO_FEW_SEATS
    assert stated(Field.CAPACITY, "9", minimum=Minimum(10)) == Misfit.TOO_FEW_SEATS
    unlimited = stated(Field.CAPACITY, "bez limitu", minimum=Minimum(10))
    assert not isinstance(unlimited, Misfit)
    assert unlimited.capacity is None
