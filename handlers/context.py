"""What a handler has at hand: the office, the person, the words, and the way to answer. Never imports storage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from handlers import messenger
from handlers.reply import Toast
from handlers.texts import Words

if TYPE_CHECKING:
    from domain.chats import Spot
    from domain.office import Office
    from domain.official import Language, Official
    from domain.ports import Outgoing
    from handlers.reply import Reply
    from handlers.service import Service

Nothing = dict[Any, Any]


@dataclass(slots=True)
class Exchange:
    """One turn of one person: who it is, where it happens, what the office did, what will be said.

    ``display_name`` is the name Telegram shows; ``pressed`` the message whose button was pressed, if it can be edited;
    ``quoted`` the message that is answered, where others write in between; ``spot`` the group or channel, if it is one;
    ``replied_to`` the message that a command replies to.
    What is said becomes rows in the transaction of the turn; nothing is sent from here.
    """

    office: Office
    official: Official
    service: Service
    chat_id: int
    display_name: str
    pressed: int | None = None
    quoted: int | None = None
    spot: Spot | None = None
    said: list[Outgoing] = field(default_factory=list)
    toast: Toast | None = None
    begun: bool = False
    replied_to: int | None = None


class Context(CallbackContext[ExtBot[None], Nothing, Nothing, Nothing]):
    """PTB's context with the turn at hand."""

    exchange: Exchange

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]) -> Context:
        """Build the context of a turn that the dispatcher has begun."""
        context = super().from_update(update, application)
        if isinstance(update, Update) and isinstance(application, Dispatcher):
            context.exchange = application.exchanges[update.update_id]
            context.exchange.begun = True
        return context

    @property
    def office(self) -> Office:
        """All use cases, in the transaction of this turn."""
        return self.exchange.office

    @property
    def official(self) -> Official:
        """The person whose turn it is, as last stored."""
        return self.exchange.official

    @official.setter
    def official(self, official: Official) -> None:
        self.exchange.official = official

    @property
    def service(self) -> Service:
        """Who speaks."""
        return self.exchange.service

    @property
    def words(self) -> Words:
        """The person's language at this instant."""
        return self.words_in(self.official.language)

    def words_in(self, language: Language) -> Words:
        """Return another language at this instant."""
        return Words(language, self.office.now)

    def reply(self, reply: Reply) -> None:
        """Say something in a message of its own."""
        self.exchange.said.append(messenger.message(self.exchange.chat_id, reply, self.exchange.quoted))

    def tell(self, reply: Reply) -> None:
        """Say something to the person alone, wherever this happens."""
        self.exchange.said.append(messenger.message(self.official.id, reply))

    def show(self, reply: Reply) -> None:
        """Say something in place of the message whose button was pressed, or in one of its own."""
        if self.exchange.pressed is None or reply.document or reply.keys:
            self.reply(reply)
        else:
            self.exchange.said.append(messenger.edit(self.exchange.chat_id, self.exchange.pressed, reply))
            self.exchange.pressed = None

    def toast(self, toast: Toast | None) -> None:
        """Flash a line over the chat in answer to the press."""
        self.exchange.toast = toast


class Dispatcher(Application[ExtBot[None], Context, Nothing, Nothing, Nothing, None]):
    """PTB's dispatcher, made strict: a handler's error stops the update and reaches the caller."""

    def __init__(self, **parts: Any) -> None:  # noqa: ANN401 - PTB's builder hands them over
        super().__init__(**parts)
        self.exchanges: dict[int, Exchange] = {}

    async def take(self, update: Update, exchange: Exchange) -> None:
        """Let the handlers answer an update; raises whatever they raise."""
        self.exchanges[update.update_id] = exchange
        try:
            await self.process_update(update)
        finally:
            del self.exchanges[update.update_id]

    async def process_error(self, update: object, error: Exception, *_: Any, **__: Any) -> bool:  # noqa: ANN401
        """Raise the error instead of logging it: an update that failed must not count as done."""
        del update
        raise error
