"""Personal data: the information clause, what is stored of the person, and erasing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.replies import privacy as replies

if TYPE_CHECKING:
    from handlers.context import Context


async def command(context: Context, _: str) -> None:
    """Answer /privacy."""
    await show(context)


async def show(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show the clause and everything stored of this person."""
    places = await context.office.information.places(context.official)
    followed = await context.office.information.followed(context.official)
    kept = context.official if await context.office.profile.keeps(context.official) else None
    questions = await context.office.questions.kept(context.official)
    news = await context.office.news.subscription(context.official)
    context.show(replies.privacy(context.words, context.service, kept, places, followed, questions, news))


async def ask_erase(context: Context, _: Any = None) -> None:  # noqa: ANN401
    """Say what erasing would mean, when there is anything to erase."""
    if not await context.office.profile.keeps(context.official):
        context.show(replies.not_possible(context.words))
        return
    places = await context.office.information.places(context.official)
    grants = await context.office.organisers.grants(context.official)
    last = [context.official.id] == [each.id for each in await context.office.organisers.administrators()]
    questions = await context.office.questions.kept(context.official)
    asked = replies.ask_erase(context.words, len(places), questions, organiser=bool(grants), last_administrator=last)
    context.show(asked)


async def erase(context: Context, _: Any = None) -> None:  # noqa: ANN401
    """Erase everything, freeing the person's seats for the queue."""
    await context.office.profile.forget(context.official, context.office.registration)
    context.show(replies.erased(context.words))
