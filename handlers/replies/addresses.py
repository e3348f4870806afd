"""Addresses behind buttons: only those that Telegram and people can trust. Opens none of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode, urlsplit

from handlers.texts.markup import clean, cut

if TYPE_CHECKING:
    from domain.training import Training
    from handlers.service import Service

LONGEST: Final = 2000
LONGEST_COPY: Final = 256
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.ASCII | re.IGNORECASE)


def safe(url: str | None) -> str | None:
    """Return an https address with a named host and nothing hidden in it, else ``None``."""
    if not url or len(url) > LONGEST or not url.isascii() or re.search(r"[\s\x00-\x20\x7f\"<>\\]", url):
        return None
    try:
        parts = urlsplit(url)
        harmless = parts.scheme == "https" and "@" not in parts.netloc and parts.port in (None, 443)
    except ValueError:
        return None
    return url if harmless and _HOST.fullmatch(parts.hostname or "") else None


def on_map(training: Training) -> str | None:
    """Return where a map shows the place, when both its name and its town are stated."""
    place = training.details.place
    if not place or not place.name or not place.city:
        return None
    sought = quote(f"{cut(clean(place.name), 100)}, {cut(clean(place.city), 60)}")
    return f"https://www.openstreetmap.org/search?query={sought}"


def sharing(training: Training, service: Service) -> str:
    """Return the address that offers the training's link to another chat."""
    return "https://t.me/share/url?" + urlencode({"url": service.deep_link(training.id)})
