"""The card: what it says and in which order, and the one likely act by state."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.official import Language
from domain.ports import Occupancy, Stored
from domain.registration import State
from domain.training import AgendaItem, Contact, Details, Material, Mode, Place, Speaker, Training
from domain.wall import Wall
from handlers.buttons import (
    Attend,
    ConfirmHold,
    Follow,
    JoinQueue,
    SendCalendar,
    SignUp,
    TakeSeat,
    Undo,
    Unfollow,
    Withdraw,
)
from handlers.replies.card import card
from handlers.reply import Reply
from handlers.texts.markup import units
from tests.handlers.samples import (
    CALLED_OFF,
    FORM,
    FULL,
    MEMBERS,
    NOW,
    SEATS,
    SERVICE,
    UNKNOWN,
    UPCOMING,
    place,
    words,
)
from tests.handlers.test_screens import read

PL, EN = Language.POLISH, Language.ENGLISH
FREE = Occupancy(13, 12, 0)


def drawn(training: Training, occupancy: Occupancy = FREE, *, now: datetime = NOW) -> Reply:
    return card(words(PL, now), Stored(training, occupancy), SERVICE)


def seen(reply: Reply) -> str:
    return read(reply.text).replace("\u00a0", " ")


def first_acts(reply: Reply) -> list[object]:
    return [button.press for button in reply.rows[0]]


def test_card_in_polish() -> None:
    assert seen(card(words(PL), UPCOMING[0], SERVICE)) == (
        "Archiwum urzędu krok po kroku\n"
        "\n"
        "Kiedy: czwartek, 7 maja, godz. 9:00–12:30\n"
        "Gdzie: Lipowo, Dom Kultury, sala 12\n"
        "Dla kogo: kancelarie i sekretariaty\n"
        "Poziom: podstawowy\n"
        "Koszt: bezpłatne\n"
        "Zaświadczenie: tak\n"
        "Miejsca: zostało 12 miejsc z 25 · zapisy do 6 maja, 12:00\n"
        "\n"
        "Program: Jak opisać teczkę, kiedy ją zniszczyć i kogo o to zapytać.\n"
        "Prowadzenie: Adam Wierzba (archiwista), Ewa Jesion\n"
        "9:00 Teczka od środka\n"
        "• Pytania\n"
        "Tematy: archiwum, obieg dokumentów\n"
        "\n"
        "Organizator: Związek Gmin Lipowych · szkolenie nr 12\n"
        "Kontakt: Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org"
    )


def test_card_in_english() -> None:
    assert seen(card(words(EN), UPCOMING[0], SERVICE)) == (
        "Archiwum urzędu krok po kroku\n"
        "\n"
        "When: Thursday, 7 May, 9:00–12:30\n"
        "Where: Lipowo, Dom Kultury, room 12\n"
        "For whom: kancelarie i sekretariaty\n"
        "Level: podstawowy\n"
        "Cost: free of charge\n"
        "Certificate: yes\n"
        "Seats: 12 of 25 seats left · sign-up until 6 May, 12:00\n"
        "\n"
        "Programme: Jak opisać teczkę, kiedy ją zniszczyć i kogo o to zapytać.\n"
        "Led by: Adam Wierzba (archiwista), Ewa Jesion\n"
        "9:00 Teczka od środka\n"
        "• Pytania\n"
        "Topics: archiwum, obieg dokumentów\n"
        "\n"
        "Organiser: Związek Gmin Lipowych · training no. 12\n"
        "Contact: Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org"
    )


def test_card_has_its_buttons_in_order() -> None:
    labels = [[button.label for button in row] for row in card(words(PL), UPCOMING[0], SERVICE).rows]
    assert labels == [
        ["Zapisz mnie"],
        ["Do kalendarza", "Mapa"],
        ["Zadaj pytanie", "Wyślij dalej"],
        ["Wszystkie terminy", "Menu"],
    ]


def test_what_is_not_stated_is_not_shown_or_to_be_confirmed() -> None:
    assert seen(drawn(UNKNOWN, Occupancy(0, None, 0))) == (
        "Wycinka drzew po zmianie ustawy\n"
        "\n"
        "Kiedy: czwartek, 7 maja, godzina do potwierdzenia\n"
        "Gdzie: miejsce do potwierdzenia\n"
        "Liczba miejsc: do potwierdzenia\n"
        "\n"
        "Organizator: Związek Gmin Lipowych · szkolenie nr 13\n"
        "Kontakt: Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org"
    )


@pytest.mark.parametrize(
    ("training", "occupancy", "act"),
    [
        (SEATS, FREE, SignUp(12)),
        (UNKNOWN, Occupancy(9, None, 0), SignUp(13)),
        (FULL, Occupancy(5, 0, 3), JoinQueue(14)),
        (FULL, Occupancy(4, 1, 2), JoinQueue(14)),
        (FORM, Occupancy(0, None, 0), None),
        (CALLED_OFF, FREE, SendCalendar(16)),
        (MEMBERS, Occupancy(3, 0, 0), SendCalendar(17)),
    ],
)
def test_first_button_is_the_likely_act(training: Training, occupancy: Occupancy, act: object) -> None:
    reply = drawn(training, occupancy)
    if act is None:
        assert reply.rows[0][0].url == training.details.signup_url
        assert reply.rows[1][0].press == Follow(training.id)
    elif training is CALLED_OFF:
        assert not any(button.press == SignUp(16) or button.press == act for row in reply.rows for button in row)
    else:
        assert first_acts(reply)[0] == act


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (State.HELD, [ConfirmHold(12)]),
        (State.SEATED, [Attend(12), Withdraw(12)]),
        (State.WAITING, [TakeSeat(12)]),
        (State.OFFERED, [TakeSeat(12)]),
        (State.LEAVING, [Undo(12)]),
        (State.WITHDRAWN, [SignUp(12)]),
    ],
)
def test_first_button_follows_from_the_persons_own_state(state: State, acts: list[object]) -> None:
    assert first_acts(card(words(PL), UPCOMING[0], SERVICE, place(SEATS, state, 1))) == acts


def test_person_who_promised_to_come_is_not_asked_again() -> None:
    coming = place(SEATS, State.SEATED, confirmed=True)
    assert first_acts(card(words(PL), UPCOMING[0], SERVICE, coming)) == [Withdraw(12)]


def test_waiting_person_sees_an_honest_place() -> None:
    full = Stored(SEATS, Occupancy(25, 0, 4))
    reply = card(words(PL), full, SERVICE, place(SEATS, State.WAITING, 4))
    assert "Lista rezerwowa: miejsce 4." in seen(reply)
    assert first_acts(reply) == [Withdraw(12)]


def test_followed_training_offers_to_stop_reminding() -> None:
    assert card(words(PL), UPCOMING[5], SERVICE, following=True).rows[1][0].press == Unfollow(15)


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (datetime(2026, 5, 7, 8, tzinfo=UTC), "To szkolenie już trwa."),
        (datetime(2026, 5, 9, 8, tzinfo=UTC), "To szkolenie już się odbyło."),
    ],
)
def test_past_or_running_training_offers_no_act(now: datetime, sentence: str) -> None:
    reply = drawn(SEATS, now=now)
    assert sentence in seen(reply)
    assert not any(isinstance(button.press, SignUp) for row in reply.rows for button in row)


def test_passed_deadline_is_said_and_closes_sign_up() -> None:
    reply = drawn(SEATS, now=datetime(2026, 5, 6, 11, tzinfo=UTC))
    assert "zostało 12 miejsc z 25 · zapisy zakończone" in seen(reply)
    assert not any(isinstance(button.press, SignUp) for row in reply.rows for button in row)


def test_called_off_training_says_so_first() -> None:
    assert seen(drawn(CALLED_OFF)).splitlines()[2] == "❌ Szkolenie odwołane"


@pytest.mark.parametrize("state", State)
def test_online_link_is_for_people_on_the_list(state: State) -> None:
    reply = card(words(PL), UPCOMING[2], SERVICE, place(FULL, state, 1))
    link = FULL.details.online_url or "none"
    shown = link in reply.text or any(link in {button.url, button.copy} for row in reply.rows for button in row)
    assert shown is (state is State.SEATED)


def test_price_is_shown_in_the_readers_way() -> None:
    assert "Koszt: 149,50 zł" in seen(card(words(PL), UPCOMING[5], SERVICE))
    assert "Cost: PLN 149.50" in seen(card(words(EN), UPCOMING[5], SERVICE))


def test_links_lead_to_the_map_and_to_sharing() -> None:
    urls = {button.label: button.url for row in card(words(PL), UPCOMING[0], SERVICE).rows for button in row}
    assert urls["Mapa"] == "https://www.openstreetmap.org/search?query=Dom%20Kultury%2C%20Lipowo"
    assert urls["Wyślij dalej"] == "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Flipowo_bot%3Fstart%3Ds12"


SOME = st.none() | st.text(max_size=1500)
SPEAKERS = st.none() | st.lists(st.builds(Speaker, st.text(min_size=1, max_size=200), SOME), max_size=20).map(tuple)
AGENDA = st.lists(
    st.builds(AgendaItem, st.just("a"), st.text(min_size=1, max_size=300), speakers=SPEAKERS), max_size=20
)
DETAILS = st.builds(
    Details,
    title=st.text(min_size=1, max_size=1500),
    start=st.just(Wall.parse("2026-05-07T09:00")),
    topics=st.none() | st.lists(st.text(max_size=300), max_size=9).map(tuple),
    summary=SOME,
    mode=st.none() | st.sampled_from(Mode),
    place=st.none() | st.builds(Place, SOME, SOME, SOME),
    online_url=SOME,
    speakers=SPEAKERS,
    level=SOME,
    audience=SOME,
    contact=st.none() | st.builds(Contact, SOME, SOME, SOME, SOME),
    materials=st.just((Material("a", "https://example.org"),)),
    agenda=st.none() | AGENDA.map(tuple),
    note=SOME,
)


@settings(max_examples=60)
@given(DETAILS, st.sampled_from(Language), st.sampled_from(State))
def test_any_training_makes_a_card_that_telegram_takes(details: Details, language: Language, state: State) -> None:
    training = replace(SEATS, details=details)
    reply = card(words(language), Stored(training, FREE), SERVICE, place(training, state, 2))
    assert units(read(reply.text)) <= 4096


def test_card_with_the_longest_usual_values_stays_within_a_thousand_characters() -> None:
    long = replace(
        SEATS.details,
        title="Zamówienia " * 11,
        summary="Program szkolenia " * 200,
        speakers=(Speaker("Anna Maria " * 5, "specjalistka " * 4),) * 8,
        contact=Contact("Maria " * 10, "koordynatorka " * 4, "m" * 40 + "@example.org", "12 345 67 89"),
    )
    reply = drawn(replace(SEATS, details=long))
    assert 900 <= units(read(reply.text)) <= 1000


def test_names_with_markup_are_literal() -> None:
    hostile = replace(SEATS.details, title="<b>Gmina</b> & =1+1", speakers=(Speaker("<i>Ola</i>"),), audience="a<b")
    text = seen(drawn(replace(SEATS, details=hostile)))
    assert text.startswith("<b>Gmina</b> & =1+1\n")
    assert "Prowadzenie: <i>Ola</i>" in text
    assert "Dla kogo: a<b" in text


def test_a_room_that_is_known_is_told_though_the_venue_is_not() -> None:
    stored = UPCOMING[0]
    place = Place(None, "Lipowo", "12")
    training = replace(stored.training, details=replace(stored.training.details, place=place))
    shown = seen(card(words(PL), replace(stored, training=training), SERVICE))
    assert "\nGdzie: Lipowo, sala 12, miejsce do potwierdzenia\n" in shown
