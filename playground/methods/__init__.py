"""The Bot API's methods by lower-case name; what is not here, the world answers with 404 as Telegram does."""

from collections.abc import Awaitable, Callable

from playground.methods import (
    account,
    callbacks,
    chats,
    deleting,
    editing,
    forwarding,
    pinning,
    polling,
    profile,
    sending,
)
from playground.parameters import Parameters
from playground.state import State

Method = Callable[[State, Parameters], object | Awaitable[object]]

METHODS: dict[str, Method] = {
    "getme": account.get_me,
    "getfile": account.get_file,
    "getupdates": polling.get_updates,
    "setwebhook": polling.set_webhook,
    "deletewebhook": polling.delete_webhook,
    "getwebhookinfo": polling.get_webhook_info,
    "sendmessage": sending.send_message,
    "senddocument": sending.send_document,
    "sendphoto": sending.send_photo,
    "sendlocation": sending.send_location,
    "sendvenue": sending.send_venue,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": deleting.delete_message,
    "deletemessages": deleting.delete_messages,
    "forwardmessage": forwarding.forward_message,
    "copymessage": forwarding.copy_message,
    "pinchatmessage": pinning.pin_chat_message,
    "unpinchatmessage": pinning.unpin_chat_message,
    "answercallbackquery": callbacks.answer_callback_query,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "getchatmembercount": chats.get_chat_member_count,
    "getchatadministrators": chats.get_chat_administrators,
    "leavechat": chats.leave_chat,
    "setmycommands": profile.set_my_commands,
    "getmycommands": profile.get_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setmyname": profile.set_my_name,
    "getmyname": profile.get_my_name,
    "setmydescription": profile.set_my_description,
    "getmydescription": profile.get_my_description,
    "setmyshortdescription": profile.set_my_short_description,
    "getmyshortdescription": profile.get_my_short_description,
    "setchatmenubutton": profile.set_chat_menu_button,
    "getchatmenubutton": profile.get_chat_menu_button,
}
"""`logOut` and `close` are the world's own: they concern every later call."""
