"""The chats' desk: in which groups and channels trainings are posted, and what Telegram tells of them.

Whoever coordinates a programme may bind a chat to it. Whether the person runs the chat is not asked: Telegram lets the
bot write only where those who run it allow that, and they can take it back at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.announced import Act, Deed
from domain.chats import LONGEST_REST, BoundChat, ShownChat
from domain.desks.alarms import alert
from domain.desks.organisers import Denial
from domain.desks.rights import scope_of
from domain.official import Language
from domain.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.chats import Loss, Spot
    from domain.official import Official
    from domain.ports import Transaction
    from domain.training import Programme


@dataclass(frozen=True, slots=True)
class Bound:
    """Trainings are posted there from now on."""

    chat: BoundChat


@dataclass(frozen=True, slots=True)
class Choose:
    """It has to be told for which of these programmes the chat is."""

    shown: ShownChat
    programmes: Sequence[Programme]


async def lose(transaction: Transaction, telegram_id: int, loss: Loss, now: datetime) -> None:
    """Note that nothing can be posted in a chat; the organisers of its programmes hear of it once."""
    lost = await transaction.chats.lose(telegram_id, loss, now + LONGEST_REST)
    if lost:
        await alert(transaction, now, [chat.programme for chat in lost], f"chat_{loss}", lost[0].spot.title)


@dataclass(frozen=True, slots=True)
class ChatsDesk:
    """Binds chats to programmes; ``acting`` is the person who asks."""

    transaction: Transaction
    now: datetime

    async def overview(self, acting: Official) -> Sequence[BoundChat] | Denial:
        """Return the bound chats of the person's programmes."""
        mine = await self._scope(acting)
        if not mine:
            return Denial.NO_RIGHTS
        return [chat for chat in await self.transaction.chats.bound() if mine.covers(chat.programme)]

    async def take(self, acting: Official, spot: Spot) -> Bound | Choose | Denial:
        """Bind a chat that the person points at, or ask for which programme when there are several."""
        asked = await self.ask(acting, spot)
        if not isinstance(asked, Choose) or len(asked.programmes) != 1:
            return asked
        return await self._bind(acting, spot, asked.programmes[0], asked.shown.id)

    async def ask(self, acting: Official, spot: Spot) -> Choose | Denial:
        """Keep a chat that the person has shown, and return the programmes for which it may be."""
        programmes = await self._programmes(acting)
        if not programmes:
            return Denial.NO_RIGHTS
        number = await self.transaction.chats.show(acting.id, spot, self.now)
        return Choose(ShownChat(number, acting.id, spot), programmes)

    async def bind(self, acting: Official, shown_chat_id: int, programme_id: int) -> Bound | Denial | None:
        """Bind a chat that this very person has shown; ``None`` when it was not, or long ago."""
        programme = next((each for each in await self._programmes(acting) if each.id == programme_id), None)
        if programme is None:
            return Denial.NO_RIGHTS
        shown = await self.transaction.chats.shown(acting.id, shown_chat_id)
        return await self._bind(acting, shown.spot, programme, shown.id) if shown else None

    async def get(self, acting: Official, bound_chat_id: int) -> BoundChat | Denial | None:
        """Return a bound chat of one of the person's programmes."""
        mine = await self._scope(acting)
        if not mine:
            return Denial.NO_RIGHTS
        chat = await self.transaction.chats.get(bound_chat_id)
        if chat is None:
            return None
        return chat if mine.covers(chat.programme) else Denial.NO_RIGHTS

    async def pause(self, acting: Official, bound_chat_id: int, *, paused: bool) -> BoundChat | Denial | None:
        """Post nothing new in a chat, or begin again; what is there already is kept current."""
        chat = await self.get(acting, bound_chat_id)
        if isinstance(chat, BoundChat) and chat.paused is not paused:
            await self.transaction.chats.pause(chat.id, paused=paused)
            return await self.transaction.chats.get(chat.id)
        return chat

    async def speak(self, acting: Official, bound_chat_id: int, language: Language) -> BoundChat | Denial | None:
        """Change the language of a chat's posts."""
        chat = await self.get(acting, bound_chat_id)
        if isinstance(chat, BoundChat):
            await self.transaction.chats.speak(chat.id, language, self.now)
            return await self.transaction.chats.get(chat.id)
        return chat

    async def unbind(self, acting: Official, bound_chat_id: int) -> BoundChat | Denial | None:
        """Post in a chat no longer and return what it was; its messages stay as they are."""
        chat = await self.get(acting, bound_chat_id)
        if isinstance(chat, BoundChat):
            await self.transaction.chats.unbind(chat.id)
            await self._note(Deed.UNBOUND, acting, chat.spot, chat.programme)
        return chat

    async def known(self, telegram_id: int) -> Sequence[BoundChat]:
        """Return what a chat is bound as."""
        return [chat for chat in await self.transaction.chats.bound() if chat.spot.telegram_id == telegram_id]

    async def regained(self, spot: Spot) -> None:
        """Post again where the bot may write: nothing that was to be said meanwhile is lost."""
        await self.transaction.chats.regain(spot.telegram_id, spot.title)

    async def lost(self, spot: Spot, loss: Loss) -> None:
        """Stop where the bot may not write any more."""
        await lose(self.transaction, spot.telegram_id, loss, self.now)

    async def moved(self, telegram_id: int, new_id: int) -> None:
        """Follow a group that became a supergroup."""
        await self.transaction.chats.move(telegram_id, new_id, self.now)

    async def _scope(self, acting: Official) -> Scope:
        return await scope_of(self.transaction, acting.id)

    async def _programmes(self, acting: Official) -> Sequence[Programme]:
        mine = await self._scope(acting)
        return [each for each in await self.transaction.trainings.programmes() if mine.covers(each)]

    async def _bind(self, acting: Official, spot: Spot, programme: Programme, shown_chat_id: int) -> Bound:
        number = await self.transaction.chats.bind(spot, programme.id, Language.POLISH)
        await self.transaction.chats.forget_shown(shown_chat_id)
        await self._note(Deed.BOUND, acting, spot, programme)
        chat = await self.transaction.chats.get(number)
        return Bound(chat or BoundChat(number, spot, programme))

    async def _note(self, deed: Deed, acting: Official, spot: Spot, programme: Programme) -> None:
        await self.transaction.acts.note(Act(deed, acting, self.now, programme, args={"chat": spot.title}))
