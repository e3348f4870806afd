"""What is written can be read again, and says the same."""

import json
from dataclasses import fields
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain import programme
from domain.faq import Faq
from domain.programme import ProgrammeFile, form, parts
from domain.training import (
    Admission,
    AgendaItem,
    Contact,
    Details,
    Eligibility,
    Material,
    Minimum,
    Mode,
    Place,
    Speaker,
    Status,
)
from domain.wall import Wall

SIGNS = st.characters(categories=["L", "N", "P", "S"])
LINES = st.text(SIGNS, min_size=1, max_size=20) | st.just("Dzień „otwarty” w \\ Pucku")
TEXTS = LINES | st.just('Linia\ndruga\toraz "cytat"')
URLS = st.sampled_from(["https://example.org/", "https://zapisy.example.org/form?id=1", "http://żuraw.example.org/ą"])
EMAILS = st.sampled_from(["biuro@example.org", "jan.sowa+1@example.org"])
PEOPLE = st.integers(0, 100)
# The small hours of the nights when the clocks change stay out; refusing them has its own tests.
HOURS = st.times(time(4)).map(lambda hour: hour.replace(second=0, microsecond=0))
STARTS = st.builds(Wall, st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.none() | HOURS)


def optional(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3).map(tuple)


def ends(start: Wall) -> st.SearchStrategy[Wall]:
    return st.builds(lambda days, hour: Wall(start.day + timedelta(days), hour), st.integers(1, 5), st.none() | HOURS)


PLACES = st.builds(Place, optional(LINES), optional(LINES), optional(LINES))
SPEAKERS = tuples(st.builds(Speaker, LINES, optional(LINES)))
CONTACTS = st.builds(Contact, optional(LINES), optional(LINES), optional(EMAILS), optional(LINES))
DAILY_HOURS = st.lists(HOURS, min_size=2, max_size=2, unique=True).map(lambda hours: tuple(sorted(hours)))
ELIGIBILITY = st.builds(Eligibility, st.just(Admission.ALL), per_institution=optional(st.integers(1, 9))) | st.builds(
    Eligibility, st.sampled_from([Admission.MEMBERS, Admission.LIST]), st.lists(LINES, min_size=1).map(tuple)
)
PRICES = st.integers(0, 5000).map(Decimal) | st.decimals(0, 1_000_000, places=2)


@st.composite
def agenda_items(draw: st.DrawFn) -> AgendaItem:
    start = draw(STARTS)
    return draw(
        st.builds(
            AgendaItem,
            key=LINES,
            title=LINES,
            start=st.just(start),
            end=optional(ends(start)),
            place=optional(PLACES),
            speakers=optional(SPEAKERS),
            track=optional(LINES),
            bookable=optional(st.booleans()),
            capacity=optional(PEOPLE),
        )
    )


@st.composite
def trainings(draw: st.DrawFn) -> Details:
    start = draw(STARTS)
    capacity = draw(st.none() | PEOPLE)
    minimum = (
        st.builds(Minimum, st.integers(1, capacity or 9), optional(st.just(start))) if capacity != 0 else st.none()
    )
    return draw(
        st.builds(
            Details,
            title=LINES,
            start=st.just(start),
            kind=optional(LINES),
            topics=optional(tuples(LINES)),
            summary=optional(TEXTS),
            end=optional(ends(start)),
            daily_hours=optional(DAILY_HOURS),
            mode=optional(st.sampled_from(Mode)),
            place=optional(PLACES),
            online_url=optional(URLS),
            speakers=optional(SPEAKERS),
            capacity=st.just(capacity),
            waiting_list=optional(st.booleans()),
            signup_deadline=optional(st.just(start)),
            signup_url=optional(URLS),
            level=optional(LINES),
            audience=optional(TEXTS),
            contact=optional(CONTACTS),
            price_pln=optional(PRICES),
            certificate=optional(st.booleans()),
            materials=optional(tuples(st.builds(Material, LINES, URLS))),
            agenda=optional(st.lists(agenda_items(), max_size=3, unique_by=lambda item: item.key).map(tuple)),
            eligibility=optional(ELIGIBILITY),
            minimum=optional(minimum),
            status=st.sampled_from(Status),
            note=optional(TEXTS),
        )
    )


@st.composite
def entries(draw: st.DrawFn) -> dict[str, object]:
    """Make the programme's own part of a file."""
    person = st.fixed_dictionaries({"name": optional(LINES), "role": st.none(), "email": EMAILS, "phone": st.none()})
    answers = st.lists(st.tuples(LINES, TEXTS, TEXTS), max_size=3, unique_by=lambda answer: answer[0])
    faq = answers.map(lambda listed: [dict(zip(("id", "q", "a"), answer, strict=True)) for answer in listed])
    return {
        "programme": draw(LINES),
        "organiser": draw(optional(LINES)),
        "timezone": draw(optional(st.sampled_from(["Europe/Warsaw", "UTC"]))),
        "coordinator": draw(optional(person)),
        "signup_url": draw(optional(URLS)),
        "faq": draw(optional(faq)),
    }


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[str, Details, int | None]]:
    """Make trainings as storage holds them, with their external ids and free seats."""
    listed: list[tuple[str, Details, int | None]] = []
    for key in draw(st.lists(LINES, max_size=3, unique=True)):
        details = draw(trainings())
        most = 50 if details.capacity is None else details.capacity
        listed.append((key, details, draw(st.none() | st.integers(0, most))))
    return listed


def again(file: ProgrammeFile) -> str:
    listed = [(each.key, each.details, each.free_seats) for each in file.trainings]
    return programme.write(file.entry, listed, file.faq)


@given(entries(), rows())
def test_reading_gives_back_what_was_written(
    entry: dict[str, Any], listed: list[tuple[str, Details, int | None]]
) -> None:
    frequent = [Faq(0, 0, each["id"], each["q"], each["a"]) for each in entry["faq"] or ()]
    text = programme.write(json.dumps(entry), listed, frequent)
    file = programme.read(text)
    assert list(file.faq) == frequent
    assert [(each.key, each.details, each.free_seats) for each in file.trainings] == listed
    assert json.loads(file.entry) == entry
    assert programme.read(again(file)) == file


def test_every_field_is_written_in_its_order() -> None:
    text = programme.write('{"programme": "Próba"}', [("a", Details("Łąki", Wall(date(2026, 5, 6))), None)], ())
    assert text.splitlines()[:12] == [
        "{",
        '  "programme": "Próba",',
        '  "organiser": null,',
        '  "timezone": null,',
        '  "coordinator": null,',
        '  "signup_url": null,',
        '  "faq": null,',
        '  "trainings": [',
        "    {",
        '      "id": "a",',
        '      "kind": null,',
        '      "title": "Łąki",',
    ]
    assert list(json.loads(text)["trainings"][0]) == form.Training.names()


def test_prices_are_numbers_as_people_write_them() -> None:
    def written(price: str) -> str:
        details = Details("A", Wall(date(2026, 5, 6)), price_pln=Decimal(price))
        return str(json.loads(programme.write("{}", [("a", details, None)], ()))["trainings"][0]["price_pln"])

    assert [written(price) for price in ["0", "250", "250.00", "99.90", "0.1"]] == ["0", "250", "250", "99.9", "0.1"]


def test_the_form_has_a_field_for_everything_the_domain_keeps() -> None:
    assert set(form.Training.model_fields) == {field.name for field in fields(Details)} | {"key", "free_seats"}
    for value in (Place, Speaker, Contact, Material, AgendaItem, Eligibility, Minimum):
        assert list(getattr(parts, value.__name__).model_fields) == [field.name for field in fields(value)]
