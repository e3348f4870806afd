"""What a visitor does: with a phone in someone's hand, with the clock, and with what goes wrong. Imports no HTTP."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from playground.answers import Json
from playground.chats import Chat, Message
from playground.entities import units
from playground.groups import Channel, Group
from playground.stage.stage import Phone, Stage, owns
from playground.state import Event

LONGEST_TEXT = 4096
LONGEST_LEAP = timedelta(days=31)
LANGUAGES = ("pl", "en")
MOST_LEAPS = 50
"""Instants at which something falls due, yet nothing is said, that are passed on the way to the next notice."""

Given = TypeVar("Given", str, int)


class WrongActError(ValueError):
    """An act that makes no sense or that this person cannot do now; the only argument is the sentence that says so."""


async def perform(stage: Stage, act: Json) -> Json:
    """Do what is asked and return what the asker may want to know; raises WrongActError."""
    match act:
        case {"act": str(name), "who": int(person_id)} if name in _IN_HAND:
            if (phone := stage.phone(person_id)) is None:
                raise WrongActError(f"There is no phone of a person {person_id}.")
            try:
                _IN_HAND[name](stage, phone, act)
            except AssertionError as impossible:
                raise WrongActError(str(impossible)) from None
            return {}
        case {"act": "run" | "pause" | "pass" | "next"}:
            return await _move_time(stage, act)
        case {"act": "invite", **how} if how.get("language", "pl") in LANGUAGES:
            if not stage.newcomers:
                raise WrongActError("Everybody is here already.")
            return {"who": stage.invite(how.get("language", "pl")).person.id}
        case {"act": "mishap", "kind": "flood" | "cut" as kind, "on": bool(on)}:
            stage.mishaps.plan(kind, on=on)
            return {}
        case {"act": "reset"} if stage.start_anew is not None:
            stage.start_anew()
            return {}
        case _:
            raise WrongActError("Nobody here knows this act.")


async def _move_time(stage: Stage, act: Json) -> Json:
    match act:
        case {"act": "run", "speed": 1 | 10 | 60 as speed}:
            stage.clock.run(int(speed))
        case {"act": "run", **rest} if "speed" not in rest:
            stage.clock.run()
        case {"act": "pause"}:
            stage.clock.pause()
        case {"act": "pass", "minutes": int(minutes)} if 0 < minutes <= LONGEST_LEAP // timedelta(minutes=1):
            await stage.passage.until(stage.clock.now() + timedelta(minutes=minutes))
        case {"act": "next"}:
            return {"came": await _reach_next(stage)}
        case _:
            raise WrongActError("The clock cannot be moved like this.")
    return {}


async def _reach_next(stage: Stage) -> bool:
    """Move on until the bot has said something; False when nothing is due any more."""
    heard: list[Event] = []
    stop = stage.world.watch(lambda event: heard.append(event) if _is_said(event) else None)
    try:
        for _ in range(MOST_LEAPS):
            due = await stage.passage.next_due()
            if due is None:
                break
            await stage.passage.until(max(due, stage.clock.now()))
            if heard:
                break
    finally:
        stop()
    return bool(heard)


def _is_said(event: Event) -> bool:
    return event.kind == "message" and isinstance(event.subject, Message) and event.subject.from_bot


def _start(_stage: Stage, phone: Phone, act: Json) -> None:
    phone.person.starts(payload := _given(act, "payload", str))
    phone.links.pop(payload, None)


def _open(_stage: Stage, phone: Phone, act: Json) -> None:
    phone.links.pop(phone.person.opens(_given(act, "link", str)) or "", None)


def _write(stage: Stage, phone: Phone, act: Json) -> None:
    text = _given(act, "text", str)
    if not text.strip() or units(text) > LONGEST_TEXT:
        raise WrongActError(f"A message has 1 to {LONGEST_TEXT} characters.")
    chat = _chat(stage, phone, act)
    reply_to = None if act.get("reply") is None else _message(chat, _given(act, "reply", int))
    match stage.shared(chat.id):
        case Group() as group:
            group.writes(phone.person, text, reply_to=reply_to)
        case Channel() as channel:
            channel.posts(text, by=phone.person)
        case None if reply_to is not None:
            phone.person.replies(reply_to, text)
        case None:
            phone.person.writes(text)


def _press(stage: Stage, phone: Phone, act: Json) -> None:
    """Press as the visitor saw the button: an edit that crosses the press is the bot's to bear, as in Telegram."""
    chat = _chat(stage, phone, act)
    message = _message(chat, _given(act, "message", int))
    if phone.person.private is chat and chat.status(stage.world.bot.id) == "kicked":
        raise WrongActError(f"{phone.person.name} has blocked the bot.")
    phone.person.forges(_given(act, "data", str), message)


def _forward(stage: Stage, phone: Phone, act: Json) -> None:
    phone.person.forwards_message(_message(_chat(stage, phone, act), _given(act, "message", int)))


def _share(stage: Stage, phone: Phone, act: Json) -> None:
    phone.person.shares(_chat(stage, phone, act), _given(act, "request", int))


def _block(_stage: Stage, phone: Phone, _act: Json) -> None:
    phone.person.blocks()


def _admit(stage: Stage, phone: Phone, act: Json) -> None:
    _owned(stage, phone, act).adds_bot(phone.person)


def _remove(stage: Stage, phone: Phone, act: Json) -> None:
    _owned(stage, phone, act).removes_bot(phone.person)


_IN_HAND: dict[str, Callable[[Stage, Phone, Json], None]] = {
    "start": _start,
    "open": _open,
    "write": _write,
    "press": _press,
    "forward": _forward,
    "share": _share,
    "block": _block,
    "admit": _admit,
    "remove": _remove,
}


def _given(act: Json, name: str, kind: type[Given]) -> Given:
    if not isinstance(value := act.get(name), kind) or isinstance(value, bool):
        raise WrongActError(f"This act needs {name}.")
    return value


def _chat(stage: Stage, phone: Phone, act: Json) -> Chat:
    chat_id = _given(act, "chat", int)
    found = next((chat for chat in stage.chats_of(phone.person) if chat.id == chat_id), None)
    if found is None:
        raise WrongActError(f"{phone.person.name} is in no chat {chat_id}.")
    return found


def _message(chat: Chat, message_id: int) -> Message:
    if (found := chat.message(message_id)) is None:
        raise WrongActError("This message has been deleted.")
    return found


def _owned(stage: Stage, phone: Phone, act: Json) -> Group | Channel:
    chat = _chat(stage, phone, act)
    shared = stage.shared(chat.id)
    if shared is None:
        raise WrongActError("The bot's own chat is blocked or started instead.")
    if not owns(chat, phone.person):
        raise WrongActError(f"Only who runs {chat.title} can do this, not {phone.person.name}.")
    return shared
