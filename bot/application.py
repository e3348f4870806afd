"""The composition root: every part is made and joined here, once; no globals, no container."""

import asyncio
from dataclasses import dataclass

from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot
from telegram.request import BaseRequest

from bot.alarm import WakingAlarm
from bot.exchanges import Exchanges
from bot.intake import Intake
from bot.profile import Profile
from bot.rounds import Rounds
from bot.sending import Sending
from bot.settings import Settings
from bot.telegram import AiohttpRequest, BotApi
from bot.turns import Turns
from bot.watch import Parts
from domain.desks.alarms import raise_alarm
from domain.desks.courier import Courier
from domain.desks.library import Library
from domain.desks.posting import Posting
from domain.desks.progress import ProgressLane
from domain.desks.scheduled import Scheduled
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


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot, put together and introduced to Telegram."""

    service: Service
    storage: Storage
    clock: Clock
    dispatcher: Dispatcher
    api: BotApi
    intake: Intake
    turns: Turns
    courier: Courier
    rounds: Rounds
    readings: Rounds
    alarm: WakingAlarm
    profile: Profile

    @property
    def shown(self) -> Parts:
        """What the parts show of themselves to the watch."""
        turns, courier = self.turns, self.courier
        return Parts(self.intake.polls, turns.looked, turns.moved, lambda: turns.busy, lambda: courier.paused_until)

    async def settle(self) -> int:
        """Take in what waits at Telegram, apply it and deliver what is due now; return how much there was to do."""
        done = 0
        while step := await self.intake.poll(0) + await self.turns.drain() + await self.courier.deliver_due():
            done += step
        return done


async def build_application(
    settings: Settings, storage: Storage, clock: Clock, telegram: BaseRequest | None = None
) -> Bot:
    """Join all parts around a storage, a clock and a way to Telegram; asks Telegram who the bot is.

    Raises PTB's errors when Telegram does not answer; then nothing has been changed and it can be tried again.
    """
    token = settings.token.get_secret_value() if settings.token else ""
    request = telegram or AiohttpRequest()
    dispatcher = _dispatcher(token, settings.base_url, request)
    try:
        await dispatcher.initialize()
    except BaseException:
        await request.shutdown()
        raise
    await _know_institutions(settings, storage)
    service = _service(settings, dispatcher.bot.username)
    api = BotApi(token, settings.base_url, request)
    sending = Sending(
        api, Messages(service), clock, rate=settings.sending.rate, concurrency=settings.sending.concurrency
    )
    return _join(settings, storage, clock, dispatcher, api, service, sending)


def _join(
    settings: Settings,
    storage: Storage,
    clock: Clock,
    dispatcher: Dispatcher,
    api: BotApi,
    service: Service,
    sending: Sending,
) -> Bot:
    rung, woken = asyncio.Event(), asyncio.Event()
    alarm = WakingAlarm(clock, rung.set, woken.set)
    courier = _courier(storage, sending, clock, alarm, service)
    library = Library(storage)
    language = Language(settings.chat.language)
    exchanges = Exchanges(storage, dispatcher, api, clock, _rules(settings), service, language, library)
    turns = Turns(storage, exchanges, courier, clock, concurrency=settings.intake.concurrency, ended=rung.set)

    async def troubled(reason: str) -> None:
        async with storage.transaction() as transaction:
            await raise_alarm(transaction, clock.now(), "polling", reason)

    intake = Intake(
        api, storage, clock, poll_timeout=settings.intake.poll_timeout, arrived=turns.ring, troubled=troubled
    )
    return Bot(
        service=service,
        storage=storage,
        clock=clock,
        dispatcher=dispatcher,
        api=api,
        intake=intake,
        turns=turns,
        courier=courier,
        rounds=Rounds(courier.deliver_due, rung),
        readings=Rounds(library.refresh, woken),
        alarm=alarm,
        profile=Profile(api, service),
    )


def _courier(storage: Storage, sending: Sending, clock: Clock, alarm: WakingAlarm, service: Service) -> Courier:
    posting = Posting(storage, sending, clock)
    progress = ProgressLane(storage, sending, clock, Messages(service).progress)
    return Courier(
        storage,
        sending,
        clock,
        alarm,
        falling_due=(Scheduled(storage).publish_due,),
        sending=(posting.deliver_due, progress),
    )


def _dispatcher(token: str, base_url: str, request: BaseRequest) -> Dispatcher:
    bot: ExtBot[None] = ExtBot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=request,
        get_updates_request=request,  # not named, it would be a client of PTB's own that nobody uses
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
    return Rules(settings.controller.named, NOTICE_VERSION, preferences, settings.sending.rate)


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
