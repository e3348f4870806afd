"""How the page is told what there is: people, chats, messages, the clock, and what happens. Imports no HTTP."""

from playground.answers import Json
from playground.chats import Chat, Message
from playground.keyboards import Key
from playground.persons import Person
from playground.queries import Toast
from playground.stage import Passed, Phone, Stage
from playground.stage.messages import message
from playground.stage.stage import owns
from playground.state import Event
from playground.world import Call

Told = tuple[str, Json]
"""The name of a server-sent event and what it carries."""

_PROFILE_CHANGES = {"setmycommands", "deletemycommands", "setmydescription"}


def whole(stage: Stage) -> Told:
    """Describe everything, for a page that opens; `era` is another number after every new start."""
    bot = stage.world.bot
    chats = [(chat, _chat(stage, chat)) for chat in stage.chats()]
    return "world", {
        "era": stage.era,
        "bot": {"id": bot.id, "name": bot.first_name, "username": bot.username},
        "people": [person(stage, phone)[1] for phone in stage.phones],
        "chats": [shown | {"messages": [message(each) for each in chat.visible()]} for chat, shown in chats],
        "clock": clock(stage)[1],
        "mishaps": mishaps(stage)[1],
        "calls": [passed(each)[1] for each in stage.traffic.passed],
        "newcomers": newcomers(stage)[1]["left"],
        "resettable": stage.start_anew is not None,
    }


def clock(stage: Stage) -> Told:
    """Describe the clock: `now` in milliseconds since 1970, `speed` as it would run."""
    now = stage.clock.now().timestamp() * 1000
    return "clock", {"now": round(now), "running": stage.clock.running, "speed": stage.clock.speed}


def person(stage: Stage, phone: Phone) -> Told:
    """Describe a person and what the bot shows them of itself, without messages."""
    who = phone.person
    return "person", {
        "id": who.id,
        "name": who.name,
        "role": phone.role,
        "language": who.user.language_code,
        "status": who.private.status(stage.world.bot.id),
        "about": _about(stage, who),
        "links": [{"payload": payload, "kind": kind} for payload, kind in phone.links.items()],
        "commands": {str(chat.id): _commands(stage, who, chat) for chat in stage.chats_of(who)},
    }


def passed(each: Passed) -> Told:
    """Describe a call or an update, raw."""
    at = round(each.at.timestamp() * 1000)
    match each.subject:
        case Call(method=name, params=body, status=status, outcome=outcome, answer=answer):
            told = {"kind": "call", "name": name, "status": status, "outcome": outcome, "body": body, "answer": answer}
        case update:
            name = next((name for name in update if name != "update_id"), "")
            told = {"kind": "update", "name": name, "status": 0, "outcome": "", "body": update, "answer": None}
    return "call", {"id": each.number, "at": at, **told}


def happened(stage: Stage, event: Event) -> list[Told]:
    """Describe what an event changes on the page; some change nothing."""
    match event.kind, event.subject:
        case "message" | "edited", Message() as said:
            return [(event.kind, message(said))]
        case "deleted", Message() as said:
            return [("deleted", {"chat": event.chat_id, "id": said.id})]
        case "toast", Toast() as toast:
            return [("toast", {"who": event.chat_id, "text": toast.text, "alert": toast.alert, "url": toast.url})]
        case "action", str(action):
            return [("action", {"chat": event.chat_id, "action": action})]
        case "chat", Chat() as chat:
            return [("chat", _chat(stage, chat)), *_everybody(stage)]
        case "update", _:
            return _newest(stage, event)
        case "call", Call() as call:
            changed = call.method.lower() in _PROFILE_CHANGES
            return [*_newest(stage, event), mishaps(stage), *(_everybody(stage) if changed else [])]
    return []


def mishaps(stage: Stage) -> Told:
    """Tell which mishaps are still to come."""
    return "mishaps", stage.mishaps.told()


def newcomers(stage: Stage) -> Told:
    """Tell whether somebody can still come."""
    return "newcomers", {"left": bool(stage.newcomers)}


def _newest(stage: Stage, event: Event) -> list[Told]:
    newest = stage.traffic.passed[-1] if stage.traffic.passed else None
    kept = newest is not None and newest.subject is event.subject
    return [passed(newest)] if newest is not None and kept else []


def _everybody(stage: Stage) -> list[Told]:
    return [person(stage, phone) for phone in stage.phones]


def _chat(stage: Stage, chat: Chat) -> Json:
    people = [phone.person for phone in stage.phones if chat in stage.chats_of(phone.person)]
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "members": [each.id for each in people],
        "writers": [each.id for each in people if chat.type != "channel" or owns(chat, each)],
        "owner": next((each.id for each in people if owns(chat, each)), None),
        "bot": chat.status(stage.world.bot.id),
        "keys": [[_key(key) for key in row] for row in chat.keys],
    }


def _key(key: Key) -> Json:
    request = key.request and {"id": key.request.id, "channel": key.request.channel}
    return {"text": key.text, "request": request}


def _about(stage: Stage, who: Person) -> str:
    """Return what Telegram shows in a chat that has not begun."""
    texts = stage.world.profile.descriptions
    return texts.get(who.user.language_code) or texts.get("", "")


def _commands(stage: Stage, who: Person, chat: Chat) -> list[Json]:
    """List what the menu offers; in a channel a command would be a post like any other."""
    return [] if chat.type == "channel" else stage.world.profile.commands_seen(who.user, chat)
