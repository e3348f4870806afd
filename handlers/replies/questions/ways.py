"""The buttons under an answer: the likely act first; in a group nothing personal, only the way to the private chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.question.answer import Behaviour, Intent
from handlers.buttons import PassOn, ShowCard, ShowHelp, ShowList
from handlers.replies.acts import acts
from handlers.replies.rows import dates_and_menu, does, grid, mine_and_menu, numbers, opens, to_menu

if TYPE_CHECKING:
    from domain.ports import Place, Stored
    from domain.question.answer import Answer
    from handlers.reply import Button, Rows
    from handlers.service import Service
    from handlers.texts import Words

MOST: Final = 10


def in_group(words: Words, answer: Answer, service: Service) -> Rows:
    """Return the way to the private chat, to the card when one training is meant."""
    one = len(answer.about) == 1
    url = service.deep_link(answer.about[0].training.id) if one else service.chat
    return grid([opens(words, "button.open_chat", url)])


def in_private(words: Words, answer: Answer, question: int | None, mine: Place | None) -> Rows:
    """Return what may be done next; ``question`` is the one that can be passed on, ``None`` = it cannot."""
    not_this = does(words, "qa.not_this", PassOn(question)) if question is not None else None
    match answer.behaviour:
        case Behaviour.ABSTAIN:
            return _abstaining(words, answer, question)
        case Behaviour.NOT_FOUND:
            upcoming = does(words, "button.upcoming", ShowList())
            return grid([upcoming], [_pass_on(words, question)], [to_menu(words)])
        case Behaviour.DECLINE | Behaviour.SMALLTALK:
            return _upcoming(words)
        case _ if len(answer.about) == 1:
            return _about_one(words, answer.about[0], answer.intent, not_this, mine)
        case _ if answer.about:
            shown = [each.training.id for each in answer.about[:MOST]]
            return (*numbers([(n, ShowCard(n)) for n in shown]), *grid([not_this], dates_and_menu(words)))
        case _:
            return _general(words, answer.intent, not_this)


def _about_one(words: Words, stored: Stored, intent: Intent, not_this: Button | None, mine: Place | None) -> Rows:
    details = does(words, "button.details", ShowCard(stored.training.id))
    if intent is Intent.WITHDRAW:
        return grid([details, not_this], mine_and_menu(words))
    return (*acts(words, stored, mine, following=False), *grid([details, not_this], [to_menu(words)]))


def _abstaining(words: Words, answer: Answer, question: int | None) -> Rows:
    if not answer.about:
        return grid([_pass_on(words, question)], dates_and_menu(words))
    details = does(words, "button.details", ShowCard(answer.about[0].training.id))
    return grid([_pass_on(words, question)], [details, to_menu(words)])


def _general(words: Words, intent: Intent, not_this: Button | None) -> Rows:
    match intent:
        case Intent.MINE:
            return grid(mine_and_menu(words))
        case Intent.WITHDRAW:
            return grid([not_this], mine_and_menu(words))
        case Intent.HELP:
            return _upcoming(words)
        case _:
            return grid([not_this], dates_and_menu(words))


def _upcoming(words: Words) -> Rows:
    return grid([does(words, "button.upcoming", ShowList())], [does(words, "button.help", ShowHelp()), to_menu(words)])


def _pass_on(words: Words, question: int | None) -> Button | None:
    return does(words, "qa.pass_on", PassOn(question)) if question is not None else None
