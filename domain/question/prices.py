"""Prices that a question names: "do 150 zł", "więcej niż 300 zł", "under 200 PLN". Never a programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.question.folding import Token

_CURRENCY: Final = frozenset({"zl", "zlotych", "zlote", "zloty", "pln", "zlotowki", "zlotowek"})
_AT_MOST: Final = frozenset(
    {
        "do",
        "maksymalnie",
        "najwyzej",
        "max",
        "under",
        "below",
        "ponizej",
        "most",
        "tansze",
        "taniej",
        "mniej",
        "less",
        "cheaper",
    }
)
_AT_LEAST: Final = frozenset(
    {"od", "powyzej", "ponad", "wiecej", "minimum", "over", "above", "more", "drozsze", "drozej", "least"}
)
_THAN: Final = frozenset({"niz", "than", "od", "at", "co"})
_REACH: Final = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """Prices from ``least`` to ``most`` in złoty; ``None`` leaves that side open, ``beyond`` leaves the bound out."""

    least: Decimal | None = None
    most: Decimal | None = None
    beyond: bool = False

    def hold(self, price: Decimal | None) -> bool:
        """Tell whether a stated price lies within."""
        if price is None:
            return False
        if self.beyond and price in (self.least, self.most):
            return False
        return (self.least is None or price >= self.least) and (self.most is None or price <= self.most)


def bounds(tokens: Sequence[Token], titled: frozenset[int]) -> tuple[Bounds | None, frozenset[int]]:
    """Return the prices named and the places of the tokens that name them; those of a title name none."""
    least: Decimal | None = None
    most: Decimal | None = None
    beyond = False
    used: set[int] = set()
    for at, token in enumerate(tokens[1:], 1):
        amount = tokens[at - 1].folded
        if token.folded not in _CURRENCY or not amount.isdigit() or at - 1 in titled:
            continue
        before = [tokens[place].folded for place in range(max(0, at - 1 - _REACH), at - 1)]
        used |= {at - 1, at} | {at - 2 for _ in before[-1:] if before[-1] in _AT_MOST | _AT_LEAST | _THAN}
        strict = (
            "niz" in before
            or "than" in before
            or not {"ponizej", "powyzej", "ponad", "under", "over", "below", "above"}.isdisjoint(before)
        )
        beyond = beyond or strict
        if not _AT_LEAST.isdisjoint(before) and _AT_MOST.isdisjoint(before):
            least = Decimal(amount)
        elif not _AT_MOST.isdisjoint(before):
            most = Decimal(amount)
        else:
            least = most = Decimal(amount)
    return (Bounds(least, most, beyond) if used else None), frozenset(used)
