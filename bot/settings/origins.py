"""Where each setting came from. Never imports the rest of bot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.settings.keys import Path, variable_of

Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Origins:
    """What each source held, strongest first: the environment, the credentials directory, the file."""

    variables: frozenset[str]
    environment: Tree
    credentials: Tree
    file: Tree
    file_name: str | None

    def source(self, path: Path) -> str:
        """Return the source a setting was taken from: `environment TERMINARZ_TOKEN`, `config.toml`, `default`."""
        if _holds(self.environment, path):
            return f"environment {self._variable(path)}"
        if _holds(self.credentials, path):
            return f"credential {path[0]}"
        if self.file_name is not None and _holds(self.file, path):
            return self.file_name
        return "default"

    def place(self, path: Path) -> str:
        """Return where people find a setting or a part of one: `TERMINARZ_TOKEN`, `chat.language in config.toml`."""
        number = next((place for place, part in enumerate(path) if part.isdecimal()), len(path))
        source = self.source(path[:number]).removeprefix("environment ")
        if source in {variable_of(path), f"credential {path[0]}"}:
            return source
        return f"{_written(path)} in {source}"

    def _variable(self, path: Path) -> str:
        """Return the variable that was set: the setting's own, or one that holds a whole table as JSON."""
        names = [variable_of(path[:end]) for end in range(len(path), 0, -1)]
        return next(name for name in names if name in self.variables)


def _written(path: Path) -> str:
    """Write `chat.language`, and `institutions, no. 2, name` for what stands in a list."""
    if not any(part.isdecimal() for part in path):
        return ".".join(path)
    return ", ".join(f"no. {int(part) + 1}" if part.isdecimal() else part for part in path)


def _holds(tree: Tree, path: Path) -> bool:
    here: object = tree
    for part in path:
        if not isinstance(here, Mapping) or part not in here:
            return False
        here = here[part]
    return True
