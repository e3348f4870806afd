"""For whom a message to many is: chosen by buttons, with how many people each choice is. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.broadcast import OF_A_TRAINING, Audience, Segment
from handlers import composing
from handlers.buttons import Address, AddressSubject, mark
from handlers.replies import audiences
from handlers.replies.audiences import A_PAGE, Choice
from handlers.texts.markup import escape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from domain.broadcast import Broadcast
    from handlers.buttons import ChooseAudience, ChooseListed, ChooseOffice, ChooseSubject, ChooseTraining
    from handlers.context import Context
    from handlers.replies.audiences import Chooser

    Item = TypeVar("Item")


async def choose(context: Context, press: ChooseAudience) -> None:
    """Show the kinds of people it can be for."""
    if seen := await composing.opened(context, press.broadcast):
        await composing.ask_audience(context, seen.broadcast)


async def choose_training(context: Context, press: ChooseTraining) -> None:
    """Show a page of trainings."""
    if seen := await composing.opened(context, press.broadcast):
        trainings = await context.office.composing.trainings(seen.broadcast)
        found = [
            audiences.of_training(
                context.words,
                seen.broadcast,
                each,
                await _count(context, seen.broadcast, Segment(Audience.LISTED, each.id)),
            )
            for each in _page(trainings, press)
        ]
        context.show(audiences.choices(context.words, press, found, len(trainings)))


async def choose_listed(context: Context, press: ChooseListed) -> None:
    """Show who on the list of a training it can be for."""
    if seen := await composing.opened(context, press.broadcast):
        trainings = await context.office.composing.trainings(seen.broadcast)
        training = next((each for each in trainings if each.id == press.training), None)
        if training is None:
            await composing.ask_audience(context, seen.broadcast)
            return
        people = {
            audience: await _count(context, seen.broadcast, Segment(audience, training.id))
            for audience in OF_A_TRAINING
        }
        context.show(audiences.listed(context.words, seen.broadcast, training, people))


async def choose_institution(context: Context, press: ChooseOffice) -> None:
    """Show a page of institutions."""
    if seen := await composing.opened(context, press.broadcast):
        institutions = await context.office.composing.institutions(seen.broadcast)
        found = [
            Choice(escape(name, audiences.A_PART), people, Address(seen.broadcast.id, Audience.INSTITUTION, number))
            for number, name, people in _page(institutions, press)
        ]
        context.show(audiences.choices(context.words, press, found, len(institutions)))


async def choose_topic(context: Context, press: ChooseSubject) -> None:
    """Show a page of topics."""
    if seen := await composing.opened(context, press.broadcast):
        topics = await context.office.composing.topics(seen.broadcast)
        found = [
            Choice(
                escape(topic, audiences.A_PART),
                await _count(context, seen.broadcast, Segment(Audience.TOPIC, topic=topic)),
                AddressSubject(seen.broadcast.id, mark(topic)),
            )
            for topic in _page(topics, press)
        ]
        context.show(audiences.choices(context.words, press, found, len(topics)))


async def address(context: Context, press: Address) -> None:
    """Let it be for these people."""
    training = press.which if press.audience in OF_A_TRAINING else None
    institution = press.which if press.audience is Audience.INSTITUTION else None
    await _address(context, press.broadcast, Segment(press.audience, training, institution))


async def address_topic(context: Context, press: AddressSubject) -> None:
    """Let it be for those who want to hear about a topic."""
    if seen := await composing.opened(context, press.broadcast):
        topics = await context.office.composing.topics(seen.broadcast)
        topic = next((each for each in topics if mark(each) == press.topic), None)
        if topic is None:
            await composing.ask_audience(context, seen.broadcast)
        else:
            await _address(context, press.broadcast, Segment(Audience.TOPIC, topic=topic))


async def _address(context: Context, broadcast_id: int, segment: Segment) -> None:
    outcome = await context.office.composing.address(context.official, broadcast_id, segment)
    if seen := composing.composed(context, outcome):
        await composing.go_on(context, seen)


async def _count(context: Context, broadcast: Broadcast, segment: Segment) -> int:
    return await context.office.composing.count(broadcast, segment)


def _page(found: Sequence[Item], press: Chooser) -> Sequence[Item]:
    """Return a page of what was found, the last for one that is not there."""
    page = audiences.page(press, len(found))
    return found[(page - 1) * A_PAGE : page * A_PAGE]
