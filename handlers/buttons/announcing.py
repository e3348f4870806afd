"""Presses on announcements and their drafts, until they are published. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from domain.stating import Field
from handlers.buttons.kinds import Flag, Number, Plain


@dataclass(frozen=True, slots=True)
class OfAnnouncement(Plain):
    """A press about one announcement."""

    announcement: Number


@dataclass(frozen=True, slots=True)
class OfDraft(Plain):
    """A press about one draft."""

    draft: Number


class ShowPaste(Plain):
    """How to begin a new announcement."""

    code = "bn"


class ShowSample(Plain):
    """An announcement as it could be pasted."""

    code = "bw"


@dataclass(frozen=True, slots=True)
class PasteFor(Plain):
    """The announcement is one of this programme: read what waits, or wait for it."""

    code = "bp"

    programme: Number


class ReadOffered(Plain):
    """The text that waits is an announcement."""

    code = "bo"


class AskOffered(Plain):
    """The text that waits is a question."""

    code = "bq"


@dataclass(frozen=True, slots=True)
class ShowUnfinished(Plain):
    """A page of the announcements that are not published yet."""

    code = "bu"

    page: Number = 1


@dataclass(frozen=True, slots=True)
class ShowSheet(Plain):
    """A page of an announcement's drafts."""

    code = "bs"

    announcement: Number
    page: Number = 1


class FillGaps(OfAnnouncement):
    """What is missing, asked for all drafts at once."""

    code = "bg"


@dataclass(frozen=True, slots=True)
class SkipGap(Plain):
    """This stays unknown; ask for what is missing next."""

    code = "bi"

    announcement: Number
    field: Field


@dataclass(frozen=True, slots=True)
class ShowDraft(Plain):
    """A page of a draft's fields."""

    code = "bd"

    draft: Number
    page: Number = 1


@dataclass(frozen=True, slots=True)
class AskField(Plain):
    """A field is to be corrected."""

    code = "bf"

    draft: Number
    field: Field


@dataclass(frozen=True, slots=True)
class EmptyField(Plain):
    """A field states nothing any more."""

    code = "be"

    draft: Number
    field: Field
    version: Number


@dataclass(frozen=True, slots=True)
class PickOption(Plain):
    """One of the values between which the text leaves a choice; ``at`` counts them from 0."""

    code = "by"

    draft: Number
    field: Field
    version: Number
    at: Number


class DropDraft(OfDraft):
    """This is no training to be published."""

    code = "bx"


class KeepSheet(OfAnnouncement):
    """The drafts wait for another day."""

    code = "bk"


class Discard(OfAnnouncement):
    """The announcement is given up."""

    code = "bz"


class TakeBack(OfAnnouncement):
    """The announcement was not to be given up."""

    code = "bt"


class ShowPublish(OfAnnouncement):
    """What publishing would do."""

    code = "bl"


@dataclass(frozen=True, slots=True)
class Publish(Plain):
    """Publish it as it was at a version."""

    code = "bb"

    announcement: Number
    version: Number
    silent: Flag = False


@dataclass(frozen=True, slots=True)
class ChooseHour(Plain):
    """When it is to be published."""

    code = "bh"

    announcement: Number
    version: Number


@dataclass(frozen=True, slots=True)
class Schedule(Plain):
    """Publish it at an instant: ``minute`` counts minutes since 1970 in UTC."""

    code = "ba"

    announcement: Number
    version: Number
    minute: Number


class Unschedule(OfAnnouncement):
    """Publish it at no hour any more."""

    code = "bj"


Announcing = (
    ShowPaste
    | ShowSample
    | PasteFor
    | ReadOffered
    | AskOffered
    | ShowUnfinished
    | ShowSheet
    | FillGaps
    | SkipGap
    | ShowDraft
    | AskField
    | EmptyField
    | PickOption
    | DropDraft
    | KeepSheet
    | Discard
    | TakeBack
    | ShowPublish
    | Publish
    | ChooseHour
    | Schedule
    | Unschedule
)
