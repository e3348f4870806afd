"""Scripts: what is asked of the database, written once as generators of statements and driven by either engine.

A script yields statements and is sent their answers; it returns a value of the domain. It knows no connection, so that
SQLite can run a whole script as one function on the database's thread, and PostgreSQL statement by statement.
"""

from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar

import aiosql
from aiosql.queries import Queries

Value: TypeAlias = str | int | None
Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")

_FOLDER = Path(__file__).parent / "sql"
_DIALECTS = ("sqlite", "postgres")


class Row(Protocol):
    """A row of an answer: columns by name or position."""

    def __getitem__(self, column: str | int, /) -> Any:  # noqa: ANN401 - the query knows what its columns hold
        """Return the value of a column."""
        ...


@dataclass(frozen=True, slots=True)
class Statement:
    """A named query and its parameters: one set of them, or a ``batch`` of sets, each of which is applied."""

    query: str
    parameters: Mapping[str, Value] = field(default_factory=dict)
    batch: Sequence[Mapping[str, Value]] | None = None


Script: TypeAlias = Generator[Statement, Any, Result]


class Run(Protocol):
    """Runs a script to its end."""

    def __call__(self, script: Script[Result], /) -> Awaitable[Result]:
        """Return what the script returns."""
        ...


def many(query: str, **parameters: Value) -> Script[list[Row]]:
    """Ask for all rows."""
    rows: list[Row] = yield Statement(query, parameters)
    return rows


def one(query: str, **parameters: Value) -> Script[Row | None]:
    """Ask for one row (a query marked ``^``)."""
    row: Row | None = yield Statement(query, parameters)
    return row


def sole(query: str, **parameters: Value) -> Script[Row]:
    """Ask for the one row that is always there (a query marked ``^``)."""
    row = yield from one(query, **parameters)
    if row is None:
        raise LookupError(query)
    return row


def value(query: str, **parameters: Value) -> Script[Any]:
    """Ask for the first column of one row (a query marked ``^``); ``None`` when there is no such row."""
    row = yield from one(query, **parameters)
    return None if row is None else row[0]


def act(query: str, **parameters: Value) -> Script[None]:
    """Have something written (a query marked ``!``)."""
    yield Statement(query, parameters)


def counted(query: str, **parameters: Value) -> Script[int]:
    """Have something written (a query marked ``!``) and return how many rows that were."""
    rows: int = yield Statement(query, parameters)
    return rows


def each(query: str, batch: Sequence[Mapping[str, Value]]) -> Script[None]:
    """Have something written once for each set of parameters (a query marked ``*!``)."""
    if batch:
        yield Statement(query, batch=batch)


class Scripted:
    """A thing whose methods are scripts; ``run`` is the connection they run on."""

    def __init__(self, run: Run) -> None:
        self.run = run


def scripted(
    write: Callable[Arguments, Script[Result]],
) -> Callable[Concatenate[Scripted, Arguments], Coroutine[Any, Any, Result]]:
    """Make a script into a method that is awaited."""

    @wraps(write)
    async def method(self: Scripted, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        return await self.run(write(*args, **kwargs))

    return method


@cache
def load(dialect: str, adapter: str) -> Queries:
    """Load the named queries of every aggregate with those that are particular to one dialect."""
    others = {f"{name}.sql" for name in _DIALECTS if name != dialect}
    files = (file for file in sorted(_FOLDER.glob("*.sql")) if file.name not in others)
    queries: Queries = aiosql.from_str("\n".join(file.read_text(encoding="utf-8") for file in files), adapter)
    return queries
