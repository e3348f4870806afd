"""New trainings: the notices that tell of them, and who hears of which. Never decides whether one is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain import news
from domain.folding import fold
from domain.notice import Kind
from handlers.buttons import (
    ChooseNews,
    Hear,
    HearLess,
    NotForMe,
    ShowCard,
    ShowList,
    ShowNews,
    ShowSettings,
    ShowSimilar,
    TurnTopic,
    mark,
)
from handlers.replies import facts, seats
from handlers.replies.acts import acts
from handlers.replies.choosers import OFF, ON
from handlers.replies.listing import A_LIST, NARROW_TITLE, item
from handlers.replies.rows import ALONE, dates_and_menu, does, grid, named, numbers
from handlers.reply import Button, Reply
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.news import Subscription
    from domain.notice import Claimed
    from domain.occupancy import Stored
    from domain.training import Training
    from handlers.buttons import Press
    from handlers.texts import Words

A_PAGE: Final = 8


def notice(words: Words, claimed: Claimed) -> Reply | None:
    """Return what is told of new trainings, or ``None`` when none is left to tell of."""
    subscription = claimed.subscription
    left = news.fresh(claimed.news, subscription, words.now) if subscription else []
    if not left:
        return None
    return _one(words, left[0]) if len(left) == 1 else _several(words, claimed, left)


def _one(words: Words, stored: Stored) -> Reply:
    training = stored.training
    return Reply(
        lines(words("news.new"), facts.summary(words, training), seats.line(words, stored)),
        (
            *acts(words, stored, None, following=False),
            *grid(
                [
                    does(words, "button.details", ShowCard(training.id)),
                    does(words, "button.not_for_me", NotForMe(training.id)),
                ],
                [does(words, "button.fewer", HearLess())],
            ),
        ),
    )


def _several(words: Words, claimed: Claimed, left: Sequence[Stored]) -> Reply:
    here = [(each.training.id, each) for each in left[:A_LIST]]
    more = len(left) - len(here)
    return Reply(
        paragraphs(
            words("news.week" if claimed.kind is Kind.DIGEST else "news.several"),
            lines(*(item(words, each, n, NARROW_TITLE) for n, each in here)),
            words.plural("news.more", more) if more else None,
        ),
        (
            *numbers([(n, ShowCard(n)) for n, _ in here]),
            *grid([does(words, "button.all_dates", ShowList())], [does(words, "button.fewer", HearLess())]),
        ),
    )


def not_for_me(words: Words, training: Training, subscription: Subscription) -> Reply:
    """Return what stands in place of a notice whose training is not for this person."""
    return Reply(
        lines(
            words("news.not_for_me"),
            facts.brief(words, training),
            words("news.go_on") if subscription.on else None,
        ),
        grid(
            [does(words, "button.details", ShowCard(training.id))],
            [does(words, "button.fewer", HearLess())],
            dates_and_menu(words),
        ),
    )


def subscribed(words: Words, subscription: Subscription) -> Reply:
    """Return of which new trainings the person hears and how often, with the buttons that change it."""
    how = "news.weekly" if subscription.weekly else "news.at_once"
    state = lines(which(words, subscription), words(how)) if subscription.on else words("news.none")
    return Reply(
        paragraphs(words("news.head"), state, words("news.kept")),
        grid(
            [_choice(words, "button.news_all", Hear("all"), on=subscription.everything)],
            [_choice(words, "button.news_topics", ChooseNews(), on=bool(subscription.topics))],
            _how_often(words, subscription) if subscription.on else (),
            [does(words, "button.news_none", Hear("none")) if subscription.on else None],
            [does(words, "button.back", ShowSettings())],
        ),
    )


def which(words: Words, subscription: Subscription) -> Markup:
    """Return the sentence that says of which new trainings the person hears."""
    if subscription.everything:
        return words("news.everything")
    return words("news.topics", topics=", ".join(subscription.names))


def _how_often(words: Words, subscription: Subscription) -> list[Button]:
    return [
        _choice(words, "button.news_at_once", Hear("once"), on=not subscription.weekly),
        _choice(words, "button.news_weekly", Hear("weekly"), on=subscription.weekly),
    ]


def _choice(words: Words, key: str, press: Press, *, on: bool) -> Button:
    return Button(ON + words.plain(key) if on else words.plain(key), press)


def topics(words: Words, known: Sequence[str], subscription: Subscription, page: int = 1) -> Reply:
    """Return a page of the topics to hear of, each button turning one over."""
    page = max(1, min(page, -(-len(known) // A_PAGE)))
    here = known[(page - 1) * A_PAGE : page * A_PAGE]
    earlier = does(words, "button.previous", ChooseNews(page - 1)) if page > 1 else None
    later = does(words, "button.next", ChooseNews(page + 1)) if page * A_PAGE < len(known) else None
    state = which(words, subscription) if subscription.on else None
    return Reply(
        paragraphs(words("news.choose" if known else "news.no_topics"), state, words("news.kept") if known else None),
        grid(
            *([_topic(topic, subscription, page)] for topic in here),
            [earlier, later],
            [does(words, "button.back", ShowNews())],
        ),
    )


def _topic(topic: str, subscription: Subscription, page: int) -> Button:
    return named((ON if fold(topic) in subscription.topics else OFF) + topic, TurnTopic(mark(topic), page), ALONE)


def will_tell(words: Words, subscription: Subscription, training: Training, *, concerned: bool) -> Reply:
    """Return that the person will hear of trainings like one called off; ``concerned`` people hear of it itself too."""
    how = "news.weekly" if subscription.weekly else "news.at_once"
    return Reply(
        paragraphs(
            lines(which(words, subscription), words(how)),
            words("news.same_training") if concerned else None,
        ),
        grid(
            [does(words, "button.news_settings", ShowNews())],
            [does(words, "button.similar", ShowSimilar(training.id))],
            dates_and_menu(words),
        ),
    )
