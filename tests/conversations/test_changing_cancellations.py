"""Calling off in the chat: a reason that is previewed, a minute to undo it, a date that can be restored."""

from datetime import timedelta

import pytest

from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.organised import HEADING, HERE, budget, calls_off, organised
from tests.conversations.programmes import BUDGET, training
from tests.conversations.towns import queue_of, signed_up

BRIEF = f"{BUDGET} – środa, 6 maja, godz. 9:00"
MINUTE = timedelta(minutes=1)
BAD_REASON = "Powód musi mieć co najmniej jedno słowo, a najwyżej 300 znaków. Prosimy napisać go jeszcze raz."


async def test_a_cancellation_is_counted_given_a_reason_previewed_and_told_after_a_minute() -> None:
    async with organised() as (town, maria):
        anna, ewa, ola = await queue_of(town, "Anna", "Ewa", "Ola")
        assert words(await maria.writes("/odwolaj 1")) == (
            f"Odwołać szkolenie?\n{BUDGET}\n{HEADING}\n{HERE}\n\nNa liście: 2 osoby, lista rezerwowa: 1 osoba\n\n"
            "Wiadomość dostaną 3 osoby. Prosimy najpierw napisać powód – trafi do treści wiadomości."
        )
        assert labels(maria.last) == ["Nie odwołuj", "Odwołaj po cichu"]
        previewed = words(await maria.writes("Choroba osoby prowadzącej."))
        assert labels(maria.last) == ["Nie odwołuj", "Odwołaj i powiadom (3)", "Odwołaj po cichu"]
        assert words(await maria.presses("powiadom")) == (
            f"❌ Odwołano\n{BRIEF}\nWiadomość wyjdzie najwcześniej za minutę: 3 osoby."
        )
        before = [len(heard(each)) for each in (anna, ewa, ola)]
        await town.passes(MINUTE - timedelta(seconds=1))
        assert [len(heard(each)) for each in (anna, ewa, ola)] == before
        await town.passes(timedelta(seconds=1))
        assert words(anna.last) in previewed
        for person in (anna, ewa, ola):
            assert f"❌ Szkolenie odwołane\n{BRIEF}\nPowód: Choroba osoby prowadzącej." in words(person.last)


async def test_a_cancellation_undone_within_the_minute_is_never_told() -> None:
    async with organised() as (town, maria):
        anna, ewa, ola = await queue_of(town, "Anna", "Ewa", "Ola")
        before = [len(heard(each)) for each in (anna, ewa, ola)]
        await calls_off(maria)
        await town.passes(MINUTE - timedelta(seconds=1))
        assert words(await maria.presses("Cofnij")).startswith(f"✅ Cofnięto\n{BUDGET}\n{HEADING}\n")
        await town.passes(timedelta(hours=1))
        assert [len(heard(each)) for each in (anna, ewa, ola)] == before
        assert "przypomnimy" in words(await anna.writes("/moje"))


async def test_a_cancellation_that_was_told_is_restored_and_that_is_told_too() -> None:
    async with organised() as (town, maria):
        anna = await signed_up(town, "Anna")
        await calls_off(maria)
        await town.passes(MINUTE)
        assert words(await maria.presses("Cofnij")).startswith(f"Na cofnięcie jest za późno\n{BUDGET}\n")
        assert labels(maria.last) == ["Przywróć termin", "Zarządzaj", "Menu"]
        assert words(await maria.presses("Przywróć termin")).endswith(
            "Osoby, które wiedzą o odwołaniu, dostaną wiadomość, że szkolenie się odbędzie."
        )
        assert words(await maria.presses("Przywróć termin")) == f"✅ Termin przywrócony\n{BUDGET}\n{HEADING}\n{HERE}"
        await town.passes(timedelta(minutes=10))
        assert words(anna.last).startswith(f"✅ Szkolenie jednak się odbędzie\n{BUDGET}\n")
        assert "Choroba" not in words(await anna.writes("/szkolenia 1"))


async def test_a_silent_cancellation_needs_no_reason_and_can_be_undone_much_later() -> None:
    async with organised() as (town, maria):
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await maria.writes("/odwolaj 1")
        assert words(await maria.presses("po cichu")) == f"❌ Odwołano\n{BRIEF}\nBez wiadomości do osób z listy."
        await town.passes(timedelta(days=1))
        await maria.presses("Cofnij")
        await town.passes(timedelta(hours=1))
        assert len(heard(anna)) == before
        assert f"Kiedy: {HEADING}" in words(await anna.writes("/szkolenia 1"))


