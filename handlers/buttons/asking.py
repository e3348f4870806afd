"""Presses about questions: passing one on, and what organisers do with it. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.buttons.kinds import About, Number, Plain


@dataclass(frozen=True, slots=True)
class AboutQuestion(Plain):
    """A press about one question that was asked."""

    question: Number


class Ask(Plain):
    """How to ask, please."""

    code = "zh"


class AskAbout(About):
    """A question about this training comes next."""

    code = "za"


class PassOn(AboutQuestion):
    """The organisers should answer this."""

    code = "z"


class KeepAnswer(AboutQuestion):
    """The answer given is good for everybody who asks the same."""

    code = "zk"


class CloseQuestion(AboutQuestion):
    """The question needs no answer."""

    code = "zc"


class ShowQuestion(AboutQuestion):
    """The question in a message of its own, to reply to."""

    code = "zq"


class ShowQuestions(Plain):
    """The questions that wait for an organiser, and what could not be answered."""

    code = "zo"


@dataclass(frozen=True, slots=True)
class DropAnswer(Plain):
    """The kept answer is good for nobody any more."""

    code = "zd"

    faq: Number


@dataclass(frozen=True, slots=True)
class DropSynonym(Plain):
    """These phrases do not mean the same."""

    code = "zs"

    synonym: Number


@dataclass(frozen=True, slots=True)
class ShowSynonyms(Plain):
    """A page of the phrases that mean the same."""

    code = "zp"

    page: Number = 1


Asking = (
    Ask
    | AskAbout
    | PassOn
    | KeepAnswer
    | CloseQuestion
    | ShowQuestion
    | ShowQuestions
    | DropAnswer
    | DropSynonym
    | ShowSynonyms
)
