"""What people will ask for and a draft does not state: one rule for drafts that were read and those made by hand.

Knows a draft alone, never a text.
"""

from __future__ import annotations

from domain.announcement.reading import Fact, Question, Why
from domain.training import Draft, Mode


def missing(draft: Draft) -> tuple[Question, ...]:
    """Return what people will ask for and the draft does not state: title, day and hour, place or link, seats."""
    wanted = {
        Fact.TITLE: draft.title is not None,
        Fact.START: draft.start is not None and draft.start.hour is not None,
        Fact.PLACE: draft.mode is Mode.ONLINE or (draft.place is not None and draft.place.name is not None),
        Fact.ONLINE_URL: draft.mode in {None, Mode.ON_SITE} or draft.online_url is not None,
        Fact.CAPACITY: draft.capacity is not None,
    }
    return tuple(Question(fact, Why.MISSING) for fact, stated in wanted.items() if not stated)
