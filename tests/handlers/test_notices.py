"""What is said unasked: worded at the moment of sending, for seated, waiting and following people apart."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.notice import OF_NO_ROSTER, Kind
from domain.official import Language
from domain.registration import Registration, State
from domain.training import Training
from domain.wall import Wall
from handlers.buttons import Attend, SendCalendar, ShowCard, ShowSettings, SignUp, TakeSeat, Unfollow, Withdraw
from handlers.replies import notices
from handlers.reply import Reply
from handlers.texts import Words
from handlers.texts.markup import units
from tests.handlers.samples import FORM, FULL, NOW, SEATS, SERVICE, UNKNOWN, claimed, words
from tests.handlers.screens import notice
from tests.handlers.test_screens import read

PL, EN = Language.POLISH, Language.ENGLISH
EVE = datetime(2026, 5, 6, 12, tzinfo=UTC)


def shown(reply: Reply) -> str:
    return read(reply.text).replace("\u00a0", " ")


def acts(reply: Reply) -> list[list[object]]:
    return [[button.press for button in row] for row in reply.rows]


def changed(args: Mapping[str, str], training: Training = SEATS, state: State | None = State.SEATED) -> Reply:
    return notice(words(PL), claimed(Kind.CHANGE, training, state, args))


def test_reminder_of_the_day_before() -> None:
    reply = notice(words(PL, EVE), claimed(Kind.REMINDER_DAY))
    assert shown(reply) == (
        "🔔 Jutro szkolenie\n"
        "Archiwum urzędu krok po kroku\n"
        "czwartek, 7 maja, godz. 9:00–12:30\n"
        "Lipowo, Dom Kultury, sala 12\n"
        "\n"
        "Plany się zmieniły? Prosimy o znak – na miejsce czekają 3 osoby."
    )
    assert acts(reply) == [[Attend(12), Withdraw(12)], [ShowCard(12), SendCalendar(12)], [ShowSettings()]]


@pytest.mark.parametrize(
    ("now", "polish", "english"),
    [
        ("2026-05-07T06:00", "🔔 Dziś szkolenie", "🔔 Today: a training"),
        ("2026-05-06T21:59", "🔔 Jutro szkolenie", "🔔 Tomorrow: a training"),
        ("2026-05-06T22:00", "🔔 Dziś szkolenie", "🔔 Today: a training"),
        ("2026-05-05T12:00", "🔔 Pojutrze szkolenie", "🔔 The day after tomorrow: a training"),
        ("2026-05-04T12:00", "🔔 W czwartek szkolenie", "🔔 On Thursday: a training"),
        ("2026-04-30T12:00", "🔔 Szkolenie w czwartek, 7 maja", "🔔 Training on Thursday, 7 May"),
    ],
)
def test_day_is_counted_from_the_moment_of_sending(now: str, polish: str, english: str) -> None:
    then = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert shown(notice(words(PL, then), claimed(Kind.REMINDER_DAY))).splitlines()[0] == polish
    assert shown(notice(words(EN, then), claimed(Kind.REMINDER_DAY))).splitlines()[0] == english


@pytest.mark.parametrize(
    ("left", "head"),
    [
        (timedelta(minutes=60), "🔔 Za godzinę: Archiwum"),
        (timedelta(minutes=59, seconds=57), "🔔 Za godzinę: Archiwum"),
        (timedelta(minutes=42), "🔔 Za 42 minuty: Archiwum"),
        (timedelta(minutes=1), "🔔 Za 1 minutę: Archiwum"),
        (timedelta(0), "🔔 Teraz: Archiwum"),
        (timedelta(hours=13), "🔔 Jutro o 9:00: Archiwum"),
    ],
)
def test_hour_reminder_counts_the_time_that_is_really_left(left: timedelta, head: str) -> None:
    reply = notice(words(PL, SEATS.starts_at - left), claimed(Kind.REMINDER_HOUR))
    assert shown(reply).startswith(head)


def test_online_reminder_leads_to_the_meeting() -> None:
    then = words(PL, FULL.starts_at - timedelta(minutes=15))
    reply = notice(then, claimed(Kind.REMINDER_HOUR, FULL))
    assert shown(reply) == (
        "🔔 Za 15 minut: Dostępne pisma\n10:00, spotkanie online\nLink: https://spotkania.example.org/pisma"
    )
    assert reply.rows[0][0].url == "https://spotkania.example.org/pisma"


def test_follower_is_not_asked_to_withdraw() -> None:
    reply = notice(words(PL, EVE), claimed(Kind.REMINDER_DAY, FORM, None))
    assert "Plany się zmieniły" not in shown(reply)
    assert acts(reply)[0] == [Unfollow(15)]


def test_person_who_promised_to_come_is_thanked() -> None:
    coming = Registration(12, 5, State.SEATED, confirmed=True)
    reply = notice(words(PL, EVE), replace(claimed(Kind.REMINDER_DAY), registration=coming))
    assert shown(reply).endswith("Dziękujemy za zapowiedź obecności.")
    assert acts(reply)[0] == [Withdraw(12)]


def test_offer_has_its_end_in_words() -> None:
    reply = notice(words(PL), claimed(Kind.OFFER, state=State.OFFERED), datetime(2026, 5, 5, 10, tzinfo=UTC))
    assert shown(reply) == (
        "🎉 Zwolniło się miejsce!\n"
        "Archiwum urzędu krok po kroku\n"
        "czwartek, 7 maja, godz. 9:00–12:30\n"
        "Lipowo, Dom Kultury, sala 12\n"
        "Miejsce czeka do jutra do 12:00. Później zaproponujemy je kolejnej osobie."
    )
    assert acts(reply) == [[TakeSeat(12)], [Withdraw(12)], [ShowCard(12)]]


def test_lapsed_offer_leads_back_to_the_sign_up_while_there_is_one() -> None:
    lapsed = claimed(Kind.OFFER_LAPSED, state=State.WITHDRAWN)
    assert acts(notice(words(PL), lapsed))[0] == [SignUp(12)]
    after = notice(words(PL, datetime(2026, 5, 6, 11, tzinfo=UTC)), lapsed)
    assert SignUp(12) not in [press for row in acts(after) for press in row]


def test_change_of_time_shows_old_beside_new() -> None:
    reply = changed({"was_start": "2026-05-08T10:00", "was_end": ""})
    assert shown(reply) == (
        "⚠️ Zmiana terminu\n"
        "Archiwum urzędu krok po kroku\n"
        "\n"
        "Było: piątek, 8 maja, godz. 10:00\n"
        "Jest: czwartek, 7 maja, godz. 9:00–12:30\n"
        "Miejsce bez zmian: Lipowo, Dom Kultury, sala 12\n"
        "\n"
        "Zapis pozostaje ważny."
    )
    assert "Jest: <b>czwartek" in reply.text
    assert acts(reply) == [[Attend(12)], [Withdraw(12)], [ShowCard(12)]]


def test_change_of_room_keeps_the_date() -> None:
    assert shown(changed({"was_room": "4"})).splitlines()[3:6] == [
        "Termin bez zmian: czwartek, 7 maja, godz. 9:00–12:30",
        "Było: Lipowo, Dom Kultury, sala 4",
        "Jest: Lipowo, Dom Kultury, sala 12",
    ]


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        ({"was_start": "2026-05-07", "was_end": ""}, ["Termin: czwartek, 7 maja, godz. 9:00–12:30"]),
        (
            {"was_room": ""},
            ["Termin bez zmian: czwartek, 7 maja, godz. 9:00–12:30", "Miejsce: Lipowo, Dom Kultury, sala 12"],
        ),
    ],
)
def test_what_becomes_known_is_good_news(args: Mapping[str, str], lines: list[str]) -> None:
    said = shown(changed(args)).splitlines()
    assert said[0] == "✅ Już wiadomo"
    assert said[3 : 3 + len(lines)] == lines
    assert "Było" not in "".join(said)


def test_hour_known_on_another_day_is_a_change() -> None:
    assert shown(changed({"was_start": "2026-05-08"})).startswith("⚠️ Zmiana terminu")


def test_place_that_is_still_unknown_is_not_called_unchanged() -> None:
    moved = replace(UNKNOWN, details=replace(UNKNOWN.details, start=Wall.parse("2026-05-08")))
    assert "Miejsce" not in shown(changed({"was_start": "2026-05-07"}, moved))


@pytest.mark.parametrize(
    "args",
    [{}, {"was_room": "12"}, {"was_start": "2026-05-07T09:00", "was_end": "2026-05-07T12:30"}, {"other": "x"}],
)
def test_change_that_was_taken_back_is_not_told(args: Mapping[str, str]) -> None:
    assert notices.notice(words(PL), claimed(Kind.CHANGE, args=args), SERVICE) is None


def test_new_link_concerns_people_with_a_seat() -> None:
    args = {"was_online_url": "https://example.org/old"}
    reply = changed(args, FULL)
    assert shown(reply).splitlines()[0] == "⚠️ Nowy link do spotkania"
    assert "https://example.org/old" not in reply.text
    assert reply.rows[0][0].url == FULL.details.online_url
    assert notices.notice(words(PL), claimed(Kind.CHANGE, FULL, State.WAITING, args), SERVICE) is None


@pytest.mark.parametrize(
    ("state", "sentence", "act"),
    [
        (State.SEATED, "Zapis pozostaje ważny.", Attend(12)),
        (State.WAITING, "Miejsce na liście rezerwowej pozostaje ważne.", ShowCard(12)),
        (None, "Zapis prowadzi organizator; w razie pytań prosimy o kontakt z nim.", ShowCard(12)),
    ],
)
def test_change_is_worded_by_what_the_person_has(state: State | None, sentence: str, act: object) -> None:
    reply = changed({"was_room": "4"}, state=state)
    assert shown(reply).splitlines()[-1] == sentence
    assert acts(reply)[0][0] == act


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.SEATED, "Zapis przestaje obowiązywać, nic więcej nie trzeba robić. Przepraszamy za kłopot."),
        (State.WAITING, "Lista rezerwowa tego szkolenia jest zamknięta. Przepraszamy za kłopot."),
        (None, "Nie będziemy już o nim przypominać. W sprawie zapisu prosimy o kontakt z organizatorem."),
    ],
)
def test_cancellation_is_worded_by_what_the_person_had(state: State | None, sentence: str) -> None:
    reply = notice(words(PL), claimed(Kind.CANCELLATION, state=state, args={"reason": "choroba"}))
    assert shown(reply) == (
        "❌ Szkolenie odwołane\n"
        "Archiwum urzędu krok po kroku – czwartek, 7 maja, godz. 9:00\n"
        "Powód: choroba\n"
        "\n"
        f"{sentence}"
    )


def test_alarm_of_an_unknown_kind_is_told_all_the_same() -> None:
    reply = notice(words(EN), claimed(Kind.ALARM, None, args={"what": "new_kind", "detail": "<disk>"}))
    assert shown(reply) == "⚠️ Terminarz: help is needed\nThe bot reports a problem.\n<disk>"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in OF_NO_ROSTER])
def test_notice_without_its_training_says_nothing(kind: Kind) -> None:
    assert notices.notice(words(PL), claimed(kind, None), SERVICE) is None


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", Language)
def test_notice_with_the_longest_values_stays_within_a_thousand_characters(kind: Kind, language: Language) -> None:
    long = replace(SEATS, details=replace(SEATS.details, title="Ż" * 120))
    args = {"was_start": "2026-05-08T10:00", "was_room": "R" * 80, "was_place": "P" * 150, "reason": "z" * 500}
    reply = notice(Words(language, NOW), claimed(kind, long, args=args), EVE)
    assert units(read(reply.text)) <= 1000
