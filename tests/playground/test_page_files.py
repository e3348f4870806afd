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


def test_page_has_all_its_words_in_both_languages() -> None:
    text = (STATIC / "texts.js").read_text("utf-8")
    polish, english = (
        dict(re.findall(r'^    "?([\w.]+)"?: "(.*)",$', half, re.MULTILINE)) for half in text.split("  en: {")
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


def palettes() -> Iterator[dict[str, str]]:
    for palette in (STATIC / "colours.css").read_text("utf-8").split("prefers-color-scheme: dark"):
        yield dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", palette))


def luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("palette", list(palettes()), ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("page-words", "page"), ("page-words", "surface"), ("page-words", "theirs"), ("page-words", "mine"),
        ("quiet-words", "page"), ("quiet-words", "surface"), ("quiet-words", "surface-sunk"), ("quiet-words", "theirs"),
        ("quiet-words", "quote"), ("quiet-words", "day"), ("mine-quiet", "mine"), ("on-accent", "accent"),
        ("link", "surface"), ("link", "theirs"), ("link", "mine"), ("link", "key"), ("link", "key-pressed"),
        ("link", "quote"), ("on-toast", "toast"), ("on-warning", "warning"),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(palette: dict[str, str], words: str, ground: str) -> None:
    darker, lighter = sorted(luminance(palette[name]) for name in (words, ground))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
