"""A change of a training with many people on its list: what it writes is as many statements as for a few."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from domain.desks.changing import Changing
from domain.notice import Kind
from domain.ports import Storage
from domain.training import Details, Status
from domain.wall import Wall
from storage.statements import Run, Script
from storage.transaction import Transaction
from tests.storage.samples import NOW, add_training, planned, sign_up, training

from .conftest import Hand

Change = Callable[[Details], Details]
Result = TypeVar("Result")


def moved(details: Details) -> Details:
    return replace(details, start=Wall.parse("2026-05-12T10:00"))


def called_off(details: Details) -> Details:
    return replace(details, status=Status.CANCELLED, note="Choroba.")


async def scripts_of(storage: Storage, people: int, *changes: Change) -> int:
    """Return how many scripts it takes to change a training of so many people, one change after another."""
    number = await add_training(storage, str(people), seats=people - 1)
    for person in range(people):
        await sign_up(storage, number, person)
    taken = 0
    for change in changes:
        before = await training(storage, number)
        async with storage.transaction() as transaction:
            assert isinstance(transaction, Transaction)

            def counted(script: Script[Result], *, last: bool = False, run: Run = transaction.run) -> Awaitable[Result]:
                nonlocal taken
                taken += 1
                return run(script, last=last)

            await Changing(Transaction(counted), NOW, None).apply(before, change(before.details), silent=False)
    return taken


@pytest.mark.parametrize("changes", [(moved,), (called_off,), (moved, called_off), (called_off, moved)])
async def test_change_for_forty_people_takes_no_more_than_for_four(
    storage: Storage, changes: tuple[Change, ...]
) -> None:
    assert await scripts_of(storage, 40, *changes) == await scripts_of(storage, 4, *changes)


async def test_dropped_for_some_people_is_not_dropped_for_others(storage: Storage, hand: Hand) -> None:
    number, other = await add_training(storage), await add_training(storage, "b")
    about = [(person, where) for person in (1, 2, 3) for where in (number, other)]
    async with storage.transaction() as transaction:
        await transaction.notices.plan([planned(person, where) for person, where in about])
        await transaction.notices.drop_all([1, 3], number, [Kind.REMINDER_DAY], "re-dated", NOW)
        await transaction.notices.drop_all([], number, [Kind.REMINDER_DAY], "re-dated", NOW)
    left = await hand("SELECT official_id, training_id FROM notice WHERE fate = 'pending' ORDER BY 1, 2")
    assert left == [each for each in about if each not in {(1, number), (3, number)}]
