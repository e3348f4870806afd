"""The bot's webhook: where updates are to be posted, on which terms, and how that last failed.

Only says what Telegram takes; the posting is done by `playground.poster`. As Telegram's own local Bot API server
allows, an address on this machine may be plain HTTP on any port.
"""

import ipaddress
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import SplitResult, urlsplit

from playground.answers import Json, bad_request
from playground.loopback import is_loopback

PORTS = (443, 80, 88, 8443)
LONGEST_SECRET = 256
MOST_CONNECTIONS = 100
USUAL_CONNECTIONS = 40
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


@dataclass(slots=True, eq=False)
class Webhook:
    """A webhook that is set; `failed_at` and `failure` tell of the last post that failed."""

    url: str
    secret: str = ""
    connections: int = USUAL_CONNECTIONS
    failed_at: datetime | None = None
    failure: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is on this machine, the only one updates are posted to."""
        return is_loopback(self.host)

    @property
    def host(self) -> str:
        """The host of its address."""
        return _parts(self.url).hostname or ""

    def raw(self) -> Json:
        """Describe it as getWebhookInfo does."""
        shown: Json = {"url": self.url, "max_connections": self.connections}
        if self.is_here:
            shown["ip_address"] = "127.0.0.1"
        if self.failed_at is not None:
            shown |= {"last_error_date": int(self.failed_at.timestamp()), "last_error_message": self.failure}
        return shown


def checked(url: str, secret: str, connections: int) -> Webhook:
    """Make a webhook, or refuse it as Telegram does; connections are brought into Telegram's range."""
    try:
        parts = _parts(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme.lower() not in {"http", "https"} or not host or re.search(r"\s", url):
        raise bad_request("invalid webhook URL specified")
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if not is_loopback(host):
        _check_elsewhere(parts.scheme.lower(), host, port)
    return Webhook(url, secret, min(max(connections, 1), MOST_CONNECTIONS) if connections else USUAL_CONNECTIONS)


def _check_elsewhere(scheme: str, host: str, port: int | None) -> None:
    if scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (port or PORTS[0]) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    try:
        reserved = not ipaddress.ip_address(host).is_global
    except ValueError:
        return
    if reserved:
        raise bad_request(f"bad webhook: IP address {host} is reserved")


def _parts(url: str) -> SplitResult:
    return urlsplit(url if "://" in url else f"https://{url}")
