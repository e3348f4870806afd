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

    def __call__(self, script: Script[Result], /, *, last: bool = False) -> Awaitable[Result]:
        """Return what the script returns; ``last`` tells that nothing follows it in its transaction."""
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


class Call(Coroutine[Any, Any, Result]):
    """What a method made of a script returns: awaited, the script runs; whoever runs several takes the script out."""

    __slots__ = ("_running", "run", "script")

    def __init__(self, run: Run, script: Script[Result]) -> None:
        self.run = run
        self.script = script
        self._running: Generator[Any, Any, Result] | None = None

    def __await__(self) -> Generator[Any, Any, Result]:
        """Run the script."""
        return self.run(self.script).__await__()

    def send(self, value: Any, /) -> Any:  # noqa: ANN401 - what a task sends and is sent
        """Go on as a task of its own."""
        self._running = self._running or self.__await__()
        return self._running.send(value)

    def throw(self, *error: Any) -> Any:  # noqa: ANN401 - what a task sends and is sent
        """Fail as a task of its own."""
        self._running = self._running or self.__await__()
        return self._running.throw(*error)

    def close(self) -> None:
        """End, run or not."""
        (self._running or self.script).close()


def scripted(
    write: Callable[Arguments, Script[Result]],
) -> Callable[Concatenate[Scripted, Arguments], Coroutine[Any, Any, Result]]:
    """Make a script into a method that is awaited."""

    @wraps(write)
    def method(self: Scripted, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Call[Result]:
        return Call(self.run, write(*args, **kwargs))

    return method


def together(calls: Sequence[Call[Any]]) -> Script[tuple[Any, ...]]:
    """Run several scripts as one, in their order."""
    results: tuple[Any, ...] = ()
    for call in calls:
        results += ((yield from call.script),)
    return results


@cache
def load(dialect: str, adapter: str) -> Queries:
    """Load the named queries of every aggregate with those that are particular to one dialect."""
    others = {f"{name}.sql" for name in _DIALECTS if name != dialect}
    files = (file for file in sorted(_FOLDER.glob("*.sql")) if file.name not in others)
    queries: Queries = aiosql.from_str("\n".join(file.read_text(encoding="utf-8") for file in files), adapter)
    return queries
