"""The card of a training: what it says and which act it offers first, in every state of the training and the person."""

import re
from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import labels, words
from tests.conversations.programmes import BUDGET, Json, training
from tests.conversations.towns import queue_of, signed_up, town_of

PLACE = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
BELOW = ["Zadaj pytanie", "Wyślij dalej", "Wszystkie terminy", "Menu"]
ONLINE = {"mode": "online", "online_url": "https://spotkania.example.org/budzet"}


async def test_the_card_tells_what_when_where_for_whom_and_what_it_costs(anna: Resident) -> None:
    assert words(await anna.writes("/szkolenia 3")) == (
        "Zamówienia publiczne: opis przedmiotu zamówienia bez błędów\n\n"
        "Kiedy: poniedziałek, 4 maja, godz. 9:00–15:00\n"
        "Gdzie: Gdynia, Centrum Wiedzy Latarnia, sala 4\n"
        "Dla kogo: osoby, które prowadzą postępowania\n"
        "Najwyżej 2 osoby z jednej instytucji\n"
        "Poziom: średnio zaawansowany\n"
        "Koszt: 180 zł\n"
        "Zaświadczenie: tak\n"
        "Miejsca: zostało 18 miejsc z 30 · zapisy do 30 kwietnia, 12:00\n\n"
        "Program: Jak opisać przedmiot zamówienia, żeby oferty dało się porównać, a postępowania nie trzeba było "
        "unieważniać.\n"
        "Prowadzenie: Halina Wrona (radczyni prawna), Tomasz Gil (praktyk zamówień)\n"
        "Tematy: zamówienia publiczne\n\n"
        "Warto zabrać przykład własnego opisu.\n"
        "Organizator: Metropolia Nadmorska · szkolenie nr 3\n"
        "Kontakt: Ewa Lisiecka, koordynatorka szkoleń, 58 000 00 01, szkolenia@example.org"
    )
    assert labels(anna.last) == ["Zapisz mnie", "Do kalendarza", "Mapa", *BELOW]
    assert "<blockquote expandable>Program: Jak opisać" in anna.last.html


async def test_what_is_not_stated_is_not_shown() -> None:
    async with town_of(training("Bez danych", "2026-05-07")) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("/szkolenia 1")) == (
            "Bez danych\n\n"
            "Kiedy: czwartek, 7 maja, godzina do potwierdzenia\n"
            "Gdzie: miejsce do potwierdzenia\n"
            "Liczba miejsc: do potwierdzenia\n\n"
            "Organizator: Metropolia Nadmorska · szkolenie nr 1"
        )
        assert labels(anna.last)[0] == "Zapisz mnie"


async def test_an_unknown_hour_is_never_midnight(town: Town, anna: Resident) -> None:
    await signed_up(town, "Ewa", 6)
    for person, command in ((anna, "/szkolenia"), (anna, "/szkolenia 6"), (anna, "/zapisz 6"), (anna, "/moje")):
        text = words(await person.writes(command))
        assert re.findall(r"(?<!\d)0{1,2}:00", text) == []
    assert "czwartek, 7 maja, godzina do potwierdzenia" in words(await anna.writes("/szkolenia 6"))


async def test_several_days_without_hours_await_confirmation() -> None:
    async with town_of(training("Dwa dni", "2026-05-20", end="2026-05-21")) as town:
        card = await town.resident("Anna", "Nowak").writes("/szkolenia 1")
        assert "Kiedy: środa–czwartek, 20–21 maja, godziny do potwierdzenia" in words(card)


async def first_act(person: Resident) -> tuple[list[str], list[str]]:
    """Return what the card says of the person's standing, and its buttons above the calendar."""
    card = await person.writes("/szkolenia 1")
    marks = ("⚠️", "✅", "🕒", "🎉", "⏳", "🔔", "❌", "Rezygnacja", "To szkolenie", "Miejsca", "Link", "Zapisy")
    shown = labels(card)
    end = next(n for n, label in enumerate(shown) if label in {"Do kalendarza", "Zadaj pytanie"})
    return [line for line in words(card).split("\n") if line.startswith(marks)], shown[:end]


