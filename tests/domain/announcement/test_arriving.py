import pytest

from tests.domain.announcement.reading import only, titles


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("Przyjazd i zakwaterowanie uczestników w dniu 7.09.2026 r. do godz. 11.30.", "2026-09-07"),
        ("Rejestracja uczestników 7 września 2026 r. od godz. 9:00. Rozpoczęcie o godz. 10:00.", "2026-09-07T10:00"),
        ("Rejestracja gości odbędzie się 7 września 2026 r.", "2026-09-07"),
    ],
)
def test_day_of_arrival_is_the_start_and_no_deadline(told: str, start: str) -> None:
    draft = only(f"Konferencja „Woda w gminie”\n\n{told}", "2026-04-27").draft
    assert (str(draft.start), draft.signup_deadline) == (start, None)


@pytest.mark.parametrize("form", ["Formularz opinii", "Formularz uwag", "Formularz ankiety", "Formularz konsultacyjny"])
def test_form_of_an_opinion_has_no_deadline_for_signing_up(form: str) -> None:
    text = "Zebranie odbędzie się 12 października 2026 r. w ratuszu w Szamotułach.\n"
    text += f"{form} jest na stronie. Formularze przyjmujemy w dniach 5-9 października 2026 r."
    draft = only(text, "2026-04-27").draft
    assert (str(draft.start), draft.signup_deadline) == ("2026-10-12", None)


@pytest.mark.parametrize("house", ["remiza OSP w Juchnowcu Kościelnym", "szkoła w Nowym Targu", "świetlica w Redzie"])
def test_title_ends_before_a_house_in_a_town(house: str) -> None:
    text = f"Spotkania KRUS\n\nPiątek, 7 maja\n• godz. 9.00 – Petycje, {house}\n• godz. 12.00 – Skargi i uwagi, {house}"
    assert titles(text, "2027-04-27") == ["Petycje", "Skargi i uwagi"]
