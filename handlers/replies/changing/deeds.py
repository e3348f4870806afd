"""One act of an organiser in words: who, when, what, with the old beside the new. Never imports telegram."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from domain.announced import Deed
from domain.dates import local
from domain.official import Role
from domain.verdict import OFFICES
from handlers.replies import facts
from handlers.replies.differences import differences, fitting
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.announced import Act
    from domain.official import Official
    from handlers.texts import Words

ROOM: Final = 130
"""Characters for the changed fields of one act."""
A_TITLE: Final = 50
A_NAME: Final = 40
A_VALUE: Final = 50
_ROLES: Final = {
    Role.ADMINISTRATOR: "role.administrator",
    Role.COORDINATOR: "role.coordinator",
    Role.TRAINER: "role.trainer",
}
_ARGS: Final = {"numbers": "acts.numbers", "chat": "acts.chat", "reason": "acts.reason", "silent": "acts.silently"}
_COUNTS: Final = {"added": "acts.added", "changed": "acts.changed", "people": "acts.people"}


def deed(words: Words, act: Act, people: Mapping[int, Official], *, titled: bool = True) -> Markup:
    """Return an act; ``people`` are those whose roles it may be about, by id, and no longer those who were erased."""
    training = act.training if titled else None
    return lines(
        words("acts.row", when=_when(words, act), who=_doer(words, act)),
        Markup(" · ".join(_what(words, act, people))),
        words("acts.training", number=training.id, title=facts.title(training, A_TITLE)) if training else None,
        *_changes(words, act),
    )


def _when(words: Words, act: Act) -> Markup:
    zone = act.programme.zone if act.programme else OFFICES
    then = local(act.done_at, zone)
    day = dates.day(words, then.date(), dates.today(words, zone))
    return words("date.short", day=day, hour=dates.clock(then.time()))


def _doer(words: Words, act: Act) -> Markup:
    if act.official is None:
        return words("acts.by_command" if act.deed is Deed.IMPORTED else "acts.erased")
    return _name(words, act.official)


def _name(words: Words, official: Official) -> Markup:
    return escape(official.name, A_NAME) if official.name else words("organisers.unnamed", number=official.id)


def _what(words: Words, act: Act, people: Mapping[int, Official]) -> Iterator[Markup]:
    """Yield the deed and all that is kept of it beside."""
    yield words(f"acts.deed.{act.deed}")
    if "what" in act.args:
        yield words(f"forecast.kind.{act.args['what']}")
    if "role" in act.args:
        yield words(_ROLES[Role(act.args["role"])])
    if "whom" in act.args:
        yield _name(words, people[act.whom]) if act.whom else words("acts.erased")
    if "at" in act.args and act.programme:
        yield dates.moment(words, datetime.fromisoformat(act.args["at"]), act.programme.zone)
    for name, key in _COUNTS.items():
        if int(act.args.get(name) or 0):
            yield words(key, n=act.args[name])
    for name, key in _ARGS.items():
        if act.args.get(name):
            yield words(key, **{name: escape(act.args[name], A_VALUE)})


def _changes(words: Words, act: Act) -> Iterator[Markup]:
    if act.before and act.after and act.programme and act.deed in {Deed.CHANGED, Deed.UNDONE}:
        yield from fitting(words, differences(words, act.programme.zone, act.before, act.after), ROOM)
