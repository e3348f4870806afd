"""Withdrawing: one tap, undone for a minute, and what both look like when they come twice or too late."""

from datetime import timedelta

import pytest

from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.towns import queue_of, signed_up, town_of

WHEN = f"{BUDGET} – środa, 6 maja, godz. 9:00"
LEAVING = (
    f"Rezygnacja przyjęta\n{WHEN}\nMiejsce zwolnimy za minutę. Do tego czasu można to cofnąć. Dziękujemy za informację!"
)
BACK = f"✅ Zapis przywrócony. Do zobaczenia w środę, 6 maja, o 9:00!\n{BUDGET}"
NOT_ON_LIST = f"Nie ma zapisu na to szkolenie.\n{WHEN}"


@pytest.mark.parametrize("command", ["/wypisz 1", "/withdraw 1"])
async def test_withdrawing_by_command_takes_no_tap(command: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        assert words(await anna.writes(command)) == LEAVING
        assert labels(anna.last) == ["Cofnij rezygnację", "Wszystkie terminy", "Menu"]


async def test_the_command_alone_lists_ones_own_and_a_number_withdraws() -> None:
    async with town_of(training(seats=2), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 1, 2)
        assert words(await anna.writes("/wypisz")) == (
            "Rezygnacja\nDotknięcie numeru odwołuje zapis. Można to cofnąć przez minutę.\n\n"
            f"1. śr., 6 maja, 9:00 – {BUDGET}\n2. śr., 20 maja, 9:00 – Podatki"
        )
        assert words(await anna.presses("1")) == LEAVING
        assert "Podatki" in words(await anna.writes("/wypisz"))
        assert BUDGET not in words(anna.last)


async def test_withdrawing_from_the_card_takes_one_tap() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/szkolenia 1")
        assert words(await anna.presses("Rezygnuję")) == LEAVING


async def test_nothing_to_withdraw_from_is_said_plainly() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/wypisz")) == "Nie ma zapisów, z których można zrezygnować."
        assert words(await anna.writes("/wypisz 1")) == NOT_ON_LIST


async def test_undo_within_the_minute_gives_the_seat_and_the_reminders_back() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=59))
        assert words(await anna.presses("Cofnij rezygnację")) == BACK
        assert toast(anna) == "Cofnięte"
        await town.passes(timedelta(hours=1))
        assert "lista rezerwowa, miejsce 1" in words(await ewa.writes("/moje"))
        assert "✅ miejsce potwierdzone · przypomnimy we wtorek, 5 maja, o 14:00" in words(await anna.writes("/moje"))


async def test_undo_after_the_minute_is_honest_about_the_seat_that_went() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=61))
        assert words(await anna.presses("Cofnij rezygnację")) == (
            "Czas na cofnięcie minął i miejsce jest już zajęte. Można zapisać się na listę rezerwową, na miejsce 1.\n"
            + WHEN
        )
        assert words(await anna.presses("Na listę rezerwową")).startswith("🕒 Lista rezerwowa: miejsce 1.\n")
        assert words(ewa.last).startswith("🎉 Zwolniło się miejsce!\n")


async def test_undo_after_the_minute_offers_a_free_seat() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=61))
        assert (
            words(await anna.presses("Cofnij rezygnację")) == f"Czas na cofnięcie minął, ale są wolne miejsca.\n{WHEN}"
        )
        assert words(await anna.presses("Zapisz mnie")).startswith("✅ Miejsce potwierdzone\n")


async def test_undo_after_the_minute_when_there_is_no_queue() -> None:
    async with town_of(training(seats=1, waiting_list=False)) as town:
        anna = await signed_up(town, "Anna")
        leaving = await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=61))
        await signed_up(town, "Ewa")
        anna.person.presses_on(leaving, "Cofnij rezygnację")
        await town.settle()
        assert words(anna.last) == f"Czas na cofnięcie minął i miejsce jest już zajęte.\n{WHEN}"


async def test_undo_after_the_deadline_says_that_sign_up_is_closed() -> None:
    async with town_of(training(seats=1, signup_deadline="2026-04-27T08:01")) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=61))
        assert words(await anna.presses("Cofnij rezygnację")) == (
            f"Czas na cofnięcie minął, a zapisy są zakończone.\n{WHEN}"
        )


async def test_undo_tapped_twice_changes_nothing() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        for _ in range(2):
            anna.person.presses("Cofnij rezygnację")
        await town.settle()
        assert words(anna.last) == BACK


async def test_withdrawing_tapped_twice_frees_one_seat() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        await anna.writes("/szkolenia 1")
        for _ in range(5):
            anna.person.presses("Rezygnuję")
        await town.settle()
        assert words(anna.last) == LEAVING
        before = len(heard(jan))
        await town.passes(timedelta(minutes=2))
        assert words(ewa.last).startswith("🎉 Zwolniło się miejsce!\n")
        assert len(heard(jan)) == before
        assert words(await anna.writes("/wypisz 1")) == NOT_ON_LIST


async def test_signing_up_again_within_the_minute_is_an_undo() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await anna.writes("/wypisz 1")
        assert words(await anna.writes("/zapisz 1")).startswith("✅ Miejsce potwierdzone\n")
        await town.passes(timedelta(minutes=2))
        assert "lista rezerwowa, miejsce 1" in words(await ewa.writes("/moje"))


async def test_nobody_hears_reminders_after_withdrawing() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        before = len(heard(anna))
        await town.passes(timedelta(days=10))
        assert len(heard(anna)) == before


async def test_somebody_elses_button_acts_on_ones_own_registration_only() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        ewa = town.resident("Ewa", "Lis")
        await ewa.starts()
        for data in ("w:1", "u:1", "a:1", "t:1"):
            assert words(await ewa.forges(data)) == NOT_ON_LIST
        assert "✅ miejsce potwierdzone" in words(await anna.writes("/moje"))


async def test_withdrawing_speaks_english() -> None:
    async with town_of(training(seats=1)) as town:
        john = await signed_up(town, "John", language="en")
        assert words(await john.writes("/withdraw 1")).startswith(
            f"Cancellation accepted\n{BUDGET} – Wednesday, 6 May, 9:00\n"
        )
        assert words(await john.presses("Undo")).startswith(
            "✅ Sign-up restored. See you on Wednesday, 6 May, at 9:00!\n"
        )
