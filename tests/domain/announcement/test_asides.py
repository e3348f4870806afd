"""Days of texts that announce nothing, and days beside an announcement that are none of it."""

import pytest

from domain.announcement import Problem
from tests.domain.announcement.reading import only, read


@pytest.mark.parametrize(
    "notice",
    [
        "W dniu 10 grudnia 2025 r. Wydział Komunikacji będzie nieczynny w związku ze szkoleniem pracowników.",
        "Ze względu na szkolenie wewnętrzne urzędników 10 grudnia 2025 r. kasa pracuje do 11:00.",
        "10 grudnia 2025 r. urząd będzie czynny od 7:30 do 12:00 z powodu szkolenia pracowników.",
        "Nieczynne: 10 grudnia 2025 r. – szkolenie pracowników.",
        "10 grudnia 2025 r. – 8:00-12:00 (szkolenie zespołu)\n11 grudnia 2025 r. – 8:00-18:00",
        "10 grudnia 2025 r. w godz. 8-12 system zapisów będzie niedostępny.",
        "The office will be closed on 10 December 2025 due to staff training.",
    ],
)
def test_training_that_shuts_an_office_is_none_to_come_to(notice: str) -> None:
    assert read(f"Godziny pracy\n\n{notice}\n").problems == (Problem.NO_EVENT,)


@pytest.mark.parametrize(
    "document",
    [
        "Zaproszenie na szkolenie 10.12.2025 (PDF, 120 KB)",
        "Karta zgłoszenia, szkolenie 10.12.2025 DOCX 44 KB",
        "Prezentacja ze szkolenia „Petycje” (10.12.2025)",
        "Zdjęcia z warsztatów dla sołtysów, 10.12.2025",
        "Certyfikaty ze szkolenia z 10.12.2025 są do odbioru.",
        "Nagranie z webinaru „Petycje” z 10.12.2025",
    ],
)
def test_document_or_record_of_training_announces_none(document: str) -> None:
    text = f"Do pobrania – szkolenia\n\n{document}\n\nData modyfikacji: 27.08.2025, godz. 12:14\nRedaktor: Jan Kos\n"
    assert read(text).problems == (Problem.NO_EVENT,)


def test_results_of_a_call_are_no_training() -> None:
    text = (
        "Village Lab: call for applications\n\nA series of training sessions for mayors.\nThe form is due by 12 October"
    )
    assert read(f"{text} 2025.\nThe results will be announced on 5 November 2025.\n").found == ()


@pytest.mark.parametrize("lead", ["OR.152.4.2025          ", "ZK-II.6.2025\t", ""])
def test_day_beside_signs_of_a_letter_is_that_of_the_letter(lead: str) -> None:
    found = only(f"WÓJT GMINY\n{lead}Krosno, dnia 20 sierpnia 2025 r.\n\nZapraszam na naradę 12 września 2025 r.\n")
    assert str(found.draft.start) == "2025-09-12"


@pytest.mark.parametrize("plan", ["planem szkoleń", "harmonogramem szkoleń", "kalendarzem szkoleń"])
def test_plan_in_passing_is_no_title(plan: str) -> None:
    text = (
        f"Zgodnie z {plan} na 2025 rok zapraszam na szkolenie z obrony cywilnej, które odbędzie się 12 września 2025 r."
    )
    assert only(text).draft.title == "Szkolenie z obrony cywilnej"


@pytest.mark.parametrize(
    "until",
    [
        "Pytania do trenera prosimy przesyłać do 3.12.2025.",
        "Oferty cateringu należy składać do 3.12.2025.",
        "Zgłoszenia do konkursu przyjmujemy do 3.12.2025.",
        "Propozycje tematów można zgłaszać nie później niż 3.12.2025.",
        "Nabór wniosków o dotacje trwa do 3.12.2025.",
    ],
)
def test_last_day_for_other_things_is_no_deadline(until: str) -> None:
    assert only(f"Szkolenie „Zamówienia” odbędzie się 10 grudnia 2025 r. {until}").draft.signup_deadline is None


@pytest.mark.parametrize(
    "until",
    [
        "Udział należy zgłosić nie później niż 3.12.2025.",
        "Zgłoszenia i pytania prosimy przesyłać do 3.12.2025.",
        "R.S.V.P. do 3 grudnia, tel. 58 111 22 33",
        "RSVP: 3.12.2025",
        "Chęć udziału prosimy zadeklarować najpóźniej do 3 grudnia.",
        "Pytania można zgłaszać do 1.12.2025, a zapisy przyjmujemy do 3.12.2025.",
    ],
)
def test_last_day_for_signing_up_is_the_deadline(until: str) -> None:
    found = only(f"Szkolenie „Zamówienia” odbędzie się 10 grudnia 2025 r.\n{until}")
    assert str(found.draft.signup_deadline) == "2025-12-03"


def test_last_day_of_a_contest_in_a_list_is_no_deadline_of_what_stands_above() -> None:
    text = "Przed nami:\n• 11 września, czwartek – szkolenie „Petycje”\n• do 9 września – nabór zgłoszeń do konkursu\n"
    assert [each.draft.signup_deadline for each in read(text).found] == [None]


def test_training_with_its_hour_beside_a_file_is_announced() -> None:
    found = only("Szkolenie „Petycje” (program PDF, 80 KB) – 10.12.2025, 9:00, Ratusz w Nysie")
    assert str(found.draft.start) == "2025-12-10T09:00"
