"""What comes with a change and with a cancellation: calendar files, similar dates, news of a new date, honest words."""

from datetime import datetime, timedelta

import pytest

from tests.conversations.hearing import heard, labels, news, words
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.test_calendar_files import events, stated_as
from tests.conversations.test_changes import PLACE, budget, changes
from tests.conversations.towns import WARSAW, at, queue_of, signed_up, town_of

NEW_DATE = "Napiszcie o\N{NO-BREAK SPACE}nowym terminie"


@pytest.mark.parametrize(
    "stated",
    [{"start": "2026-05-06T08:00"}, {"place": PLACE | {"room": "3"}}, {"end": "2026-05-06T13:00"}],
    ids=["start", "place", "end"],
)
async def test_a_change_brings_the_updated_calendar_file_to_the_seated(stated: Json) -> None:
    async with town_of(budget()) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        [before] = events(await anna.presses("Do kalendarza"))
        await changes(town, anna, budget(**stated))
        [event] = events(anna.last)
        assert stated_as(event, "UID") == stated_as(before, "UID")
        assert int(stated_as(event, "SEQUENCE")) > int(stated_as(before, "SEQUENCE"))
        assert stated_as(event, "STATUS") == "CONFIRMED"
        assert event.start == datetime(2026, 5, 6, 8 if "start" in stated else 9, tzinfo=WARSAW)
        assert ewa.last.document is None
        assert "Do kalendarza" in labels(ewa.last)


async def test_a_new_link_is_in_the_calendar_file() -> None:
    online = {"mode": "online", "place": None}
    async with town_of(budget(**online, online_url="https://spotkania.example.org/a")) as town:
        anna = await signed_up(town, "Anna")
        await changes(town, anna, budget(**online, online_url="https://spotkania.example.org/b"))
        [event] = events(anna.last)
        assert "https://spotkania.example.org/b" in stated_as(event, "DESCRIPTION")


async def test_a_cancellation_brings_a_file_that_calls_it_off() -> None:
    async with town_of(budget()) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await town.imports(programme_of(budget(status="cancelled")))
        await town.settle()
        [event] = events(anna.last)
        assert stated_as(event, "STATUS") == "CANCELLED"
        assert ewa.last.document is None


async def test_the_change_is_answered_under_the_file() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await changes(town, anna, budget(start="2026-05-06T08:00"))
        assert words(await anna.presses("Pasuje, zostaję")).startswith("✅ Dziękujemy za odpowiedź. ")
        assert heard(anna)[-2].startswith("⚠️ Zmiana terminu\n")


async def test_a_hold_is_told_its_end_and_not_that_it_is_valid() -> None:
    async with town_of(budget()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        [notice] = await changes(town, anna, budget(start="2026-05-06T08:00"))
        assert notice.endswith("\n\nTrzymamy miejsce dziś do 8:15. Prosimy potwierdzić zapis.")
        assert labels(anna.last) == ["Potwierdzam zapis", "Nie teraz", "Szczegóły"]


async def test_an_offer_is_told_until_when_it_stands() -> None:
    async with town_of(budget()) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=61))
        [notice] = await changes(town, ewa, budget(start="2026-05-06T08:00"))
        assert notice.endswith("\n\nProponowane miejsce czeka do jutra do 8:01.")
        assert labels(ewa.last)[:2] == ["Biorę miejsce", "Nie skorzystam"]


@pytest.mark.parametrize("between", [{"start": "2026-05-08T10:00", "end": None}, {"status": "moved"}, {"place": None}])
async def test_there_and_back_within_ten_minutes_is_not_told(between: Json) -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        other = budget(start="2026-05-07T10:00", end=None)
        assert await changes(town, anna, budget(**between), other, budget(**between), budget()) == []
        await town.until(at("2026-05-05T14:00"))
        assert words(anna.last).startswith("🔔 Jutro szkolenie\n")


async def test_put_off_without_a_new_date_is_told_and_reminds_nobody() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        assert await changes(town, anna, budget(status="moved")) == [
            (
                f"⚠️ Zmiana terminu\n{BUDGET}\n\nDotychczas: środa, 6 maja, godz. 9:00–12:00\n"
                "Nowy termin: do ustalenia. Napiszemy, gdy będzie znany.\n"
                "Miejsce bez zmian: Sopot, Dom Morski, sala 2\n\nZapis pozostaje ważny."
            )
        ]
        assert labels(anna.last) == ["Rezygnuję", "Szczegóły"]
        before = len(heard(anna))
        await town.until(at("2026-05-05T20:00"))
        assert news(anna, before) == []


async def test_the_new_date_of_what_was_put_off_is_told() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await changes(town, anna, budget(status="moved"))
        [notice] = await changes(town, anna, budget(status="moved", start="2026-05-13T09:00", end=None))
        assert "Było: środa, 6 maja, godz. 9:00–12:00\nJest: środa, 13 maja, godz. 9:00\n" in notice
        await town.until(at("2026-05-12T14:00"))
        assert words(anna.last).startswith("🔔 Jutro szkolenie\n")


async def test_put_off_and_then_not_is_told_and_reminds_again() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await changes(town, anna, budget(status="moved"))
        [notice] = await changes(town, anna, budget())
        assert notice.startswith(f"✅ Termin jednak bez zmian\n{BUDGET}\n\nTermin bez zmian: środa, 6 maja")
        await town.until(at("2026-05-05T14:00"))
        assert words(anna.last).startswith("🔔 Jutro szkolenie\n")


async def test_moved_to_another_date_is_a_change_of_the_date() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        [notice] = await changes(town, anna, budget(status="moved", start="2026-05-07T10:00", end=None))
        assert "\nJest: czwartek, 7 maja, godz. 10:00\n" in notice


