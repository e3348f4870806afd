"""What was said to a person, or is to be, and why; how the person stands with a training. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain import offer
from domain import outcome as became
from domain.entry import LIVE
from domain.registration import State
from handlers.buttons import ShowAccount, ShowCard, ShowDeliveries, ShowMine, ShowSettings, ShowWhy
from handlers.replies import facts, refusals
from handlers.replies.explaining import explained, kind_of, never_planned, subject
from handlers.replies.rows import does, grid, numbers, to_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from domain.desks.explaining import Account, Concerning
    from domain.entry import Entry
    from domain.outcome import Signup
    from domain.ports import Place
    from domain.training import Training
    from handlers.buttons import Press
    from handlers.reply import Button, Rows
    from handlers.texts import Words

A_PAGE: Final = 4
A_TITLE: Final = 40


def account(words: Words, seen: Account) -> Reply:
    """Return a page of what was said to a person or is to be, each with its reason."""
    about = {each.notice.training.id: each.notice.training for each in seen.entries if each.notice.training}
    pages = -(-seen.count // A_PAGE)
    ways: list[tuple[int, Press]] = [(number, ShowWhy(number)) for number in sorted(about)]
    return Reply(
        paragraphs(
            words("why.head"),
            *(_entry(words, each) for each in seen.entries),
            lines(words("why.numbers") if about else None, words("why.how")) if seen.entries else words("why.nothing"),
        ),
        (
            *numbers(ways),
            *grid(
                _turning(
                    words,
                    ShowAccount(seen.page - 1) if seen.page > 1 else None,
                    ShowAccount(seen.page + 1) if seen.page < pages else None,
                ),
                [does(words, "button.settings", ShowSettings()), does(words, "button.mine", ShowMine())],
                [to_menu(words)],
            ),
        ),
    )


def _turning(words: Words, earlier: Press | None, later: Press | None) -> list[Button | None]:
    return [
        does(words, "button.previous", earlier) if earlier else None,
        does(words, "button.next", later) if later else None,
    ]


def _entry(words: Words, entry: Entry) -> Markup:
    training = entry.notice.training
    head = words("why.kind", kind=kind_of(words, entry.notice.kind))
    about = subject(words, entry)
    if training:
        head = words("why.kind_of", kind=head, number=training.id, title=facts.title(training, A_TITLE))
    elif about:
        head, about = words("why.kind_about", kind=head, subject=about), None
    return lines(head, about, explained(words, entry))


def one(words: Words, entry: Entry) -> Reply:
    """Return what became of one message that is about no training."""
    return Reply(paragraphs(words("why.this"), _entry(words, entry)), _onwards(words))


def not_kept(words: Words) -> Reply:
    """Return that a message was an answer, or is not kept any more."""
    return Reply(words("why.not_kept"), _onwards(words))


def no_number(words: Words) -> Reply:
    """Return what may stand behind the command, after something else did."""
    return Reply(words("why.no_number"), _onwards(words))


def _onwards(words: Words) -> Rows:
    return grid([does(words, "why.button.all", ShowAccount())], [to_menu(words)])


def about(
    words: Words,
    seen: Concerning,
    prospect: Signup | None,
    *,
    page: int = 1,
    organised: bool = False,
) -> Reply:
    """Return how a person stands with a training, and a page of what was said about it or is to be, each with why.

    ``prospect`` is what signing up would give; ``organised`` = by this person.
    """
    training = seen.stored.training
    items = _items(words, seen)
    pages = max(1, -(-len(items) // A_PAGE))
    page = max(1, min(page, pages))
    return Reply(
        paragraphs(
            lines(words("why.about", number=training.id), _brief(words, training)),
            _standing(words, seen, prospect),
            lines(*items[(page - 1) * A_PAGE : page * A_PAGE]) or words("why.nothing_about"),
        ),
        grid(
            _turning(
                words,
                ShowWhy(training.id, page - 1) if page > 1 else None,
                ShowWhy(training.id, page + 1) if page < pages else None,
            ),
            [does(words, "button.details", ShowCard(training.id)), does(words, "button.settings", ShowSettings())],
            [does(words, "deliveries.button", ShowDeliveries(training.id)) if organised else None],
            [does(words, "why.button.all", ShowAccount()), to_menu(words)],
        ),
    )


def _brief(words: Words, training: Training) -> Markup:
    when = dates.wall(words, training.details.start, training.zone)
    return words("brief", title=facts.title(training, A_TITLE), when=when)


def _items(words: Words, seen: Concerning) -> list[Markup]:
    """Return a line for each notice: what is to come, what was never planned, then what was."""
    zone = seen.stored.training.zone
    live = [_item(words, each) for each in seen.entries if each.fate in LIVE]
    never = [never_planned(words, kind, unplanned, zone) for kind, unplanned in seen.unplanned.items()]
    return [*live, *never, *(_item(words, each) for each in seen.entries if each.fate not in LIVE)]


def _item(words: Words, entry: Entry) -> Markup:
    kind, about = kind_of(words, entry.notice.kind), subject(words, entry)
    named = words("why.kind_about", kind=kind, subject=about) if about else kind
    return words("why.item", kind=named, explained=explained(words, entry))


def _standing(words: Words, seen: Concerning, prospect: Signup | None) -> Markup:
    training = seen.stored.training
    ended = facts.ended(words, training)
    if ended:
        return ended
    if seen.place:
        return _place(words, training, seen.place)
    if seen.following:
        return words("why.following")
    return lines(words("why.no_place"), _prospect(words, prospect) if prospect else None)


def _place(words: Words, training: Training, place: Place) -> Markup:
    until = place.registration.until
    ends = dates.until(words, until, training.zone) if until else None
    match place.registration.state:
        case State.HELD if ends:
            return words("why.held", until=ends)
        case State.WAITING:
            return _queue(words, training, place)
        case State.OFFERED:
            return words("why.offered", until=ends) if ends else words("why.offer_underway")
        case State.LEAVING:
            return words("standing.leaving")
        case _:
            return words("why.seated")


def _queue(words: Words, training: Training, place: Place) -> Markup:
    """Return where in the queue a person is, and what has to happen before a seat is offered."""
    position = place.position or 1
    first = offer.first_to_answer(words.now, training)
    return lines(
        words("standing.waiting", position=position),
        words.plural("why.queue_behind", position - 1) if position > 1 else words("why.queue_first"),
        words("why.queue_all" if first else "why.queue_offer"),
    )


def _prospect(words: Words, outcome: Signup) -> Markup:
    """Return what signing up would give to a person without a place."""
    match outcome:
        case became.NeedsInstitution():
            return refusals.reason(words, outcome)
        case became.Full(queue=True):
            return words("why.may_queue")
        case became.Full():
            return words("full.no_queue")
        case became.Overlaps():
            return words("why.overlaps", others=facts.title(outcome.others[0], A_TITLE))
        case became.Seated() | became.Held() | became.Waiting() | became.Offered() | became.Leaving():
            return words("why.may_sign_up")
        case _:
            return words("why.may_not", reason=refusals.reason(words, outcome))
