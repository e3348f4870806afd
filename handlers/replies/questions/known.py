"""Which fact a question asks for, and what is known of it. What no row states is ``None``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.question.answer import Intent
from handlers.replies.questions import contents, joining, occupancy, people, places, terms, times
from handlers.replies.questions.fact import Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.ports import Stored
    from handlers.texts import Words

FACTS: Final[dict[Intent, Callable[[Words, Stored], Fact | None]]] = {
    Intent.WHEN: times.when,
    Intent.WHERE: places.where,
    Intent.SEATS: occupancy.places,
    Intent.SIGNUP: joining.signing_up,
    Intent.LINK: places.link,
    Intent.DEADLINE: times.deadline,
    Intent.WITHDRAW: joining.withdrawing,
    Intent.PRICE: terms.price,
    Intent.CERTIFICATE: terms.certificate,
    Intent.SPEAKERS: people.speakers,
    Intent.LEVEL: terms.level,
    Intent.AUDIENCE: terms.audience,
    Intent.MATERIALS: contents.materials,
    Intent.AGENDA: contents.agenda,
    Intent.STATUS: times.status,
    Intent.CONTACT: people.contact,
}


def known(words: Words, stored: Stored, intent: Intent, *, private: bool) -> Fact | None:
    """Return the fact asked for; a meeting's link is told in private only."""
    fact = FACTS[intent](words, stored) if intent in FACTS else None
    if fact and intent is Intent.LINK and not private:
        return Fact(words("qa.link.private"), words("qa.short.private"))
    return fact
