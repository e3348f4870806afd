"""The institution: suggested, typed, skipped; and asked for first where eligibility or a limit depends on it."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import heard, labels, words
from tests.conversations.programmes import training
from tests.conversations.towns import signed_up, town_of

SUGGESTED = ["Urząd Gminy Pruszcz Gdański", "Urząd Miasta Gdyni", "Urząd Miasta Sopotu"]
REQUIRED = (
    "Który urząd lub jednostka?\n"
    "Od tego zależy, czy można się zapisać. Wystarczy kilka liter nazwy w odpowiedzi albo przycisk."
)
CLAUSE = "Administrator danych: Metropolia Nadmorska. Imię, nazwisko i urząd służą do zapisu"
MEMBERS = training("Dla członków", seats=5, eligibility={"who": "members"})
TWO_OF_EACH = training("Po dwie", seats=9, eligibility={"who": "all", "per_institution": 2})


async def confirmed(town: Town, name: str = "Anna") -> Resident:
    """Return somebody who has just confirmed a first sign-up and is asked for the institution."""
    person = town.resident(name, "Nowak")
    await person.writes("/zapisz 1")
    await person.presses("Potwierdzam zapis")
    return person


async def noted(person: Resident) -> str:
    """Return the institution that is stored of a person, as the person reads it."""
    lines = words(await person.writes("/privacy")).split("\n")
    return next(line for line in lines if line.startswith("Urząd lub jednostka")).partition(": ")[2]


async def test_the_institution_is_asked_for_after_the_seat_with_suggestions() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        assert words(anna.last).startswith("Który urząd lub jednostka?\nWystarczy kilka liter")
        assert labels(anna.last) == [*SUGGESTED, "Inna jednostka", "Pomiń"]
        assert words(await anna.presses("Urząd Miasta Gdyni")) == "✅ Zapisano: Urząd Miasta Gdyni"
        assert await noted(anna) == "Urząd Miasta Gdyni"


@pytest.mark.parametrize("typed", ["urząd miasta gdyni", "UM Gdynia", "gdynia", "  GDYNIA "])
async def test_a_known_name_is_recognised_by_any_of_its_forms(typed: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        assert words(await anna.writes(typed)) == "✅ Zapisano: Urząd Miasta Gdyni"


async def test_a_part_of_a_name_brings_suggestions() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        assert words(await anna.writes("miasta")) == "Czy chodzi o jedną z tych jednostek?\nWpisano: miasta"
        assert labels(anna.last) == ["Urząd Miasta Gdyni", "Urząd Miasta Sopotu", "Tak jak wpisano", "Pomiń"]
        assert words(await anna.presses("Urząd Miasta Sopotu")) == "✅ Zapisano: Urząd Miasta Sopotu"


async def test_what_was_typed_can_stand_as_it_is() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        await anna.writes("Miasta i my")
        assert words(anna.last) == "✅ Zapisano: Miasta i my"
        await anna.presses("Zmień urząd")
        await anna.writes("miast")
        assert words(await anna.presses("Tak jak wpisano")) == "✅ Zapisano: miast"


async def test_another_institution_can_be_typed_after_a_tap() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        assert words(await anna.presses("Inna jednostka")) == "Prosimy wpisać pełną nazwę urzędu lub jednostki."
        assert words(await anna.writes("<i>Urząd</i> Gminy & Miasta")) == "✅ Zapisano: <i>Urząd</i> Gminy & Miasta"
        assert await noted(anna) == "<i>Urząd</i> Gminy & Miasta"


@pytest.mark.parametrize("typed", ["!", "12", "..", "ą", "x" * 121])
async def test_what_cannot_be_an_institution_is_asked_for_again(typed: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        assert words(await anna.writes(typed)).startswith("To nie wygląda na nazwę urzędu. Prosimy wpisać od 2 do 120")
        assert words(await anna.writes("Gdynia")) == "✅ Zapisano: Urząd Miasta Gdyni"


async def test_the_institution_is_asked_for_once_and_may_be_skipped() -> None:
    async with town_of(training(seats=2), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await confirmed(town)
        assert words(await anna.presses("Pomiń")) == "Dobrze, bez nazwy urzędu."
        assert await noted(anna) == "nie podano"
        assert words(await anna.writes("/zapisz 2")).startswith("✅ Miejsce potwierdzone\nPodatki\n")
        assert len([text for text in heard(anna) if text.startswith("Który urząd")]) == 0


async def test_skipping_a_change_keeps_the_institution_and_says_so() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        await anna.presses("Urząd Miasta Gdyni")
        await anna.presses("Zmień urząd")
        assert words(await anna.presses("Pomiń")) == "✅ Zapisano: Urząd Miasta Gdyni"
        assert await noted(anna) == "Urząd Miasta Gdyni"


async def test_members_only_asks_for_the_institution_before_the_seat_under_the_clause() -> None:
    async with town_of(MEMBERS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        question = words(await anna.presses("Zapisz mnie"))
        assert question.startswith(REQUIRED)
        assert CLAUSE in question
        assert labels(anna.last) == [*SUGGESTED, "Inna jednostka", "Wstecz"]
        await anna.presses("Urząd Miasta Gdyni")
        assert heard(anna)[0] == "✅ Zapisano: Urząd Miasta Gdyni"
        assert words(anna.last).startswith("Trzymamy miejsce przez 15 minut\nDla członków")
        await anna.presses("Potwierdzam zapis")
        assert words(anna.last).startswith("✅ Miejsce potwierdzone\nDla członków\n")


async def test_the_question_for_the_institution_can_be_left_by_the_card() -> None:
    async with town_of(MEMBERS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert words(await anna.presses("Wstecz")).startswith("Dla członków\n")


@pytest.mark.parametrize("typed", ["UG Pruszcz Gdański", "Urząd Gminy Hel"])
async def test_somebody_else_than_a_member_is_refused_with_the_reason(typed: str) -> None:
    async with town_of(MEMBERS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert words(await anna.writes(typed)) == (
            "Zapisy są tylko dla osób z instytucji członkowskich.\nDla członków – środa, 6 maja, godz. 9:00"
        )
        assert labels(anna.last) == ["Zmień urząd", "Szczegóły", "Wszystkie terminy", "Menu"]
        await anna.presses("Zmień urząd")
        await anna.writes("Sopot")
        assert words(await anna.writes("/zapisz 1")).startswith("Trzymamy miejsce przez 15 minut\n")


async def test_a_refusal_names_whom_to_ask() -> None:
    contact = {"name": "Ewa Lisiecka", "phone": "58 000 00 01"}
    async with town_of(MEMBERS | {"contact": contact}) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert words(await anna.writes("Urząd Gminy Hel")).endswith("\nKontakt: Ewa Lisiecka, 58 000 00 01")


async def test_a_list_of_institutions_is_named_in_the_refusal() -> None:
    listed = training("Dla dwóch", seats=5, eligibility={"who": "list", "institutions": ["UG Hel", "UM Reda"]})
    async with town_of(listed) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        assert words(await anna.writes("Gdynia")) == (
            "Zapisy są tylko dla osób z tych instytucji: UG Hel, UM Reda.\nDla dwóch – środa, 6 maja, godz. 9:00"
        )
        ewa = town.resident("Ewa", "Lis")
        await ewa.writes("/zapisz 1")
        assert words(await ewa.writes("um reda")).startswith("Trzymamy miejsce przez 15 minut\n")


async def test_the_limit_of_an_institution_is_kept_and_named() -> None:
    async with town_of(TWO_OF_EACH, training("Inne", "2026-05-20T09:00")) as town:
        people = []
        for name in ("Anna", "Ewa", "Jan"):
            person = await signed_up(town, name, 2)
            await person.presses("Podaj urząd")
            await person.writes("Gdynia")
            people.append(person)
            await person.writes("/zapisz 1")
        assert [words(person.last).split("\n")[0] for person in people] == [
            "✅ Miejsce potwierdzone",
            "✅ Miejsce potwierdzone",
            "Z jednej instytucji mogą przyjść 2 osoby i te miejsca są zajęte.",
        ]
        await people[0].writes("/wypisz 1")
        await town.passes(timedelta(minutes=1))
        assert words(await people[2].writes("/zapisz 1")).startswith("✅ Miejsce potwierdzone\n")


async def test_a_picked_institution_that_is_not_there_is_stale() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await confirmed(town)
        assert words(await anna.forges("i:999:0")).startswith("Ten przycisk jest nieaktualny")
