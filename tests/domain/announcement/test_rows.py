import pytest

from domain.announcement import Found
from tests.domain.announcement.reading import read, starts, titles


def where(found: Found) -> tuple[str | None, str | None]:
    place = found.draft.place
    return (place.name, place.city) if place else (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Borki: 7.10 (wtorek) o godz. 18.00 w domu sołtysa,\nRudno: 9.10 (czwartek) o godz. 17.00 w klubiku.",
        "Borki – 7 października, godz. 18.00, dom sołtysa\nRudno – 9 października, godz. 17.00, w klubiku",
        "• Borki, 7.10 (wtorek), g. 18 – w domu sołtysa\n• Rudno, 9.10 (czwartek), g. 17 – w klubiku",
    ],
)
def test_village_before_a_day_and_house_behind_it_are_where_not_what(text: str) -> None:
    found = read(f"Zebrania wiejskie z mieszkańcami\n\n{text}").found
    assert [each.draft.title for each in found] == ["Zebrania wiejskie z mieszkańcami"] * 2
    assert [str(each.draft.start) for each in found] == ["2025-10-07T18:00", "2025-10-09T17:00"]
    assert [where(each)[1] for each in found] == ["Borki", "Rudno"]
    assert str(where(found[0])[0]).startswith("dom")
    assert str(where(found[1])[0]).startswith("klub")


@pytest.mark.parametrize(
    "text",
    [
        "Borki: świetlica, 1 października (środa), godz. 17\nRudno: remiza, 3 października (piątek), godz. 18",
        "1 października, godz. 17 – Borki, świetlica\n3 października, godz. 18 – Rudno, remiza",
        "Borki\n1 października, godz. 17.00\nświetlica\n\nRudno\n3 października, godz. 18.00\nremiza",
        "1.10: godz. 17.00 – Borki, świetlica, godz. 19.00 – szkoła\n3.10: godz. 18 – Rudno, remiza",
        "Środa, 1.10\n– Borki, świetlica, g. 17\n– Lipowo, szkoła, g. 19\nPiątek, 3.10\n– Rudno, remiza, godz. 18",
        "01.10.2025\n17:00 Borki – świetlica\n19:00 Lipowo – szkoła\n\n03.10.2025\n18:00 Rudno – remiza",
        "| Miejsce | Data | Godzina |\n| Borki, świetlica | 1.10 | 17:00 |\n| Rudno, remiza | 3.10 | 18:00 |",
    ],
)
def test_each_line_keeps_its_place_and_hour(text: str) -> None:
    found = read(f"Spotkania konsultacyjne\n\n{text}").found
    first, last = found[0], found[-1]
    assert (str(first.draft.start), where(first)) == ("2025-10-01T17:00", ("świetlica", "Borki"))
    assert (str(last.draft.start), where(last)) == ("2025-10-03T18:00", ("remiza", "Rudno"))


def test_rows_of_one_day_or_of_days_in_turn_are_trainings_each() -> None:
    text = (
        "Lp.\n\nMiejsce\n\nData\n\nGodzina\n\n1\n\nUrząd Gminy\n\n6.10\n\n10:00\n\n2\n\nOSP Borki\n\n6.10\n\n14:30\n\n"
    )
    text += "3\n\nSzkoła\n\n7.10\n\n9:00"
    assert starts(f"Spotkania konsultacyjne\n\n{text}") == ["2025-10-06T10:00", "2025-10-06T14:30", "2025-10-07T09:00"]


@pytest.mark.parametrize(
    "text",
    [
        "wtorki: 7, 14 i 21 października, godz. 17.00",
        "październik: 7, 14, 21, zawsze o godz. 17.00",
        "październik 2025 – 7, 14 i 21, początek o godz. 17.00",
        "wtorki, godz. 17.00: 7.10, 14.10, 21.10",
    ],
)
def test_days_behind_their_weekday_or_month_are_trainings_each(text: str) -> None:
    read_titles = titles(f"Konsultacje dla sołtysów\n\n{text}")
    assert read_titles == ["Konsultacje dla sołtysów"] * 3
    assert starts(f"Konsultacje dla sołtysów\n\n{text}") == [f"2025-10-{day}T17:00" for day in ("07", "14", "21")]


@pytest.mark.parametrize("heading", ["Zebrania w sprawie funduszu sołeckiego na rok 2028", "Zebrania – budżet 2027"])
def test_year_of_a_heading_in_which_no_weekday_fits_is_none_of_theirs(heading: str) -> None:
    text = f"{heading}\n\n7 października (wtorek), godz. 17.00\n9 października (czwartek), godz. 17.00"
    assert starts(text) == ["2025-10-07T17:00", "2025-10-09T17:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Komisja Oświaty zbierze się we wtorek, 7.10 o godz. 15:30.\n\nInne obradują w czwartek, 9.10 o godz. 17:00.",
        "Komisja Oświaty spotka się 7 października o 15:30.\n\nKolejne zaplanowano na 9 października na godz. 17.00.",
    ],
)
def test_days_in_prose_with_an_hour_are_trainings(text: str) -> None:
    assert starts(f"Posiedzenia komisji rady\n\n{text}") == ["2025-10-07T15:30", "2025-10-09T17:00"]


def test_hour_of_departure_makes_no_training_of_a_day_of_a_longer_one() -> None:
    text = (
        "Wyjazd studyjny odbędzie się 7–9 października 2025 r.\nAutokar czeka 7 października o godz. 7.00 pod ratuszem."
    )
    assert len(read(text).found) == 1


def test_period_above_timed_days_is_no_training() -> None:
    text = "Szkolenia dla sołtysów\n\n6–17 października\n\n6.10, godz. 16 – Borki\n17.10, godz. 17 – Rudno"
    assert starts(text) == ["2025-10-06T16:00", "2025-10-17T17:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Świetlica w Borkach:\n• 7.10, g. 16.00\n• 14.10, g. 16.00\nRemiza w Lipowie:\n• 9.10, g. 17\n• 16.10, g. 17",
        "Borki, świetlica:\n- 7.10, 16.00\n- 14.10, 16.00\nLipowo, remiza:\n- 9.10, 17.00\n- 16.10, 17.00",
    ],
)
def test_house_above_items_is_theirs_alone(text: str) -> None:
    found = read(f"Konsultacje dla sołtysów\n\n{text}").found
    assert [where(each)[1] for each in found] == ["Borki", "Borki", "Lipowo", "Lipowo"]
    assert [str(each.draft.start)[-5:] for each in found] == ["16:00", "16:00", "17:00", "17:00"]


def test_what_stands_between_a_heading_and_its_list_is_of_all_lines() -> None:
    text = "Akademia radnego\n\nZapisy: zapisy@example.org\n\n7 października, godz. 15.00\n9 października, godz. 16.30"
    found = read(text).found
    assert [each.draft.contact and each.draft.contact.email for each in found] == ["zapisy@example.org"] * 2


@pytest.mark.parametrize(
    "ago", ["W ubiegłym roku, 12 marca o godz. 17, przyszło 40 osób.", "Rok temu, 3 marca o 17, padało."]
)
def test_hour_of_what_was_makes_no_training(ago: str) -> None:
    text = f"Zebranie mieszkańców\n\nWe wtorek 7 października o godz. 17 zapraszamy na zebranie. {ago}"
    assert starts(text) == ["2025-10-07T17:00"]