async def test_called_off_in_silence_and_back_tells_nobody_what_they_never_heard() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await town.imports(programme_of(budget(status="cancelled")), silent=True)
        await town.passes(timedelta(hours=1))
        await town.imports(programme_of(budget()))
        await town.passes(timedelta(hours=5))
        assert news(anna, before) == []
        await town.until(at("2026-05-05T14:00"))
        assert words(anna.last).startswith("🔔 Jutro szkolenie\n")


async def test_back_in_silence_is_told_with_the_next_change() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(budget(status="cancelled")))
        await town.passes(timedelta(hours=1))
        before = len(heard(anna))
        await town.imports(programme_of(budget()), silent=True)
        await town.passes(timedelta(hours=1))
        assert news(anna, before) == []
        [notice] = await changes(town, anna, budget(place=PLACE | {"room": "3"}))
        assert notice.startswith("✅ Szkolenie jednak się odbędzie\n")
        assert "\nJest: Sopot, Dom Morski, sala 3\n" in notice
        [notice] = await changes(town, anna, budget())
        assert notice.startswith("⚠️ Zmiana miejsca\n")


async def test_a_newcomer_does_not_hear_that_it_takes_place_after_all() -> None:
    async with town_of(budget(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(budget(seats=2, status="cancelled")))
        await town.passes(timedelta(hours=1))
        await town.imports(programme_of(budget(capacity=2)), silent=True)
        ewa = await signed_up(town, "Ewa")
        [notice] = await changes(town, ewa, budget(capacity=2, place=PLACE | {"room": "3"}))
        assert notice.startswith("⚠️ Zmiana miejsca\n")
        assert words(anna.last).startswith("✅ Szkolenie jednak się odbędzie\n")


async def test_called_off_again_before_it_was_told_otherwise_is_not_told_again() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(budget(status="cancelled")))
        await town.passes(timedelta(hours=1))
        assert await changes(town, anna, budget(), budget(status="cancelled")) == []


async def test_a_change_not_yet_told_survives_a_cancellation_taken_back_unheard() -> None:
    async with town_of(budget(), now="2026-04-27T21:00") as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        room = budget(place=PLACE | {"room": "3"})
        for version in (room, room | {"status": "cancelled"}, room):
            await town.imports(programme_of(version))
            await town.passes(timedelta(minutes=1))
        await town.until(at("2026-04-29T08:00"))
        [notice] = news(anna, before)
        assert "\nByło: Sopot, Dom Morski, sala 2\nJest: Sopot, Dom Morski, sala 3\n" in notice


async def test_what_changed_before_a_cancellation_is_told_when_it_is_taken_back() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        room = budget(place=PLACE | {"room": "3"})
        await town.imports(programme_of(room))
        await town.imports(programme_of(room | {"status": "cancelled"}))
        await town.passes(timedelta(hours=1))
        [notice] = await changes(town, anna, room)
        assert notice.startswith("✅ Szkolenie jednak się odbędzie\n")
        assert "\nByło: Sopot, Dom Morski, sala 2\nJest: Sopot, Dom Morski, sala 3\n" in notice


async def test_similar_dates_of_what_was_called_off_are_those_of_its_topics() -> None:
    others = [
        training("Inna nazwa", "2026-05-12T09:00", topics=["FINANSE"], seats=1),
        training(f"{BUDGET} od zera", "2026-05-11T09:00", topics=["Prawo"]),
    ]
    async with town_of(budget(topics=["Finanse"]), *others) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(budget(topics=["Finanse"], status="cancelled")))
        await town.settle()
        assert words(await anna.presses("Podobne terminy")) == (
            "Podobne terminy\n\n2. wt., 12 maja, 9:00 – Inna nazwa · 1 miejsce"
        )
        assert labels(anna.last) == ["2", "Napiszcie o nowym terminie", "Szczegóły", "Wszystkie terminy", "Menu"]
        assert words(await anna.presses("2")).startswith("Inna nazwa\n")


async def test_news_of_a_new_date_is_news_of_its_topics() -> None:
    async with town_of(budget(topics=["Finanse"])) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(budget(topics=["Finanse"], status="cancelled")))
        await town.settle()
        assert words(await anna.presses(NEW_DATE)) == (
            "Piszemy o nowych szkoleniach na tematy: Finanse\nOd razu, w dni robocze między 8:00 a 19:00.\n\n"
            "O nowym terminie tego szkolenia też napiszemy."
        )
        before = len(heard(anna))
        again = training("Budżet raz jeszcze", "2026-06-02T09:00", topics=["finanse"])
        await town.imports(programme_of(again, training("Inne", "2026-06-02T09:00")))
        await town.settle()
        assert [text.split("\n")[:2] for text in news(anna, before)] == [["Nowe szkolenie", "Budżet raz jeszcze"]]


async def test_news_of_a_new_date_without_topics_is_news_of_all() -> None:
    async with town_of(budget()) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(budget(status="cancelled")))
        await town.settle()
        assert words(await anna.presses(NEW_DATE)).startswith("Piszemy o wszystkich nowych szkoleniach.\n")
        assert "✅ Wszystkie nowe" in labels(await anna.presses("Ustawienia wiadomości"))


async def test_followers_hear_of_the_cancellation_without_a_file() -> None:
    form = budget(signup_url="https://zapisy.example.org/x")
    async with town_of(form) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        await anna.forges("f:1")
        await town.imports(programme_of(form | {"status": "cancelled"}))
        await town.settle()
        assert words(anna.last).endswith(
            "Nie będziemy już o nim przypominać. W sprawie zapisu prosimy o kontakt z organizatorem."
        )
        assert anna.last.document is None
        assert labels(anna.last)[:2] == ["Podobne terminy", "Napiszcie o nowym terminie"]
