"""Settings put together from their sources, or refused in one sentence. Never imports the rest of bot."""

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import SecretStr, ValidationError
from pydantic_settings import InitSettingsSource

from bot.refusals import SettingsRefused
from bot.settings.kinds import AS_BOTFATHER_GAVE_IT, TOKEN_SHAPE
from bot.settings.origins import Origins
from bot.settings.schema import Settings
from bot.settings.sentences import sentence_of
from bot.settings.sources import Environment, credentials, file_source, settings_file


class Reading(NamedTuple):
    """Settings and where each came from."""

    settings: Settings
    origins: Origins


def load_settings(environ: Mapping[str, str], *, token: bool = True) -> Settings:
    """Read the settings, or raise `SettingsRefused`; ``token`` = what is in its file, too."""
    return read_settings(environ, token=token).settings


def read_settings(environ: Mapping[str, str], *, token: bool = True) -> Reading:
    """Read the settings and remember where each came from, or raise `SettingsRefused`.

    The environment is stronger than the credentials directory, and that is stronger than the file.
    """
    environment = Environment(environ)
    handed_over = InitSettingsSource(Settings, credentials(environ))
    path = settings_file(environ)
    file = file_source(path)
    origins = Origins(environment.names, environment(), handed_over(), file(), str(path) if path else None)
    try:
        settings = Settings(_build_sources=((environment, handed_over, file), {}))
    except ValidationError as failure:
        raise SettingsRefused(sentence_of(failure, origins)) from None
    if token and settings.token_file is not None:
        if settings.token is not None:
            both = f"{origins.place(('token',))} or {origins.place(('token_file',))}"
            raise SettingsRefused(f"Give the token once: remove either {both}.")
        read = _token_in(settings.token_file, origins.place(("token_file",)))
        settings = settings.model_copy(update={"token": read})
    return Reading(settings, origins)


def _token_in(path: Path, place: str) -> SecretStr:
    try:
        mode, text = path.stat().st_mode, path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise SettingsRefused(f"Correct {place}: there is no file {path} that the bot's user can read.") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SettingsRefused(f"Correct {place}: others can read the token, so run chmod 600 {path} first.")
    token = text.removesuffix("\n").removesuffix("\r")
    if not TOKEN_SHAPE.fullmatch(token):
        raise SettingsRefused(f"Correct {place}: set the text of {path} to {AS_BOTFATHER_GAVE_IT}.")
    return SecretStr(token)
