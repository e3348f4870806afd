"""The name for the list: the one Telegram shows, another one typed, and what cannot be a name."""

from datetime import timedelta

import pytest

from tests.conversations.hearing import heard, labels, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.towns import signed_up, town_of

BAD_NAME = (
    "To nie wygląda na imię i nazwisko. Prosimy wpisać oba, od 2 do 60 liter, bez cyfr – na przykład Maria Wiśniewska."
)
UNKNOWN = "Ta wiadomość nie pasuje do żadnej z czynności."
DECLINED = "To pytanie wykracza poza szkolenia – tu można zapytać o ich terminy, miejsca, zapisy, koszty i program."
CLAUSE = "Administrator danych: Metropolia Nadmorska. Imię, nazwisko i urząd służą do zapisu"


async def test_another_name_can_be_typed_in_place_of_telegrams() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        question = words(await anna.presses("Zmień nazwisko"))
        assert question.split("\n")[:2] == [
            "Jak wpisać na listę?",
            "Z Telegrama: Anna Nowak. Można też wpisać imię i nazwisko w odpowiedzi na tę wiadomość.",
        ]
        assert labels(anna.last) == ["Tak, to nazwisko", "Nie teraz"]
        await anna.writes("  Maria   Kowalska-Nowak ")
        assert heard(anna)[-2].startswith(f"✅ Miejsce potwierdzone\n{BUDGET}\n")
        assert "Imię i nazwisko: Maria Kowalska-Nowak\n" in words(await anna.writes("/privacy"))


async def test_telegrams_name_can_be_kept_after_all() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        await anna.presses("Zmień nazwisko")
        await anna.presses("Tak, to nazwisko")
        assert heard(anna)[0].startswith(f"✅ Miejsce potwierdzone\n{BUDGET}\n")
        assert "Imię i nazwisko: Anna Nowak\n" in words(await anna.writes("/privacy"))


@pytest.mark.parametrize(
    "shown", [("Anna", ""), ("🌻", "🌻"), ("Anna", "123"), ("<b>Anna</b>", "Nowak"), ("x" * 60, "y")]
)
async def test_a_telegram_name_that_cannot_stand_on_a_list_is_asked_for(shown: tuple[str, str]) -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident(*shown)
        question = words(await anna.writes("/zapisz 1"))
        assert question.split("\n")[:4] == [
            "Trzymamy miejsce przez 15 minut",
            f"{BUDGET} – środa, 6 maja, godz. 9:00",
            "",
            "Do listy potrzebne są imię i nazwisko. Prosimy wpisać je w odpowiedzi.",
        ]
        assert CLAUSE in question
        assert labels(anna.last) == ["Nie teraz"]
        await anna.writes("Anna Nowak")
        assert heard(anna)[-2].startswith(f"✅ Miejsce potwierdzone\n{BUDGET}\n")


async def test_a_forged_confirmation_without_a_name_asks_for_it_under_the_clause() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna")
        await anna.starts()
        question = words(await anna.forges("h:1"))
        assert question.startswith("Jak wpisać na listę?\nProsimy wpisać imię i nazwisko")
        assert CLAUSE in question


@pytest.mark.parametrize(
    "typed",
    [
        "Anna",
        "Anna 2",
        "<b>Anna</b> Nowak",
        "Anna & Nowak",
        "A" * 30 + " " + "B" * 30,
        "Anna\u202eNowak",
        "http://example.org/a b",
        "🌻 🌻",
        ". .",
    ],
)
async def test_what_cannot_be_a_name_is_asked_for_again(typed: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        assert words(await anna.writes(typed)) == BAD_NAME
        await anna.writes("Anna Nowak")
        assert heard(anna)[-2].startswith("✅ Miejsce potwierdzone\n")


@pytest.mark.parametrize(
    "typed",
    [
        "A" * 29 + " " + "B" * 30,
        "Żaneta Źdźbło-Łęcka",
        "Jean-Luc d’Artagnan",
        "Óscar O'Hara",
        "Олена Коваль",
        "Nguyễn Văn Anh",
        "J. R. Nowak",
    ],
)
async def test_names_of_any_script_are_kept_as_typed(typed: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        await anna.writes(typed)
        assert f"Imię i nazwisko: {typed}\n" in words(await anna.writes("/privacy"))


async def test_after_not_now_no_name_is_waited_for() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        await anna.presses("Zmień nazwisko")
        await anna.presses("Nie teraz")
        assert words(await anna.writes("Maria Kowalska")) == DECLINED
        assert "Imię i nazwisko: nie podano\n" in words(await anna.writes("/privacy"))


async def test_after_the_confirmation_no_name_is_waited_for() -> None:
    async with town_of(training(seats=2), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 2)
        await anna.writes("/privacy")
        await anna.presses("Zmień nazwisko")
        await anna.writes("Maria Kowalska")
        assert words(anna.last) == "✅ Imię i nazwisko zapisane."
        assert words(await anna.writes("Ewa Lis")) == DECLINED
        assert "Imię i nazwisko: Maria Kowalska\n" in words(await anna.writes("/privacy"))


async def test_a_name_typed_after_the_hold_ran_out_signs_up_if_there_is_a_seat() -> None:
    async with town_of(training(seats=1)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        await town.passes(timedelta(minutes=20))
        await anna.writes("Anna Nowak")
        assert heard(anna)[-2].startswith("✅ Miejsce potwierdzone\n")


async def test_a_name_typed_after_the_seat_went_is_not_a_sign_up() -> None:
    async with town_of(training(seats=1)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        await town.passes(timedelta(minutes=20))
        await signed_up(town, "Ewa")
        assert words(await anna.writes("Anna Nowak")).startswith("Wszystkie miejsca są zajęte\n")


async def test_asking_for_a_name_ends_after_a_day() -> None:
    async with town_of(training(seats=1)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        await town.passes(timedelta(days=1))
        assert words(await anna.writes("Anna Nowak")) == DECLINED


async def test_two_answers_sent_at_once_are_taken_in_order() -> None:
    async with town_of(training(seats=1)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        anna.person.writes("Anna Nowak")
        anna.person.writes("Urząd Gminy Hel")
        await town.settle()
        assert words(anna.last) == "✅ Zapisano: Urząd Gminy Hel"
        privacy = words(await anna.writes("/privacy"))
        assert "Imię i nazwisko: Anna Nowak\nUrząd lub jednostka: Urząd Gminy Hel\n" in privacy


async def test_a_command_is_never_taken_for_a_name() -> None:
    async with town_of(training(seats=1)) as town:
        anna = town.resident("Anna")
        await anna.writes("/zapisz 1")
        assert words(await anna.writes("/moje")).startswith("Moje zapisy\n")
        assert words(await anna.writes("/nie ma")).startswith(UNKNOWN)
        await anna.writes("Anna Nowak")
        assert heard(anna)[-2].startswith("✅ Miejsce potwierdzone\n")
