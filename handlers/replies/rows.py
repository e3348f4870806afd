"""Buttons and their rows as most screens need them; labels come from the catalogue. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.buttons import ShowForecast, ShowList, ShowMenu, ShowMine
from handlers.reply import Button
from handlers.texts.markup import clean, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from handlers.buttons import Press
    from handlers.reply import Rows
    from handlers.texts import Words

ALONE: Final = 26
PAIRED: Final = 18
NUMBERS_A_ROW: Final = 5


def does(words: Words, key: str, press: Press) -> Button:
    """Return a button that sends a press."""
    return Button(words.plain(key), press)


def opens(words: Words, key: str, url: str | None) -> Button | None:
    """Return a button that opens an address, if there is one."""
    return Button(words.plain(key), url=url) if url else None


def named(label: str, press: Press, longest: int = ALONE) -> Button:
    """Return a button that shows a name from the data, cut to what fits."""
    return Button(cut(clean(label), longest) or "–", press)


def grid(*rows: Iterable[Button | None]) -> Rows:
    """Return the rows without the buttons that are not there, and without empty rows."""
    kept = (tuple(button for button in row if button) for row in rows)
    return tuple(row for row in kept if row)


def numbers(presses: Sequence[tuple[int, Press]]) -> Rows:
    """Return number buttons, five a row."""
    buttons = [Button(str(number), press) for number, press in presses]
    return tuple(tuple(buttons[at : at + NUMBERS_A_ROW]) for at in range(0, len(buttons), NUMBERS_A_ROW))


def to_menu(words: Words) -> Button:
    """Return the way to the menu."""
    return does(words, "button.menu", ShowMenu())


def to_forecast(words: Words) -> Button:
    """Return the way to all that will go out: every screen that it opens leads back to it."""
    return does(words, "button.forecast", ShowForecast())


def dates_and_menu(words: Words) -> tuple[Button, ...]:
    """Return the ways on to all dates and to the menu."""
    return does(words, "button.all_dates", ShowList()), to_menu(words)


def mine_and_menu(words: Words) -> tuple[Button, ...]:
    """Return the ways on to one's own registrations and to the menu."""
    return does(words, "button.mine", ShowMine()), to_menu(words)
