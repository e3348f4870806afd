"""Presses about messages to many: composing, sending, holding and ending one. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from domain.broadcast import Audience
from handlers.buttons.kinds import Mark, Number, Plain


@dataclass(frozen=True, slots=True)
class AboutBroadcast(Plain):
    """A press about one message to many."""

    broadcast: Number


@dataclass(frozen=True, slots=True)
class PageOfBroadcast(Plain):
    """A page of something about one message to many."""

    broadcast: Number
    page: Number = 1


class ShowBroadcasts(Plain):
    """The messages that went out last, and the way to a new one."""

    code = "r"


@dataclass(frozen=True, slots=True)
class ComposeBroadcast(Plain):
    """A new message to people of a programme."""

    code = "rn"

    programme: Number


class ChooseAudience(AboutBroadcast):
    """The kinds of people it can be for."""

    code = "ra"


class ChooseTraining(PageOfBroadcast):
    """A page of trainings on whose list the people are."""

    code = "rt"


class ChooseOffice(PageOfBroadcast):
    """A page of institutions that the people are from."""

    code = "ri"


class ChooseSubject(PageOfBroadcast):
    """A page of topics that the people want to hear about."""

    code = "rc"


@dataclass(frozen=True, slots=True)
class ChooseListed(AboutBroadcast):
    """Who on the list of a training."""

    code = "rl"

    training: Number


@dataclass(frozen=True, slots=True)
class Address(AboutBroadcast):
    """These people; ``which`` training or institution, where it takes one."""

    code = "rd"

    audience: Audience
    which: Number = 0


@dataclass(frozen=True, slots=True)
class AddressSubject(AboutBroadcast):
    """Those who want to hear about a topic."""

    code = "rs"

    topic: Mark


class WriteBroadcast(AboutBroadcast):
    """The text is typed next."""

    code = "rw"


class PreviewBroadcast(AboutBroadcast):
    """What it looks like, and to whom it would go."""

    code = "rv"


class TryBroadcast(AboutBroadcast):
    """The message to myself alone."""

    code = "rm"


@dataclass(frozen=True, slots=True)
class SendBroadcast(AboutBroadcast):
    """Send it to as many people as the button says."""

    code = "rg"

    people: Number


class DiscardBroadcast(AboutBroadcast):
    """Never send it."""

    code = "rx"


class ShowBroadcast(AboutBroadcast):
    """How far it has come."""

    code = "rb"


class PauseBroadcast(AboutBroadcast):
    """Hold what is not sent yet."""

    code = "rp"


class ResumeBroadcast(AboutBroadcast):
    """Let it go on."""

    code = "rr"


class StopBroadcast(AboutBroadcast):
    """End it here."""

    code = "re"


class ShowUnreached(PageOfBroadcast):
    """Who has not got it."""

    code = "ru"


class AskDeletion(AboutBroadcast):
    """Deleting it for those who got it, not confirmed yet."""

    code = "rk"


class DeleteBroadcast(AboutBroadcast):
    """Delete it for those who got it."""

    code = "rz"


Broadcasting = (
    ShowBroadcasts
    | ComposeBroadcast
    | ChooseAudience
    | ChooseTraining
    | ChooseOffice
    | ChooseSubject
    | ChooseListed
    | Address
    | AddressSubject
    | WriteBroadcast
    | PreviewBroadcast
    | TryBroadcast
    | SendBroadcast
    | DiscardBroadcast
    | ShowBroadcast
    | PauseBroadcast
    | ResumeBroadcast
    | StopBroadcast
    | ShowUnreached
    | AskDeletion
    | DeleteBroadcast
)
