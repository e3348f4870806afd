"""One's own registrations with their state and next reminder, and the trainings one is reminded of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.registration import State
from handlers.buttons import SendAllCalendar, ShowAccount, ShowCard, ShowMine
from handlers.replies import facts, seats
from handlers.replies.rows import dates_and_menu, does, grid, mine_and_menu, numbers
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.ports import Place, Stored
    from domain.training import Training
    from handlers.reply import Document
    from handlers.texts import Words

A_PAGE: Final = 5
LONGEST_TITLE: Final = 60


def mine(
    words: Words,
    places: Sequence[Place],
    followed: Sequence[Training],
    next_free: Stored | None = None,
    *,
    page: int = 1,
) -> Reply:
    """Return a page of a person's places and followed trainings that are not over; without any, the next free date."""
    items = [*_items(words, places, followed)]
    if not items:
        return _nothing(words, next_free)
    page = max(1, min(page, -(-len(items) // A_PAGE)))
    first = (page - 1) * A_PAGE
    here = [(training.id, (training, standing)) for training, standing in items[first : first + A_PAGE]]
    earlier = does(words, "button.previous", ShowMine(page - 1)) if page > 1 else None
    later = does(words, "button.next", ShowMine(page + 1)) if page * A_PAGE < len(items) else None
    return Reply(
        paragraphs(words("mine.head"), lines(*(words("mine.item", number=n, text=text) for n, (_, text) in here))),
        (
            *numbers([(n, ShowCard(n)) for n, _ in here]),
            *grid(
                [earlier, later],
                [does(words, "button.all_calendar", SendAllCalendar())],
                [does(words, "why.button", ShowAccount())],
                dates_and_menu(words),
            ),
        ),
    )


def _items(words: Words, places: Sequence[Place], followed: Sequence[Training]) -> Iterator[tuple[Training, Markup]]:
    for place in places:
        if not place.training.over(words.now):
            yield place.training, _place(words, place)
    listed = {place.training.id for place in places}
    for training in followed:  # followed while its sign-up was elsewhere, signed up for here since: one line is enough
        if not training.over(words.now) and training.id not in listed:
            yield training, _followed(words, training)


def calendar(words: Words, count: int, document: Document) -> Reply:
    """Return one calendar file of all of a person's trainings with a line about it."""
    return Reply(words.plural("calendar.all", count), grid(mine_and_menu(words)), document)


def _place(words: Words, place: Place) -> Markup:
    training = place.training
    what = words("mine.training", when=dates.short(words, training), title=facts.title(training, LONGEST_TITLE))
    state = words("list.cancelled") if training.cancelled else _state(words, place)
    reminder = None
    if place.next_reminder and not training.cancelled:
        reminder = words("mine.reminder", when=dates.moment(words, place.next_reminder, training.zone))
    return Markup(" · ".join(filter(None, (what, state, reminder))))


def _state(words: Words, place: Place) -> Markup:
    match place.registration.state:
        case State.SEATED:
            return words("mine.confirmed" if place.registration.confirmed else "mine.seated")
        case State.WAITING if place.position:
            return words("mine.waiting", position=place.position)
        case State.WAITING:
            return words("mine.queue")
        case State.HELD:
            return words("mine.held")
        case State.OFFERED:
            return words("mine.offered")
        case State.LEAVING | State.WITHDRAWN:
            return words("mine.leaving")


def _followed(words: Words, training: Training) -> Markup:
    what = words("mine.training", when=dates.short(words, training), title=facts.title(training, LONGEST_TITLE))
    return Markup(f"{what} · {words('list.cancelled' if training.cancelled else 'mine.followed')}")


def _nothing(words: Words, next_free: Stored | None) -> Reply:
    if next_free is None:
        return Reply(words("mine.none"), grid(dates_and_menu(words)))
    training = next_free.training
    text = words("mine.next_free", training=facts.brief(words, training), seats=seats.remark(words, next_free))
    return Reply(
        lines(words("mine.none"), text),
        grid(
            [does(words, "button.see_date", ShowCard(training.id))],
            dates_and_menu(words),
        ),
    )
