"""Differences: old beside new, the hours as one, what is too long to show only named, as many as fit."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from domain.official import Language
from domain.training import Contact, Draft, Mode, Place, Speaker, Status
from domain.wall import Wall
from handlers.replies.differences import changed, differences, fitting
from handlers.texts.markup import units
from tests.conversations.hearing import untied
from tests.handlers.announcing_screens import FULL
from tests.handlers.samples import SEATS, WARSAW, words

SAY = words(Language.POLISH)
BEFORE = SEATS.details


def told(**stated: Any) -> list[str]:  # noqa: ANN401 - the fields of a training
    return [untied(line) for line in differences(SAY, WARSAW, BEFORE, replace(BEFORE, **stated))]


@pytest.mark.parametrize(
    ("stated", "line"),
    [
        ({"title": "A & B"}, "Tytuł: Archiwum urzędu krok po kroku → <b>A &amp; B</b>"),
        ({"place": None}, "Miejsce: Lipowo, Dom Kultury, sala 12 → <b>nie podano</b>"),
        (
            {"place": Place("Ratusz", "Lipowo", "12")},
            "Miejsce: Lipowo, Dom Kultury, sala 12 → <b>Lipowo, Ratusz, sala 12</b>",
        ),
        ({"mode": Mode.ONLINE}, "Udział: na miejscu → <b>online</b>"),
        ({"capacity": 0}, "Liczba miejsc: 25 → <b>0</b>"),
        ({"price_pln": Decimal("99.50")}, "Cena: bezpłatne → <b>99,50 zł</b>"),
        ({"certificate": False}, "Zaświadczenie: tak → <b>nie</b>"),
        ({"waiting_list": True}, "Lista rezerwowa: nie podano → <b>tak</b>"),
        ({"signup_deadline": Wall.parse("2026-05-05")}, "Koniec zapisów: 6 maja, 12:00 → <b>5 maja</b>"),
        ({"speakers": (Speaker("Jan Lis"),)}, "Prowadzenie: Adam Wierzba, Ewa Jesion → <b>Jan Lis</b>"),
        ({"contact": Contact(email="a@example.org")}, "Kontakt: nie podano → <b>a@example.org</b>"),
        ({"topics": ()}, "Tematy: archiwum, obieg dokumentów → <b>nie podano</b>"),
        ({"status": Status.CANCELLED}, "Stan: planowane → <b>odwołane</b>"),
        ({"note": "Sala na\nII piętrze."}, "Uwaga: nie podano → <b>Sala na II piętrze.</b>"),
        ({"agenda": ()}, "Program: <b>nowa treść</b>"),
    ],
)
def test_a_field_is_told_old_beside_new(stated: dict[str, Any], line: str) -> None:
    assert told(**stated) == [line]


def test_the_hours_are_told_as_one() -> None:
    moved = told(start=Wall.parse("2026-05-08T10:00"), end=Wall.parse("2026-05-08T13:00"))
    assert moved == [
        "Termin: czwartek, 7 maja, godz. 9:00–12:30 → <b>piątek, 8 maja, godz. 10:00–13:00</b>",
    ]


def test_long_texts_that_begin_alike_are_only_named() -> None:
    before, after = (Draft(title=f"{'Zagospodarowanie przestrzenne ' * 4}, część {n}") for n in (1, 2))
    assert differences(SAY, WARSAW, before, after) == ["Tytuł: <b>nowa treść</b>"]


def test_what_is_the_same_is_not_told() -> None:
    assert told() == []


def test_every_field_of_a_training_can_be_told() -> None:
    together = {"start", "end", "daily_hours"}
    names = [each.name for each in fields(Draft) if getattr(FULL, each.name) != getattr(Draft(), each.name)]
    assert set(changed(Draft(), FULL)) == set(names) - together | {"start"}
    assert len(differences(SAY, WARSAW, Draft(), FULL)) == len(changed(Draft(), FULL))


@pytest.mark.parametrize("room", [0, 60, 200, 5000])
def test_as_many_lines_are_told_as_fit(room: int) -> None:
    lines = differences(SAY, WARSAW, Draft(), FULL)
    shown = list(fitting(SAY, lines, room))
    kept = [line for line in shown if line in lines]
    assert sum(units(line) + 1 for line in kept) <= room
    assert kept == lines[: len(kept)]
    if len(kept) < len(lines):
        assert untied(shown[-1]).startswith(f"i {len(lines) - len(kept)} inn")
