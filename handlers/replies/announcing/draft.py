"""A draft: every field, what it states, the words it came from, how to correct it. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.announced import Origin
from domain.announcement import Why
from domain.stating import Field
from domain.wall import Wall
from handlers.buttons import (
    AskField,
    DropDraft,
    EmptyField,
    PickOption,
    Rebase,
    ShowDraft,
    ShowProposal,
    ShowSheet,
    SkipGap,
)
from handlers.replies import facts
from handlers.replies.announcing import doubts, fields
from handlers.replies.differences import differences, fitting, value
from handlers.replies.rows import does, grid, named
from handlers.reply import Button, Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from domain.announced import Drafted
    from domain.announcement import Question
    from domain.drafting import Sheet
    from domain.stating import Unclear
    from handlers.reply import Rows
    from handlers.texts import Words

LONGEST: Final = 980
LONGEST_TITLE: Final = 120
LONGEST_VALUE: Final = 56
LONGEST_PLACE: Final = 140
"""Characters: the room stands last in a place, and is what changes most."""
LONGEST_ASKED: Final = 300
LONGEST_EXCERPT: Final = 44
LONGEST_QUOTE: Final = 200
LONGEST_KNOWN: Final = 300
LONGEST_THEIRS: Final = 160
MOST_QUESTIONS: Final = 2
MOST_OPTIONS: Final = 3
LONGEST_QUESTIONS: Final = 240
LONGEST_MORE: Final = 30
SHORTEST_VALUE: Final = 12


def draft(words: Words, seen: Sheet, drafted: Drafted, page: int = 1, said: Markup | None = None) -> Reply:
    """Return a page of a draft's fields, under what was ``said`` of the act before."""
    page = max(1, min(page, len(fields.PAGES)))
    shown = fields.PAGES[page - 1]
    years = doubts.years(words, [drafted.found])
    head = lines(
        said,
        _head(words, seen, drafted),
        Markup(f"ℹ️ {years}") if years else None,
        *_questions(words, drafted, drafted.found.questions),
    )
    stated = [each for each in shown if fields.stated(drafted.draft, each) and each is not Field.TITLE]
    left = LONGEST - units(head)
    rows = _rows(words, seen, drafted, stated, left)
    absent = [fields.name(words, each) for each in shown if not fields.stated(drafted.draft, each)]
    missing = words("draft.not_stated", names=Markup(", ".join(absent).lower())) if absent else None
    return Reply(
        paragraphs(head, lines(*rows), missing if left > units(lines(*rows)) + units(missing or "") else None),
        _buttons(words, seen, drafted, page, shown),
    )


def stated(words: Words, seen: Sheet, drafted: Drafted, room: int) -> Markup:
    """Return what a draft states but its title, with the words it came from, as far as there is room."""
    shown = [each for page in fields.PAGES for each in page if fields.stated(drafted.draft, each)]
    rows = _rows(words, seen, drafted, [each for each in shown if each is not Field.TITLE], room)
    return lines(*fitting(words, rows, room - LONGEST_MORE, "draft.more"))


def _head(words: Words, seen: Sheet, drafted: Drafted) -> Markup:
    number = next((at for at, each in enumerate(seen.drafts, start=1) if each.id == drafted.id), 1)
    head = "change" if drafted.training else "head"
    head = head if len(seen.drafts) > 1 else f"{head}_alone"
    return lines(
        words(f"draft.{head}", number=number, of=len(seen.drafts), title=_title(words, drafted)),
        words("draft.past") if drafted.found.past else None,
        facts.ended(words, drafted.training) if drafted.training else None,
        *_theirs(words, drafted),
    )


def _title(words: Words, drafted: Drafted) -> Markup:
    return escape(drafted.draft.title, LONGEST_TITLE) if drafted.draft.title else words("announcement.no_title")


