"""What a bot asks for in its answer to a posted update: one call, as JSON or as a form, with files if need be."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from playground.files import MEGABYTE, Upload
from playground.reading import json_of, readable

LARGEST_ANSWER = 60 * MEGABYTE
_TAKEN = range(200, 300)
_LONGEST_RETRY_AFTER = 3600
_NEVER = ("get", "setwebhook", "deletewebhook", "logout", "close")


@dataclass(slots=True)
class Asked:
    """A call; without a method there is none."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def method(self) -> str:
        """The method, unless it is one that Telegram does not carry out in this way."""
        method = self.values.get("method")
        return method if isinstance(method, str) and not method.lower().startswith(_NEVER) else ""


class WrongAnswerError(Exception):
    """An answer by which the bot did not take the update, and why; it may say when to come again, in seconds."""

    def __init__(self, reason: str, retry_after: float = 0.0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


async def read(answer: aiohttp.ClientResponse) -> Asked:
    """Read an answer; one that is no call asks for nothing, one that takes nothing raises WrongAnswerError."""
    if answer.status not in _TAKEN:
        raise WrongAnswerError(f"{answer.status} {readable(answer.reason or '')}", _retry_after(answer))
    if answer.content_type.startswith("multipart/"):
        try:
            return await _read_form(answer)
        except (WrongAnswerError, aiohttp.ClientError, TimeoutError):
            raise
        except Exception as error:  # noqa: BLE001 - aiohttp raises nearly anything when a form is malformed
            raise WrongAnswerError(f"its form is malformed ({type(error).__name__})") from None
    body = await _whole(answer, answer.content.iter_any())
    try:
        values = json_of(body)
    except ValueError:
        return Asked()
    return Asked(values) if isinstance(values, dict) else Asked()


async def _read_form(answer: aiohttp.ClientResponse) -> Asked:
    asked = Asked()
    async for part in aiohttp.MultipartReader.from_response(answer):
        if not isinstance(part, aiohttp.BodyPartReader) or not part.name:
            continue
        content = bytes(part.decode(await _whole(answer, _chunks(part))))
        if part.filename is None:
            asked.values[part.name] = content.decode(part.get_charset("utf-8"))
        else:
            asked.files[part.name] = Upload(part.filename, content, part.headers.get("Content-Type", ""))
    return asked


async def _chunks(part: aiohttp.BodyPartReader) -> AsyncIterator[bytes]:
    while not part.at_eof():
        yield await part.read_chunk()


async def _whole(answer: aiohttp.ClientResponse, chunks: AsyncIterator[bytes]) -> bytes:
    """Collect the rest of something, unless the answer as a whole is too large."""
    content = bytearray()
    async for chunk in chunks:
        content += chunk
        if answer.content.total_bytes > LARGEST_ANSWER:
            raise WrongAnswerError(f"it has more than {LARGEST_ANSWER} bytes")
    return bytes(content)


def _retry_after(answer: aiohttp.ClientResponse) -> float:
    given = answer.headers.get("Retry-After", "")
    return min(float(given), _LONGEST_RETRY_AFTER) if given.isdecimal() else 0.0
