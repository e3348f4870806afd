"""The settings as a flat list of keys, for all that names them one by one. Never imports the rest of bot."""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.settings.schema import PREFIX, Settings

Path = tuple[str, ...]


class Key(NamedTuple):
    """One setting: where it is and what is known about it."""

    path: Path
    field: FieldInfo

    @property
    def dotted(self) -> str:
        """The key as people write it: `sending.rate`."""
        return ".".join(self.path)

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return variable_of(self.path)


def variable_of(path: Path) -> str:
    """Return the name of a setting in the environment: `TERMINARZ_SENDING__RATE`."""
    return PREFIX + "__".join(path).upper()


def table_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the model behind a table or a list of tables, None for a plain value."""
    for candidate in (field.annotation, *get_args(field.annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None


def is_list_of_tables(field: FieldInfo) -> bool:
    """Tell `[[institutions]]` from `[chat]` and from plain values."""
    return table_of(field) not in {None, field.annotation}


def keys(model: type[BaseModel] = Settings, above: Path = ()) -> Iterator[Key]:
    """Yield every setting in the order of the schema; a list of tables counts as one."""
    for name, field in model.model_fields.items():
        table = table_of(field)
        if table is None or is_list_of_tables(field):
            yield Key((*above, name), field)
        else:
            yield from keys(table, (*above, name))
