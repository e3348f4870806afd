"""What Telegram shows of the bot before anybody writes: set at start, and only where it differs."""

import json

import pytest

from bot.cli.demo.town import Town
from handlers import COMMANDS
from tests.conversations.hearing import sent, untied, words
from tests.conversations.programmes import Json, training
from tests.conversations.towns import town_of

SETTERS = ("setMyCommands", "setMyDescription", "setMyShortDescription")


def settings_made(town: Town) -> int:
    return sum(len(town.world.called(method)) for method in SETTERS)


async def test_commands_and_descriptions_are_set_at_start_in_both_languages() -> None:
    async with town_of(training()) as town:
        assert settings_made(town) == 6
        polish = town.resident("Anna", "Nowak").person.commands
        assert [(name, untied(described)) for name, described in polish] == [
            ("szkolenia", "Najbliższe szkolenia"),
            ("moje", "Moje zapisy i kalendarz"),
            ("zapisz", "Zapis na szkolenie"),
            ("wypisz", "Rezygnacja ze szkolenia"),
            ("zapytaj", "Pytanie o szkolenia"),
            ("dlaczego", "Dlaczego coś przyszło lub nie"),
            ("settings", "Przypomnienia, cisza, język"),
            ("privacy", "Dane osobowe"),
            ("help", "Jak to działa i kontakt"),
        ]
        english = town.resident("John", "Smith", language="en").person.commands
        assert [name for name, _ in english] == [
            "trainings",
            "my",
            "register",
            "withdraw",
            "ask",
            "why",
            "settings",
            "privacy",
            "help",
        ]
        assert town.resident("Olena", "Kowal", language="uk").person.commands == polish


async def test_every_command_offered_is_answered() -> None:
    known = {name for names in COMMANDS for name in names}
    async with town_of(training()) as town:
        for language in ("pl", "en"):
            person = town.resident("Anna", "Nowak", language=language)
            offered = [name for name, _ in person.person.commands]
            assert set(offered) <= known
            answers = {words(await person.writes(f"/{name}")) for name in offered}
            assert len(answers) == len(offered)


async def test_a_second_start_sets_nothing() -> None:
    async with town_of(training()) as town:
        before = settings_made(town)
        assert await town.bot.profile.introduce() == 0
        assert settings_made(town) == before


@pytest.mark.parametrize(
    ("method", "changed"),
    [
        ("setMyCommands", {"commands": [{"command": "x", "description": "y"}]}),
        ("setMyDescription", {"description": "x"}),
        ("setMyShortDescription", {"short_description": "x", "language_code": "en"}),
    ],
)
async def test_only_what_differs_is_set_anew(method: str, changed: Json) -> None:
    async with town_of(training()) as town:
        await town.world.ask(method, **changed)
        assert await town.bot.profile.introduce() == 1
        assert await town.bot.profile.introduce() == 0


async def test_an_idle_town_makes_no_calls_but_asks_for_updates() -> None:
    async with town_of(training()) as town:
        before = sent(town)
        for _ in range(3):
            await town.settle()
        assert sent(town) == before
        assert {call.method for call in town.world.calls[-3:]} == {"getUpdates"}


async def test_the_descriptions_name_who_is_responsible() -> None:
    async with town_of(training()) as town:
        for code in ("", "en"):
            shown = await town.world.ask("getMyDescription", language_code=code)
            assert "Metropolia Nadmorska" in json.loads(shown.payload)["result"]["description"]
