"""Scope: which programmes' people and questions are an organiser's affair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.official import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.official import Grant
    from domain.training import Programme


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything, or the programmes coordinated; trainers have none."""

    everywhere: bool
    coordinated: frozenset[int]

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.coordinated)

    @property
    def programmes(self) -> frozenset[int] | None:
        """The ids of the programmes, ``None`` = every programme and none."""
        return None if self.everywhere else self.coordinated

    def covers(self, programme: Programme | None) -> bool:
        """Tell whether a programme is in it; what concerns no programme is for administrators."""
        return self.everywhere or (programme is not None and programme.id in self.coordinated)


def scope(grants: Sequence[Grant]) -> Scope:
    """Return the scope that roles give."""
    coordinated = {grant.programme_id for grant in grants if grant.role is Role.COORDINATOR}
    return Scope(
        any(grant.role is Role.ADMINISTRATOR for grant in grants),
        frozenset(number for number in coordinated if number is not None),
    )
