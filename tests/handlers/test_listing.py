"""The list: pages that survive a week, filters that toggle in place, and what is said of each training."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.official import Language
from domain.ports import Occupancy, Stored
from domain.registration import State
from domain.wall import Wall
from handlers.buttons import ChooseTopic, Press, ShowCard, ShowList, SignUp, Withdraw, decode, encode, mark
from handlers.replies import listing
from handlers.reply import Reply
from handlers.texts.markup import units
from tests.handlers.samples import CALLED_OFF, FULL, MEMBERS, NOW, SEATS, UPCOMING, place, words
from tests.handlers.test_screens import read

PL, EN = Language.POLISH, Language.ENGLISH
MANY = tuple(
    Stored(
        replace(SEATS, id=n, details=replace(SEATS.details, start=Wall.parse(f"2026-05-{n:02}T09:00"), end=None)),
        Occupancy(0, 25, 0),
    )
    for n in range(7, 19)
)


def shown(reply: Reply) -> str:
    return read(reply.text).replace("\u00a0", " ")


def pressed(reply: Reply, label: str) -> Press:
    found = [button.press for row in reply.rows for button in row if button.label == label and button.press]
    assert len(found) == 1, label
    return found[0]


def labels(reply: Reply) -> list[list[str]]:
    return [[button.label for button in row] for row in reply.rows]


def test_list_in_polish() -> None:
    reply = listing.listing(words(PL), UPCOMING, ShowList())
    assert shown(reply) == (
        "Najbliższe szkolenia\n"
        "6 terminów\n"
        "\n"
        "12. czw., 7 maja, 9:00 – Archiwum urzędu krok po kroku · 12 miejsc\n"
        "13. czw., 7 maja – Wycinka drzew po zmianie ustawy · zapisy otwarte\n"
        "14. wt., 12 maja, 10:00 – Dostępne pisma · lista rezerwowa\n"
        "16. śr., 20 maja, 9:00 – Budżet od zera · odwołane\n"
        "17. czw., 21 maja, 9:00 – Narada skarbników · tylko dla członków · brak miejsc"
    )
    assert labels(reply) == [
        ["12", "13", "14", "16", "17"],
        ["Temat", "Miesiąc"],
        ["Miejsce", "Tylko wolne"],
        ["Dalej"],
        ["Menu"],
    ]
    assert pressed(reply, "14") == ShowCard(14)


def test_second_page_in_english() -> None:
    reply = listing.listing(words(EN), UPCOMING, ShowList(2))
    assert shown(reply) == (
        "Upcoming trainings\n6 dates\n\n15. Mon–Wed, 29 June–1 July – Zjazd kancelarii · sign-up with the organiser"
    )
    assert pressed(reply, "Previous") == ShowList(1)


def test_todays_training_is_named_today() -> None:
    now = datetime(2026, 5, 7, 5, tzinfo=UTC)
    assert "12. dziś, 9:00 – Archiwum" in shown(listing.listing(words(PL, now), UPCOMING, ShowList()))


@pytest.mark.parametrize(("page", "numbers"), [(0, "7"), (1, "7"), (2, "12"), (3, "17"), (99, "17")])
def test_page_beyond_the_end_is_the_last_one(page: int, numbers: str) -> None:
    assert listing.listing(words(PL), MANY, ShowList(page)).rows[0][0].label == numbers


def test_page_pressed_a_week_later_shows_what_is_left() -> None:
    old = encode(ShowList(3, topic=mark("archiwum")))
    press = decode(old)
    assert isinstance(press, ShowList)
    later = NOW + timedelta(days=7)
    left = tuple(stored for stored in MANY if not stored.training.over(later))
    assert [button.label for button in listing.listing(words(PL, later), left, press).rows[0]] == ["16", "17", "18"]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (ShowList(topic=mark("ARCHIWUM")), [12]),
        (ShowList(topic=mark("prosty język")), [14]),
        (ShowList(month="2026-05"), [12, 13, 14, 16, 17]),
        (ShowList(month="2026-07"), [15]),
        (ShowList(place=mark("świerkowo")), [15]),
        (ShowList(place="online"), [14]),
        (ShowList(free=True), [12, 13]),
        (ShowList(month="2026-05", free=True), [12, 13]),
        (ShowList(topic=mark("archiwum"), place="online"), []),
    ],
)
def test_filter_keeps_what_fits_every_part(chosen: ShowList, ids: list[int]) -> None:
    reply = listing.listing(words(PL), UPCOMING, chosen)
    cards = [button.press.training for row in reply.rows for button in row if isinstance(button.press, ShowCard)]
    assert cards == ids


def test_active_filter_shows_its_value_and_a_press_turns_it_off() -> None:
    chosen = ShowList(topic=mark("archiwum"), month="2026-05", place=mark("Lipowo"), free=True)
    reply = listing.listing(words(PL), UPCOMING, chosen)
    assert shown(reply).splitlines()[1] == "1 termin · archiwum · maj 2026 · Lipowo · tylko wolne"
    assert pressed(reply, "✅ archiwum") == replace(chosen, topic="")
    assert pressed(reply, "✅ maj 2026") == replace(chosen, month="")
    assert pressed(reply, "✅ Lipowo") == replace(chosen, place="")
    assert pressed(reply, "✅ Tylko wolne") == replace(chosen, free=False)


def test_nothing_that_fits_offers_to_clear_the_filters() -> None:
    reply = listing.listing(words(PL), UPCOMING, ShowList(topic="abcdef"))
    assert shown(reply).splitlines()[1] == "żaden termin nie pasuje do filtrów · temat bez terminów"
    assert pressed(reply, "Wyczyść filtry") == ShowList()


def test_topics_count_trainings_and_keep_the_rest_of_the_filter() -> None:
    reply = listing.topics(words(PL), UPCOMING, ChooseTopic(month="2026-05", free=True))
    assert labels(reply) == [["archiwum (1)"], ["obieg dokumentów (1)"], ["Wstecz"]]
    assert pressed(reply, "archiwum (1)") == ShowList(topic=mark("archiwum"), month="2026-05", free=True)
    assert pressed(reply, "Wstecz") == ShowList(month="2026-05", free=True)


def test_many_topics_come_in_pages() -> None:
    topics = tuple(f"temat {n:02}" for n in range(20))
    stored = (replace(UPCOMING[0], training=replace(SEATS, details=replace(SEATS.details, topics=topics))),)
    reply = listing.topics(words(PL), stored, ChooseTopic(page=2))
    assert labels(reply)[0] == ["temat 08 (1)"]
    assert labels(reply)[8:] == [["Wcześniej", "Dalej"], ["Wstecz"]]
    assert pressed(reply, "Dalej") == ChooseTopic(page=3)


def test_numbers_sign_up_and_leave_out_what_cannot_be_joined() -> None:
    reply = listing.open_for_signup(words(PL), UPCOMING)
    assert [button.press for button in reply.rows[0]] == [SignUp(12), SignUp(13), SignUp(14)]


def test_numbers_withdraw_from_what_can_still_be_given_up() -> None:
    mine = [
        place(SEATS, State.SEATED),
        place(FULL, State.WAITING, 2),
        place(MEMBERS, State.LEAVING),
        place(CALLED_OFF, State.SEATED),
    ]
    assert [button.press for button in listing.withdrawable(words(PL), mine).rows[0]] == [Withdraw(12), Withdraw(14)]


@pytest.mark.parametrize("language", Language)
def test_page_of_the_longest_titles_stays_within_a_thousand_characters(language: Language) -> None:
    long = [
        replace(each, training=replace(each.training, details=replace(each.training.details, title="Ż" * 120)))
        for each in MANY
    ]
    assert units(read(listing.listing(words(language), long, ShowList()).text)) <= 1000
    assert units(read(listing.open_for_signup(words(language), long).text)) <= 1000
