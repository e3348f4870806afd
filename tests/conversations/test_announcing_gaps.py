"""Gaps filled for several drafts: whom an answer is for, also after one that could not be taken, and titles in turn."""

from tests.conversations.announcements import pasted
from tests.conversations.hearing import words
from tests.conversations.messages import organiser
from tests.conversations.programmes import training
from tests.conversations.towns import town_of

UNTITLED = "\n\n".join(f"Termin: {day} września 2026\nLiczba miejsc: 20" for day in (10, 14, 17))


def hours(preview: str) -> list[str]:
    """Return the rows of a preview that show an hour."""
    return [row.split(" – ")[0] for row in preview.split("\n") if ", 9:00 – " in row or ", 10:00 – " in row]


async def test_after_an_answer_for_some_that_cannot_be_taken_all_are_asked_about_again() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("Uzupełnij braki")
        asked = words(await ewa.writes("2: rano"))
        assert asked.startswith("Szkic 2: Tej odpowiedzi nie udało się odczytać.\n\nGodziny\nSzkice nr 1–5\n")
        await ewa.writes("9-12")
        assert len(hours(words(await ewa.presses("Wszystkie szkice")))) == 5


async def test_one_answer_may_tell_several_drafts_several_things() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("Uzupełnij braki")
        assert words(await ewa.writes("1, 3-4: 9-12\n2: 10-13; 5: 9:00–15:00")).startswith("✅ Zapisano: Godziny\n")
        assert hours(words(await ewa.presses("Wszystkie szkice"))) == [
            "1. śr., 09.09.2026, 9:00",
            "2. czw., 10.09.2026, 10:00",
            "3. pt., 11.09.2026, 9:00",
            "4. czw., 17.09.2026, 9:00",
            "5. czw., 24.09.2026, 9:00",
        ]


async def test_titles_are_asked_for_in_turn_each_under_its_day() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, UNTITLED)
        assert words(await ewa.presses("Uzupełnij braki")).startswith(
            "Tytuł\nSzkic nr 1: czwartek, 10 września 2026, godzina do potwierdzenia\n\nProsimy podać tytuł."
        )
        assert words(await ewa.writes("2: o prawie opcji")).startswith(
            "✅ Zapisano: Tytuł\n\nTytuł\nSzkic nr 2: poniedziałek, 14 września 2026"
        )
        await ewa.writes("Budżet od podstaw")
        assert words(await ewa.writes("CUW")).startswith("✅ Zapisano: Tytuł\n\nGodziny\nSzkice nr 1–3\n")
        preview = words(await ewa.presses("Wszystkie szkice"))
        assert "1. czw., 10.09.2026 – 2: o prawie opcji\n2. pon., 14.09.2026 – Budżet od podstaw\n" in preview


async def test_a_title_may_be_left_for_later() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, UNTITLED)
        await ewa.presses("Uzupełnij braki")
        assert words(await ewa.presses("Pomiń")).startswith("Godziny\nSzkice nr 1–3\n")
