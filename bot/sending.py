"""Sending: the messenger that paces calls to Telegram and tells what became of each. Never imports storage."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.losses import LOSSES, loss_of
from bot.pace import Pace
from bot.telegram import BotApi, NotConnectedError, seconds_to_wait
from domain.chats import Gone, Loss, Posted, Shut, Venue
from domain.notice import Claimed, Delivered, Delivery, Moved, NotSent, Pointless, Refused, Uncertain
from domain.ports import Clock, DuePost, Outgoing
from handlers.messenger import Messages

log = structlog.get_logger()

TOKEN_PAUSE = 30.0
"""Seconds without any sending after Telegram refused the token."""

CONNECTION_PAUSE = 5.0

REPLIES_AT_ONCE = 100
"""Places for replies: so many that people whose calls hang leave enough of them to the others."""

_NOBODY_THERE = ("user not found", *LOSSES)
_GONE_FOR_EDITING = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
_NOT_OURS = (*_NOBODY_THERE, *_GONE_FOR_EDITING, "message to delete not found", "message can't be deleted")


class Sending:
    """Implements the messenger port: slots at an even pace, notices rendered when sent, one call each, never raises.

    ``rate`` is messages a second, ``concurrency`` how many notices may be on their way at the same time.
    """

    def __init__(self, api: BotApi, messages: Messages, clock: Clock, *, rate: float, concurrency: int) -> None:
        self._api = api
        self._messages = messages
        self._clock = clock
        self._pace = Pace(rate)
        self._notices = asyncio.Semaphore(concurrency)
        self._replies = asyncio.Semaphore(REPLIES_AT_ONCE)

    @asynccontextmanager
    async def slot(self, *, reply: bool) -> AsyncIterator[None]:
        """Wait for the next evenly spaced slot; replies and notices on their way take no places from each other."""
        async with self._replies if reply else self._notices:
            await self._pace.slot()
            yield

    async def deliver(self, notice: Claimed, until: datetime | None) -> Delivery:
        """Render a notice as the world is now and send it once."""
        try:
            message = self._messages.render(notice, self._clock.now(), until)
        except Exception as error:
            log.exception("notice not rendered", notice=notice.id, kind=notice.kind)
            return Refused(type(error).__name__, ours=True)
        return await self.reply(message) if message else Pointless("nothing differs any more")

    async def reply(self, reply: Outgoing) -> Delivery:
        """Send a reply once; an edit of a message that is gone becomes a message of its own."""
        delivery = await self._call(reply)
        if (
            reply.method == "editMessageText"
            and isinstance(delivery, Refused)
            and _matches(delivery, _GONE_FOR_EDITING)
        ):
            body = {name: value for name, value in reply.body.items() if name != "message_id"}
            return await self._call(Outgoing(reply.chat_id, "sendMessage", body))
        return delivery

    async def post(self, post: DuePost) -> tuple[Posted, str]:
        """Send a post, or edit it where it shows something else."""
        try:
            call, looks = self._messages.post(post, self._clock.now())
        except Exception as error:
            log.exception("post not rendered", post=post.id)
            return Refused(type(error).__name__, ours=True), post.looks
        if looks == post.looks and not post.new:
            return Pointless("nothing differs"), looks
        return posted(await self._call(call), post.chat.spot.venue), looks

    async def _call(self, reply: Outgoing) -> Delivery:
        try:
            result = await self._api.call(reply.method, reply.body)
        except TelegramError as error:
            delivery = outcome_of(error)
        except Exception as error:
            log.exception("call failed", method=reply.method)
            return Refused(type(error).__name__, ours=True)
        else:
            return Delivered(result.get("message_id") if isinstance(result, dict) else None)
        if not isinstance(delivery, Delivered):
            log.warning("not delivered", method=reply.method, outcome=type(delivery).__name__)
        return delivery


def posted(delivery: Delivery, venue: Venue) -> Posted:
    """Tell a message that is gone and a chat that is shut from a refusal of the post itself.

    In a channel an editor without the right to post cannot edit; in a group one's own message can always be.
    """
    if not isinstance(delivery, Refused):
        return delivery
    if venue is Venue.CHANNEL and _matches(delivery, ("message can't be edited",)):
        return Shut(Loss.RIGHTS)
    if _matches(delivery, _GONE_FOR_EDITING):
        return Gone()
    loss = loss_of(delivery)
    return Shut(loss) if loss else delivery


def outcome_of(error: TelegramError) -> Delivery:
    """Tell what an error of Telegram's or the network's means for one message.

    The order matters: PTB's ``BadRequest`` and ``TimedOut`` are network errors by inheritance.
    """
    text = error.message.lower()
    match error:
        case RetryAfter():
            return NotSent("flood control", seconds_to_wait(error))
        case Forbidden():
            return Refused(_reason(text))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case InvalidToken():
            return NotSent("token refused", TOKEN_PAUSE, everyone=True)
        case NotConnectedError():
            return NotSent("no connection", CONNECTION_PAUSE, everyone=True)
        case BadRequest() if "message is not modified" in text:
            return Delivered()
        case BadRequest():
            return Refused(error.message, ours=not any(phrase in text for phrase in _NOT_OURS))
        case NetworkError() if "too many requests" in text:
            return NotSent("flood control", CONNECTION_PAUSE)
        case _:  # timed out, cut off, a server's error, an answer that is no JSON: it may have arrived
            return Uncertain(error.message)


def _reason(text: str) -> str:
    known = ("blocked", "deactivated", "can't initiate", "kicked")
    return next((word for word in known if word in text), "forbidden")


def _matches(delivery: Refused, phrases: tuple[str, ...]) -> bool:
    return any(phrase in delivery.reason.lower() for phrase in phrases)
