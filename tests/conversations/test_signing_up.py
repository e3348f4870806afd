"""Signing up: the taps it takes, the hold of a first time, what a returning person sees, double taps."""

from datetime import timedelta

import pytest

from tests.conversations.hearing import heard, labels, sent, toast, words
from tests.conversations.programmes import BUDGET, Json, training
from tests.conversations.towns import at, signed_up, town_of

PLACE = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
CLAUSE = (
    "Administrator danych: Metropolia Nadmorska. Imię, nazwisko i urząd służą do zapisu i wiadomości o szkoleniu "
    "(zadanie publiczne). Zobaczy je tylko organizator; rozmowa przechodzi przez Telegram. Podanie danych jest "
    "dobrowolne, ale bez nich nie ma zapisu. Pełna informacja i usuwanie danych: /privacy"
)
HELD = f"""Trzymamy miejsce przez 15 minut
{BUDGET} – środa, 6 maja, godz. 9:00

Na listę wpiszemy: Anna Nowak (z Telegrama).

{CLAUSE}"""
SEATED = f"""✅ Miejsce potwierdzone
{BUDGET}
środa, 6 maja, godz. 9:00–12:00
Sopot, Dom Morski, sala 2

Przypomnimy we wtorek, 5 maja, o 14:00 i godzinę przed początkiem."""
AGAIN = SEATED.replace("Miejsce potwierdzone", "Miejsce jest już potwierdzone").partition("\n\n")[0]
WHICH_INSTITUTION = "Który urząd lub jednostka?\nWystarczy kilka liter nazwy w odpowiedzi albo przycisk."


def budget(seats: int = 2) -> Json:
    return training(end="2026-05-06T12:00", seats=seats, place=PLACE)


