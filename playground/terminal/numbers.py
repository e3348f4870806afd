"""The numbers in brackets: each stands for one button of a chat for as long as that button is there. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from itertools import count

from playground.answers import Json
from playground.chats import Chat

BELOW = 0
"""Stands for a message where a key lies below the whole chat."""

NUMBER = re.compile(r"[0-9]{1,6}")
"""What can be typed as a number."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A button by what it does: on a message or below a chat, whatever its label says meanwhile."""

    message: int
    does: str
    what: str
    label: str = field(compare=False)


class Numbers:
    """Numbers the buttons of one chat; ``spots`` tells which are on a message now.

    A button whose label is a number has that very number. It takes it over from another message while `answering`, for
    then it is what was asked for; what comes unasked takes no number that stands beside a button. The others have
    the smallest that are free and have been no label in this chat, for such a label may come back. A number is free
    once its button is gone and the line then being answered, or else the next, has been answered, so that a number
    typed twice does not mean two things; only labels wait for nothing but the button.
    """

    def __init__(self, spots: Callable[[int], Iterable[Spot]]) -> None:
        self._there = spots
        self._spots: dict[int, Spot] = {}
        self._numbers: dict[Spot, int] = {}
        self._known: set[int] = set()
        self._labels: set[int] = set()
        self.answering = False

    def of(self, spots: Iterable[Spot]) -> Mapping[Spot, int]:
        """Give the buttons of a message that is being shown their numbers."""
        spots = [*spots]
        own = {int(spot.label): spot for spot in reversed(spots) if NUMBER.fullmatch(spot.label)}
        self._labels |= own.keys()
        for number, spot in own.items():
            if self.answering or (holder := self.find(number)) is None or holder.message == spot.message:
                self._give(number, spot)
        for spot in spots:
            if self._spots.get(self._numbers.get(spot, -1)) != spot:
                self._give(next(n for n in count(1) if n not in self._spots and n not in self._labels), spot)
        return {spot: self._numbers[spot] for spot in spots}

    def find(self, number: int) -> Spot | None:
        """Find the button that a number stands for, as it is now; None where there is none any more, or never was."""
        held = self._spots.get(number)
        return None if held is None else next((spot for spot in self._there(held.message) if spot == held), None)

    def knew(self, number: int) -> bool:
        """Tell whether a number has ever stood for something here."""
        return number in self._known

    def free(self) -> None:
        """Let the numbers of buttons that are gone be given anew."""
        self._spots = {number: spot for number in self._spots if (spot := self.find(number)) is not None}
        self._numbers = {spot: number for spot, number in self._numbers.items() if self._spots.get(number) == spot}

    def _give(self, number: int, spot: Spot) -> None:
        self._spots[number], self._numbers[spot] = spot, number
        self._known.add(number)


def spots_on(chat: Chat, message: int) -> list[Spot]:
    """List the buttons on a message of a chat, or the keys below it; none where the message is gone."""
    if message == BELOW:
        return [spot for row in keys_below(chat) for spot in row]
    said = chat.message(message)
    rows = [] if said is None else said.buttons
    return [spot_of(message, asdict(button)) for row in rows for button in row]


def keys_below(chat: Chat) -> list[list[Spot]]:
    """List the keys below a chat in rows, each told by its words."""
    return [[Spot(BELOW, "key", key.text, key.text) for key in row] for row in chat.keys]


def spot_of(message: int, button: Json) -> Spot:
    """Tell a button by what it does: data, url or copies, or nothing that a terminal can do."""
    does = next((name for name in ("data", "url", "copies") if button.get(name) is not None), "")
    return Spot(message, does, button[does] if does else button["label"], button["label"])
