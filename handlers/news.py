"""News: of which new trainings a person hears, and what there is in place of one that was called off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, assert_never

from handlers import finding
from handlers.buttons import mark
from handlers.replies import news as replies
from handlers.replies import similar
from handlers.reply import Toast

if TYPE_CHECKING:
    from domain.news import Subscription
    from handlers.buttons import ChooseNews, Hear, HearOfNewDate, NotForMe, ShowSimilar, TurnTopic
    from handlers.context import Context


async def show(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show of which new trainings the person hears."""
    context.show(replies.subscribed(context.words, await _subscription(context)))


async def hear_less(context: Context, _: Any = None) -> None:  # noqa: ANN401
    """Show the same beside the message that was too much."""
    context.reply(replies.subscribed(context.words, await _subscription(context)))


async def hear(context: Context, press: Hear) -> None:
    """Hear of all new trainings or of none; at once or gathered once a week."""
    before = await _subscription(context)
    match press.how:
        case "all":
            changed = before.to_all()
        case "none":
            changed = before.to_none()
        case "once" | "weekly" if not before.on:
            changed = before  # an old button: how often says nothing of which
        case "once":
            changed = replace(before, weekly=False)
        case "weekly":
            changed = replace(before, weekly=True)
        case _:
            assert_never(press.how)
    if changed != before:
        await context.office.news.prefer(context.official, changed)
    context.toast(Toast(context.words.plain("toast.pref_on" if changed.on else "toast.pref_off")))
    context.show(replies.subscribed(context.words, changed))


async def choose(context: Context, press: ChooseNews) -> None:
    """Offer the topics there are."""
    subscription = await _subscription(context)
    await _show_topics(context, subscription, press.page)


async def turn(context: Context, press: TurnTopic) -> None:
    """Hear of a topic, or no longer."""
    subscription = await _subscription(context)
    topics = await context.office.news.topics(subscription)
    topic = next((each for each in topics if mark(each) == press.topic), None)
    if topic is not None:
        turned = subscription.turned(topic)
        await context.office.news.prefer(context.official, turned)
        on = len(turned.topics) > len(subscription.topics)
        context.toast(Toast(context.words.plain("toast.pref_on" if on else "toast.pref_off")))
        subscription = turned
    await _show_topics(context, subscription, press.page)


async def not_for_me(context: Context, press: NotForMe) -> None:
    """Put a new training aside."""
    stored = await context.office.information.training(press.training)
    if stored is None:
        await finding.missing(context)
    else:
        context.show(replies.not_for_me(context.words, stored.training, await _subscription(context)))


async def show_similar(context: Context, press: ShowSimilar) -> None:
    """Show what there is in place of a training."""
    stored = await context.office.information.training(press.training)
    if stored is None:
        await finding.missing(context)
        return
    found = await context.office.news.similar(context.official, stored.training)
    context.reply(similar.similar(context.words, stored.training, found))


async def hear_of_new_date(context: Context, press: HearOfNewDate) -> None:
    """Hear of new trainings on the topics of one that was called off; of all, where it has none."""
    stored = await context.office.information.training(press.training)
    if stored is None:
        await finding.missing(context)
        return
    before = await _subscription(context)
    widened = before if before.everything else before.with_all(stored.training.details.topics or ())
    await context.office.news.prefer(context.official, widened)
    place = await context.office.information.place(context.official, press.training)
    follows = await context.office.information.follows(context.official, press.training)
    context.toast(Toast(context.words.plain("toast.pref_on")))
    context.reply(replies.will_tell(context.words, widened, stored.training, concerned=place is not None or follows))


async def _subscription(context: Context) -> Subscription:
    return await context.office.news.subscription(context.official)


async def _show_topics(context: Context, subscription: Subscription, page: int) -> None:
    topics = await context.office.news.topics(subscription)
    context.show(replies.topics(context.words, topics, subscription, page))
