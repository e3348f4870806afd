"""The watch: how every part of the process is, measured and told, and an end to the process when one does nothing."""

from bot.watch.parts import Parts
from bot.watch.space import Space
from bot.watch.watch import DEAF, TOKEN_REFUSED, Watch

__all__ = ["DEAF", "TOKEN_REFUSED", "Parts", "Space", "Watch"]
