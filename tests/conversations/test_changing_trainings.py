"""Changing a published training: seen as old beside new, counted, told once after ten minutes, undone in time."""

from datetime import timedelta

import pytest

from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.organised import HEADING, HERE, PLACE, TEN_MINUTES, budget, changes, organised, states
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.towns import queue_of, signed_up

MOVED = "środa, 20 maja, godz. 9:00–12:00"
TOO_LATE = "Wiadomość już wyszła albo szkolenie zmieniło się od tego czasu. Można wprowadzić następną zmianę."


async def test_an_organiser_manages_a_training_from_its_card() -> None:
    async with organised() as (town, maria):
        anna, *_ = await queue_of(town, "Anna", "Ewa", "Ola")
        assert "Zarządzaj" in labels(await maria.writes("/szkolenia 1"))
        assert "Zarządzaj" not in labels(await anna.writes("/szkolenia 1"))
        assert words(await maria.presses("Zarządzaj")) == (
            f"Szkolenie nr 1\n{BUDGET}\n{HEADING}\n{HERE}\n\nNa liście: 2 osoby, lista rezerwowa: 1 osoba"
        )
        assert labels(maria.last) == ["Zmień", "Odwołaj", "Kopiuj", "Seria", "Historia", "Karta", "Doręczenia", "Menu"]


async def test_a_change_is_told_to_two_people_with_old_and_new_after_ten_minutes() -> None:
    async with organised(budget(), training("RODO", "2026-05-20T09:00")) as (town, maria):
        anna, ewa = await signed_up(town, "Anna"), await signed_up(town, "Ewa", 1, 2)
        before = [len(heard(each)) for each in (anna, ewa)]
        await states(maria, Termin="20 maja, 9-12")
        assert words(await maria.presses("Zatwierdzenie")) == (
            f"Zmiana do zatwierdzenia\n{BUDGET}\n\nTermin: {HEADING} → {MOVED}\n\n"
            "Na liście: 2 osoby, lista rezerwowa: 0 osób\n1 osoba ma w tym czasie inne szkolenie.\n\n"
            "Wiadomość wyjdzie najwcześniej za 10 minut. Do tego czasu zmianę można cofnąć."
        )
        assert labels(maria.last) == ["Zmień i powiadom 2 osoby", "Zmień po cichu", "Wróć do poprawek", "Odrzuć zmianę"]
        assert words(await maria.presses("powiadom")) == (
            f"✅ Zmieniono\n{BUDGET}\n{MOVED}\n{HERE}\n\nWiadomość wyjdzie najwcześniej za 10 minut: 2 osoby."
        )
        await town.passes(TEN_MINUTES - timedelta(seconds=1))
        assert [len(heard(each)) for each in (anna, ewa)] == before
        await town.passes(timedelta(seconds=1))
        for person in (anna, ewa):
            assert words(person.last).startswith(f"⚠️ Zmiana terminu\n{BUDGET}\n\nByło: {HEADING}\nJest: {MOVED}\n")


async def test_a_silent_change_is_told_to_nobody_and_can_be_undone_until_the_next() -> None:
    async with organised() as (town, maria):
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        assert (await changes(maria, "cichu", Termin="20 maja, 9-12")).endswith("Bez wiadomości do osób z listy.")
        await town.passes(timedelta(days=1))
        assert words(await maria.presses("Cofnij")).startswith(f"✅ Cofnięto\n{BUDGET}\n{HEADING}\n")
        await town.passes(timedelta(days=1))
        assert len(heard(anna)) == before


async def test_a_change_undone_in_time_is_never_told() -> None:
    async with organised() as (town, maria):
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await changes(maria, Termin="20 maja, 9-12")
        await town.passes(timedelta(minutes=9))
        assert words(await maria.presses("Cofnij")).startswith(f"✅ Cofnięto\n{BUDGET}\n{HEADING}\n")
        await town.passes(timedelta(hours=1))
        assert len(heard(anna)) == before
        assert f"Kiedy: {HEADING}" in words(await anna.writes("/szkolenia 1"))


async def test_a_change_that_was_told_is_not_undone_but_changed_again() -> None:
    async with organised() as (town, maria):
        anna = await signed_up(town, "Anna")
        await changes(maria, Termin="20 maja, 9-12")
        await town.passes(TEN_MINUTES)
        assert words(await maria.presses("Cofnij")) == (
            f"Na cofnięcie jest za późno\n{BUDGET}\n{MOVED}\n{HERE}\n\n{TOO_LATE}"
        )
        assert labels(maria.last) == ["Zmień", "Zarządzaj", "Menu"]
        assert f"Kiedy: {MOVED}" in words(await anna.writes("/szkolenia 1"))


