"""On what terms one takes part: price, certificate, level, audience. What is not stated is ``None``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel.numbers import format_decimal

from domain.training import Admission
from handlers.replies import seats
from handlers.replies.questions.fact import Fact
from handlers.texts.markup import escape, lines

if TYPE_CHECKING:
    from decimal import Decimal

    from domain.ports import Stored
    from handlers.texts import Words
    from handlers.texts.markup import Markup

GROUPED_FROM: Final = 10_000


def price(words: Words, stored: Stored) -> Fact | None:
    """Return what it costs; 0 is free of charge."""
    stated = stored.training.details.price_pln
    if stated is None:
        return None
    if not stated:
        return Fact(words("qa.price.free"), words("cost.free"))
    cost = _cost(words, stated)
    return Fact(words("qa.price", cost=cost), cost)


def _cost(words: Words, stated: Decimal) -> Markup:
    whole = "#,##0" if stated >= GROUPED_FROM else "0"
    pattern = whole if stated == int(stated) else whole + ".00"
    return words("cost.price", amount=format_decimal(stated, pattern, locale=words.language.value))


def certificate(words: Words, stored: Stored) -> Fact | None:
    """Return whether it ends with a certificate."""
    match stored.training.details.certificate:
        case None:
            return None
        case True:
            return Fact(words("qa.certificate"), words("qa.short.certificate"))
        case False:
            return Fact(words("qa.certificate.none"), words("qa.short.no_certificate"))


def level(words: Words, stored: Stored) -> Fact | None:
    """Return for beginners or not."""
    stated = stored.training.details.level
    return Fact(words("qa.level", level=stated), escape(stated, 60)) if stated else None


def audience(words: Words, stored: Stored) -> Fact | None:
    """Return whom it is for, and who may sign up when not everybody may."""
    details = stored.training.details
    limits = seats.eligibility(words, stored.training)
    if details.audience:
        stated = escape(details.audience, 1000)
        return Fact(lines(words("qa.audience", audience=stated), limits), escape(details.audience, 120))
    if not details.eligibility:
        return None
    if details.eligibility.who is Admission.ALL:
        return Fact(lines(words("qa.audience.all"), limits), words("qa.short.everybody"))
    members = details.eligibility.who is Admission.MEMBERS
    return Fact(limits, words("list.members" if members else "list.listed")) if limits else None
