"""Texts, numbers and addresses as organisers type them, refused where a programme file could not hold them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from domain.programme import texts
from domain.stating.field import Misfit, UnclearError
from domain.stating.words import says, without

LONGEST_LINE: Final = 200
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_BARE_LINK = re.compile(r"(?<![\w@.])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/\S*)?(?![\w@])", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,9}")
_AMOUNT = re.compile(r"(\d{1,9})(?:[.,](\d{1,2})|,-)?")


def cleaned(text: str) -> str:
    """Return a text without signs that nobody sees or that turn what is read, its lines trimmed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    seen = "".join(sign for sign in text if sign == "\n" or _is_seen(sign))
    return "\n".join(" ".join(each.split()) for each in seen.split("\n")).strip()


def _is_seen(sign: str) -> bool:
    return sign == "\t" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def line(text: str, longest: int = LONGEST_LINE) -> str:
    """Return a text on one line."""
    return lines(" ".join(text.split()), longest)


def lines(text: str, longest: int = texts.LONGEST_TEXT) -> str:
    """Return a text that says something and is not too long."""
    if not any(sign.isalnum() for sign in text):
        raise UnclearError(Misfit.UNREAD)
    if len(text) > longest:
        raise UnclearError(Misfit.TOO_LONG)
    return text


def number(text: str, least: int = 0) -> int:
    """Return the one whole number of people that a text states: ``25``, „25 osób”, „maks. 25 miejsc”."""
    digits = without(text, "counted").strip(" .").replace(" ", "")
    if not _DIGITS.fullmatch(digits):
        raise UnclearError(Misfit.NO_NUMBER)
    if not least <= int(digits) <= texts.MOST_PEOPLE:
        raise UnclearError(Misfit.TOO_MANY if int(digits) else Misfit.NO_NUMBER)
    return int(digits)


def price(text: str) -> Decimal:
    """Return what a text asks for: „bezpłatne”, ``0``, „1 200,50 zł”."""
    if says(without(text, "money"), "free"):
        return Decimal(0)
    amount = _AMOUNT.fullmatch(without(re.sub(r"(?<=\d)(?=[^\W\d_])", " ", text), "money").replace(" ", ""))
    if not amount:
        raise UnclearError(Misfit.NO_AMOUNT)
    value = Decimal(f"{amount[1]}.{amount[2] or 0}")
    if value > texts.HIGHEST_PRICE:
        raise UnclearError(Misfit.TOO_MANY)
    return Decimal(int(value)) if value == int(value) else value


def yes(text: str) -> bool:
    """Return whether a text says yes or no."""
    if says(text, "yes"):
        return True
    if says(text, "no"):
        return False
    raise UnclearError(Misfit.UNREAD)


def link(text: str) -> str:
    """Return the one address that a text is."""
    address, rest = link_in(text)
    if address is None or rest:
        raise UnclearError(Misfit.NO_LINK)
    return address


def link_in(text: str) -> tuple[str | None, str]:
    """Return the first address in a text, if there is one, and the text without it."""
    found = _LINK.search(text) or _BARE_LINK.search(text)
    if not found:
        return None, text
    address = found[0].rstrip(".,;)")
    if "://" not in address:
        address = f"https://{address}"
    try:
        texts.web_address(address)
    except ValueError:
        raise UnclearError(Misfit.NO_LINK) from None
    if len(address) > texts.LONGEST_ADDRESS:
        raise UnclearError(Misfit.TOO_LONG)
    return address, " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" .,;:–-")
