"""What organisers hold and let go: nothing of it is heard meanwhile, and all of it ends."""

from datetime import timedelta

from bot.cli.demo.town import Resident
from domain.announced import Deed
from domain.official import Grant, Official, Role
from tests.conversations.forecasts import fates, opened, unasked
from tests.conversations.hearing import labels, toast, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.test_news import subscribed
from tests.conversations.towns import at, signed_up, town_of

DAY, HOUR = "05.05 14:00", "06.05 08:00"
GONE = "Tej wysyłki już nie ma: wyszła albo przestała być potrzebna."
CHANGED = "Coś się tu zmieniło, więc nic nie zrobiono. Oto stan obecny."


async def held(person: Resident, number: int = 1) -> str:
    """Let an organiser hold a group; return what is told of it then."""
    await opened(person, number)
    return words(await person.presses("Wstrzymaj"))


async def deeds(person: Resident) -> list[tuple[Deed, str | None]]:
    """Return what organisers did, newest first, and the names of who did."""
    async with person.town.bot.storage.reading() as transaction:
        acts = await transaction.acts.newest(None, 10)
    return [(act.deed, act.official.name if act.official else None) for act in acts if act.deed is not Deed.IMPORTED]


async def test_a_held_reminder_is_not_heard_until_it_is_let_go() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        assert (await held(olga)).startswith("⏸ Wstrzymano.\n\nPrzypomnienie dzień wcześniej\n")
        assert labels(olga.last)[:4] == ["Zobacz treść", "Wznów", "Inna godzina", "Wyślij teraz"]
        await town.until(at("2026-05-05T16:00"))
        assert unasked(anna) == []
        said = words(await olga.writes("/prognoza"))
        assert f"Dziś\n1. ⏸ wstrzymane · przypomnienie dzień wcześniej: {BUDGET} · 1 osoba" in said
        await olga.presses("1")
        assert "Bez wznowienia przepadnie jutro o 9:00." in words(olga.last)
        assert words(await olga.presses("Wznów")).startswith("▶️ Wznowiono.")
        assert unasked(anna) == ["05.05 16:00"]
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == ["05.05 16:00", HOUR]
        assert await deeds(olga) == [(Deed.RELEASED, None), (Deed.HELD, None)]
        said = words(await olga.writes("/zmiany"))
        assert "Wstrzymano wiadomości · przypomnienie dzień wcześniej · osoby: 1" in said


async def test_a_held_reminder_that_nobody_lets_go_is_missed_when_the_training_begins() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await held(olga)
        await town.until(at("2026-05-06T08:59"))
        assert unasked(anna) == [HOUR]
        assert await fates(town, anna) == [("reminder_day", "pending", ""), ("reminder_hour", "delivered", "")]
        await town.until(at("2026-05-06T09:00"))
        assert await fates(town, anna) == [("reminder_day", "missed", "held"), ("reminder_hour", "delivered", "")]
        assert await town.next_due() is None
        assert words(await olga.presses("Wznów")) == GONE
        assert labels(olga.last) == ["Co wyjdzie", "Menu"]
        told = words(await anna.writes("/dlaczego 1"))
        assert "• Przypomnienie dzień wcześniej: 🔕 nie wysłano: organizator wstrzymał wysyłkę" in told


async def test_a_held_later_reminder_does_not_silence_an_earlier_one() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await held(olga, 2)
        town.clock.set(at("2026-05-06T08:10"))  # nothing was sent before: the bot was down
        await town.settle()
        assert unasked(anna) == ["06.05 08:10"]
        assert "Dziś szkolenie" in words(anna.last)


async def test_who_signs_up_after_the_hold_is_held_too() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await held(olga)
        ewa = await signed_up(town, "Ewa")
        assert "2 osoby" in await opened(olga)
        await town.until(at("2026-05-05T20:00"))
        assert unasked(anna) == unasked(ewa) == []
        await olga.presses("Wznów")
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == unasked(ewa) == ["06.05 07:00", HOUR]


async def test_a_training_with_another_date_stays_held() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await held(olga)
        await town.imports(programme_of(training(start="2026-05-08T09:00")), silent=True)
        await town.until(at("2026-05-07T18:00"))
        assert unasked(anna) == []
        assert "⏸ Wstrzymane" in await opened(olga)
        await olga.presses("Wznów")
        await town.until(at("2026-05-08T12:00"))
        assert unasked(anna) == ["07.05 18:00", "08.05 08:00"]


async def test_who_chooses_reminders_anew_stays_held() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await held(olga)
        await anna.writes("/settings")
        for label in ("Dzień wcześniej: tak", "Dzień wcześniej: nie"):
            await anna.presses(label)
        await town.until(at("2026-05-05T15:00"))
        assert unasked(anna) == []
        assert "⏸ Wstrzymane" in await opened(olga)


