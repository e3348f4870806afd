"""Where settings are read from: environment, credentials directory, file. Never imports the rest of bot."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsError,
    TomlConfigSettingsSource,
)

from bot.refusals import SettingsRefused
from bot.settings.keys import keys, variable_of
from bot.settings.schema import PREFIX, Settings
from bot.settings.sentences import suggestion

FILE_VARIABLE = PREFIX + "CONFIG"
DEFAULT_FILE = "config.toml"
CREDENTIALS_VARIABLE = "CREDENTIALS_DIRECTORY"


class Environment(EnvSettingsSource):
    """The `TERMINARZ_…` names of an environment that is handed in."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        _refuse_unknown(environ)
        self._environ = environ
        super().__init__(Settings)

    @property
    def names(self) -> frozenset[str]:
        """The names that were set to something, in capitals."""
        return frozenset(name.upper() for name, value in self._environ.items() if value)

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return {name.lower(): value for name, value in self._environ.items() if value}

    def _coerce_env_val_strict(self, field: FieldInfo | None, value: Any) -> Any:  # noqa: ANN401 - as inherited
        # The inherited way takes "true" for the number 1.
        if field is None or field.annotation is None or not isinstance(value, str):
            return value
        try:
            return TypeAdapter[Any](field.annotation).validate_strings(value)
        except ValidationError:
            return value

    def decode_complex_value(self, field_name: str, field: FieldInfo, value: Any) -> Any:  # noqa: ANN401 - as inherited
        """Read a variable that holds a table or a list as JSON."""
        try:
            return super().decode_complex_value(field_name, field, value)
        except ValueError:
            name = next(name for name, given in self._environ.items() if given == value)
            raise SettingsRefused(f"Set {name} to JSON, or write this part into {DEFAULT_FILE}.") from None


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = {FILE_VARIABLE, *_variables()}
    for name in sorted(environ):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            nearest = suggestion(name.upper(), sorted(known))
            raise SettingsRefused(f"Remove or correct {name}: there is no such setting{nearest}.")


def _variables() -> Iterator[str]:
    for path, _ in keys():
        for end in range(1, len(path) + 1):
            yield variable_of(path[:end])


def credentials(environ: Mapping[str, str]) -> dict[str, Any]:
    """Read what the service manager handed over: in its directory, one file a setting, such as `token`."""
    directory = environ.get(CREDENTIALS_VARIABLE)
    if not directory or not Path(directory).is_dir():
        return {}
    try:
        return SecretsSettingsSource(Settings, secrets_dir=directory, env_prefix="")()
    except SettingsError:
        raise SettingsRefused(f"Correct the files in {CREDENTIALS_VARIABLE}: one of them cannot be read.") from None


def settings_file(environ: Mapping[str, str]) -> Path | None:
    """Find the file to read: the one named by `TERMINARZ_CONFIG`, else `config.toml` here, else none."""
    named = environ.get(FILE_VARIABLE)
    if named and not Path(named).is_file():
        raise SettingsRefused(f"Correct {FILE_VARIABLE}: there is no file {named}.")
    path = Path(named or DEFAULT_FILE)
    return path if path.is_file() else None


def file_source(path: Path | None) -> PydanticBaseSettingsSource:
    """Read the file, or nothing at all."""
    try:
        return TomlConfigSettingsSource(Settings, toml_file=path)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        place = re.search(r"at line \d+", str(broken))
        raise SettingsRefused(f"Correct {path}{' ' + place[0] if place else ''}: it is not TOML.") from None
    except OSError:
        raise SettingsRefused(f"Let the bot's user read {path}: it cannot be opened.") from None
