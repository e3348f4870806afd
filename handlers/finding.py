"""Finding trainings: the list and its filters, the card, calendar files, one's own places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import calendar_file
from handlers.buttons import ShowList, ShowMine
from handlers.replies import card, listing, mine, start
from handlers.reply import Toast
from handlers.routing import number

if TYPE_CHECKING:
    from handlers.buttons import ChooseMonth, ChoosePlace, ChooseTopic, SendCalendar, ShowCard
    from handlers.context import Context
    from handlers.texts import Words
    from handlers.texts.markup import Markup


async def list_command(context: Context, argument: str) -> None:
    """Answer /szkolenia, with a training's number its card."""
    training = number(argument)
    if training is None:
        await show_list(context, ShowList())
    else:
        await open_card(context, training)


async def show_list(context: Context, press: ShowList, *, lead: Markup | None = None) -> None:
    """Show a page of what is coming up, under a ``lead`` line if there is one."""
    upcoming = await context.office.information.upcoming()
    context.show(listing.listing(context.words, upcoming, press).led_by(lead))


async def choose_topic(context: Context, press: ChooseTopic) -> None:
    """Offer the topics there are."""
    context.show(listing.topics(context.words, await context.office.information.upcoming(), press))


async def choose_month(context: Context, press: ChooseMonth) -> None:
    """Offer the months there are."""
    context.show(listing.months(context.words, await context.office.information.upcoming(), press))


async def choose_place(context: Context, press: ChoosePlace) -> None:
    """Offer the towns there are, and online."""
    context.show(listing.places(context.words, await context.office.information.upcoming(), press))


async def show_card(context: Context, press: ShowCard) -> None:
    """Show everything about one training."""
    await open_card(context, press.training)


async def open_card(context: Context, training_id: int, *, lead: Markup | None = None) -> None:
    """Show a training's card as it concerns this person, or where to find those there are."""
    information = context.office.information
    stored = await information.training(training_id)
    if stored is None:
        await missing(context)
        return
    place = await information.place(context.official, training_id)
    following = await information.follows(context.official, training_id)
    organised = await context.office.trainings.organises(context.official, stored.training)
    shown = card.card(context.words, stored, context.service, place, following=following, organised=organised)
    context.show(shown.led_by(lead))


async def missing(context: Context) -> None:
    """Say kindly that there is no such training, and where to find those there are."""
    context.show(start.no_such_training(context.words))


async def send_calendar(context: Context, press: SendCalendar) -> None:
    """Send one training as a calendar file; the link of an online one only to people on its list."""
    stored = await context.office.information.training(press.training)
    if stored is None:
        await missing(context)
        return
    place = await context.office.information.place(context.official, press.training)
    document = calendar_file.event_file(
        stored.training, context.service, context.office.now, with_link=card.sees_link(place)
    )
    context.toast(Toast(context.words.plain("toast.ics_sent")))
    context.reply(card.calendar(context.words, stored.training, document))


async def send_all_calendar(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Send all of one's trainings as one calendar file."""
    places = await context.office.information.places(context.official)
    seated = [place.training for place in places if card.sees_link(place)]
    following = await context.office.information.followed(context.official)
    followed = [training for training in following if training not in seated]
    if not seated and not followed:
        await show_mine(context, ShowMine())
        return
    document = calendar_file.all_events(seated, followed, context.service, context.office.now)
    context.toast(Toast(context.words.plain("toast.ics_sent")))
    context.reply(mine.calendar(context.words, len(seated) + len(followed), document))


async def mine_command(context: Context, _: str) -> None:
    """Answer /moje."""
    await show_mine(context, ShowMine())


async def show_mine(context: Context, press: ShowMine, *, words: Words | None = None) -> None:
    """Show a page of one's places, their state and next reminder, in ``words`` of another language if given."""
    information = context.office.information
    places = await information.places(context.official)
    followed = await information.followed(context.official)
    next_free = None if places or followed else await information.next_free()
    context.show(mine.mine(words or context.words, places, followed, next_free, page=press.page))
