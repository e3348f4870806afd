"""Which reminders come, when it is quiet, which language is spoken."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Final

from domain.official import Language
from handlers.buttons import ChooseQuiet, SetQuiet, ShowSettings, Toggle
from handlers.replies.choosers import ON
from handlers.replies.rows import does, grid, to_menu
from handlers.replies.start import other_language
from handlers.reply import Button, Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from domain.official import Preferences
    from handlers.buttons import Wish
    from handlers.texts import Words

OFF: Final = "⬜ "
QUIET_HOURS: Final = ((20, 7), (18, 8), (21, 6), (22, 7))
_LANGUAGES: Final = {Language.POLISH: "settings.polish", Language.ENGLISH: "settings.english"}


def settings(words: Words, preferences: Preferences, language: Language) -> Reply:
    """Return the settings, each button turning one over."""
    return Reply(
        paragraphs(words("settings.head"), lines(_quiet(words, preferences), words(_LANGUAGES[language]))),
        grid(
            [_switch(words, "button.day_before", "day", on=preferences.day_before)],
            [_switch(words, "button.hour_before", "hour", on=preferences.hour_before)],
            [_switch(words, "button.week_before", "week", on=preferences.week_before)],
            [does(words, "button.quiet", ChooseQuiet()), other_language(words)],
            [to_menu(words)],
        ),
    )


def _switch(words: Words, key: str, what: Wish, *, on: bool) -> Button:
    answer = words.plain("yes" if on else "no")
    return Button((ON if on else OFF) + words.plain(key, answer=answer), Toggle(what))


def _quiet(words: Words, preferences: Preferences) -> Markup:
    if preferences.quiet_from == preferences.quiet_until:
        return words("settings.never_quiet")
    return words("settings.quiet", hours=_hours(preferences.quiet_from, preferences.quiet_until))


def _hours(start: time, end: time) -> Markup:
    return Markup(f"{dates.clock(start)}–{dates.clock(end)}")


def quiet_choices(words: Words, preferences: Preferences) -> Reply:
    """Return the quiet hours to choose from."""
    now = (preferences.quiet_from, preferences.quiet_until)
    choices = [_choice(_hours(time(a), time(b)), SetQuiet(a, b), on=now == (time(a), time(b))) for a, b in QUIET_HOURS]
    never = _choice(words.plain("button.never_quiet"), SetQuiet(0, 0), on=now[0] == now[1])
    return Reply(
        paragraphs(words("quiet.head"), _quiet(words, preferences)),
        grid(choices[:2], choices[2:], [never], [does(words, "button.back", ShowSettings())]),
    )


def _choice(label: str, press: SetQuiet, *, on: bool) -> Button:
    return Button(ON + label if on else label, press)
