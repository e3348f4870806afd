"""Any rows make answers that Telegram takes: whole, valid and literal, whatever is stated in them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.faq import Faq
from domain.official import Language
from domain.ports import Occupancy, Stored
from domain.question.answer import Answer, Behaviour, Intent
from domain.training import AgendaItem, Contact, Details, Eligibility, Material, Mode, Place, Speaker, Status
from domain.wall import Wall
from handlers.replies.questions import plain
from handlers.texts.markup import units
from tests.handlers.answers import said, stated
from tests.handlers.samples import SEATS, UPCOMING
from tests.handlers.test_screens import buttons, read

HOSTILE = "<b>&\"'</b> "
FACTUAL = [intent for intent in Intent if intent not in (Intent.OUT_OF_SCOPE, Intent.SMALLTALK)]
LANGUAGES = list(Language)
SOME = st.none() | st.text(min_size=1, max_size=4000)
LINE = st.text(min_size=1, max_size=400)
ADDRESS = st.none() | st.integers(1, 1900).map(lambda n: "https://example.org/" + "a" * n)
SPEAKERS = st.none() | st.lists(st.builds(Speaker, LINE, st.none() | LINE), max_size=9).map(tuple)
ITEMS = st.lists(
    st.builds(AgendaItem, st.just("a"), LINE, st.just(Wall.parse("2026-05-07T09:00")), speakers=SPEAKERS), max_size=20
)
DETAILS = st.builds(
    Details,
    title=st.text(min_size=1, max_size=300),
    start=st.sampled_from([Wall.parse("2026-05-07"), Wall.parse("2026-05-07T09:00"), Wall.parse("2026-05-01")]),
    summary=SOME,
    mode=st.none() | st.sampled_from(Mode),
    place=st.none() | st.builds(Place, SOME, SOME, SOME),
    online_url=ADDRESS,
    speakers=SPEAKERS,
    capacity=st.none() | st.integers(0, 100_000),
    waiting_list=st.none() | st.booleans(),
    signup_deadline=st.none() | st.just(Wall.parse("2026-05-06")),
    signup_url=ADDRESS,
    level=SOME,
    audience=SOME,
    contact=st.none() | st.builds(Contact, SOME, SOME, SOME, SOME),
    price_pln=st.none() | st.decimals(0, 1_000_000, places=2),
    certificate=st.none() | st.booleans(),
    materials=st.none() | st.lists(st.builds(Material, LINE, st.just("https://example.org/" + "a" * 1900))).map(tuple),
    agenda=st.none() | ITEMS.map(tuple),
    eligibility=st.none() | st.builds(Eligibility),
    status=st.sampled_from(Status),
    note=SOME,
)
OCCUPANCY = st.builds(Occupancy, st.just(0), st.none() | st.integers(0, 30), st.integers(0, 9))
FAQ = st.none() | st.builds(Faq, st.just(1), st.just(1), st.just("a"), SOME.map(str), SOME.map(str))


@settings(max_examples=200, deadline=None)
@given(DETAILS, OCCUPANCY, st.sampled_from(FACTUAL), st.sampled_from(Behaviour), st.sampled_from(LANGUAGES), FAQ)
def test_any_training_makes_an_answer_that_telegram_takes(
    details: Details, occupancy: Occupancy, intent: Intent, behaviour: Behaviour, language: Language, faq: Faq | None
) -> None:
    about = Stored(replace(SEATS, details=details), occupancy)
    found = Answer(intent, behaviour, language, (about,), faq=faq)
    reply = said(found, question=5)
    assert 0 < units(read(reply.text)) <= 4096
    assert plain(reply) == read(reply.text)


LONG = Details(
    "Szkolenie " * 29,
    Wall.parse("2026-05-07T09:00"),
    end=Wall.parse("2026-05-09T15:30"),
    place=Place("Dom " * 300, "Lipowo " * 300, "sala " * 300),
    online_url="https://example.org/" + "a" * 1900,
    speakers=tuple(Speaker(f"Osoba {n} " * 20, "rola " * 100) for n in range(250)),
    capacity=100_000,
    level="poziom " * 500,
    audience="osoby " * 600,
    contact=Contact("Jan " * 900, "rola " * 700, "a" * 280 + "@example.org", "1" * 4000),
    price_pln=Decimal("999999.99"),
    materials=tuple(Material("Plik " * 50, f"https://example.org/{n}/" + "a" * 1900) for n in range(250)),
    agenda=tuple(
        AgendaItem(str(n), "Punkt " * 49, Wall.parse("2026-05-07T09:00"), speakers=(Speaker("Ola " * 90),) * 30)
        for n in range(250)
    ),
    eligibility=Eligibility(institutions=("Urząd " * 90,) * 90),
    status=Status.MOVED,
    note="Uwaga " * 600,
    summary="Opis " * 800,
)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("intent", FACTUAL)
def test_longest_rows_fit(intent: Intent, status: Status) -> None:
    stored = Stored(replace(SEATS, details=replace(LONG, status=status)), Occupancy(0, None, 0))
    faq = Faq(1, 1, "a", "Pytanie " * 500, "Odpowiedź " * 400)
    for behaviour in (Behaviour.ANSWER, Behaviour.ABSTAIN):
        one = Answer(intent, behaviour, Language.POLISH, (stored,), faq=faq)
        assert units(read(said(one, question=5).text)) <= 4096
    items = Answer(intent, Behaviour.ANSWER, Language.POLISH, (stored,), items=LONG.agenda or ())
    assert units(read(said(items).text)) <= 4096


@pytest.mark.parametrize("behaviour", [Behaviour.ANSWER, Behaviour.CLARIFY])
@pytest.mark.parametrize("intent", FACTUAL)
def test_many_long_rows_fit(intent: Intent, behaviour: Behaviour) -> None:
    rows = tuple(
        Stored(
            replace(SEATS, id=number, programme=replace(SEATS.programme, name=f"Program {number} " * 20), details=LONG),
            Occupancy(0, 3, 0),
        )
        for number in range(1, 251)
    )
    text = read(said(Answer(intent, behaviour, Language.POLISH, rows)).text)
    assert units(text) <= 4096
    assert "… i jeszcze 2" in text.replace("\u00a0", " ")


def test_many_programmes_fit() -> None:
    programmes = tuple(
        replace(SEATS.programme, id=n, name="Program " * 37, signup_url="https://example.org/" + "a" * 900)
        for n in range(50)
    )
    for intent in (Intent.SIGNUP, Intent.CONTACT):
        found = Answer(intent, Behaviour.ANSWER, Language.POLISH, programmes=programmes)
        assert units(read(said(found).text)) <= 4096


@pytest.mark.parametrize("intent", FACTUAL)
def test_values_are_literal(intent: Intent) -> None:
    hostile = replace(
        SEATS.details,
        title=HOSTILE,
        place=Place(HOSTILE, HOSTILE, HOSTILE),
        online_url="https://example.org/?a=<b>&b='\"",
        speakers=(Speaker(HOSTILE, HOSTILE),),
        level=HOSTILE,
        audience=HOSTILE,
        contact=Contact(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        materials=(Material(HOSTILE, "https://example.org/?a&b"),),
        agenda=(AgendaItem("a", HOSTILE, place=Place(HOSTILE), speakers=(Speaker(HOSTILE),), track=HOSTILE),),
        note=HOSTILE,
        summary=HOSTILE,
    )
    stored = Stored(replace(SEATS, details=hostile), Occupancy(0, 3, 0))
    for about in ((stored,), (stored, stored)):
        for behaviour in (Behaviour.ANSWER, Behaviour.CLARIFY, Behaviour.ABSTAIN):
            reply = said(Answer(intent, behaviour, Language.POLISH, about))
            assert HOSTILE.strip() in plain(reply)
            assert read(reply.text) == plain(reply)


@pytest.mark.parametrize("language", Language)
def test_labels_fit_and_no_label_stands_twice(language: Language) -> None:
    for about in ((), *((stored,) for stored in UPCOMING), UPCOMING):
        for intent in FACTUAL:
            found = Answer(intent, Behaviour.ANSWER, language, about)
            for row in said(found, question=999_999_999).rows:
                assert all(units(button.label) <= (26 if len(row) == 1 else 18) for button in row), row
            labels = [button.label for button in buttons(said(found, question=5))]
            assert len(labels) == len(set(labels))


def test_both_languages_have_the_same_buttons() -> None:
    for behaviour in Behaviour:
        for intent in FACTUAL:
            polish, english = (
                said(Answer(intent, behaviour, language, (stated(),)), question=5) for language in Language
            )
            assert [b.press for b in buttons(polish)] == [b.press for b in buttons(english)]
