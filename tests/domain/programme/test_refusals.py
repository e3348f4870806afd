"""What a programme file is refused for: each with its line, its path and one sentence that says what to do."""

import json

import pytest

from domain import programme
from domain.programme import FileRefused

START = {"id": "a", "title": "Prawo opcji", "start": "2026-05-06T09:00"}
ITEM = {"id": "1", "title": "Wykład"}
NOT_A_DAY = "is not a day; write YYYY-MM-DD, or YYYY-MM-DDTHH:MM when the hour is known, in local time."
NOT_DAYS = [
    *("27.04.2026", "2026-5-6", "2026-05-06 09:00", "2026-05-06T09:00:00", "2026-05-06T9:00", "2026-05-06T09:00Z"),
    *("2026-05-06T09:00+02:00", "2026-W19-3", "20260506", "2026-05-06T", "jutro", "", "2026-05-06T0900"),
    "\N{FULLWIDTH DIGIT TWO}026-05-06",
]
NOT_ADDRESSES = [
    *("ftp://example.org/a", "javascript:alert(1)", "zapisy.example.org", "https://", "https://intranet/zapisy"),
    *("https://jan@example.org/", "https://jan:x@example.org/", "https://127.0.0.1/", "https://[::1]/", "https://[x/"),
    *("https://2130706433/", "https://0x7f.1/", "https://example.org:99999/", "https://exa mple.org/"),
    *("https://example.org/a b", "https://example.org\\@x.org/", "https://example..org/"),
]


