"""Messages to many: an organiser writes one, looks at it and lets it go out.

Nothing is decided here: every right is checked where the act is done. Never imports storage.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, assert_never

from domain.broadcast import Begun, Broadcast, Composed, Recounted, Settled, Turned, Unfit
from domain.desks.organisers import Denial
from handlers import composing
from handlers.answering import refuse
from handlers.formatted import formatted
from handlers.replies import broadcasts as replies
from handlers.reply import Toast
from handlers.texts.markup import Markup, clean, units, visible

if TYPE_CHECKING:
    from telegram import Message

    from domain.ports import Prompt
    from handlers.buttons import (
        ComposeBroadcast,
        DiscardBroadcast,
        PreviewBroadcast,
        SendBroadcast,
        TryBroadcast,
        WriteBroadcast,
    )
    from handlers.context import Context


async def command(context: Context, text: str) -> None:
    """Answer /ogloszenie: what stands behind it is the text, where there is only one programme to write it for."""
    programmes = await context.office.composing.programmes(context.official)
    if not text or isinstance(programmes, Denial) or len(programmes) != 1:
        await show(context)
        return
    begun = await context.office.composing.compose(context.official, programmes[0].id)
    if isinstance(begun, Broadcast):
        await _take(context, begun.id, visible(Markup(escape(text))), units(text) if clean(text) else 0)
    else:
        refuse(context, begun)


async def show(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show the messages that went out last, and the way to a new one."""
    programmes = await context.office.composing.programmes(context.official)
    newest = await context.office.broadcasts.newest(context.official)
    if isinstance(programmes, Denial):
        refuse(context, programmes)
    elif isinstance(newest, Denial):
        refuse(context, newest)
    else:
        context.show(replies.overview(context.words, programmes, newest))


async def compose(context: Context, press: ComposeBroadcast) -> None:
    """Begin a message; for whom it is comes first."""
    outcome = await context.office.composing.compose(context.official, press.programme)
    if isinstance(outcome, Broadcast):
        await composing.ask_audience(context, outcome)
    else:
        refuse(context, outcome)


async def ask_text(context: Context, press: WriteBroadcast) -> None:
    """Wait for another text."""
    if seen := await composing.opened(context, press.broadcast):
        await composing.ask_text(context, seen)


async def write(context: Context, prompt: Prompt, message: Message) -> None:
    """Take a typed text, with its bold words and links, as that of the message waited for."""
    text = message.text or ""
    await _take(context, int(prompt.data), formatted(message), units(text) if clean(text) else 0)


async def _take(context: Context, broadcast_id: int, text: str, length: int) -> None:
    """Give a message its text and go on; one that cannot be sent is waited for still."""
    match outcome := await context.office.composing.write(context.official, broadcast_id, text, length):
        case Unfit():
            context.reply(replies.unfit(context.words, broadcast_id, outcome))
            return
        case Settled():
            context.reply(replies.gone(context.words, outcome))
        case Composed():
            await composing.go_on(context, outcome)
        case Denial():
            refuse(context, outcome)
        case _:
            assert_never(outcome)
    await context.office.profile.answered(context.official)


async def preview(context: Context, press: PreviewBroadcast) -> None:
    """Show the message, or ask for what it lacks."""
    if seen := await composing.opened(context, press.broadcast):
        await composing.go_on(context, seen)


async def send_test(context: Context, press: TryBroadcast) -> None:
    """Send the message to nobody but who asks."""
    seen = await composing.opened(context, press.broadcast)
    message = replies.message(context.words, seen.broadcast) if seen else None
    if message:
        context.reply(message)
        context.toast(Toast(context.words.plain("broadcast.tried")))
    elif seen:
        await composing.go_on(context, seen)


async def send(context: Context, press: SendBroadcast) -> None:
    """Let it go out to as many people as the button says; its progress takes the place of the message pressed."""
    exchange, words = context.exchange, context.words
    outcome = await context.office.composing.send(
        context.official, press.broadcast, press.people, exchange.chat_id, exchange.pressed
    )
    match outcome:
        case Begun():
            context.toast(replies.begun(words, outcome))
        case Recounted(composed):
            context.toast(replies.recounted(words))
            context.show(replies.preview(words, composed, context.office.rules.rate))
        case Settled():
            context.toast(replies.settled(words, outcome))
        case Denial():
            refuse(context, outcome)
        case _:
            assert_never(outcome)


async def discard(context: Context, press: DiscardBroadcast) -> None:
    """Never send it."""
    outcome = await context.office.composing.discard(context.official, press.broadcast)
    match outcome:
        case Turned():
            await _wait_no_longer(context, press.broadcast)
            context.show(replies.discarded(context.words))
        case Settled():
            context.toast(replies.settled(context.words, outcome))
        case Denial():
            refuse(context, outcome)
        case _:
            assert_never(outcome)


async def _wait_no_longer(context: Context, broadcast_id: int) -> None:
    prompt = await context.office.profile.awaited(context.official)
    if prompt and (prompt.awaits, prompt.data) == (composing.TEXT, str(broadcast_id)):
        await context.office.profile.answered(context.official)
