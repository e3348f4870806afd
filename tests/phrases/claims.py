"""States that answers tell in words, in Polish and in English, and when a training has them."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from domain.official import Language
from domain.ports import Stored
from domain.training import Admission, Mode, Status

Holds = Callable[[Stored, datetime], bool]


def states(text: str, language: Language) -> Iterator[tuple[str, Holds]]:
    """Yield each state that a text tells, and what tells whether a training has it."""
    for polish, english, holds in _STATES:
        if found := re.search(polish if language is Language.POLISH else english, text):
            yield found[0], holds


def _free(stored: Stored, _: datetime) -> bool:
    return stored.training.details.price_pln == 0


def _certified(stored: Stored, _: datetime) -> bool:
    return stored.training.details.certificate is True


def _uncertified(stored: Stored, _: datetime) -> bool:
    return stored.training.details.certificate is False


def _cancelled(stored: Stored, _: datetime) -> bool:
    return stored.training.cancelled


def _moved(stored: Stored, _: datetime) -> bool:
    return stored.training.details.status is Status.MOVED


def _full(stored: Stored, _: datetime) -> bool:
    return stored.occupancy.free == 0 or stored.occupancy.waiting > 0


def _online(stored: Stored, _: datetime) -> bool:
    details = stored.training.details
    return details.mode in {Mode.ONLINE, Mode.HYBRID} or details.online_url is not None


def _over(stored: Stored, now: datetime) -> bool:
    return stored.training.over(now)


def _begun(stored: Stored, now: datetime) -> bool:
    return stored.training.begun(now)


def _under_way(stored: Stored, now: datetime) -> bool:
    return stored.training.begun(now) and not stored.training.over(now)


def _closed(stored: Stored, now: datetime) -> bool:
    deadline = stored.training.deadline
    return stored.training.begun(now) or (deadline is not None and now >= deadline)


def _for_members(stored: Stored, _: datetime) -> bool:
    rule = stored.training.details.eligibility
    return rule is not None and rule.who is Admission.MEMBERS


def _for_all(stored: Stored, _: datetime) -> bool:
    rule = stored.training.details.eligibility
    return rule is not None and rule.who is Admission.ALL


_STATES: Final[tuple[tuple[str, str, Holds], ...]] = (
    ("bezpłatn", "free of charge", _free),
    ("(z|kończy się) zaświadczeniem|Zaświadczenie: tak", "with a certificate|Certificate: yes", _certified),
    ("bez zaświadczenia|Zaświadczenie: nie", "without a certificate|Certificate: no", _uncertified),
    ("odwołan", "cancelled", _cancelled),
    ("przeniesion|został zmieniony|Nowy termin", r"\bmoved\b|was changed|New date", _moved),
    ("miejsc nie ma|brak (wolnych )?miejsc|lista rezerwowa", r"no free seats|\bfull\b|waiting list$", _full),
    (r"\bonline\b", r"\bonline\b", _online),
    ("już się odbyło", r"\bover\b", _over),
    ("już się zaczęło", "already started", _begun),
    (r"już trwa\b|· trwa\b", "under way", _under_way),
    ("zapisy zakończone|zakończyły się", "sign-up closed|is closed|training closed", _closed),
    ("tylko dla członków", "members only", _for_members),
    ("każda chętna|dla wszystkich", r"\b[Ee]verybody\b", _for_all),
)
