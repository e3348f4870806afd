"""The announcements that wait to be published. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain import dates as clock
from handlers.buttons import ShowSheet, ShowUnfinished
from handlers.replies.announcing.sheet import onwards
from handlers.replies.rows import does, grid, named
from handlers.reply import Button, Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.announced import Announcement
    from domain.drafting import Sheet
    from handlers.texts import Words

A_PAGE: Final = 6
LONGEST_TITLE: Final = 60


def on_page(announcements: Sequence[Announcement], page: int) -> tuple[Sequence[Announcement], int, int]:
    """Return the announcements of a page, which page that is, and how many there are."""
    pages = max(1, -(-len(announcements) // A_PAGE))
    page = max(1, min(page, pages))
    return announcements[(page - 1) * A_PAGE : page * A_PAGE], page, pages


def unfinished(words: Words, shown: Sequence[Sheet], page: int = 1, pages: int = 1) -> Reply:
    """Return a page of the announcements that wait to be published, a row and a button each."""
    numbered = list(enumerate(shown, start=(page - 1) * A_PAGE + 1))
    earlier = does(words, "button.previous", ShowUnfinished(page - 1)) if page > 1 else None
    later = does(words, "button.next", ShowUnfinished(page + 1)) if page < pages else None
    return Reply(
        paragraphs(
            words("announcement.unfinished" if shown else "announcement.none_unfinished"),
            lines(*(_row(words, number, each) for number, each in numbered)),
        ),
        grid(
            *([_opening(words, number, each.announcement)] for number, each in numbered),
            [earlier, later],
            onwards(words),
        ),
    )


def _row(words: Words, number: int, seen: Sheet) -> Markup:
    first = seen.drafts[0].draft.title if seen.drafts else None
    title = escape(first, LONGEST_TITLE) if first else words("announcement.no_title")
    more = len(seen.drafts) - 1
    told = Markup(f"{title} {words.plural('announcement.more_dates', more)}") if more > 0 else title
    hour = seen.announcement.publish_at
    when = dates.moment(words, hour, seen.announcement.programme.zone) if hour else None
    marks = [words("announcement.scheduled", when=when)] if when else []
    return words("announcement.waiting_row", number=number, told=Markup(" · ".join([told, *marks])))


def _opening(words: Words, number: int, announcement: Announcement) -> Button:
    made = clock.local(announcement.made_at, announcement.programme.zone)
    label = words.plain(
        f"announcement.made.{announcement.origin}",
        day=f"{made:%d.%m}",
        hour=dates.clock(made.time()),
    )
    return named(f"{number}. {label}", ShowSheet(announcement.id))
