"""What a visitor of the page does: with a phone in someone's hand, or with the clock. Imports no HTTP."""

from datetime import timedelta

from playground.answers import Json
from playground.page import shown
from playground.page.stage import Phone, Stage
from playground.page.stream import Stream

LONGEST_TEXT = 4096
LONGEST_LEAP = timedelta(days=31)


class WrongActError(ValueError):
    """An act that makes no sense or that this person cannot do now; the only argument is the sentence that says so."""


async def perform(stage: Stage, stream: Stream, act: Json) -> Json:
    """Do what the page asks and return what it may want to know; raises WrongActError."""
    match act:
        case {"act": "start" | "open" | "write" | "press", "who": int(person_id)}:
            if (phone := stage.phone(person_id)) is None:
                raise WrongActError(f"There is no phone of a person {person_id}.")
            try:
                _use(stage, stream, phone, act)
            except AssertionError as impossible:
                raise WrongActError(str(impossible)) from None
            return {}
        case {"act": "run"}:
            stage.clock.run()
            return {}
        case {"act": "pause"}:
            stage.clock.pause()
            return {}
        case {"act": "pass", "minutes": int(minutes)} if timedelta(0) < timedelta(minutes=minutes) <= LONGEST_LEAP:
            await stage.passage.until(stage.clock.now() + timedelta(minutes=minutes))
            return {}
        case {"act": "next"}:
            return {"came": await _reach_next(stage)}
        case _:
            raise WrongActError("The page does not know this act.")


def _use(stage: Stage, stream: Stream, phone: Phone, act: Json) -> None:
    match act:
        case {"act": "start", "payload": str(payload)}:
            phone.person.starts(payload)
            phone.links.pop(payload, None)
            stream.tell(shown.phone(stage, phone))
        case {"act": "open", "link": str(link)}:
            phone.person.opens(link)
            stream.tell(shown.phone(stage, phone))
        case {"act": "write", "text": str(text)}:
            if not text.strip() or len(text) > LONGEST_TEXT:
                raise WrongActError(f"A message has 1 to {LONGEST_TEXT} characters.")
            phone.person.writes(text)
        case {"act": "press", "message": int(message_id), "data": str(data)}:
            _press(stage, phone, message_id, data)
        case _:
            raise WrongActError("Something is missing in this act.")


def _press(stage: Stage, phone: Phone, message_id: int, data: str) -> None:
    """Press as the page saw the button: an edit that crosses the press is the bot's to bear, as in Telegram."""
    message = phone.person.private.message(message_id)
    if message is None:
        raise WrongActError("This message has been deleted.")
    if phone.person.private.status(stage.world.bot.id) == "kicked":
        raise WrongActError(f"{phone.person.name} has blocked the bot.")
    phone.person.forges(data, message)


async def _reach_next(stage: Stage) -> bool:
    due = await stage.passage.next_due()
    if due is None:
        return False
    await stage.passage.until(max(due, stage.clock.now()))
    return True
