"""The door in process: python-telegram-bot speaks to a world without a socket.

    bot = Bot(world.token, request=InProcess(world), get_updates_request=InProcess(world))

Waiting is never acted out where it would only end in a time-out: such calls fail at once.
"""

import asyncio
import re
from urllib.parse import unquote

from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from playground.answers import Answer, not_found
from playground.files import Upload
from playground.world import World

_ADDRESS = re.compile(r"/(?P<file>file/)?bot(?P<token>[^/]+)/(?P<rest>[^?]+)")
_UNSET = BaseRequest.DEFAULT_NONE


class InProcess(BaseRequest):
    """A request class of python-telegram-bot on a world; the time-out is in seconds, None waits for ever."""

    def __init__(self, world: World, read_timeout: float | None = 5.0) -> None:
        self._world = world
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float | None:
        """How long an answer is waited for."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = _UNSET,
        write_timeout: ODVInput[float] = _UNSET,
        connect_timeout: ODVInput[float] = _UNSET,
        pool_timeout: ODVInput[float] = _UNSET,
    ) -> tuple[int, bytes]:
        """Carry a call to the world and its answer back, with the faults that concern the way."""
        del method, write_timeout, connect_timeout, pool_timeout  # there is no way between the two to wait on
        address = _ADDRESS.search(unquote(url))
        if address is None:
            raise NetworkError("The playground has no such address.")
        if address["file"]:
            return self._download(address["token"], address["rest"])
        values, files = _unpacked(request_data or RequestData())
        answer = await self._world.call(address["token"], address["rest"], values, files)
        patience = self._read_timeout if isinstance(read_timeout, DefaultValue) else read_timeout
        return await _arrived(answer, patience)

    def _download(self, token: str, path: str) -> tuple[int, bytes]:
        stored = self._world.file(token, path)
        if stored is None:
            return 404, not_found().answer().payload
        return 200, stored.content


async def _arrived(answer: Answer, patience: float | None) -> tuple[int, bytes]:
    if patience is not None and answer.delay >= patience:
        raise TimedOut
    if answer.delay:
        await asyncio.sleep(answer.delay)
    if answer.cut:
        raise NetworkError("The connection broke before an answer came.")
    return answer.status, answer.payload


def _unpacked(request_data: RequestData) -> tuple[dict[str, object], dict[str, Upload]]:
    files = {}
    if request_data.contains_files:
        for part, (name, content, mime) in request_data.multipart_data.items():
            files[part] = Upload(name, content if isinstance(content, bytes) else content.read(), mime)
    return dict(request_data.parameters), files
