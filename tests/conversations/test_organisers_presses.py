"""Every press that is an organiser's, by everybody else, in every chat: refused, and not a row is changed."""

import sqlite3
from contextlib import closing
from dataclasses import fields
from enum import EnumType
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from bot.cli.demo.town import Resident, Town
from domain.official import Role
from handlers.buttons import Press, encode
from handlers.buttons.announcing import Announcing
from handlers.buttons.binding import Binding
from handlers.buttons.broadcasting import Broadcasting
from handlers.buttons.changing import Changing
from handlers.buttons.delivering import Delivering
from handlers.buttons.forecasting import Forecasting
from handlers.buttons.kinds import Flag
from tests.conversations.announcements import ONE, pasted
from tests.conversations.hearing import heard, toast
from tests.conversations.messages import composed, organiser
from tests.conversations.programmes import training
from tests.conversations.test_groups import gathered
from tests.conversations.towns import signed_up, town_of

NO_RIGHTS = "Ta funkcja jest dla organizatorów."
IN_PUBLIC = "Szczegóły i zapisy są w prywatnej rozmowie z botem."
EXAMPLES = {int: 1, bool: False, str: ""}
PASSING = {"inbox", "reply", "sqlite_sequence"}
UNIONS = (Announcing, Binding, Broadcasting, Changing, Delivering, Forecasting)
KINDS = [kind for union in UNIONS for kind in get_args(union)]
READ_BY_TRAINERS = {"xs"}


def example(kind: type[Press]) -> str:
    """Return a press of a kind as it travels: about the first of everything."""
    hints = get_type_hints(kind, include_extras=True)
    return encode(kind(*(_value(hints[field.name]) for field in fields(kind))))


def _value(hint: Any) -> Any:  # noqa: ANN401 - a type hint has no type of its own
    if isinstance(hint, EnumType):
        return next(iter(hint))
    if get_origin(hint) is Annotated:
        plain = get_args(hint)[0]
        return False if hint == Flag else EXAMPLES[plain]
    return get_args(hint)[0]


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return everything that is kept, but for what only passes through."""
    with closing(sqlite3.connect(database)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in tables - PASSING}  # noqa: S608 - names of our own tables


async def somebody(town: Town, kind: str) -> Resident:
    return await (organiser(town, "Jan", Role.TRAINER) if kind == "trainer" else signed_up(town, "Anna"))


@pytest.mark.parametrize("who", ["participant", "trainer"])
async def test_every_press_of_an_organiser_by_somebody_else_changes_nothing(who: str, tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(training(), database=f"sqlite:///{database}") as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        await composed(ewa)
        person = await somebody(town, who)
        before, said = rows(database), len(heard(person))
        for press in map(example, KINDS):
            await person.forges(press)
            if who == "trainer" and press.partition(":")[0] in READ_BY_TRAINERS:
                continue
            assert (press, toast(person)) == (press, NO_RIGHTS)
            assert len(heard(person)) == said, press
        assert rows(database) == before


async def test_every_press_of_an_organiser_in_a_group_is_answered_in_private(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(training(), database=f"sqlite:///{database}") as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        group = await gathered(town, ewa)
        group.writes(ewa.person, "/szkolenia")
        await town.settle()
        before = rows(database)
        for press in map(example, KINDS):
            ewa.person.forges(press, group.last)
            await town.settle()
            assert toast(ewa) == IN_PUBLIC, press
        assert rows(database) == before
