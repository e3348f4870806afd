"""The face itself: takes lines, carries them out on the stage one after another, and shows what comes of each."""

from collections.abc import AsyncIterator, Callable

from playground.answers import Json
from playground.stage import Stage, WrongActError, perform
from playground.terminal import listing, orders
from playground.terminal.hands import Hands
from playground.terminal.ink import harmless
from playground.terminal.looking import chats_meant, people_meant
from playground.terminal.orders import Order
from playground.terminal.saving import save
from playground.terminal.screen import Screen
from playground.terminal.words import Words


class Face:
    """A stage in a terminal. ``say`` writes a line; ``ink`` allows bold, ``width`` tells the columns there are."""

    def __init__(
        self,
        stage: Stage,
        say: Callable[[str], None],
        words: Words,
        *,
        ink: bool = False,
        width: Callable[[], int] = lambda: 80,
    ) -> None:
        self._stage = stage
        self._screen = Screen(stage, say, words, ink=ink, width=width)
        self._hands = Hands(stage, self._screen)

    @property
    def words(self) -> Words:
        """The language spoken now."""
        return self._screen.words

    @property
    def prompt(self) -> str:
        """Whose phone is in hand."""
        return f"{harmless(self._screen.phone.person.user.first_name)}> "

    async def attend(self, lines: AsyncIterator[str]) -> bool:
        """Carry out lines until they end or one quits; True when one asks for everything anew.

        What a line sets going has come to rest before the next is read.
        """
        screen = self._screen
        screen.tell("welcome", bot=self._stage.world.bot.first_name)
        screen.look(screen.phone, screen.chat)
        try:
            async for line in lines:
                match orders.read(line):
                    case orders.Plain("quit"):
                        return False
                    case orders.Plain("reset") if self._stage.start_anew is not None:
                        await perform(self._stage, {"act": "reset"})
                        return True
                    case order:
                        await self._attend_to(order)
        finally:
            screen.close()
        return False

    async def _attend_to(self, order: Order) -> None:
        self._screen.busy = True
        try:
            await self._carry_out(order)
            await self._settle()
        except WrongActError as wrong:
            self._screen.tell("failed", problem=wrong)
        finally:
            self._screen.busy = False
        self._screen.tell_rest()
        self._screen.numbers.free()

    async def _settle(self) -> None:
        """Wait until all that is going on has been said; links that answers open are followed."""
        await self._stage.passage.next_due()
        for link in self._screen.take_links():
            await self._hands.start(link)
            await self._stage.passage.next_due()

    async def _carry_out(self, order: Order) -> None:
        match order:
            case orders.Press() | orders.Write() | orders.Start() | orders.Forward() | orders.Mishap():
                await self._hands.do(order)
            case orders.Plain("block"):
                await self._hands.block()
            case orders.Plain("invite"):
                await self._invite()
            case orders.Clock(act):
                await self._move_clock(act)
            case _:
                self._show(order)

    def _show(self, order: Order) -> None:
        match order:
            case orders.Who(wanted):
                self._look_at(wanted)
            case orders.Where(wanted):
                self._look_into(wanted)
            case orders.Save(number, name):
                save(self._screen, self._stage.world.state.files, number, name)
            case orders.Calls(count):
                self._screen.draw(listing.calls(self._stage, self._screen, count))
            case orders.Speak(language):
                self._screen.words = Words(language)
                self._screen.tell("language")
            case orders.Plain("help"):
                self._screen.draw(listing.commands(self._stage, self._screen))
            case orders.Plain("reset"):
                self._screen.tell("kept")
            case orders.Unknown(command):
                self._screen.tell("unknown", command=command)
            case orders.Misused(command):
                self._screen.write(self.words.usage(command))

    async def _invite(self) -> None:
        try:
            came = await perform(self._stage, {"act": "invite"})
        except WrongActError:
            self._screen.tell("everybody")
        else:
            if (phone := self._stage.phone(came["who"])) is not None:
                self._screen.look(phone, phone.person.private)

    async def _move_clock(self, act: Json | None) -> None:
        if act is not None and (await perform(self._stage, act)).get("came") is False:
            self._screen.tell("nothing_due")
        self._screen.write(listing.time(self._stage, self.words))

    def _look_at(self, wanted: str) -> None:
        if not wanted:
            self._screen.draw(listing.people(self._stage, self._screen))
            return
        match people_meant(self._stage.phones, wanted, self.words):
            case []:
                self._screen.tell("nobody", wanted=wanted)
            case [phone]:
                self._screen.look(phone, phone.person.private)
            case several:
                self._screen.tell("several", names=", ".join(phone.person.name for phone in several))

    def _look_into(self, wanted: str) -> None:
        phone = self._screen.phone
        if not wanted:
            self._screen.draw(listing.chats(self._stage, self._screen))
            return
        match chats_meant(self._stage.chats_of(phone.person), wanted):
            case []:
                self._screen.tell("nowhere", wanted=wanted)
            case [chat]:
                self._screen.look(phone, chat)
            case several:
                self._screen.tell("several", names=", ".join(chat.title for chat in several))
