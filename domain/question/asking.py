"""Which sentence of a question asks, and how: for one or for several, for help, for something no row holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from domain.question import intents
from domain.question.answer import Intent, Missing
from domain.question.clauses import Clause
from domain.question.index import Contents
from domain.question.terms import Sort
from domain.question.words import FILLERS, Lexicon

NOTIFIED = frozenset({None, *(Intent.LIST, Intent.SIGNUP, Intent.STATUS, Intent.SEATS, Intent.CONTACT)})
"""What is asked for beside a notice that did not come, if only by what the notice would have said."""
NOTIFIED_UNNAMED = NOTIFIED | {Intent.WHEN, Intent.WHERE, Intent.DETAILS}
"""The same where no training is named: whoever names one, and does not wonder why, asks for its date or place."""
SHORTEST = 2
"""Letters of a word that cannot be an adjective in the plural: ze, te."""


def asking(said: Sequence[Clause], index: Contents) -> Clause:
    """Return the sentence that asks: the last with an intent and a question mark, else the nearest to that."""

    def rank(clause: Clause) -> tuple[bool, bool, bool, bool, bool]:
        intent = intents.asked(clause.concepts) is not None
        subject = bool(clause.terms or clause.when or clause.unknown)
        begins = intent and clause.first in index.lexicon.asks
        return clause.asked and intent, clause.asked and subject, begins, intent, subject and not intent

    asking = [clause for clause in said if not clause.reason] or list(said)
    best = max(map(rank, asking))
    return [clause for clause in asking if rank(clause) == best][-1]


def several(clause: Clause, index: Contents, *, inquiring: bool, following: bool) -> bool:
    """Tell whether several trainings are asked for; „czy warsztaty ze stresu są płatne” has one in mind.

    So has a fact asked for after a question about some training (``following``).
    """
    lexicon = index.lexicon
    said = [frozenset[str](), *clause.readings]
    plural = {
        word for before, words in pairwise(said) for word in words & lexicon.many if _plural(word, before, lexicon)
    }
    if inquiring and (clause.of(Sort.SUBJECT) or clause.unknown):
        plural -= {word for term in clause.of(Sort.KIND) for word in term.text.split()}
    fact = intents.asked(clause.concepts - {"list", "which", "some"}) is not None
    lists = not clause.concepts.isdisjoint({"list", "which"}) and not (following and fact)
    return bool(plural) or (lists and "training" not in clause.concepts and not clause.terms)


def _plural(word: str, before: frozenset[str], lexicon: Lexicon) -> bool:
    """Tell whether a word is plural where it stands: „cena szkolenia” has one in mind, „jakie szkolenia” several."""
    if not word.endswith("ia"):
        return before.isdisjoint(lexicon.of_one)
    adjective = any(each.endswith("e") and not each.endswith("nie") and len(each) > SHORTEST for each in before)
    return not before or adjective or not before.isdisjoint(lexicon.plural_after)


def helps(clause: Clause) -> Intent | None:
    """Return the intent of a question about the person's own sign-ups or about the bot, or ``None``."""
    strong = any(not term.weak for term in clause.terms)
    beside = intents.asked(clause.concepts)
    own = "mine" in clause.concepts and beside is not Intent.WITHDRAW
    if own and not (strong and beside not in {None, Intent.LIST, Intent.SIGNUP}):
        return Intent.MINE
    bare = "bare_help" in clause.concepts and not (clause.terms or clause.unknown)
    return Intent.HELP if bare or ("help" in clause.concepts and not strong) else None


def after_notices(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether a sentence asks why something came that the bot says unasked, or did not come.

    „Nie dostałam powiadomienia z linkiem” asks for the link, „… o odwołaniu” for the notice.
    """
    beside = intents.asked(clause.concepts)
    wonders = not clause.words.isdisjoint(lexicon.wonders)
    named = any(not term.weak for term in clause.terms) and not wonders
    if beside not in (NOTIFIED if named else NOTIFIED_UNNAMED):
        return False
    if "lack_of_notices" in clause.concepts:
        return True
    words = clause.words.difference(*(term.text.split() for term in clause.terms if term.titled))
    if words.isdisjoint(lexicon.notices) or words.isdisjoint(lexicon.arrives):
        return False
    return wonders or _denied(clause, lexicon)


def _denied(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether something is said not to have come: „nie mi przyszło”, "no reminder came"."""
    denied = False
    for token, words in zip(clause.tokens, clause.readings, strict=True):
        if denied and not words.isdisjoint(lexicon.arrives | lexicon.notices):
            return True
        denied = token.folded in lexicon.denies or (denied and token.folded in lexicon.after_denial | FILLERS)
    return False


def missing(concepts: frozenset[str], intent: Intent | None) -> Missing | None:
    """Return what narrower or wider thing than the intent is asked for: the hour, the room, what no row holds."""
    if "other" in concepts and intent is Intent.DETAILS:
        return Missing.OTHER
    if intent is Intent.WHEN and concepts & {"hour", "ends"} and "when" not in concepts:
        return Missing.HOUR
    return Missing.ROOM if intent is Intent.WHERE and "room" in concepts and "where" not in concepts else None
