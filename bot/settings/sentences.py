"""What is wrong, in one sentence that names the key and shows no value. Never imports the rest of bot."""

from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.settings.keys import Path, table_of
from bot.settings.kinds import Expects
from bot.settings.origins import Origins
from bot.settings.schema import Settings


def sentence_of(failure: ValidationError, origins: Origins) -> str:
    """Say one thing of those that pydantic found wrong."""
    # An unknown name comes first: what seems missing may be that name, misspelt.
    faults = failure.errors(include_url=False, include_input=False)
    fault = min(faults, key=lambda each: each["type"] != "extra_forbidden")
    location = tuple(str(part) for part in fault["loc"])
    match fault["type"]:
        case "value_error" if _is_rule(location):
            return str(fault["ctx"]["error"])
        case "extra_forbidden":
            nearest = suggestion(location[-1], _siblings(location))
            return f"Remove or correct {origins.place(location)}: there is no such setting{nearest}."
        case "missing":
            return f"Add {location[-1]} to {origins.place(location[:-1])}: {_expectation(location)}."
        case _:
            return f"Set {origins.place(location)} to {_expectation(location)}."


def suggestion(name: str, known: list[str]) -> str:
    """Return the end of a sentence about an unknown name: the known one that is nearest, if one is near."""
    near = get_close_matches(name, known, n=1)
    return f"; perhaps {near[0]} was meant" if near else ""


def _descend(location: Path) -> tuple[type[BaseModel], FieldInfo | None]:
    """Follow a location: the innermost table on the way, and the field at its end unless that is a table itself."""
    model: type[BaseModel] = Settings
    field: FieldInfo | None = None
    for part in location:
        if part.isdecimal():
            continue
        field = model.model_fields.get(part)
        inner = table_of(field) if field else None
        model = inner or model
    return model, field


def _is_rule(location: Path) -> bool:
    """Tell a rule of a whole table, which brings its own sentence, from a value that is not of its kind."""
    _, field = _descend(location)
    return field is None or table_of(field) is not None


def _siblings(location: Path) -> list[str]:
    model, _ = _descend(location[:-1])
    return list(model.model_fields)


def _expectation(location: Path) -> str:
    _, field = _descend(location)
    table = table_of(field) if field else None
    if field is None or (table is not None and (table == field.annotation or location[-1].isdecimal())):
        return "a table of settings"
    if table is not None:
        return "a list of tables"
    for mark in reversed(field.metadata):
        if isinstance(mark, Expects):
            return mark.phrase
    return _plain_expectation(field.annotation, field.metadata)


def _plain_expectation(annotation: Any, metadata: list[Any]) -> str:  # noqa: ANN401 - types are of many kinds
    if annotation is bool:
        return "true or false"
    if annotation is int:
        least = next(mark.ge for mark in metadata if isinstance(mark, Ge))
        most = next(mark.le for mark in metadata if isinstance(mark, Le))
        return f"a whole number from {least} to {most}"
    if get_origin(annotation) is Literal:
        return "one of " + ", ".join(get_args(annotation))
    raise LookupError(annotation)
