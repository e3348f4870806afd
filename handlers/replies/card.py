"""Everything about one training, in a fixed order: what, when, where, for whom, cost, seats, the programme folded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.registration import State
from domain.training import Status
from handlers.buttons import AskAbout, Manage, ShowCard, ShowWhy
from handlers.replies import addresses, facts, programme, seats
from handlers.replies.acts import acts, getting_there
from handlers.replies.rows import dates_and_menu, does, grid, opens, to_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs, units

if TYPE_CHECKING:
    from domain.ports import Place, Stored
    from domain.training import Training
    from handlers.reply import Document, Rows
    from handlers.service import Service
    from handlers.texts import Words

LONGEST: Final = 1000
LONGEST_NOTE: Final = 200


def card(
    words: Words,
    stored: Stored,
    service: Service,
    mine: Place | None = None,
    *,
    following: bool = False,
    organised: bool = False,
) -> Reply:
    """Return a training's card as this person sees it; ``organised`` = by this person."""
    training = stored.training
    head = paragraphs(
        words("card.title", title=facts.title(training)), _state(words, training), _facts(words, stored, mine)
    )
    standing = _standing(words, training, mine, following=following)
    foot = lines(_note(training), _organiser(words, training), facts.ask(words, training))
    left = LONGEST - units(paragraphs(head, standing, foot))
    return Reply(
        paragraphs(head, standing, programme.folded(words, training, left), foot),
        (
            *acts(words, stored, mine, following=following),
            *_more(words, training, mine),
            *grid(
                [
                    does(words, "button.ask", AskAbout(training.id)),
                    opens(words, "button.share", addresses.sharing(training, service)),
                ],
                [
                    does(words, "why.button", ShowWhy(training.id)) if mine or following else None,
                    does(words, "manage.button.manage", Manage(training.id)) if organised else None,
                ],
            ),
            dates_and_menu(words),
        ),
    )


def calendar(words: Words, training: Training, document: Document) -> Reply:
    """Return a training's calendar file with a line about it."""
    text = lines(words("calendar.one"), facts.brief(words, training))
    return Reply(text, grid([does(words, "button.details", ShowCard(training.id)), to_menu(words)]), document)


def sees_link(mine: Place | None) -> bool:
    """Tell whether a person may see the link of an online meeting: only with a seat."""
    return mine is not None and mine.registration.state is State.SEATED


def _more(words: Words, training: Training, mine: Place | None) -> Rows:
    if training.cancelled or training.over(words.now):
        return ()
    return getting_there(words, training, listed=sees_link(mine))


def _state(words: Words, training: Training) -> Markup | None:
    if training.cancelled:
        return words("card.cancelled")
    if training.over(words.now):
        return words("card.over")
    if training.begun(words.now):
        return words("card.begun")
    return words("card.moved") if training.details.status is Status.MOVED else None


def _facts(words: Words, stored: Stored, mine: Place | None) -> Markup:
    training = stored.training
    details = training.details
    certificate = {None: None, True: "card.certificate", False: "card.no_certificate"}[details.certificate]
    return lines(
        words("card.when", when=dates.full(words, training)),
        words("card.where", where=facts.where(words, training)),
        _link(words, training, mine),
        words("card.audience", audience=escape(details.audience, 150)) if details.audience else None,
        seats.eligibility(words, training),
        words("card.level", level=escape(details.level, 60)) if details.level else None,
        words("card.cost", cost=facts.cost(words, details.price_pln)) if details.price_pln is not None else None,
        words(certificate) if certificate else None,
        None if training.cancelled or training.begun(words.now) else seats.line(words, stored),
    )


def _link(words: Words, training: Training, mine: Place | None) -> Markup | None:
    """Return the link of an online meeting to people on the list, to others that they will see it there."""
    link = training.details.online_url
    if not link or training.cancelled or training.over(words.now):
        return None
    return words("card.link", link=link) if sees_link(mine) else words("card.link_for_listed")


def _standing(words: Words, training: Training, mine: Place | None, *, following: bool) -> Markup | None:
    if training.cancelled or training.over(words.now):
        return None
    if not mine or mine.registration.state is State.WITHDRAWN:
        return words("standing.following") if following else None
    until = mine.registration.until
    ends = dates.until(words, until, training.zone) if until else None
    match mine.registration.state:
        case State.HELD:
            held = "standing.held" if mine.registration.seat else "standing.held_queue"
            return words(held, until=ends) if ends else None
        case State.SEATED:
            return words("standing.confirmed" if mine.registration.confirmed else "standing.seated")
        case State.WAITING:
            return words("standing.waiting", position=mine.position) if mine.position else words("standing.queue")
        case State.OFFERED:
            return words("standing.offered_until", until=ends) if ends else words("standing.offered")
        case State.LEAVING:
            return words("standing.leaving")


def _note(training: Training) -> Markup | None:
    return escape(training.details.note, LONGEST_NOTE) if training.details.note else None


def _organiser(words: Words, training: Training) -> Markup:
    organiser = training.programme.organiser or training.programme.name
    return words("card.organiser", organiser=escape(organiser, 100), number=training.id)
