"""What is listed when asked for: people, chats, the time, the traffic, the commands. Changes nothing."""

import json

from playground.stage import Passed, Phone, Stage
from playground.terminal import looking
from playground.terminal.ink import harmless, wrapped
from playground.terminal.screen import Screen
from playground.terminal.words import Words
from playground.world import Call

_USAGE = 18


def people(stage: Stage, screen: Screen) -> list[str]:
    """List everyone, with what of theirs is unread."""
    return ["", *(_person(stage, screen, phone) for phone in stage.phones)]


def chats(stage: Stage, screen: Screen) -> list[str]:
    """List the chats of the person shown."""
    lines = [""]
    for chat in stage.chats_of(screen.phone.person):
        marks = [_unread(screen, chat.id), screen.words("here") if chat is screen.chat else ""]
        known = looking.whereabouts(stage, chat, screen.phone, screen.words)
        command = known[1] if known is not None else ""
        lines.append(_joined([f"{harmless(looking.place_of(chat, screen.words))} ({command})", *marks]))
    return lines


def time(stage: Stage, words: Words) -> str:
    """Tell the time and whether it passes."""
    pace = words("stands")
    if stage.clock.running:
        pace = words("runs") if stage.clock.speed == 1 else words("runs_fast", speed=round(stage.clock.speed))
    return words("now", moment=words.moment(stage.clock.now()), pace=pace)


def calls(stage: Stage, screen: Screen, count: int) -> list[str]:
    """List what passed last between Telegram and the bot, raw, oldest first."""
    newest = list(stage.traffic.passed)[-count:]
    return ["", *(_passed(each, screen.words) for each in newest)] if newest else [screen.words("no_calls")]


def commands(stage: Stage, screen: Screen) -> list[str]:
    """List the terminal's commands, and those the bot offers here."""
    lines = [""]
    for usage, purpose in screen.words.help.values():
        lines += _entry(usage, purpose, screen)
    offered = stage.world.profile.commands_seen(screen.phone.person.user, screen.chat)
    if offered:
        lines += ["", screen.words("own_commands")]
    for each in offered:
        lines += _entry(f"/{harmless(each['command'])}", harmless(each["description"]), screen)
    return lines


def _person(stage: Stage, screen: Screen, phone: Phone) -> str:
    here = screen.words("here") if phone is screen.phone else ""
    name = f"{phone.person.name}, {screen.words(phone.role)}"
    call = looking.call_of(phone, stage.phones, screen.words)
    return _joined([harmless(name), f"(:who {harmless(call)})", _unread(screen, phone.person.private.id), here])


def _unread(screen: Screen, chat_id: int) -> str:
    count = screen.unread[chat_id]
    return screen.words.count("new", count) if count else ""


def _joined(parts: list[str]) -> str:
    return "  " + "  ".join(part for part in parts if part)


def _passed(each: Passed, words: Words) -> str:
    match each.subject:
        case Call() as call:
            head, body = f"→ {call.method} {call.status} {call.outcome}", dict(call.params)
        case update:
            head, body = f"← {next((name for name in update if name != 'update_id'), '')}", update
    shown = json.dumps(body, ensure_ascii=False, default=str)
    return harmless(f"{words.hour(each.at)} {head} {shown}")


def _entry(usage: str, purpose: str, screen: Screen) -> list[str]:
    """Set what is written and what it does in two columns."""
    lines = wrapped(purpose, screen.paper().width - _USAGE - 2)
    return [f"  {usage if not number else '':<{_USAGE}}{line}" for number, line in enumerate(lines)]
