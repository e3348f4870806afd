"""Sending: the messenger that paces calls to Telegram and tells what became of each. Never imports storage."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

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

from bot.chat_paces import ChatPaces, Rests
from bot.lanes import Lanes
from bot.losses import LOSSES, loss_of
from bot.settings.schema import FREE_RATE
from bot.telegram import LARGEST, BotApi, NotConnectedError, seconds_to_wait
from bot.trouble import Trouble
from domain.chats import Gone, Loss, Posted, Shut, Venue
from domain.notice import Claimed, Delivered, Delivery, Lane, Moved, NotSent, Pointless, Refused, Uncertain
from domain.ports import Clock, DuePost, Outgoing, Slot
from handlers.messenger import Messages

log = structlog.get_logger()

TOKEN_PAUSE = 30.0
"""Seconds without any sending after Telegram refused the token."""

CONNECTION_PAUSE = 5.0

AT_ONCE = 1.0
"""Seconds that a message waits for its chat's own pace; for longer it is put back."""

_CHARGED = frozenset({"sendMessage", "sendDocument", "sendPhoto"})

_NOBODY_THERE = ("user not found", *LOSSES)
_GONE_FOR_EDITING = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
_NOT_OURS = (*_NOBODY_THERE, *_GONE_FOR_EDITING, "message to delete not found", "message can't be deleted")


@dataclass(frozen=True, slots=True)
class Apis:
    """Ways to the Bot API, each over connections of its own, so that none waits for another's."""

    polls: BotApi
    taps: BotApi
    notices: BotApi


class Sending:
    """Implements the messenger port: slots lane by lane, notices rendered when sent, one call each, never raises.

    ``paid`` lets Telegram charge for more messages than are free, until it refuses to.
    """

    def __init__(
        self,
        apis: Apis,
        messages: Messages,
        clock: Clock,
        lanes: Lanes,
        chats: ChatPaces,
        *,
        paid: bool = False,
    ) -> None:
        self._apis = apis
        self._paid = paid
        self._messages = messages
        self._clock = clock
        self._lanes = lanes
        self._chats = chats
        self._rests = Rests()
        self._trouble = Trouble("sending")

    async def slots(self, lane: Lane, most: int = 1, *, chat_id: int | None = None) -> list[Slot]:
        """Wait for the pace of a chat, if one is named, then for that of all; return up to so many slots."""
        if chat_id is not None:
            await asyncio.sleep(self.rest(chat_id))
        return await self._lanes.slots(lane, most)

    def rest(self, chat_id: int) -> float:
        """Return for how many seconds a chat is to be left alone."""
        return max(self._chats.wait(chat_id, monotonic()), self._rests.wait(chat_id, self._clock.now()))

    async def deliver(self, notice: Claimed, until: datetime | None, slot: Slot) -> Delivery:
        """Render a notice as the world is now and send it once."""
        try:
            message = self._messages.render(notice, self._clock.now(), until)
        except Exception as error:
            log.exception("notice not rendered", notice=notice.id, kind=notice.kind)
            return Refused(type(error).__name__, ours=True)
        if not message:
            return Pointless("nothing differs any more")
        return await self._leave(self._apis.notices, message, slot)

    async def reply(self, reply: Outgoing, slot: Slot) -> Delivery:
        """Send a reply once; an edit of a message that is gone becomes a message of its own."""
        delivery = await self._leave(self._apis.taps, reply, slot)
        if (
            reply.method == "editMessageText"
            and isinstance(delivery, Refused)
            and _matches(delivery, _GONE_FOR_EDITING)
        ):
            body = {name: value for name, value in reply.body.items() if name != "message_id"}
            (slot,) = await self.slots(Lane.TAPS)
            return await self._leave(self._apis.taps, Outgoing(reply.chat_id, "sendMessage", body), slot)
        return delivery

    async def post(self, post: DuePost, slot: Slot) -> tuple[Posted, str]:
        """Send a post, or edit it where it shows something else."""
        try:
            call, looks = self._messages.post(post, self._clock.now())
        except Exception as error:
            log.exception("post not rendered", post=post.id)
            return Refused(type(error).__name__, ours=True), post.looks
        if looks == post.looks and not post.new:
            return Pointless("nothing differs"), looks
        return posted(await self._leave(self._apis.notices, call, slot), post.chat.spot.venue), looks

    async def _leave(self, api: BotApi, call: Outgoing, slot: Slot) -> Delivery:
        """Make a call at its instant, or not at all where its chat is to be left alone for longer."""
        if (rest := self.rest(call.chat_id)) > AT_ONCE:
            return NotSent("the chat rests", rest)
        now, known = monotonic(), self._rests.latest(call.chat_id)
        at = max(slot, now + rest)
        self._chats.leave(call.chat_id, at)  # before it waits, so that the next one waits for it
        if at > now:
            await asyncio.sleep(at - now)
        if self._rests.latest(call.chat_id) != known:
            return NotSent("the chat rests", self.rest(call.chat_id))
        left = self._lanes.left(slot)
        delivery = await self._call(api, call)
        self._lanes.answered(left)
        return delivery

    async def _call(self, api: BotApi, call: Outgoing) -> Delivery:
        try:
            result = await api.call(call.method, self._charged(call))
        except TelegramError as error:
            delivery = outcome_of(error)
            self._learn(call.chat_id, error, delivery)
        except Exception as error:
            log.exception("call failed", method=call.method)
            return Refused(type(error).__name__, ours=True)
        else:
            delivery = Delivered(_number_of(result))
        self._note(delivery, call.method)
        return delivery

    def _note(self, delivery: Delivery, method: str) -> None:
        """Log what is not the affair of one person: that is told by the row."""
        match delivery:
            case NotSent(reason):
                self._trouble.failed(reason, method=method)
            case Uncertain() | Refused(ours=True):
                self._trouble.failed(type(delivery).__name__, method=method)
            case _:
                self._trouble.worked()

    def _charged(self, call: Outgoing) -> Mapping[str, Any]:
        """Return the body of a call, which may cost something where that is wanted."""
        return {**call.body, "allow_paid_broadcast": True} if self._paid and call.method in _CHARGED else call.body

    def _learn(self, chat_id: int, error: TelegramError, delivery: Delivery) -> None:
        """Leave alone whom Telegram wants left alone, and go back to what is free when it takes no payment."""
        if isinstance(error, RetryAfter):
            now, after = self._clock.now(), seconds_to_wait(error)
            self._rests.begin(chat_id, now, now + timedelta(seconds=after))
            self._lanes.refused(chat_id, after)
        elif isinstance(delivery, NotSent) and delivery.alarm and self._paid:
            self._paid = False
            self._lanes.limit(FREE_RATE)
            log.error("paid broadcasts are refused", rate=FREE_RATE)


def _number_of(message: object) -> int | None:
    """Return the number of a message; ``None`` where Telegram names none, as 0 is for one that it has yet to send."""
    number = message.get("message_id") if isinstance(message, dict) else None
    return number if type(number) is int and 0 < number < LARGEST else None


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
        case BadRequest() if "floodskip" in text:
            return NotSent("paid broadcasts refused", 0.0, alarm="paid_refused")
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
