"""What the person shown does: orders made into acts, checked first where a better word can be said than the stage's."""

from playground.chats import GROUPS
from playground.keyboards import ChatRequest
from playground.links import payload_for
from playground.stage import Stage, perform
from playground.stage.stage import owns
from playground.terminal import orders
from playground.terminal.looking import whereabouts
from playground.terminal.numbers import BELOW, Spot
from playground.terminal.orders import Mishap, Press, Start, Write
from playground.terminal.screen import Screen

Deed = Press | Write | Start | orders.Forward | Mishap


class Hands:
    """Acts on a stage for whoever is shown on the screen; raises WrongActError where the stage does."""

    def __init__(self, stage: Stage, screen: Screen) -> None:
        self._stage = stage
        self._screen = screen

    async def do(self, deed: Deed) -> None:
        """Carry out one order."""
        match deed:
            case Press(number):
                await self._press(number)
            case Start(link):
                await self.start(link)
            case Mishap(kind):
                on = not self._stage.mishaps.told()[kind]
                await perform(self._stage, {"act": "mishap", "kind": kind, "on": on})
                self._screen.tell(kind if on else f"{kind}.off")
            case Write(text, reply):
                await self._write(text, reply)
            case orders.Forward(number):
                if self._has(number) and not self._is_blocked():
                    await self._act("forward", message=number)

    async def start(self, link: str) -> None:
        """Press START, behind a link to the bot, its payload, or nothing; the chat with the bot opens."""
        if "." in link or "/" in link:
            await self._act("open", link=link if "//" in link else f"https://{link}")
        else:
            await self._act("start", payload=link)
        phone = self._screen.phone
        if self._screen.chat is not phone.person.private:
            self._screen.look(phone, phone.person.private)

    async def block(self) -> None:
        """Block the bot."""
        await self._act("block")
        self._screen.tell("blocked")

    async def _write(self, text: str, reply: int | None) -> None:
        screen = self._screen
        if reply is not None and not self._has(reply):
            return
        if screen.chat.type == "channel" and not owns(screen.chat, screen.phone.person):
            screen.tell("readers_only")
        elif screen.chat.type != "private" or not self._is_blocked():
            await self._act("write", text=text, reply=reply)

    async def _press(self, number: int) -> None:
        spot = self._screen.numbers.find(number)
        if spot is None:
            self._tell_missing(number)
        elif spot.message == BELOW:
            await self._press_key(spot)
        else:
            await self._press_button(spot)

    async def _press_button(self, spot: Spot) -> None:
        match spot.does:
            case "data" if self._screen.chat.type != "private" or not self._is_blocked():
                self._screen.press(spot.label)
                await self._act("press", message=spot.message, data=spot.what)
            case "url" if self._leads_to_bot(spot.what):
                await self.start(spot.what)
            case "url":
                self._screen.tell("leads", url=spot.what)
            case "copies":
                self._screen.tell("copies", text=spot.what)
            case "":
                self._screen.tell("unpressable")

    async def _press_key(self, spot: Spot) -> None:
        key = next(key for row in self._screen.chat.keys for key in row if key.text == spot.what)
        if key.request is None:
            await self._write(key.text, None)
        else:
            await self._share(key.request)

    async def _share(self, request: ChatRequest) -> None:
        """Answer with the first chat on the phone that is of the kind asked for."""
        kinds = ("channel",) if request.channel else GROUPS
        chats = [chat for chat in self._stage.chats_of(self._screen.phone.person) if chat.type in kinds]
        if chats:
            await self._act("share", chat=chats[0].id, request=request.id)
        else:
            self._screen.tell("shareless")

    async def _act(self, act: str, **details: object) -> None:
        here = {"who": self._screen.phone.person.id, "chat": self._screen.chat.id}
        await perform(self._stage, {"act": act, **here, **details})

    def _has(self, number: int) -> bool:
        if self._screen.chat.message(number) is None:
            self._screen.tell("no_message", number=number)
            return False
        return True

    def _is_blocked(self) -> bool:
        blocked = self._screen.phone.person.private.status(self._stage.world.bot.id) == "kicked"
        if blocked:
            self._screen.tell("blocked")
        return blocked

    def _tell_missing(self, number: int) -> None:
        """Say that a number was a button's here, or is one's in another chat, or never was any's."""
        screen = self._screen
        places = (whereabouts(self._stage, chat, screen.phone, screen.words) for chat in screen.chats_with(number))
        if screen.numbers.knew(number):
            screen.tell("gone", number=number)
        elif (known := next(filter(None, places), None)) is not None:
            screen.tell("elsewhere", number=number, place=known[0], command=known[1])
        else:
            screen.tell("no_number", number=number)

    def _leads_to_bot(self, link: str) -> bool:
        return payload_for(self._stage.world.bot.username, link) is not None
