"""Stillness: while nothing at all can be sent, nobody tries. It costs nothing to lose, and is not kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.notice import NotSent

LONGEST = timedelta(minutes=1)


@dataclass(slots=True)
class Stillness:
    """Until when nothing is sent, shared by all who send."""

    until: datetime | None = None

    def again(self, refused: NotSent, now: datetime) -> datetime:
        """Return when to try something again; be still until then when the reason is nobody's in particular."""
        at = now + timedelta(seconds=refused.after)
        if refused.everyone:
            self.until = at
        return at

    def reigns(self, now: datetime) -> bool:
        """Tell whether nothing may be sent; what would last longer than any was begun before the clock was set back."""
        if self.until and now < self.until <= now + LONGEST:
            return True
        self.until = None
        return False
