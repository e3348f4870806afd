"""What an organiser can state of a training by hand, and why an answer cannot be taken. No rules, no words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What can be corrected, in the order in which it is shown."""

    TITLE = "title"
    WHEN = "when"
    """The day, or several, and the hours."""
    HOURS = "hours"
    """The hours alone, for drafts whose day is known."""
    PLACE = "place"
    ONLINE = "online"
    CAPACITY = "capacity"
    WAITING_LIST = "waiting_list"
    DEADLINE = "deadline"
    SIGNUP_URL = "signup_url"
    PRICE = "price"
    AUDIENCE = "audience"
    LEVEL = "level"
    SPEAKERS = "speakers"
    CONTACT = "contact"
    CERTIFICATE = "certificate"
    KIND = "kind"
    TOPICS = "topics"
    SUMMARY = "summary"
    AGENDA = "agenda"
    ELIGIBILITY = "eligibility"
    MINIMUM = "minimum"
    NOTE = "note"


class Misfit(StrEnum):
    """Why a typed answer cannot be taken."""

    UNREAD = "unread"
    """It is not understood, or holds more than was asked for."""
    NEEDED = "needed"
    """It cannot be left out."""
    TOO_LONG = "too_long"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_HOUR = "no_such_hour"
    SKIPPED = "skipped"
    """The clock skips this hour in spring, or shows it twice in autumn."""
    WEEKDAY = "weekday"
    """The weekday is not that of the date."""
    NO_DAY = "no_day"
    """Hours need a day, and none is stated yet."""
    END_FIRST = "end_first"
    """It would end before it starts."""
    AFTER_START = "after_start"
    """Sign-up would close, or the decision fall, after the start."""
    TOO_FEW_SEATS = "too_few_seats"
    """There would be fewer seats than people without whom it does not take place."""
    PAST = "past"
    """It is over, or too far ahead."""
    NO_NUMBER = "no_number"
    NO_AMOUNT = "no_amount"
    """It is no price, or more than one, or one before tax."""
    TOO_MANY = "too_many"
    NO_LINK = "no_link"
    NO_EMAIL = "no_email"


@dataclass(frozen=True, slots=True)
class Unclear:
    """An answer that cannot be taken; nothing was changed."""

    misfit: Misfit


class UnclearError(Exception):
    """Ends the reading of an answer; never leaves this package."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(misfit)
        self.misfit = misfit