async def test_who_withdraws_or_is_erased_is_not_among_the_held() -> None:
    async with town_of(training()) as town:
        anna, ewa, jan = [await signed_up(town, name) for name in ("Anna", "Ewa", "Jan")]
        olga = await organiser(town)
        assert "3 osoby" in await held(olga)
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(minutes=2))
        await ewa.forges("de")
        assert "1 osoba" in await opened(olga)
        await olga.presses("Wznów")
        await town.until(at("2026-05-05T14:00"))
        assert [unasked(each) for each in (anna, ewa, jan)] == [[], [], [DAY]]


async def test_a_second_tap_and_a_second_organiser_find_it_done() -> None:
    async with town_of(training()) as town:
        await signed_up(town, "Anna")
        olga, jan = await organiser(town), await organiser(town, "Jan")
        await opened(olga)
        await opened(jan)
        await olga.presses("Wstrzymaj")
        assert words(await jan.presses("Wstrzymaj")).startswith(f"{CHANGED}\n\nPrzypomnienie dzień wcześniej\n")
        assert "⏸ Wstrzymane" in words(jan.last)
        assert await deeds(olga) == [(Deed.HELD, None)]


async def test_whoever_lost_the_role_holds_nothing() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        async with town.bot.storage.transaction() as transaction:
            await transaction.organisers.revoke(Grant(olga.person.id, Role.COORDINATOR, 1))
        await olga.presses("Wstrzymaj")
        assert toast(olga) == "Ta funkcja jest dla organizatorów."
        await town.until(at("2026-05-05T14:00"))
        assert unasked(anna) == [DAY]


async def test_an_organiser_of_another_programme_finds_nothing_there() -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(training("Archiwum"), programme="Jesień"))
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        ewa = await organiser(town, "Ewa", Role.COORDINATOR, 2)
        await opened(olga)
        minute = int(at("2026-05-05T14:00").timestamp()) // 60
        for press in (f"fb:reminder_day:1:{minute}:", f"fd:reminder_day:1:{minute}:", f"fm:reminder_day:1:{minute}::1"):
            assert words(await ewa.forges(press)) == GONE
        await town.until(at("2026-05-05T14:00"))
        assert unasked(anna) == [DAY]


async def test_forged_presses_are_answered_and_do_nothing() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        minute = int(at("2026-05-05T14:00").timestamp()) // 60
        for press in (
            "fd:reminder_day:999999999999999:999999999:",
            "fd:news:1:999999999:1",
            "fe:alarm:1:1:1",
            "fm:message:7:1::3",
            "fh:digest:1:1::999999999",
        ):
            assert words(await olga.forges(press)) == GONE
        for press in (f"fe:reminder_day:1:{minute}:", f"fd:reminder_day:1:{minute}:1", "fd:reminder_day:1:1:"):
            assert words(await olga.forges(press)).startswith(CHANGED)
        assert await deeds(olga) == []
        await town.until(at("2026-05-05T14:00"))
        assert unasked(anna) == [DAY]


async def test_news_of_the_evening_can_be_held_and_let_go() -> None:
    async with town_of(training(), now="2026-04-30T19:05") as town:
        anna, olga = await subscribed(town, "Anna", "Wszystkie nowe"), await organiser(town)
        await town.imports(programme_of(training("Archiwum", "2026-05-20T09:00")))
        assert "Nowe szkolenie\nArchiwum – środa, 20 maja, godz. 9:00\n\n1 osoba\n⏸" in await held(olga)
        await town.until(at("2026-05-04T12:00"))
        assert unasked(anna) == []
        assert "Tak zobaczą to odbiorcy:\n\nNowe szkolenie\nArchiwum\n" in words(await olga.presses("Zobacz treść"))
        await opened(olga)
        await olga.presses("Wznów")
        await town.settle()
        assert unasked(anna) == ["04.05 12:00"]


async def test_held_news_end_when_the_training_begins() -> None:
    async with town_of(training(), now="2026-04-30T19:05") as town:
        anna, olga = await subscribed(town, "Anna", "Wszystkie nowe"), await organiser(town)
        await town.imports(programme_of(training("Archiwum", "2026-05-20T09:00")))
        await held(olga)
        await town.until(at("2026-05-20T09:00"))
        assert await fates(town, anna) == [("news", "missed", "held")]
        assert unasked(anna) == []


async def test_who_cannot_be_reached_is_not_counted() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await signed_up(town, "Ewa")
        async with town.bot.storage.transaction() as transaction:
            await transaction.officials.lost(Official(anna.person.id).id, "blocked")
        assert "1 osoba" in await opened(olga)
