"""The composition root: every part is made and joined here, once; no globals, no container."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from telegram.error import TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot
from telegram.request import BaseRequest

from bot.alarm import WakingAlarm
from bot.delivery import Delivery, Outside, assemble
from bot.exchanges import Exchanges
from bot.intake import Intake
from bot.profile import Profile
from bot.rounds import Rings, Rounds
from bot.sending import Apis
from bot.settings import Settings
from bot.telegram import AiohttpRequest, BotApi
from bot.turns import Turns
from bot.watch import Parts
from domain import announcement
from domain.desks.alarms import raise_alarm
from domain.desks.library import Library
from domain.desks.precedence import Precedence
from domain.institution import Institution
from domain.office import Rules
from domain.official import Language, Preferences
from domain.ports import Clock, Storage
from handlers import routes
from handlers.context import Context, Dispatcher
from handlers.messenger import Messages
from handlers.service import Controller, Service

NOTICE_VERSION = "1"
"""The version of the information clause in the catalogue; it is stored with the first datum of each person."""

PATIENCE = 60.0
"""Seconds for which people without end keep waiting what is prepared for those to come."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot, put together and introduced to Telegram."""

    service: Service
    storage: Storage
    clock: Clock
    dispatcher: Dispatcher
    apis: Apis
    intake: Intake
    turns: Turns
    delivery: Delivery
    ready: Rounds
    alarm: WakingAlarm
    profile: Profile

    async def close(self) -> None:
        """Close every connection to Telegram."""
        await self.dispatcher.shutdown()
        await self.apis.notices.close()

    @property
    def shown(self) -> Parts:
        """What the parts show of themselves to the watch."""
        turns = self.turns
        return Parts(self.intake.polls, turns.looked, turns.moved, lambda: turns.busy, self.delivery.paused)

    @property
    def rounds(self) -> Sequence[Rounds]:
        """Everything that is looked at again and again while it runs."""
        return (*self.delivery.rounds, self.ready)

    async def settle(self) -> int:
        """Take in what waits at Telegram, apply it and deliver what is due now; return how much there was to do."""
        done = 0
        while step := await self.intake.poll(0) + await self.turns.drain() + await self.delivery.courier.deliver_due():
            done += step
        return done


async def build_application(
    settings: Settings,
    storage: Storage,
    clock: Clock,
    telegram: BaseRequest | None = None,
    scarce: Callable[[], bool] = lambda: False,
) -> Bot:
    """Join all parts around a storage, a clock and a way to Telegram; asks Telegram who the bot is.

    While room for what is stored is ``scarce``, announcements wait.

    Raises PTB's errors when Telegram does not answer; then nothing has been changed and it can be tried again.
    """
    token = settings.token.get_secret_value() if settings.token else ""
    polls, taps, notices = requests = [telegram or AiohttpRequest() for _ in range(3)]
    dispatcher = _dispatcher(token, settings.base_url, taps, polls)
    try:
        await dispatcher.initialize()
        await notices.initialize()
    except BaseException as error:
        for request in requests:
            await request.shutdown()
        if isinstance(error, AttributeError | KeyError | TypeError):  # PTB finds no bot in what was answered
            raise TelegramError("Invalid server response") from None
        raise
    await _know_institutions(settings, storage)
    apis = Apis(*(BotApi(token, settings.base_url, request) for request in requests))
    return _join(settings, storage, clock, dispatcher, apis, scarce)


def _join(
    settings: Settings, storage: Storage, clock: Clock, dispatcher: Dispatcher, apis: Apis, scarce: Callable[[], bool]
) -> Bot:
    service = _service(settings, dispatcher.bot.username)
    rings, woken, precedence = Rings(), asyncio.Event(), Precedence()
    alarm = WakingAlarm(clock, rings.ring, woken.set)
    outside = Outside(storage, clock, alarm, rings, precedence, scarce)
    delivery = assemble(settings, outside, apis, Messages(service))
    library = Library(storage)
    language = Language(settings.chat.language)
    exchanges = Exchanges(storage, dispatcher, apis.taps, clock, _rules(settings), service, language, library)
    turns = Turns(
        storage,
        exchanges,
        delivery.replying,
        clock,
        precedence,
        concurrency=settings.intake.concurrency,
        ended=rings.ring,
    )
    intake = Intake(
        apis.polls,
        storage,
        clock,
        precedence,
        poll_timeout=settings.intake.poll_timeout,
        arrived=turns.ring,
        troubled=partial(_troubled, storage, clock),
    )
    return Bot(
        service=service,
        storage=storage,
        clock=clock,
        dispatcher=dispatcher,
        apis=apis,
        intake=intake,
        turns=turns,
        delivery=delivery,
        ready=Rounds(partial(_keep_ready, library, precedence), woken),
        alarm=alarm,
        profile=Profile(apis.taps, service),
    )


async def _keep_ready(library: Library, precedence: Precedence) -> None:
    """Do what is slow the first time in threads, and while nobody acts: neither a start nor a person is to wait."""
    for prepare in (library.refresh, partial(asyncio.to_thread, announcement.prepare)):
        await precedence.calm(PATIENCE)
        await prepare()


async def _troubled(storage: Storage, clock: Clock, reason: str) -> None:
    async with storage.transaction() as transaction:
        await raise_alarm(transaction, clock.now(), "polling", reason)


def _dispatcher(token: str, base_url: str, request: BaseRequest, polls: BaseRequest) -> Dispatcher:
    bot: ExtBot[None] = ExtBot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=request,
        get_updates_request=polls,
    )
    dispatcher = (
        ApplicationBuilder()
        .application_class(Dispatcher)
        .bot(bot)
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )
    dispatcher.add_handlers(routes())
    if not isinstance(dispatcher, Dispatcher):  # PTB's builder types what it builds as its own class
        raise TypeError(type(dispatcher))
    return dispatcher


def _rules(settings: Settings) -> Rules:
    wanted = settings.reminders
    preferences = Preferences(wanted.week, wanted.day, wanted.hour, wanted.quiet_from, wanted.quiet_until)
    return Rules(settings.controller.named, NOTICE_VERSION, preferences, settings.sending.messages_a_second)


def _service(settings: Settings, username: str) -> Service:
    stated = settings.controller
    controller = Controller(
        stated.name, stated.contact, stated.address, stated.data_protection_officer, stated.notice_url
    )
    return Service(settings.chat.service, username, controller)


async def _know_institutions(settings: Settings, storage: Storage) -> None:
    async with storage.transaction() as transaction:
        for each in settings.institutions:
            known = Institution(0, each.name, each.aliases, each.member, listed=True)
            await transaction.officials.add_institution(known)
