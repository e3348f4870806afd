"""The courier put together: its lanes, and the rounds that each of them makes for itself. Never imports storage."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.chat_paces import ChatPaces
from bot.lanes import Lanes
from bot.rounds import Rings, Rounds
from bot.sending import Apis, Sending
from bot.settings import Settings
from domain.desks.courier import Courier, Lapsing, Work
from domain.desks.delivering import Delivering
from domain.desks.dispatching import Dispatching
from domain.desks.fan_outs import FanOutLane
from domain.desks.posting import Posting
from domain.desks.precedence import Precedence
from domain.desks.progress import ProgressLane
from domain.desks.reach import Reach
from domain.desks.replying import Replying
from domain.desks.scheduled import Scheduled
from domain.desks.stillness import Stillness
from domain.notice import Lane
from domain.ports import Alarm, Clock, Storage
from handlers.messenger import Messages

CLAIMED_AHEAD = 0.1
"""Seconds of sending for which a lane claims notices at a time: fresh when they leave, and few transactions."""
FEWEST = 8


@dataclass(frozen=True, slots=True)
class Delivery:
    """The courier, the lane by which turns send their replies, the rounds of all lanes, and those of notices.

    ``paused`` tells until when nothing is sent unasked, because of Telegram or the network.
    """

    courier: Courier
    replying: Replying
    rounds: Sequence[Rounds]
    lanes: Sequence[Delivering]
    paused: Callable[[], datetime | None]


@dataclass(frozen=True, slots=True)
class Outside:
    """What the courier needs that is made elsewhere.

    ``rings`` wake every lane; what is long gives way to whoever takes ``precedence``; while room for what is stored is
    ``scarce``, announcements wait.
    """

    storage: Storage
    clock: Clock
    alarm: Alarm
    rings: Rings
    precedence: Precedence
    scarce: Callable[[], bool]


def assemble(settings: Settings, outside: Outside, apis: Apis, messages: Messages) -> Delivery:
    """Join the lanes; each looks for work of its own, so that none waits for another."""
    storage, clock = outside.storage, outside.clock
    slots, stillness = Lanes(settings.sending.messages_a_second), Stillness()
    chats, paid = ChatPaces(settings.sending.per_chat), settings.sending.paid
    sending = Sending(apis, messages, clock, slots, chats, paid=paid)
    replying = Replying(storage, sending, clock, stillness, outside.rings.add())
    lanes: list[Delivering] = [_lane(each, settings, outside, sending, stillness) for each in _NOTICES]
    progress = ProgressLane(storage, sending, clock, messages.progress)
    courier = Courier(
        storage,
        clock,
        outside.alarm,
        stillness,
        falling_due=(
            Lapsing(storage).lapse_due,
            Scheduled(storage).publish_due,
            FanOutLane(storage, outside.precedence),
            Dispatching(storage).end_due,
            Reach(storage).report_due,
        ),
        sending=(
            replying.deliver_due,
            *(lane.deliver_due for lane in lanes),
            Posting(storage, sending, clock, stillness).deliver_due,
            progress,
        ),
        stir=outside.rings.ring,
    )
    rungs: dict[Work, asyncio.Event] = {lane.deliver_due: lane.rung for lane in lanes}
    rungs[replying.deliver_due] = replying.rung
    works = (*courier.falling_due, *courier.sending)
    rounds = [Rounds(partial(courier.look, work), rungs.get(work) or outside.rings.add()) for work in works]
    return Delivery(courier, replying, rounds, lanes, partial(_paused, clock, slots, stillness))


_NOTICES = (Lane.TIMELY, Lane.ANNOUNCEMENTS)


def _lane(lane: Lane, settings: Settings, outside: Outside, sending: Sending, stillness: Stillness) -> Delivering:
    at_a_time = max(FEWEST, round(settings.sending.messages_a_second * CLAIMED_AHEAD))
    return Delivering(
        outside.storage,
        sending,
        outside.clock,
        stillness,
        lane,
        batch=at_a_time,
        places=settings.sending.at_once,
        rung=outside.rings.add(),
        waits=outside.scarce if lane is Lane.ANNOUNCEMENTS else _never,
    )


def _never() -> bool:
    return False


def _paused(clock: Clock, slots: Lanes, stillness: Stillness) -> datetime | None:
    return clock.now() + timedelta(seconds=slots.pause) if slots.pause else stillness.until
