"""Signing up, leaving and coming back, in words; the toasts that go with them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain import outcome as became
from domain.notice import Kind, Planned
from domain.official import Language
from domain.registration import State
from handlers.buttons import ChangeName, ConfirmHold, DeclineHold, JoinQueue, ShowCard, SignUp, Undo
from handlers.replies import mine, signup
from handlers.reply import Reply, Toast
from handlers.texts.markup import units
from tests.handlers.samples import ANNA, FORM, FULL, NEWCOMER, NOW, REMINDERS, SEATS, SERVICE, place, words
from tests.handlers.screens import ACCEPTANCES, ATTENDING, RETURNS, SIGNUPS, WITHDRAWALS
from tests.handlers.test_screens import read

PL, EN = Language.POLISH, Language.ENGLISH


def answered(outcome: became.Signup, language: Language = PL, shown_as: str = "Anna Sosnowska") -> Reply:
    return signup.signup(words(language), outcome, SERVICE, NEWCOMER, shown_as)


def shown(reply: Reply) -> str:
    return read(reply.text).replace("\u00a0", " ")


def acts(reply: Reply) -> list[list[object]]:
    return [[button.press for button in row] for row in reply.rows]


def test_first_sign_up_shows_the_clause_and_the_name() -> None:
    reply = answered(became.Held(SEATS, NOW + timedelta(minutes=15), seat=True))
    assert shown(reply) == (
        "Trzymamy miejsce przez 15 minut\n"
        "Archiwum urzędu krok po kroku – czwartek, 7 maja, godz. 9:00\n"
        "\n"
        "Na listę wpiszemy: Anna Sosnowska (z Telegrama).\n"
        "\n"
        "Administrator danych: Związek Gmin Lipowych. Imię, nazwisko i urząd służą do zapisu i wiadomości o szkoleniu "
        "(zadanie publiczne). Zobaczy je tylko organizator; rozmowa przechodzi przez Telegram. Podanie danych jest "
        "dobrowolne, ale bez nich nie ma zapisu. Pełna informacja i usuwanie danych: /privacy"
    )
    assert acts(reply) == [[ConfirmHold(12)], [ChangeName(12), DeclineHold(12)]]


def test_name_that_cannot_stand_on_a_list_is_asked_for() -> None:
    reply = answered(became.Held(SEATS, NOW + timedelta(minutes=15), seat=True), shown_as="Ania 🌸")
    assert "Prosimy wpisać je w odpowiedzi." in shown(reply)
    assert "🌸" not in shown(reply)
    assert acts(reply) == [[DeclineHold(12)]]


def test_hold_tells_the_minutes_that_are_left() -> None:
    assert shown(answered(became.Held(SEATS, NOW + timedelta(seconds=61), seat=False))).splitlines()[0] == (
        "Trzymamy miejsce w kolejce przez 2 minuty"
    )


def test_confirmation_in_polish() -> None:
    assert shown(answered(became.Seated(SEATS, REMINDERS))) == (
        "✅ Miejsce potwierdzone\n"
        "Archiwum urzędu krok po kroku\n"
        "czwartek, 7 maja, godz. 9:00–12:30\n"
        "Lipowo, Dom Kultury, sala 12\n"
        "\n"
        "Przypomnimy pojutrze o 14:00 i godzinę przed początkiem."
    )


def test_confirmation_in_english() -> None:
    assert shown(answered(became.Seated(SEATS, REMINDERS), EN)) == (
        "✅ Your seat is confirmed\n"
        "Archiwum urzędu krok po kroku\n"
        "Thursday, 7 May, 9:00–12:30\n"
        "Lipowo, Dom Kultury, room 12\n"
        "\n"
        "We will remind you the day after tomorrow at 14:00 and an hour before the start."
    )


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (timedelta(minutes=15), "Przypomnimy 15 minut przed początkiem."),
        (timedelta(minutes=60), "Przypomnimy godzinę przed początkiem."),
        (timedelta(hours=13), "Przypomnimy pojutrze o 20:00."),
    ],
)
def test_confirmation_tells_when_reminders_really_come(before: timedelta, sentence: str) -> None:
    reminder = Planned(Kind.REMINDER_HOUR, 5, "h", SEATS.starts_at - before)
    assert shown(answered(became.Seated(SEATS, (reminder,)))).splitlines()[-1] == sentence


def test_confirmation_without_reminders_promises_none() -> None:
    assert "Przypomnimy" not in shown(answered(became.Seated(SEATS)))


def test_overlap_is_a_warning_that_leads_on_either_way() -> None:
    outcome = became.Overlaps(FULL, (SEATS,))
    assert shown(answered(outcome)) == (
        "⚠️ Ten termin koliduje z innym zapisem\n"
        "Archiwum urzędu krok po kroku – czwartek, 7 maja, godz. 9:00\n"
        "Zapisać mimo to?"
    )
    assert acts(answered(outcome)) == [[ShowCard(14)], [SignUp(14, despite_overlap=True)]]
    queued = signup.signup(words(PL), outcome, SERVICE, ANNA, "Anna Sosnowska", joining=True)
    assert acts(queued)[1] == [JoinQueue(14, despite_overlap=True)]


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (became.Closed(SEATS, NOW), "Zapisy na to szkolenie zakończyły się 6 maja o 12:00."),
        (became.Started(SEATS), "To szkolenie już się zaczęło. Listy nie można zmienić."),
        (became.InstitutionLimit(SEATS, 2), "Z jednej instytucji mogą przyjść 2 osoby i te miejsca są zajęte."),
        (became.InstitutionLimit(SEATS, 1), "Z jednej instytucji może przyjść 1 osoba i to miejsce jest zajęte."),
        (became.CalledOff(SEATS), "To szkolenie jest odwołane."),
    ],
)
def test_refusal_names_reason_person_and_a_way_on(outcome: became.Refusal, reason: str) -> None:
    reply = answered(outcome)
    assert shown(reply) == (
        f"{reason}\n"
        "Archiwum urzędu krok po kroku – czwartek, 7 maja, godz. 9:00\n"
        "Kontakt: Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org"
    )
    assert acts(reply)[0] == [ShowCard(12)]


def test_form_that_is_not_trusted_is_shown_but_not_opened() -> None:
    reply = answered(became.External(FORM, "http://10.0.0.1/zjazd"))
    assert "http://10.0.0.1/zjazd" in shown(reply)
    assert not any(button.url for row in reply.rows for button in row)


def test_withdrawal_can_be_undone() -> None:
    reply = signup.withdrawal(words(PL), became.Leaving(SEATS, NOW, State.SEATED))
    assert shown(reply) == (
        "Rezygnacja przyjęta\n"
        "Archiwum urzędu krok po kroku – czwartek, 7 maja, godz. 9:00\n"
        "Miejsce zwolnimy za minutę. Do tego czasu można to cofnąć. Dziękujemy za informację!"
    )
    assert acts(reply)[0] == [Undo(12)]


def test_undo_says_when_to_come() -> None:
    reply = signup.returned(words(PL), became.Undone(SEATS, State.SEATED))
    assert shown(reply) == "✅ Zapis przywrócony. Do zobaczenia w czwartek o 9:00!\nArchiwum urzędu krok po kroku"


def test_undo_that_comes_too_late_is_honest() -> None:
    reply = signup.returned(words(PL), became.TooLate(FULL, free=False, waiting=1))
    assert "Można zapisać się na listę rezerwową, na miejsce 2." in shown(reply)
    assert acts(reply)[0] == [JoinQueue(14)]


@pytest.mark.parametrize(
    ("outcome", "toast"),
    [
        (became.Seated(SEATS), Toast("Zapisano. Do zobaczenia!")),
        (became.Seated(SEATS, again=True), Toast("Miejsce jest już potwierdzone.")),
        (became.SeatGone(SEATS), Toast("To miejsce zajęto przed chwilą.", alert=True)),
        (became.Started(SEATS), Toast("To szkolenie już się zaczęło.", alert=True)),
        (became.Closed(SEATS, NOW), Toast("Zapisy są zakończone.", alert=True)),
        (became.Undone(SEATS, State.SEATED), Toast("Cofnięte")),
        (became.Confirmed(SEATS), Toast("Dziękujemy za odpowiedź!")),
        (became.Held(SEATS, NOW, seat=True), None),
        (became.Leaving(SEATS, NOW, State.SEATED), None),
    ],
)
def test_toast_of_an_outcome(outcome: became.Signup | became.Return | became.SeatGone, toast: Toast | None) -> None:
    assert signup.toast(words(PL), outcome) == toast


@pytest.mark.parametrize("language", Language)
def test_only_refusals_are_alerts(language: Language) -> None:
    kinds = (*SIGNUPS, *ACCEPTANCES, *WITHDRAWALS, *RETURNS, *ATTENDING)
    toasts = [(outcome, signup.toast(words(language), outcome)) for outcome in kinds]
    refusals = (became.Full, became.SeatGone, became.Started, became.Closed, became.CalledOff)
    assert all(toast.alert is isinstance(outcome, refusals) for outcome, toast in toasts if toast)


def test_own_registrations_in_polish() -> None:
    reply = mine.mine(words(PL), [place(SEATS, State.SEATED), place(FULL, State.WAITING, 4)], [FORM])
    assert shown(reply) == (
        "Moje zapisy\n"
        "\n"
        "12. czw., 7 maja, 9:00 – Archiwum urzędu krok po kroku · ✅ miejsce potwierdzone"
        " · przypomnimy pojutrze o 14:00\n"
        "14. wt., 12 maja, 10:00 – Dostępne pisma · 🕒 lista rezerwowa, miejsce 4\n"
        "15. pon.–śr., 29 czerwca–1 lipca – Zjazd kancelarii · 🔔 zapis u organizatora"
    )


def test_past_registrations_are_not_listed() -> None:
    later = SEATS.ends_at + timedelta(hours=1)
    assert shown(mine.mine(words(PL, later), [place(SEATS, State.SEATED)], [])) == "Nie ma jeszcze żadnych zapisów."


@pytest.mark.parametrize("language", Language)
def test_outcomes_with_the_longest_names_stay_within_a_thousand_characters(language: Language) -> None:
    long = replace(SEATS, details=replace(SEATS.details, title="Ż" * 120))
    name = "Anna " + "Z" * 55
    for outcome in SIGNUPS:
        longer = replace(outcome, training=long)
        assert units(read(signup.signup(words(language), longer, SERVICE, NEWCOMER, name).text)) <= 1000
    page = mine.mine(words(language), [place(long, State.SEATED, confirmed=True)] * 9, [long] * 3)
    assert units(read(page.text)) <= 1000
