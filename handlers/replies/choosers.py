"""Filtering the list: its row of filters, and the screens to choose a topic, a month or a place from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from handlers.buttons import ChooseMonth, ChoosePlace, ChooseTopic, ShowList
from handlers.replies import filters
from handlers.replies.rows import ALONE, PAIRED, does, grid, named
from handlers.reply import Button, Reply
from handlers.texts.markup import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.ports import Stored
    from handlers.reply import Rows
    from handlers.texts import Words

A_PAGE: Final = 8
ON: Final = "✅ "
OFF: Final = "⬜ "

Chooser = ChooseTopic | ChooseMonth | ChoosePlace


def filtering(words: Words, stored: Sequence[Stored], shown: ShowList) -> Rows:
    """Return the filters: one that is on shows its value and is turned off by a press; useless ones are left out."""
    rest = (1, shown.topic, shown.month, shown.place, shown.free)
    buttons = [
        _topic(words, stored, shown, ChooseTopic(*rest)),
        _month(words, stored, shown, ChooseMonth(*rest)),
        _place(words, stored, shown, ChoosePlace(*rest)),
        _free(words, shown),
    ]
    kept = [button for button in buttons if button]
    return grid(kept[:2], kept[2:])


def _topic(words: Words, stored: Sequence[Stored], shown: ShowList, choose: ChooseTopic) -> Button | None:
    found = filters.topics(words, stored, shown)
    if shown.topic:
        name = next((name for sought, name, _ in found if sought == shown.topic), words.plain("button.topic"))
        return _on(name, replace(shown, page=1, topic=""))
    return does(words, "button.topic", choose) if len(found) > 1 else None


def _month(words: Words, stored: Sequence[Stored], shown: ShowList, choose: ChooseMonth) -> Button | None:
    if shown.month:
        return _on(filters.month_name(words, shown.month), replace(shown, page=1, month=""))
    return does(words, "button.month", choose) if len(filters.months(words, stored, shown)) > 1 else None


def _place(words: Words, stored: Sequence[Stored], shown: ShowList, choose: ChoosePlace) -> Button | None:
    found = filters.places(words, stored, shown)
    if shown.place:
        name = next((name for sought, name, _ in found if sought == shown.place), words.plain("button.place"))
        return _on(name, replace(shown, page=1, place=""))
    return does(words, "button.place", choose) if len(found) > 1 else None


def _free(words: Words, shown: ShowList) -> Button:
    press = replace(shown, page=1, free=not shown.free)
    return _on(words.plain("button.free_only"), press) if shown.free else does(words, "button.free_only", press)


def _on(name: str, press: ShowList) -> Button:
    return named(ON + name, press, PAIRED)


def topics(words: Words, stored: Sequence[Stored], shown: ChooseTopic) -> Reply:
    """Return the topics to choose from."""
    list_now = filters.shown_list(shown)
    choices = [
        (name, count, replace(list_now, topic=sought)) for sought, name, count in filters.topics(words, stored, shown)
    ]
    return _chooser(words, "choose.topic", choices, shown)


def months(words: Words, stored: Sequence[Stored], shown: ChooseMonth) -> Reply:
    """Return the months to choose from."""
    list_now = filters.shown_list(shown)
    choices = [
        (name, count, replace(list_now, month=sought)) for sought, name, count in filters.months(words, stored, shown)
    ]
    return _chooser(words, "choose.month", choices, shown)


def places(words: Words, stored: Sequence[Stored], shown: ChoosePlace) -> Reply:
    """Return the towns to choose from, and online."""
    list_now = filters.shown_list(shown)
    choices = [
        (name, count, replace(list_now, place=sought)) for sought, name, count in filters.places(words, stored, shown)
    ]
    return _chooser(words, "choose.place", choices, shown)


def _chooser(words: Words, key: str, choices: Sequence[tuple[str, int, ShowList]], shown: Chooser) -> Reply:
    page = max(1, min(shown.page, -(-len(choices) // A_PAGE)))
    here = choices[(page - 1) * A_PAGE : page * A_PAGE]
    turning = [
        _turn(words, "button.previous", shown, page - 1) if page > 1 else None,
        _turn(words, "button.next", shown, page + 1) if page * A_PAGE < len(choices) else None,
    ]
    back = does(words, "button.back", filters.shown_list(shown))
    return Reply(
        words(key if choices else "choose.nothing"),
        grid(*([_choice(name, count, press)] for name, count, press in here), turning, [back]),
    )


def _choice(name: str, count: int, press: ShowList) -> Button:
    number = f" ({count})"
    return Button(cut(name, ALONE - len(number)) + number, press)


def _turn(words: Words, key: str, shown: Chooser, page: int) -> Button:
    turned: Chooser = replace(shown, page=page)
    return does(words, key, turned)
