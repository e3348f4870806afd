"""What is said in a group: the way to the private chat, and the next few trainings with a link to each card.

Never imports telegram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.replies.listing import A_PAGE, item
from handlers.replies.rows import grid, opens
from handlers.reply import Button, Reply
from handlers.texts.markup import lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.ports import Stored
    from handlers.service import Service
    from handlers.texts import Words

SHOWN: Final = A_PAGE


def hint(words: Words, service: Service) -> Reply:
    """Return the way from a group to the private chat."""
    return Reply(words("group.hint"), grid([opens(words, "button.open_chat", service.chat)]))


def upcoming(words: Words, stored: Sequence[Stored], service: Service) -> Reply:
    """Return the next few trainings, each number a link to its card in the private chat."""
    chat = opens(words, "button.open_chat", service.chat)
    if not stored:
        return Reply(words("list.none"), grid([chat]))
    here = [(each.training.id, each) for each in stored[:SHOWN]]
    cards = [Button(str(number), url=service.deep_link(number)) for number, _ in here]
    listed = lines(*(item(words, each, number) for number, each in here))
    return Reply(paragraphs(words("group.upcoming"), listed, words("group.hint")), grid(cards, [chat]))
