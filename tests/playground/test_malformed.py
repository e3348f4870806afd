"""Parameters of the wrong shape are refused in words, whatever they are; no call raises, none is half done."""

import json
import logging
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.answers import Json
from playground.clock import ManualClock
from playground.keyboards import Button
from playground.methods import METHODS
from playground.parameters import Parameters
from playground.persons import Person
from playground.state import State
from playground.world import World

ENTITY, BUTTON = "can't parse MessageEntity: ", "can't parse inline keyboard button: "
COMMAND, SCOPE, MENU = "can't parse BotCommand: ", "can't parse BotCommandScope: ", "can't parse menu button: "
NO_PLACE = "wrong location specified"


def entity(**changed: object) -> Json:
    return {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 1, **changed}]}


def inline(**button: object) -> Json:
    return {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", **button}]]}}


def reply(parameters: object) -> Json:
    return {"text": "x", "reply_parameters": parameters}


def place(latitude: object, longitude: object = 18.65) -> Json:
    return {"latitude": latitude, "longitude": longitude, "title": "x", "address": "x"}


MALFORMED: list[tuple[str, Mapping[str, object], str]] = [
    ("sendMessage", {"text": "x", "entities": [1]}, f"{ENTITY}expected an Object"),
    ("sendMessage", {"text": "x", "entities": [{"type": "bold"}]}, f'{ENTITY}Can\'t find field "offset"'),
    ("sendMessage", entity(offset="x"), f'{ENTITY}Field "offset" must be of type Number'),
    ("sendMessage", entity(offset=0.5), f'{ENTITY}Field "offset" must be of type Number'),
    ("sendMessage", entity(length=None), f'{ENTITY}Field "length" must be of type Number'),
    ("sendMessage", entity(length=-1), "receive an entity with incorrect length -1"),
    ("sendMessage", entity(type=[]), f'{ENTITY}Field "type" must be of type String'),
    ("sendMessage", entity(type="text_link", url=5), f'{ENTITY}Field "url" must be of type String'),
    ("sendMessage", entity(type="text_mention", user=5), f'{ENTITY}Field "user" must be of type Object'),
    ("sendMessage", entity(type="text_mention", user={}), f'{ENTITY}Can\'t find field "id"'),
    ("sendMessage", entity(type="pre", language=5), f'{ENTITY}Field "language" must be of type String'),
    ("sendMessage", entity(type="custom_emoji", custom_emoji_id='"'), "invalid custom emoji identifier specified"),
    ("sendMessage", reply(5), "object expected as reply parameters"),
    ("sendMessage", reply({"message_id": "x"}), 'field "message_id" must be of type Number'),
    ("sendMessage", reply({"message_id": None}), 'field "message_id" must be of type Number'),
    ("sendMessage", inline(url=5), f'{BUTTON}Field "url" must be of type String'),
    ("sendMessage", inline(callback_data=5), f'{BUTTON}Field "callback_data" must be of type String'),
    ("sendMessage", inline(web_app=5), f'{BUTTON}Field "web_app" must be of type Object'),
    ("sendMessage", inline(web_app={"url": 5}), f'{BUTTON}Field "url" must be of type String'),
    ("sendMessage", inline(callback_data="x", copy_text=[]), f'{BUTTON}Field "copy_text" must be of type Object'),
    ("sendMessage", inline(copy_text={"text": 5}), f'{BUTTON}Field "text" must be of type String'),
    ("sendMessage", inline(callback_data="x", style=0), f'{BUTTON}Field "style" must be of type String'),
    ("sendMessage", {"text": "x", "reply_markup": "[" * 10_000}, "can't parse reply keyboard markup JSON object"),
    ("sendMessage", {"text": "x", "entities": '["\\ud800"]'}, "can't parse entities JSON object"),
    ("sendMessage", {"text": "x", "entities": "[NaN]"}, "can't parse entities JSON object"),
    ("getUpdates", {"allowed_updates": 5}, "expected an Array of String as allowed updates"),
    ("setWebhook", {"url": "http://127.0.0.1", "allowed_updates": "[[]]"},
     "expected an Array of String as allowed updates"),
    ("setMyCommands", {"commands": 5}, "expected an Array of BotCommand"),
    ("setMyCommands", {"commands": [5]}, f"{COMMAND}expected an Object"),
    ("setMyCommands", {"commands": [{"command": 5, "description": "x"}]},
     f'{COMMAND}Field "command" must be of type String'),
    ("setMyCommands", {"commands": [], "scope": 5}, f"{SCOPE}expected an Object"),
    ("getMyCommands", {"scope": {"type": []}}, f'{SCOPE}Field "type" must be of type String'),
    ("setChatMenuButton", {"menu_button": 5}, f"{MENU}expected an Object"),
    ("setChatMenuButton", {"menu_button": {"type": []}}, f'{MENU}Field "type" must be of type String'),
    ("sendLocation", place("nan"), NO_PLACE),
    ("sendLocation", place("inf"), NO_PLACE),
    ("sendVenue", place(50, "-1e400"), NO_PLACE),
    ("sendVenue", place(91), NO_PLACE),
    ("sendLocation", place(90, 181), NO_PLACE),
]  # fmt: skip


@pytest.mark.parametrize(("method", "params", "words"), MALFORMED)
async def test_malformed_parameter_is_refused_in_words(
    world: World, anna: Person, method: str, params: Mapping[str, object], words: str
) -> None:
    answer = await world.call(world.token, method, {"chat_id": anna.id, **params})
    assert (answer.status, answer.description) == (400, f"Bad Request: {words}")
    assert len(anna.chat) == 1
    assert world.state.webhook is None


@pytest.mark.parametrize("given", [None, "", "null"])
async def test_reply_to_null_is_no_reply(world: World, anna: Person, given: str | None) -> None:
    assert "reply_to_message" not in (await world.ask("sendMessage", chat_id=anna.id, **reply(given))).result


async def test_fields_of_a_button_that_are_null_are_not_there(world: World, anna: Person) -> None:
    button = inline(callback_data="x", copy_text=None, url=None, style=None)
    assert (await world.ask("sendMessage", chat_id=anna.id, **button)).status == 200
    assert anna.last.labels == [["x"]]


async def test_offsets_in_text_are_numbers_all_the_same(world: World, anna: Person) -> None:
    sent = (await world.ask("sendMessage", chat_id=anna.id, **entity(offset="0", length="1"))).result
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


async def test_time_that_is_no_number_is_not_waited(world: World) -> None:
    assert (await world.ask("getUpdates", timeout="nan")).result == []


async def test_stumble_over_a_parameter_is_a_refusal_and_noted(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(_state: State, _call: Parameters) -> object:
        raise KeyError("a secret")

    monkeypatch.setitem(METHODS, "getme", stumble)
    with caplog.at_level(logging.WARNING):
        answer = await world.ask("getMe")
    assert answer.body == {"ok": False, "error_code": 400, "description": "Bad Request: can't parse parameters"}
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
_NAMES = (
    "text", "caption", "entities", "caption_entities", "parse_mode", "reply_markup", "reply_parameters", "chat_id",
    "message_id", "message_ids", "from_chat_id", "message_thread_id", "user_id", "url", "allowed_updates", "offset",
    "limit", "commands", "scope", "language_code", "menu_button", "name", "document", "photo", "file_id", "latitude",
    "longitude", "title", "address", "action", "callback_query_id", "secret_token", "max_connections",
)  # fmt: skip
_shaped = st.fixed_dictionaries(
    {},
    optional={
        "type": _json | st.sampled_from(["bold", "text_link", "text_mention", "pre", "chat"]),
        "offset": _json | st.just(0),
        "length": _json | st.just(1),
        **dict.fromkeys(("url", "user", "message_id", "inline_keyboard", "keyboard", "command", "description"), _json),
    },
)
_values = _json | st.lists(_shaped, max_size=2) | _shaped | _json.map(json.dumps)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(st.sampled_from(sorted(METHODS)), st.dictionaries(st.sampled_from(_NAMES), _values, max_size=5))
async def test_any_parameters_are_answered_without_a_stumble(
    caplog: pytest.LogCaptureFixture, method: str, params: Json
) -> None:
    world = World(ManualClock())
    anna = world.person("Anna")
    anna.starts()
    answer = await world.call(world.token, method, {"chat_id": anna.id, "text": "x", **params})
    assert answer.status in {200, 400, 403, 404, 409}
    assert json.loads(answer.payload) == answer.body
    assert [message.html for message in anna.chat]
    assert all(isinstance(button, Button) for message in anna.chat for row in message.buttons for button in row)
    assert anna.private.keys is not None
    assert "stumbled" not in caplog.text
