"""Which reminders come, when it is quiet, which language is spoken."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Final

from domain.official import Language
from handlers.buttons import ChooseQuiet, SetQuiet, ShowNews, ShowSettings, Toggle
from handlers.replies.choosers import OFF, ON
from handlers.replies.rows import does, grid, to_menu
from handlers.replies.start import other_language
from handlers.reply import Button, Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from domain.news import Subscription
    from domain.official import Official, Preferences
    from handlers.buttons import Press, Wish
    from handlers.texts import Words

QUIET_HOURS: Final = ((20, 7), (18, 8), (21, 6), (22, 7))
_LANGUAGES: Final = {Language.POLISH: "settings.polish", Language.ENGLISH: "settings.english"}


def settings(words: Words, official: Official, subscription: Subscription) -> Reply:
    """Return the settings, each button turning one over or leading to more."""
    preferences = official.preferences
    return Reply(
        paragraphs(words("settings.head"), lines(_quiet(words, preferences), words(_LANGUAGES[official.language]))),
        grid(
            [_switch(words, "button.day_before", "day", on=preferences.day_before)],
            [_switch(words, "button.hour_before", "hour", on=preferences.hour_before)],
            [_switch(words, "button.week_before", "week", on=preferences.week_before)],
            [_marked(words, "button.news", ShowNews(), on=subscription.on)],
            [does(words, "button.quiet", ChooseQuiet()), other_language(words)],
            [to_menu(words)],
        ),
    )


def _switch(words: Words, key: str, what: Wish, *, on: bool) -> Button:
    return _marked(words, key, Toggle(what), on=on)


def _marked(words: Words, key: str, press: Press, *, on: bool) -> Button:
    answer = words.plain("yes" if on else "no")
    return Button((ON if on else OFF) + words.plain(key, answer=answer), press)


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
