"""Refusals: each names the reason and a way on, by command and by a button that was shown while it was possible."""

from datetime import timedelta

import pytest

from bot.settings import Controller
from tests.conversations.hearing import labels, toast, words
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.towns import at, signed_up, town_of

WHEN = f"{BUDGET} – środa, 6 maja, godz. 9:00"
NO_CONTROLLER = (
    "Zapisy w tej rozmowie jeszcze nie działają, bo nie wskazano administratora danych. "
    f"Prosimy o kontakt z organizatorem.\n{WHEN}"
)
REFUSALS = {
    "closed on a day": (
        {"signup_deadline": "2026-04-20"},
        f"Zapisy na to szkolenie zakończyły się 20 kwietnia.\n{WHEN}",
    ),
    "closed at an hour": (
        {"signup_deadline": "2026-04-27T07:30"},
        f"Zapisy na to szkolenie zakończyły się 27 kwietnia o 7:30.\n{WHEN}",
    ),
    "cancelled": ({"status": "cancelled"}, f"To szkolenie jest odwołane.\n{WHEN}"),
    "full without a queue": (
        {"seats": 0, "waiting_list": False},
        f"Wszystkie miejsca są zajęte\n{WHEN}\nTo szkolenie nie ma listy rezerwowej.",
    ),
    "full": (
        {"seats": 0},
        f"Wszystkie miejsca są zajęte\n{WHEN}\nGdy zwolni się miejsce, napiszemy od razu do kolejnej osoby.",
    ),
    "external": (
        {"signup_url": "https://zapisy.example.org/x"},
        f"Zapisy na to szkolenie prowadzi organizator we własnym formularzu. Możemy o nim przypomnieć.\n{WHEN}",
    ),
}


@pytest.mark.parametrize(("stated", "answer"), REFUSALS.values(), ids=REFUSALS)
async def test_a_sign_up_by_command_is_refused_with_the_reason(stated: Json, answer: str) -> None:
    async with town_of(training(**stated)) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/zapisz 1")) == answer
        assert labels(anna.last)[-2:] == ["Wszystkie terminy", "Menu"]


@pytest.mark.parametrize(("stated", "answer"), REFUSALS.values(), ids=REFUSALS)
async def test_a_sign_up_by_an_old_button_is_refused_with_the_reason(stated: Json, answer: str) -> None:
    async with town_of(training(**stated)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        assert words(await anna.forges("s:1:")) == answer


async def test_a_training_that_began_is_closed_to_sign_up_and_withdrawal() -> None:
    async with town_of(training(end="2026-05-06T12:00", seats=3)) as town:
        ewa = await signed_up(town, "Ewa")
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        await town.until(at("2026-05-06T09:00"))
        started = f"To szkolenie już się zaczęło. Listy nie można zmienić.\n{BUDGET} – środa, 6 maja, godz. 9:00"
        assert words(await anna.presses("Zapisz mnie")) == started
        assert toast(anna) == "To szkolenie już się zaczęło."
        assert words(await anna.writes("/zapisz 1")) == started
        assert words(await ewa.writes("/wypisz 1")) == started


async def test_an_external_form_is_a_link_and_a_reminder_away() -> None:
    async with town_of(training(signup_url="https://zapisy.example.org/x")) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert labels(anna.last) == ["Formularz zapisów", "Przypomnij mi", "Wszystkie terminy", "Menu"]
        assert anna.person.presses("Formularz zapisów") == "https://zapisy.example.org/x"
        assert words(await anna.presses("Przypomnij mi")).startswith("🔔 Przypomnimy o tym szkoleniu\n")


@pytest.mark.parametrize("button", ["s:1:", "q:1:", "h:1", "f:1"])
async def test_without_a_controller_nothing_personal_is_taken(button: str) -> None:
    async with town_of(training(seats=3), controller=Controller()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        assert words(await anna.forges(button)) == NO_CONTROLLER
        assert words(await anna.writes("/privacy")).endswith("\n\nNie ma zapisanych danych.")


async def test_without_a_controller_the_command_is_refused_and_privacy_says_why() -> None:
    async with town_of(training(seats=3), controller=Controller()) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/zapisz 1")) == NO_CONTROLLER
        assert words(await anna.starts()).split("\n")[1] == "Tu Terminarz – szkolenia dla samorządów."
        assert "Nie wskazano jeszcze administratora danych, dlatego zapisy nie działają." in words(
            await anna.writes("/privacy")
        )
        assert "Miejsca: zostały 3 miejsca z 3" in words(await anna.writes("/szkolenia 1"))


async def test_a_deadline_that_passes_during_the_hold_does_not_take_it_away() -> None:
    async with town_of(training(seats=3, signup_deadline="2026-04-27T08:05")) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        await town.passes(timedelta(minutes=10))
        await anna.presses("Potwierdzam zapis")
        assert words(anna.person.chat[-2]).startswith(f"✅ Miejsce potwierdzone\n{BUDGET}\n")


async def test_a_training_called_off_during_the_hold_cannot_be_confirmed() -> None:
    async with town_of(training(seats=3)) as town:
        anna = town.resident("Anna", "Nowak")
        held = await anna.writes("/zapisz 1")
        await town.imports(programme_of(training(seats=3, status="cancelled")), silent=True)
        anna.person.presses_on(held, "Potwierdzam zapis")
        await town.settle()
        assert words(anna.last) == f"To szkolenie jest odwołane.\n{WHEN}"
