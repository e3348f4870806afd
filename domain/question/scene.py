"""What questions are understood against: the programme, what is often asked, and the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.question.faqs import Frequent
from domain.question.index import Contents


@dataclass(frozen=True, slots=True)
class Scene:
    """The programme as read, the entries of what is often asked, and the present in the programme's zone."""

    index: Contents
    entries: Sequence[Frequent]
    now: datetime
