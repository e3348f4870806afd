"""What organisers move to another hour or send now: to whom it was shown, once, as far as quiet time allows."""

import pytest

from domain.announced import Deed
from tests.conversations.forecasts import opened, reminded, unasked
from tests.conversations.hearing import heard, labels, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import programme_of, training
from tests.conversations.test_forecast_held import CHANGED, DAY, GONE, HOUR, deeds
from tests.conversations.test_news import subscribed
from tests.conversations.towns import at, signed_up, town_of

TOO_LATE = "O tej godzinie będzie za późno, więc nic nie zmieniono. Prosimy o wcześniejszą."


async def test_a_reminder_moved_by_a_button_comes_then_and_not_before() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        said = words(await olga.presses("Inna godzina"))
        assert said.startswith("Na kiedy przenieść?\n")
        assert "Ostatnia chwila: w środę, 6 maja, o 9:00." in said
        assert labels(olga.last) == ["pon., 04.05.2026, 14:00", "Wstecz", "Co wyjdzie", "Menu"]
        assert words(await olga.presses("pon., 04.05")).startswith("✅ Przeniesiono.\n\nPrzypomnienie dzień wcześniej")
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == ["04.05 14:00", HOUR]
        assert await deeds(olga) == [(Deed.MOVED, None)]
        said = words(await olga.writes("/zmiany"))
        assert "Przeniesiono wiadomości · przypomnienie dzień wcześniej · w poniedziałek, 4 maja, o 14:00" in said


async def test_no_day_off_is_offered() -> None:
    async with town_of(training(start="2026-05-05T09:00", end=None)) as town:
        await signed_up(town, "Anna")
        olga = await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        assert labels(olga.last) == ["czw., 30.04.2026, 14:00", "Wstecz", "Co wyjdzie", "Menu"]


async def test_a_reminder_can_be_moved_to_a_typed_hour() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        said = words(await olga.writes("kiedyś"))
        assert said.startswith("Tej odpowiedzi nie udało się odczytać.\n\nNa kiedy przenieść?\n")
        assert labels(olga.last)[-3:] == ["Wstecz", "Co wyjdzie", "Menu"]
        assert words(await olga.writes("5 maja 17:30")).startswith("✅ Przeniesiono.")
        ewa = await signed_up(town, "Ewa")
        told = "Przypomnienie dzień wcześniej: ⏳ przyjdzie we wtorek, 5 maja, o 17:30: organizator wyznaczył tę porę"
        assert told in words(await anna.writes("/dlaczego 1"))
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == unasked(ewa) == ["05.05 17:30", HOUR]


@pytest.mark.parametrize("hour", ["6 maja 9:00", "7 maja 8:00"])
async def test_a_reminder_is_not_moved_beyond_its_use(hour: str) -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        assert words(await olga.writes(hour)).startswith(f"{TOO_LATE}\n\nPrzypomnienie dzień wcześniej")
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == [DAY, HOUR]


async def test_a_button_with_an_hour_that_has_passed_moves_nothing() -> None:
    async with town_of(training()) as town:
        await signed_up(town, "Anna")
        olga = await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        await town.until(at("2026-05-04T15:00"))
        said = words(await olga.presses("pon., 04.05"))
        assert said.startswith("Ta godzina już minęła, więc nic nie zmieniono.")
        assert await deeds(olga) == []


async def test_who_signs_up_after_a_moved_reminder_went_out_gets_it_at_the_usual_time() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        await olga.writes("jutro 10:00")
        await town.until(at("2026-04-28T12:00"))
        ewa = await signed_up(town, "Ewa")
        await town.until(at("2026-05-06T12:00"))
        assert (unasked(anna), unasked(ewa)) == (["28.04 10:00", HOUR], [DAY, HOUR])


async def test_a_move_is_forgotten_with_another_date_of_the_training() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        await olga.writes("4 maja 10:00")
        await town.imports(programme_of(training(start="2026-05-14T09:00")), silent=True)
        await town.until(at("2026-05-14T12:00"))
        assert unasked(anna) == ["13.05 14:00", "14.05 08:00"]


async def test_a_moved_reminder_can_be_held_and_let_go_after_its_hour() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        await olga.writes("4 maja 10:00")
        await olga.presses("Wstrzymaj")
        await town.until(at("2026-05-04T12:00"))
        assert unasked(anna) == []
        await opened(olga)
        await olga.presses("Wznów")
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == ["04.05 12:00", HOUR]


async def test_of_two_organisers_who_move_the_second_is_shown_what_the_first_did() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        olga, jan = await organiser(town), await organiser(town, "Jan")
        for person in (olga, jan):
            await opened(person)
            await person.presses("Inna godzina")
        await olga.writes("4 maja 10:00")
        assert words(await jan.writes("4 maja 11:00")).startswith(f"{CHANGED}\n\nPrzypomnienie dzień wcześniej")
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == ["04.05 10:00", HOUR]


