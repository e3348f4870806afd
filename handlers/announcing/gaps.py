"""Gaps: what several drafts lack is asked for once and typed once, one thing after another. Never imports storage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import dropwhile, islice
from typing import TYPE_CHECKING, Final

from domain import stating
from domain.drafting import Sheet
from domain.stating import Field, Unclear
from domain.training import Mode
from handlers.announcing import draft, sheet, unanswered, waiting
from handlers.announcing.waiting import GAP, Statement
from handlers.replies.announcing import draft as replies
from handlers.replies.announcing import fields

if TYPE_CHECKING:
    from domain.announced import Drafted
    from domain.ports import Prompt
    from domain.training import Draft
    from handlers.buttons import FillGaps, SkipGap
    from handlers.context import Context
    from handlers.texts.markup import Markup

OF_ALL: Final[Mapping[Field, Callable[[Draft], bool]]] = {
    Field.TITLE: lambda stated: stated.title is None,
    Field.HOURS: lambda stated: stated.start is not None and stated.start.hour is None,
    Field.PLACE: lambda stated: stated.mode is not Mode.ONLINE and not (stated.place and stated.place.name),
    Field.ONLINE: lambda stated: stated.mode in {Mode.ONLINE, Mode.HYBRID} and stated.online_url is None,
    Field.CAPACITY: lambda stated: stated.capacity is None,
    Field.TOPICS: lambda stated: not stated.topics,
}
"""What is asked for in turn, and which drafts lack it; all but the title may be the same for many."""
_NUMBERS: Final = r"\d{1,3}(?:\s*[-–,]\s*\d{1,3})*"
_FOR_SOME = re.compile(rf"\s*({_NUMBERS})\s*:(?!\d)\s*(\S.*)", re.DOTALL)
_FOR_OTHERS = re.compile(rf"[;\n]\s*(?={_NUMBERS}\s*:(?!\d))")


async def fill(context: Context, press: FillGaps) -> None:
    """Ask for the first thing that is missing."""
    if seen := await _open(context, press.announcement):
        await _ask_next(context, seen, list(OF_ALL))


async def skip(context: Context, press: SkipGap) -> None:
    """Ask for what is missing after this."""
    if seen := await _open(context, press.announcement):
        await _ask_next(context, seen, _from(press.field)[1:])


def _from(field: Field) -> list[Field]:
    """Return what is asked for from a field on, in order."""
    return list(dropwhile(lambda each: each is not field, OF_ALL))


async def _open(context: Context, announcement_id: int) -> Sheet | None:
    seen = await context.office.drafts.sheet(context.official, announcement_id)
    if isinstance(seen, Sheet) and seen.open:
        return seen
    await context.office.profile.answered(context.official)
    sheet.tell(context, seen)
    return None


async def _ask_next(context: Context, seen: Sheet, order: list[Field], said: Markup | None = None) -> None:
    if dateless := next((each for each in seen.drafts if each.draft.start is None), None):
        await draft.wait_for(context, dateless.id, Field.WHEN)
        return
    for field in order:
        if lacking := _lacking(seen, field):
            number = seen.announcement
            await waiting.ask(context, GAP, Statement(number.id, number.version, field))
            known = await draft.known(context, field)
            context.show(replies.ask_all(context.words, seen, field, list(lacking), said, known))
            return
    await context.office.profile.answered(context.official)
    sheet.tell(context, seen, said=said)


def _lacking(seen: Sheet, field: Field) -> dict[int, Drafted]:
    """Return the drafts that are asked about a field, by their numbers on the sheet: no two have the same title."""
    lacking = {at: each for at, each in enumerate(seen.drafts, start=1) if OF_ALL[field](each.draft)}
    return dict(islice(lacking.items(), 1)) if field is Field.TITLE else lacking


async def answered(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed answer for all drafts that lack a field, or for those whose numbers stand before it."""
    asked = waiting.statement(prompt.data)
    if not (seen := await _open(context, asked.number)):
        return
    parts = _parts(seen, asked.field, text)
    stated: dict[Draft, Draft] = {}
    for at, each, told in parts:
        now = stating.state(each.draft, asked.field, told, context.office.now, seen.announcement.programme.zone)
        if isinstance(now, Unclear):
            lacking = list(_lacking(seen, asked.field))
            why = replies.misfit(context.words, now, asked.field, at if len({*lacking, at}) > 1 else None)
            await unanswered.refuse(context, text, replies.ask_all(context.words, seen, asked.field, lacking, why))
            return
        stated[each.draft] = now
    outcome = await context.office.drafts.restate_all(
        context.official, asked.number, lambda before: stated.get(before, before)
    )
    if isinstance(outcome, Sheet):
        await _go_on(context, outcome, asked.field, {at for at, _, _ in parts})
    else:
        await context.office.profile.answered(context.official)
        sheet.tell(context, outcome)


async def _go_on(context: Context, seen: Sheet, field: Field, chosen: Iterable[int]) -> None:
    """Tell that an answer is kept, and ask for the same of the other drafts or for what is missing next."""
    said = context.words("draft.saved", name=fields.name(context.words, field))
    others = _lacking(seen, field).keys() - set(chosen)
    await _ask_next(context, seen, _from(field)[0 if others else 1 :], said)


def _parts(seen: Sheet, field: Field, text: str) -> list[tuple[int, Drafted, str]]:
    """Return which draft each part of an answer is for: „1, 3-5: 9-12”, such parts in lines, or the whole for all."""
    drafts = dict(enumerate(seen.drafts, start=1))
    for parts in [] if field is Field.TITLE else [_FOR_OTHERS.split(text), [text]]:
        found = [_FOR_SOME.fullmatch(each) for each in parts]
        numbered = [(_numbers(each[1]), each[2]) for each in found if each]
        if len(numbered) == len(parts) and all(numbers and numbers <= drafts.keys() for numbers, _ in numbered):
            return [(at, drafts[at], told) for numbers, told in numbered for at in sorted(numbers)]
    return [(at, each, text) for at, each in _lacking(seen, field).items()]


def _numbers(text: str) -> set[int]:
    numbers: set[int] = set()
    for part in text.split(","):
        first, *last = (int(each) for each in re.split(r"[-–]", part))
        numbers |= set(range(first, (last or [first])[-1] + 1))
    return numbers
