import pytest

from domain.training import Mode
from tests.domain.announcement.reading import read, starts, titles

CELLS = (
    ["Data", "Godzina", "Temat", "Miejsce"],
    ["11.09.2025", "9:00", "Prawo opcji", "Ratusz"],
    ["18.09.2025", "10:00", "Mediacje", "Biblioteka"],
)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n"])
def test_cells_below_each_other_are_rows(between: str) -> None:
    text = "Plan szkoleń\n" + between.join(cell for row in CELLS for cell in row)
    assert starts(text) == ["2025-09-11T09:00", "2025-09-18T10:00"]
    assert titles(text) == ["Prawo opcji", "Mediacje"]


def test_a_day_above_its_month_is_one() -> None:
    text = "Wydarzenia\n\n11\nwrz\nSzkolenie z opcji\n\n18\nwrz\nWarsztaty z mediacji"
    assert starts(text) == ["2025-09-11", "2025-09-18"]


def test_a_row_without_heads_is_no_head() -> None:
    text = (
        "10 września, godz. 10:00 | Zespół ds. transportu | sala 12\n"
        "11 września, godz. 9:00 | Zespół ds. edukacji | sala kominkowa\nZebrania: spotkania robocze"
    )
    assert titles(text) == ["Zespół ds. transportu", "Zespół ds. edukacji"]


def test_two_cells_are_a_label_and_its_value() -> None:
    text = "Temat:\tPrawo opcji\nTermin:\t11 września 2025\nGodziny:\t9:00-14:00"
    assert titles(text) == ["Prawo opcji"]
    assert starts(text) == ["2025-09-11T09:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Spotkania o dotacjach\n1. Kraśnik – 11 września, godz. 10:00\n2. Lublin – 11 września, godz. 14:00",
        "Spotkania o dotacjach\n- 11 września – Kraśnik, godz. 10:00\n- 12 września – Lublin, godz. 14:00",
    ],
)
def test_towns_tell_trainings_apart(text: str) -> None:
    assert [start[10:] for start in starts(text)] == ["T10:00", "T14:00"]


def test_hours_with_places_below_a_day_are_trainings() -> None:
    text = (
        "Spotkania jesienne\n\nCzwartek, 11 września\n• godz. 10:00 – Prawo opcji, świetlica w Dobrzyniewie\n"
        "• godz. 13:00 – Mediacje, Dom Ludowy w Choroszczy\n\nPiątek, 12 września\n"
        "• godz. 9:00 – Petycje, Ratusz w Lubaniu"
    )
    assert starts(text) == ["2025-09-11T10:00", "2025-09-11T13:00", "2025-09-12T09:00"]
    assert titles(text) == ["Prawo opcji", "Mediacje", "Petycje"]


def test_days_of_a_programme_are_one_training() -> None:
    text = (
        "Forum skarbników\n11–12 września 2025, Lubniewice\n\nPROGRAM\n\n11 września (czwartek)\n"
        "10:30–11:00 rejestracja\n11:00–13:30 Dochody\n\n12 września (piątek)\n8:00–9:00 śniadanie\n9:00–11:30 Koszty"
    )
    assert len(read(text).found) == 1


def test_lost_breaks_are_put_back() -> None:
    text = (
        "Szkolenie z archiwizacji Zapraszamy pracowników kancelarii urzędów gmin na szkolenie w ratuszu, podczas "
        "którego omówimy nowe przepisy i przykłady. Termin: 11 września 2025, godz. 9:00 Miejsce: ratusz Koszt: 200 zł "
        "Zapisy do 4 września: kancelaria@example.org"
    )
    (found,) = read(text).found
    assert str(found.draft.start) == "2025-09-11T09:00"
    assert found.draft.price_pln == 200


@pytest.mark.parametrize("line", ["11 września, od godz. 10, potrwa do 15", "11 września o 10:00, kończymy o 15:00"])
def test_the_hour_until_which_it_lasts_is_its_end(line: str) -> None:
    (found,) = read(f"Szkolenie z archiwizacji\n{line}").found
    assert str(found.draft.end) == "2025-09-11T15:00"


