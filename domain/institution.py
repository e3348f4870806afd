"""Institutions: municipalities, counties and units, the names people call them, and who is a member."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Institution:
    """A municipality, county or unit; ``id`` 0 = not stored yet.

    ``listed`` ones come from the settings or a programme and are shown to everybody; others are somebody's typed word.
    """

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    member: bool = False
    listed: bool = False
