"""What presses are made of: kinds of fields, and the shapes that several presses share. Never imports telegram."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, ClassVar, Final, Literal

from domain.folding import fold
from domain.official import Role

ONLINE: Final = "online"

# Each kind of field beside the pattern that its text on the wire must match.
Number = Annotated[int, "0|[1-9][0-9]{0,14}"]
Account = Annotated[int, "[1-9][0-9]{0,15}"]  # Telegram's ids have up to 52 bits
Minute = Annotated[int, "0|[1-9][0-9]{0,8}"]  # since 1970; more digits would be no instant
Hour = Annotated[int, "1?[0-9]|2[0-3]"]
Flag = Annotated[bool, "1?"]
Mark = Annotated[str, "(?:[0-9a-f]{6})?"]
Spot = Annotated[str, "(?:online|[0-9a-f]{6})?"]
Month = Annotated[str, "(?:20[0-9]{2}-(?:0[1-9]|1[0-2]))?"]
Token = Annotated[str, "[A-Za-z0-9_-]{1,60}"]
Wish = Literal["week", "day", "hour"]


@dataclass(frozen=True, slots=True)
class Plain:
    """A press that says everything by its name; every other kind adds to it.

    The codes are on buttons in people's chats: one once used never gets another meaning.
    """

    code: ClassVar[str]


@dataclass(frozen=True, slots=True)
class About(Plain):
    """A press about one training, by its number for life."""

    training: Number


@dataclass(frozen=True, slots=True)
class AboutPerhaps(Plain):
    """A press that came up on the way to a training, 0 = on the way to none."""

    training: Number = 0


@dataclass(frozen=True, slots=True)
class AboutSignUp(Plain):
    """A sign-up; ``despite_overlap`` = the person has seen the warning."""

    training: Number
    despite_overlap: Flag = False


@dataclass(frozen=True, slots=True)
class Filtered(Plain):
    """A page of a filtered list; ``topic`` and ``place`` are marks, ``month`` is ``2026-05``, empty = any."""

    page: Number = 1
    topic: Mark = ""
    month: Month = ""
    place: Spot = ""
    free: Flag = False


@dataclass(frozen=True, slots=True)
class AboutRole(Plain):
    """A role of a person, ``programme`` 0 = everywhere."""

    role: Role
    official: Account
    programme: Number = 0


@lru_cache(maxsize=4096)
def mark(text: str) -> str:
    """Return six hexadecimal digits that stand for a topic or a place, whatever its case and accents."""
    return hashlib.sha256(fold(text).encode(errors="replace")).hexdigest()[:6]
