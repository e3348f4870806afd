"""Texts, addresses and numbers as the programme file may hold them; never what they mean."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PlainValidator

from domain.programme.problem import quote
from domain.programme.sentences import told

LONGEST_ID = 100
LONGEST_TITLE = 300
LONGEST_TEXT = 4000
LONGEST_ADDRESS = 2000
MOST_PEOPLE = 100_000
HIGHEST_PRICE = 1_000_000

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])"
_WEB_HOST = re.compile(_HOST)
_EMAIL = re.compile(rf"[A-Za-z0-9_+%-]+(?:\.[A-Za-z0-9_+%-]+)*@{_HOST}")


def _clean(text: str) -> str:
    """Refuse a text that shows nothing, or that holds signs which hide or turn what is read."""
    text = text.replace("\r\n", "\n")
    if not any(sign.isprintable() and not sign.isspace() for sign in text):
        raise told("This text is empty; fill it in, or write null where nothing needs to be stated.")
    for sign in text:
        if sign in _TURNING or (unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} and sign not in "\n\t"):
            raise told(f"Remove the invisible sign U+{ord(sign):04X}; it may have come with copied text.")
    return text


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise told("Write this in one line, without line breaks and tabs.")
    return text


def _trimmed(text: str) -> str:
    if text != text.strip():
        raise told("Remove the spaces at its beginning and end.")
    return text


def web_address(text: str) -> str:
    """Refuse what is not a plain public web address, or pretends to be another."""
    try:
        parts = urlsplit(text)
        plain = parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        raise told(f"{quote(text)} is not a web address; check it.") from None
    if parts.scheme not in {"http", "https"} or any(sign.isspace() or sign == "\\" for sign in text):
        raise told("Write a web address that begins with https:// (or http://) and has no spaces.")
    if not plain or not _WEB_HOST.fullmatch(parts.hostname or ""):
        raise told(
            "Write a web address with a name, such as https://zapisy.example.org/form: no @ and no number for a name."
        )
    return text


def email(text: str) -> str:
    """Return an e-mail address, or raise with what one looks like."""
    if not _EMAIL.fullmatch(text):
        raise told(f"{quote(text)} is not an e-mail address; write one such as biuro@example.org.")
    return text


def _price(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise told("Write the price as a number without quotation marks and currency, such as 250 or 99.50; 0 = free.")
    if not 0 <= value <= HIGHEST_PRICE:
        raise told(f"Write a price from 0 to {HIGHEST_PRICE}.")
    price = Decimal(value)
    if price != round(price, 2):
        raise told("Write the price with at most two digits after the point.")
    return price


Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_clean)]
Line = Annotated[Text, AfterValidator(_one_line)]
Title = Annotated[str, Field(max_length=LONGEST_TITLE), AfterValidator(_clean), AfterValidator(_one_line)]
Key = Annotated[
    str, Field(max_length=LONGEST_ID), AfterValidator(_clean), AfterValidator(_one_line), AfterValidator(_trimmed)
]
WebAddress = Annotated[str, Field(max_length=LONGEST_ADDRESS), AfterValidator(_clean), AfterValidator(web_address)]
Email = Annotated[str, Field(max_length=LONGEST_TITLE), AfterValidator(_clean), AfterValidator(email)]
Price = Annotated[Decimal, PlainValidator(_price)]
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
SomePeople = Annotated[int, Field(ge=1, le=MOST_PEOPLE)]
