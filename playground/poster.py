"""Posts updates to the bot's webhook, one after another, each until the bot takes it. The world's only way outwards.

Goes to this machine and nowhere else: what is meant for another host stays in the queue, and getWebhookInfo says why.
"""

import asyncio
import errno
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import aiohttp

from playground import replies
from playground.answers import Json
from playground.replies import Asked, WrongAnswerError
from playground.webhook import Webhook
from playground.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
_WRONG = "Wrong response from the webhook"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds between posts that fail: none after the first, then `first`, doubled each time up to `longest`.

    A bot that says nothing for `patience` has failed, too.
    """

    first: float = 2.0
    longest: float = 60.0
    patience: float = 60.0

    def after(self, failures: int) -> float:
        """Tell how long to wait after so many failures in a row."""
        return 0.0 if failures <= 1 else min(self.first * 2.0 ** min(failures - 2, 32), self.longest)


@asynccontextmanager
async def posting(world: World, pauses: Pauses) -> AsyncIterator[None]:
    """Post a world's updates until the block ends."""
    timeout = aiohttp.ClientTimeout(total=pauses.patience)
    async with aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()) as http:
        poster = _Poster(world, http, pauses)
        stop = world.watch(lambda event: poster.moved.set() if event.kind in {"update", "webhook"} else None)
        task = asyncio.create_task(poster.post_all())
        try:
            yield
        finally:
            stop()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


class _FailedError(Exception):
    """A post the bot did not take, in Telegram's words; the bot may have said when to come again, in seconds."""

    def __init__(self, reason: str, retry_after: float = 0.0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


class _Poster:
    """One poster of one world; `moved` is set when there may be something to do."""

    def __init__(self, world: World, http: aiohttp.ClientSession, pauses: Pauses) -> None:
        self.moved = asyncio.Event()
        self._world = world
        self._http = http
        self._pauses = pauses
        self._failures = 0

    async def post_all(self) -> None:
        while True:
            self.moved.clear()
            webhook, waiting = self._world.state.webhook, self._world.updates.pending
            if webhook is None or not waiting:
                self._failures = 0
                await self.moved.wait()
            else:
                await self._try_safely(webhook, waiting[0])

    async def _try_safely(self, webhook: Webhook, update: Json) -> None:
        """Try, and let a fault of our own end nothing: it is logged, without its words, which may hold a token."""
        try:
            await self._try(webhook, update)
        except Exception as error:  # noqa: BLE001 - nobody would hear that the posting has ended
            _log.error("The playground stumbled over an update for the webhook: %s.", type(error).__name__)
            await asyncio.sleep(self._pauses.first)

    async def _try(self, webhook: Webhook, update: Json) -> None:
        try:
            asked = await self._post(webhook, update)
        except _FailedError as failed:
            self._failures += 1
            webhook.failed_at, webhook.failure = self._world.clock.now(), failed.reason
            self._world.state.happened("webhook", 0, webhook)
            await self._pause(webhook, failed.retry_after or self._pauses.after(self._failures))
        else:
            self._failures = 0
            self._world.updates.confirm(update)
            self._world.state.happened("webhook", 0, webhook)
            if asked.method:  # nobody hears how it went
                await self._world.call(self._world.token, asked.method, asked.values, asked.files)

    async def _post(self, webhook: Webhook, update: Json) -> Asked:
        if not webhook.is_here:
            raise _FailedError(f"The playground posts to this machine only, not to {webhook.host}", float("inf"))
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        url = webhook.url if "://" in webhook.url else f"https://{webhook.url}"
        try:
            async with self._http.post(url, json=update, headers=headers, allow_redirects=False) as answer:
                return await replies.read(answer)
        except aiohttp.ClientConnectorError as error:
            refused = error.errno == errno.ECONNREFUSED
            raise _FailedError("Connection refused" if refused else "Connection failed") from None
        except TimeoutError:
            raise _FailedError("Read timeout expired") from None
        except WrongAnswerError as wrong:
            raise _FailedError(f"{_WRONG}: {wrong}", wrong.retry_after) from None
        except (aiohttp.ClientError, ValueError):
            raise _FailedError("Connection reset by peer") from None
        except Exception as error:  # noqa: BLE001 - whatever a bot answers, it has only failed to take the update
            raise _FailedError(f"{_WRONG}: {type(error).__name__}") from None

    async def _pause(self, webhook: Webhook, seconds: float) -> None:
        """Wait, but not for a webhook that is no longer the one that failed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(None if seconds == float("inf") else seconds):
                while self._world.state.webhook is webhook:
                    self.moved.clear()
                    await self.moved.wait()
