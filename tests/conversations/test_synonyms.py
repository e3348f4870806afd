"""Synonyms: organisers list, add and remove phrases that mean the same."""

import pytest

from tests.conversations.hearing import labels, words
from tests.conversations.programmes import training
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import town_of

MALFORMED = "Potrzebne są co najmniej dwa różne zwroty, każdy do 60 znaków."


async def test_organisers_add_list_and_remove_groups() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        assert "Nikt jeszcze niczego nie dodał." in words(await maria.writes("/synonimy"))
        assert words(await maria.writes("/synonimy cuw = centrum usług  wspólnych = CUW")) == (
            "Dodano\n1. CUW = centrum usług wspólnych"
        )
        piotr = await invited(maria, "+ koordynacja", town.resident("Piotr", "Bąk"))
        await piotr.writes("/synonyms hr = kadry")
        assert words(await maria.writes("/synonimy")).split("\n")[2:4] == [
            "2. hr = kadry",
            "1. CUW = centrum usług wspólnych",
        ]
        await maria.presses("Usuń 1: CUW")
        assert labels(maria.last) == ["Usuń 2: hr", "Menu"]


@pytest.mark.parametrize(
    "phrases", ["cuw", "cuw =", "= =", "rodo = -", "rodo = !!!", "cuw = CUW", "a=b=c=d=e=f=g=h=i", f"a={'b' * 61}"]
)
async def test_what_is_no_group_is_explained(phrases: str) -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        assert words(await maria.writes(f"/synonimy {phrases}")).split("\n")[0] == MALFORMED
        assert labels(await maria.writes("/synonimy")) == ["Menu"]


async def test_long_lists_come_in_pages() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        for number in range(7):
            await maria.writes(f"/synonimy skrót{number} = rozwinięcie{number}")
        await maria.writes("/synonimy")
        assert labels(maria.last)[0] == "Usuń 7: skrót6"
        await maria.forges("zp:2")
        assert labels(maria.last)[:2] == ["Usuń 2: skrót1", "Usuń 1: skrót0"]


async def test_nobody_else_sees_or_changes_them() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), town.resident("Anna", "Nowak")
        olga = await invited(maria, "+ prowadzenie", town.resident("Olga", "Zając"))
        await maria.writes("/synonimy cuw = centrum usług wspólnych")
        await anna.starts()
        for person in (anna, olga):
            for text in ("/synonimy", "/synonimy a = b"):
                assert words(await person.writes(text)) == "Ta funkcja jest dla organizatorów."
            await person.forges("zs:1")
        assert "Usuń 1: cuw" in labels(await maria.writes("/synonimy"))
