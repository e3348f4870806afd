"""What was read of an announcement as plain text, every field beside the words it came from: for the command line.

Never imports telegram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.announced import Drafted
from domain.training import Status
from handlers.replies.announcing import doubts, fields
from handlers.replies.questions.plainly import unmarked
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from domain.announcement import Found, Reading
    from domain.stating import Field
    from domain.training import AgendaItem
    from handlers.texts import Words

LONGEST_QUOTE: Final = 80
LONGEST_TEXT: Final = 1000
_STATUSES: Final = {Status.CANCELLED: "read.cancelled", Status.MOVED: "read.moved"}


def told(words: Words, text: str, reading: Reading, zone: ZoneInfo) -> str:
    """Return what was read of a text: how many dates, each with its fields and questions, and what is wrong."""
    trainings = (_training(words, text, each, zone, number) for number, each in enumerate(reading.found, start=1))
    count = words.plural("list.count", len(reading.found)) if reading.found else None
    return unmarked(paragraphs(count, *trainings, *(doubts.problem(words, each) for each in reading.problems)))


def _training(words: Words, text: str, found: Found, zone: ZoneInfo, number: int) -> Markup:
    draft = found.draft
    stated = [field for page in fields.PAGES for field in page if fields.facts(field) and fields.stated(draft, field)]
    said = lines(
        *(_field(words, text, found, zone, field) for field in stated),
        *(_item(words, each) for each in draft.agenda or ()),
        words(_STATUSES[draft.status]) if draft.status in _STATUSES else None,
        words("read.past") if found.past else None,
        *(words("read.doubt", doubt=doubts.question(words, found, asked)) for asked in found.questions),
        doubts.years(words, [found]),
    )
    return Markup(f"{number}. {said}")


def _field(words: Words, text: str, found: Found, zone: ZoneInfo, field: Field) -> Markup:
    """Return a field with the words that it came from, unless they are the same."""
    value = fields.value(words, zone, found.draft, field, LONGEST_TEXT)
    said = words("read.field", name=fields.name(words, field), value=value)
    quote = fields.excerpt(Drafted(0, 0, found), field, text, LONGEST_QUOTE)
    return words("read.quoted", said=said, quote=quote) if quote and quote not in said else said


def _item(words: Words, item: AgendaItem) -> Markup:
    title = escape(item.title, LONGEST_TEXT)
    return (
        words("read.item", hour=dates.clock(item.start.hour), title=title) if item.start and item.start.hour else title
    )
