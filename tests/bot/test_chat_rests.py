"""Messages to one chat that come at once: each waits for those before it, or is put back."""

import asyncio
from time import monotonic

from bot.chat_paces import AT_ONCE, ChatPaces
from bot.lanes import Lanes
from bot.sending import Sending
from domain.notice import Delivered, Lane, NotSent, Refused
from domain.ports import Outgoing, Slot
from handlers.messenger import Messages
from playground.faults import Fault, too_many
from tests.conversations.programmes import training
from tests.conversations.towns import town_of

GROUP = -1001


async def test_answers_in_a_group_that_come_at_once_do_not_all_leave_at_the_same_time() -> None:
    async with town_of(training()) as town:
        messages = Messages(town.bot.service)
        sending = Sending(town.bot.apis, messages, town.clock, Lanes(1000), ChatPaces(60))
        reply = Outgoing(GROUP, "sendMessage", {"chat_id": GROUP, "text": "Dzień dobry"})
        sent = await asyncio.gather(*(sending.reply(reply, Slot(monotonic())) for _ in range(2 * AT_ONCE)))
    assert [type(each) for each in sent[:AT_ONCE]] == [Refused] * AT_ONCE  # there is no such group
    assert [type(each) for each in sent[AT_ONCE + 1 :]] == [NotSent] * (AT_ONCE - 1)


async def test_chat_that_telegram_wants_left_alone_is_not_waited_for() -> None:
    async with town_of(training()) as town:
        sending = Sending(town.bot.apis, Messages(town.bot.service), town.clock, Lanes(1000), ChatPaces(60))
        town.world.faults.add(Fault(too_many(60), "sendMessage", GROUP))
        reply = Outgoing(GROUP, "sendMessage", {"chat_id": GROUP, "text": "Dzień dobry"})
        sent = [await sending.reply(reply, Slot(monotonic())) for _ in range(2)]
    assert sent == [NotSent("flood control", 60.0), NotSent("the chat rests", 60.0)]
    assert len(town.world.called("sendMessage")) == 1


async def test_message_that_waits_for_its_slot_stays_when_its_chat_is_refused_meanwhile() -> None:
    async with town_of(training()) as town:
        sending = Sending(town.bot.apis, Messages(town.bot.service), town.clock, Lanes(1000), ChatPaces(60))
        town.world.faults.add(Fault(too_many(1), "sendMessage", GROUP))
        reply = Outgoing(GROUP, "sendMessage", {"chat_id": GROUP, "text": "Dzień dobry"})
        slots = (Slot(monotonic() + 0.2), Slot(monotonic()))
        sent = await asyncio.gather(*(sending.reply(reply, slot) for slot in slots))
    assert sent == [NotSent("the chat rests", 1.0), NotSent("flood control", 1.0)]
    assert len(town.world.called("sendMessage")) == 1


async def test_message_in_place_of_one_that_is_gone_waits_for_a_slot_of_its_own() -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        anna.person.writes("/start")
        await town.settle()
        sending = Sending(town.bot.apis, Messages(town.bot.service), town.clock, Lanes(2), ChatPaces(60))
        (slot,) = await sending.slots(Lane.TAPS)
        body = {"chat_id": anna.person.id, "message_id": 999, "text": "Dzień dobry"}
        sent = await sending.reply(Outgoing(anna.person.id, "editMessageText", body), slot)
        assert isinstance(sent, Delivered)
        assert monotonic() - slot > 0.4
