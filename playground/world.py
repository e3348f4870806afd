"""The world: a local Telegram with one bot, people, groups and channels. Imports no bot library and no HTTP.

    world = World(ManualClock())
    anna = world.person("Anna", "Nowak", language="pl")
    anna.starts("s12")
    answer = await world.ask("sendMessage", chat_id=anna.id, text="Hello")
    anna.last.text, anna.last.labels, anna.toasts

A bot speaks to it through `call` alone, by one of the doors: `playground.request` in process,
`playground.server` over HTTP.
"""

import asyncio
import inspect
import logging
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from playground import answers
from playground.answers import Answer, Json, Refusal
from playground.chats import Chat, User
from playground.clock import Clock, ManualClock
from playground.faults import Faults
from playground.files import StoredFile, Upload
from playground.groups import Channel, Group
from playground.limits import NO_LIMITS, Limits
from playground.methods import METHODS
from playground.parameters import Parameters
from playground.persons import Person
from playground.profile import Profile
from playground.reading import fault_in, readable
from playground.state import Event, State
from playground.tokens import blotted, is_playground_token, is_well_formed, token_of
from playground.updates import Updates

_log = logging.getLogger(__name__)
_FIRST_PERSON = 5_000_000_001
_FIRST_GROUP = -4_000_000_001
_FIRST_CHANNEL = -1_002_000_000_001
AWAY = timedelta(minutes=10)
"""How long a bot that called `logOut` or `close` is not let in again."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the world saw it, without anything that may be a token.

    `outcome` is "ok" or Telegram's description, `answer` the JSON. `done` is what came of it, whatever a fault made
    of the answer; None where nothing was done.
    """

    method: str
    params: Mapping[str, Any]
    files: tuple[str, ...]
    status: int
    outcome: str
    at: datetime
    answer: Json | None = None
    done: object = None

    @property
    def chat_id(self) -> int:
        """The chat it was about; 0 when about none."""
        return Parameters(self.params).integer("chat_id")


