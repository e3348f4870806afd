"""The numbers in brackets: each stands for one button for ever, whatever comes after it. Pure."""

from dataclasses import dataclass

from playground.answers import Json

BELOW = 0
"""Stands for a message where a key lies below the whole chat."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A button by what it does: on a message or below a chat, whatever its label says meanwhile."""

    chat: int
    message: int
    does: str
    what: str


class Numbers:
    """Numbers the buttons in the order in which they are shown first."""

    def __init__(self) -> None:
        self._numbers: dict[Spot, int] = {}
        self._spots: list[Spot] = []

    def of(self, spot: Spot) -> int:
        """Return the number of a button; the same one gets the same."""
        if spot not in self._numbers:
            self._spots.append(spot)
            self._numbers[spot] = len(self._spots)
        return self._numbers[spot]

    def find(self, number: int) -> Spot | None:
        """Find what a number was shown beside; None when it never was."""
        return self._spots[number - 1] if 0 < number <= len(self._spots) else None


def spot_of(chat: int, message: int, button: Json) -> Spot:
    """Tell a button by what it does: data, url or copies, or nothing that a terminal can do."""
    does = next((name for name in ("data", "url", "copies") if button.get(name) is not None), "")
    return Spot(chat, message, does, button[does] if does else button["label"])


def key_of(chat: int, text: str) -> Spot:
    """Tell a key below a chat by its words."""
    return Spot(chat, BELOW, "key", text)
