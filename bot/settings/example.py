"""The text of `config.example.toml`, made from the schema. Never imports the rest of bot."""

import json
from collections.abc import Iterator
from datetime import time
from textwrap import wrap
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.settings.keys import is_list_of_tables, table_of
from bot.settings.schema import Settings

_HEAD = """\
# Settings of Terminarz. Copy this file to config.toml and take the # off the lines that you change;
# as they stand, they show the defaults, or an example where there is none.
#
# Everything here can be set in the environment instead: rate under [sending] is TERMINARZ_SENDING__RATE.
# The environment is stronger than this file. TERMINARZ_CONFIG names another file than config.toml.
# `python -m bot check-config` shows what was read from where.
"""


def example() -> str:
    """Return the whole file. Lines with settings begin with `#` and no space, so that they differ from prose."""
    return "\n".join([_HEAD, *_lines(Settings)]) + "\n"


def written(value: object) -> str:
    """Write a value as TOML does."""
    match value:
        case bool() | int():
            return json.dumps(value)
        case time():
            return f'"{value:%H:%M}"'
        case tuple():
            return f"[{', '.join(map(written, value))}]"
        case _:
            return json.dumps(str(value), ensure_ascii=False)


def _lines(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = table_of(field)
        if inner is None:
            yield from _prose(field.description)
            yield f"#{name} = {written(_shown(field))}"
            yield ""
        else:
            yield from _table(name, field, inner)


def _table(name: str, field: FieldInfo, inner: type[BaseModel]) -> Iterator[str]:
    yield from _prose(field.description or inner.__doc__)
    yield f"#[[{name}]]" if is_list_of_tables(field) else f"[{name}]"
    yield from _lines(inner)


def _prose(description: str | None) -> Iterator[str]:
    for line in wrap(description or "", 110):
        yield f"# {line}"


def _shown(field: FieldInfo) -> Any:  # noqa: ANN401 - settings are of many kinds
    return field.examples[0] if field.examples else field.get_default()
