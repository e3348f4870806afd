"""The waiting list: joining, one's position, being offered a freed seat, and answering in time or not."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import at, queue_of, signed_up, town_of

WHEN = f"{BUDGET} – środa, 6 maja, godz. 9:00"
OFFER = f"🎉 Zwolniło się miejsce!\n{BUDGET}\nśroda, 6 maja, godz. 9:00\nmiejsce do potwierdzenia\nMiejsce czeka "
LAPSED = (
    f"Czas na odpowiedź minął\nNie trzymamy już tego miejsca.\n{WHEN}\n"
    "Można zapisać się ponownie; gdy nie ma wolnych miejsc, na listę rezerwową."
)
ONE_SEAT = training(seats=1)
UNDO = timedelta(minutes=1)


async def gives_up(town: Town, person: Resident) -> None:
    """Let a person withdraw and the minute of undo pass."""
    await person.writes("/wypisz 1")
    await town.passes(UNDO)


async def test_a_full_training_offers_the_queue_and_a_second_tap_joins_it() -> None:
    async with town_of(ONE_SEAT, training("Podatki", "2026-05-20T09:00")) as town:
        await signed_up(town, "Anna")
        ewa = await signed_up(town, "Ewa", 2)
        assert words(await ewa.writes("/zapisz 1")) == (
            f"Wszystkie miejsca są zajęte\n{WHEN}\nGdy zwolni się miejsce, napiszemy od razu do kolejnej osoby."
        )
        assert labels(ewa.last) == ["Na listę rezerwową", "Wszystkie terminy", "Menu"]
        joined = words(await ewa.presses("Na listę rezerwową"))
        assert joined == f"🕒 Lista rezerwowa: miejsce 1.\n{WHEN}\nNapiszemy, gdy zwolni się miejsce."
        assert labels(ewa.last) == ["Rezygnuję z kolejki", "Wszystkie terminy", "Menu"]
        jan = await signed_up(town, "Jan", 2)
        assert "Na liście rezerwowej czeka 1 osoba." in words(await jan.writes("/zapisz 1"))


async def test_joining_twice_keeps_the_place_and_says_so() -> None:
    async with town_of(ONE_SEAT) as town:
        _, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        again = await jan.writes("/zapisz 1")
        assert words(again) == f"🕒 Lista rezerwowa: nadal miejsce 2.\n{WHEN}\nNapiszemy, gdy zwolni się miejsce."
        await ewa.starts("s1")
        for _ in range(5):
            await ewa.forges("q:1:")
        assert toast(ewa) == "Zapis na listę rezerwową już jest."
        assert words(ewa.last).startswith("🕒 Lista rezerwowa: nadal miejsce 1.\n")


async def test_a_freed_seat_is_offered_to_the_first_with_the_hour_in_words() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        before = len(heard(jan))
        await anna.writes("/wypisz 1")
        await town.passes(UNDO - timedelta(seconds=1))
        assert not words(ewa.last).startswith("🎉")
        await town.passes(timedelta(seconds=1))
        assert words(ewa.last) == f"{OFFER}do jutra do 8:01. Później zaproponujemy je kolejnej osobie."
        assert labels(ewa.last) == ["Biorę miejsce", "Nie skorzystam", "Szczegóły"]
        assert len(heard(jan)) == before


async def test_an_offered_seat_is_taken_by_one_tap() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        await gives_up(town, anna)
        await ewa.presses("Biorę miejsce")
        assert words(ewa.last) == (
            f"✅ Miejsce potwierdzone\n{BUDGET}\nśroda, 6 maja, godz. 9:00\nmiejsce do potwierdzenia\n\n"
            "Przypomnimy we wtorek, 5 maja, o 14:00 i godzinę przed początkiem."
        )
        assert toast(ewa) == "Zapisano. Do zobaczenia!"
        assert "lista rezerwowa, miejsce 1" in words(await jan.writes("/moje"))


@pytest.mark.parametrize("act", ["t:1", "/zapisz 1"])
async def test_an_offer_taken_twice_is_one_seat(act: str) -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await gives_up(town, anna)
        for _ in range(2):
            ewa.person.presses("Biorę miejsce")
        await town.settle()
        assert toast(ewa) == "Miejsce jest już potwierdzone."
        again = await (ewa.writes(act) if act.startswith("/") else ewa.forges(act))
        assert words(again).startswith("✅ Miejsce jest już potwierdzone\n")


async def test_signing_up_while_a_seat_is_offered_shows_the_offer() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await gives_up(town, anna)
        assert words(await ewa.writes("/zapisz 1")) == (
            f"🎉 Zwolniło się miejsce!\n{WHEN}\n"
            "Miejsce czeka do jutra do 8:01. Później zaproponujemy je kolejnej osobie."
        )
        assert words(await ewa.presses("Biorę miejsce")).startswith("✅ Miejsce potwierdzone\n")


async def test_silence_passes_the_offer_on_and_is_told() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        await gives_up(town, anna)
        offer = ewa.last
        await town.until(at("2026-04-28T08:01"))
        assert words(ewa.last) == LAPSED
        assert labels(ewa.last) == ["Zapisz mnie", "Wszystkie terminy", "Menu"]
        assert words(jan.last) == f"{OFFER}do jutra do 8:01. Później zaproponujemy je kolejnej osobie."
        ewa.person.presses_on(offer, "Biorę miejsce")
        await town.settle()
        assert words(offer) == f"Nie ma zapisu na to szkolenie.\n{WHEN}"


async def test_after_silence_one_can_join_the_queue_again_at_its_end() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa, *_ = await queue_of(town, "Anna", "Ewa", "Jan", "Olga")
        await gives_up(town, anna)
        await town.until(at("2026-04-28T08:01"))
        await ewa.presses("Zapisz mnie")
        assert words(await ewa.presses("Na listę rezerwową")).startswith("🕒 Lista rezerwowa: miejsce 2.\n")


async def test_after_silence_with_nobody_behind_the_seat_is_free_to_take() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await gives_up(town, anna)
        await town.until(at("2026-04-28T08:01"))
        assert words(await ewa.presses("Zapisz mnie")).startswith("✅ Miejsce potwierdzone\n")


async def test_an_offer_declined_passes_on_after_the_minute_of_undo() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        await gives_up(town, anna)
        assert words(await ewa.presses("Nie skorzystam")).startswith(f"Rezygnacja przyjęta\n{WHEN}\n")
        assert not words(jan.last).startswith("🎉")
        await town.passes(UNDO)
        assert words(jan.last).startswith(OFFER)


async def test_an_offer_declined_by_mistake_is_undone_with_its_hour_kept() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await gives_up(town, anna)
        await ewa.presses("Nie skorzystam")
        await town.passes(timedelta(seconds=59))
        assert words(await ewa.presses("Cofnij rezygnację")) == f"✅ Propozycja miejsca przywrócona.\n{BUDGET}"
        assert "Czeka do jutra do 8:01." in words(await ewa.writes("/szkolenia 1"))
        assert words(await ewa.presses("Biorę miejsce")).startswith("✅ Miejsce potwierdzone\n")


async def test_an_offer_to_somebody_who_blocked_the_bot_goes_to_the_next() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        ewa.person.blocks()
        await gives_up(town, anna)
        assert words(jan.last).startswith(OFFER)


async def test_an_offer_that_telegram_refuses_goes_to_the_next() -> None:
    async with town_of(ONE_SEAT) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        ewa.person.deactivates()
        await gives_up(town, anna)
        assert words(jan.last).startswith(OFFER)


async def test_whoever_unblocks_the_bot_is_reached_again_with_one_registration() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        anna.person.blocks()
        await town.settle()
        await anna.starts("s1")
        assert "✅ Miejsce potwierdzone." in words(anna.last)
        assert words(await anna.writes("/zapisz 1")).startswith("✅ Miejsce jest już potwierdzone\n")
        await town.until(at("2026-05-05T14:00"))
        assert words(anna.last).startswith("🔔 Jutro szkolenie\n")


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-04-27T10:00", "do jutra do 10:01"),
        ("2026-04-30T10:00", "do poniedziałku, 4 maja, do 9:00"),
        ("2026-05-04T10:00", "dziś do 13:01"),
        ("2026-05-04T17:30", "do jutra do 9:00"),
        ("2026-05-06T05:40", "dziś do 9:00"),
    ],
    ids=["a day", "over days off", "three hours", "over the night", "never beyond the start"],
)
async def test_the_hour_to_answer_by_is_in_words_and_never_in_quiet_time(now: str, until: str) -> None:
    async with town_of(ONE_SEAT, now=now) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await gives_up(town, anna)
        await town.until(max(town.clock.now(), at("2026-05-06T07:00") if "06T" in now else town.clock.now()))
        assert words(ewa.last) == f"{OFFER}{until}. Później zaproponujemy je kolejnej osobie."


async def test_an_offer_of_the_night_is_made_in_the_morning() -> None:
    async with town_of(ONE_SEAT, now="2026-04-27T21:00") as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await gives_up(town, anna)
        assert not words(ewa.last).startswith("🎉")
        assert "🎉 czeka wolne miejsce" in words(await ewa.writes("/moje"))
        await town.until(at("2026-04-28T07:00"))
        assert words(ewa.last) == f"{OFFER}do jutra do 7:00. Później zaproponujemy je kolejnej osobie."


async def test_under_three_hours_the_first_to_answer_gets_the_seat() -> None:
    async with town_of(training(seats=1), now="2026-05-06T07:00") as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        await gives_up(town, anna)
        for person in (ewa, jan):
            assert words(person.last) == (
                f"🎉 Jest wolne miejsce!\n{BUDGET}\nśroda, 6 maja, godz. 9:00\nmiejsce do potwierdzenia\n"
                "Otrzyma je pierwsza osoba, która potwierdzi."
            )
            assert labels(person.last) == ["Biorę miejsce", "Szczegóły", "Rezygnuję z kolejki"]
        for person in (jan, ewa):
            person.person.presses("Biorę miejsce")
        await town.settle()
        assert words(jan.last).startswith("✅ Miejsce potwierdzone\n")
        assert words(ewa.last) == f"To miejsce jest już zajęte\n{WHEN}\nNa liście rezerwowej: miejsce 1."
        assert toast(ewa) == "To miejsce zajęto przed chwilą."


async def test_leaving_the_queue_moves_the_others_up_and_is_undone() -> None:
    async with town_of(ONE_SEAT) as town:
        _, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        left = await ewa.writes("/wypisz 1")
        assert words(left) == f"Rezygnacja z kolejki przyjęta\n{WHEN}\nPrzez minutę można to cofnąć."
        assert words(await ewa.presses("Cofnij rezygnację")) == f"✅ Kolejka przywrócona: miejsce 1.\n{BUDGET}"
        await gives_up(town, ewa)
        assert "lista rezerwowa, miejsce 1" in words(await jan.writes("/moje"))


async def test_more_seats_are_offered_in_order() -> None:
    async with town_of(ONE_SEAT) as town:
        _, ewa, jan, olga = await queue_of(town, "Anna", "Ewa", "Jan", "Olga")
        before = len(heard(olga))
        await town.imports(programme_of(training(capacity=3, free_seats=2)))
        await town.settle()
        assert [words(person.last).startswith(OFFER) for person in (ewa, jan)] == [True, True]
        assert len(heard(olga)) == before


async def test_fewer_seats_throw_nobody_out() -> None:
    async with town_of(training(seats=2)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await town.imports(programme_of(training(capacity=1, free_seats=0)))
        for person in (anna, ewa):
            assert "✅ miejsce potwierdzone" in words(await person.writes("/moje"))


async def test_the_waiting_list_speaks_english() -> None:
    async with town_of(ONE_SEAT) as town:
        anna = await signed_up(town, "Anna")
        john = await signed_up(town, "John", language="en")
        assert heard(john)[0].split("\n")[0] == "🕒 Waiting list: place 1"
        await gives_up(town, anna)
        assert words(john.last).split("\n")[0] == "🎉 A seat is free!"
        assert words(john.last).endswith(
            "\nWe hold it until 8:01 tomorrow. After that we will offer it to the next person."
        )
        assert labels(john.last) == ["I take the seat", "No, thank you", "Details"]
