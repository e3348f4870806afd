import pytest

from tests.domain.announcement.reading import only

TEXT = "Szkolenie „Sieć bez tajemnic” odbędzie się 12 września 2025 r. o godz. 10:00 w Urzędzie Miasta w Pucku."


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Liczba miejsc: 30, max. 2 osoby z jednego urzędu.", 2),
        ("Zapraszamy najwyżej dwie osoby z gminy.", 2),
        ("Z każdej jednostki może przyjechać do 3 osób.", 3),
        ("Każda gmina może zgłosić maksymalnie 4 pracowników.", 4),
        ("Przewidujemy po 2 miejsca na szkołę.", 2),
        ("Limit: 1 osoba z jednej instytucji.", 1),
        ("At most 3 participants from one office.", 3),
        ("Liczba miejsc: 30.", None),
        ("Przy zgłoszeniu po 3 osoby z jednego urzędu rabat 10%.", None),
        ("Prosimy o zgłoszenie co najmniej 2 osób z każdej gminy.", None),
        ("Były to 3 osoby z jednego urzędu.", None),
    ],
)
def test_quota_is_what_one_institution_may_send(written: str, people: int | None) -> None:
    rule = only(f"{TEXT}\n{written}").draft.eligibility
    assert (rule.per_institution if rule else None) == people


@pytest.mark.parametrize("written", ["max. 2 osoby z jednego urzędu", "do 2 osób z każdej gminy", "po 2 osoby z gminy"])
def test_quota_is_no_number_of_places(written: str) -> None:
    assert only(f"{TEXT}\nZapraszamy {written}.").draft.capacity is None
