"""What is coming up: pages of five, filters that toggle in place, lists to sign up from and to withdraw from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from domain.registration import State
from handlers.buttons import ChooseNews, Hear, ShowCard, ShowList, SignUp, Withdraw
from handlers.replies import facts, filters, seats
from handlers.replies.choosers import filtering, months, places, topics
from handlers.replies.rows import dates_and_menu, does, grid, mine_and_menu, numbers, to_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.ports import Place, Stored
    from domain.training import Training
    from handlers.reply import Rows
    from handlers.texts import Words

__all__ = ["item", "listing", "months", "open_for_signup", "places", "topics", "withdrawable"]

A_PAGE: Final = 5
A_LIST: Final = 8
LONGEST_TITLE: Final = 90
NARROW_TITLE: Final = 60


def listing(words: Words, stored: Sequence[Stored], shown: ShowList) -> Reply:
    """Return a page of the upcoming trainings that the filter lets through; a page beyond the end is the last one."""
    if not stored:
        return _nothing(words)
    found = filters.matching(words, stored, shown)
    if not found:
        clear = does(words, "button.clear_filters", ShowList())
        return Reply(
            _heading(words, stored, shown, found), (*filtering(words, stored, shown), *grid([clear], [to_menu(words)]))
        )
    page = max(1, min(shown.page, -(-len(found) // A_PAGE)))
    first = (page - 1) * A_PAGE
    here = [(each.training.id, each) for each in found[first : first + A_PAGE]]
    return Reply(
        paragraphs(_heading(words, stored, shown, found), lines(*(item(words, each, n) for n, each in here))),
        (
            *numbers([(n, ShowCard(n)) for n, each in here]),
            *filtering(words, stored, shown),
            *_turning(words, replace(shown, page=page), len(found)),
            *grid([to_menu(words)]),
        ),
    )


def _nothing(words: Words) -> Reply:
    """Return that nothing is coming up, and the ways to hear when something is."""
    return Reply(
        lines(words("list.none"), words("list.notify")),
        grid(
            [does(words, "button.notify", Hear("all"))],
            [does(words, "button.choose_topics", ChooseNews()), to_menu(words)],
        ),
    )


def open_for_signup(words: Words, stored: Sequence[Stored]) -> Reply:
    """Return the next trainings that one can sign up for here, each number a sign-up."""
    found = [each for each in stored if seats.signs_up_here(each, words.now)]
    if not found:
        return Reply(words("signup_list.none"), grid(dates_and_menu(words)))
    here = [(each.training.id, each) for each in found[:A_LIST]]
    return Reply(
        paragraphs(words("signup_list.head"), lines(*(item(words, each, n, NARROW_TITLE) for n, each in here))),
        (*numbers([(n, SignUp(n)) for n, each in here]), dates_and_menu(words)),
    )


def withdrawable(words: Words, places: Sequence[Place]) -> Reply:
    """Return the person's own registrations that can be given up, each number a withdrawal."""
    mine = [each.training for each in places if _given_up(words, each)]
    if not mine:
        return Reply(words("withdraw_list.none"), grid(dates_and_menu(words)))
    here = [(training.id, training) for training in mine[:A_LIST]]
    items = (_line(words, training, n, NARROW_TITLE) for n, training in here)
    return Reply(
        paragraphs(words("withdraw_list.head"), lines(*items)),
        (*numbers([(n, Withdraw(n)) for n, _ in here]), mine_and_menu(words)),
    )


def _given_up(words: Words, place: Place) -> bool:
    leaving = place.registration.state in (State.LEAVING, State.WITHDRAWN)
    return not (leaving or place.training.begun(words.now) or place.training.cancelled)


def _heading(words: Words, stored: Sequence[Stored], shown: ShowList, found: Sequence[Stored]) -> Markup:
    """Return the title, the number of dates, the month when they are all in one, and the filters that are on."""
    names = list(filters.active(words, stored, shown))
    months_touched = filters.months(words, found, ShowList())
    if len(months_touched) == 1 and not shown.month:
        names.insert(0, months_touched[0][1])
    count = words.plural("list.count", len(found)) if found else words("list.nothing")
    return words("list.head", summary=Markup(" · ".join([count, *(escape(name, 60) for name in names)])))


def item(words: Words, stored: Stored, number: int, longest: int = LONGEST_TITLE) -> Markup:
    """Return one line of a list: number, day and hour, title, what is left."""
    return Markup(f"{_line(words, stored.training, number, longest)} · {seats.remark(words, stored)}")


def _line(words: Words, training: Training, number: int, longest: int) -> Markup:
    when = dates.short(words, training)
    return words("list.item", number=number, when=when, title=facts.title(training, longest))


def _turning(words: Words, shown: ShowList, found: int) -> Rows:
    earlier = replace(shown, page=shown.page - 1) if shown.page > 1 else None
    later = replace(shown, page=shown.page + 1) if shown.page * A_PAGE < found else None
    return grid(
        [
            does(words, "button.previous", earlier) if earlier else None,
            does(words, "button.next", later) if later else None,
        ]
    )