def problems(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(FileRefused) as refused:
        programme.read(text)
    return [(problem.path, problem.sentence) for problem in refused.value.problems]


def of_training(**fields: object) -> list[tuple[str, str]]:
    """Return the problems of a file whose only training has these fields, with paths that begin at the training."""
    found = problems(json.dumps({"programme": "Próba", "trainings": [START | fields]}))
    return [(path.removeprefix("trainings[0]").removeprefix("."), sentence) for path, sentence in found]


def of_file(**fields: object) -> list[tuple[str, str]]:
    return problems(json.dumps({"programme": "Próba"} | fields))


def test_all_problems_are_told_at_once_by_line() -> None:
    text = """{
      "programme": "Próba",
      "timezone": "Europe/Warszawa",
      "trainings": [
        {"id": "a", "title": "A", "start": "2026-05-06", "capacity": "12"},
        {"id": "a", "titel": "B",
         "start": "6 maja"}
      ]
    }"""
    with pytest.raises(FileRefused) as refused:
        programme.read(text)
    assert str(refused.value).splitlines() == [
        'line 3, timezone: There is no time zone "Europe/Warszawa"; write a name such as "Europe/Warsaw".',
        "line 5, trainings[0].capacity: Write the number without quotation marks: 12.",
        'line 6, trainings[1].id: The id "a" is used already, on line 5; change one of the two.',
        'line 6, trainings[1].title: "title" is missing; state it.',
        'line 6, trainings[1].titel: There is no such field; perhaps "title" is meant.',
        f'line 7, trainings[1].start: "6 maja" {NOT_A_DAY}',
    ]


def test_a_file_that_is_not_utf8_is_refused_with_the_line() -> None:
    text = '{\n"programme": "Próba"}'
    sentence = "The file is not UTF-8; save it again and choose UTF-8."
    with pytest.raises(FileRefused, match=f"line 2: {sentence}"):
        programme.read(text.encode("cp1250"))
    assert problems(text.encode("utf-16")) == [("", sentence)]


def test_a_file_over_five_megabytes_is_refused() -> None:
    expected = [("", "The file is larger than 5 MB; split the programme.")]
    assert problems(b" " * 5_000_001) == expected
    assert problems("ł" * 2_500_001) == expected


def test_another_document_is_refused() -> None:
    expected = [("", "Write an object here, in curly brackets { }.")]
    assert problems("[]") == expected
    assert problems("null") == expected


def test_a_programme_without_any_name_is_refused() -> None:
    sentence = 'State "programme", the name by which the programme is found again, or at least its organiser.'
    assert of_file(programme=None) == [("organiser", sentence)]


def test_an_unknown_field_far_from_any_other_lists_the_fields() -> None:
    path, sentence = of_training(speakers=[{"name": "Ewa Nowak", "xyz\u202e": 1}])[0]
    assert (path, sentence) == (
        'speakers[0]["xyz\\u202e"]',
        "There is no such field; remove it, or use one of: name, role.",
    )


@pytest.mark.parametrize("name", ["Europe", "../etc/passwd", "/etc/localtime", "Warszawa", "UTC+1", "x\u0142" * 500])
def test_an_unknown_time_zone_is_refused(name: str) -> None:
    [(path, sentence)] = of_file(timezone=name)
    assert path == "timezone"
    assert sentence.endswith('write a name such as "Europe/Warsaw".')


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", None, "This may not be null; state it."),
        ("title", 5, 'Put quotation marks around it: "5".'),
        ("title", ["x"], "Write a text in quotation marks here, or null."),
        ("title", "x" * 301, "Shorten this to 300 characters; it has 301."),
        ("title", "one\ntwo", "Write this in one line, without line breaks and tabs."),
        ("title", " \u200b", "This text is empty; fill it in, or write null where nothing needs to be stated."),
        ("title", "a\u202eb", "Remove the invisible sign U+202E; it may have come with copied text."),
        ("title", "a\u0007b", "Remove the invisible sign U+0007; it may have come with copied text."),
        ("title", "a\ud800", "Remove the broken \\u sign from this text."),
        ("id", "", "This text is empty; fill it in, or write null where nothing needs to be stated."),
        ("id", 12, 'Put quotation marks around it: "12".'),
        ("id", " a", "Remove the spaces at its beginning and end."),
        ("id", "x" * 101, "Shorten this to 100 characters; it has 101."),
        ("summary", "x" * 4001, "Shorten this to 4000 characters; it has 4001."),
        ("topics", "prawo", 'Write a list in square brackets: ["prawo"].'),
        ("topics", {}, "Write a list in square brackets [ ], or null."),
        ("place", "Gdynia", "Write an object here, in curly brackets { }."),
        ("capacity", "12", "Write the number without quotation marks: 12."),
        ("capacity", "dwanaście", "Write a whole number without quotation marks, such as 12, or null."),
        ("capacity", True, "Write a whole number without quotation marks, such as 12, or null."),
        ("capacity", 12.0, "Write a whole number without quotation marks, such as 12, or null."),
        ("capacity", -1, "Write 0 or more."),
        ("capacity", 100_001, "Write 100000 or less."),
        ("free_seats", -1, "Write 0 or more."),
        ("waiting_list", 1, "Write true, false or null, without quotation marks."),
        ("waiting_list", "true", "Write true without quotation marks."),
        ("certificate", "tak", "Write true, false or null, without quotation marks."),
        ("mode", "Online", 'Write one of these words, or null: "stacjonarne", "online", "hybrydowe".'),
        ("status", "odwołane", 'Write one of these words, or null: "planned", "cancelled", "moved".'),
        ("price_pln", -1, "Write a price from 0 to 1000000."),
        ("price_pln", 1e300, "Write a price from 0 to 1000000."),
        ("price_pln", 9.999, "Write the price with at most two digits after the point."),
        (
            "price_pln",
            "250 zł",
            "Write the price as a number without quotation marks and currency, such as 250 or 99.50; 0 = free.",
        ),
        (
            "price_pln",
            True,
            "Write the price as a number without quotation marks and currency, such as 250 or 99.50; 0 = free.",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_refused(field: str, value: object, sentence: str) -> None:
    assert of_training(**{field: value}) == [(field, sentence)]


def test_nan_is_refused() -> None:
    assert "NaN is not a number" in problems('{"trainings": [{"price_pln": NaN}]}')[0][1]


@pytest.mark.parametrize("value", NOT_DAYS)
def test_a_start_of_another_form_is_refused(value: str) -> None:
    assert of_training(start=value) == [("start", f'"{value}" {NOT_A_DAY}')]


@pytest.mark.parametrize("value", ["2026-02-30", "2026-13-01", "2026-00-10", "2026-05-06T24:00", "2026-05-06T09:60"])
def test_a_day_that_is_not_in_the_calendar_is_refused(value: str) -> None:
    sentence = f'"{value}" is not in the calendar; check month, day and hour (00:00 to 23:59).'
    assert of_training(start=value) == [("start", sentence)]


def test_a_year_that_cannot_be_meant_is_refused() -> None:
    assert of_training(start="0226-05-06") == [("start", "The year 226 cannot be meant; check it.")]


def test_a_start_that_is_no_text_is_refused() -> None:
    [(_, sentence)] = of_training(start=20260506)
    assert sentence.startswith("This is not a day; write YYYY-MM-DD")


def test_an_hour_that_the_clocks_skip_is_refused_in_every_field() -> None:
    skipped = "2026-03-29T02:30"
    found = of_training(
        start=skipped, end=skipped, signup_deadline=skipped, minimum={"people": 1, "decide_by": skipped},
        agenda=[ITEM | {"start": skipped, "end": skipped}],
    )  # fmt: skip
    sentence = (
        "02:30 does not exist on 2026-03-29: the clocks in Europe/Warsaw go forward from 02:00 to 03:00 and skip it;"
        " write another hour."
    )
    paths = ["start", "end", "signup_deadline", "agenda[0].start", "agenda[0].end", "minimum.decide_by"]
    assert found == [(path, sentence) for path in paths]


def test_an_hour_that_comes_twice_is_refused() -> None:
    sentence = (
        "02:00 comes twice on 2026-10-25: the clocks in Europe/Warsaw go back from 03:00 to 02:00;"
        " write another hour, or the day alone."
    )
    assert of_training(start="2026-10-25T02:00") == [("start", sentence)]


def test_clock_changes_are_those_of_the_programme_zone() -> None:
    skipped = {"programme": "Próba", "trainings": [START | {"start": "2026-03-29T02:30"}]}
    assert programme.read(json.dumps(skipped | {"timezone": "UTC"})).trainings
    [(_, sentence)] = problems(json.dumps(skipped | {"timezone": "Europe/Kyiv"} | {
        "trainings": [START | {"start": "2026-03-29T03:30"}]
    }))  # fmt: skip
    assert "the clocks in Europe/Kyiv go forward from 03:00 to 04:00" in sentence


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-05-06", "2026-05-05"),
        ("2026-05-06T09:00", "2026-05-06T08:59"),
        ("2026-05-06T09:00", "2026-05-06T09:00"),
        ("2026-05-06T09:00", "2026-05-05"),
        ("2026-05-06", "2026-05-05T15:00"),
    ],
)
def test_an_end_before_the_start_is_refused(start: str, end: str) -> None:
    sentence = f"The end must be later than the start ({start}); check both, or write null when it is not known."
    assert of_training(start=start, end=end) == [("end", sentence)]
    assert of_training(agenda=[ITEM | {"start": start, "end": end}]) == [("agenda[0].end", sentence)]


