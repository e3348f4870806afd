"""Exchanges: one update applied in one transaction, from its raw JSON to the rows of its replies."""

from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson
import structlog
from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType

from bot.telegram import BotApi
from domain.chats import Spot, Venue
from domain.desks.leases import LEASE
from domain.desks.library import Library, Outdated
from domain.office import Office, Rules
from domain.official import Language, Official
from domain.ports import Clock, Outgoing, Storage, Transaction, Turn
from handlers.context import Dispatcher, Exchange
from handlers.messenger import message
from handlers.replies import start
from handlers.service import Service
from handlers.texts import Words

log = structlog.get_logger()

ANSWER_TIMEOUT = 4.0
"""Seconds for the answer to a press: what flashes over the chat later than that puzzles more than it tells."""

EDITIONS = 3
"""How often a question is tried anew while the programmes change under it."""

TELEGRAM_ITSELF = frozenset({777000, 136817688, 1087968824})
"""Ids that stand for no person: service messages, posts of linked channels, anonymous administrators."""

NOBODY = 0
"""The id of nobody: what is done in a group's name, or by Telegram itself."""

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


class NotDispatchedError(RuntimeError):
    """PTB could not build the context and dropped the update silently; it must be tried again."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a turn has to say: replies, leased to whoever holds this, and the answer to a press, unsent."""

    replies: Sequence[Outgoing] = ()
    answer: Coroutine[Any, Any, None] | None = None


@dataclass(frozen=True, slots=True)
class Exchanges:
    """Applies updates; ``language`` is for people whose own is neither Polish nor English."""

    storage: Storage
    dispatcher: Dispatcher
    api: BotApi
    clock: Clock
    rules: Rules
    service: Service
    language: Language
    library: Library

    async def apply(self, turn: Turn) -> Said:
        """Apply an update and commit; return what is to be said about it.

        A question that finds the library outdated is rolled back and applied again to a new edition of it.
        """
        for _ in range(EDITIONS):
            if said := await self._applied(turn):
                return said
            await self.library.refresh()  # not where it was caught: what the turn had made is gone by now
        return await self._apply(turn)

    async def _applied(self, turn: Turn) -> Said | None:
        try:
            return await self._apply(turn)
        except Outdated:
            return None

    async def _apply(self, turn: Turn) -> Said:
        update = Update.de_json(orjson.loads(turn.raw), self.dispatcher.bot)
        query = update.callback_query
        async with self.storage.transaction() as transaction:
            exchange = await self._begin(transaction, update)
            if exchange:
                await self.dispatcher.take(update, exchange)
                if not exchange.begun and query:
                    raise NotDispatchedError
            now = self.clock.now()
            said, _ = await transaction.together(
                transaction.replies.add(_begun(exchange.said, now) if exchange else (), now, now + LEASE),
                transaction.inbox.done(turn.update_id),
                last=True,
            )
        return Said(said, self._answer(query, exchange) if query else None)

    async def apologise(self, transaction: Transaction, turn: Turn) -> Sequence[Outgoing]:
        """Write the apology for an update that was given up, when it came from a person in a private chat."""
        try:
            update = Update.de_json(orjson.loads(turn.raw), self.dispatcher.bot)
        except Exception:  # noqa: BLE001 - what cannot be read has nobody to apologise to
            return ()
        person, chat = update.effective_user, update.effective_chat
        if turn.person_id is None or person is None or chat is None or chat.type != chat.PRIVATE:
            return ()
        now = self.clock.now()
        official = await transaction.officials.get(person.id) or self._stranger(person)
        sorry = start.sorry(Words(official.language, now), f"{turn.update_id % 10**6:06}")
        return await transaction.replies.add([message(chat.id, sorry)], now, now + LEASE)

    async def _begin(self, transaction: Transaction, update: Update) -> Exchange | None:
        """Return the exchange with the person whose update it is, or ``None`` when it is nobody's.

        What becomes of a group or a channel counts, whoever did it.
        """
        person, chat = _person(update), update.effective_chat
        if person is None and not _concerns_chat(update):
            return None
        official = await self._official(transaction, person) if person else Official(NOBODY, self.language)
        return Exchange(
            office=Office(transaction, self.clock.now(), self.rules, self.library.edition),
            official=official,
            service=self.service,
            chat_id=chat.id if chat else official.id,
            display_name=person.full_name if person else "",
            pressed=_editable(update.callback_query),
            quoted=_quoted(update),
            spot=_spot(update),
        )

    async def _official(self, transaction: Transaction, person: User) -> Official:
        stored = await transaction.officials.get(person.id)
        if stored and stored.unreachable:
            await transaction.officials.reached(person.id)
            stored = replace(stored, unreachable=None)
        return stored or self._stranger(person)

    def _stranger(self, person: User) -> Official:
        spoken = (person.language_code or "").partition("-")[0]
        language = Language(spoken) if spoken in set(Language) else self.language
        return Official(person.id, language, preferences=self.rules.preferences)

    async def _answer(self, query: CallbackQuery, exchange: Exchange | None) -> None:
        """Answer a press, at best effort: the button stops waiting, a line may flash over the chat."""
        body: dict[str, object] = {"callback_query_id": query.id}
        if exchange and exchange.toast:
            body |= {"text": exchange.toast.text, "show_alert": exchange.toast.alert}
        try:
            await self.api.call("answerCallbackQuery", body, read_timeout=ANSWER_TIMEOUT)
        except Exception as error:  # noqa: BLE001 - it is only a courtesy, and no turn must end by it
            log.info("press not answered", error=type(error).__name__)


def _begun(replies: Sequence[Outgoing], now: datetime) -> Sequence[Outgoing]:
    """Return replies of which the first leaves at once: its call is counted with what it tells of."""
    return [*(replace(reply, begun=now) for reply in replies[:1]), *replies[1:]]


def _person(update: Update) -> User | None:
    """Return whose update it is, if anybody's in particular."""
    person = update.effective_user
    sender = update.message.sender_chat if update.message else None
    nobody = person is None or person.is_bot or person.id in TELEGRAM_ITSELF or sender is not None
    return None if nobody else person


def _concerns_chat(update: Update) -> bool:
    """Tell whether it is about the bot's place in a group or a channel, or about its new id."""
    chat, message = update.effective_chat, update.message
    moved = message is not None and bool(message.migrate_to_chat_id or message.migrate_from_chat_id)
    return moved or (update.my_chat_member is not None and chat is not None and chat.type != ChatType.PRIVATE)


def _spot(update: Update) -> Spot | None:
    """Return the group or channel, and the topic, in which it happens."""
    chat, message = update.effective_chat, update.message
    if chat is None or chat.type not in {*GROUPS, ChatType.CHANNEL}:
        return None
    venue = Venue.CHANNEL if chat.type == ChatType.CHANNEL else Venue.GROUP
    thread = message.message_thread_id if message and message.is_topic_message else None
    return Spot(chat.id, venue, chat.title or str(chat.id), thread or 0)


def _quoted(update: Update) -> int | None:
    """Return the id of a message in a group, whose answer must show whom it answers."""
    message = update.message
    return message.message_id if message and message.chat.type in GROUPS else None


def _editable(query: CallbackQuery | None) -> int | None:
    """Return the pressed message's id when its text can be put another in place of."""
    pressed = query.message if query else None
    return pressed.message_id if isinstance(pressed, Message) and pressed.text is not None else None