async def test_with_nobody_on_the_list_a_reason_may_be_left_out() -> None:
    async with organised() as (_, maria):
        assert words(await maria.writes("/odwolaj 1")).endswith(
            "Na liście nikogo nie ma, więc nikt nie dostanie wiadomości. Powód można napisać – będzie na karcie "
            "szkolenia."
        )
        assert labels(maria.last) == ["Nie odwołuj", "Odwołaj"]
        assert words(await maria.presses("Odwołaj")).startswith("❌ Odwołano\n")


@pytest.mark.parametrize("reason", ["!!!", "12", "x" * 301])
async def test_what_is_no_reason_is_asked_for_again(reason: str) -> None:
    async with organised() as (town, maria):
        await signed_up(town, "Anna")
        await maria.writes("/odwolaj 1")
        assert words(await maria.writes(reason)) == BAD_REASON
        assert "Powód: Choroba." in words(await maria.writes("Choroba."))


async def test_a_question_meanwhile_is_answered_and_the_reason_still_waited_for() -> None:
    async with organised() as (town, maria):
        await signed_up(town, "Anna")
        await maria.writes("/odwolaj 1")
        assert HEADING in words(await maria.writes("Kiedy jest budżet gminy?"))
        assert "Powód: Choroba." in words(await maria.writes("Choroba."))


async def test_a_reason_given_with_nobody_on_the_list_is_on_the_card() -> None:
    async with organised() as (town, maria):
        await maria.writes("/odwolaj 1")
        assert words(await maria.writes("Remont sali")) == (
            f"Odwołać szkolenie?\n{BUDGET}\n{HEADING}\n{HERE}\n\nPowód: Remont sali\nInny powód wystarczy napisać."
        )
        assert labels(maria.last) == ["Nie odwołuj", "Odwołaj"]
        await maria.presses("Odwołaj")
        card = words(await town.resident("Anna", "Nowak").writes("/szkolenia 1"))
        assert "❌ Szkolenie odwołane" in card
        assert "\nRemont sali\n" in card


async def test_without_a_reason_nobody_is_told_whatever_is_pressed() -> None:
    async with organised() as (town, maria):
        anna = await signed_up(town, "Anna")
        await maria.starts()
        assert words(await maria.forges("xk:1:1:")).startswith("Odwołać szkolenie?\n")
        await town.passes(timedelta(hours=1))
        assert "odwołane" not in words(await anna.writes("/szkolenia 1"))


async def test_a_training_not_called_off_waits_for_no_reason() -> None:
    async with organised() as (town, maria):
        await signed_up(town, "Anna")
        await maria.writes("/odwolaj 1")
        assert words(await maria.presses("Nie odwołuj")).startswith(f"Szkolenie nr 1\n{BUDGET}\n")
        assert "Powód" not in words(await maria.writes("Choroba."))


async def test_a_double_tap_keeps_the_way_back() -> None:
    async with organised() as (town, maria):
        await signed_up(town, "Anna")
        await maria.writes("/odwolaj 1")
        await maria.writes("Choroba.")
        for _ in range(2):
            maria.person.presses("powiadom")
        await town.settle()
        assert toast(maria) == "To szkolenie jest odwołane."
        assert labels(maria.last) == ["Cofnij", "Zarządzaj", "Menu"]


async def test_a_training_that_is_over_cannot_be_called_off() -> None:
    async with organised(budget(), now="2026-05-06T13:00") as (_, maria):
        assert "Odwołaj" not in labels(await maria.writes("/odwolaj 1"))
        assert words(maria.last).startswith("Szkolenie nr 1\n")
        await maria.forges("xk:1:1:1")
        assert "odwołane" not in words(await maria.writes("/szkolenia 1"))


async def test_a_choice_of_what_to_call_off_leaves_out_what_is_called_off() -> None:
    async with organised(budget(), training("RODO", "2026-05-20T09:00")) as (_, maria):
        await maria.writes("/odwolaj 1")
        await maria.presses("Odwołaj")
        assert labels(await maria.writes("/odwolaj")) == ["2", "Menu"]
        assert labels(await maria.writes("/zmien")) == ["1", "2", "Menu"]


async def test_what_was_asked_for_a_change_is_not_waited_for_once_something_else_is_begun() -> None:
    async with organised() as (_, maria):
        await maria.writes("/zmien 1")
        await maria.presses("Termin")
        await maria.writes("/odwolaj 1")
        assert "Termin" not in words(await maria.writes("Choroba osoby prowadzącej."))
        await maria.writes("/zmien 1")
        await maria.presses("Termin")
        await maria.writes("/zmien 1")
        assert "Termin:" not in words(await maria.writes("7 maja"))
