"""Questions in other hands: what organisers and askers hear of one, and what became of passing it on or answering it.

Never imports telegram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain import handed_over as became
from domain.asked import Standing
from handlers.buttons import CloseQuestion, DropAnswer, KeepAnswer, ShowCard, ShowQuestions
from handlers.replies import facts
from handlers.replies.rows import dates_and_menu, does, grid, to_menu
from handlers.reply import Button, Reply, Toast
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from domain.asked import Asked
    from domain.handed_over import Answering, Closing, Keeping, Passing
    from domain.notice import Claimed
    from domain.official import Official
    from handlers.texts import Words

LONGEST_QUOTE: Final = 300
LONGEST_QUESTION: Final = 700
LONGEST_ANSWER: Final = 2000


def quote(text: str | None, longest: int = LONGEST_QUOTE) -> Markup | None:
    """Return what somebody wrote as a quotation, if it is still kept."""
    return Markup(f"<blockquote expandable>{escape(text, longest)}</blockquote>") if text else None


def who(words: Words, asker: Official | None) -> Markup:
    """Return who asks, as far as the person told: ``Anna Nowak, Urząd Miasta Gdyni``."""
    institution = asker.institution.name if asker and asker.institution else None
    told = ", ".join(escape(part, facts.LONGEST_PLACE) for part in (asker and asker.name, institution) if part)
    return Markup(told) if told else words("question.somebody")


def question(words: Words, asked: Asked) -> Reply:
    """Return the message that tells an organiser of a question; a reply to it is the answer."""
    return Reply(
        lines(
            words("question.head"),
            who(words, asked.asker),
            facts.brief(words, asked.training) if asked.training else None,
            quote(asked.text, LONGEST_QUESTION),
            words("question.how"),
        ),
        grid(
            [does(words, "question.button.keep", KeepAnswer(asked.id))],
            [does(words, "question.button.close", CloseQuestion(asked.id))],
        ),
    )


def answer(words: Words, claimed: Claimed) -> Reply:
    """Return the message that brings an organiser's answer to whoever asked."""
    asked, training = claimed.question, claimed.training
    programme = asked.programme if asked else None
    organiser = (programme.organiser or programme.name) if programme else None
    written = (escape(line, LONGEST_ANSWER) for line in claimed.args.get("answer", "").split("\n"))
    return Reply(
        paragraphs(
            lines(
                words("question.more" if claimed.args.get("more") else "question.answer"),
                quote(asked.text) if asked else None,
            ),
            Markup("\n".join(written)),
            words("question.from", organiser=organiser) if organiser else None,
        ),
        grid([does(words, "button.details", ShowCard(training.id)) if training else None, to_menu(words)]),
    )


def passing(words: Words, outcome: Passing) -> Reply | Toast:
    """Return what became of a question that the asker wanted passed on."""
    match outcome:
        case became.Passed(again=True):
            return Toast(words.plain("question.passed_already"), alert=True)
        case became.Passed(newcomer=newcomer):
            text = lines(words("question.passed"), words("question.privacy") if newcomer else None)
        case became.Ended(asked):
            return ended(words, asked)
        case became.NobodyThere(contact):
            person = facts.person(contact)
            text = lines(words("question.nobody"), words("contact", who=person) if person else None)
        case became.Forgotten():
            text = words("question.forgotten")
        case became.TooMany(limit):
            text = words("question.too_many", limit=limit)
        case became.NotAllowed():
            text = words("question.no_controller")
        case _:
            assert_never(outcome)
    return Reply(text, grid(dates_and_menu(words)))


def answering(words: Words, outcome: Answering, asked: int) -> Reply:
    """Return what became of an organiser's answer to the question with this id."""
    match outcome:
        case became.Told(first_by=None):
            keep = [does(words, "question.button.keep", KeepAnswer(asked))]
            return Reply(words("question.told"), grid(keep, _back(words)))
        case became.Told(first_by=first):
            before = words("question.told_by", name=first) if first else words("question.told_before")
            return Reply(lines(before, words("question.told_more")), grid(_back(words)))
        case became.TooLong(limit):
            return Reply(words("question.too_long", limit=limit), grid(_back(words)))
        case became.Forgotten():
            return gone(words)
        case _:
            assert_never(outcome)


def closing(words: Words, outcome: Closing) -> Reply | Toast:
    """Return what became of a question that needs no answer."""
    match outcome:
        case became.Closed(asked):
            return Reply(lines(words("question.closed"), quote(asked.text)), grid(_back(words)))
        case became.Ended(asked):
            return ended(words, asked)
        case became.Forgotten():
            return gone(words)
        case _:
            assert_never(outcome)


def keeping(words: Words, outcome: Keeping) -> Reply | Toast:
    """Return what became of an answer that is to be kept for everybody."""
    match outcome:
        case became.Kept(faq, again):
            text = lines(words("question.kept_already" if again else "question.kept"), quote(faq.question))
            return Reply(text, grid([does(words, "question.button.drop", DropAnswer(faq.id))], _back(words)))
        case became.Unanswered():
            return Toast(words.plain("question.unanswered"), alert=True)
        case became.Forgotten():
            return gone(words)
        case _:
            assert_never(outcome)


def dropped(words: Words) -> Reply:
    """Return that an answer is kept for nobody any more."""
    return Reply(words("question.dropped"), grid(_back(words)))


def ended(words: Words, asked: Asked) -> Toast:
    """Return that a question waits no longer."""
    answered = asked.standing is Standing.ANSWERED
    return Toast(words.plain("question.answered_already" if answered else "question.closed_already"), alert=True)


def gone(words: Words) -> Reply:
    """Return that the question is not kept any more."""
    return Reply(words("question.gone"), grid(_back(words)))


def _back(words: Words) -> list[Button]:
    return [does(words, "question.button.all", ShowQuestions()), to_menu(words)]
