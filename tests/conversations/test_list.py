"""The list of what is coming up: its pages, its filters, and pages pressed long after they were shown."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import labels, words
from tests.conversations.programmes import training
from tests.conversations.towns import at, town_of

FIRST_PAGE = """Najbliższe szkolenia
8 terminów

2. czw., 30 kwietnia, 10:00 – Ochrona danych w sekretariacie · 7 miejsc
3. pon., 4 maja, 9:00 – Zamówienia publiczne: opis przedmiotu zamówienia bez błędów · 18 miejsc
4. wt., 5 maja, 12:00 – Cyberbezpieczeństwo na co dzień: jak rozpoznać fałszywą wiadomość · 64 miejsca
5. śr., 6 maja, 9:00 – Trudne rozmowy z mieszkańcami · 1 miejsce
6. czw., 7 maja – Plan ogólny gminy krok po kroku · 15 miejsc"""
SECOND_PAGE = """Najbliższe szkolenia
8 terminów

7. wt., 12 maja, 10:00 – Kryzys w mediach społecznościowych: pierwsza doba · tylko dla członków · 9 miejsc
8. śr.–czw., 20–21 maja – Kongres Urząd Jutra · 85 miejsc
9. śr., 27 maja, 11:00 – Fundusze europejskie: nabór na zieleń w gminach · zapisy u organizatora"""
FILTERS = ["Temat", "Miesiąc", "Miejsce", "Tylko wolne"]


def numbered(text: str) -> list[str]:
    """Return the titles of a list's page."""
    return [line.partition(" – ")[2].partition(" · ")[0] for line in text.split("\n")[3:]]


@pytest.mark.parametrize("command", ["/szkolenia", "/trainings", "/szkolenia co jest w maju?"])
async def test_the_list_shows_five_a_page_the_next_first(anna: Resident, command: str) -> None:
    page = await anna.writes(command)
    assert words(page) == FIRST_PAGE
    assert labels(page) == ["2", "3", "4", "5", "6", *FILTERS, "Dalej", "Menu"]


async def test_pages_turn_in_place(anna: Resident) -> None:
    page = await anna.writes("/szkolenia")
    assert words(await anna.presses("Dalej")) == SECOND_PAGE
    assert labels(anna.last) == ["7", "8", "9", *FILTERS, "Wcześniej", "Menu"]
    assert words(await anna.presses("Wcześniej")) == FIRST_PAGE
    assert anna.last is page


async def test_a_number_opens_its_card_and_the_list_is_one_tap_away(anna: Resident) -> None:
    await anna.writes("/szkolenia")
    assert words(await anna.presses("5")).startswith("Trudne rozmowy z mieszkańcami\n")
    assert words(await anna.presses("Wszystkie terminy")) == FIRST_PAGE


@pytest.mark.parametrize("number", ["5", "05"])
async def test_the_command_with_a_number_opens_the_card(anna: Resident, number: str) -> None:
    assert words(await anna.writes(f"/szkolenia {number}")).startswith("Trudne rozmowy z mieszkańcami\n")


@pytest.mark.parametrize("command", ["/szkolenia", "/zapisz", "/wypisz"])
@pytest.mark.parametrize("number", ["0", "99", "9" * 15, "9" * 16, "9" * 3000])
async def test_the_number_of_no_training_is_answered(anna: Resident, command: str, number: str) -> None:
    answer = await anna.writes(f"{command} {number}")
    assert words(answer) == "Nie ma szkolenia o tym numerze. Numery są na kartach szkoleń."


async def test_a_page_pressed_a_week_later_shows_what_is_on_it_now(town: Town, anna: Resident) -> None:
    page = await anna.writes("/szkolenia")
    await town.passes(timedelta(days=8))
    anna.person.presses_on(page, "Dalej")
    await town.settle()
    assert words(anna.last) == (
        "Najbliższe szkolenia\n6 terminów · maj 2026\n\n"
        "9. śr., 27 maja, 11:00 – Fundusze europejskie: nabór na zieleń w gminach · zapisy u organizatora"
    )


async def test_a_page_beyond_the_end_is_the_last_one(town: Town, anna: Resident) -> None:
    page = await anna.writes("/szkolenia")
    await town.passes(timedelta(days=20))
    anna.person.presses_on(page, "Dalej")
    await town.settle()
    assert numbered(words(anna.last)) == [
        "Kongres Urząd Jutra",
        "Fundusze europejskie: nabór na zieleń w gminach",
    ]
    assert words(await anna.forges("l:999999:::::")) == words(await anna.forges("l:0:::::"))


async def test_a_number_pressed_after_the_training_opens_its_card_still(town: Town, anna: Resident) -> None:
    await anna.writes("/szkolenia")
    await town.passes(timedelta(days=30))
    assert "To szkolenie już się odbyło." in words(await anna.presses("4"))


async def test_the_topic_filters_and_unfilters(anna: Resident) -> None:
    await anna.writes("/szkolenia")
    topics = await anna.presses("Temat")
    assert words(topics) == "Temat\nKtóre szkolenia pokazać?"
    assert labels(topics)[:3] == ["komunikacja (3)", "cyberbezpieczeństwo (2)", "ochrona danych (1)"]
    filtered = await anna.presses("komunikacja (3)")
    assert words(filtered) == (
        "Najbliższe szkolenia\n3 terminy · maj 2026 · komunikacja\n\n"
        "5. śr., 6 maja, 9:00 – Trudne rozmowy z mieszkańcami · 1 miejsce\n"
        "7. wt., 12 maja, 10:00 – Kryzys w mediach społecznościowych: pierwsza doba · tylko dla członków · 9 miejsc\n"
        "8. śr.–czw., 20–21 maja – Kongres Urząd Jutra · 85 miejsc"
    )
    assert words(await anna.presses("✅ komunikacja")) == FIRST_PAGE


