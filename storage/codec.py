"""Values as JSON text and back, exactly: ``None`` is left out, ``()``, 0 and false are kept; no field is named here."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

from domain.wall import Wall

Value = TypeVar("Value")
Reader = Callable[[Any], Any]

# The domain names these in annotations only.
_NAMES = {"Decimal": Decimal, "Mapping": Mapping, "Wall": Wall, "date": date, "datetime": datetime, "time": time}
# orjson writes the microseconds of an hour without their leading noughts.
_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_NON_STR_KEYS
_PARSERS: dict[object, Reader] = {Decimal: Decimal, Wall: Wall.parse, time: time.fromisoformat}


def dump(value: object) -> str:
    """Return the JSON text of a dataclass, a mapping or a list."""
    return orjson.dumps(value, _plain, _OPTIONS).decode()


def load(kind: type[Value], text: str) -> Value:
    """Return the dataclass that was dumped; a field that the text lacks has its default."""
    value: Value = _reader(cast("Hashable", kind))(orjson.loads(text))
    return value


def scope(programmes: Collection[int] | None) -> dict[str, str | int]:
    """Return programmes as the queries take them; ``None`` = everywhere."""
    return {"everywhere": int(programmes is None), "programmes": dump(list(programmes or ()))}


def hints(kind: type) -> dict[str, Any]:
    """Return the types of a dataclass's fields."""
    return get_type_hints(kind, localns=_NAMES)


def _plain(value: object) -> object:
    """Return what JSON has no form for as something that it has one for."""
    if isinstance(value, Wall | Decimal):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if not is_dataclass(value):
        raise TypeError(value)
    parts = ((field, getattr(value, field.name)) for field in fields(value))
    return {field.name: part for field, part in parts if _stated(field, part)}


def _stated(field: Field[Any], part: object) -> bool:
    return part is not None or field.default is not None


@cache
def _reader(kind: Hashable) -> Reader:
    """Build the function that reads a type; the types are few, so each is built once."""
    parts = get_args(kind)
    if kind in _PARSERS:
        return _PARSERS[kind]
    if get_origin(kind) in {Union, UnionType}:
        (inner,) = (part for part in parts if part is not NoneType)
        return _optional(_reader(inner))
    if get_origin(kind) is tuple:
        return _several(_reader(parts[0])) if parts[-1] is Ellipsis else _each([_reader(part) for part in parts])
    if get_origin(kind) is Mapping:
        return _mapped(_reader(parts[0]), _reader(parts[1]))
    if isinstance(kind, type) and is_dataclass(kind):
        return _whole(kind)
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else lambda data: data


def _optional(read: Reader) -> Reader:
    return lambda data: None if data is None else read(data)


def _several(read: Reader) -> Reader:
    return lambda data: tuple(read(part) for part in data)


def _each(readers: list[Reader]) -> Reader:
    return lambda data: tuple(read(part) for read, part in zip(readers, data, strict=True))


def _mapped(name: Reader, part: Reader) -> Reader:
    return lambda data: {name(each): part(value) for each, value in data.items()}


def _whole(kind: type) -> Reader:
    readers = {name: _reader(hint) for name, hint in hints(kind).items()}
    return lambda data: kind(**{name: read(data[name]) for name, read in readers.items() if name in data})
