"""What there is in place of a training that cannot be had. Finds nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import HearOfNewDate, ShowCard
from handlers.replies.listing import NARROW_TITLE, item
from handlers.replies.rows import dates_and_menu, does, grid, numbers
from handlers.reply import Reply
from handlers.texts.markup import lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.occupancy import Stored
    from domain.training import Training
    from handlers.texts import Words


def similar(words: Words, training: Training, found: Sequence[Stored]) -> Reply:
    """Return the trainings to offer in place of one, a number button each, and the way back to it."""
    here = [(each.training.id, each) for each in found]
    items = lines(*(item(words, each, n, NARROW_TITLE) for n, each in here))
    return Reply(
        paragraphs(words("similar.head"), items) if found else words("similar.none"),
        (
            *numbers([(n, ShowCard(n)) for n, _ in here]),
            *grid(
                [does(words, "button.new_date", HearOfNewDate(training.id))],
                [does(words, "button.details", ShowCard(training.id))],
                dates_and_menu(words),
            ),
        ),
    )