@pytest.mark.parametrize(
    ("stated", "says", "acts"),
    [
        ({"seats": 5}, ["Miejsca: zostało 5 miejsc z 5"], ["Zapisz mnie"]),
        ({"capacity": 12, "free_seats": 1}, ["Miejsca: zostało 1 miejsce z 12"], ["Zapisz mnie"]),
        ({"free_seats": 4}, ["Miejsca: zostały 4 miejsca"], ["Zapisz mnie"]),
        ({"seats": 0}, ["Miejsca: brak wolnych miejsc"], ["Na listę rezerwową"]),
        ({"seats": 0, "waiting_list": False}, ["Miejsca: brak wolnych miejsc"], []),
        (
            {"seats": 2, "signup_deadline": "2026-04-20"},
            ["Miejsca: zostały 2 miejsca z 2 · zapisy zakończone"],
            [],
        ),
        ({"seats": 2, "status": "cancelled"}, ["❌ Szkolenie odwołane"], []),
        (
            {"seats": 2, "status": "moved"},
            ["⚠️ Termin został zmieniony", "Miejsca: zostały 2 miejsca z 2"],
            ["Zapisz mnie"],
        ),
        ({"start": "2026-04-20T09:00"}, ["To szkolenie już się odbyło."], []),
        ({"start": "2026-04-27T07:30", "end": "2026-04-27T12:00"}, ["To szkolenie już trwa."], []),
        ({"signup_url": "https://zapisy.example.org/x"}, [], ["Formularz zapisów", "Przypomnij mi"]),
        (
            {"signup_url": "https://zapisy.example.org/x", "capacity": 30, "signup_deadline": "2026-04-30"},
            ["Miejsca: 30 · zapisy do 30 kwietnia"],
            ["Formularz zapisów", "Przypomnij mi"],
        ),
        (
            {"signup_url": "https://zapisy.example.org/x", "capacity": 30, "free_seats": 4},
            ["Miejsca: zostały 4 miejsca z 30"],
            ["Formularz zapisów", "Przypomnij mi"],
        ),
        (
            {"seats": 2, "eligibility": {"who": "members"}},
            ["Zapisy: tylko dla członków", "Miejsca: zostały 2 miejsca z 2"],
            ["Zapisz mnie"],
        ),
        (
            {"seats": 2, "eligibility": {"who": "list", "institutions": ["UG Hel", "UM Reda"]}},
            ["Zapisy: tylko dla instytucji: UG Hel, UM Reda", "Miejsca: zostały 2 miejsca z 2"],
            ["Zapisz mnie"],
        ),
    ],
    ids=[
        "open",
        "one left",
        "free without capacity",
        "full",
        "full without a queue",
        "closed",
        "cancelled",
        "moved",
        "past",
        "running",
        "external",
        "external with a capacity",
        "external with seats left",
        "members",
        "listed",
    ],
)
async def test_the_first_act_is_the_likely_one(stated: Json, says: list[str], acts: list[str]) -> None:
    async with town_of(training(**stated)) as town:
        assert await first_act(town.resident("Anna", "Nowak")) == (says, acts)


async def test_the_act_follows_the_persons_standing() -> None:
    async with town_of(training(seats=1, waiting_list=True)) as town:
        anna, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        full = "Miejsca: brak wolnych miejsc · czekają 2 osoby"
        assert await first_act(anna) == ([full, "✅ Miejsce potwierdzone."], ["Będę", "Rezygnuję"])
        assert await first_act(ewa) == ([full, "🕒 Lista rezerwowa: miejsce 1."], ["Rezygnuję z kolejki"])
        assert await first_act(jan) == ([full, "🕒 Lista rezerwowa: miejsce 2."], ["Rezygnuję z kolejki"])
        await anna.presses("Będę")
        thanked = "✅ Miejsce potwierdzone. Dziękujemy za zapowiedź obecności."
        assert await first_act(anna) == ([full, thanked], ["Rezygnuję"])
        await anna.presses("Rezygnuję")
        leaving = "Rezygnacja przyjęta. Przez minutę można ją cofnąć."
        assert await first_act(anna) == ([full, leaving], ["Cofnij rezygnację"])
        await town.passes(timedelta(minutes=1))
        one = "Miejsca: brak wolnych miejsc · czeka 1 osoba"
        assert await first_act(anna) == ([one], ["Na listę rezerwową"])
        offered = "🎉 Zwolniło się miejsce! Czeka do jutra do 8:01."
        assert await first_act(ewa) == ([one, offered], ["Biorę miejsce", "Nie skorzystam"])