async def test_the_first_time_takes_two_taps_from_the_card() -> None:
    async with town_of(budget()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        assert words(await anna.presses("Zapisz mnie")) == HELD
        assert labels(anna.last) == ["Potwierdzam zapis", "Zmień nazwisko", "Nie teraz"]
        await anna.presses("Potwierdzam zapis")
        assert heard(anna) == [SEATED, WHICH_INSTITUTION]
        assert toast(anna) == "Zapisano. Do zobaczenia!"
        assert labels(anna.person.chat[-2]) == ["Do kalendarza", "Mapa", "Rezygnuję", "Moje zapisy", "Menu"]


async def test_the_first_time_by_command_takes_one_tap_more() -> None:
    async with town_of(budget()) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/zapisz 1")) == HELD
        await anna.presses("Potwierdzam zapis")
        assert heard(anna) == [SEATED, WHICH_INSTITUTION]


@pytest.mark.parametrize("command", ["/zapisz 1", "/register 1", "/ZAPISZ 1", "/zapisz  01"])
async def test_a_returning_person_is_seated_by_one_command(command: str) -> None:
    async with town_of(budget(), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 2)
        assert words(await anna.writes(command)) == SEATED


async def test_a_returning_person_is_seated_by_two_taps_from_the_list() -> None:
    async with town_of(budget(), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 2)
        await anna.writes("/szkolenia")
        await anna.presses("1")
        assert words(await anna.presses("Zapisz mnie")) == SEATED
        assert toast(anna) == "Zapisano. Do zobaczenia!"


async def test_the_command_alone_lists_what_is_open_and_a_number_signs_up() -> None:
    async with town_of(
        budget(),
        training("Zewnętrzne", "2026-05-07T09:00", signup_url="https://zapisy.example.org/x"),
        training("Zamknięte", "2026-05-08T09:00", signup_deadline="2026-04-20"),
        training("Podatki", "2026-05-20T09:00"),
    ) as town:
        anna = await signed_up(town, "Anna", 4)
        assert words(await anna.writes("/zapisz")) == (
            "Zapis na szkolenie\nProsimy wybrać numer szkolenia.\n\n"
            f"1. śr., 6 maja, 9:00 – {BUDGET} · 2 miejsca\n"
            "4. śr., 20 maja, 9:00 – Podatki · zapisy otwarte"
        )
        assert words(await anna.presses("1")) == SEATED


async def test_nothing_open_is_said_plainly() -> None:
    async with town_of(training(status="cancelled")) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/zapisz")) == "Nie ma teraz szkoleń z otwartymi zapisami."
        assert labels(anna.last) == ["Wszystkie terminy", "Menu"]


async def test_a_hold_keeps_the_seat_for_fifteen_minutes() -> None:
    async with town_of(budget(seats=1)) as town:
        anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
        await anna.writes("/zapisz 1")
        await town.passes(timedelta(minutes=14))
        assert words(await anna.writes("/zapisz 1")).startswith("Trzymamy miejsce przez 1 minutę\n")
        assert words(await ewa.writes("/zapisz 1")).startswith("Wszystkie miejsca są zajęte\n")
        await town.passes(timedelta(minutes=1))
        assert words(await ewa.writes("/zapisz 1")).startswith("Trzymamy miejsce przez 15 minut\n")


async def test_confirming_a_hold_that_ran_out_takes_the_seat_if_it_is_there() -> None:
    async with town_of(budget(seats=1)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        await town.passes(timedelta(minutes=16))
        await anna.presses("Potwierdzam zapis")
        assert heard(anna) == [SEATED, WHICH_INSTITUTION]


async def test_confirming_a_hold_that_ran_out_is_honest_when_the_seat_is_gone() -> None:
    async with town_of(budget(seats=1)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        await town.passes(timedelta(minutes=16))
        await signed_up(town, "Ewa")
        assert words(await anna.presses("Potwierdzam zapis")) == (
            f"Wszystkie miejsca są zajęte\n{BUDGET} – środa, 6 maja, godz. 9:00\n"
            "Gdy zwolni się miejsce, napiszemy od razu do kolejnej osoby."
        )
        assert toast(anna) == "Wszystkie miejsca są już zajęte."
        assert words(await anna.presses("Na listę rezerwową")).startswith("🕒 Lista rezerwowa: miejsce 1.\n")


async def test_a_hold_that_runs_out_is_offered_to_the_queue() -> None:
    async with town_of(budget(seats=1)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        ewa = await signed_up(town, "Ewa")
        assert words(ewa.person.chat[-1]).startswith("Dobrze, bez nazwy urzędu.")
        await town.passes(timedelta(minutes=15))
        assert words(ewa.last).startswith(f"🎉 Zwolniło się miejsce!\n{BUDGET}\n")


async def test_a_hold_declined_frees_the_seat_at_once_and_keeps_nothing() -> None:
    async with town_of(budget(seats=1)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert words(await anna.presses("Nie teraz")) == (
            f"Nie ma zapisu\n{BUDGET} – środa, 6 maja, godz. 9:00\n"
            "Zwolniliśmy miejsce. Imienia i nazwiska nie zapisano."
        )
        assert words(await anna.writes("/privacy")).endswith("\n\nNie ma zapisanych danych.")
        ewa = await signed_up(town, "Ewa")
        assert heard(ewa)[0] == SEATED


async def test_a_hold_of_a_queue_place_becomes_that_place() -> None:
    async with town_of(training(seats=0)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        assert words(await anna.presses("Na listę rezerwową")).startswith(
            f"Trzymamy miejsce w kolejce przez 15 minut\n{BUDGET} – środa, 6 maja, godz. 9:00\n\nNa listę wpiszemy: "
        )
        await anna.presses("Potwierdzam zapis")
        assert heard(anna) == [
            f"🕒 Lista rezerwowa: miejsce 1.\n{BUDGET} – środa, 6 maja, godz. 9:00\nNapiszemy, gdy zwolni się miejsce.",
            WHICH_INSTITUTION,
        ]


async def test_a_second_sign_up_changes_nothing_and_says_so() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        assert words(await anna.writes("/zapisz 1")) == AGAIN
        assert "Miejsca: zostało 1 miejsce z 2" in words(await anna.writes("/szkolenia 1"))


async def test_five_taps_before_any_answer_make_one_sign_up() -> None:
    async with town_of(budget(), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 2)
        await anna.writes("/szkolenia 1")
        for _ in range(5):
            anna.person.presses("Zapisz mnie")
        await town.settle()
        toasts = [toast.text for toast in anna.person.toasts[-5:]]
        assert toasts == ["Zapisano. Do zobaczenia!", *["Miejsce jest już potwierdzone."] * 4]
        assert words(anna.last) == AGAIN
        assert "Miejsca: zostało 1 miejsce z 2" in words(await anna.writes("/szkolenia 1"))


async def test_a_first_sign_up_tapped_twice_holds_one_seat() -> None:
    async with town_of(budget()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        anna.person.presses("Zapisz mnie")
        anna.person.presses("Zapisz mnie")
        await town.settle()
        assert heard(anna) == [HELD]
        jan = town.resident("Jan", "Lis")
        assert "Miejsca: zostało 1 miejsce z 2" in words(await jan.writes("/szkolenia 1"))


async def test_a_confirmation_tapped_twice_seats_once_and_says_so() -> None:
    async with town_of(budget()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        for _ in range(2):
            anna.person.presses("Potwierdzam zapis")
        await town.settle()
        assert toast(anna) == "Miejsce jest już potwierdzone."
        assert heard(anna)[0] == AGAIN
        assert "Miejsca: zostało 1 miejsce z 2" in words(await anna.writes("/szkolenia 1"))


async def test_two_people_who_tap_at_once_get_one_seat_between_them() -> None:
    async with town_of(budget(seats=1), training("Podatki", "2026-05-20T09:00")) as town:
        anna, ewa = await signed_up(town, "Anna", 2), await signed_up(town, "Ewa", 2)
        for person in (anna, ewa):
            await person.writes("/szkolenia 1")
        for person in (anna, ewa):
            person.person.presses("Zapisz mnie")
        await town.settle()
        assert words(anna.last) == SEATED
        assert words(ewa.last).startswith("Wszystkie miejsca są zajęte\n")


async def test_an_update_that_comes_twice_is_answered_once() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        raw = {"message": anna.person.writes("/zapisz 1").raw()}
        [queued] = town.world.updates.pending
        assert queued["message"] == raw["message"]
        town.world.enqueue(queued)
        await town.settle()
        before = sent(town)
        town.world.enqueue(queued)
        await town.settle()
        assert sent(town) == before
        assert heard(anna)[-1] == SEATED


async def test_an_overlap_is_a_warning_not_a_refusal() -> None:
    async with town_of(budget(), training("Podatki", "2026-05-06T11:00")) as town:
        anna = await signed_up(town, "Anna")
        assert words(await anna.writes("/zapisz 2")) == (
            f"⚠️ Ten termin koliduje z innym zapisem\n{BUDGET} – środa, 6 maja, godz. 9:00\nZapisać mimo to?"
        )
        assert labels(anna.last) == ["Wstecz", "Tak, zapisz mnie"]
        assert words(await anna.presses("Tak, zapisz mnie")).startswith("✅ Miejsce potwierdzone\nPodatki\n")


async def test_a_late_sign_up_promises_only_what_can_still_come() -> None:
    async with town_of(budget(), training("Podatki", "2026-05-20T09:00"), now="2026-05-05T15:00") as town:
        anna = await signed_up(town, "Anna", 2)
        assert words(await anna.writes("/zapisz 1")).endswith("\n\nPrzypomnimy godzinę przed początkiem.")
        await town.until(at("2026-05-06T08:15"))
        jan = await signed_up(town, "Jan", 2)
        assert words(await jan.writes("/zapisz 1")) == (
            f"✅ Miejsce potwierdzone\n{BUDGET}\nśroda, 6 maja, godz. 9:00–12:00\nSopot, Dom Morski, sala 2"
        )


async def test_signing_up_speaks_english() -> None:
    async with town_of(budget()) as town:
        john = town.resident("John", "Smith", language="en")
        await john.starts("s1")
        held = words(await john.presses("Sign me up"))
        assert held.startswith(f"We hold a seat for 15 minutes\n{BUDGET} – Wednesday, 6 May, 9:00\n\n")
        assert labels(john.last) == ["Confirm", "Change the name", "Not now"]
        await john.presses("Confirm")
        assert heard(john)[0] == (
            f"✅ Your seat is confirmed\n{BUDGET}\nWednesday, 6 May, 9:00–12:00\nSopot, Dom Morski, room 2\n\n"
            "We will remind you on Tuesday, 5 May, at 14:00 and an hour before the start."
        )
