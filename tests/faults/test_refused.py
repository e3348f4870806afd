"""Refusals while much goes out: whom they concern is left alone or given up, all others have what is theirs."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from domain.chats import Spot, Venue
from domain.desks.posts import Posts
from domain.official import Language
from playground.answers import bad_request, unauthorized
from playground.clock import MORNING, RunningClock
from playground.faults import Fault, refused, too_many
from playground.groups import Group
from playground.world import World
from tests.faults import crowds, hasty, invariants
from tests.faults.crowds import Crowd
from tests.faults.prepared import administrator, filling, official, training
from tests.faults.processes import IN_FLIGHT, Served, known, rows, said, served

PEOPLE = 60
ORGANISER = 5_000
REST = 3
UNAUTHORIZED = 401
PRIVATELY = "w prywatnej rozmowie"
NOON = MORNING.replace(hour=12)
TITLE = "Szkolenie za godzinę"


async def fan_out(bot: Served, people: int = PEOPLE) -> Crowd:
    await administrator(bot, "Olga Lis", ORGANISER)
    return await crowds.reminded(bot, TITLE, people)


def once_each(crowd: Crowd, calls: int = PEOPLE) -> None:
    assert (crowd.copies(), crowd.fates()) == ({1: len(crowd.people)}, {"delivered": len(crowd.people)})
    assert len(crowd.calls()) == calls


@pytest.mark.whole
@pytest.mark.case("F25")
async def test_chat_that_telegram_wants_left_alone_waits_alone(bot: Served, tell: Callable[[str], None]) -> None:
    crowd = await fan_out(bot)
    left = crowd.people[PEOPLE // 3]
    bot.world.faults.add(Fault(too_many(REST), chat=left.id))
    witness = known(bot.world, "Ewa", "Zając", 900)
    async with bot.running():
        await bot.until(lambda: crowd.fates().get("delivered") == PEOPLE - 1)
        witness.writes("/pomoc")
        await bot.until(lambda: said(witness.chat, "/szkolenia"))
        assert not crowd.of(left), "the others waited with it"
        await bot.until(crowd.over)
        await invariants.hold(bot)
    tell(crowd.figures())
    once_each(crowd, PEOPLE + 1)
    first, second = (call.at for call in crowd.calls() if call.chat_id == left.id)
    assert (second - first).total_seconds() >= REST


@pytest.mark.whole
@pytest.mark.case("F27")
async def test_refusal_without_a_time_to_wait_costs_no_attempt(bot: Served, tell: Callable[[str], None]) -> None:
    crowd = await fan_out(bot)
    bot.world.faults.add(Fault(too_many(None), method="sendMessage", times=10, skip=20))
    async with bot.running():
        await bot.until(crowd.over)
        await invariants.hold(bot)
    tell(crowd.figures())
    once_each(crowd, PEOPLE + 10)
    assert rows(bot.file, "SELECT MAX(attempts) FROM notice WHERE kind = 'reminder_hour'") == [(1,)]


@pytest.mark.case("F29")
async def test_people_who_cannot_be_reached_are_given_up_until_they_come_back(
    bot: Served, tell: Callable[[str], None]
) -> None:
    crowd = await fan_out(bot)
    blocking, gone, stranger, *others = crowd.people
    blocking.blocks()
    gone.deactivates()
    del stranger.private.members[bot.world.bot.id]
    async with bot.running():
        await bot.until(crowd.over)
        tell(crowd.figures())
        assert crowd.fates() == {"delivered": len(others), "refused": 3}
        assert len(crowd.calls()) == PEOPLE
        assert set(unreachable(bot)) == {
            (blocking.id, "blocked"),
            (gone.id, "deactivated"),
            (stranger.id, "can't initiate"),
        }
        blocking.unblocks()
        stranger.starts()
        await bot.until(lambda: unreachable(bot) == [(gone.id, "deactivated")])
        await crowds.call_off(bot, crowd.training, ORGANISER)
        await bot.until(lambda: all(said(person.chat, "odwołane") for person in (blocking, stranger, *others)))
        await invariants.hold(bot)


def unreachable(bot: Served) -> list[tuple[int, str]]:
    return rows(bot.file, "SELECT id, unreachable FROM official WHERE unreachable IS NOT NULL ORDER BY id")


@pytest.mark.case("F30")
async def test_message_that_telegram_cannot_read_is_refused_once_with_an_alarm(
    bot: Served, tell: Callable[[str], None]
) -> None:
    crowd = await fan_out(bot)
    olga = bot.world.people[0]
    wrong = bad_request('can\'t parse entities: Unsupported start tag "x" at byte offset 1')
    unlucky = crowd.people[7]
    bot.world.faults.add(Fault(refused(wrong), method="sendMessage", chat=unlucky.id, times=None))
    async with bot.running():
        await bot.until(lambda: crowd.over() and said(olga.chat, "potrzebna pomoc"))
        await invariants.hold(bot)
    tell(crowd.figures())
    assert crowd.fates() == {"delivered": PEOPLE - 1, "refused": 1}
    assert [call.chat_id for call in crowd.calls()].count(unlucky.id) == 1
    assert len(said(olga.chat, "potrzebna pomoc")) == 1


@pytest.mark.case("F31")
async def test_answer_and_post_follow_a_group_to_its_new_number(tmp_path: Path, seed: int) -> None:
    async with served(World(RunningClock(NOON), seed=seed), tmp_path / "bot.db", by_its_clock=True) as bot:
        anna = await official(bot, "Anna Nowak", 1_000)
        group = bot.world.group("Gmina", [anna])
        await publish(bot, group, await training(bot, "Szkolenie zimowe"))
        group.writes(anna, f"/pomoc@{bot.world.bot.username}")
        group.becomes_supergroup()
        async with bot.running():
            await bot.until(lambda: said(group.chat, "Szkolenie zimowe") and said(group.chat, PRIVATELY))
            await invariants.hold(bot)
        assert [len(said(group.chat, words)) for words in ("Szkolenie zimowe", PRIVATELY)] == [1, 1]
        assert rows(bot.file, "SELECT telegram_id FROM bound_chat") == [(group.id,)]


async def publish(bot: Served, group: Group, number: int) -> None:
    """Bind a group and owe it a post of a training."""
    async with filling(bot) as transaction:
        await transaction.chats.bind(Spot(group.id, Venue.GROUP, group.shared.title), 1, Language.POLISH)
        stored = await transaction.trainings.get(number)
        assert stored
        assert await Posts(transaction, NOON - timedelta(hours=1)).published([stored.training]) == 1


@pytest.mark.case("F32")
async def test_token_refused_for_a_while_stops_all_and_loses_nobody(bot: Served, tell: Callable[[str], None]) -> None:
    bot.program = (hasty.__file__ or "",)
    bot.settings["TERMINARZ_SENDING__RATE"] = "40"
    crowd = await fan_out(bot)
    async with bot.running():
        await bot.until(lambda: crowd.heard() >= PEOPLE // 3)
        turned = bot.world.faults.add(Fault(refused(unauthorized()), times=None))
        await bot.until(lambda: turned.hits >= 3)
        bot.world.faults.clear()
        await bot.until(crowd.over)
        await invariants.hold(bot)
    tell(crowd.figures())
    refusals = sum(call.status == UNAUTHORIZED for call in crowd.calls())
    assert 0 < refusals <= 2 * IN_FLIGHT, "it went on sending"
    once_each(crowd, PEOPLE + refusals)
