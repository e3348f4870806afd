"""Messages to many that are held, let go on and ended: everybody gets one, whatever happens on the way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli.demo.town import Resident, Town, found
from domain.announced import Deed
from domain.official import Grant, Role
from playground.clock import ManualClock
from tests.conversations.hearing import heard, labels, toast
from tests.conversations.messages import composed, copies, crowd, organiser
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import at, town_of

MANY = 30
EARLY = 12
MORNING = at("2026-04-27T08:30")


async def _half_sent(town: Town) -> tuple[Resident, int]:
    """Let a message go out while most have quiet time until 10; return who sent it, and its id."""
    olga = await organiser(town)
    number = await composed(olga)
    await olga.presses("Wyślij do")
    return olga, number


async def test_held_message_goes_on_where_it_was_held() -> None:
    async with town_of(training(), now="2026-04-27T08:30") as town:
        people = await crowd(town, MANY, MANY - EARLY)
        olga, _ = await _half_sent(town)
        assert "Wysyłamy… 12 z 30\n▓▓▓▓░░░░░░ 40%" in heard(olga)[-1]
        await olga.presses("Wstrzymaj")
        assert toast(olga) == "Wysyłka wstrzymana."
        await town.until(at("2026-04-27T12:00"))
        assert "Wstrzymano po 12 z 30" in heard(olga)[-1]
        assert sum(map(copies, people)) == EARLY
        await olga.presses("Wznów")
        await town.passes(timedelta(seconds=5))
        assert [copies(each) for each in people] == [1] * MANY
        assert heard(olga)[-1].startswith("Wysłano\nDostarczono do 30 osób\nCzas: 4 godziny")


@asynccontextmanager
async def _living(database: Path, now: datetime, run: int) -> AsyncIterator[Town]:
    text = programme_of(training(capacity=50))
    async with found(text, database=f"sqlite:///{database}", clock=ManualClock(now), seed=run) as town:
        yield town


async def test_held_message_survives_a_restart_and_reaches_everybody_once(tmp_path: Path) -> None:
    async with _living(tmp_path / "kept.db", MORNING, 1) as town:
        people = await crowd(town, MANY, MANY - EARLY)
        olga, number = await _half_sent(town)
        await olga.presses("Wstrzymaj")
        first = [copies(each) for each in people]
    async with _living(tmp_path / "kept.db", MORNING + timedelta(hours=3), 2) as town:
        people = [town.resident("Osoba", "Nowak") for _ in range(MANY)]
        olga = town.resident("Olga", "Lis")
        for person in (*people, olga):
            person.person.private.members[town.world.bot.id] = "member"
        await town.passes(timedelta(minutes=5))
        assert sum(map(copies, people)) == 0
        await olga.starts()
        await olga.forges(f"rr:{number}")
        await town.passes(timedelta(seconds=5))
        second = [copies(each) for each in people]
        assert [sum(both) for both in zip(first, second, strict=True)] == [1] * MANY
        assert any(text.startswith("Wysłano\nDostarczono do 30 osób") for text in heard(olga))


async def test_message_under_way_goes_on_by_itself_after_a_restart(tmp_path: Path) -> None:
    async with _living(tmp_path / "kept.db", MORNING, 1) as town:
        people = await crowd(town, MANY, MANY - EARLY)
        await _half_sent(town)
        first = [copies(each) for each in people]
    async with _living(tmp_path / "kept.db", MORNING + timedelta(minutes=1), 2) as town:
        people = [town.resident("Osoba", "Nowak") for _ in range(MANY)]
        for person in people:
            person.person.private.members[town.world.bot.id] = "member"
        await town.until(at("2026-04-27T10:01"))
        second = [copies(each) for each in people]
    assert [sum(both) for both in zip(first, second, strict=True)] == [1] * MANY


async def test_message_ended_early_never_reaches_the_rest() -> None:
    async with town_of(training(), now="2026-04-27T08:30") as town:
        people = await crowd(town, MANY, MANY - EARLY)
        olga, number = await _half_sent(town)
        await olga.forges(f"re:{number}")
        assert toast(olga) == "Ta wiadomość już wychodzi."
        await olga.presses("Wstrzymaj")
        await town.passes(timedelta(seconds=3))
        await olga.presses("Zakończ bez reszty")
        await town.until(at("2026-04-27T12:00"))
        assert sum(map(copies, people)) == EARLY
        assert "Dostarczono do 12 osób" in heard(olga)[-1]
        assert "Pominięto, bo już nie dotyczy lub wysyłkę zakończono: 18" in heard(olga)[-1]
        await olga.forges(f"rr:{number}")
        assert toast(olga) == "Wysyłka tej wiadomości jest już zakończona."


async def test_what_was_begun_goes_on_without_the_role_but_holding_it_needs_one() -> None:
    async with town_of(training(), now="2026-04-27T08:30") as town:
        people = await crowd(town, MANY, MANY - EARLY)
        olga, number = await _half_sent(town)
        async with town.bot.storage.transaction() as transaction:
            await transaction.organisers.revoke(Grant(olga.person.id, Role.COORDINATOR, 1))
        await olga.presses("Wstrzymaj")
        assert toast(olga) == "Ta funkcja jest dla organizatorów."
        ida = await organiser(town, "Ida", Role.ADMINISTRATOR)
        await ida.writes("/ogloszenie")
        await ida.presses("1")
        await ida.presses("Wstrzymaj")
        assert heard(ida)[-1].startswith("Wstrzymano po 12 z 30")
        await ida.forges(f"rr:{number}")
        await town.until(at("2026-04-27T10:01"))
        assert [copies(each) for each in people] == [1] * MANY


async def test_people_who_left_the_list_meanwhile_do_not_get_it() -> None:
    async with town_of(training(), now="2026-04-27T20:30") as town:
        ewa, jan = await crowd(town, 2)
        olga = await organiser(town)
        number = await composed(olga, audience="unconfirmed", which=1)
        await olga.forges(f"rg:{number}:2")
        await ewa.starts()
        await ewa.forges("a:1")
        await town.until(at("2026-04-28T08:01"))
        assert (copies(ewa), copies(jan)) == (0, 1)


async def test_message_is_deleted_for_those_who_got_it_for_two_days() -> None:
    async with town_of(training()) as town:
        people = await crowd(town, 3)
        olga = await organiser(town)
        number = await composed(olga)
        await olga.presses("Wyślij do")
        await town.passes(timedelta(hours=47))
        await olga.presses("odbiorców")
        await olga.forges(f"rz:{number}")
        assert [copies(each) for each in people] == [0, 0, 0]
        assert "Usuwanie u odbiorców: " in heard(olga)[-1]
        await olga.forges(f"rz:{number}")
        assert sum(call.method == "deleteMessage" for call in town.world.calls) == 3


async def test_message_of_three_days_ago_cannot_be_deleted() -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        olga = await organiser(town)
        number = await composed(olga)
        await olga.presses("Wyślij do")
        await town.passes(timedelta(hours=49))
        await olga.forges(f"rz:{number}")
        assert copies(ewa) == 1
        await olga.forges(f"rk:{number}")
        assert "Usuń u odbiorców" not in labels(olga.last)


async def test_what_organisers_do_with_a_message_is_kept_in_the_trail() -> None:
    async with town_of(training(), now="2026-04-27T08:30") as town:
        await crowd(town, MANY, MANY - EARLY)
        olga, _ = await _half_sent(town)
        await olga.presses("Wstrzymaj")
        await town.passes(timedelta(seconds=3))
        await olga.presses("Wznów")
        async with town.bot.storage.reading() as transaction:
            acts = await transaction.acts.newest(None, 9)
        messaged = [(act.deed, act.args.get("people")) for act in acts]
        assert messaged[:3] == [(Deed.RESUMED, None), (Deed.PAUSED, None), (Deed.MESSAGED, "30")]
