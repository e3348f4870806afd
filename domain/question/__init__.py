"""Questions about the programme, understood and answered from its rows; no Telegram, no SQL, no clock, no model."""

from domain.question.answer import Answer, Behaviour, Courtesy, Faq, Intent, Missing
from domain.question.considering import Considered, Index, build
from domain.question.forms import Forms, available
from domain.question.index import Knowledge

__all__ = [
    "Answer",
    "Behaviour",
    "Considered",
    "Courtesy",
    "Faq",
    "Forms",
    "Index",
    "Intent",
    "Knowledge",
    "Missing",
    "available",
    "build",
]
