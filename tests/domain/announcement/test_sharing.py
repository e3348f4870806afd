import pytest

from tests.domain.announcement.reading import only, read, starts, titles

ABOVE = "W poniedziałek, 8 września, o 15:00 w Ratuszu w Gdyni spotkają się skarbnicy.\n\n"
LIST = "Kolejne terminy:\n• 11 września – Prawo opcji\n• 12 września – Mediacje\n• 16 września – Petycje\n"


def test_what_a_sentence_says_of_its_day_is_shared_with_none() -> None:
    first, *others = read("Akademia wraca po wakacjach\n\n1 września 2025\n\n" + ABOVE + LIST).found
    assert (str(first.draft.start), first.draft.title) == ("2025-09-08T15:00", None)
    assert first.draft.place
    assert [(each.draft.place, str(each.draft.start)) for each in others] == [
        (None, "2025-09-11"),
        (None, "2025-09-12"),
        (None, "2025-09-16"),
    ]


def test_a_period_that_holds_the_list_is_shared() -> None:
    text = "W dniach 11–16 września w Ratuszu w Gdyni odbędą się szkolenia:\n" + LIST.partition("\n")[2]
    assert [bool(found.draft.place) for found in read(text).found] == [True, True, True]


def test_another_day_says_nothing_of_the_only_training() -> None:
    text = (
        "Szkolenie „Petycje”\n\nTermin: 16 września 2025 r., godz. 9:00\n\n"
        "Przypominamy też o 10 października i Domu Kultury w Redzie."
    )
    assert only(text).draft.place is None


def test_a_street_named_after_a_day_is_no_other_day() -> None:
    found = only("Szkolenie „Petycje” – 16 września 2025 r.\nSpotykamy się w Domu Kultury w Redzie, ul. 3 Maja 5.")
    assert found.draft.place


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Po przerwie wracamy do spotkań w gminie.", None),
        ("Udział we wszystkich warsztatach jest bezpłatny.", None),
        ("Zapraszamy na szkolenia.", "szkolenie"),
        ("Terminarz szkoleń", "szkolenie"),
    ],
)
def test_several_named_in_general_are_no_kind(above: str, kind: str | None) -> None:
    assert {found.draft.kind for found in read(f"{above}\n\n{LIST}").found} == {kind}


def test_hours_below_a_day_are_trainings_when_each_has_its_house() -> None:
    text = (
        "Harmonogram zebrań wiejskich\n\n3 września 2025 r.\n17.00 – świetlica w Rudnie\n19.00 – remiza w Kopinie\n\n"
        "4 września 2025 r.\n17.00 – szkoła w Lipiu\n"
    )
    assert starts(text) == ["2025-09-03T17:00", "2025-09-03T19:00", "2025-09-04T17:00"]
    assert titles(text) == ["Zebrania wiejskie"] * 3


def test_a_house_before_a_title_is_no_part_of_it() -> None:
    text = (
        "Zebrania\n\n7 września 2025 r.\n• godz. 13.00 – remiza OSP – zebranie wiejskie sołectwa Lipie,\n"
        "• godz. 15.00 – sala gimnastyczna – zebranie wiejskie sołectwa Rudno."
    )
    assert titles(text) == ["zebranie wiejskie sołectwa Lipie", "zebranie wiejskie sołectwa Rudno"]


def test_days_in_a_row_in_different_houses_are_apart() -> None:
    text = "Spotkania z mieszkańcami\n3.09, g. 13.00 świetlica w Lipiu\n4.09, g. 9.00 szkoła w Kopinie"
    assert starts(text) == ["2025-09-03T13:00", "2025-09-04T09:00"]


def test_one_day_in_different_villages_is_several_trainings() -> None:
    text = (
        "Harmonogram spotkań z rolnikami:\n"
        "3 września 2025 r. godz. 17.00 – Rudno\n3 września 2025 r. godz. 18.30 – Gdynia"
    )
    assert starts(text) == ["2025-09-03T17:00", "2025-09-03T18:30"]
    assert titles(text) == ["Spotkania z rolnikami"] * 2


def test_trainings_of_two_sentences_keep_their_titles_and_kinds() -> None:
    text = (
        "Jesienią prowadzimy warsztaty. Spotkanie dla sołtysów odbędzie się 9 września 2025 r. o godz. 17.00 w Redzie. "
        "Spotkanie dla radnych odbędzie się 18 września o godz. 18.00 w Gdyni."
    )
    assert [(found.draft.title, found.draft.kind) for found in read(text).found] == [
        ("Spotkanie dla sołtysów", "spotkanie"),
        ("Spotkanie dla radnych", "spotkanie"),
    ]
