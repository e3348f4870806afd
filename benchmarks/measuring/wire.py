"""The other end of the wire without a server: Telegram's answers as bytes, made when they are asked for.

A local Telegram would do work of its own in the same process; here whatever is measured is ours.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson
from telegram.request import BaseRequest, RequestData

from bot.application import Bot, build_application
from bot.cli.demo.town import town_settings
from domain.official import Official
from domain.ports import Storage
from playground.clock import ManualClock

TOKEN = f"123456:{'A' * 35}"
BATCH = 100
_ME = {"id": 123456, "is_bot": True, "first_name": "Terminarz", "username": "terminarz_bot"}
_SENT = {"message_id": 7, "date": 1777269600, "chat": {"id": 1, "type": "private"}, "text": "ok"}


class Wire(BaseRequest):
    """Answers every call at once; `getUpdates` with what an iterator of updates still holds."""

    def __init__(self, updates: Iterable[str] = ()) -> None:
        self.updates = iter(updates)
        self.sent = 0

    @property
    def read_timeout(self) -> float:
        """Nothing is waited for."""
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: Any,  # noqa: ANN401 - PTB's own time-outs
        **__: Any,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Return the status and the body of an answer."""
        del method, request_data
        match url.rpartition("/")[2]:
            case "getUpdates":
                batch = [update for update, _ in zip(self.updates, range(BATCH), strict=False)]
                return 200, f'{{"ok":true,"result":[{",".join(batch)}]}}'.encode()
            case "getMe":
                return 200, orjson.dumps({"ok": True, "result": _ME})
            case "sendMessage" | "editMessageText":
                self.sent += 1
                return 200, orjson.dumps({"ok": True, "result": _SENT})
            case _:
                return 200, b'{"ok":true,"result":true}'


async def wired(storage: Storage, clock: ManualClock, updates: Iterable[str] = ()) -> Bot:
    """Return the whole bot at the end of such a wire."""
    return await build_application(town_settings(TOKEN), storage, clock, Wire(updates))


async def knows(storage: Storage, people: range) -> None:
    """Have these people known by name, as those who have used the bot before are."""
    async with storage.transaction() as transaction:
        for number in people:
            await transaction.officials.save(Official(number, name="Anna Nowak"))


def written(update_id: int, person: int, text: str) -> str:
    """Return the JSON of a message to the bot."""
    return _update(update_id, "message", _message(update_id, person) | {"from": _user(person), "text": text})


def pressed(update_id: int, person: int, data: str) -> str:
    """Return the JSON of a press."""
    shown = _message(update_id, person) | {"from": _ME, "text": "Szkolenie 1", "reply_markup": _keyboard(data)}
    return _update(
        update_id,
        "callback_query",
        {"id": str(update_id), "from": _user(person), "message": shown, "chat_instance": "1", "data": data},
    )


def numbered(first: int, make: Callable[[int], str], many: int) -> Iterator[str]:
    """Return so many updates, each made when it is asked for."""
    return (make(number) for number in range(first, first + many))


def _update(update_id: int, kind: str, content: dict[str, object]) -> str:
    return orjson.dumps({"update_id": update_id, kind: content}).decode()


def _user(person: int) -> dict[str, object]:
    return {"id": person, "is_bot": False, "first_name": "Anna", "last_name": "Nowak", "language_code": "pl"}


def _message(message_id: int, person: int) -> dict[str, object]:
    chat = {"id": person, "type": "private", "first_name": "Anna", "last_name": "Nowak"}
    return {"message_id": message_id, "date": 1777269600, "chat": chat}


def _keyboard(data: str) -> dict[str, object]:
    return {
        "inline_keyboard": [
            [{"text": "Zapisz mnie", "callback_data": data}],
            [{"text": "Menu", "url": "https://t.me/terminarz_bot"}],
        ]
    }
