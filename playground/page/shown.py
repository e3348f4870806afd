"""How the page is told what there is: messages, phones, the clock, and what happens, as JSON. Imports no HTTP."""

from dataclasses import asdict
from urllib.parse import quote

from playground.answers import Json
from playground.chats import Message
from playground.files import StoredFile
from playground.page.stage import Phone, Stage
from playground.persons import Person
from playground.queries import Toast
from playground.state import Event
from playground.world import Call

Told = tuple[str, Json]
"""The name of a server-sent event and what it carries."""

_PROFILE_CHANGES = {"setmycommands", "deletemycommands", "setmydescription"}


def whole(stage: Stage) -> Told:
    """Describe everything, for a page that opens."""
    bot = stage.world.bot
    return "world", {
        "bot": {"name": bot.first_name, "username": bot.username},
        "phones": [_phone(stage, phone) for phone in stage.phones],
        "clock": clock(stage)[1],
    }


def clock(stage: Stage) -> Told:
    """Describe the clock: `now` in milliseconds since 1970, `speed` as it would run."""
    now = stage.clock.now().timestamp() * 1000
    return "clock", {"now": round(now), "running": stage.clock.running, "speed": stage.clock.speed}


def phone(stage: Stage, shown: Phone) -> Told:
    """Describe a phone without its messages."""
    person = shown.person
    return "phone", {
        "id": person.id,
        "name": person.name,
        "role": shown.role,
        "language": person.user.language_code,
        "status": person.private.status(stage.world.bot.id),
        "about": _about(stage, person),
        "commands": [{"command": command, "description": words} for command, words in person.commands],
        "links": [{"payload": payload, "kind": kind} for payload, kind in shown.links.items()],
    }


def happened(stage: Stage, event: Event) -> list[Told]:
    """Describe what an event changes on the page; most change nothing."""
    if isinstance(event.subject, Call):
        changed = event.subject.method.lower() in _PROFILE_CHANGES
        return [phone(stage, each) for each in stage.phones] if changed else []
    concerned = stage.phone(event.chat_id)
    if concerned is None:
        return []
    match event.kind, event.subject:
        case "message" | "edited", Message() as message:
            return [(event.kind, _in(event, _message(message)))]
        case "deleted", Message() as message:
            return [("deleted", _in(event, {"id": message.id}))]
        case "toast", Toast() as toast:
            return [("toast", _in(event, {"text": toast.text, "alert": toast.alert, "url": toast.url}))]
        case "action", str(action):
            return [("action", _in(event, {"action": action}))]
        case "chat", _:
            return [phone(stage, concerned)]
    return []


def _in(event: Event, subject: Json) -> Json:
    return {"chat": event.chat_id, **subject}


def _about(stage: Stage, person: Person) -> str:
    """Return what Telegram shows in a chat that has not begun."""
    texts = stage.world.profile.descriptions
    return texts.get(person.user.language_code) or texts.get("", "")


def _phone(stage: Stage, shown: Phone) -> Json:
    return phone(stage, shown)[1] | {"messages": [_message(message) for message in shown.person.chat]}


def _message(message: Message) -> Json:
    return {
        "id": message.id,
        "mine": not message.from_bot,
        "at": round(message.at.timestamp() * 1000),
        "edited": message.edited_at is not None,
        "text": message.text,
        "entities": message.entities,
        "rows": [[asdict(button) for button in row] for row in message.buttons],
        "reply": None if message.reply_to is None else message.reply_to.text,
        "file": None if message.document is None else _file(message.document, is_picture="photo" in message.content),
    }


def _file(stored: StoredFile, *, is_picture: bool) -> Json:
    address = f"page/files/{quote(stored.file_id)}"
    return {"name": stored.name, "size": stored.claimed_size, "address": address, "picture": is_picture}
