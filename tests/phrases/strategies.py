"""Programmes that nobody wrote: anything may be missing, and what is stated may be anything."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain import dates
from domain.faq import Faq
from domain.ports import Occupancy
from domain.question import Knowledge
from domain.training import (
    Admission,
    AgendaItem,
    Contact,
    Details,
    Eligibility,
    Material,
    Mode,
    Place,
    Programme,
    Speaker,
    Status,
    Training,
)
from domain.wall import Wall

ZONE = ZoneInfo("Europe/Warsaw")
WORDS = [
    *(
        "zamówienia",
        "publiczne",
        "od",
        "podstaw",
        "RODO",
        "w",
        "kadrach",
        "budżet",
        "obywatelski",
        "kontrola",
        "prosty",
    ),
    *("język", "o", "Maju", "i", "środzie", "sztuczna", "inteligencja", "bezpłatne", "drogi", "2027", "e-Doręczenia"),
    *("CUW", "odpady", "KPA", "3", "gminne", "dla", "początkujących", "online", "PDF"),
]
FIRST_NAMES = ["Anna", "Jan", "Ewa", "Piotr", "Wit"]
SURNAMES = ["Maj", "Sobota", "Kwaśna", "Dąb-Lis", "Ó"]
TOWNS = ["Piła", "Środa Śląska", "Nowa Sól", "Łódź", "Brzeg", "Hel", "Ełk"]

NOTHING = st.none()
_hours = st.builds(time, st.integers(6, 21), st.sampled_from([0, 15, 30, 45]))
_walls = st.builds(Wall, st.dates(date(2027, 3, 1), date(2027, 7, 31)), NOTHING | _hours)
_signs = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))
_loose = st.text(_signs, min_size=1, max_size=60).filter(str.strip)
_texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join) | _loose
_names = st.builds("{} {}".format, st.sampled_from(FIRST_NAMES), st.sampled_from(SURNAMES))
_links = st.integers(1, 999).map("https://example.org/{}".format)
_emails = st.integers(1, 99).map("osoba{}@example.org".format)
_phones = st.integers(10, 99).map("71 000 00 {}".format)
_counts = st.integers(0, 300)

places = st.builds(
    Place, NOTHING | _texts, NOTHING | st.sampled_from(TOWNS), NOTHING | st.sampled_from(["12", "sala 3"])
)
speakers = st.lists(st.builds(Speaker, _names | _loose, NOTHING | _texts), max_size=3).map(tuple)
contacts = st.builds(Contact, NOTHING | _names, NOTHING | _texts, NOTHING | _emails, NOTHING | _phones)
items = st.lists(
    st.builds(
        AgendaItem,
        key=st.uuids().map(str),
        title=_texts,
        start=NOTHING | _walls,
        end=NOTHING | _walls,
        place=NOTHING | places,
        speakers=NOTHING | speakers,
        track=NOTHING | _texts,
    ),
    max_size=4,
).map(tuple)


def _in_order(stated: Details) -> Details:
    """Return details that end no earlier than they start, as a programme file has to."""
    begins, ends = dates.opening(stated.start, ZONE), dates.closing(stated.start, stated.end, ZONE)
    return stated if ends > begins else replace(stated, end=None)


details = st.builds(
    Details,
    title=_texts,
    start=_walls,
    kind=NOTHING | st.sampled_from(["szkolenie", "webinar", "warsztat"]) | _loose,
    topics=NOTHING | st.lists(_texts, max_size=3).map(tuple),
    summary=NOTHING | _texts,
    end=NOTHING | _walls,
    daily_hours=NOTHING | st.tuples(_hours, _hours),
    mode=NOTHING | st.sampled_from(Mode),
    place=NOTHING | places,
    online_url=NOTHING | _links,
    speakers=NOTHING | speakers,
    capacity=NOTHING | _counts,
    waiting_list=NOTHING | st.booleans(),
    signup_deadline=NOTHING | _walls,
    signup_url=NOTHING | _links,
    level=NOTHING | st.sampled_from(["podstawowy", "zaawansowany"]) | _loose,
    audience=NOTHING | _texts,
    contact=NOTHING | contacts,
    price_pln=NOTHING | st.just(0) | st.decimals(0, 20_000, places=2),
    certificate=NOTHING | st.booleans(),
    materials=NOTHING | st.lists(st.builds(Material, _texts, _links), max_size=3).map(tuple),
    agenda=NOTHING | items,
    eligibility=NOTHING
    | st.builds(
        Eligibility,
        st.sampled_from(Admission),
        st.lists(_texts, max_size=3).map(tuple),
        NOTHING | st.integers(1, 5),
    ),
    status=st.sampled_from(Status),
    note=NOTHING | _texts,
).map(_in_order)
programmes = st.builds(
    Programme,
    id=st.just(1),
    name=_texts,
    organiser=NOTHING | _texts,
    zone=st.just(ZONE),
    coordinator=NOTHING | contacts,
    signup_url=NOTHING | _links,
)
occupancies = st.builds(Occupancy, st.integers(0, 9), NOTHING | st.integers(0, 30), st.integers(0, 9))


@st.composite
def knowledge(draw: st.DrawFn) -> tuple[Knowledge, dict[int, Occupancy]]:
    """Return a small programme, and how full its trainings are."""
    programme = draw(programmes)
    stated = draw(st.lists(details, min_size=1, max_size=6))
    trainings = tuple(
        Training(number, f"t{number}", programme, each, each.capacity) for number, each in enumerate(stated, start=1)
    )
    answers = draw(st.lists(st.tuples(_texts, _texts), max_size=2))
    faqs = tuple(Faq(number, 1, f"f{number}", *each) for number, each in enumerate(answers, start=1))
    return Knowledge(trainings, faqs), {training.id: draw(occupancies) for training in trainings}