async def test_sent_now_goes_to_as_many_as_the_button_says_at_once() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        said = words(await olga.presses("Wyślij teraz"))
        assert "Kto ma ciszę lub dzień wolny, dostanie wiadomość w najbliższej dozwolonej chwili." in said
        assert labels(olga.last) == ["Wyślij do 1 osoby", "Wstecz"]
        await olga.presses("Wyślij do")
        assert words(olga.last).startswith("✅ Wysyłka ruszyła.")
        assert unasked(anna) == ["27.04 08:00"]
        assert "🔔 Szkolenie w środę, 6 maja" in words(anna.last)
        minute = int(at("2026-05-05T14:00").timestamp()) // 60
        assert words(await olga.forges(f"fm:reminder_day:1:{minute}::1")) == GONE
        ewa = await signed_up(town, "Ewa")
        await town.until(at("2026-05-06T12:00"))
        assert (unasked(anna), unasked(ewa)) == (["27.04 08:00", HOUR], [DAY, HOUR])


async def test_another_number_of_people_sends_nothing() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Wyślij teraz")
        ewa = await signed_up(town, "Ewa")
        assert words(await olga.presses("Wyślij do")).startswith(f"{CHANGED}\n\nPrzypomnienie dzień wcześniej")
        assert "2 osoby" in words(olga.last)
        assert unasked(anna) == unasked(ewa) == []
        await olga.presses("Wyślij teraz")
        await olga.presses("Wyślij do")
        assert unasked(anna) == unasked(ewa) == ["27.04 08:00"]


async def test_sent_now_waits_for_the_end_of_quiet_time() -> None:
    async with town_of(training(capacity=9), now="2026-05-04T08:30") as town:
        people = await reminded(town, 3, 1)
        olga = await organiser(town)
        await opened(olga)
        await olga.presses("Wyślij teraz")
        said = words(await olga.presses("Wyślij do"))
        assert said.startswith("✅ Wysyłka ruszyła. Kto ma ciszę, dostanie wiadomość później.")
        assert "Pierwsze dziś o 8:30, ostatnie dziś o 10:00" in said
        await town.until(at("2026-05-04T09:59"))
        assert [unasked(each) for each in people] == [["04.05 08:30"], ["04.05 08:30"], []]
        await town.until(at("2026-05-04T12:00"))
        assert unasked(people[2]) == ["04.05 10:00"]


async def test_a_held_reminder_can_be_sent_now() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Wstrzymaj")
        await olga.presses("Wyślij teraz")
        await olga.presses("Wyślij do")
        assert unasked(anna) == ["27.04 08:00"]
        assert [deed for deed, _ in await deeds(olga)] == [Deed.HASTENED, Deed.HELD]


async def test_news_can_be_moved_to_another_day() -> None:
    async with town_of(training(), now="2026-04-30T19:05") as town:
        anna, olga = await subscribed(town, "Anna", "Wszystkie nowe"), await organiser(town)
        await town.imports(programme_of(training("Archiwum", "2026-05-20T09:00")))
        await opened(olga)
        await olga.presses("Inna godzina")
        assert "Wyjdzie we wtorek o 11:00" in words(await olga.writes("5 maja 11:00"))
        before = len(heard(anna))
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == ["05.05 11:00"]
        assert len(heard(anna)) == before + 1


async def test_news_sent_now_in_the_evening_wait_for_the_hours_of_news() -> None:
    async with town_of(training(), now="2026-04-30T19:05") as town:
        anna, olga = await subscribed(town, "Anna", "Wszystkie nowe"), await organiser(town)
        await town.imports(programme_of(training("Archiwum", "2026-05-20T09:00")))
        await opened(olga)
        said = words(await olga.presses("Wyślij teraz"))
        assert said.endswith("Wiadomości o nowych szkoleniach wychodzą w dni robocze od 8:00 do 19:00.")
        assert "Wyjdzie w poniedziałek o 8:00" in words(await olga.presses("Wyślij do"))
        await town.until(at("2026-05-04T12:00"))
        assert unasked(anna) == ["04.05 08:00"]


async def test_nothing_is_told_of_news_of_what_was_called_off() -> None:
    async with town_of(training(), now="2026-04-30T19:05") as town:
        await subscribed(town, "Anna", "Wszystkie nowe")
        olga = await organiser(town)
        await town.imports(programme_of(training("Archiwum", "2026-05-20T09:00")))
        await opened(olga)
        await town.imports(programme_of(training("Archiwum", "2026-05-20T09:00", status="cancelled")))
        assert words(await olga.presses("Wstrzymaj")) == GONE
        assert "Archiwum" not in words(await olga.writes("/prognoza"))


async def test_an_hour_is_waited_for_no_longer_once_something_else_is_looked_at() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Inna godzina")
        await olga.presses("Co wyjdzie")
        await olga.writes("jutro 10:00")
        await town.until(at("2026-05-06T12:00"))
        assert unasked(anna) == [DAY, HOUR]


async def test_a_reminder_under_another_date_is_not_sent_by_an_old_button() -> None:
    async with town_of(training()) as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await opened(olga)
        await olga.presses("Wyślij teraz")
        await town.imports(programme_of(training(start="2026-05-14T09:00")), silent=True)
        assert words(await olga.presses("Wyślij do")).startswith(f"{CHANGED}\n\n")
        assert "czwartek, 14 maja" in words(olga.last)
        assert unasked(anna) == []
