"""The announcements that wait to be published. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain import dates as clock
from handlers.buttons import ShowSheet, ShowUnfinished
from handlers.replies.announcing.sheet import onwards
from handlers.replies.rows import does, grid, named
from handlers.reply import Button, Reply
from handlers.texts import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.announced import Announcement
    from handlers.texts import Words

A_PAGE: Final = 6


def unfinished(words: Words, announcements: Sequence[Announcement], page: int = 1) -> Reply:
    """Return a page of the announcements that wait to be published, a button each."""
    pages = max(1, -(-len(announcements) // A_PAGE))
    page = max(1, min(page, pages))
    shown = announcements[(page - 1) * A_PAGE : page * A_PAGE]
    earlier = does(words, "button.previous", ShowUnfinished(page - 1)) if page > 1 else None
    later = does(words, "button.next", ShowUnfinished(page + 1)) if page < pages else None
    return Reply(
        words("announcement.unfinished" if announcements else "announcement.none_unfinished"),
        grid(*([_opening(words, each)] for each in shown), [earlier, later], onwards(words)),
    )


def _opening(words: Words, announcement: Announcement) -> Button:
    made = clock.local(announcement.made_at, announcement.programme.zone)
    label = words.plain(
        f"announcement.made.{announcement.origin}",
        day=f"{made:%d.%m}",
        hour=dates.clock(made.time()),
    )
    return named(f"{announcement.id}. {label}", ShowSheet(announcement.id))
