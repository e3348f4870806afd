"""People as organisers type them: who speaks, and whom to ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from domain.programme import texts as file
from domain.stating import texts
from domain.stating.field import Misfit, UnclearError
from domain.training import Contact, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SPEAKERS: Final = 30
_NAME = re.compile(r"(?:(?:[^\W\d_]{1,5}\.\s*)|(?:(?:dr|mgr|prof|inż)\s+))*[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*)+")
_ROLE = re.compile(r"\s*(?:\((?P<bracketed>[^()]*)\)|(?:,|\s[–—-]\s)\s*(?P<after>.+))\s*")
_EMAIL = re.compile(r"\S+@\S+")
_PHONE = re.compile(r"(?:tel(?:efon)?\.?:?\s*)?(\+?\(?\d[\d\s().-]{5,18}\d(?:\s*wew\.?\s*\d+)?)", re.IGNORECASE)


def speakers(text: str) -> tuple[Speaker, ...]:
    """Return who speaks: a line or a semicolon apart, each with a function after a comma or in brackets.

    Commas alone part people when all that stands between them are names: „Anna Nowak, Jan Lis”.
    """
    parts = [texts.line(each) for each in re.split(r"[;\n]", text) if each.strip()]
    if len(parts) == 1:
        parts = list(_people(parts[0]))
    if not parts:
        raise UnclearError(Misfit.UNREAD)
    if len(parts) > MOST_SPEAKERS:
        raise UnclearError(Misfit.TOO_LONG)
    return tuple(map(_speaker, parts))


def _people(text: str) -> Iterator[str]:
    parts = [each.strip() for each in re.split(r",| i (?=[^\W\d_a-ząćęłńóśźż])| and ", text) if each.strip()]
    alone = all(_NAME.fullmatch(each) and each.title().split()[-1] == each.split()[-1] for each in parts)
    return iter(parts if alone else [text])


def _speaker(text: str) -> Speaker:
    name = re.split(r",|\(|\s[–—-]\s", text, maxsplit=1)[0].strip()
    role = _ROLE.fullmatch(text[len(name) :]) if name else None
    if not name or (text[len(name) :].strip() and role is None):
        raise UnclearError(Misfit.UNREAD)
    told = (role["bracketed"] or role["after"] or "").strip() if role else ""
    return Speaker(name, told or None)


def contact(text: str) -> Contact:
    """Return whom to ask: name, function, telephone and e-mail address in any order, parted by commas."""
    rest, address = _taken(_EMAIL, text)
    rest, phone = _taken(_PHONE, rest)
    if address:
        address = address.strip("<>(),;:.").removeprefix("mailto:")
        try:
            file.email(address)
        except ValueError:
            raise UnclearError(Misfit.NO_EMAIL) from None
    parts = [texts.line(each) for each in re.split(r"[,;\n]", rest) if any(sign.isalnum() for sign in each)]
    if "@" in rest:
        raise UnclearError(Misfit.NO_EMAIL)
    if not (parts or address or phone):
        raise UnclearError(Misfit.UNREAD)
    return Contact(parts[0] if parts else None, ", ".join(parts[1:]) or None, address, phone)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str | None]:
    """Return the text without what the pattern finds first, and that."""
    found = pattern.search(text)
    if not found:
        return text, None
    value = found[found.lastindex or 0].strip()
    return f"{text[: found.start()]},{text[found.end() :]}", " ".join(value.split())
