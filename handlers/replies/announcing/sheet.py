"""The sheet: what an announcement holds, draft by draft; what is missing, what was inferred. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain.announced import Origin, Stage
from domain.announcement import Why
from handlers.buttons import (
    Discard,
    FillGaps,
    KeepSheet,
    ShowDraft,
    ShowPaste,
    ShowProposal,
    ShowPublish,
    ShowSheet,
    ShowUnfinished,
    TakeBack,
    Unschedule,
)
from handlers.replies.announcing import doubts, draft
from handlers.replies.differences import differences, fitting
from handlers.replies.rows import does, grid, numbers, to_forecast, to_menu
from handlers.reply import Button, Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.announced import Drafted
    from domain.announcement import Found, Problem
    from domain.drafting import Sheet
    from domain.training import Training
    from handlers.reply import Rows
    from handlers.texts import Words

A_PAGE: Final = 10
A_PAGE_OF_CHANGES: Final = 5
LONGEST: Final = 980
LONGEST_TITLE: Final = 120
SHORTEST_TITLE: Final = 20
LONGEST_DOUBTS: Final = 160
LONGEST_NAMES: Final = 120


@dataclass(frozen=True, slots=True)
class Remarks:
    """What else is to be said of a text that was just read."""

    problems: Sequence[Problem] = ()
    unchanged: Sequence[Training] = ()


def sheet(
    words: Words, seen: Sheet, page: int = 1, said: Markup | None = None, remarks: Remarks | None = None
) -> Reply:
    """Return a page of an announcement's drafts, under what was ``said`` of the act before."""
    if seen.announcement.stage is Stage.DISCARDED:
        return discarded(words, seen)
    a_page = A_PAGE_OF_CHANGES if any(each.training for each in seen.drafts) else A_PAGE
    pages = max(1, -(-len(seen.drafts) // a_page))
    page = max(1, min(page, pages))
    first = (page - 1) * a_page
    shown = list(enumerate(seen.drafts, start=1))[first : first + a_page]
    head = lines(said, _head(words, seen))
    room = LONGEST - units(head) - 2 * len("\n\n")
    foot = _fitting(_notes(words, seen, remarks or Remarks()), room - units(_rows(words, seen, shown, 0)))
    rows = _rows(words, seen, shown, room - units(foot))
    left = room - units(foot) - units(rows) - len("\n\n")
    return Reply(
        paragraphs(head, rows, _only(words, seen, left), foot),
        _buttons(words, seen, page, pages, [(number, drafted.id) for number, drafted in shown]),
    )


def _only(words: Words, seen: Sheet, room: int) -> Markup | None:
    """Return what the only draft states, where it is the only one and new: what changes is told in its row."""
    if len(seen.drafts) != 1 or seen.drafts[0].training:
        return None
    return draft.stated(words, seen, seen.drafts[0], room) or None


def _fitting(notes: Sequence[Markup | None], room: int) -> Markup:
    """Return the notes for which there is room, the first ones before the others."""
    kept: list[Markup] = []
    for note in filter(None, notes):
        if units(lines(*kept, note)) <= room:
            kept.append(note)
    return lines(*kept)


def _head(words: Words, seen: Sheet) -> Markup:
    announcement = seen.announcement
    count = len(seen.drafts)
    if not count:
        return words("announcement.empty")
    if announcement.stage is Stage.SCHEDULED and announcement.publish_at:
        when = dates.moment(words, announcement.publish_at, announcement.programme.zone)
        return lines(words.plural("announcement.head", count), words("announcement.scheduled", when=when))
    if announcement.stage is Stage.PUBLISHED:
        return words("announcement.published_already")
    return words.plural("announcement.head", count)


def _rows(words: Words, seen: Sheet, shown: Sequence[tuple[int, Drafted]], room: int) -> Markup:
    """Return the drafts, a row each, the titles as long as there is room."""
    each = room // max(1, len(shown))
    return lines(*(_row(words, seen, number, drafted, each) for number, drafted in shown))


def _row(words: Words, seen: Sheet, number: int, drafted: Drafted, room: int) -> Markup:
    zone = seen.announcement.programme.zone
    start = drafted.draft.start
    day = dates.brief_day(words, start) if start else words("announcement.no_day")
    marks = _marks(words, seen, drafted)
    row = words("announcement.row", number=number, day=day, title=Markup())
    longest = max(SHORTEST_TITLE, min(LONGEST_TITLE, room - units(row) - units(marks) - 1))
    told: list[Markup] = []
    if drafted.training:
        lead = min(longest, LONGEST_TITLE // 2)
        changes = differences(doubts.with_year(words), zone, drafted.training.details, drafted.draft)
        told = list(fitting(words, changes, room - units(row) - units(marks) - lead))
        longest = lead if told else longest
    title = escape(drafted.draft.title, longest) if drafted.draft.title else words("announcement.no_title")
    return lines(Markup(words("announcement.row", number=number, day=day, title=title) + marks), *told)


def _marks(words: Words, seen: Sheet, drafted: Drafted) -> Markup:
    """Return what is special about a draft."""
    found = drafted.found
    told = [
        "announcement.past" if found.past else None,
        "announcement.outdated" if drafted.outdated else None,
    ]
    if any(each.training for each in seen.drafts) and seen.announcement.origin is not Origin.EDIT:
        told.insert(0, "announcement.changed" if drafted.training else "announcement.new")
    return Markup("".join(f" · {words(key)}" for key in told if key) + (" ❓" if _doubtful(found) else ""))


def _doubtful(found: Found) -> bool:
    return any(each.why is not Why.MISSING for each in found.questions)


def _notes(words: Words, seen: Sheet, remarks: Remarks) -> list[Markup | None]:
    founds = [drafted.found for drafted in seen.drafts]
    lacking = doubts.lacking(words, founds)
    if lacking and units(lacking) > LONGEST_DOUBTS:
        lacking = words.plural("announcement.lacking", sum(map(_missing, founds)))
    years = doubts.years(words, founds)
    if years and units(years) > LONGEST_DOUBTS:
        years = words("announcement.years")
    return [
        words("announcement.doubtful") if any(map(_doubtful, founds)) else None,
        Markup(f"⚠️ {lacking}") if lacking else None,
        Markup(f"ℹ️ {years}") if years else None,
        *(doubts.problem(words, each) for each in remarks.problems),
        unchanged(words, remarks.unchanged),
    ]


def _missing(found: Found) -> bool:
    return any(each.why is Why.MISSING for each in found.questions)


def unchanged(words: Words, trainings: Sequence[Training]) -> Markup | None:
    """Return the names of trainings of which a text tells nothing new."""
    if not trainings:
        return None
    names = ", ".join(words.plain("announcement.quoted", title=each.title) for each in trainings)
    return words("announcement.unchanged", names=escape(names, LONGEST_NAMES))


def _buttons(words: Words, seen: Sheet, page: int, pages: int, shown: Sequence[tuple[int, int]]) -> Rows:
    number = seen.announcement.id
    if seen.announcement.stage is Stage.PUBLISHED:
        return grid([to_menu(words)])
    earlier = does(words, "button.previous", ShowSheet(number, page - 1)) if page > 1 else None
    later = does(words, "button.next", ShowSheet(number, page + 1)) if page < pages else None
    if not seen.open:
        return grid(
            [earlier, later],
            [does(words, "announcement.button.unschedule", Unschedule(number))],
            [to_forecast(words), to_menu(words)],
        )
    incomplete = any(_missing(drafted.found) for drafted in seen.drafts)
    gaps = does(words, "announcement.button.fill", FillGaps(number)) if incomplete else None
    return (
        *grid([gaps]),
        *numbers([(at, ShowDraft(draft)) for at, draft in shown]),
        *grid([earlier, later], [_onwards(words, seen)] if seen.drafts else [], _leaving(words, seen)),
    )


def _onwards(words: Words, seen: Sheet) -> Button:
    if seen.announcement.origin is Origin.EDIT:
        return does(words, "announcement.button.proposal", ShowProposal(seen.announcement.id))
    return does(words, "announcement.button.publish", ShowPublish(seen.announcement.id))


def _leaving(words: Words, seen: Sheet) -> list[Button]:
    number = seen.announcement.id
    if seen.announcement.origin is Origin.EDIT:
        return [to_menu(words)]
    return [
        does(words, "announcement.button.keep", KeepSheet(number)),
        does(words, "announcement.button.discard", Discard(number)),
    ]


def kept(words: Words, seen: Sheet) -> Reply:
    """Return that the drafts wait for another day, and where."""
    return Reply(
        words.plural("announcement.kept", len(seen.drafts)),
        grid([does(words, "announcement.button.go_on", ShowSheet(seen.announcement.id))], onwards(words)),
    )


def discarded(words: Words, seen: Sheet) -> Reply:
    """Return that an announcement is given up, and the way back."""
    return Reply(
        words.plural("announcement.discarded", len(seen.drafts)),
        grid([does(words, "announcement.button.take_back", TakeBack(seen.announcement.id))], onwards(words)),
    )


def gone(words: Words) -> Reply:
    """Return that an announcement or a draft is not there any more."""
    return Reply(
        words("announcement.gone"), grid([does(words, "announcement.button.drafts", ShowUnfinished())], onwards(words))
    )


def onwards(words: Words) -> list[Button]:
    """Return the ways on to another announcement and to the menu."""
    return [does(words, "announcement.button.another", ShowPaste()), to_menu(words)]
