"""Which sentence of a question asks, and how: for one or for several, for help, for something no row holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from domain.question import intents
from domain.question.answer import Intent, Missing
from domain.question.clauses import Clause
from domain.question.index import Contents
from domain.question.terms import Sort


def asking(said: Sequence[Clause]) -> Clause:
    """Return the sentence that asks: the last with an intent and a question mark, else a mark, an intent, a subject."""

    def rank(clause: Clause) -> tuple[bool, bool, bool, bool]:
        intent = intents.asked(clause.concepts) is not None
        subject = bool(clause.terms or clause.when or clause.unknown)
        return clause.asked and intent, clause.asked and subject, intent, subject and not intent

    asking = [clause for clause in said if not clause.reason] or list(said)
    best = max(map(rank, asking))
    return [clause for clause in asking if rank(clause) == best][-1]


def several(clause: Clause, index: Contents, *, inquiring: bool) -> bool:
    """Tell whether several trainings are asked for; „czy warsztaty ze stresu są płatne” has one in mind."""
    lexicon = index.lexicon
    said = [frozenset({""}), *clause.readings]
    plural = {
        word for before, words in pairwise(said) if before.isdisjoint(lexicon.of_one) for word in words & lexicon.many
    }
    if inquiring and (clause.of(Sort.SUBJECT) or clause.unknown):
        plural -= {word for term in clause.of(Sort.KIND) for word in term.text.split()}
    return bool(plural) or ("list" in clause.concepts and "training" not in clause.concepts and not clause.terms)


def helps(clause: Clause) -> Intent | None:
    """Return the intent of a question about the person's own sign-ups or about the bot, or ``None``."""
    strong = any(not term.weak for term in clause.terms)
    beside = intents.asked(clause.concepts)
    own = "mine" in clause.concepts and beside is not Intent.WITHDRAW
    if own and not (strong and beside not in {None, Intent.LIST, Intent.SIGNUP}):
        return Intent.MINE
    bare = "bare_help" in clause.concepts and not (clause.terms or clause.unknown)
    return Intent.HELP if bare or ("help" in clause.concepts and not strong) else None


def missing(concepts: frozenset[str], intent: Intent | None) -> Missing | None:
    """Return what narrower or wider thing than the intent is asked for: the hour, the room, what no row holds."""
    if "other" in concepts and intent is Intent.DETAILS:
        return Missing.OTHER
    if intent is Intent.WHEN and concepts & {"hour", "ends"} and "when" not in concepts:
        return Missing.HOUR
    return Missing.ROOM if intent is Intent.WHERE and "room" in concepts and "where" not in concepts else None