async def test_a_change_somebody_else_built_upon_is_not_undone() -> None:
    async with organised() as (town, maria):
        await changes(maria, "Zmień", Termin="20 maja, 9-12")
        await town.imports(programme_of(budget(start="2026-05-21T09:00", end="2026-05-21T12:00")))
        assert words(await maria.presses("Cofnij")).startswith(
            f"Na cofnięcie jest za późno\n{BUDGET}\nczwartek, 21 maja"
        )


async def test_undoing_twice_says_the_same() -> None:
    async with organised() as (_, maria):
        await changes(maria, "Zmień", Termin="20 maja, 9-12")
        undone = words(await maria.presses("Cofnij"))
        assert undone.startswith("✅ Cofnięto\n")
        acts = words(await maria.writes("/zmiany"))
        await maria.forges("xu:3")
        assert words(maria.last) == undone
        assert words(await maria.writes("/zmiany")) == acts


async def test_fewer_seats_than_are_taken_cost_nobody_a_seat() -> None:
    async with organised() as (town, maria):
        people = await queue_of(town, "Anna", "Ewa", "Ola")
        await states(maria, Liczba_miejsc="1")
        assert (
            "Liczba miejsc: 2 → 1\n\nNa liście: 2 osoby, lista rezerwowa: 1 osoba\n"
            "Miejsc będzie 1, a zajętych jest 2. Nikt nie traci miejsca. "
            "Nowe zapisy będą możliwe, gdy zajętych będzie mniej niż miejsc.\n\nNikt nie dostanie wiadomości."
        ) in words(await maria.presses("Zatwierdzenie"))
        assert labels(maria.last) == ["Zmień", "Wróć do poprawek", "Odrzuć zmianę"]
        await maria.presses("Zmień")
        for person, state in zip(people, ("miejsce", "miejsce", "lista rezerwowa"), strict=True):
            assert state in words(await person.writes("/moje"))


async def test_more_seats_are_offered_to_who_waits() -> None:
    async with organised(budget(seats=1)) as (town, maria):
        _, ewa = await queue_of(town, "Anna", "Ewa")
        await changes(maria, "Zmień", Liczba_miejsc="2")
        assert words(ewa.last).startswith(f"🎉 Zwolniło się miejsce!\n{BUDGET}\n")


async def test_a_text_alone_tells_nobody() -> None:
    async with organised() as (town, maria):
        await signed_up(town, "Anna")
        await states(maria, Cena="120 zł")
        assert words(await maria.presses("Zatwierdzenie")).split("\n")[3:] == [
            "Cena: nie podano → 120 zł",
            "",
            "Na liście: 1 osoba, lista rezerwowa: 0 osób",
            "",
            "Nikt nie dostanie wiadomości.",
        ]


async def test_a_new_link_is_counted_for_those_with_a_seat_alone() -> None:
    link = "https://spotkania.example.org/a"
    async with organised(budget(seats=1, mode="online", place=None, online_url=link)) as (town, maria):
        await queue_of(town, "Anna", "Ewa")
        await states(maria, Online="https://spotkania.example.org/b")
        await maria.presses("Zatwierdzenie")
        assert labels(maria.last)[0] == "Zmień i powiadom 1 osobę"


async def test_nothing_changed_is_said_and_a_prepared_change_is_dropped() -> None:
    async with organised() as (_, maria):
        await maria.writes("/zmien 1")
        assert words(await maria.presses("Zatwierdzenie")) == f"Na razie nic się nie zmienia\n{BUDGET}"
        await maria.forges("x:1")
        assert "Zmiana jest rozpoczęta" not in words(maria.last)
        await states(maria, Miejsce="Hala, Gdynia, sala 1")
        await maria.forges("x:1")
        assert "Zmiana jest rozpoczęta i czeka na zatwierdzenie." in words(maria.last)
        await maria.forges("xp:1")
        assert words(await maria.presses("Odrzuć zmianę")) == f"Odrzucono przygotowaną zmianę\n{BUDGET}"
        assert f"Gdzie: {HERE}" in words(await maria.writes("/szkolenia 1"))


