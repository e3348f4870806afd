"""The settings told to the one who runs the bot: values, sources, no secret. Never imports the rest of bot."""

import re
from collections.abc import Iterator
from operator import attrgetter

from pydantic import SecretStr

from bot.settings.example import written
from bot.settings.keys import Key, keys
from bot.settings.loading import Reading
from bot.settings.schema import Settings

_PASSWORD = re.compile(r"(://[^:/@]*:).*(?=@)|(password=)[^&]*")


def report(reading: Reading) -> Iterator[str]:
    """Yield which file was read, then each setting as `key = value  (source)`, then what is still missing."""
    file_name = reading.origins.file_name
    yield f"Read {file_name}." if file_name else "No settings file was read."
    for key in keys():
        yield f"{key.dotted} = {_shown(key, reading.settings)}  ({_source(key, reading)})"
    if not reading.settings.controller.named:
        yield "Sign-ups are refused until controller.name and controller.contact are set."


def _shown(key: Key, settings: Settings) -> str:
    match attrgetter(key.dotted)(settings):
        case None:
            return "not set"
        case SecretStr():
            return "set"
        case tuple() as offices:
            return f"{len(offices)} in all"
        case str() as text:
            return written(_PASSWORD.sub(r"\1\2***", text))
        case value:
            return written(value)


def _source(key: Key, reading: Reading) -> str:
    if key.dotted == "token" and reading.settings.token_file is not None:
        return "token_file"
    return reading.origins.source(key.path)
