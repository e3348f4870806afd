"""Rights: what is an organiser's affair, looked up anew in the transaction of every act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.scope import scope

if TYPE_CHECKING:
    from domain.ports import Transaction
    from domain.scope import Scope


async def scope_of(transaction: Transaction, official_id: int) -> Scope:
    """Return the scope that a person's roles give now."""
    return scope(await transaction.organisers.grants(official_id))