def test_a_deadline_after_the_training_is_refused() -> None:
    sentence = "This is after the training is over (2026-05-06); check day, month and year."
    assert of_training(signup_deadline="2027-05-04") == [("signup_deadline", sentence)]
    assert of_training(minimum={"people": 5, "decide_by": "2026-05-07"}) == [("minimum", sentence)]


def test_more_free_seats_than_seats_are_refused() -> None:
    sentence = "More seats are free than there are in all (capacity 12); correct one of them."
    assert of_training(capacity=12, free_seats=13) == [("free_seats", sentence)]


def test_a_minimum_above_the_capacity_is_refused() -> None:
    sentence = '"people" is more than there are seats (capacity 12); correct one of them.'
    assert of_training(capacity=12, minimum={"people": 13}) == [("minimum", sentence)]


def test_daily_hours_the_wrong_way_round_are_refused() -> None:
    assert of_training(daily_hours={"from": "15:00", "to": "09:00"}) == [
        ("daily_hours", '"to" must be later than "from".')
    ]


@pytest.mark.parametrize("hour", ["9:00", "24:00", "09:00:00", 9])
def test_daily_hours_of_another_form_are_refused(hour: object) -> None:
    [(path, sentence)] = of_training(daily_hours={"from": hour, "to": "23:00"})
    assert path == "daily_hours.from"
    assert sentence.endswith("is not an hour; write HH:MM, from 00:00 to 23:59.")


def test_eligibility_that_contradicts_itself_is_refused() -> None:
    assert of_training(eligibility={"who": "list", "institutions": []}) == [
        ("eligibility", '"who" is "list", so "institutions" must name at least one.')
    ]
    assert of_training(eligibility={"institutions": ["UM Gdynia"]}) == [
        ("eligibility", 'Institutions are listed, so "who" must be "list" or "members".')
    ]
    assert of_training(eligibility={"per_institution": 0}) == [("eligibility.per_institution", "Write 1 or more.")]


@pytest.mark.parametrize("url", NOT_ADDRESSES)
def test_an_address_that_is_not_plain_is_refused(url: str) -> None:
    [(path, sentence)] = of_training(signup_url=url)
    assert path == "signup_url"
    assert "web address" in sentence


@pytest.mark.parametrize(
    "email", ["biuro", "biuro@", "@example.org", "a b@example.org", "biuro@example", "a..b@example.org", "<a@b.pl>"]
)
def test_an_email_that_cannot_be_one_is_refused(email: str) -> None:
    sentence = f'"{email}" is not an e-mail address; write one such as biuro@example.org.'
    assert of_training(contact={"email": email}) == [("contact.email", sentence)]


def test_ids_are_unique_where_they_are_looked_up() -> None:
    answer = {"id": "x", "q": "Gdzie?", "a": "W Gdyni."}
    assert [path for path, _ in of_file(faq=[answer, answer])] == ["faq[1].id"]
    assert [path for path, _ in of_file(trainings=[START, START])] == ["trainings[1].id"]
    assert [path for path, _ in of_training(agenda=[ITEM, ITEM])] == ["agenda[1].id"]
    other = START | {"id": "b", "agenda": [ITEM]}
    assert (
        len(programme.read(json.dumps({"programme": "P", "trainings": [START | {"agenda": [ITEM]}, other]})).trainings)
        == 2
    )
