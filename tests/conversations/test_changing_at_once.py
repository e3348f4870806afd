"""Two organisers at once: whoever comes second sees the difference and chooses; nothing is overwritten unseen."""

from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.organised import (
    HEADING,
    HERE,
    TEN_MINUTES,
    budget,
    calls_off,
    changes,
    coordinator,
    organised,
    states,
)
from tests.conversations.programmes import BUDGET, programme_of
from tests.conversations.towns import signed_up

THURSDAY = "czwartek, 21 maja, godz. 9:00–12:00"


async def test_who_comes_second_sees_both_changes_and_puts_the_own_on_top() -> None:
    async with organised() as (town, maria):
        piotr = await coordinator(maria)
        anna = await signed_up(town, "Anna")
        await states(piotr, Miejsce="Ratusz, Gdynia, sala 5")
        shown = await piotr.presses("Zatwierdzenie")
        await changes(maria, Termin="21 maja, 9-12")
        piotr.person.presses_on(shown, "powiadom")
        await town.settle()
        assert toast(piotr) == "Coś się zmieniło w międzyczasie. To stan aktualny."
        assert words(piotr.last) == (
            f"W międzyczasie ktoś zmienił to szkolenie\n{BUDGET}\n\n"
            f"Już wprowadzone:\nTermin: {HEADING} → {THURSDAY}\n\n"
            f"Czeka na zatwierdzenie:\nMiejsce: {HERE} → Gdynia, Ratusz, sala 5"
        )
        assert labels(piotr.last) == ["Nanieś moje zmiany", "Odrzuć zmianę", "Zarządzaj"]
        assert f"{BUDGET}\n\nMiejsce: {HERE} → Gdynia, Ratusz, sala 5\n\n" in words(await piotr.presses("Nanieś"))
        await piotr.presses("powiadom")
        before = len(heard(anna))
        await town.passes(TEN_MINUTES)
        [notice] = heard(anna)[before:]
        assert f"Było: {HEADING}\nJest: {THURSDAY}\nByło: {HERE}\nJest: Gdynia, Ratusz, sala 5" in notice


async def test_the_same_field_changed_by_both_is_pointed_out() -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await states(piotr, Termin="22 maja, 10-12")
        await changes(maria, "Zmień", Termin="21 maja, 9-12")
        shown = words(await piotr.presses("Zatwierdzenie"))
        assert shown.endswith("Po naniesieniu zostanie wartość, która czeka na zatwierdzenie.")
        await piotr.presses("Nanieś")
        assert f"Termin: {THURSDAY} → piątek, 22 maja, godz. 10:00–12:00" in words(piotr.last)


async def test_hours_are_put_on_top_as_a_whole() -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await states(piotr, Termin="6 maja, 9-13")
        await changes(maria, "Zmień", Termin="21 maja, 9-12")
        await piotr.presses("Zatwierdzenie")
        await piotr.presses("Nanieś")
        assert f"Termin: {THURSDAY} → środa, 6 maja, godz. 9:00–13:00" in words(piotr.last)


async def test_who_comes_second_can_let_the_own_changes_go() -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await states(piotr, Termin="22 maja, 10-12")
        await changes(maria, "Zmień", Termin="21 maja, 9-12")
        await piotr.presses("Zatwierdzenie")
        assert words(await piotr.presses("Odrzuć zmianę")) == f"Odrzucono przygotowaną zmianę\n{BUDGET}"
        assert f"Kiedy: {THURSDAY}" in words(await piotr.writes("/szkolenia 1"))


async def test_a_change_prepared_before_a_cancellation_does_not_take_it_back() -> None:
    async with organised() as (town, maria):
        piotr = await coordinator(maria)
        await signed_up(town, "Anna")
        await states(piotr, Miejsce="Ratusz, Gdynia, sala 5")
        await calls_off(maria)
        assert "Stan: planowane → odwołane" in words(await piotr.presses("Zatwierdzenie"))
        assert "Nikt nie dostanie wiadomości." in words(await piotr.presses("Nanieś"))
        await piotr.presses("Zmień")
        shown = words(await piotr.writes("/szkolenia 1"))
        assert "odwołane" in shown
        assert "Gdynia, Ratusz, sala 5" in shown


async def test_an_import_meanwhile_counts_as_somebody_else() -> None:
    async with organised() as (town, maria):
        await states(maria, Miejsce="Ratusz, Gdynia, sala 5")
        await town.imports(programme_of(budget(start="2026-05-21T09:00", end="2026-05-21T12:00")))
        shown = words(await maria.presses("Zatwierdzenie"))
        assert shown.startswith("W międzyczasie ktoś zmienił to szkolenie\n")


async def test_a_cancellation_of_what_changed_meanwhile_shows_it_first() -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await piotr.writes("/odwolaj 1")
        await changes(maria, "Zmień", Termin="21 maja, 9-12")
        assert words(await piotr.presses("Odwołaj")) == (
            f"Nic nie zrobiono: szkolenie zmieniło się w międzyczasie\n{BUDGET}\n{THURSDAY}\n{HERE}"
        )
        assert "odwołane" not in words(await piotr.writes("/szkolenia 1"))


async def test_both_cancel_and_one_cancellation_is_made() -> None:
    async with organised() as (town, maria):
        piotr = await coordinator(maria)
        await signed_up(town, "Anna")
        for person in (maria, piotr):
            await person.writes("/odwolaj 1")
            await person.writes("Choroba osoby prowadzącej.")
        await maria.presses("powiadom")
        await piotr.presses("powiadom")
        assert toast(piotr) == "To szkolenie jest odwołane."
        assert words(await piotr.writes("/zmiany 1")).count("Odwołano") == 1
