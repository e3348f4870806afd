"""Settings: reminders, quiet hours and language, each a tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any, assert_never

from handlers.replies import settings as replies
from handlers.replies import start
from handlers.reply import Toast

if TYPE_CHECKING:
    from domain.official import Language, Preferences
    from handlers.buttons import GreetIn, SetLanguage, SetQuiet, Toggle
    from handlers.context import Context


async def command(context: Context, _: str) -> None:
    """Answer /settings."""
    await show(context)


async def show(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show what is set."""
    subscription = await context.office.news.subscription(context.official)
    context.show(replies.settings(context.words, context.official, subscription))


async def toggle(context: Context, press: Toggle) -> None:
    """Switch one of the reminders on or off."""
    preferences = context.official.preferences
    match press.what:
        case "week":
            changed = replace(preferences, week_before=not preferences.week_before)
            on = changed.week_before
        case "day":
            changed = replace(preferences, day_before=not preferences.day_before)
            on = changed.day_before
        case "hour":
            changed = replace(preferences, hour_before=not preferences.hour_before)
            on = changed.hour_before
        case _:
            assert_never(press.what)
    await _prefer(context, changed)
    context.toast(Toast(context.words.plain("toast.pref_on" if on else "toast.pref_off")))
    await show(context)


async def choose_quiet(context: Context, _: Any = None) -> None:  # noqa: ANN401
    """Offer quiet hours."""
    context.show(replies.quiet_choices(context.words, context.official.preferences))


async def set_quiet(context: Context, press: SetQuiet) -> None:
    """Set the quiet hours; equal hours mean never."""
    preferences = context.official.preferences
    await _prefer(context, replace(preferences, quiet_from=time(press.start), quiet_until=time(press.end)))
    await show(context)


async def set_language(context: Context, press: SetLanguage) -> None:
    """Change the language and show the settings in it."""
    await _speak(context, press.language)
    await show(context)


async def greet_in(context: Context, press: GreetIn) -> None:
    """Change the language and greet in it."""
    await _speak(context, press.language)
    context.show(start.hero(context.words, context.service))


async def _speak(context: Context, language: Language) -> None:
    context.official = await context.office.profile.speak(context.official, language)


async def _prefer(context: Context, preferences: Preferences) -> None:
    context.official = await context.office.profile.prefer(context.official, preferences, context.office.registration)
