"""The screens on which organisers paste, correct and publish: small ones, and as full as they can be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal

from domain.announced import Announcement, Drafted, Origin, Stage
from domain.announcement import Fact, Found, Problem, Question, Span, Why, YearBy
from domain.chats import BoundChat, Spot, Venue
from domain.drafting import Change, NothingFound, Prospect, Published, Sheet
from domain.news import Reach
from domain.stating import Field, Misfit, Unclear
from domain.training import (
    AgendaItem,
    Contact,
    Details,
    Draft,
    Eligibility,
    Minimum,
    Mode,
    Place,
    Speaker,
    Training,
)
from domain.wall import Wall
from handlers.replies.announcing import draft, paste, publishing, sheet, unfinished
from handlers.reply import Reply
from handlers.texts import Words
from tests.handlers.samples import LATER, NOW, PROGRAMME, SEATS, SERVICE

TITLE = "Zagospodarowanie przestrzenne <i>&amp; plan ogólny gminy po zmianie ustawy, wzory uchwał i częste błędy, cz. "
TEXT = "7 września (poniedziałek) „Zagospodarowanie przestrzenne” & <b>plan</b>, godz. 9:00–12:00, Ratusz " * 40
MISSING = tuple(Question(fact, Why.MISSING) for fact in (Fact.START, Fact.PLACE, Fact.CAPACITY))
UNCLEAR = (
    Question(Fact.START, Why.YEAR, ("2026-09-07", "2028-09-07")),
    Question(Fact.PLACE, Why.UNCLEAR, ("Ratusz Głównego Miasta " * 5, "Biuro Rady Miasta " * 6)),
)
FULL = Draft(
    title=f"{TITLE}1",
    start=Wall.parse("2026-12-30T09:00"),
    end=Wall.parse("2027-01-02T15:30"),
    daily_hours=(time(9), time(15, 30)),
    kind="szkolenie wyjazdowe z warsztatami",
    topics=("planowanie przestrzenne", "architektura krajobrazu", "ustawy"),
    summary="O tym, jak uchwalić plan ogólny. " * 60,
    mode=Mode.HYBRID,
    place=Place("Centrum Konferencyjne imienia Pierwszego Prezydenta", "Nowy Dwór Gdański", "sala imienia Marii 107"),
    online_url="https://spotkania.example.org/" + "a" * 300,
    speakers=tuple(Speaker(f"prof. Anna Maria Nowakowska-Wiśniewska {n}", "radczyni") for n in range(9)),
    capacity=100_000,
    waiting_list=True,
    signup_deadline=Wall.parse("2026-12-20T12:00"),
    signup_url="https://zapisy.example.org/" + "b" * 300,
    level="średnio zaawansowany, dla osób z praktyką",
    audience="wójtowie, burmistrzowie, prezydenci, sekretarze i skarbnicy gmin " * 4,
    contact=Contact("Maria Wiśniewska-Nowakowska", "koordynatorka projektu", "maria@example.org", "58 000 00 00"),
    price_pln=Decimal("1250.50"),
    certificate=True,
    agenda=tuple(AgendaItem(f"p{n}", f"Punkt {n}") for n in range(22)),
    eligibility=Eligibility(),
    minimum=Minimum(10, Wall.parse("2026-12-21")),
    note="Prosimy zabrać laptop. " * 30,
)
EVERYWHERE = {fact: Span(0, 90) for fact in Fact}
OPEN = Announcement(7, PROGRAMME, Origin.TEXT, 5, NOW, TEXT, version=3)


def small(number: int, *questions: Question, by: YearBy | None = None) -> Drafted:
    stated = Draft(title="Prawo opcji", start=Wall.parse(f"2026-09-{number:02}"))
    return Drafted(number, 7, Found(stated, {Fact.START: Span(0, 27)}, questions, by))


def large(number: int, training: Training | None = None, base: int | None = None) -> Drafted:
    stated = replace(FULL, title=f"{TITLE}{number}")
    questions = (*MISSING[: number % 4], *(UNCLEAR if number % 2 else ()))
    by = list(YearBy)[number % 3]
    return Drafted(number, 7, Found(stated, EVERYWHERE, questions, by, past=True), training, base)


def many(count: int, *, changes: bool = False) -> Sheet:
    return Sheet(OPEN, tuple(large(n, SEATS if changes and n % 2 else None, 0) for n in range(1, count + 1)))


FEW = Sheet(OPEN, tuple(small(n, *MISSING, by=YearBy.WEEKDAY) for n in range(7, 12)))
NAMELESS = Sheet(OPEN, (Drafted(1, 7, Found(Draft())), small(7)))
EDIT = Sheet(replace(OPEN, origin=Origin.EDIT, text=None), (Drafted(1, 7, Found(SEATS.details), SEATS, 1),))


def _pasting(say: Words) -> Iterator[tuple[str, Reply]]:
    yield "paste", paste.paste(say)
    yield "paste, drafts", paste.paste(say, 12)
    yield "sample", paste.sample(say)
    yield (
        "which programme",
        paste.which_programme(say, [replace(PROGRAMME, id=n, name=f"{n}. gminy") for n in range(30)]),
    )
    yield "name programme", paste.name_programme(say)
    yield "bad programme", paste.bad_programme(say)
    yield "offer", paste.offer(say, 5)
    yield "offer, nothing seen", paste.offer(say, 0)
    yield "forgotten", paste.forgotten(say)
    for recording in (True, False):
        yield f"no file, {recording}", paste.no_file(say, recording=recording)
    for problem in Problem:
        yield f"nothing, {problem}", paste.nothing(say, NothingFound((problem,)))
    yield "nothing new", paste.nothing(say, NothingFound((), (SEATS,) * 30))


def _sheets(say: Words) -> Iterator[tuple[str, Reply]]:
    yield "sheet", sheet.sheet(say, FEW)
    yield "sheet, nameless", sheet.sheet(say, NAMELESS)
    yield "sheet, edit", sheet.sheet(say, EDIT)
    yield "sheet, empty", sheet.sheet(say, Sheet(OPEN, ()))
    remarks = sheet.Remarks(tuple(Problem), (SEATS,) * 30)
    for count in (1, 10, 100):
        for page in (1, 10):
            yield f"sheet of {count}, {page}", sheet.sheet(say, many(count), page, remarks=remarks)
            changes = many(count, changes=True)
            yield f"changes of {count}, {page}", sheet.sheet(say, changes, page, publishing.overtaken(say), remarks)
    for stage in Stage:
        moved = replace(OPEN, stage=stage, publish_at=LATER if stage is Stage.SCHEDULED else None)
        yield f"sheet, {stage}", sheet.sheet(say, Sheet(moved, many(12).drafts))
    yield "kept", sheet.kept(say, FEW)
    yield "gone", sheet.gone(say)
    large = many(12).drafts
    several = [Sheet(replace(OPEN, origin=origin, publish_at=LATER), large) for origin in [*Origin, Origin.TEXT]]
    yield "unfinished", unfinished.unfinished(say, several, 1, 3)
    yield "unfinished, next", unfinished.unfinished(say, [NAMELESS, EDIT, Sheet(OPEN, ())], 2, 3)
    yield "unfinished, none", unfinished.unfinished(say, ())


def _drafts(say: Words) -> Iterator[tuple[str, Reply]]:
    saved = say("draft.saved", name=say("draft.name.eligibility"))
    for page in (1, 2):
        yield f"draft, {page}", draft.draft(say, FEW, FEW.drafts[0], page, saved)
        yield f"full draft, {page}", draft.draft(say, many(3), large(1), page, saved)
        changed = large(3, SEATS, 0)
        yield f"changed draft, {page}", draft.draft(say, many(3), changed, page, publishing.overtaken(say))
        yield f"empty draft, {page}", draft.draft(say, NAMELESS, NAMELESS.drafts[0], page)
        yield f"draft of an edit, {page}", draft.draft(say, EDIT, EDIT.drafts[0], page)
    scheduled = Sheet(replace(OPEN, stage=Stage.SCHEDULED, publish_at=LATER), FEW.drafts)
    yield "draft, scheduled", draft.draft(say, scheduled, scheduled.drafts[0])
    for field in Field:
        known = [f"zamówienia publiczne {n}" for n in range(90)] if field is Field.TOPICS else []
        yield f"ask {field}", draft.ask(say, many(3), large(1), field, None, known)
        yield f"ask {field} of nothing", draft.ask(say, NAMELESS, NAMELESS.drafts[0], field)
    for misfit in Misfit:
        yield f"misfit {misfit}", draft.ask(say, many(3), large(1), Field.WHEN, Unclear(misfit))
    several = [n for n in range(1, 101) if n % 3]
    why = draft.misfit(say, Unclear(Misfit.AFTER_START), Field.HOURS, 99)
    for field in (Field.HOURS, Field.PLACE, Field.ONLINE, Field.CAPACITY, Field.TOPICS):
        yield f"ask all {field}", draft.ask_all(say, many(100), field, several, why, [TITLE] * 9)
    yield "ask all, title", draft.ask_all(say, NAMELESS, Field.TITLE, [1])
    yield "ask all, title of a day", draft.ask_all(say, many(9), Field.TITLE, [2])
    yield "ask all, alone", draft.ask_all(say, Sheet(OPEN, FEW.drafts[:1]), Field.HOURS, [1])
    yield "ask all, one of several", draft.ask_all(say, many(100), Field.PLACE, [99], say("draft.saved", name=TITLE))


def _publishing(say: Words) -> Iterator[tuple[str, Reply]]:
    venues = (Venue.CHANNEL, Venue.GROUP)
    chats = tuple(
        BoundChat(
            n, Spot(-n, venues[n % 2], f"Szkolenia <gmin> i powiatów, ich związków i stowarzyszeń {n}"), PROGRAMME
        )
        for n in range(1, 7)
    )
    after = Details(f"{TITLE}1", Wall.parse("2026-09-17T10:00"))
    changes = tuple(Change(SEATS, after, 23, 3, 26, 2) for _ in range(5))
    yield "publish", publishing.prospect(say, Prospect(FEW, Reach(142), chats[:1], NOW + timedelta(hours=12), ()))
    yield "publish, again", publishing.prospect(say, Prospect(FEW, Reach(142), chats[:1], NOW, (), 2))
    yield "publish, nobody", publishing.prospect(say, Prospect(FEW, Reach(), (), NOW, ()))
    yield (
        "publish, much",
        publishing.prospect(say, Prospect(many(100, changes=True), Reach(5000, 21), chats, NOW, changes)),
    )
    hours = [publishing.Hour("w poniedziałek o 8:00", LATER)]
    yield "choose hour", publishing.choose_hour(say, 7, 3, hours)
    yield "choose hour, passed", publishing.choose_hour(say, 7, 3, hours, Unclear(Misfit.PAST))
    trainings = tuple(replace(SEATS, id=100_000 + n, details=replace(after, title=f"{TITLE}{n}")) for n in range(40))
    for count in (1, 5, 40):
        outcome = Published(OPEN, trainings[:count], (), Reach(140, 2), 2)
        yield f"published {count}", publishing.published(say, outcome, SERVICE)
    yield "published silently", publishing.published(say, Published(OPEN, trainings[:1], (), Reach(), 0), SERVICE)
    yield "published change", publishing.published(say, Published(OPEN, (), trainings[:1], Reach(), 0, 12, 5), SERVICE)
    yield "changed silently", publishing.published(say, Published(OPEN, (), trainings[:1], Reach(), 0, 12), SERVICE)
    links = publishing.links(say, Published(OPEN, trainings, (), Reach(), 0), SERVICE)
    assert links is not None
    yield "links", links


def announcing_screens(say: Words) -> Iterator[tuple[str, Reply]]:
    """Yield every screen by a name for it."""
    for conversation in (_pasting, _sheets, _drafts, _publishing):
        yield from conversation(say)
