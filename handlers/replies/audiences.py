"""For whom a message to many is: in words, and the screens on which that is chosen. Counts nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain.broadcast import OF_A_TRAINING, Audience
from handlers.buttons import (
    Address,
    ChooseAudience,
    ChooseListed,
    ChooseOffice,
    ChooseSubject,
    ChooseTraining,
    DiscardBroadcast,
)
from handlers.replies import facts
from handlers.replies.rows import does, grid, numbers, to_menu
from handlers.reply import Button, Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.broadcast import Broadcast
    from domain.training import Training
    from handlers.buttons import Press
    from handlers.texts import Words

A_PAGE: Final = 5
A_TITLE: Final = 120
A_PART: Final = 80
_KINDS: Final = {ChooseTraining: "training", ChooseOffice: "institution", ChooseSubject: "topic"}

Chooser = ChooseTraining | ChooseOffice | ChooseSubject


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: its name, how many people that would be, the press that chooses it.

    ``number`` is the one it has everywhere, 0 for what has none and is numbered by its place.
    """

    name: Markup
    people: int
    press: Press
    number: int = 0


def who(words: Words, broadcast: Broadcast) -> Markup:
    """Return for whom a message is: ``lista rezerwowa szkolenia: Prawo opcji``."""
    segment = broadcast.segment
    if segment is None:
        return words("broadcast.audience.none")
    title = facts.title(broadcast.training, A_TITLE) if broadcast.training else ""
    return words(
        f"broadcast.audience.{segment.audience}",
        title=title,
        institution=escape(broadcast.institution or "–", A_PART),
        topic=escape(segment.topic or "", A_PART),
    )


def audiences(words: Words, broadcast: Broadcast, everyone: int) -> Reply:
    """Return the kinds of people a message can be for."""
    number = broadcast.id
    return Reply(
        lines(
            words("broadcast.whom"),
            words("role.programme", name=escape(broadcast.programme.name, A_PART)),
            words("broadcast.everyone_means"),
            words("broadcast.text_kept" if broadcast.text else "broadcast.text_later"),
        ),
        grid(
            [_counted(words, Audience.EVERYONE, everyone, Address(number, Audience.EVERYONE))],
            [does(words, "broadcast.button.training", ChooseTraining(number))],
            [
                does(words, "broadcast.button.institution", ChooseOffice(number)),
                does(words, "broadcast.button.topic", ChooseSubject(number)),
            ],
            [does(words, "broadcast.button.discard", DiscardBroadcast(number)), to_menu(words)],
        ),
    )


def listed(words: Words, broadcast: Broadcast, training: Training, people: Mapping[Audience, int]) -> Reply:
    """Return who on the list of a training a message can be for."""
    buttons = {
        audience: _counted(words, audience, people[audience], Address(broadcast.id, audience, training.id))
        for audience in OF_A_TRAINING
    }
    return Reply(
        lines(words("broadcast.whom"), facts.brief(words, training)),
        grid(
            [buttons[Audience.LISTED], buttons[Audience.SEATED]],
            [buttons[Audience.WAITING]],
            [buttons[Audience.UNCONFIRMED]],
            [does(words, "button.back", ChooseTraining(broadcast.id))],
        ),
    )


def _counted(words: Words, audience: Audience, people: int, press: Address) -> Button:
    return Button(words.plain(f"broadcast.button.{audience}", people=people), press)


def page(shown: Chooser, count: int) -> int:
    """Return the page that is shown of so many choices, the last for one that is not there."""
    return max(1, min(shown.page, -(-count // A_PAGE)))


def choices(words: Words, shown: Chooser, found: Sequence[Choice], count: int) -> Reply:
    """Return a page of what can be chosen, of ``count`` choices in all, a number button each."""
    number = page(shown, count)
    first = (number - 1) * A_PAGE + 1
    numbered = [(each.number or at, each) for at, each in enumerate(found, first)]
    rows = [
        words("broadcast.choice", number=at, name=each.name, people=words.plural("broadcast.people", each.people))
        for at, each in numbered
    ]
    kind = _KINDS[type(shown)]
    return Reply(
        paragraphs(words(f"broadcast.choose.{kind}") if found else words(f"broadcast.no.{kind}"), lines(*rows) or None),
        (
            *numbers([(at, each.press) for at, each in numbered]),
            *grid(
                [
                    does(words, "button.previous", type(shown)(shown.broadcast, number - 1)) if number > 1 else None,
                    does(words, "button.next", type(shown)(shown.broadcast, number + 1))
                    if number * A_PAGE < count
                    else None,
                ],
                [does(words, "button.back", ChooseAudience(shown.broadcast))],
            ),
        ),
    )


def of_training(words: Words, broadcast: Broadcast, training: Training, people: int) -> Choice:
    """Return a training as a choice."""
    return Choice(facts.brief(words, training), people, ChooseListed(broadcast.id, training.id), training.id)
