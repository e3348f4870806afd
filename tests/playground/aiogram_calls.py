"""One call of every method by aiogram, with what is told of its answer and what that should be."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    ChatMemberAdministrator,
    ChatMemberOwner,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MenuButtonCommands,
    ReplyParameters,
)

from playground.groups import Group
from playground.persons import Person
from playground.world import World

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x2c\x00\x00\x00\xc8"
BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Tak", callback_data="yes", style="success"),
            InlineKeyboardButton(text="Strona", url="https://example.org/"),
        ]
    ]
)


@dataclass
class Scene:
    """A bot of the other library among people; `sent` is its message to Anna, `file` the id of a file she sent."""

    world: World
    bot: Bot
    anna: Person
    group: Group
    sent: int
    file: str
    press: str


async def downloaded(it: Scene) -> bytes:
    file = await it.bot.get_file(it.file)
    assert file.file_path is not None
    content = await it.bot.download_file(file.file_path)
    assert content is not None
    return content.read()


async def _caption_edited(it: Scene) -> object:
    sent = await it.bot.send_document(it.anna.id, BufferedInputFile(b"a", "a.txt"), caption="Stary")
    return await it.bot.edit_message_caption(chat_id=it.anna.id, message_id=sent.message_id, caption="Nowy")


async def _unpinned(it: Scene) -> object:
    await it.bot.pin_chat_message(it.anna.id, it.sent)
    return await it.bot.unpin_chat_message(it.anna.id)


async def _commands(it: Scene) -> object:
    await it.bot.set_my_commands([_command()])
    return await it.bot.get_my_commands()


def _command() -> BotCommand:
    return BotCommand(command="help", description="Pomoc")


CALLS: dict[str, tuple[Callable[[Scene], Awaitable[Any]], Callable[[Any], object], object]] = {
    "getme": (lambda it: it.bot.get_me(), lambda me: (me.username, me.is_bot), ("playground_bot", True)),
    "getfile": (downloaded, bytes, b"a;b"),
    "getupdates": (
        lambda it: it.bot.get_updates(),
        lambda updates: [update.event_type for update in updates],
        ["my_chat_member", "message", "callback_query"],
    ),
    "setwebhook": (lambda it: it.bot.set_webhook("https://example.org/a", secret_token="x"), bool, True),
    "deletewebhook": (lambda it: it.bot.delete_webhook(drop_pending_updates=True), bool, True),
    "getwebhookinfo": (
        lambda it: it.bot.get_webhook_info(),
        lambda info: (info.url, info.pending_update_count),
        ("", 3),
    ),
    "sendmessage": (
        lambda it: it.bot.send_message(
            it.anna.id,
            "<b>Cześć</b>",
            parse_mode="HTML",
            reply_markup=BUTTONS,
            reply_parameters=ReplyParameters(message_id=it.sent),
        ),
        lambda sent: (sent.html_text, sent.reply_to_message.text, sent.reply_markup.model_dump()),
        ("<b>Cześć</b>", "Na pewno?", BUTTONS.model_dump()),
    ),
    "senddocument": (
        lambda it: it.bot.send_document(it.anna.id, BufferedInputFile(b"a", "żółw.ics"), caption="Termin"),
        lambda sent: (sent.document.file_name, sent.document.file_size, sent.caption),
        ("żółw.ics", 1, "Termin"),
    ),
    "sendphoto": (
        lambda it: it.bot.send_photo(it.anna.id, BufferedInputFile(PNG, "a.png")),
        lambda sent: (sent.photo[0].width, sent.photo[0].height),
        (300, 200),
    ),
    "sendlocation": (
        lambda it: it.bot.send_location(it.anna.id, 54.35, 18.65),
        lambda sent: (sent.location.latitude, sent.location.longitude),
        (54.35, 18.65),
    ),
    "sendvenue": (
        lambda it: it.bot.send_venue(it.anna.id, 54.35, 18.65, "Urząd", "ul. Nowa 1"),
        lambda sent: (sent.venue.title, sent.venue.address, sent.venue.location.latitude),
        ("Urząd", "ul. Nowa 1", 54.35),
    ),
    "sendchataction": (lambda it: it.bot.send_chat_action(it.anna.id, "typing"), bool, True),
    "forwardmessage": (
        lambda it: it.bot.forward_message(it.group.id, it.anna.id, it.sent),
        lambda sent: (sent.text, sent.forward_origin.type, sent.forward_origin.sender_user.username),
        ("Na pewno?", "user", "playground_bot"),
    ),
    "copymessage": (
        lambda it: it.bot.copy_message(it.group.id, it.anna.id, it.sent),
        lambda copy: copy.message_id > 0,
        True,
    ),
    "editmessagetext": (
        lambda it: it.bot.edit_message_text("Gotowe", chat_id=it.anna.id, message_id=it.sent),
        lambda sent: (sent.text, sent.edit_date == int(sent.date.timestamp()), sent.reply_markup),
        ("Gotowe", True, None),
    ),
    "editmessagecaption": (
        _caption_edited,
        lambda sent: (sent.caption, sent.document.file_name),
        ("Nowy", "a.txt"),
    ),
    "editmessagereplymarkup": (
        lambda it: it.bot.edit_message_reply_markup(chat_id=it.anna.id, message_id=it.sent),
        lambda sent: (sent.text, sent.reply_markup),
        ("Na pewno?", None),
    ),
    "deletemessage": (lambda it: it.bot.delete_message(it.anna.id, it.sent), bool, True),
    "deletemessages": (lambda it: it.bot.delete_messages(it.anna.id, [it.sent]), bool, True),
    "pinchatmessage": (lambda it: it.bot.pin_chat_message(it.anna.id, it.sent), bool, True),
    "unpinchatmessage": (_unpinned, bool, True),
    "answercallbackquery": (lambda it: it.bot.answer_callback_query(it.press, "Zapisano"), bool, True),
    "getchat": (
        lambda it: it.bot.get_chat(it.group.id),
        lambda chat: (chat.type, chat.title, chat.accent_color_id),
        ("group", "Referat", 0),
    ),
    "getchatmember": (
        lambda it: it.bot.get_chat_member(it.group.id, it.anna.id),
        lambda member: (type(member), member.user.first_name),
        (ChatMemberOwner, "Anna"),
    ),
    "getchatmembercount": (lambda it: it.bot.get_chat_member_count(it.group.id), int, 3),
    "getchatadministrators": (
        lambda it: it.bot.get_chat_administrators(it.group.id),
        lambda members: [type(member) for member in members],
        [ChatMemberOwner, ChatMemberAdministrator],
    ),
    "leavechat": (lambda it: it.bot.leave_chat(it.group.id), bool, True),
    "setmycommands": (lambda it: it.bot.set_my_commands([_command()]), bool, True),
    "getmycommands": (_commands, lambda told: [(one.command, one.description) for one in told], [("help", "Pomoc")]),
    "deletemycommands": (lambda it: it.bot.delete_my_commands(), bool, True),
    "setmyname": (lambda it: it.bot.set_my_name("Terminarz"), bool, True),
    "getmyname": (lambda it: it.bot.get_my_name(), lambda told: told.name, "Playground"),
    "setmydescription": (lambda it: it.bot.set_my_description("Opis"), bool, True),
    "getmydescription": (lambda it: it.bot.get_my_description(), lambda told: told.description, ""),
    "setmyshortdescription": (lambda it: it.bot.set_my_short_description("Skrót"), bool, True),
    "getmyshortdescription": (
        lambda it: it.bot.get_my_short_description(),
        lambda told: told.short_description,
        "",
    ),
    "setchatmenubutton": (
        lambda it: it.bot.set_chat_menu_button(menu_button=MenuButtonCommands()),
        bool,
        True,
    ),
    "getchatmenubutton": (lambda it: it.bot.get_chat_menu_button(it.anna.id), type, MenuButtonCommands),
}
