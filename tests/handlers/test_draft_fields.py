"""The fields of a draft in words."""

import pytest

from domain.official import Language
from domain.stating import Field
from domain.training import Admission, Draft, Eligibility, Place
from handlers.replies import facts
from handlers.replies.announcing import fields
from tests.handlers.samples import WARSAW, words

POLISH = words(Language.POLISH)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Eligibility(), "wszyscy"),
        (Eligibility(per_institution=2), "wszyscy, najwyżej 2 osoby z jednej instytucji"),
        (
            Eligibility(Admission.MEMBERS, per_institution=1),
            "urzędy członkowskie, najwyżej 1 osoba z jednej instytucji",
        ),
    ],
)
def test_limit_for_an_institution_is_told_with_who_may_come(rule: Eligibility, said: str) -> None:
    told = fields.value(POLISH, WARSAW, Draft(eligibility=rule), Field.ELIGIBILITY, 100)
    assert told.replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("room", "said"),
    [
        ("107", "sala 107"),
        ("3.02", "sala 3.02"),
        ("B2", "sala B2"),
        ("12, III piętro", "sala 12, III piętro"),
        ("7 na parterze", "sala 7 na parterze"),
        ("sala herbowa, parter", "sala herbowa, parter"),
        ("aula", "aula"),
    ],
)
def test_number_is_called_a_room(room: str, said: str) -> None:
    assert facts.spot(POLISH, Place("Ratusz", "Reda", room)).replace("\u00a0", " ") == f"Reda, Ratusz, {said}"
