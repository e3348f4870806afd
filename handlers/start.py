"""The beginning and the way back: /start with its deep links, the menu, help, and what was not understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from handlers import finding, organising
from handlers.announcing import files, sheet
from handlers.buttons import ShowList
from handlers.replies import start as replies
from handlers.reply import Toast

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context

_TRAINING = re.compile(r"s([1-9][0-9]{0,14})", re.ASCII)


async def start(context: Context, argument: str) -> None:
    """Greet; ``s12`` opens that training's card, ``i…`` an organiser's invitation."""
    if match := _TRAINING.fullmatch(argument):
        await finding.open_card(context, int(match[1]), lead=replies.greeting(context.words))
    elif argument.startswith("i"):
        await organising.open_invitation(context, argument[1:])
    else:
        context.reply(replies.hero(context.words, context.service))


async def menu(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show the menu."""
    context.show(replies.menu(context.words, context.service, organises=await sheet.organises(context)))


async def menu_command(context: Context, _: str) -> None:
    """Answer /menu."""
    await menu(context)


async def show_help(context: Context, _: Any = None) -> None:  # noqa: ANN401
    """Tell how it works and whom to ask."""
    programmes = await context.office.information.programmes()
    contact = next((each.coordinator for each in programmes if each.coordinator), None)
    if await sheet.organises(context):
        context.show(replies.organisers_help(context.words))
    else:
        context.show(replies.help_page(context.words, context.service, contact))


async def help_command(context: Context, _: str) -> None:
    """Answer /help."""
    await show_help(context)


async def unknown(update: Update, context: Context) -> None:
    """Answer what is no command and nothing that was waited for."""
    if not await files.refused(context, update.message):
        context.reply(replies.unknown(context.words))


async def stale(context: Context) -> None:
    """Answer a button of another time or make: a line, and the list as it is now."""
    context.toast(Toast(context.words.plain("toast.stale")))
    await finding.show_list(context, ShowList(), lead=replies.stale(context.words))
