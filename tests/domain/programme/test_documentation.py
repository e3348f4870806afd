"""The page about the programme file says what the code does."""

import re
from pathlib import Path

import pytest

from domain import programme
from domain.programme import form, parts

PAGE = (Path(__file__).parents[3] / "docs" / "programme-file.md").read_text("utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=["shortest", "full"])
def test_an_example_can_be_read(example: str) -> None:
    assert programme.read(example).trainings


def test_the_full_example_has_every_field() -> None:
    for part in parts.Part.__subclasses__():
        for name in part.names():
            assert f'"{name}":' in EXAMPLES[1]


def test_every_field_is_explained() -> None:
    for part in (form.File, form.Training, parts.AgendaItem):
        for name in part.names():
            assert f"`{name}`" in PAGE
