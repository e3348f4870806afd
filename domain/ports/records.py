"""What passes through the ports besides the values of domain: updates, replies, prompts, invitations, views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.official import Role
    from domain.registration import Registration
    from domain.training import Training

ANYBODY = (-(2**63), 2**63 - 1)
"""The first and the last of all ids of people."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update as Telegram sent it: ``raw`` JSON, and the person (or chat) whose turn it is, if it can be told."""

    update_id: int
    person_id: int | None
    raw: str


@dataclass(frozen=True, slots=True)
class Turn:
    """An update taken for its turn; ``attempts`` counts this one."""

    update_id: int
    person_id: int | None
    raw: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply as a row: one Bot API call, ready to send. ``id`` 0 = not stored; ``attempts`` counts calls so far.

    ``begun`` is when the call about to be made was counted, if it was in the very transaction that wrote the reply.
    """

    chat_id: int
    method: str
    body: Mapping[str, Any]
    id: int = 0
    lease: str = ""
    attempts: int = 0
    begun: datetime | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the bot waits for from a person: a word for it (``awaits``), about which training, until when."""

    official_id: int
    awaits: str
    expires_at: datetime
    training_id: int | None = None
    data: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time link that gives a role; only the hash of its token is kept."""

    token_hash: str
    role: Role
    expires_at: datetime
    programme_id: int | None = None
    created_by: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A registration with its training: where in the queue it stands (1 = next) and when the next reminder is due."""

    registration: Registration
    training: Training
    position: int | None = None
    next_reminder: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A registration whose hold, offer or minute of undo ended."""

    training_id: int
    official_id: int


@dataclass(frozen=True, slots=True)
class Listed:
    """How many are on the list of a training, how many of them are seated and wait, and how many others follow it."""

    people: int
    seated: int
    waiting: int
    following: int
