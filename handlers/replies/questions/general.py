"""Answers about no training in particular: how to sign up, whom to ask, what can be asked, small talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.question.answer import Courtesy, Intent
from handlers.buttons import ShowCard
from handlers.replies.questions.fact import fitting
from handlers.replies.questions.often import LONGEST_BESIDE, answered, often
from handlers.replies.questions.people import contacts
from handlers.replies.questions.places import LONGEST_LINK
from handlers.replies.questions.told import about
from handlers.replies.rows import does, grid, to_menu
from handlers.reply import Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from domain.question.answer import Answer
    from domain.training import Programme, Training
    from handlers.texts import Words

MOST_TOPICS: Final = 5

_COURTESIES: Final = {
    Courtesy.GREETING: "qa.smalltalk.greeting",
    Courtesy.THANKS: "qa.smalltalk.thanks",
    Courtesy.FAREWELL: "qa.smalltalk.farewell",
    Courtesy.OTHER: "qa.smalltalk.other",
}


def general(words: Words, answer: Answer) -> Markup:
    """Return the answer to a question that no training in particular is needed for."""
    match answer.intent:
        case Intent.SIGNUP | Intent.LINK | Intent.DEADLINE:
            return paragraphs(words("qa.signup.general"), _forms(words, answer.programmes), _beside(answer))
        case Intent.WITHDRAW:
            return paragraphs(words("qa.withdraw.general"), _beside(answer))
        case Intent.CONTACT:
            return contacts(words, answer.programmes) or words("qa.contact.none")
        case Intent.MINE:
            return words("qa.notices" if answer.notices else "qa.mine")
        case Intent.FAQ if answer.faq:
            return often(words, answer.faq)
        case _:
            return words("qa.help")


def not_found(words: Words, answer: Answer) -> Markup:
    """Return that nothing in the programme fits, and the nearest topics."""
    topics = ", ".join(answer.topics[:MOST_TOPICS])
    return lines(words("qa.not_found"), words("qa.topics", topics=escape(topics, 500)) if topics else None)


def small_talk(words: Words, courtesy: Courtesy | None) -> Markup:
    """Return one warm line."""
    return words(_COURTESIES[courtesy or Courtesy.OTHER])


def invitation(words: Words, training: Training) -> Reply:
    """Return that a question about a training may come, and what it could be."""
    details = does(words, "button.details", ShowCard(training.id))
    return Reply(
        lines(words("qa.invite"), about(words, training), words("qa.invite.how")), grid([details, to_menu(words)])
    )


def _beside(answer: Answer) -> Markup | None:
    return answered(answer.faq, LONGEST_BESIDE) if answer.faq else None


def _forms(words: Words, programmes: tuple[Programme, ...]) -> Markup | None:
    """Return the general forms, by programme when there are several."""
    stated = [(each.name, escape(each.signup_url, LONGEST_LINK)) for each in programmes if each.signup_url]
    if len(programmes) == 1 and stated:
        return words("qa.signup.list", url=stated[0][1])
    return lines(*fitting(words, [words("qa.signup.list_of", programme=name, url=url) for name, url in stated]))
