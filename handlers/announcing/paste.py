"""Pasting an announcement: for which programme, the text itself, what was read of it. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from domain.desks.organisers import Denial
from domain.drafting import NothingFound, Pasted
from domain.programme.form import DEFAULT_TIMEZONE
from domain.scope import scope
from handlers.announcing import unanswered, waiting
from handlers.announcing.waiting import A_PART, ANNOUNCEMENT, CONTINUED, OFFERED, PROGRAMME, Parts
from handlers.answering import refuse
from handlers.replies.announcing import paste as replies
from handlers.replies.announcing import sheet
from handlers.texts.markup import Markup, clean

if TYPE_CHECKING:
    from domain.ports import Prompt
    from handlers.buttons import PasteFor
    from handlers.context import Context

LONGEST_NAME: Final = 120
SHORTEST_NAME: Final = 3


async def command(context: Context, text: str) -> None:
    """Answer /nowe: what stands behind it is the announcement."""
    if text:
        await read(context, waiting.begun(text, context.office.now))
    else:
        await show(context)


async def show(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show how to begin, and wait for a text."""
    if programme := await _programme(context, Parts(), ANNOUNCEMENT):
        await wait(context, programme)


async def wait(context: Context, programme: int, said: Markup | None = None) -> None:
    """Wait for the text of an announcement."""
    await waiting.keep(context, ANNOUNCEMENT, Parts(programme))
    unfinished = await context.office.drafts.unfinished(context.official)
    context.show(replies.paste(context.words, len(unfinished)).led_by(said))


async def show_sample(context: Context, _: Any = None) -> None:  # noqa: ANN401
    """Show an announcement as it could be pasted."""
    context.show(replies.sample(context.words))


async def _programme(context: Context, parts: Parts, awaits: str) -> int | None:
    """Return the programme that is meant, or ask which one, or for the name of the first, or tell of missing rights."""
    programmes = await context.office.drafts.programmes(context.official)
    covered = {each.id for each in programmes}
    if parts.programme in covered:
        return parts.programme
    if len(covered) == 1 and not parts.programme:
        return programmes[0].id
    if programmes and not parts.programme:
        await waiting.keep(context, awaits, parts)
        context.show(replies.which_programme(context.words, programmes))
    elif not programmes and scope(await context.office.organisers.grants(context.official)).everywhere:
        await waiting.keep(context, PROGRAMME, parts)
        context.show(replies.name_programme(context.words))
    else:
        refuse(context, Denial.NO_RIGHTS)
    return None


async def choose(context: Context, press: PasteFor) -> None:
    """Read the text that is at hand for a programme, or wait for one."""
    prompt = await context.office.profile.awaited(context.official)
    if prompt and prompt.awaits == OFFERED:
        parts = waiting.parts(prompt.data)
        await read(context, Parts(press.programme, parts.text, parts.at, parts.last))
    elif await _programme(context, Parts(press.programme), ANNOUNCEMENT):
        await wait(context, press.programme)


async def named(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed text as the name of the first programme."""
    name = clean(text)
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or not any(sign.isalpha() for sign in name):
        await unanswered.refuse(context, text, replies.bad_programme(context.words))
        return
    programme = await context.office.drafts.found_programme(context.official, name, DEFAULT_TIMEZONE)
    if isinstance(programme, Denial):
        await context.office.profile.answered(context.official)
        refuse(context, programme)
        return
    parts = waiting.parts(prompt.data)
    if parts.text:
        await read(context, Parts(programme.id, parts.text, parts.at, parts.last))
    else:
        await wait(context, programme.id, replies.founded(context.words, programme))


async def taken(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed text as the announcement that was waited for, or as its next part."""
    now = context.office.now
    before = waiting.parts(prompt.data)
    await read(context, before.continued(text, now) or waiting.begun(text, now, before.programme))


async def read(context: Context, parts: Parts) -> None:
    """Read a text into drafts, in place of those read from its first parts; what was stated by hand is kept."""
    programme = await _programme(context, parts, OFFERED)
    if programme is None:
        return
    outcome = await context.office.drafts.paste(context.official, programme, storable(parts.text))
    if parts.announcement:
        await context.office.drafts.discard(context.official, parts.announcement)
    chosen = Parts(programme, parts.text, parts.at, parts.last)
    match outcome:
        case Denial():
            await context.office.profile.answered(context.official)
            refuse(context, outcome)
        case NothingFound():
            await waiting.keep(context, ANNOUNCEMENT, chosen if parts.last >= A_PART else Parts(programme))
            await unanswered.refuse(context, parts.text, replies.nothing(context.words, outcome))
        case Pasted(seen, problems, unchanged):
            await _wait_for_rest(context, chosen, seen.announcement.id)
            context.show(sheet.sheet(context.words, seen, remarks=sheet.Remarks(problems, unchanged)))


async def _wait_for_rest(context: Context, parts: Parts, announcement_id: int) -> None:
    """Be ready for the next part of a text that Telegram may have cut; else wait for nothing."""
    if parts.last >= A_PART:
        rest = Parts(parts.programme, parts.text, parts.at, parts.last, announcement_id)
        await waiting.keep(context, CONTINUED, rest)
    else:
        await context.office.profile.answered(context.official)


def storable(text: str) -> str:
    """Return a text without what no database keeps: NUL, halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()