async def test_a_hold_asks_for_its_confirmation() -> None:
    async with town_of(training(seats=3)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        held = "⏳ Trzymamy miejsce dziś do 8:15. Prosimy potwierdzić zapis."
        left = "Miejsca: zostały 2 miejsca z 3"
        assert await first_act(anna) == ([left, held], ["Potwierdzam zapis", "Nie teraz"])


async def test_the_link_of_an_online_training_is_for_those_on_the_list() -> None:
    async with town_of(training(seats=1, **ONLINE)) as town:
        anna = await signed_up(town, "Anna")
        ewa = await signed_up(town, "Ewa")
        card = await anna.writes("/szkolenia 1")
        assert "Link: https://spotkania.example.org/budzet" in words(card)
        assert labels(card)[2:4] == ["Dołącz do spotkania", "Kopiuj link"]
        assert anna.person.presses("Dołącz do spotkania") == "https://spotkania.example.org/budzet"
        for person in (ewa, town.resident("Jan", "Lis")):
            card = await person.writes("/szkolenia 1")
            assert "Link: widoczny po zapisie" in words(card)
            assert "spotkania.example.org" not in str(card.raw())


async def test_the_map_and_the_link_to_pass_on_are_addresses() -> None:
    async with town_of(training(place=PLACE)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/szkolenia 1")
        assert anna.person.presses("Mapa") == "https://www.openstreetmap.org/search?query=Dom%20Morski%2C%20Sopot"
        assert anna.person.presses("Wyślij dalej") == (
            "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fterminarz_demo_bot%3Fstart%3Ds1"
        )


async def test_what_organisers_write_is_shown_literally() -> None:
    hostile = training(
        "<b>Podatki</b> & <a href='tg://user?id=1'>opłaty</a>",
        summary="</blockquote><i>x</i>",
        place={"name": "Dom <u>Morski</u>", "city": "A&B", "room": "<s>1</s>"},
        speakers=[{"name": "<script>", "role": "&amp;"}],
        audience="<pre>",
        note="javascript:alert(1) </b>",
        topics=["<code>"],
    )
    async with town_of(hostile) as town:
        anna = town.resident("Anna", "Nowak")
        card = words(await anna.writes("/szkolenia 1"))
        for shown in (
            "<b>Podatki</b> & <a href='tg://user?id=1'>opłaty</a>\n",
            "Program: </blockquote><i>x</i>\n",
            "Gdzie: A&B, Dom <u>Morski</u>, <s>1</s>\n",
            "Prowadzenie: <script> (&amp;)\n",
            "Dla kogo: <pre>\n",
            "javascript:alert(1) </b>\n",
            "Tematy: <code>\n",
        ):
            assert shown in card
        await anna.writes("/szkolenia")
        await signed_up(town, "Ewa")
        assert [call for call in town.world.calls if call.status != 200] == []


async def test_the_card_speaks_english() -> None:
    stated = training(end="2026-05-06T12:00", seats=5, place=PLACE, signup_deadline="2026-05-05T12:00", price_pln=0)
    async with town_of(stated) as town:
        john = town.resident("John", "Smith", language="en")
        assert words(await john.writes("/trainings 1")) == (
            f"{BUDGET}\n\n"
            "When: Wednesday, 6 May, 9:00–12:00\n"
            "Where: Sopot, Dom Morski, room 2\n"
            "Cost: free of charge\n"
            "Seats: 5 of 5 seats left · sign-up until 5 May, 12:00\n\n"
            "Organiser: Metropolia Nadmorska · training no. 1"
        )
        acts = ["Sign me up", "To calendar", "Map", "Ask a question", "Share", "All dates", "Menu"]
        assert labels(john.last) == acts
