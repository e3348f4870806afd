"""Where people come to, as organisers type it: venue, town and room in one line, or one of them alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from domain.question import forms
from domain.stating import texts
from domain.stating.field import Misfit, UnclearError
from domain.stating.words import begins, label, says
from domain.training import Mode, Place

if TYPE_CHECKING:
    from domain.training import Draft

MOST_PARTS: Final = 3
_APART = re.compile(r"[,;\n]")
_POST_CODE = re.compile(r"\d\d-\d{3} +(?=[^\W\d])")
_A_TOWN: Final = 3
"""Words in the name of a town, at most."""


def place(text: str, known: Place | None) -> Place:
    """Return the place: „Biuro Rady Miasta, Gdańsk, sala 107”.

    A room alone leaves the rest as it is, and so does a town; another town than before leaves nothing of it.
    """
    if not any(sign.isalpha() for sign in text):
        raise UnclearError(Misfit.UNREAD)
    parts = [_POST_CODE.sub("", texts.line(each)) for each in _APART.split(text) if each.strip()]
    named: dict[str, str] = {}
    plain: list[str] = []
    for each in parts:
        part, value = label(each)
        if part is None and (_floor(each) or begins(each, "room")) and len(parts) + bool(known) > 1:
            part = "room"
        if part:
            named[part] = f"{named[part]}, {value}" if part in named else value
        elif plain and begins(each, "address") and not _town(plain[-1]):
            plain[-1] = f"{plain[-1]}, {each}"
        else:
            plain.append(each)
    named |= _ordered(plain)
    if not named:
        raise UnclearError(Misfit.UNREAD)
    moved = bool(plain) and known is not None and known.city not in {None, named.get("city")}
    return replace(known or Place(), **named) if "name" not in named and not moved else Place(**named)


def _ordered(parts: list[str]) -> dict[str, str]:
    """Return which of the parts without a label is what: venue, town, room, or the town before the venue."""
    if len(parts) > MOST_PARTS:
        raise UnclearError(Misfit.UNREAD)
    if len(parts) == 1:
        return {"city" if _town(parts[0]) else "name": parts[0]}
    told = [begins(each, "venue") for each in parts]
    if len(parts) > 1 and (begins(parts[1], "address") or told[:2] == [False, True]):
        parts[:2] = reversed(parts[:2])
    return dict(zip(("name", "city", "room"), parts, strict=False))


def _floor(text: str) -> bool:
    """Tell whether a part says on which floor: „III piętro”, „parter”."""
    return any(begins(each, "floor") for each in text.split())


def _town(text: str) -> bool:
    """Tell whether a text is the name of a town and nothing else."""
    words = text.replace("-", " ").split()
    kinds = [forms.available().part(each) for each in words]
    fits = {forms.Part.NAME, forms.Part.QUALITY}
    return len(words) <= _A_TOWN and forms.Part.NAME in kinds and fits.issuperset(kinds) and text.istitle()


def online(text: str, draft: Draft) -> tuple[Mode | None, str | None]:
    """Return how people attend, and the link: „tak”, „nie”, „hybrydowo”, a link, or both."""
    address, rest = texts.link_in(text)
    mode = _mode(rest)
    if mode is None and (rest or not address):
        raise UnclearError(Misfit.UNREAD)
    if mode is Mode.ON_SITE:
        return mode, None
    if mode is None:
        on_site = draft.place is not None or draft.mode is Mode.HYBRID
        mode = Mode.HYBRID if on_site and draft.mode is not Mode.ONLINE else Mode.ONLINE
    return mode, address or draft.online_url


def _mode(text: str) -> Mode | None:
    for mode, lists in {
        Mode.ONLINE: ("online", "yes"),
        Mode.ON_SITE: ("on_site", "no"),
        Mode.HYBRID: ("hybrid",),
    }.items():
        if any(says(text, each) for each in lists):
            return mode
    return None
