"""Tokens: the playground's own, which are plainly not Telegram's, and those of others, which nobody may get to see."""

import re
from typing import TypeVar

_SHAPE = re.compile(r"[1-9]\d{0,15}:[A-Za-z0-9_-]{30,50}")
_OURS = re.compile(r"[1-9]\d*:PLAYGROUNDx{25}")
_BLOT = "…"

Value = TypeVar("Value")


def token_of(bot_id: int) -> str:
    """Make the token of a playground's bot: of a token's shape, and plainly not one of Telegram's."""
    return f"{bot_id}:PLAYGROUND{'x' * 25}"


def is_well_formed(token: str) -> bool:
    """Tell whether a text has the shape of a token."""
    return _SHAPE.fullmatch(token) is not None


def is_playground_token(token: str) -> bool:
    """Tell a token made here from one that may be real."""
    return _OURS.fullmatch(token) is not None


def without(token: str, value: Value) -> Value:
    """Blot out a token wherever a value repeats it, as the address of a webhook often does."""
    blotted: object = value
    match value:
        case str() if token:
            blotted = value.replace(token, _BLOT)
        case dict():
            blotted = {name: without(token, one) for name, one in value.items()}
        case list():
            blotted = [without(token, one) for one in value]
    return blotted  # type: ignore[return-value] # it is of the shape it was