def _theirs(words: Words, drafted: Drafted) -> list[Markup]:
    """Return what somebody else has changed since the draft was begun, as far as there is room."""
    if not drafted.outdated or not drafted.training or not drafted.base:
        return []
    training = drafted.training
    told = differences(doubts.with_year(words), training.zone, drafted.base, training.details)
    return [words("draft.outdated"), *fitting(words, told, LONGEST_THEIRS)]


def _questions(words: Words, drafted: Drafted, asked: Iterable[Question]) -> list[Markup]:
    """Return what the text leaves unclear, as far as there is room."""
    unclear = [each for each in asked if each.why is not Why.MISSING][:MOST_QUESTIONS]
    told = [Markup(f"❓ {doubts.question(words, drafted.found, each)}") for each in unclear]
    return told if units(lines(*told)) <= LONGEST_QUESTIONS else [words("draft.unclear")]


def _rows(words: Words, seen: Sheet, drafted: Drafted, stated: Sequence[Field], room: int) -> list[Markup]:
    """Return the stated fields, a line each, with the words they came from as long as there is room."""
    zone, text = seen.announcement.programme.zone, seen.announcement.text
    names = [fields.name(words, each) for each in stated]
    each_room = (room - sum(units(name) + len(": \n") for name in names)) // max(1, len(stated))
    longest = {each: LONGEST_PLACE if each is Field.PLACE else LONGEST_VALUE for each in stated}
    room_of = {each: max(SHORTEST_VALUE, min(longest[each], each_room)) for each in stated}
    values = [fields.value(words, zone, drafted.draft, each, room_of[each]) for each in stated]
    rows = [words("draft.field", name=name, value=value) for name, value in zip(names, values, strict=True)]
    room -= sum(units(row) + 1 for row in rows)
    for at, each in enumerate(stated):
        quoted = fields.excerpt(drafted, each, text, LONGEST_EXCERPT)
        told = Markup(f" {words('draft.excerpt', words=quoted)}") if quoted else None
        if told and units(told) <= room:
            room -= units(told)
            rows[at] = Markup(rows[at] + told)
    return rows


def _buttons(words: Words, seen: Sheet, drafted: Drafted, page: int, shown: Sequence[Field]) -> Rows:
    sheet = ShowSheet(seen.announcement.id)
    if not seen.open:
        return grid([does(words, "draft.button.sheet", sheet)])
    asked = [does(words, f"draft.button.{each}", AskField(drafted.id, each)) for each in shown]
    pairs = [asked[at : at + 2] for at in range(0, len(asked), 2)]
    other = does(words, "draft.button.more", ShowDraft(drafted.id, 2)) if page == 1 else None
    other = other or does(words, "draft.button.fewer", ShowDraft(drafted.id))
    mine = does(words, "edit.button.rebase", Rebase(drafted.id)) if drafted.outdated else None
    return grid([mine], *pairs, [other, _back(words, seen)], [_dropping(words, seen, drafted)])


def _back(words: Words, seen: Sheet) -> Button:
    if seen.announcement.origin is Origin.EDIT:
        return does(words, "draft.button.proposal", ShowProposal(seen.announcement.id))
    return does(words, "draft.button.sheet", ShowSheet(seen.announcement.id))


def _dropping(words: Words, seen: Sheet, drafted: Drafted) -> Button | None:
    if seen.announcement.origin is Origin.EDIT:
        return None
    return does(words, "draft.button.drop", DropDraft(drafted.id))


