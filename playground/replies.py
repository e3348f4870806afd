"""What a bot asks for in its answer to a posted update: one call, as JSON or as a form, with files if need be."""

import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp.multipart import MultipartResponseWrapper

from playground.files import Upload

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


async def read(answer: aiohttp.ClientResponse) -> Asked:
    """Read an answer; one that is no call asks for nothing."""
    if answer.content_type.startswith("multipart/"):
        return await _read_form(aiohttp.MultipartReader.from_response(answer))
    try:
        values = json.loads(await answer.read())
    except ValueError:
        return Asked()
    return Asked(values) if isinstance(values, dict) else Asked()


async def _read_form(parts: MultipartResponseWrapper) -> Asked:
    asked = Asked()
    async for part in parts:
        if not isinstance(part, aiohttp.BodyPartReader) or not part.name:
            continue
        if part.filename is None:
            asked.values[part.name] = await part.text()
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            asked.files[part.name] = Upload(part.filename, bytes(await part.read()), kind)
    return asked