class World:
    """Everything there is. `limits` are off unless given; `seed` makes update ids and faults repeatable."""

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        name: str = "Playground",
        username: str = "playground_bot",
        bot_id: int = 1_000_000_001,
        limits: Limits = NO_LIMITS,
        seed: int = 0,
    ) -> None:
        self.clock: Clock = clock or ManualClock()
        self.faults = Faults(seed)
        self.calls: list[Call] = []
        self.token = token_of(bot_id)
        first_update = random.Random(seed).randrange(100_000_000, 900_000_000)  # noqa: S311 - only to look random
        bot = User(bot_id, name, username=username, is_bot=True)
        self.state = State(self.clock, bot, first_update, limits)
        self.people: list[Person] = []
        self.groups: list[Group] = []
        self.channels: list[Channel] = []
        self._away: tuple[datetime, Refusal] | None = None

    @property
    def bot(self) -> User:
        """The bot's account."""
        return self.state.bot

    @property
    def updates(self) -> Updates:
        """What waits for the bot."""
        return self.state.updates

    @property
    def profile(self) -> Profile:
        """What the bot shows of itself."""
        return self.state.profile

    @property
    def chats(self) -> dict[int, Chat]:
        """All chats by id."""
        return self.state.chats

    def limit(self, limits: Limits, seconds: Callable[[], float] | None = None) -> None:
        """Change the rates, and the time they are counted by (seconds, growing) if given."""
        self.state.pace.limits = limits
        if seconds is not None:
            self.state.pace.count_by(seconds)

    def person(
        self,
        first_name: str,
        last_name: str = "",
        *,
        language: str = "",
        username: str = "",
        id: int | None = None,  # noqa: A002 - the word Telegram uses
    ) -> Person:
        """Let a new person into the world; the bot knows nothing of them until they start it."""
        user = User(id or _FIRST_PERSON + len(self.people), first_name, last_name, username, language)
        chat = Chat(user.id, "private", username=username, person=user)
        self.state.people[user.id] = user
        self.state.chats[chat.id] = chat
        person = Person(self.state, user, chat)
        self.people.append(person)
        return person

    def group(
        self,
        title: str,
        members: Iterable[Person] = (),
        *,
        supergroup: bool = False,
        forum: bool = False,
        with_bot: bool = True,
    ) -> Group:
        """Make a group; the first member owns it and, unless told otherwise, the bot is in it from the start.

        A forum is a supergroup with topics.
        """
        number = len(self.groups)
        super_ = supergroup or forum
        chat_id = _FIRST_CHANNEL + 1_000_000_000 - number if super_ else _FIRST_GROUP - number
        chat = Chat(chat_id, "supergroup" if super_ else "group", title, forum=forum)
        for person in members:
            chat.members[person.id] = "member" if chat.members else "creator"
        if with_bot:
            chat.members[self.bot.id] = "member"
        self.state.chats[chat.id] = chat
        group = Group(self.state, chat)
        self.groups.append(group)
        self.state.happened("chat", chat.id, chat)
        return group

    def channel(self, title: str, *, username: str = "", with_bot: bool = True) -> Channel:
        """Make a channel; the bot is its administrator unless told otherwise."""
        chat = Chat(_FIRST_CHANNEL - len(self.channels), "channel", title, username)
        if with_bot:
            chat.members[self.bot.id] = "administrator"
        self.state.chats[chat.id] = chat
        channel = Channel(self.state, chat)
        self.channels.append(channel)
        self.state.happened("chat", chat.id, chat)
        return channel

    def enqueue(self, raw: Json) -> Json:
        """Queue an update as it is: a duplicate, an unknown kind, nonsense."""
        update = self.updates.enqueue(raw)
        self.state.happened("update", 0, update)
        return update

    def deep_link(self, payload: str) -> str:
        """Write the link that starts the bot with a payload."""
        return f"https://t.me/{self.bot.username}?start={payload}"

    def called(self, method: str) -> list[Call]:
        """List the calls of one method, oldest first."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def watch(self, watcher: Callable[[Event], None]) -> Callable[[], None]:
        """Call the watcher at every message, edit, deletion, toast, update and call; what comes back ends it."""
        return self.state.watch(watcher)

    async def until(self, true: Callable[[], object], within: float = 5.0) -> None:
        """Wait until something holds, looking at every event; AssertionError after so many real seconds."""
        moved = asyncio.Event()
        stop = self.watch(lambda _event: moved.set())
        try:
            async with asyncio.timeout(within):
                while not true():
                    await moved.wait()
                    moved.clear()
        except TimeoutError:
            raise AssertionError(f"did not come true within {within} s; last calls: {self.calls[-5:]}") from None
        finally:
            stop()

    def file(self, token: str, path: str) -> StoredFile | None:
        """Find a file a bot downloads; None where Telegram answers 404."""
        if token != self.token:
            _stranger(token)
            return None
        return self.state.files.at(path)

    async def ask(self, method: str, **params: object) -> Answer:
        """Call a method as the bot would, parameters by keyword."""
        return await self.call(self.token, method, params)

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Answer:
        """Carry out one call of the Bot API, faults included: the only entry for bots."""
        call, true = Parameters(params or {}, files or {}), None
        if wrong := fault_in([method, *call.files, dict(call.values)]):
            call, answer = Parameters(), answers.bad_request(wrong).answer()
        else:
            answer, true = await self._answer_faultily(token, method, call)
        self._record(readable(method), call, answer, true)
        return answer

    async def _answer_faultily(self, token: str, method: str, call: Parameters) -> tuple[Answer, Answer | None]:
        """Return the answer that goes out, and the true one where the call reached Telegram."""
        fault = self.faults.strike(method, call.integer("chat_id"))
        if fault is not None and not fault.after:
            return fault.failure(None), None
        true = await self._answer(token, method, call)
        return (true if fault is None else fault.failure(true)), true

    async def _answer(self, token: str, method: str, call: Parameters) -> Answer:
        try:
            self._admit(token)
            return answers.done(await self._perform(method, call))
        except Refusal as refusal:
            return refusal.answer()
        except (TypeError, ValueError, LookupError, AttributeError, RecursionError) as error:
            # Parameters we did not think of, or a fault of ours. Its words may hold a token.
            _log.warning("The playground stumbled over a call of %s: %s.", blotted(method), type(error).__name__)
            return answers.bad_request("can't parse parameters").answer()

    def _admit(self, token: str) -> None:
        if token != self.token:
            raise _stranger(token)
        if self._away is not None and self.clock.now() < self._away[0]:
            raise self._away[1]

    async def _perform(self, method: str, call: Parameters) -> object:
        name = method.lower()
        if name in {"logout", "close"}:
            refusal = Refusal(400, "Logged out") if name == "logout" else answers.too_many(int(AWAY.total_seconds()))
            self._away = self.clock.now() + AWAY, refusal
            return True
        if name not in METHODS:
            _log.warning("The playground does not know the method %s and answers 404.", blotted(method))
            raise answers.not_found()
        result = METHODS[name](self.state, call)
        return await result if inspect.isawaitable(result) else result

    def _record(self, method: str, call: Parameters, answer: Answer, true: Answer | None) -> None:
        outcome = "cut" if answer.cut else answer.description or ("ok" if answer.status == 200 else "no JSON")  # noqa: PLR2004
        body = answer.body if isinstance(answer.body, dict) else None
        params, files = blotted(dict(call.values)), tuple(map(blotted, call.files))
        done = blotted(true.body.get("result")) if true and isinstance(true.body, dict) else None
        made = Call(
            blotted(method), params, files, answer.status, blotted(outcome), self.clock.now(), blotted(body), done
        )
        self.calls.append(made)
        self.state.happened("call", made.chat_id, made)


def _stranger(token: str) -> Refusal:
    """Refuse a token that is not this world's, and warn of one that may be real."""
    if not is_well_formed(token):
        return answers.not_found()
    if not is_playground_token(token):
        _log.warning(
            "A call came with a token that may be a real bot's. The playground never needs one: "
            "give the bot the playground's own token, and revoke the other if anybody may have seen it."
        )
    return answers.unauthorized()
