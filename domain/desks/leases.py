"""What everybody goes by who takes rows under a lease and sends them: for how long, and when again."""

from datetime import timedelta
from typing import Final

LEASE: Final = timedelta(minutes=3)
"""For how long a row is nobody else's: longer than a call can take."""
AGAIN_AFTER = timedelta(seconds=30)
"""When to try again what may have arrived."""
LOST: Final = "the process ended while it was on its way"
TRIES, PAUSE = 60, 2.0
"""How often, and after how many seconds, what became of a row is written down: for about as long as its lease."""
