"""What watches over answers can see: every kind of value that no row gives is caught when it is put into a text."""

import pytest

from tests.phrases.asking import judge, moment
from tests.phrases.corpus import Phrase, phrases
from tests.phrases.values import invented

PHRASES = {phrase.question: phrase for phrase in phrases() if phrase.programme == "spring" and not phrase.context}
WHEN = "Kiedy są Zamówienia publiczne od podstaw?"
PRICE = "Ile kosztuje szkolenie z zamówień publicznych?"


def told(phrase: Phrase, was: str, becomes: str) -> list[str]:
    """Return what is caught in the answer to a phrase once a part of it was doctored."""
    said, now = judge(phrase).said, moment(phrase)
    text = said.text.replace("\u00a0", " ")
    assert invented(text, said.understood, now) == []
    assert was in text, text
    return invented(text.replace(was, becomes, 1), said.understood, now)


@pytest.mark.parametrize(
    ("question", "was", "becomes", "caught"),
    [
        (WHEN, "9:00", "9:30", ["9:30"]),
        (WHEN, "–15:00", "–16:00", ["16:00"]),
        (WHEN, "20 kwietnia", "21 kwietnia", ["21 kwietnia"]),
        (WHEN, "20 kwietnia", "20 maja", ["20 maja"]),
        (WHEN, "20 kwietnia", "20 kwietnia 2028", ["20 kwietnia 2028"]),
        (WHEN, "wtorek", "środa", ["środa"]),
        (WHEN, "Zamówienia", "Jan Kowalski, Zamówienia", ["Jan", "Kowalski"]),
        (WHEN, "\n\n", "\n\nUdział jest bezpłatny.\n\n", ["bezpłatn"]),
        (WHEN, "\n\n", "\n\nSzkolenie odwołane\n\n", ["odwołan"]),
        (WHEN, "\n\n", "\n\nSzkolenie jest bez zaświadczenia.\n\n", ["bez zaświadczenia"]),
        (WHEN, "\n\n", "\n\nWolnych miejsc nie ma.\n\n", ["miejsc nie ma"]),
        (WHEN, "\n\n", "\n\nTo szkolenie jest online.\n\n", ["online"]),
        (PRICE, "250 zł", "251 zł", ["251 zł"]),
        (PRICE, "250 zł", "390 zł", ["390 zł"]),
        (PRICE, "Wrocław", "Opole", ["Opole"]),
        (PRICE, "1. wt.", "1. śr.", ["śr."]),
        (PRICE, "1. wt.", "4. wt.", ["training 4", "20 kwietnia", "wt.", "9:00", "250 zł", "Zamówienia", "Wrocław"]),
        ("How much is the KPA webinar?", "PLN 120", "PLN 1,200", ["PLN 1,200"]),
        ("Gdzie odbyła się Archiwizacja dokumentów w urzędzie?", "Miejsce: ", "Miejsce: Piła, ", ["Piła"]),
        ("W jakiej sali jest Dostępność cyfrowa dokumentów?", "pracownia", "sala 9, pracownia", ["9"]),
        ("Ile miejsc zostało na Dostępność cyfrowa dokumentów?", "Zost", "7 zost", ["7"]),
        ("Jak się zapisać?", "akademia.example.org", "akademia.example.com", ["https://akademia.example.com/zapisy"]),
        ("phishing link", "/cyber", "/inne", ["https://spotkania.example.org/inne"]),
        ("Ile kosztuje Kontrola zarządcza w gminie?", "71 000 00 10", "71 000 00 11", ["71 000 00 11"]),
        ("Ile kosztuje Kontrola zarządcza w gminie?", "akademia@", "biuro@", ["biuro@example.org"]),
        ("Ile kosztuje Kontrola zarządcza w gminie?", "Wiktoria Lubczyk", "Wiktoria Lis", ["Wiktoria", "Lis"]),
        ("Do kiedy można się zapisać na Zamówienia publiczne od podstaw?", "16 kwietnia", "jutra", ["jutra"]),
        ("Jak się zgłosić na Kongres Sekretarzy Nadodrza?", "/kongres", "/x", ["https://formularze.example.org/x"]),
        ("Jak zapisać się na Przyjazną komunikację bez hejtu?", "/zapisz", "/zapisz 99 albo /zapisz", ["/zapisz 99"]),
    ],
)
def test_a_value_of_no_row_is_caught(question: str, was: str, becomes: str, caught: list[str]) -> None:
    assert told(PHRASES[question], was, becomes) == caught
