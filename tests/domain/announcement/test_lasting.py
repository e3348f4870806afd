import pytest

from tests.domain.announcement.reading import read, starts, titles

TITLE = "Elektroniczne doręczenia w urzędzie\n\n"
BLOCK = "Termin: {} września 2026, godz. 9:00-13:00\n{}\n\n"


@pytest.mark.parametrize(
    "told", ["Liczba miejsc: 20", "Miejsce: Ratusz w Redzie", "Zapisy do 4 września", "Cena: 90 zł"]
)
def test_blocks_that_each_tell_of_a_whole_training_are_trainings(told: str) -> None:
    text = TITLE + "".join(BLOCK.format(day, told) for day in (10, 11, 17))
    assert [each.draft.end and str(each.draft.end) for each in read(text, "2026-04-27").found] == [
        "2026-09-10T13:00",
        "2026-09-11T13:00",
        "2026-09-17T13:00",
    ]


@pytest.mark.parametrize("told", ["Liczba miejsc: 20", "Miejsce: Ratusz w Redzie", "Cena: 90 zł"])
def test_days_in_blocks_with_one_fact_below_the_last_are_one_training(told: str) -> None:
    text = TITLE + "Termin: 10 września 2026\nTermin: 11 września 2026\n" + told
    assert starts(text, "2026-04-27") == ["2026-09-10"]


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("lead", ["", "Termin: ", "- "])
def test_days_that_follow_each_other_by_chance_are_trainings(apart: str, lead: str) -> None:
    text = TITLE + apart.join(f"{lead}{day} września 2026" for day in (10, 11, 17))
    assert starts(text, "2026-04-27") == ["2026-09-10", "2026-09-11", "2026-09-17"]


@pytest.mark.parametrize("days", [(10, 11), (10, 11, 17, 18)])
def test_days_that_follow_each_other_in_pairs_are_of_one_training(days: tuple[int, ...]) -> None:
    text = TITLE + "\n".join(f"{day} września 2026" for day in days)
    assert starts(text, "2026-04-27") == [f"2026-09-{day}" for day in days[::2]]


def test_day_to_come_on_top_of_a_list_is_none_of_publication() -> None:
    text = "10 września 2026\n\n11 września 2026\n\n17 września 2026 – Centrum Usług Wspólnych"
    assert starts(text, "2026-04-27") == ["2026-09-10", "2026-09-11", "2026-09-17"]


@pytest.mark.parametrize("house", ["Centrum Usług Wspólnych", "Biuro Rzeczy Znalezionych", "Dom Pomocy Społecznej"])
def test_house_where_other_lines_have_titles_is_a_title(house: str) -> None:
    text = f"10 września 2026 – Rejestr umów\n11 września 2026 – Petycje w gminie\n17 września 2026 – {house}"
    assert titles(text, "2026-04-27") == ["Rejestr umów", "Petycje w gminie", house]


@pytest.mark.parametrize("house", ["Urząd Gminy w Redzie", "Ratusz", "Biblioteka Publiczna w Pucku"])
def test_house_with_a_town_or_without_a_name_is_no_title(house: str) -> None:
    text = f"10 września 2026 – Rejestr umów\n11 września 2026 – Petycje w gminie\n17 września 2026 – {house}"
    assert house not in titles(text, "2026-04-27")
