"""How many seats the bot may give when some are taken elsewhere; never who has them.

A file states what is left *now*: free seats = capacity - taken elsewhere - taken in the bot, at least 0. From this the
number taken elsewhere is computed, and the bot may give the rest. The number taken in the bot may be above the number
it may give, when the capacity was lowered afterwards: nobody loses a seat by that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.training import Details, Training


def free_seats(seats: int | None, taken: int) -> int | None:
    """Return how many seats are free now, as an export states it; ``None`` when no limit is known."""
    return None if seats is None else max(0, seats - taken)


def seats(details: Details, free: int | None, taken: int, present: Training | None = None) -> int | None:
    """Return how many people the bot may seat (``None`` = no limit) after an import.

    ``details`` and ``free`` are what the file states, ``taken`` is how many seats are taken in the bot, ``present`` is
    the training as stored, ``None`` when it is new. A file that states what an export would changes nothing.
    """
    if present and details.capacity == present.details.capacity and free == free_seats(present.seats, taken):
        return present.seats
    if free is None:
        return _keeping_elsewhere(details.capacity, present)
    if details.capacity is None:
        return free + taken
    return details.capacity - max(0, details.capacity - free - taken)


def _keeping_elsewhere(capacity: int | None, present: Training | None) -> int | None:
    """Return the seats that a new capacity leaves when as many as before are taken elsewhere."""
    if capacity is None or present is None or present.seats is None:
        return capacity
    before = present.details.capacity
    elsewhere = max(0, (capacity if before is None else before) - present.seats)
    return max(0, capacity - elsewhere)
