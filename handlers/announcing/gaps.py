"""Gaps: what several drafts lack is asked for once and typed once, one thing after another. Never imports storage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import dropwhile
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
    Field.HOURS: lambda stated: stated.start is not None and stated.start.hour is None,
    Field.PLACE: lambda stated: stated.mode is not Mode.ONLINE and not (stated.place and stated.place.name),
    Field.ONLINE: lambda stated: stated.mode in {Mode.ONLINE, Mode.HYBRID} and stated.online_url is None,
    Field.CAPACITY: lambda stated: stated.capacity is None,
    Field.TOPICS: lambda stated: not stated.topics,
}
"""What may be the same for many drafts, and which of them lack it."""
OF_ONE: Final[Mapping[Field, Callable[[Draft], bool]]] = {
    Field.TITLE: lambda stated: stated.title is None,
    Field.WHEN: lambda stated: stated.start is None,
}
"""Without these a draft cannot be published, and no two have the same."""
_FOR_SOME = re.compile(r"\s*(\d{1,3}(?:\s*[-–,]\s*\d{1,3})*)\s*:(?!\d)\s*(\S.*)", re.DOTALL)


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
    for field, lacks in OF_ONE.items():
        if alone := next((each for each in seen.drafts if lacks(each.draft)), None):
            await draft.wait_for(context, alone.id, field)
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
    """Return the drafts that lack a field, by their numbers on the sheet."""
    return {at: each for at, each in enumerate(seen.drafts, start=1) if OF_ALL[field](each.draft)}


async def answered(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed answer for all drafts that lack a field, or for those whose numbers stand before it."""
    asked = waiting.statement(prompt.data)
    if not (seen := await _open(context, asked.number)):
        return
    chosen, told = _chosen(seen, asked.field, text)
    stated: dict[Draft, Draft] = {}
    for at, each in chosen.items():
        now = stating.state(each.draft, asked.field, told, context.office.now, seen.announcement.programme.zone)
        if isinstance(now, Unclear):
            several = at if len(chosen) > 1 else None
            why = replies.misfit(context.words, now, asked.field, several)
            await unanswered.refuse(context, text, replies.ask_all(context.words, seen, asked.field, list(chosen), why))
            return
        stated[each.draft] = now
    outcome = await context.office.drafts.restate_all(
        context.official, asked.number, lambda before: stated.get(before, before)
    )
    if isinstance(outcome, Sheet):
        await _go_on(context, outcome, asked.field, chosen)
    else:
        await context.office.profile.answered(context.official)
        sheet.tell(context, outcome)


async def _go_on(context: Context, seen: Sheet, field: Field, chosen: Iterable[int]) -> None:
    """Tell that an answer is kept, and ask for the same of the other drafts or for what is missing next."""
    said = context.words("draft.saved", name=fields.name(context.words, field))
    others = _lacking(seen, field).keys() - set(chosen)
    await _ask_next(context, seen, _from(field)[0 if others else 1 :], said)


def _chosen(seen: Sheet, field: Field, text: str) -> tuple[dict[int, Drafted], str]:
    """Return the drafts that an answer is for, and the answer without their numbers: „1, 3-5: 9-12”."""
    lacking = _lacking(seen, field)
    found = _FOR_SOME.fullmatch(text)
    numbers = _numbers(found[1]) if found else set()
    if not found or not numbers or not numbers <= set(range(1, len(seen.drafts) + 1)):
        return lacking, text
    return {at: each for at, each in enumerate(seen.drafts, start=1) if at in numbers}, found[2]


def _numbers(text: str) -> set[int]:
    numbers: set[int] = set()
    for part in text.split(","):
        first, *last = (int(each) for each in re.split(r"[-–]", part))
        numbers |= set(range(first, (last or [first])[-1] + 1))
    return numbers