def ask(
    words: Words,
    seen: Sheet,
    drafted: Drafted,
    field: Field,
    unclear: Unclear | None = None,
    known: Sequence[str] = (),
) -> Reply:
    """Return the question for a field of a draft, under why the answer before could not be taken.

    ``known`` are answers given elsewhere, which may be given here, too.
    """
    zone, text = seen.announcement.programme.zone, seen.announcement.text
    stated = fields.stated(drafted.draft, field)
    now = fields.value(words, zone, drafted.draft, field, LONGEST_ASKED) if stated else None
    quoted = fields.excerpt(drafted, field, text, LONGEST_QUOTE)
    about = fields.facts(field)
    empty = EmptyField(drafted.id, field, drafted.version)
    needed = {Field.TITLE, Field.WHEN} if drafted.training else {Field.TITLE}
    return Reply(
        paragraphs(
            misfit(words, unclear, field) if unclear else None,
            lines(
                words("draft.asked", name=fields.name(words, field)),
                words("draft.now", value=now) if now else None,
                *(fields.items(drafted.draft, LONGEST_ASKED) if field is Field.AGENDA else ()),
                words("draft.from", words=quoted) if quoted else None,
                *_questions(words, drafted, (each for each in drafted.found.questions if each.about in about)),
            ),
            lines(words(f"draft.how.{field}"), _known(words, known)),
        ),
        grid(
            *_options(words, drafted, field),
            [does(words, "draft.button.empty", empty) if stated and field not in needed else None],
            [does(words, "draft.button.back", ShowDraft(drafted.id, fields.page_of(field)))],
        ),
    )


def options(drafted: Drafted, field: Field) -> list[str]:
    """Return the values between which the text leaves a choice for a field, days as the programme file writes them."""
    asked = [each for each in drafted.found.questions if each.about in fields.facts(field)]
    return [option for each in asked for option in each.options][:MOST_OPTIONS]


def _options(words: Words, drafted: Drafted, field: Field) -> Rows:
    presses = [PickOption(drafted.id, field, drafted.version, at) for at in range(MOST_OPTIONS)]
    dated = field in {Field.WHEN, Field.DEADLINE}
    labels = [dates.brief_day(words, Wall.parse(each)) if dated else each for each in options(drafted, field)]
    return tuple((named(label, press),) for label, press in zip(labels, presses, strict=False))


def _known(words: Words, names: Sequence[str]) -> Markup | None:
    return words("draft.known_topics", names=escape(", ".join(names), LONGEST_KNOWN)) if names else None


def ask_all(
    words: Words,
    seen: Sheet,
    field: Field,
    lacking: Sequence[int],
    said: Markup | None = None,
    known: Sequence[str] = (),
) -> Reply:
    """Return the question for a field of all drafts that lack it, under what was ``said`` of the answer before."""
    number = seen.announcement.id
    how = "draft.how.online_link" if field is Field.ONLINE else f"draft.how.{field}"
    return Reply(
        paragraphs(
            said,
            lines(words("draft.asked", name=fields.name(words, field)), _which(words, seen, lacking)),
            lines(words(how), _known(words, known)),
            words("draft.for_some") if len(lacking) > 1 else None,
        ),
        grid(
            [does(words, "draft.button.skip", SkipGap(number, field))],
            [does(words, "draft.button.sheet", ShowSheet(number))],
        ),
    )


def _which(words: Words, seen: Sheet, lacking: Sequence[int]) -> Markup | None:
    """Return which drafts a question is about, by their numbers; one of several by its title, too, or by its day."""
    if len(seen.drafts) == 1:
        return None
    if len(lacking) > 1:
        return words("draft.for_all", numbers=escape(doubts.ranges(lacking), LONGEST_QUOTE))
    alone = seen.drafts[lacking[0] - 1]
    dated = alone.draft.start is not None and alone.draft.title is None
    day = value(doubts.with_year(words), seen.announcement.programme.zone, alone.draft, "start")
    return words("draft.for_one", number=lacking[0], title=day if dated else _title(words, alone))


def misfit(words: Words, unclear: Unclear, field: Field, number: int | None = None) -> Markup:
    """Return why an answer cannot be taken, and for which draft if it was for several."""
    said = words(f"draft.misfit.{unclear.misfit}", name=fields.name(words, field))
    return words("draft.misfit_in", number=number, said=said) if number else said
