"""Tokens: the playground's own, which are plainly not Telegram's, and those of others, which nobody may get to see."""

import re
from typing import TypeVar, cast

_SHAPE = re.compile(r"[1-9][0-9]{0,15}:[A-Za-z0-9_-]{30,50}")
_OURS = re.compile(r"[1-9][0-9]*:PLAYGROUNDx{25}")
_ANYWHERE = re.compile(r"[0-9]{1,16}(?::|%(?:25)*3[Aa])[A-Za-z0-9_-]{30,}")
_SHORTEST = 32
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


def blotted(value: Value) -> Value:
    """Blot out whatever has a token's shape in a value, its names and all that lies in it.

    The address of a webhook often repeats a token, as it is or with its colon percent-encoded.
    """
    shown: object = value
    if isinstance(value, str):
        if len(value) >= _SHORTEST:
            shown = _ANYWHERE.sub(_BLOT, value)
    elif isinstance(value, dict):
        shown = {
            name if _too_short(name) else blotted(name): one if _too_short(one) else blotted(one)
            for name, one in value.items()
        }
    elif isinstance(value, list | tuple):
        shown = [one if _too_short(one) else blotted(one) for one in value]
    return cast("Value", shown)


def _too_short(value: object) -> bool:
    """Tell at a glance what holds no token: most of what a call carries."""
    return isinstance(value, int) or (isinstance(value, str) and len(value) < _SHORTEST)
