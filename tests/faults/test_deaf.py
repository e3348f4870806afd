"""What getUpdates may answer, or not: the bot hears again by itself, soon after, and loses nothing."""

import json
from collections.abc import Callable
from time import monotonic

import pytest

from bot.intake import SHORTEST_POLL
from playground import answers
from playground.answers import Answer
from playground.faults import (
    Failure,
    Fault,
    bad_gateway,
    cut,
    garbage,
    hang,
    refused,
    server_error,
    too_many,
)
from playground.persons import Person
from tests.faults import health
from tests.faults.invariants import SERVES_WITHIN, hold
from tests.faults.processes import Served

Figure = Callable[[str, float], None]
Tell = Callable[[str], None]


def answered(body: object) -> Failure:
    return lambda _: Answer(200, body if isinstance(body, bytes) else json.dumps(body).encode())


NONSENSE = {
    "502 as HTML": bad_gateway(),
    "504 as HTML": lambda _: Answer(504, b"<html><body><h1>504 Gateway Time-out</h1></body></html>"),
    "500": server_error(),
    "truncated JSON": garbage(),
    "a page with status 200": answered(b"<html><body>Zaloguj do sieci</body></html>"),
    "nothing with status 200": answered(b""),
    "half a character": answered(b'{"ok":true,"result":[{"update_id":1,"message":"\xff'),
    "no object": answered([]),
    "no result": answered({"ok": True}),
    "a result that is no list": answered({"ok": True, "result": True}),
    "a connection that breaks": cut(),
}


async def hears(bot: Served, person: Person, within: float = SERVES_WITHIN) -> float:
    """Write to the bot, and return how many seconds it took to answer."""
    began, before = monotonic(), len(person.chat)
    person.writes("/pomoc")
    await bot.until(lambda: any(message.from_bot for message in person.chat[before:]), within=within)
    return monotonic() - began


async def struck(bot: Served, fault: Fault) -> None:
    """Let a fault strike the next poll, which is soon: the one that waits ends with an update."""
    await bot.until(lambda: bot.world.updates.polled)
    bot.world.faults.add(fault)
    bot.world.person("Jan", "Kowal").writes("/pomoc")
    await bot.until(lambda: fault.hits)


async def hears_after(bot: Served, fault: Fault, tell: Tell, within: float = SERVES_WITHIN) -> None:
    """Let a fault strike as often as it is to, and measure how long the bot takes to hear after the last time."""
    anna = bot.world.person("Anna", "Nowak", language="pl")
    async with bot.running():
        async with health.told(bot, tell):
            await struck(bot, fault)
            await bot.until(lambda: fault.hits == fault.times, within=600)
            tell(f"heard again after {await hears(bot, anna, within):.1f} s")
        await hold(bot)


@pytest.mark.case("F17")
@pytest.mark.parametrize("status", ["401", pytest.param("404", marks=pytest.mark.whole)])
async def test_one_refusal_of_the_token_is_survived(bot: Served, status: str, tell: Tell) -> None:
    refusal = answers.unauthorized() if status == "401" else answers.not_found()
    await hears_after(bot, Fault(refused(refusal), "getUpdates"), tell)


@pytest.mark.case("F17")
@pytest.mark.whole
@pytest.mark.timeout(700)
async def test_twenty_refusals_of_the_token_are_survived(bot: Served, tell: Tell) -> None:
    await hears_after(bot, Fault(refused(answers.unauthorized()), "getUpdates", times=20), tell)


@pytest.mark.case("F19")
@pytest.mark.whole
async def test_a_poll_that_is_never_answered_is_given_up(bot: Served, tell: Tell) -> None:
    await hears_after(bot, Fault(hang(600), "getUpdates"), tell)


@pytest.mark.case("F20")
@pytest.mark.whole
async def test_nonsense_moves_no_offset_and_ends_nothing(bot: Served, figure: Figure) -> None:
    anna = bot.world.person("Anna", "Nowak", language="pl")
    async with bot.running():
        for what, failure in NONSENSE.items():
            await struck(bot, Fault(failure, "getUpdates"))
            figure(f"after {what}", await hears(bot, anna))
        await hold(bot)


@pytest.mark.case("F20")
@pytest.mark.whole
async def test_a_minute_of_bad_gateways_is_waited_for_in_steps(bot: Served, tell: Tell) -> None:
    await hears_after(bot, Fault(bad_gateway(), "getUpdates", times=8), tell)


@pytest.mark.case("F20")
@pytest.mark.whole
async def test_empty_answers_that_come_at_once_are_not_asked_for_without_end(bot: Served) -> None:
    empty = Fault(answered({"ok": True, "result": []}), "getUpdates", times=None)
    async with bot.running():
        await struck(bot, empty)
        began = monotonic()
        await bot.until(lambda: empty.hits > 4)
        assert monotonic() - began > 3 * SHORTEST_POLL
        bot.world.faults.clear()
        await hold(bot)


@pytest.mark.case("F21")
@pytest.mark.whole
@pytest.mark.parametrize("seconds", [1, 35])
async def test_flood_control_of_polls_is_obeyed_and_logged(bot: Served, seconds: int, tell: Tell) -> None:
    fault = Fault(too_many(seconds), "getUpdates")
    await hears_after(bot, fault, tell, within=seconds + 5)
    struck = [call.at for call in bot.world.called("getUpdates") if call.status == 429]
    after = next(call.at for call in bot.world.called("getUpdates") if call.at > struck[0])
    assert (after - struck[0]).total_seconds() >= seconds
    assert f'"pause": {seconds}' in bot.log.read_text()


@pytest.mark.case("F23")
async def test_a_webhook_set_while_the_bot_polls_is_taken_over_without_loss(bot: Served, figure: Figure) -> None:
    anna = bot.world.person("Anna", "Nowak", language="pl")
    async with bot.running():
        await bot.until(lambda: bot.world.updates.polled)
        await bot.world.ask("setWebhook", url="https://bot.example.org/hook")
        figure("heard again after", await hears(bot, anna))
        await hold(bot)
    drops = [call.params.get("drop_pending_updates") for call in bot.world.called("deleteWebhook")]
    assert len(drops) == 2
    assert not any(drops)
