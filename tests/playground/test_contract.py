"""What Telegram refuses, and in which words: every rule of the local Telegram, one a row.

The words are those of Telegram's Bot API server, or of the library and the servers behind it where it passes them on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter

import pytest

from playground.clock import ManualClock
from playground.files import MEGABYTE, Upload
from playground.limits import PAID_RATE, Limits, Rate
from tests.playground.settings import BUTTON, Setting, settle

ANNA, SENT, OWN, GROUP, FORUM = map(attrgetter, ("anna", "sent", "own", "group", "forum"))
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
FRAME = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
EMPTY_TAIL = "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9"


def png(width: int, height: int, padding: int = 0) -> Upload:
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return Upload("picture.png", FRAME + size + b"\x00" * padding)


def bold(offset: int, length: int) -> dict[str, object]:
    return {"text": "x", "entities": [{"type": "bold", "offset": offset, "length": length}]}


def linked(url: str) -> dict[str, object]:
    return {"text": "x", "entities": [{"type": "text_link", "offset": 0, "length": 1, "url": url}]}


def inline(**button: object) -> dict[str, object]:
    return {"text": "x", "reply_markup": {"inline_keyboard": [[button]]}}


def below(key: object, **more: object) -> dict[str, object]:
    return {"text": "x", "reply_markup": {"keyboard": [[key]], **more}}


def command(name: str, description: str = "x") -> dict[str, object]:
    return {"commands": [{"command": name, "description": description}]}


@dataclass(frozen=True)
class Rule:
    """A call that is refused; with status 400, `words` follow "Bad Request: "."""

    name: str
    method: str
    params: Mapping[str, object]
    words: str
    status: int = 400
    file: Upload | None = None
    before: tuple[str, Mapping[str, object]] | None = None
    limits: Limits | None = None
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def description(self) -> str:
        return f"Bad Request: {self.words}" if self.status == 400 and self.words != UPGRADED else self.words


UNPARSED, BUTTON_UNPARSED = "can't parse MessageEntity: ", "can't parse inline keyboard button: "
KEY_UNPARSED = "can't parse keyboard button: "
RULES = [
    # Which chat
    Rule("no chat", "sendMessage", {"chat_id": "", "text": "x"}, "chat_id is empty"),
    Rule("chat zero", "sendMessage", {"chat_id": 0, "text": "x"}, "chat not found"),
    Rule("unknown chat", "sendMessage", {"chat_id": 12345, "text": "x"}, "chat not found"),
    Rule("unknown name", "sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    Rule("never started", "sendMessage", {"chat_id": attrgetter("stranger"), "text": "x"},
         "Forbidden: bot can't initiate conversation with a user", 403),
    Rule("blocked", "sendMessage", {"chat_id": attrgetter("blocker"), "text": "x"},
         "Forbidden: bot was blocked by the user", 403),
    Rule("account deleted", "sendMessage", {"chat_id": attrgetter("deleted"), "text": "x"},
         "Forbidden: user is deactivated", 403),
    Rule("thrown out", "sendMessage", {"chat_id": attrgetter("thrown_out"), "text": "x"},
         "Forbidden: bot was kicked from the group chat", 403),
    Rule("left", "sendMessage", {"chat_id": attrgetter("gone"), "text": "x"},
         "Forbidden: bot is not a member of the supergroup chat", 403),
    Rule("group moved", "sendMessage", {"chat_id": attrgetter("moved"), "text": "x"}, UPGRADED,
         parameters={"migrate_to_chat_id": attrgetter("moved_to")}),
    Rule("no administrator of the channel", "sendMessage", {"chat_id": attrgetter("subscribed"), "text": "x"},
         "need administrator rights in the channel chat"),
    Rule("no right to write", "sendMessage", {"chat_id": attrgetter("hushed"), "text": "x"},
         "not enough rights to send text messages to the chat"),
    Rule("no right to send files", "sendDocument", {"chat_id": attrgetter("hushed")},
         "not enough rights to send documents to the chat", file=Upload("a.txt", b"a")),
    Rule("no right to post", "sendMessage", {"chat_id": attrgetter("hushed_channel"), "text": "x"},
         "need administrator rights in the channel chat"),
    Rule("no right to edit posts", "editMessageText",
         {"chat_id": attrgetter("hushed_channel"), "message_id": attrgetter("hushed_post"), "text": "x"},
         "message can't be edited"),
    Rule("no such topic", "sendMessage", {"chat_id": FORUM, "message_thread_id": 999, "text": "x"},
         "message thread not found"),
    Rule("no topics here", "sendMessage", {"chat_id": GROUP, "message_thread_id": SENT, "text": "x"},
         "message thread not found"),
    # Text
    Rule("no text", "sendMessage", {}, "message text is empty"),
    Rule("empty text", "sendMessage", {"text": ""}, "message text is empty"),
    Rule("blank text", "sendMessage", {"text": "   "}, "text must be non-empty"),
    Rule("blank after markup", "sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    Rule("text too long", "sendMessage", {"text": "x" * 4097}, "message is too long"),
    Rule("text too long in UTF-16", "sendMessage", {"text": "😀" * 2049}, "message is too long"),
    Rule("unknown parse mode", "sendMessage", {"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    Rule("tag not closed", "sendMessage", {"text": "<b>x", "parse_mode": "html"},
         "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    Rule("unknown tag", "sendMessage", {"text": "ą <br>", "parse_mode": "HTML"},
         "can't parse entities: Unsupported start tag \"br\" at byte offset 3"),
    Rule("tags crossed", "sendMessage", {"text": "<b><i>test</b></i>", "parse_mode": "HTML"},
         'can\'t parse entities: Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'),
    Rule("entities no JSON", "sendMessage", {"text": "x", "entities": "no"}, "can't parse entities JSON object"),
    Rule("unknown entity", "sendMessage", {"text": "x", "entities": [{"type": "loud"}]},
         f"{UNPARSED}Unsupported type specified"),
    Rule("link without address", "sendMessage", {"text": "x", "entities": [{"type": "text_link"}]},
         f'{UNPARSED}Can\'t find field "url"'),
    Rule("entity before the text", "sendMessage", bold(-1, 1), "receive an entity with incorrect offset -1"),
    Rule("entity after the text", "sendMessage", bold(9, 1),
         "entity begins after the end of the text at UTF-16 offset 9"),
    Rule("entity too long", "sendMessage", bold(0, 9), EMPTY_TAIL),
    Rule("link nowhere", "sendMessage", linked("nowhere"), "entity URL 'nowhere' is invalid: Wrong HTTP URL"),
    Rule("reply to nothing", "sendMessage", {"text": "x", "reply_parameters": {"message_id": 999}},
         "message to be replied not found"),
    Rule("reply to what", "sendMessage", {"text": "x", "reply_parameters": {"quote": "x"}},
         'can\'t find field "message_id"'),
    # Buttons and keys
    Rule("markup no JSON", "sendMessage", {"text": "x", "reply_markup": "nonsense"},
         "can't parse reply keyboard markup JSON object"),
    Rule("markup no object", "sendMessage", {"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
    Rule("buttons no array", "sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": "bad"}},
         'field "inline_keyboard" must be of type Array'),
    Rule("buttons in no rows", "sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [{"text": "x"}]}},
         'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
    Rule("keys no array", "sendMessage", {"text": "x", "reply_markup": {"keyboard": "bad"}},
         'field "keyboard" must be of type Array'),
    Rule("keys in no rows", "sendMessage", {"text": "x", "reply_markup": {"keyboard": ["x"]}},
         'field "keyboard" must be an Array of Arrays'),
    Rule("flag no Boolean", "sendMessage", {"text": "x", "reply_markup": {"force_reply": "yes"}},
         'field "force_reply" must be of type Boolean'),
    Rule("button no object", "sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [["x"]]}},
         f"{BUTTON_UNPARSED}InlineKeyboardButton must be an Object"),
    Rule("button without text", "sendMessage", inline(callback_data="x"),
         f'{BUTTON_UNPARSED}Can\'t find field "text"'),
    Rule("button text a number", "sendMessage", inline(text=5, callback_data="x"),
         f'{BUTTON_UNPARSED}Field "text" must be of type String'),
    Rule("button does nothing", "sendMessage", inline(text="x"),
         f"{BUTTON_UNPARSED}Text buttons are unallowed in the inline keyboard"),
    Rule("button data empty", "sendMessage", inline(text="x", callback_data=""),
         f"{BUTTON_UNPARSED}Text buttons are unallowed in the inline keyboard"),
    Rule("button does two things", "sendMessage", inline(text="x", callback_data="y", url="https://example.org"),
         f"{BUTTON_UNPARSED}Exactly one of the optional fields must be used"),
    Rule("button of no style", "sendMessage", inline(text="x", callback_data="y", style="warning"),
         f"{BUTTON_UNPARSED}invalid button style specified"),
    Rule("button data over 64 bytes", "sendMessage", inline(text="x", callback_data="x" * 65), "BUTTON_DATA_INVALID"),
    Rule("button data over 64 bytes in UTF-8", "sendMessage", inline(text="x", callback_data="ą" * 33),
         "BUTTON_DATA_INVALID"),
    Rule("button leads nowhere", "sendMessage", inline(text="x", url="nowhere"),
         "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
    Rule("button leads to this machine", "sendMessage", inline(text="x", url="http://localhost/a"),
         "inline keyboard button URL 'http://localhost/a' is invalid: Wrong HTTP URL"),
    Rule("button leads to FTP", "sendMessage", inline(text="x", url="ftp://example.org"),
         "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol"),
    Rule("app not over HTTPS", "sendMessage", inline(text="x", web_app={"url": "http://example.org"}),
         "inline keyboard button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed"),
    Rule("button takes money", "sendMessage", inline(text="x", pay=True), "BUTTON_TYPE_INVALID"),
    Rule("too long to copy", "sendMessage", inline(text="x", copy_text={"text": "x" * 257}),
         "BUTTON_COPY_TEXT_INVALID"),
    Rule("over a hundred buttons", "sendMessage",
         {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 101]}},
         "reply markup is too long"),
    Rule("key a number", "sendMessage", below(5), f"{KEY_UNPARSED}KeyboardButton must be a String or an Object"),
    Rule("key without text", "sendMessage", below({}), f'{KEY_UNPARSED}Can\'t find field "text"'),
    Rule("key text a number", "sendMessage", below({"text": 5}),
         f'{KEY_UNPARSED}Field "text" must be of type String'),
    Rule("request no object", "sendMessage", below({"text": "x", "request_chat": 5}),
         f'{KEY_UNPARSED}Field "request_chat" must be of type Object'),
    Rule("request without number", "sendMessage", below({"text": "x", "request_chat": {}}),
         f'{KEY_UNPARSED}Can\'t find field "request_id"'),
    Rule("request number a text", "sendMessage", below({"text": "x", "request_chat": {"request_id": "x"}}),
         f'{KEY_UNPARSED}Field "request_id" must be of type Number'),
    Rule("request flag no Boolean", "sendMessage",
         below({"text": "x", "request_chat": {"request_id": 1, "chat_is_channel": 1}}),
         f'{KEY_UNPARSED}Field "chat_is_channel" must be of type Boolean'),
    Rule("chat asked for in a group", "sendMessage",
         {"chat_id": GROUP, **below({"text": "x", "request_chat": {"request_id": 1, "chat_is_channel": True}})},
         "chats can be requested in private chats only"),
    Rule("phone asked for in a group", "sendMessage",
         {"chat_id": GROUP, **below({"text": "x", "request_contact": True})},
         "phone number can be requested in private chats only"),
    # Files and places
    Rule("no document", "sendDocument", {}, "there is no document in the request"),
    Rule("unknown file", "sendDocument", {"document": "unheard-of"}, "wrong file identifier/HTTP URL specified"),
    Rule("file elsewhere", "sendDocument", {"document": "https://example.org/a.pdf"},
         "failed to get HTTP URL content"),
    Rule("file empty", "sendDocument", {}, "file must be non-empty", file=Upload("a.txt", b"")),
    Rule("file over 50 MB", "sendDocument", {}, "Request Entity Too Large", 413,
         file=Upload("a.bin", bytes(50 * MEGABYTE + 1))),
    Rule("caption too long", "sendDocument", {"caption": "x" * 1025}, "message caption is too long",
         file=Upload("a.txt", b"a")),
    Rule("photo over 10 MB", "sendPhoto", {}, file=png(10, 10, 10 * MEGABYTE),
         words="file of size 10485784 bytes is too big for a photo; the maximum size is 10485760 bytes"),
    Rule("photo no picture", "sendPhoto", {}, "IMAGE_PROCESS_FAILED", file=Upload("a.png", b"hello")),
    Rule("photo too large", "sendPhoto", {}, "PHOTO_INVALID_DIMENSIONS", file=png(9000, 1001)),
    Rule("photo too narrow", "sendPhoto", {}, "PHOTO_INVALID_DIMENSIONS", file=png(2100, 100)),
    Rule("download over 20 MB", "getFile", {"file_id": attrgetter("huge")}, "file is too big"),
    Rule("download of nothing", "getFile", {"file_id": "x"}, "invalid file_id"),
    Rule("download of what", "getFile", {}, "file_id not specified"),
    Rule("place without longitude", "sendLocation", {"latitude": 54.35}, "longitude is empty"),
    Rule("place without latitude", "sendLocation", {"longitude": 18.65}, "latitude is empty"),
    Rule("unknown action", "sendChatAction", {"action": "thinking"}, "wrong parameter action in request"),
    # Editing, deleting, pinning, sending again
    Rule("same text", "editMessageText", {"message_id": SENT, "text": "Na pewno?", "reply_markup": BUTTON},
         NOT_MODIFIED),
    Rule("same buttons", "editMessageReplyMarkup", {"message_id": SENT, "reply_markup": BUTTON}, NOT_MODIFIED),
    Rule("edit of what", "editMessageText", {"chat_id": "", "text": "x"}, "message identifier is not specified"),
    Rule("edit of nothing", "editMessageText", {"message_id": 999, "text": "x"}, "message to edit not found"),
    Rule("edit of a person's words", "editMessageText", {"message_id": OWN, "text": "x"}, "message can't be edited"),
    Rule("edit too long", "editMessageText", {"message_id": SENT, "text": "x" * 4097}, "MESSAGE_TOO_LONG"),
    Rule("edit of a file's text", "editMessageText", {"message_id": attrgetter("document"), "text": "x"},
         "there is no text in the message to edit"),
    Rule("edit of a text's caption", "editMessageCaption", {"message_id": SENT, "caption": "x"},
         "there is no caption in the message to edit"),
    Rule("edit with keys", "editMessageReplyMarkup", {"message_id": SENT, "reply_markup": {"keyboard": [["x"]]}},
         "inline keyboard expected"),
    Rule("deleting where", "deleteMessage", {"chat_id": "", "message_id": 5}, "chat identifier is not specified"),
    Rule("deleting what", "deleteMessage", {}, "message identifier is not specified"),
    Rule("deleting nothing", "deleteMessage", {"message_id": 999}, "message to delete not found"),
    Rule("deleting after two days", "deleteMessage", {"message_id": attrgetter("old")},
         "message can't be deleted for everyone"),
    Rule("deleting others' words", "deleteMessage", {"chat_id": GROUP, "message_id": attrgetter("foreign")},
         "message can't be deleted"),
    Rule("deleting none", "deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
    Rule("deleting no list", "deleteMessages", {"message_ids": 5}, "expected an Array of message identifiers"),
    Rule("deleting too many", "deleteMessages", {"message_ids": list(range(1, 102))},
         "too many message identifiers specified"),
    Rule("forward of nothing", "forwardMessage", {"from_chat_id": ANNA, "message_id": 999},
         "message to forward not found"),
    Rule("forward from where", "forwardMessage", {"message_id": SENT}, "chat_id is empty"),
    Rule("forward of a note", "forwardMessage", {"from_chat_id": ANNA, "message_id": attrgetter("note")},
         "the message can't be forwarded"),
    Rule("forward of what is protected", "forwardMessage",
         {"from_chat_id": ANNA, "message_id": attrgetter("protected")}, "the message can't be forwarded"),
    Rule("forward from a closed group", "forwardMessage", {"from_chat_id": attrgetter("thrown_out"), "message_id": 1},
         "Forbidden: bot was kicked from the group chat", 403),
    Rule("copy of nothing", "copyMessage", {"from_chat_id": ANNA, "message_id": 999}, "message to copy not found"),
    Rule("copy of a note", "copyMessage", {"from_chat_id": ANNA, "message_id": attrgetter("note")},
         "the message can't be copied"),
    Rule("pinning nothing", "pinChatMessage", {"message_id": 999}, "message to pin not found"),
    Rule("pinning without rights", "pinChatMessage", {"chat_id": GROUP, "message_id": attrgetter("foreign")},
         "not enough rights to manage pinned messages in the chat"),
    Rule("unpinning nothing", "unpinChatMessage", {}, "message to unpin not found"),
    # Presses, members, commands
    Rule("press too old", "answerCallbackQuery", {"callback_query_id": attrgetter("stale")}, TOO_OLD),
    Rule("press unknown", "answerCallbackQuery", {"callback_query_id": "nonsense"}, TOO_OLD),
    Rule("toast too long", "answerCallbackQuery", {"callback_query_id": attrgetter("press"), "text": "x" * 201},
         "MESSAGE_TOO_LONG"),
    Rule("toast leads elsewhere", "answerCallbackQuery",
         {"callback_query_id": attrgetter("press"), "url": "https://example.org"}, "URL_INVALID"),
    Rule("member who", "getChatMember", {"chat_id": GROUP}, "invalid user_id specified"),
    Rule("member unknown", "getChatMember", {"chat_id": GROUP, "user_id": 1}, "PARTICIPANT_ID_INVALID"),
    Rule("administrators of two", "getChatAdministrators", {}, "there are no administrators in the private chat"),
    Rule("administrators of a channel", "getChatAdministrators", {"chat_id": attrgetter("subscribed")},
         "member list is inaccessible"),
    Rule("leaving a person", "leaveChat", {}, "chat not found"),
    Rule("command in capitals", "setMyCommands", command("Pomoc"), "BOT_COMMAND_INVALID"),
    Rule("command too long", "setMyCommands", command("x" * 33), "BOT_COMMAND_INVALID"),
    Rule("command without words", "setMyCommands", command("x", ""), "command description must be non-empty"),
    Rule("command without name", "setMyCommands", command(""), "command must be non-empty"),
    Rule("command described at length", "setMyCommands", command("x", "x" * 257), "BOT_COMMAND_DESCRIPTION_INVALID"),
    Rule("over a hundred commands", "setMyCommands",
         {"commands": [{"command": "x", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    Rule("unknown language", "setMyCommands", {"commands": [], "language_code": "polski"},
         "invalid language code specified"),
    Rule("unknown scope", "setMyCommands", {"commands": [], "scope": {"type": "moon"}},
         "can't parse BotCommandScope: Unsupported type specified"),
    Rule("unknown menu button", "setChatMenuButton", {"menu_button": {"type": "moon"}},
         "can't parse menu button: MenuButton has unsupported type"),
    # Webhooks and updates
    Rule("webhook over HTTP", "setWebhook", {"url": "http://example.org/a"},
         "bad webhook: An HTTPS URL must be provided for webhook"),
    Rule("webhook on another port", "setWebhook", {"url": "https://example.org:8080/a"},
         "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
    Rule("webhook in a private network", "setWebhook", {"url": "https://192.168.0.1/a"},
         "bad webhook: IP address 192.168.0.1 is reserved"),
    Rule("webhook nowhere", "setWebhook", {"url": "ftp://example.org"}, "invalid webhook URL specified"),
    Rule("webhook on no port", "setWebhook", {"url": "https://example.org:x"}, "invalid webhook URL specified"),
    Rule("secret too long", "setWebhook", {"url": "https://example.org", "secret_token": "x" * 257},
         "secret token is too long"),
    Rule("secret of other signs", "setWebhook", {"url": "https://example.org", "secret_token": "a b"},
         "secret token contains unallowed characters"),
    Rule("poll beside a webhook", "getUpdates", {}, WEBHOOK_ACTIVE, 409,
         before=("setWebhook", {"url": "https://example.org"})),
    # Rates
    Rule("over one a second", "sendMessage", {"text": "x"}, "Too Many Requests: retry after 1", 429,
         limits=Limits(chat=Rate(1, 1)), before=("sendMessage", {"text": "x"}), parameters={"retry_after": 1}),
    Rule("over the group's rate", "sendMessage", {"chat_id": GROUP, "text": "x"}, "Too Many Requests: retry after 60",
         429, limits=Limits(group=Rate(1, 60)), before=("sendMessage", {"chat_id": GROUP, "text": "x"}),
         parameters={"retry_after": 60}),
    Rule("over the rate in all", "sendMessage", {"chat_id": GROUP, "text": "x"}, "Too Many Requests: retry after 1",
         429, limits=Limits(overall=Rate(1, 1)), before=("sendMessage", {"text": "x"}), parameters={"retry_after": 1}),
    Rule("over the paid rate", "sendMessage", {"text": "x", "allow_paid_broadcast": True},
         "Too Many Requests: retry after 1", 429, limits=Limits(chat=None, paid=Rate(1, PAID_RATE.seconds)),
         before=("sendMessage", {"text": "x", "allow_paid_broadcast": True}), parameters={"retry_after": 1}),
    Rule("paid without paying", "sendMessage", {"text": "x", "allow_paid_broadcast": True}, "FLOODSKIP_NOT_ALLOWED"),
    # Methods
    Rule("unknown method", "sendFlowers", {}, "Not Found", 404),
]  # fmt: skip


@pytest.fixture
async def setting(clock: ManualClock) -> Setting:
    return await settle(clock)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
async def test_rule_holds_in_telegrams_words(setting: Setting, rule: Rule) -> None:
    if rule.limits is not None:
        setting.world.limit(rule.limits)
    if rule.before is not None:
        method, params = rule.before
        assert (await setting.ask(method, {"chat_id": ANNA, **params})).status == 200
    messages = {chat.id: len(chat.messages) for chat in setting.world.chats.values()}
    files = {rule.method.removeprefix("send").lower(): rule.file} if rule.file else {}
    answer = await setting.ask(rule.method, {"chat_id": ANNA, **rule.params}, files)
    expected = {"ok": False, "error_code": rule.status, "description": rule.description}
    if rule.parameters:
        told = {name: one(setting) if isinstance(one, attrgetter) else one for name, one in rule.parameters.items()}
        expected["parameters"] = told
    assert (answer.status, answer.body) == (rule.status, expected)
    assert {chat.id: len(chat.messages) for chat in setting.world.chats.values()} == messages


def test_each_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)
