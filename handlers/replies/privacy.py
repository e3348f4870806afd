"""The information clause, what is kept of a person, and erasing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import AskErase, ChangeName, Erase, ShowList, ShowPrivacy
from handlers.replies import addresses
from handlers.replies.rows import does, grid, opens, to_menu
from handlers.reply import Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.news import Subscription
    from domain.official import Official
    from domain.ports import Place
    from domain.training import Training
    from handlers.service import Controller, Service
    from handlers.texts import Words


def privacy(
    words: Words,
    service: Service,
    official: Official | None,
    places: Sequence[Place],
    followed: Sequence[Training] = (),
    questions: int = 0,
    subscription: Subscription | None = None,
) -> Reply:
    """Return the clause of art. 13 of the GDPR as it is true of this bot, then the person's data."""
    controller = service.controller
    return Reply(
        paragraphs(
            words("privacy.head"),
            _controller(words, controller) if controller.name else words("privacy.no_controller"),
            words("privacy.purpose"),
            words("privacy.recipients"),
            Markup(f"{words('privacy.kept')} {words('question.retention')}"),
            words("privacy.rights"),
            lines(
                _data(words, official, len(places), len(followed), questions),
                _news(words, subscription) if subscription and subscription.on else None,
            ),
        ),
        grid(
            [opens(words, "button.notice", addresses.safe(controller.notice_url))],
            [does(words, "button.change_name", ChangeName()) if official and official.name else None],
            [does(words, "button.erase", AskErase()), to_menu(words)],
        ),
    )


def _controller(words: Words, controller: Controller) -> Markup:
    name = ", ".join(filter(None, (controller.name, controller.address)))
    return lines(
        words("privacy.controller", name=name),
        words("privacy.contact", contact=controller.contact) if controller.contact else None,
        words("privacy.iod", iod=controller.iod) if controller.iod else None,
    )


def _data(words: Words, official: Official | None, places: int, followed: int, questions: int) -> Markup:
    if official is None:
        return words("privacy.nothing")
    institution = escape(official.institution.name) if official.institution else words("privacy.not_given")
    return lines(
        words("privacy.data"),
        words("privacy.name", name=escape(official.name) if official.name else words("privacy.not_given")),
        words("privacy.institution", institution=institution),
        words("privacy.account", number=official.id),
        words.plural("privacy.places", places),
        words.plural("privacy.followed", followed) if followed else None,
        words.plural("question.data", questions) if questions else None,
    )


def _news(words: Words, subscription: Subscription) -> Markup:
    topics = escape(", ".join(subscription.names), 100)
    return words("privacy.news", which=words("privacy.all_news") if subscription.everything else topics)


def ask_erase(
    words: Words, count: int, questions: int = 0, *, organiser: bool = False, last_administrator: bool = False
) -> Reply:
    """Return what erasing means, with the number of registrations that end with it, and the role."""
    places = words.plural("erase.places", count) if count else None
    asked = words("question.erase") if questions else None
    role = words("erase.role") if organiser else None
    return Reply(
        paragraphs(
            words("erase.head"),
            lines(words("erase.what"), places, asked, role, words("erase.final")),
            words("erase.last_administrator") if last_administrator else None,
        ),
        grid([does(words, "button.keep", ShowPrivacy())], [does(words, "button.erase_now", Erase())]),
    )


def erased(words: Words) -> Reply:
    """Return that nothing is kept any more."""
    return Reply(words("erased"), grid([does(words, "button.upcoming", ShowList())]))


def not_possible(words: Words) -> Reply:
    """Return that there is nothing to erase."""
    return Reply(words("erase.nothing"), grid([to_menu(words)]))
