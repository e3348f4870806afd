"""What became of everything said about a training, in bars and words, and whom to telephone. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.buttons import Manage, ShowDeliveries, ShowUnheard
from handlers.replies import facts
from handlers.replies.explaining import cause, kind_of
from handlers.replies.rows import does, grid, to_menu
from handlers.reply import Button, Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.deliveries import Deliveries, Tally, UnheardPage
    from domain.entry import Unheard
    from domain.notice import Claimed
    from domain.official import Official
    from domain.training import Training
    from handlers.buttons import Press
    from handlers.texts import Words

BAR: Final = 12
BLOCKS: Final = "█▒░"
"""Delivered, lost, still to come: dark, middling and light, so that no colour is needed."""
KINDS_A_PAGE: Final = 4
PEOPLE_A_PAGE: Final = 4
A_NAME: Final = 60
AN_OFFICE: Final = 30
A_TITLE: Final = 60
_COUNTS: Final = ("delivered", "refused", "uncertain", "missed", "left", "dropped")


def picture(words: Words, seen: Deliveries, page: int = 1) -> Reply:
    """Return a page of the kinds of notices about a training, each with a bar and its numbers in words."""
    number = seen.training.id
    pages = max(1, -(-len(seen.tallies) // KINDS_A_PAGE))
    page = max(1, min(page, pages))
    here = seen.tallies[(page - 1) * KINDS_A_PAGE : page * KINDS_A_PAGE]
    calls = Button(words.plural("deliveries.button.unheard", seen.unheard), ShowUnheard(number))
    return Reply(
        paragraphs(
            lines(words("deliveries.head"), facts.title(seen.training, A_TITLE)),
            *(_tally(words, each) for each in here),
            words("deliveries.legend") if here else words("deliveries.nothing"),
        ),
        grid(
            [calls if seen.unheard else None],
            _turning(words, page, pages, ShowDeliveries(number, page - 1), ShowDeliveries(number, page + 1)),
            _back(words, seen.training),
        ),
    )


def _tally(words: Words, tally: Tally) -> Markup:
    counts = [words(f"deliveries.{name}", people=getattr(tally, name)) for name in _COUNTS if getattr(tally, name)]
    kind = kind_of(words, tally.kind) if tally.kind else words("deliveries.of_former_date")
    return lines(
        words("why.kind", kind=kind),
        Markup(bar((tally.delivered, tally.lost, tally.left))),
        Markup(" · ".join(counts)),
    )


def bar(counts: Sequence[int]) -> str:
    """Return a bar of stacked blocks for three counts; what is there at all shows, be it ever so few."""
    whole = sum(counts)
    if not whole:
        return ""
    wide = [max(1, count * BAR // whole) if count else 0 for count in counts]
    widest = wide.index(max(wide))
    wide[widest] += BAR - sum(wide)
    return "".join(block * width for block, width in zip(BLOCKS, wide, strict=True))


def unheard(words: Words, seen: UnheardPage) -> Reply:
    """Return a page of those whom something about a training did not reach for certain, with what it was and why."""
    number, pages = seen.training.id, -(-seen.count // PEOPLE_A_PAGE)
    return Reply(
        paragraphs(
            lines(words("unheard.head"), facts.title(seen.training, A_TITLE)),
            lines(*(_person(words, each) for each in seen.people)) or words("unheard.nobody"),
        ),
        grid(
            _turning(words, seen.page, pages, ShowUnheard(number, seen.page - 1), ShowUnheard(number, seen.page + 1)),
            [does(words, "deliveries.button", ShowDeliveries(number))],
            _back(words, seen.training),
        ),
    )


def _person(words: Words, each: Unheard) -> Markup:
    who = whom(words, each.official)
    if each.kind is None:
        return words("unheard.unreachable", who=who)
    return words("unheard.person", who=who, kind=kind_of(words, each.kind), why=cause(words, each.cause))


def whom(words: Words, official: Official) -> Markup:
    """Return somebody's name and institution, as lists of people to be telephoned show them."""
    name = escape(official.name or words.plain("broadcast.unnamed"), A_NAME)
    office = escape(official.institution.name, AN_OFFICE) if official.institution else None
    return Markup(", ".join(filter(None, (name, office))))


def _turning(words: Words, page: int, pages: int, earlier: Press, later: Press) -> list[Button | None]:
    return [
        does(words, "button.previous", earlier) if page > 1 else None,
        does(words, "button.next", later) if page < pages else None,
    ]


def _back(words: Words, training: Training) -> list[Button]:
    return [does(words, "manage.button.manage", Manage(training.id)), to_menu(words)]


def unreached(words: Words, claimed: Claimed) -> Reply:
    """Return what organisers hear when a change or a cancellation did not reach everybody for certain."""
    told = claimed.args
    number, people = int(told.get("training", "0")), int(told.get("count", "1"))
    return Reply(
        lines(
            words(f"unreached.{told.get('kind', 'change')}"),
            escape(told.get("detail", ""), A_TITLE),
            words.plural("unreached.people", people),
        ),
        grid(
            [does(words, "unreached.button", ShowUnheard(number))],
            [does(words, "deliveries.button", ShowDeliveries(number)), to_menu(words)],
        ),
    )
