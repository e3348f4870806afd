"""Methods about what the bot shows of itself."""

import re

from playground.answers import Json, bad_request
from playground.entities import units
from playground.parameters import Parameters
from playground.profile import DEFAULT_SCOPE, scope_key
from playground.reading import WrongFieldError, field
from playground.state import State

LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
LONGEST_COMMAND_DESCRIPTION = 256
MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
}  # fmt: skip


def set_my_commands(state: State, call: Parameters) -> bool:
    """Set the commands of one scope and language."""
    commands = call.json("commands", called="commands") or []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.profile.commands[_key(call)] = [_command(command) for command in commands]
    return True


def get_my_commands(state: State, call: Parameters) -> list[Json]:
    """List the commands of exactly one scope and language."""
    return state.profile.commands.get(_key(call), [])


def delete_my_commands(state: State, call: Parameters) -> bool:
    """Remove the commands of one scope and language."""
    state.profile.commands.pop(_key(call), None)
    return True


def set_my_name(state: State, call: Parameters) -> bool:
    """Set the name for a language."""
    return _set(state.profile.names, call, "name", LONGEST_NAME)


def get_my_name(state: State, call: Parameters) -> Json:
    """Tell the name for a language, or the one for all."""
    names = state.profile.names
    return {"name": names.get(_language(call)) or names.get("") or state.bot.first_name}


def set_my_description(state: State, call: Parameters) -> bool:
    """Set what an empty chat with the bot shows."""
    return _set(state.profile.descriptions, call, "description", LONGEST_DESCRIPTION)


def get_my_description(state: State, call: Parameters) -> Json:
    """Tell what an empty chat with the bot shows in exactly one language."""
    return {"description": state.profile.descriptions.get(_language(call), "")}


def set_my_short_description(state: State, call: Parameters) -> bool:
    """Set what the bot's profile page shows."""
    return _set(state.profile.short_descriptions, call, "short_description", LONGEST_SHORT_DESCRIPTION)


def get_my_short_description(state: State, call: Parameters) -> Json:
    """Tell what the bot's profile page shows in exactly one language."""
    return {"short_description": state.profile.short_descriptions.get(_language(call), "")}


def set_chat_menu_button(state: State, call: Parameters) -> bool:
    """Set the button beside the writing line, for one private chat or for all."""
    button = call.json("menu_button", called="menu button") or {"type": "default"}
    if _type(button, "menu button") not in {"commands", "web_app", "default"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    state.profile.menu_buttons[call.integer("chat_id")] = button
    return True


def get_chat_menu_button(state: State, call: Parameters) -> Json:
    """Tell the button beside the writing line."""
    buttons = state.profile.menu_buttons
    return buttons.get(call.integer("chat_id")) or buttons.get(0) or {"type": "commands"}


def _set(texts: dict[str, str], call: Parameters, name: str, longest: int) -> bool:
    text = call.text(name)
    if units(text) > longest:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    texts[_language(call)] = text
    return True


def _key(call: Parameters) -> tuple[str, str]:
    scope = call.json("scope", called="BotCommandScope") or DEFAULT_SCOPE
    if _type(scope, "BotCommandScope") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return scope_key(scope), _language(call)


def _language(call: Parameters) -> str:
    language = call.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _type(given: object, called: str) -> str:
    return _read(given, called, "type")["type"]


def _read(given: object, called: str, *names: str) -> dict[str, str]:
    """Read an object's texts, or refuse it under the name it is `called` by."""
    if not isinstance(given, dict):
        raise bad_request(f"can't parse {called}: expected an Object")
    try:
        return {name: field(given, name, str) for name in names}
    except WrongFieldError as wrong:
        raise bad_request(f"can't parse {called}: {wrong}") from None


def _command(given: object) -> Json:
    read = _read(given, "BotCommand", "command", "description")
    command, description = read["command"].removeprefix("/"), read["description"]
    if not command:
        raise bad_request("command must be non-empty")
    if not description.strip():
        raise bad_request("command description must be non-empty")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if units(description) > LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}
