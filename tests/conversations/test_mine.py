"""One's own: /moje in every state, page by page."""

from datetime import timedelta

import pytest

from tests.conversations.hearing import labels, words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import at, signed_up, town_of


@pytest.mark.parametrize("command", ["/moje", "/my", "/moje co mam"])
async def test_nothing_yet_shows_the_next_free_date(command: str) -> None:
    async with town_of(training("Pełne", seats=0), training("Wolne", "2026-05-08T09:00", seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes(command)) == (
            "Nie ma jeszcze żadnych zapisów.\nNajbliższy wolny termin: Wolne – piątek, 8 maja, godz. 9:00 · 2 miejsca"
        )
        assert labels(anna.last) == ["Zobacz ten termin", "Wszystkie terminy", "Menu"]
        assert words(await anna.presses("Zobacz ten termin")).startswith("Wolne\n")


async def test_nothing_yet_and_nothing_free() -> None:
    async with town_of(training("Pełne", seats=0)) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/moje")) == "Nie ma jeszcze żadnych zapisów."
        assert labels(anna.last) == ["Wszystkie terminy", "Menu"]


async def test_every_state_is_shown_with_the_next_reminder() -> None:
    trainings = (
        training("A potwierdzone", "2026-05-06T09:00", seats=3),
        training("B czeka", "2026-05-07T09:00", seats=0),
        training("C zwolnione", "2026-05-08T09:00", seats=1),
        training("D rezygnacja", "2026-05-11", seats=3),
        training("E obserwowane", "2026-05-12T09:00", signup_url="https://zapisy.example.org/x"),
        training("F odwołane", "2026-05-13T09:00", seats=3),
    )
    async with town_of(*trainings) as town:
        await signed_up(town, "Ola", 2)
        ewa = await signed_up(town, "Ewa", 3)
        anna = await signed_up(town, "Anna", 1, 2, 3, 4, 6)
        await anna.forges("a:1")
        await anna.forges("f:5")
        await ewa.writes("/wypisz 3")
        await town.passes(timedelta(minutes=1))
        await anna.writes("/wypisz 4")
        await town.imports(programme_of(*trainings[:5], trainings[5] | {"status": "cancelled"}), silent=True)
        mine = words(await anna.writes("/moje"))
        assert mine.split("\n") == [
            "Moje zapisy",
            "",
            (
                "1. śr., 6 maja, 9:00 – A potwierdzone · ✅ miejsce i obecność potwierdzone · "
                "przypomnimy we wtorek, 5 maja, o 14:00"
            ),
            "2. czw., 7 maja, 9:00 – B czeka · 🕒 lista rezerwowa, miejsce 2",
            "3. pt., 8 maja, 9:00 – C zwolnione · 🎉 czeka wolne miejsce",
            "4. pon., 11 maja – D rezygnacja · rezygnacja w toku · przypomnimy w piątek, 8 maja, o 14:00",
            "6. śr., 13 maja, 9:00 – F odwołane · odwołane",
        ]
        assert labels(anna.last) == [
            *"12346",
            "Dalej",
            "Wszystko do kalendarza",
            "Dlaczego?",
            "Wszystkie terminy",
            "Menu",
        ]
        assert words(await anna.presses("Dalej")) == (
            "Moje zapisy\n\n5. wt., 12 maja, 9:00 – E obserwowane · 🔔 zapis u organizatora"
        )
        assert words(await anna.presses("5")).startswith("E obserwowane\n")


async def test_a_hold_is_shown_until_it_is_confirmed() -> None:
    async with town_of(training(seats=3)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert words(await anna.writes("/moje")).endswith(f"{BUDGET} · ⏳ czeka na potwierdzenie")


async def test_what_is_over_is_left_out() -> None:
    async with town_of(training(seats=3), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 1, 2)
        await town.until(at("2026-05-07T09:00"))
        assert words(await anna.writes("/moje")).split("\n")[2:] == [
            "2. śr., 20 maja, 9:00 – Podatki · ✅ miejsce potwierdzone · przypomnimy we wtorek, 19 maja, o 14:00"
        ]


async def test_ones_own_speaks_english() -> None:
    async with town_of(training(seats=1)) as town:
        john = await signed_up(town, "John", language="en")
        assert words(await john.writes("/my")) == (
            f"My sign-ups\n\n1. Wed 6 May, 9:00 – {BUDGET} · ✅ seat confirmed · reminder on Tuesday, 5 May, at 14:00"
        )
        assert labels(john.last) == ["1", "All to calendar", "Why?", "All dates", "Menu"]
