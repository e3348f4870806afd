"""Handlers talk: Telegram in, words out. This page lists every one of them, in order; they never import storage."""

from collections.abc import Mapping
from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from handlers import (
    answering,
    buttons,
    dialogue,
    finding,
    groups,
    organising,
    privacy,
    questions,
    reachability,
    settings,
    signing_up,
    start,
    synonyms,
)
from handlers.context import Context
from handlers.routing import Pressed, command, pressed

Handler = BaseHandler[Any, Context, None]

PRESSES: Mapping[type[buttons.Press], Pressed] = {
    buttons.ShowMenu: start.menu,
    buttons.ShowHelp: start.show_help,
    buttons.ShowList: finding.show_list,
    buttons.ChooseTopic: finding.choose_topic,
    buttons.ChooseMonth: finding.choose_month,
    buttons.ChoosePlace: finding.choose_place,
    buttons.ShowCard: finding.show_card,
    buttons.SendCalendar: finding.send_calendar,
    buttons.SendAllCalendar: finding.send_all_calendar,
    buttons.ShowMine: finding.show_mine,
    buttons.SignUp: signing_up.sign_up,
    buttons.JoinQueue: signing_up.join_queue,
    buttons.ConfirmHold: signing_up.confirm_hold,
    buttons.DeclineHold: signing_up.decline_hold,
    buttons.TakeSeat: signing_up.take_seat,
    buttons.Withdraw: signing_up.withdraw,
    buttons.Undo: signing_up.undo,
    buttons.Attend: signing_up.attend,
    buttons.Follow: signing_up.follow,
    buttons.Unfollow: signing_up.unfollow,
    buttons.ChangeName: dialogue.change_name,
    buttons.AskInstitution: dialogue.ask_institution,
    buttons.PickInstitution: dialogue.pick_institution,
    buttons.OtherInstitution: dialogue.other_institution,
    buttons.SkipInstitution: dialogue.skip_institution,
    buttons.ShowSettings: settings.show,
    buttons.Toggle: settings.toggle,
    buttons.ChooseQuiet: settings.choose_quiet,
    buttons.SetQuiet: settings.set_quiet,
    buttons.SetLanguage: settings.set_language,
    buttons.GreetIn: settings.greet_in,
    buttons.ShowPrivacy: privacy.show,
    buttons.AskErase: privacy.ask_erase,
    buttons.Erase: privacy.erase,
    buttons.AcceptInvitation: organising.accept,
    buttons.ShowOrganisers: organising.show,
    buttons.Invite: organising.invite,
    buttons.Revoke: organising.ask_revoke,
    buttons.ConfirmRevoke: organising.revoke,
    buttons.Ask: questions.show_how,
    buttons.AskAbout: questions.ask_about,
    buttons.PassOn: answering.pass_on,
    buttons.KeepAnswer: answering.keep,
    buttons.CloseQuestion: answering.close,
    buttons.DropAnswer: answering.drop,
    buttons.ShowQuestion: answering.show_question,
    buttons.ShowQuestions: answering.show_questions,
    buttons.ShowSynonyms: synonyms.show,
    buttons.DropSynonym: synonyms.drop,
}

COMMANDS = {
    ("start",): start.start,
    ("szkolenia", "trainings"): finding.list_command,
    ("zapisz", "register"): signing_up.sign_up_command,
    ("wypisz", "withdraw"): signing_up.withdraw_command,
    ("moje", "my"): finding.mine_command,
    ("zapytaj", "ask"): questions.command,
    ("settings", "ustawienia"): settings.command,
    ("privacy", "prywatnosc"): privacy.command,
    ("help", "pomoc"): start.help_command,
    ("organizatorzy", "organisers"): organising.command,
    ("pytania", "questions"): answering.command,
    ("synonimy", "synonyms"): synonyms.command,
}

IN_GROUPS = {
    ("szkolenia", "trainings"): groups.list_command,
    ("zapytaj", "ask"): groups.ask_command,
}


def routes() -> list[Handler]:
    """Return all handlers in the order in which they are asked; each update reaches exactly one."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    public = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
    written = (filters.TEXT & ~filters.Regex("^/")) | (filters.CAPTION & ~filters.CaptionRegex("^/"))
    return [
        *(command(names, callback, private) for names, callback in COMMANDS.items()),
        *(command(names, callback, public) for names, callback in IN_GROUPS.items()),
        CommandHandler([name for names in COMMANDS for name in names], groups.hint, filters=public),
        MessageHandler(public & written, groups.heard),
        MessageHandler(private & written, dialogue.typed),
        MessageHandler(private & ~filters.StatusUpdate.ALL, start.unknown),
        CallbackQueryHandler(pressed(PRESSES, start.stale, groups.pressed)),
        ChatMemberHandler(reachability.changed, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
