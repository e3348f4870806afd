"""The audit trail in pages, newest first: of all that an organiser may read, and of one training.

Never imports telegram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import ShowActs, ShowHistory
from handlers.replies import facts
from handlers.replies.changing.deeds import deed
from handlers.replies.changing.managed import to_card
from handlers.replies.rows import does, grid, numbers, to_menu
from handlers.reply import Reply
from handlers.texts.markup import lines, paragraphs

if TYPE_CHECKING:
    from domain.drafting import Trail
    from domain.training import Training
    from handlers.buttons import Press
    from handlers.reply import Button
    from handlers.texts import Words


def trail(words: Words, seen: Trail) -> Reply:
    """Return a page of what organisers did, and a way to the history of each training on it."""
    numbered = dict.fromkeys(act.training.id for act in seen.acts if act.training)
    told = [deed(words, act, seen.people) for act in seen.acts] or [words("acts.none")]
    turning = _turning(words, seen, ShowActs(max(seen.page - 1, 1)), ShowActs(seen.page + 1))
    return Reply(
        paragraphs(words("acts.head"), *told),
        (*numbers([(number, ShowHistory(number)) for number in numbered]), *grid(turning, [to_menu(words)])),
    )


def history(words: Words, training: Training, seen: Trail) -> Reply:
    """Return a page of what was done with one training."""
    told = [deed(words, act, seen.people, titled=False) for act in seen.acts] or [words("acts.none")]
    newer, older = (ShowHistory(training.id, page) for page in (max(seen.page - 1, 1), seen.page + 1))
    return Reply(
        paragraphs(lines(words("acts.history"), facts.brief(words, training)), *told),
        grid(_turning(words, seen, newer, older), [to_card(words, training), to_menu(words)]),
    )


def _turning(words: Words, seen: Trail, newer: Press, older: Press) -> list[Button | None]:
    return [
        does(words, "acts.button.newer", newer) if seen.page > 1 else None,
        does(words, "acts.button.older", older) if seen.more else None,
    ]
