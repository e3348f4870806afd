"""The kinds of values settings are made of, each with the words that ask for it. Never imports the rest of bot."""

import re
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, SecretStr

TOKEN_SHAPE = re.compile(r"[0-9]+:[A-Za-z0-9_-]{30,}")
AS_BOTFATHER_GAVE_IT = "the token exactly as BotFather gave it: digits, a colon and 30 or more characters, on one line"
_HOUR_SHAPE = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Expects:
    """What a setting wants, as the end of a sentence that begins "Set … to"."""

    phrase: str


def _one_line(text: str) -> str:
    if not text.isprintable() or text != text.strip():
        raise ValueError
    return text


def _something(text: str) -> str:
    if not text:
        raise ValueError
    return text


def _zone(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    # Besides unknown names, zoneinfo meets folders and paths out of its own folder: all are a wrong name here.
    if not isinstance(value, str):
        return value
    try:
        return ZoneInfo(value)
    except (OSError, KeyError) as unknown:
        raise ValueError from unknown


def _hour(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and _HOUR_SHAPE.fullmatch(value):
        return time.fromisoformat(value)
    return value


def _whole_minute(hour: time) -> time:
    if hour.second or hour.microsecond or hour.tzinfo is not None:
        raise ValueError
    return hour


def _path(value: Any) -> Any:  # noqa: ANN401
    return Path(value) if isinstance(value, str) and value else value


def _token(secret: SecretStr | None) -> SecretStr | None:
    if secret is not None and not TOKEN_SHAPE.fullmatch(secret.get_secret_value()):
        raise ValueError
    return secret


def _web_address(address: str) -> str:
    parts = urlsplit(_one_line(address))
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise ValueError
    return address.rstrip("/")


def _api_address(address: str) -> str:
    if "/bot" in urlsplit(address).path:
        raise ValueError
    return address


def _web_address_or_nothing(address: str) -> str:
    return address and _web_address(address)


def _database(address: str) -> str:
    parts = urlsplit(_one_line(address))
    match parts.scheme:
        case "sqlite" if not parts.netloc and len(parts.path) > 1:
            return address
        case "postgresql" if parts.hostname or "host" in parse_qs(parts.query):
            return address
    raise ValueError


Text = Annotated[str, AfterValidator(_one_line), Expects("text on one line, without spaces around it")]
Name = Annotated[Text, AfterValidator(_something), Expects("a name on one line, without spaces around it")]
Names = Annotated[tuple[Name, ...], Expects('a list of names, such as ["UM Gdynia", "Gdynia"]')]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone), Expects("a time zone, such as Europe/Warsaw")]
Hour = Annotated[
    time,
    BeforeValidator(_hour),
    AfterValidator(_whole_minute),
    Expects('an hour and minute, such as "14:00"'),
]
Token = Annotated[
    SecretStr | None,
    AfterValidator(_token),
    Expects(AS_BOTFATHER_GAVE_IT),
]
TokenFile = Annotated[Path | None, BeforeValidator(_path), Expects("the path of a file that holds the token")]
WebAddress = Annotated[
    str,
    AfterValidator(_web_address_or_nothing),
    Expects("an address that begins with https:// or http://, or leave it empty"),
]
ApiAddress = Annotated[
    str,
    AfterValidator(_web_address),
    AfterValidator(_api_address),
    Expects("an address that begins with https:// or http://, without the token"),
]
Database = Annotated[
    str,
    AfterValidator(_database),
    Expects("sqlite:///a-path or postgresql://user@host/name"),
]
