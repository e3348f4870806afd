"""Steps of a programme on which nobody meets."""

import pytest

from tests.domain.announcement.reading import only, read, titles


@pytest.mark.parametrize(
    "step",
    [
        "1-12 września Rekrutacja uczestników",
        "5 września Lista zakwalifikowanych",
        "od 5 września Zapisy na szkolenia",
        "5 września – Ogłoszenie wyników naboru",
        "5–9 września Możesz zgłosić swoją gminę do programu",
        "5 września: publikacja listy uczestników",
        "5 września Zakończenie rekrutacji",
    ],
)
def test_a_step_is_no_training(step: str) -> None:
    text = (
        f"Kalendarium Akademii Sołtysa\n\n{step}\n17 września Jak działa rada (szkolenie online)\n24 września Podatki"
    )
    assert titles(text) == ["Jak działa rada", "Podatki"]


@pytest.mark.parametrize(
    "title", ["Ocena wniosków o dotację", "Rejestracja stanu cywilnego", "Listy obecności w pracy"]
)
def test_a_topic_with_the_words_of_a_step_is_a_training(title: str) -> None:
    assert titles(f"Szkolenia\n\n17 września – {title}\n24 września – Podatki") == [title, "Podatki"]


def test_a_step_alone_leaves_the_day() -> None:
    assert only("Szkolenie dla radnych\n\n17 września – ogłoszenie wyników naboru, godz. 12").draft.start


def test_a_month_alone_goes_on_with_no_title() -> None:
    text = (
        "Harmonogram\n\n8 września Spotkanie powitalne dla uczestników (online)\n"
        "październik-listopad Wizyty w gminach\n22 września Statut bez tajemnic (szkolenie online)"
    )
    assert [found.draft.title for found in read(text).found] == [
        "Spotkanie powitalne dla uczestników",
        "Statut bez tajemnic",
    ]
