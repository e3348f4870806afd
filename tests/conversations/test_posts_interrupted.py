"""Posts through faults: cut connections, processes that die, refusals; at most one appears twice and none is lost."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Town
from bot.sending import TOKEN_PAUSE
from domain.desks.leases import LEASE
from domain.desks.posts import Posts
from domain.ports import DuePost
from playground import answers, faults
from playground.faults import Fault
from playground.groups import Channel
from tests.conversations.chats import bound_channel, coordinator, posts, published
from tests.conversations.hearing import heard, words
from tests.conversations.programmes import training
from tests.conversations.towns import signed_up, town_of

MINUTE = timedelta(minutes=1)
SEVERAL = [training(f"Szkolenie {n}", f"2026-05-{n + 6:02}T09:00", seats=n) for n in range(1, 5)]


def titles(channel: Channel) -> list[str]:
    return [text.split("\n")[0] for text in posts(channel)]


async def dies_after_sending(town: Town, channel: Channel) -> list[DuePost]:
    """Do what a process does that is killed between the call and writing down what became of it."""
    now = town.clock.now()
    async with town.bot.storage.transaction() as transaction:
        claimed = list(await transaction.posts.claim(now, 1, now + LEASE))
        assert [await transaction.posts.begin(post) for post in claimed] == [True] * len(claimed)
    for post in claimed:
        card = {"text": "Zapisz się", "url": f"https://t.me/terminarz_demo_bot?start=s{post.stored.training.id}"}
        markup = {"inline_keyboard": [[card]]}
        await town.world.ask("sendMessage", chat_id=channel.id, text=post.stored.training.title, reply_markup=markup)
    return claimed


async def publish(town: Town, *numbers: int) -> None:
    """Publish and send nothing yet."""
    async with town.bot.storage.transaction() as transaction:
        stored = [await transaction.trainings.get(number) for number in numbers]
        await Posts(transaction, town.clock.now()).published([each.training for each in stored if each])


@pytest.mark.parametrize("deaths", [1, 2])
async def test_a_process_killed_after_sending_posts_twice_at_most_and_loses_none(deaths: int) -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        await publish(town, 1, 2, 3, 4)
        for _ in range(deaths):
            await dies_after_sending(town, channel)
            await town.bot.storage.recover(town.clock.now())
        await town.passes(5 * MINUTE)
        assert sorted(titles(channel)) == ["Szkolenie 1"] * 2 + [f"Szkolenie {n}" for n in range(2, 5)]


async def test_a_lease_that_ran_out_is_taken_over() -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        await publish(town, 1)
        await dies_after_sending(town, channel)
        await town.passes(LEASE)
        assert titles(channel) == ["Szkolenie 1", "Szkolenie 1"]
        await signed_up(town, "Anna")
        await town.passes(2 * MINUTE)
        assert "brak wolnych miejsc" in posts(channel)[1]


@pytest.mark.parametrize("after", [False, True])
async def test_a_cut_connection_is_tried_once_more_and_the_order_is_kept(*, after: bool) -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        fault = Fault(faults.cut(), method="sendMessage", chat=channel.id, after=after)
        town.world.faults.add(fault)
        await published(town, 1, 2, 3, 4)
        town.world.faults.clear()
        await town.passes(2 * MINUTE)
        copies = ["Szkolenie 1"] * 2 if after else ["Szkolenie 1"]
        assert titles(channel) == [*copies, "Szkolenie 2", "Szkolenie 3", "Szkolenie 4"]


async def test_what_stays_uncertain_is_given_up_after_two_calls_and_others_go_on() -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        fault = Fault(faults.cut(), method="sendMessage", chat=channel.id, after=True, times=None)
        town.world.faults.add(fault)
        await publish(town, 1, 2)
        await town.passes(timedelta(seconds=31))
        town.world.faults.clear()
        await town.passes(5 * MINUTE)
        assert titles(channel) == ["Szkolenie 1", "Szkolenie 1", "Szkolenie 2"]


async def test_an_edit_that_fails_is_made_up_for() -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        await published(town, 2)
        town.world.faults.add(Fault(faults.bad_gateway(), "editMessageText", channel.id, times=None))
        await signed_up(town, "Anna", 2)
        await town.passes(2 * MINUTE)
        town.world.faults.clear()
        await town.passes(2 * MINUTE)
        assert "zostało 1 miejsce z 2" in posts(channel)[0]


async def test_a_token_refused_for_a_while_puts_posts_off() -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        town.world.faults.add(Fault(faults.refused(answers.unauthorized()), "sendMessage", channel.id, times=None))
        await published(town, 1, 2)
        await town.passes(MINUTE)
        assert posts(channel) == []
        town.world.faults.clear()
        await town.passes(2 * MINUTE)
        assert titles(channel) == ["Szkolenie 1", "Szkolenie 2"]


async def test_token_that_a_post_finds_refused_is_tried_by_nobody_for_a_while() -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        town.world.faults.add(Fault(faults.refused(answers.unauthorized()), "sendMessage", channel.id, times=None))
        await published(town, 1)
        assert town.bot.delivery.paused() == town.clock.now() + timedelta(seconds=TOKEN_PAUSE)


async def test_a_post_that_telegram_refuses_is_ended_with_an_alarm_and_the_next_one_goes_out() -> None:
    async with town_of(*SEVERAL) as town:
        ewa = await coordinator(town)
        channel = await bound_channel(town, ewa)
        maria = next(person for person in town.world.people if person.name == "Maria Wiśniewska")
        refusal = answers.bad_request("can't parse entities: x")
        town.world.faults.add(Fault(faults.refused(refusal), method="sendMessage", chat=channel.id))
        await published(town, 1)
        town.world.faults.clear()
        await published(town, 2)
        assert titles(channel) == ["Szkolenie 2"]
        assert "Telegram nie przyjął wpisu o szkoleniu." in words(maria.last)
        assert "Telegram" not in heard(ewa)[-1]


async def test_a_post_for_which_telegram_takes_no_payment_is_told_and_goes_out_free_of_charge() -> None:
    async with town_of(*SEVERAL) as town:
        channel = await bound_channel(town, await coordinator(town))
        maria = next(person for person in town.world.people if person.name == "Maria Wiśniewska")
        refusal = answers.bad_request("FLOODSKIP_NOT_ALLOWED")
        town.world.faults.add(Fault(faults.refused(refusal), method="sendMessage", chat=channel.id))
        await published(town, 1)
        await town.passes(MINUTE)
        assert "Telegram nie przyjmuje płatnej wysyłki." in words(maria.last)
        assert titles(channel) == ["Szkolenie 1"]