async def test_the_month_filters(anna: Resident) -> None:
    await anna.writes("/szkolenia")
    assert labels(await anna.presses("Miesiąc")) == ["kwiecień 2026 (1)", "maj 2026 (7)", "Wstecz"]
    filtered = await anna.presses("kwiecień 2026 (1)")
    assert words(filtered) == (
        "Najbliższe szkolenia\n1 termin · kwiecień 2026\n\n"
        "2. czw., 30 kwietnia, 10:00 – Ochrona danych w sekretariacie · 7 miejsc"
    )


async def test_the_place_filters(anna: Resident) -> None:
    await anna.writes("/szkolenia")
    places = ["Gdynia (3)", "Sopot (2)", "Puck (2)", "online (1)", "Wstecz"]
    assert labels(await anna.presses("Miejsce")) == places
    assert numbered(words(await anna.presses("Puck (2)"))) == [
        "Plan ogólny gminy krok po kroku",
        "Fundusze europejskie: nabór na zieleń w gminach",
    ]


async def test_online_is_a_place(anna: Resident) -> None:
    await anna.writes("/szkolenia")
    await anna.presses("Miejsce")
    filtered = await anna.presses("online (1)")
    assert numbered(words(filtered)) == ["Cyberbezpieczeństwo na co dzień: jak rozpoznać fałszywą wiadomość"]
    assert "✅ online" in labels(filtered)


async def test_going_back_from_a_choice_changes_nothing(anna: Resident) -> None:
    await anna.writes("/szkolenia")
    await anna.presses("Miejsce")
    assert words(await anna.presses("Wstecz")) == FIRST_PAGE


async def test_free_seats_alone_are_shown_on_demand() -> None:
    trainings = (
        training("Wolne", seats=2),
        training("Pełne", seats=0),
        training("Zamknięte", seats=2, signup_deadline="2026-04-20"),
        training("Odwołane", seats=2, status="cancelled"),
    )
    async with town_of(*trainings) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/szkolenia")
        filtered = await anna.presses("Tylko wolne")
        assert words(filtered) == (
            "Najbliższe szkolenia\n1 termin · maj 2026 · tylko wolne\n\n1. śr., 6 maja, 9:00 – Wolne · 2 miejsca"
        )
        assert len(numbered(words(await anna.presses("✅ Tylko wolne")))) == 4


async def test_filters_are_kept_together(anna: Resident) -> None:
    await anna.writes("/szkolenia")
    for press in ("Miesiąc", "maj 2026 (7)", "Miejsce", "Gdynia (3)", "Temat", "cyberbezpieczeństwo (1)"):
        await anna.presses(press)
    assert words(await anna.presses("Tylko wolne")) == (
        "Najbliższe szkolenia\n1 termin · cyberbezpieczeństwo · maj 2026 · Gdynia · tylko wolne\n\n"
        "8. śr.–czw., 20–21 maja – Kongres Urząd Jutra · 85 miejsc"
    )


async def test_filters_that_leave_nothing_are_cleared_by_a_tap(town: Town, anna: Resident) -> None:
    await anna.writes("/szkolenia")
    await anna.presses("Miesiąc")
    page = await anna.presses("kwiecień 2026 (1)")
    await town.until(at("2026-05-04T08:00"))
    anna.person.presses_on(page, "Tylko wolne")
    await town.settle()
    assert words(anna.last) == (
        "Najbliższe szkolenia\nżaden termin nie pasuje do filtrów · kwiecień 2026 · tylko wolne"
    )
    assert numbered(words(await anna.presses("Wyczyść filtry")))[0].startswith("Zamówienia publiczne")


async def test_a_list_without_trainings_says_so() -> None:
    async with town_of() as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/szkolenia")) == (
            "Na razie brak nowych terminów\nNowe szkolenia pojawią się tutaj.\n"
            "Możemy o nich napisać. Wybór zapisujemy przy koncie w Telegramie: /privacy"
        )
        assert labels(anna.last) == ["Powiadamiaj o nowych", "Wybierz tematy", "Menu"]


async def test_today_comes_first_and_what_runs_says_so() -> None:
    trainings = (
        training("Jutro", "2026-04-28"),
        training("Trwa", "2026-04-27T07:00", end="2026-04-27T12:00"),
        training("Wieczorem", "2026-04-27T17:00"),
        training("Trzydniowe", "2026-04-26", end="2026-04-28"),
    )
    async with town_of(*trainings) as town:
        text = words(await town.resident("Anna", "Nowak").writes("/szkolenia"))
        assert text.split("\n")[3:] == [
            "4. dziś, do 28 kwietnia – Trzydniowe · trwa",
            "2. dziś, 7:00 – Trwa · trwa",
            "3. dziś, 17:00 – Wieczorem · zapisy otwarte",
            "1. jutro – Jutro · zapisy otwarte",
        ]


async def test_the_list_speaks_english(town: Town) -> None:
    john = town.resident("John", "Smith", language="en")
    page = await john.writes("/trainings")
    assert words(page).split("\n")[:4] == [
        "Upcoming trainings",
        "8 dates",
        "",
        "2. Thu 30 Apr, 10:00 – Ochrona danych w sekretariacie · 7 seats",
    ]
    assert labels(page) == ["2", "3", "4", "5", "6", "Topic", "Month", "Place", "Free seats only", "Next", "Menu"]