def test_ten_past_ten_in_a_timetable_is_no_day() -> None:
    text = "Webinar „Opcje”\n11.09.2025, godz. 10-12\n10.00 Otwarcie\n10.10 Przepisy\n11.15 Pytania"
    assert starts(text) == ["2025-09-11T10:00"]


HEADS = "Temat\nData\nProwadzący\nCena"
ROWS = (
    "Prawo opcji\nONLINE\n11 września 2025\nAnna Lis\n449 zł",
    "Mediacje\nKraków, Hotel Wawrzyn, ul. Miodowa 15\n18 września 2025\nJan Sowa\n590 zł",
    "Zasiłki\nONLINE\n2 października 2025\nAnna Lis\n429 zł",
)


@pytest.mark.parametrize(
    "text",
    [
        f"Kalendarz szkoleń\n\n{HEADS}\n\n{ROWS[0]}\n\n{ROWS[1]}\n\n{ROWS[2]}\n",
        f"Kalendarz szkoleń\n\n{HEADS}\n\nWRZESIEŃ\n\n{ROWS[0]}\n\n{ROWS[1]}\n\nPAŹDZIERNIK 2025\n\n{ROWS[2]}\n",
        f"Plan szkoleń\n\n{HEADS.replace('Temat', 'Temat szkolenia')}\n\n{ROWS[0]}\n\n{ROWS[1]}\n\n{ROWS[2]}\n",
    ],
)
def test_rows_wider_than_their_head_have_the_cells_before_the_day_without_one(text: str) -> None:
    drafts = [found.draft for found in read(text).found]
    assert [each.title for each in drafts] == ["Prawo opcji", "Mediacje", "Zasiłki"]
    assert [[speaker.name for speaker in each.speakers] for each in drafts] == [
        ["Anna Lis"],
        ["Jan Sowa"],
        ["Anna Lis"],
    ]
    assert [each.price_pln for each in drafts] == [449, 590, 429]
    assert [each.contact for each in drafts] == [None, None, None]
    assert [each.mode for each in drafts] == [Mode.ONLINE, None, Mode.ONLINE]
    assert [each.place.city if each.place else None for each in drafts] == [None, "Kraków", None]


def test_a_heading_above_a_table_is_none_of_its_columns() -> None:
    rows = "1\nPrawo opcji\nAnna Lis\n11 września 2025\nonline\n\n2\nMediacje\nJan Sowa\n18 września 2025\nstacjonarnie"
    text = f"Plan szkoleń\n\nLp.\nTemat szkolenia\nProwadzący\nData\nForma\n\n{rows}\n"
    assert titles(text) == ["Prawo opcji", "Mediacje"]
    assert [found.draft.mode for found in read(text).found] == [Mode.ONLINE, Mode.ON_SITE]


@pytest.mark.parametrize(
    "note",
    [
        "Szkolenia online trwają od 9.00 do 12.00, stacjonarne od 10.00 do 15.00.",
        "Zajęcia stacjonarne odbywają się w godz. 10-15, a zdalne w godz. 9-12.",
        "Godziny: stacjonarnie 10:00-15:00, online 9:00-12:00",
    ],
)
def test_hours_of_a_form_hold_for_trainings_of_that_form(note: str) -> None:
    text = (
        "Szkolenia\n- 11 września 2025 – Prawo opcji (online)\n- 18 września 2025 – Mediacje, Ratusz w Tczewie\n"
        f"- 25 września 2025 – Petycje\n\n{note}\n"
    )
    drafts = [found.draft for found in read(text).found]
    assert [str(each.start) for each in drafts] == ["2025-09-11T09:00", "2025-09-18T10:00", "2025-09-25"]
    assert [str(each.end) for each in drafts] == ["2025-09-11T12:00", "2025-09-18T15:00", "None"]
    assert [each.mode for each in drafts] == [Mode.ONLINE, None, None]
