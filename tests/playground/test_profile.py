import pytest

from playground.persons import Person
from playground.world import World


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"opis {name}"} for name in names]


async def test_commands_are_kept_by_scope_and_language(world: World) -> None:
    await world.ask("setMyCommands", commands=commands("help"))
    await world.ask("setMyCommands", commands=commands("pomoc"), language_code="pl")
    scope = {"type": "all_private_chats"}
    assert (await world.ask("getMyCommands")).result == commands("help")
    assert (await world.ask("getMyCommands", language_code="pl")).result == commands("pomoc")
    assert (await world.ask("getMyCommands", scope=scope)).result == []
    await world.ask("deleteMyCommands", language_code="pl")
    assert (await world.ask("getMyCommands", language_code="pl")).result == []


async def test_person_sees_the_narrowest_commands_in_their_language(world: World, anna: Person) -> None:
    jan = world.person("Jan", language="en")
    await world.ask("setMyCommands", commands=commands("help"))
    await world.ask("setMyCommands", commands=commands("pomoc"), language_code="pl")
    assert [name for name, _ in anna.commands] == ["pomoc"]
    assert jan.commands == [("help", "opis help")]
    await world.ask("setMyCommands", commands=commands("lista"), scope={"type": "chat", "chat_id": jan.id})
    assert [name for name, _ in jan.commands] == ["lista"]


@pytest.mark.parametrize(
    ("method", "field", "longest"),
    [("MyName", "name", 64), ("MyDescription", "description", 512), ("MyShortDescription", "short_description", 120)],
)
async def test_profile_text_is_kept_by_language(world: World, method: str, field: str, longest: int) -> None:
    assert (await world.ask(f"set{method}", **{field: "po polsku"}, language_code="pl")).result is True
    assert (await world.ask(f"get{method}", language_code="pl")).result == {field: "po polsku"}
    assert (await world.ask(f"get{method}")).result == {field: "Playground" if field == "name" else ""}
    assert (await world.ask(f"set{method}", **{field: "x" * (longest + 1)})).status == 400


async def test_menu_button_is_kept_for_one_chat_or_all(world: World, anna: Person) -> None:
    assert (await world.ask("getChatMenuButton", chat_id=anna.id)).result == {"type": "commands"}
    await world.ask("setChatMenuButton", menu_button='{"type": "default"}', chat_id=anna.id)
    assert (await world.ask("getChatMenuButton", chat_id=anna.id)).result == {"type": "default"}
    assert (await world.ask("getChatMenuButton")).result == {"type": "commands"}
    wrong = await world.ask("setChatMenuButton", menu_button={"type": "moon"})
    assert wrong.description == "Bad Request: can't parse menu button: MenuButton has unsupported type"
