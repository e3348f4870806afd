"""Which links Telegram takes in texts and buttons, and how it writes them back."""

import re
from urllib.parse import SplitResult, parse_qs, urlsplit, urlunsplit

_USER = re.compile(r"tg://user\?id=([0-9]{1,18})$", re.IGNORECASE)
_HAS_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_TELEGRAM = re.compile(r"(?:tg|ton|tonsite)://\S+$", re.IGNORECASE)


class WrongLinkError(ValueError):
    """A link that Telegram does not take, with its reason in Telegram's words."""


def checked(link: str, *, only_https: bool = False) -> str:
    """Write a link as Telegram stores it, or raise WrongLinkError."""
    link = link.strip()
    if not link:
        raise WrongLinkError("URL host is empty")
    if only_https and not link.lower().startswith("https://"):
        raise WrongLinkError("Only HTTPS links are allowed")
    whole = link if _HAS_SCHEME.match(link) else f"http://{link}"
    try:
        parts = urlsplit(whole)
    except ValueError:
        raise WrongLinkError("Wrong HTTP URL") from None
    return link if _TELEGRAM.match(link) else _checked_web(whole, parts)


def _checked_web(link: str, parts: SplitResult) -> str:
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise WrongLinkError("Wrong port number specified in the URL") from None
    if parts.scheme.lower() not in {"http", "https"}:
        raise WrongLinkError("Unsupported URL protocol")
    if not host:
        raise WrongLinkError("URL host is empty")
    if "." not in host.strip(".") or parts.username or re.search(r"\s", link) or port == 0:
        raise WrongLinkError("Wrong HTTP URL")
    return urlunsplit(parts._replace(path=parts.path or "/"))


def payload_for(username: str, link: str) -> str | None:
    """Tell what a link to a bot carries, empty when it only opens the chat; None when it does not lead to this bot."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if (parts.hostname, parts.path.lower()) != ("t.me", f"/{username}".lower()):
        return None
    return parse_qs(parts.query).get("start", [""])[0]


def mentioned_user(link: str) -> int | None:
    """Tell whom a `tg://user?id=…` link points to."""
    match = _USER.match(link)
    return int(match[1]) if match else None
