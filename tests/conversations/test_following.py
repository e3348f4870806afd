"""Following a training that one signs up for elsewhere: reminders and changes, without a place on a list."""

from datetime import timedelta

import pytest

from tests.conversations.hearing import heard, labels, words
from tests.conversations.programmes import Json, programme_of, training
from tests.conversations.towns import at, town_of

FUNDS = training(
    "Fundusze",
    end="2026-05-06T11:00",
    signup_url="https://zapisy.example.org/x",
    place={"name": "Dom Morski", "city": "Sopot", "room": "2"},
    online_url="https://spotkania.example.org/fundusze",
)
WHEN = "Fundusze – środa, 6 maja, godz. 9:00"


async def test_following_and_ceasing_take_a_tap_each() -> None:
    async with town_of(FUNDS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        followed = await anna.presses("Przypomnij mi")
        assert words(followed) == (
            f"🔔 Przypomnimy o tym szkoleniu\n{WHEN}\n"
            "Zapis prowadzi organizator. Napiszemy też o zmianach. Dane osobowe: /privacy"
        )
        assert words(await anna.writes("/moje")) == (
            "Moje zapisy\n\n1. śr., 6 maja, 9:00 – Fundusze · 🔔 zapis u organizatora"
        )
        await anna.presses("1")
        assert "🔔 Przypomnimy o tym szkoleniu." in words(anna.last)
        assert labels(anna.last)[:2] == ["Formularz zapisów", "Nie przypominaj"]
        assert words(await anna.presses("Nie przypominaj")) == f"Nie będziemy przypominać o tym szkoleniu.\n{WHEN}"
        assert words(await anna.writes("/moje")).startswith("Nie ma jeszcze żadnych zapisów.")


async def test_following_twice_is_said_to_be_set_already() -> None:
    async with town_of(FUNDS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        for _ in range(2):
            anna.person.presses("Przypomnij mi")
        await town.settle()
        assert words(anna.last).startswith(f"🔔 To przypomnienie jest już ustawione\n{WHEN}\n")


async def test_a_follower_is_reminded_without_being_asked_to_come_and_without_the_link() -> None:
    async with town_of(FUNDS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        await anna.presses("Przypomnij mi")
        await town.until(at("2026-05-05T14:00"))
        assert (
            words(anna.last)
            == "🔔 Jutro szkolenie\nFundusze\nśroda, 6 maja, godz. 9:00–11:00\nSopot, Dom Morski, sala 2"
        )
        assert labels(anna.last) == ["Nie przypominaj", "Szczegóły", "Do kalendarza", "Ustawienia przypomnień"]
        await town.until(at("2026-05-06T08:00"))
        assert words(anna.last) == "🔔 Za godzinę: Fundusze\n9:00, Sopot, Dom Morski, sala 2"
        assert labels(anna.last) == ["Mapa", "Szczegóły", "Nie przypominaj"]


async def test_whoever_ceases_to_follow_hears_no_more() -> None:
    async with town_of(FUNDS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        await anna.presses("Przypomnij mi")
        await town.until(at("2026-05-05T14:00"))
        await anna.presses("Nie przypominaj")
        before = len(heard(anna))
        await town.passes(timedelta(days=3))
        assert len(heard(anna)) == before


async def test_a_follower_hears_of_a_new_date_and_of_a_cancellation() -> None:
    async with town_of(FUNDS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        await anna.presses("Przypomnij mi")
        moved = FUNDS | {"start": "2026-05-07T10:00", "end": "2026-05-07T12:00"}
        await town.imports(programme_of(moved))
        await town.passes(timedelta(minutes=10))
        assert words(anna.last) == (
            "⚠️ Zmiana terminu\nFundusze\n\n"
            "Było: środa, 6 maja, godz. 9:00–11:00\nJest: czwartek, 7 maja, godz. 10:00–12:00\n"
            "Miejsce bez zmian: Sopot, Dom Morski, sala 2\n\n"
            "Zapis prowadzi organizator; w razie pytań prosimy o kontakt z nim."
        )
        assert labels(anna.last) == ["Szczegóły", "Do kalendarza", "Nie przypominaj"]
        await town.imports(programme_of(moved | {"status": "cancelled"}))
        await town.settle()
        assert words(anna.last) == (
            "❌ Szkolenie odwołane\nFundusze – czwartek, 7 maja, godz. 10:00\n\n"
            "Nie będziemy już o nim przypominać. W sprawie zapisu prosimy o kontakt z organizatorem."
        )
        before = len(heard(anna))
        await town.passes(timedelta(days=12))
        assert len(heard(anna)) == before


async def test_a_new_link_is_not_told_to_followers() -> None:
    async with town_of(FUNDS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts("s1")
        await anna.presses("Przypomnij mi")
        before = len(heard(anna))
        await town.imports(programme_of(FUNDS | {"online_url": "https://spotkania.example.org/inny"}))
        await town.passes(timedelta(hours=1))
        assert len(heard(anna)) == before


@pytest.mark.parametrize(
    ("stated", "answer"),
    [
        ({"start": "2026-04-20T09:00", "end": None}, "To szkolenie już się zaczęło. Listy nie można zmienić."),
        ({"status": "cancelled"}, "To szkolenie jest odwołane."),
    ],
    ids=["past", "cancelled"],
)
async def test_no_reminder_is_promised_that_cannot_come(stated: Json, answer: str) -> None:
    async with town_of(FUNDS | stated) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        assert words(await anna.forges("f:1")).split("\n")[0] == answer


async def test_following_a_training_that_is_not_there_leads_to_the_list() -> None:
    async with town_of(FUNDS) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        for data in ("f:9", "fu:9"):
            assert words(await anna.forges(data)).startswith("Nie ma szkolenia o tym numerze.")
