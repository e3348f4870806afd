"""The roster of a training: the only place that gives a seat. Pure rules from a roster to a decision; no storage.

Every rule that frees a seat ends with `promotion.promote`, so a freed seat reaches the queue whatever freed it.
"""

from domain.roster.joining import HOLD, confirm, place, take
from domain.roster.leaving import UNDO, lapse, pass_on, remove, undo, withdraw
from domain.roster.ledger import Decision, Drop, Effect, Erase, Plan, Recall, Roster, Summon, Write
from domain.roster.presence import attend, begin_offer, recall, shorten_offer
from domain.roster.promotion import promote, refill

__all__ = [
    "HOLD",
    "UNDO",
    "Decision",
    "Drop",
    "Effect",
    "Erase",
    "Plan",
    "Recall",
    "Roster",
    "Summon",
    "Write",
    "attend",
    "begin_offer",
    "confirm",
    "lapse",
    "pass_on",
    "place",
    "promote",
    "recall",
    "refill",
    "remove",
    "shorten_offer",
    "take",
    "undo",
    "withdraw",
]
