"""The page's own files: nothing from elsewhere, no markup parsed, two languages, legible colours."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground import page

STATIC = Path(page.__file__).parent / "static"


def test_page_needs_nothing_from_elsewhere_and_parses_no_markup() -> None:
    for path in STATIC.iterdir():
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://\w", text), path.name
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|DOMParser", text), (
            path.name
        )


PLURALS = {"pl": ("one", "few", "many"), "en": ("one", "other")}


def catalogues() -> dict[str, dict[str, str]]:
    halves = (STATIC / "texts.js").read_text("utf-8").split("  en: {")
    return {
        language: dict(re.findall(r'^    "?([\w.]+)"?: "(.*)",$', half, re.MULTILINE))
        for language, half in zip(PLURALS, halves, strict=True)
    }


def counted() -> set[str]:
    """Find what is counted: the keys that have a form for one."""
    return {key.removesuffix(".one") for words in catalogues().values() for key in words if key.endswith(".one")}


def test_page_has_all_its_words_in_both_languages() -> None:
    polish, english = (
        {key: found for key, found in words.items() if key.rpartition(".")[0] not in counted()}
        for words in catalogues().values()
    )
    assert polish.keys() == english.keys()
    for key in polish:
        assert re.findall(r"\{\w+\}", polish[key]) == re.findall(r"\{\w+\}", english[key]), key
    used = {
        key
        for path in STATIC.iterdir()
        for key in re.findall(r'(?:\btext\(|data-text=|data-label=)"([\w.]+)"', path.read_text("utf-8"))
    }
    assert used <= polish.keys()


@pytest.mark.parametrize("language", PLURALS)
def test_page_counts_in_every_plural(language: str) -> None:
    words = catalogues()[language]
    for key in counted():
        forms = {form for form in words if form.rpartition(".")[0] == key}
        assert forms == {f"{key}.{plural}" for plural in PLURALS[language]}


def test_page_has_every_text_it_counts_with() -> None:
    used = {key for path in STATIC.iterdir() for key in re.findall(r'\bcounted\("([\w.]+)"', path.read_text("utf-8"))}
    assert used
    assert used <= counted()


def test_page_has_small_modules() -> None:
    lines = {path.name: len(path.read_text("utf-8").splitlines()) for path in STATIC.glob("*.js")}
    del lines["texts.js"]
    assert {name: length for name, length in lines.items() if length > 150} == {}


def palettes() -> Iterator[dict[str, str]]:
    for palette in (STATIC / "colours.css").read_text("utf-8").split("prefers-color-scheme: dark"):
        yield dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", palette))


def luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", list(palettes()), ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("page-words", "page"), ("page-words", "surface"), ("page-words", "theirs"), ("page-words", "mine"),
        ("quiet-words", "page"), ("quiet-words", "surface"), ("quiet-words", "surface-sunk"),
        ("quiet-words", "theirs"), ("quiet-words", "quote"), ("quiet-words", "day"), ("mine-quiet", "mine"),
        ("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-success", "success"), ("on-danger", "danger"),
        ("success", "surface"), ("success", "surface-sunk"), ("page-words", "chosen"), ("quiet-words", "chosen"),
        ("page-words", "surface-sunk"), ("link", "surface"), ("link", "surface-sunk"), ("link", "theirs"),
        ("link", "mine"), ("link", "key"), ("link", "key-pressed"), ("link", "quote"), ("on-toast", "toast"),
        ("on-warning", "warning"),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(palette: dict[str, str], words: str, ground: str) -> None:
    assert contrast(palette[words], palette[ground]) >= 4.5


@pytest.mark.parametrize("palette", list(palettes()), ids=["light", "dark"])
def test_people_stand_out_in_their_colours(palette: dict[str, str]) -> None:
    people = {name: colour for name, colour in palette.items() if name.startswith("person-")}
    assert len(set(people.values())) == len(people) == 7
    for name, colour in people.items():
        assert contrast(colour, palette["theirs"]) >= 4.5, name
        assert contrast(colour, palette["on-person"]) >= 4.5, name


@pytest.mark.parametrize("palette", list(palettes()), ids=["light", "dark"])
def test_edges_of_what_is_pressed_are_seen(palette: dict[str, str]) -> None:
    for ground in ("surface", "surface-sunk", "page"):
        assert contrast(palette["edge"], palette[ground]) >= 3, ground