async def test_a_long_place_is_shown_with_its_room() -> None:
    async with organised() as (_, maria):
        place = "Centrum Wiedzy Latarnia, ul. Długi Targ 39/40, Gdynia"
        await states(maria, Miejsce=place)
        await states(maria, Miejsce="sala 7")
        assert "Miejsce: Gdynia, Centrum Wiedzy Latarnia, ul. Długi Targ 39/40, sala 7\n" in words(maria.last)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"status": "cancelled"}, "❌ Szkolenie odwołane"),
        ({"start": "2026-04-20T09:00", "end": "2026-04-20T12:00"}, "To szkolenie już się odbyło."),
    ],
)
async def test_a_change_says_that_the_training_is_called_off_or_over(stated: Json, said: str) -> None:
    async with organised(budget(**stated)) as (_, maria):
        assert words(await maria.writes("/zmien 1")).startswith(f"Zmiana: {BUDGET}\n{said}\n\nTermin: ")


async def test_a_change_approved_twice_is_made_once() -> None:
    async with organised() as (town, maria):
        anna = await signed_up(town, "Anna")
        await states(maria, Termin="20 maja, 9-12")
        await maria.presses("Zatwierdzenie")
        for _ in range(2):
            maria.person.presses("powiadom")
        await town.settle()
        assert words(maria.last).startswith("✅ Zmieniono\n")
        assert toast(maria) == "Ta zmiana jest już wprowadzona albo odrzucona."
        before = len(heard(anna))
        await town.passes(TEN_MINUTES)
        assert len(heard(anna)) == before + 1


async def test_a_change_corrected_after_it_was_shown_is_shown_again() -> None:
    async with organised() as (_, maria):
        await states(maria, Termin="20 maja, 9-12")
        shown = await maria.presses("Zatwierdzenie")
        await states(maria, Termin="21 maja, 9-12")
        maria.person.presses_on(shown, "Zmień")
        await maria.town.settle()
        assert toast(maria) == "Coś się zmieniło w międzyczasie. To stan aktualny."
        assert f"Termin: {HEADING} → czwartek, 21 maja, godz. 9:00–12:00" in words(shown)


async def test_the_day_of_a_published_training_can_be_changed_but_not_emptied() -> None:
    async with organised() as (_, maria):
        await maria.writes("/zmien 1")
        await maria.presses("Termin")
        assert labels(maria.last) == ["Wróć do szkicu"]
        await maria.presses("Wróć do szkicu")
        await maria.presses("Miejsce")
        assert labels(maria.last) == ["Wyczyść pole", "Wróć do szkicu"]


async def test_without_a_number_the_training_is_chosen() -> None:
    async with organised(budget(), training("RODO", "2026-05-20T09:00")) as (_, maria):
        assert words(await maria.writes("/zmien")) == (
            f"Które szkolenie zmienić?\n\n1. śr., 6 maja, 9:00 – {BUDGET}\n2. śr., 20 maja, 9:00 – RODO\n\n"
            "Działa też polecenie z numerem szkolenia, na przykład: /zmien 12."
        )
        assert words(await maria.presses("2")).startswith("Zmiana: RODO\n")


@pytest.mark.parametrize("command", ["/zmien 99", "/odwolaj 99", "/zmiany 99", "/zmien 9999999999999999999"])
async def test_a_training_that_is_not_there_is_answered_kindly(command: str) -> None:
    async with organised() as (_, maria):
        assert words(await maria.writes(command)) == "Nie ma szkolenia o tym numerze. Numery są na kartach szkoleń."


async def test_changing_speaks_english() -> None:
    async with organised(budget(place=PLACE | {"city": None})) as (town, maria):
        await signed_up(town, "John", language="en")
        await maria.forges("pl:en")
        await maria.writes("/change 1")
        await maria.presses("Date")
        await maria.writes("20 May, 9-12")
        assert "Wednesday, 6 May, 9:00–12:00 → Wednesday, 20 May, 9:00–12:00" in words(await maria.forges("xp:1"))
        assert labels(maria.last) == ["Change and notify 1", "Change silently", "Keep correcting", "Discard changes"]


async def test_a_change_of_what_is_over_tells_nobody() -> None:
    async with organised(now="2026-05-06T08:00") as (town, maria):
        await signed_up(town, "Anna")
        await town.passes(timedelta(hours=5))
        await states(maria, Miejsce="Ratusz, Gdynia, sala 5")
        assert words(await maria.presses("Zatwierdzenie")).endswith("Nikt nie dostanie wiadomości.")
