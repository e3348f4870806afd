"""One's own registrations with their state and next reminder, and the trainings one is reminded of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.registration import State
from handlers.buttons import SendAllCalendar, ShowCard, ShowList, ShowMine
from handlers.replies import facts, seats
from handlers.replies.rows import does, grid, numbers, to_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.ports import Place, Stored
    from domain.training import Training
    from handlers.reply import Document
    from handlers.texts import Words

FEW: Final = 6
MOST: Final = 25
TITLE_OF_FEW: Final = 80
TITLE_OF_MANY: Final = 40


def mine(words: Words, places: Sequence[Place], followed: Sequence[Training], next_free: Stored | None = None) -> Reply:
    """Return a person's registrations and followed trainings that are not over; without any, the next free date."""
    current = [place for place in places if not place.training.over(words.now)]
    ahead = [training for training in followed if not training.over(words.now)]
    if not current and not ahead:
        return _nothing(words, next_free)
    longest = TITLE_OF_FEW if len(current) + len(ahead) <= FEW else TITLE_OF_MANY
    items = [(place.training, _place(words, place, longest)) for place in current]
    items += [(training, _followed(words, training, longest)) for training in ahead]
    here = list(enumerate(items[:MOST], start=1))
    return Reply(
        paragraphs(
            words("mine.head"),
            lines(*(words("mine.item", number=n, text=text) for n, (_, text) in here)),
            words("mine.more") if len(items) > MOST else None,
        ),
        (
            *numbers([(n, ShowCard(training.id)) for n, (training, _) in here]),
            *grid(
                [does(words, "button.all_calendar", SendAllCalendar())],
                [does(words, "button.all_dates", ShowList()), to_menu(words)],
            ),
        ),
    )


def calendar(words: Words, count: int, document: Document) -> Reply:
    """Return one calendar file of all of a person's trainings with a line about it."""
    back = [does(words, "button.mine", ShowMine()), to_menu(words)]
    return Reply(words.plural("calendar.all", count), grid(back), document)


def _place(words: Words, place: Place, longest: int) -> Markup:
    training = place.training
    what = words("mine.training", when=dates.short(words, training), title=facts.title(training, longest))
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


def _followed(words: Words, training: Training, longest: int) -> Markup:
    what = words("mine.training", when=dates.short(words, training), title=facts.title(training, longest))
    return Markup(f"{what} · {words('list.cancelled' if training.cancelled else 'mine.followed')}")


def _nothing(words: Words, next_free: Stored | None) -> Reply:
    if next_free is None:
        return Reply(words("mine.none"), grid([does(words, "button.all_dates", ShowList()), to_menu(words)]))
    training = next_free.training
    text = words("mine.next_free", training=facts.brief(words, training), seats=seats.remark(words, next_free))
    return Reply(
        lines(words("mine.none"), text),
        grid(
            [does(words, "button.see_date", ShowCard(training.id))],
            [does(words, "button.all_dates", ShowList()), to_menu(words)],
        ),
    )
