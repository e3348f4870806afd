"""Whether the rows of a training state what is asked for; null is not stated, 0, false and [] are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from domain.ports import Stored
from domain.question.answer import Intent, Missing
from domain.question.matching import attendable_online
from domain.training import Details, Mode

_STATED: Final[Mapping[Intent, Callable[[Details], object]]] = {
    Intent.LINK: lambda details: details.online_url,
    Intent.DEADLINE: lambda details: details.signup_deadline,
    Intent.PRICE: lambda details: details.price_pln,
    Intent.CERTIFICATE: lambda details: details.certificate,
    Intent.SPEAKERS: lambda details: details.speakers,
    Intent.LEVEL: lambda details: details.level,
    Intent.AUDIENCE: lambda details: details.audience,
    Intent.MATERIALS: lambda details: details.materials,
    Intent.AGENDA: lambda details: details.agenda,
}


def stated(stored: Stored, intent: Intent) -> bool:
    """Tell whether a training's rows answer an intent."""
    training = stored.training
    if intent is Intent.SEATS:
        return stored.occupancy.free is not None
    if intent is Intent.CONTACT:
        return training.contact is not None
    if intent is Intent.WHERE:
        return training.details.place is not None or attendable_online(training)
    fact = _STATED.get(intent)
    return fact is None or fact(training.details) is not None


def missing(stored: Stored, asked: Missing | None, *, ending: bool = False) -> bool:
    """Tell whether the hour (of the end if ``ending``) or the room asked for is not stated; ``OTHER`` never is."""
    details = stored.training.details
    match asked:
        case Missing.HOUR if ending:
            known = details.end and (details.end.hour or details.end.day > details.start.day)
            return not known and details.daily_hours is None
        case Missing.HOUR:
            return details.start.hour is None and details.daily_hours is None
        case Missing.ROOM:
            return details.mode is not Mode.ONLINE and not (details.place and details.place.room)
        case Missing.OTHER:
            return True
        case None:
            return False
