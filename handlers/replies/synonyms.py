"""Phrases that mean the same, as organisers see and change them. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain import handed_over as became
from handlers.buttons import DropSynonym, ShowSynonyms
from handlers.replies.rows import ALONE, does, grid, named, to_menu
from handlers.reply import Button, Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.faq import Synonym
    from domain.handed_over import Equating
    from handlers.texts import Words

A_PAGE: Final = 5
A_ROW: Final = 120


def synonyms(words: Words, groups: Sequence[Synonym], page: int = 1) -> Reply:
    """Return a page of the groups, newest first, each with a button that removes it."""
    pages = max(1, -(-len(groups) // A_PAGE))
    page = max(1, min(page, pages))
    shown = list(reversed(groups))[(page - 1) * A_PAGE : page * A_PAGE]
    earlier = does(words, "button.previous", ShowSynonyms(page - 1)) if page > 1 else None
    later = does(words, "button.next", ShowSynonyms(page + 1)) if page < pages else None
    return Reply(
        paragraphs(
            words("question.synonyms"),
            lines(*(_row(each) for each in shown)) or words("question.no_synonyms"),
            words("question.add_synonym"),
        ),
        grid(*([_removing(words, each)] for each in shown), [earlier, later], [to_menu(words)]),
    )


def equating(words: Words, outcome: Equating) -> Reply:
    """Return what became of phrases that were to mean the same."""
    match outcome:
        case became.Added(synonym):
            text = lines(words("question.synonym_added"), _row(synonym))
            return Reply(text, grid([_removing(words, synonym)], _back(words)))
        case became.Malformed():
            return Reply(lines(words("question.synonym_malformed"), words("question.add_synonym")), grid(_back(words)))
        case became.TooMany(limit):
            return Reply(words("question.synonyms_full", limit=limit), grid(_back(words)))
        case _:
            assert_never(outcome)


def _row(synonym: Synonym) -> Markup:
    return escape(f"{synonym.id}. {' = '.join(synonym.phrases)}", A_ROW)


def _removing(words: Words, synonym: Synonym) -> Button:
    label = words.plain("question.button.part", number=synonym.id, phrase=synonym.phrases[0])
    return named(label, DropSynonym(synonym.id), ALONE)


def _back(words: Words) -> list[Button]:
    return [does(words, "question.button.synonyms", ShowSynonyms()), to_menu(words)]
