"""Presses on inline buttons that wait for the bot's answer, and the toasts people saw."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from playground.answers import bad_request
from playground.chats import User
from playground.clock import Clock

ANSWER_WITHIN = timedelta(minutes=1)
"""How long a press waits for its answer; Telegram names no figure, about a minute is what bots meet."""


@dataclass(frozen=True, slots=True)
class Toast:
    """What popped up for a person: shortly at the top, or as an alert to be closed."""

    text: str
    alert: bool
    url: str
    at: datetime


@dataclass(slots=True, eq=False)
class Query:
    """One press; `toast` is set when the bot has answered, even with nothing to show."""

    id: str
    person: User
    data: str
    at: datetime
    toast: Toast | None = None


class Queries:
    """All presses of one world."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._by_id: dict[str, Query] = {}

    def open(self, person: User, data: str) -> Query:
        """Note a press."""
        number = len(self._by_id) + 1
        query = Query(str((person.id << 32) + number), person, data, self._clock.now())
        self._by_id[query.id] = query
        return query

    def answer(self, query_id: str, text: str, url: str, *, alert: bool) -> Query:
        """Answer a press, or refuse when it is unknown or too old; only the first answer is shown."""
        query = self._by_id.get(query_id)
        if query is None or self._clock.now() - query.at > ANSWER_WITHIN:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if query.toast is None:
            query.toast = Toast(text, alert, url, self._clock.now())
        return query

    def toasts(self, person: User) -> list[Toast]:
        """List what popped up for a person, oldest first."""
        shown = (query.toast for query in self._by_id.values() if query.person is person)
        return [toast for toast in shown if toast is not None and toast.text]

    def unanswered(self, person: User) -> list[Query]:
        """List presses whose button still shows the waiting sign."""
        return [query for query in self._by_id.values() if query.person is person and query.toast is None]
