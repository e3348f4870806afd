"""The memory as a whole: transactions, and the inbox that is filled outside of any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Collection, Coroutine, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from domain.ports.announcements import Acts, Announcements
    from domain.ports.asking import Knowledge, Questions
    from domain.ports.broadcasts import Broadcasts
    from domain.ports.chats import Chats, Posts
    from domain.ports.fan_outs import Alterations, FanOuts
    from domain.ports.forecast import Dispatches
    from domain.ports.ledger import Ledger
    from domain.ports.lists import Rosters, Trainings
    from domain.ports.mail import Inbox, Notices, Replies
    from domain.ports.news import News
    from domain.ports.people import Officials, Organisers
    from domain.ports.records import Incoming, Turn
    from domain.ports.watching import Audit, Heartbeats

First = TypeVar("First")
Second = TypeVar("Second")
Third = TypeVar("Third")


class Transaction(Protocol):
    """One unit of work: everything written through it happens together or not at all; no network call inside one."""

    @property
    def inbox(self) -> Inbox:
        """Updates in their turn."""
        ...

    @property
    def trainings(self) -> Trainings:
        """Programmes and trainings."""
        ...

    @property
    def officials(self) -> Officials:
        """People."""
        ...

    @property
    def organisers(self) -> Organisers:
        """Roles and invitations."""
        ...

    @property
    def rosters(self) -> Rosters:
        """Who is on which list."""
        ...

    @property
    def notices(self) -> Notices:
        """The ledger."""
        ...

    @property
    def ledger(self) -> Ledger:
        """What was said, as it is explained."""
        ...

    @property
    def news(self) -> News:
        """Who wants to hear of new trainings."""
        ...

    @property
    def broadcasts(self) -> Broadcasts:
        """Messages to many."""
        ...

    @property
    def fan_outs(self) -> FanOuts:
        """What is told to many and not wholly written yet."""
        ...

    @property
    def alterations(self) -> Alterations:
        """Changes of trainings that are not wholly written yet."""
        ...

    @property
    def replies(self) -> Replies:
        """Answers on their way."""
        ...

    @property
    def questions(self) -> Questions:
        """What people asked."""
        ...

    @property
    def knowledge(self) -> Knowledge:
        """What organisers keep for answering."""
        ...

    @property
    def announcements(self) -> Announcements:
        """What organisers write."""
        ...

    @property
    def acts(self) -> Acts:
        """What organisers did."""
        ...

    @property
    def chats(self) -> Chats:
        """Groups and channels in which trainings are posted."""
        ...

    @property
    def posts(self) -> Posts:
        """Posts about trainings."""
        ...

    @property
    def dispatches(self) -> Dispatches:
        """Groups of notices that will go out, and what organisers decided about them."""
        ...

    @property
    def heartbeats(self) -> Heartbeats:
        """How the parts of the bot are."""
        ...

    @property
    def audit(self) -> Audit:
        """What is wrong in the records."""
        ...

    @overload
    async def together(
        self, first: Coroutine[Any, Any, First], second: Coroutine[Any, Any, Second], /, *, last: bool = False
    ) -> tuple[First, Second]: ...

    @overload
    async def together(
        self,
        first: Coroutine[Any, Any, First],
        second: Coroutine[Any, Any, Second],
        third: Coroutine[Any, Any, Third],
        /,
    ) -> tuple[First, Second, Third]: ...

    async def together(self, *asked: Any, last: bool = False) -> Any:
        """Do what methods of this transaction were asked for, in this order, on one way to the storage.

        What depends on what another returns cannot be among it, nor what rules take part in. With the ``last`` of a
        transaction it is committed, if nobody else waits to: nothing may follow.
        """
        ...

    async def next_due(self) -> datetime | None:
        """Return the next instant at which a notice, a reply, a registration, a post or a fan-out falls due."""
        ...

    async def latest(self) -> datetime | None:
        """Return the newest instant that was noted: an update came, or a notice or a reply ended."""
        ...


class Storage(Protocol):
    """The memory: transactions, and the inbox that is filled outside of any."""

    def transaction(self, *, long: bool = False) -> AbstractAsyncContextManager[Transaction]:
        """Open a writing transaction: commits at the end of the block, rolls back on any exception.

        Short ones may be committed together; nobody who is done waits for one that is said to be ``long``.
        """
        ...

    def reading(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a consistent read; writing in it fails."""
        ...

    async def receive(self, updates: Sequence[Incoming], now: datetime) -> None:
        """Commit a batch of updates; ones already there change nothing."""
        ...

    async def next_turns(self, busy: Collection[int], now: datetime, limit: int) -> Sequence[Turn]:
        """Take the oldest waiting update of each person not in ``busy`` and commit the attempt before its turn begins.

        An update without a person has its ``update_id`` in place of one. An update waits until its ``retry_at``,
        but for a minute at most: one put off for longer was put off before the clock was set back.
        """
        ...

    async def retry(self, update_id: int, at: datetime, error: str, *, counted: bool = True) -> None:
        """Let an update wait for its next attempt, at most a minute; ``counted`` tells whether this was one."""
        ...

    async def set_aside(self, update_id: int, error: str, now: datetime) -> None:
        """Give an update up after its last attempt."""
        ...

    async def unfinished(self) -> int:
        """Return how many updates still wait."""
        ...

    async def in_doubt(self) -> int:
        """Return how many updates were taken and neither took effect nor failed, those under way included."""
        ...

    async def purge(self, before: datetime) -> None:
        """Forget updates, replies and discarded drafts that ended before this instant, and what a log holds of them.

        Groups in which the bot last spoke before it are forgotten, too, and chats shown to it and never bound.
        """
        ...

    async def forget(self, now: datetime) -> None:
        """Forget texts of questions not passed on for a day, ended 90 days ago, or waiting as long and closed now.

        Those of messages to many are forgotten 90 days after they ended; one not sent in as long is discarded.
        """
        ...

    async def recover(self, now: datetime) -> None:
        """End the leases that a process left behind when it died; only for the one that holds the instance lock."""
        ...

    async def held(self) -> None:
        """Hold the database for this instance until cancelled; raises when another one has taken it."""
        ...

    def to_blame(self, error: BaseException) -> bool:
        """Tell whether an error is the storage's own (locked, full, out of reach), and not of what was asked of it."""
        ...

    async def close(self) -> None:
        """Close every connection and give the instance lock back."""
        ...
