"""One group of what will go out: to how many, when, what it says, and what was done with it. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain import forecast as rules
from domain.notice import Kind
from handlers.buttons import (
    AskHasten,
    AskMove,
    HastenComing,
    HoldComing,
    LetComingGo,
    MoveComing,
    ShowComing,
    ShowWording,
)
from handlers.replies import facts, notices, spans
from handlers.replies.reminded import capital
from handlers.replies.rows import ALONE, does, grid, named, to_forecast, to_menu
from handlers.reply import Button, Reply
from handlers.texts import Words, dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from domain.forecast import Arranged, Coming, Unarranged
    from domain.stating import Unclear
    from handlers.buttons import Press
    from handlers.buttons.forecasting import AboutComing
    from handlers.service import Service

A_TITLE: Final = 120
MOST: Final = 3
_FIXED: Final = {Kind.DIGEST: "forecast.fixed_digest"}


def coming(words: Words, seen: Coming, rate: float) -> Reply:
    """Return to how many people a group goes, when, and for how long, and what can be done with it.

    ``rate`` is how many messages go out in a second.
    """
    return Reply(
        paragraphs(
            lines(words("forecast.title", kind=capital(_kind(words, seen))), *_about(words, seen)),
            lines(words.plural("broadcast.people", seen.people), *_when(words, seen, rate)),
            None if seen.arrangeable else words(_FIXED.get(seen.which.kind, "forecast.fixed")),
        ),
        grid(
            [_button(words, "forecast.button.wording", ShowWording, seen)],
            *(_acts(words, seen) if seen.arrangeable else ()),
            ways(words),
        ),
    )


def _kind(words: Words, seen: Coming) -> Markup:
    return words(f"forecast.kind.{seen.which.kind}")


def _about(words: Words, seen: Coming) -> Iterator[Markup]:
    for each in seen.about[:MOST]:
        training = each.training
        when = dates.wall(words, training.details.start, training.zone)
        yield words("brief", title=facts.title(training, A_TITLE), when=when)
    more = len(seen.about) - MOST
    if more > 0:
        yield words.plural("announcement.more_dates", more)


def _when(words: Words, seen: Coming, rate: float) -> Iterator[Markup]:
    zone = seen.programme.zone
    if seen.which.held:
        key = "forecast.news_are_held" if seen.which.of_what_is_new else "forecast.is_held"
        yield words(key, until=dates.moment(words, seen.useful_until, zone))
        return
    takes = spans.about(words, seen.people / rate)
    first, last = (dates.moment(words, at, zone) for at in (seen.first, seen.last))
    if first == last:
        yield words("forecast.goes", at=first, takes=takes)
    else:
        yield words("forecast.goes_between", first=first, last=last, takes=takes)
    if seen.late:
        yield words.plural("forecast.late", seen.late)


def _acts(words: Words, seen: Coming) -> Iterator[list[Button]]:
    if seen.which.held:
        turn = _button(words, "forecast.button.let_go", LetComingGo, seen)
    else:
        turn = _button(words, "forecast.button.hold", HoldComing, seen)
    yield [turn, _button(words, "forecast.button.move", AskMove, seen)]
    yield [_button(words, "forecast.button.now", AskHasten, seen)]


def _button(words: Words, key: str, kind: type[AboutComing], seen: Coming) -> Button:
    return does(words, key, _press(kind, seen))


def _press(kind: type[AboutComing], seen: Coming) -> Press:
    which = seen.which
    press: Press = kind(which.kind, which.number, which.minute, which.held)  # type: ignore[assignment]
    return press


def ways(words: Words) -> list[Button]:
    """Return the ways to all that will go out and to the menu."""
    return [to_forecast(words), to_menu(words)]


def wording(words: Words, seen: Coming, service: Service) -> Reply:
    """Return what a group will say, worded as of the moment at which it goes out, to nobody in particular."""
    said = notices.notice(Words(words.language, seen.first), seen.sample(words.language), service)
    text = said.text if said else words("forecast.nothing_to_say")
    return Reply(
        paragraphs(words("forecast.wording"), Markup(text)),
        grid([_button(words, "button.back", ShowComing, seen)], ways(words)),
    )


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour to which a group can be moved."""

    label: str
    at: datetime


def ask_hour(words: Words, seen: Coming, hours: Sequence[Hour], unclear: Unclear | None = None) -> Reply:
    """Return the question to which hour a group is moved, with likely ones."""
    which = seen.which
    said = words(f"draft.misfit.{unclear.misfit}", name=words("forecast.hour_name")) if unclear else None
    seen_as = (which.kind, which.number, which.minute, which.held)
    offered = [[named(each.label, MoveComing(*seen_as, rules.minute(each.at)), ALONE)] for each in hours]
    until = dates.moment(words, seen.useful_until, seen.programme.zone)
    return Reply(
        paragraphs(said, words("forecast.which_hour", until=until)),
        grid(*offered, [_button(words, "button.back", ShowComing, seen)], ways(words)),
    )


def ask_hasten(words: Words, seen: Coming) -> Reply:
    """Return the question whether to send a group now; the button carries the number that is shown."""
    which, people = seen.which, seen.people
    send = HastenComing(which.kind, which.number, which.minute, which.held, people)
    return Reply(
        paragraphs(
            lines(words("forecast.title", kind=capital(_kind(words, seen))), *_about(words, seen)),
            words("forecast.ask_now"),
            words("forecast.news_now" if which.of_what_is_new else "forecast.later_sign_ups"),
        ),
        grid(
            [Button(words.plural("broadcast.button.send", people), send)],
            [_button(words, "button.back", ShowComing, seen)],
        ),
    )


def arranged(words: Words, outcome: Arranged, rate: float) -> Reply:
    """Return what was done with a group, above the group as it is now."""
    done = words(f"forecast.done.{outcome.deed}")
    return coming(words, outcome.coming, rate).led_by(done) if outcome.coming else Reply(done, grid(ways(words)))


def unarranged(words: Words, outcome: Unarranged, rate: float) -> Reply:
    """Return why nothing was done with a group, above the group as it is now."""
    return coming(words, outcome.coming, rate).led_by(words(f"forecast.not.{outcome.why}"))


def gone(words: Words) -> Reply:
    """Return that there is no such group any more."""
    return Reply(words("forecast.gone"), grid(ways(words)))
