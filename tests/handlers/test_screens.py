"""Every screen, in both languages: lengths, labels, valid HTML, a way back, the same buttons in both."""

from html.parser import HTMLParser
from typing import Final

import pytest

from domain.official import Language
from handlers.buttons import PickInstitution, Press, encode
from handlers.reply import Button, Reply
from handlers.texts.markup import units
from tests.handlers.chat_screens import outside_screens
from tests.handlers.samples import words
from tests.handlers.screens import screens

ALLOWED: Final = {"b", "i", "s", "code", "blockquote"}
POSTED: Final = {name for name, _ in outside_screens(words(Language.POLISH))}
OUTSIDE: Final = {"group hint", "group list", "group list, empty"} | POSTED
SCREENS: Final = {language: screens(words(language)) for language in Language}

in_both_languages = pytest.mark.parametrize("shown", SCREENS.values(), ids=SCREENS)


class Reader(HTMLParser):
    """Reads a message as Telegram does: a known tag or an error, and the text without the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        assert attrs == ([("expandable", None)] if tag == "blockquote" else []), attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> str:
    """Return the text that people see, after checking its markup."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader.text


def buttons(reply: Reply) -> list[Button]:
    return [button for row in reply.rows for button in row]


@in_both_languages
def test_screens_are_valid_html_of_at_most_a_thousand_characters(shown: dict[str, Reply]) -> None:
    lengths = {name: units(read(reply.text)) for name, reply in shown.items()}
    assert {name: length for name, length in lengths.items() if not 0 < length <= 1000} == {}


@in_both_languages
def test_labels_fit_their_rows(shown: dict[str, Reply]) -> None:
    def longest(row: tuple[Button, ...]) -> int:
        if isinstance(row[0].press, PickInstitution):
            return 40
        return 26 if len(row) == 1 else 18

    rows = [row for reply in shown.values() for row in reply.rows]
    assert {button.label for row in rows for button in row if units(button.label) > longest(row)} == set()


@in_both_languages
def test_every_button_does_exactly_one_thing(shown: dict[str, Reply]) -> None:
    for button in (button for reply in shown.values() for button in buttons(reply)):
        assert [button.press, button.url, button.copy].count(None) == 2, button
        if button.press:
            assert len(encode(button.press)) <= 64


@in_both_languages
def test_a_label_never_stands_twice_on_a_screen(shown: dict[str, Reply]) -> None:
    labels = {name: [button.label for button in buttons(reply)] for name, reply in shown.items()}
    assert [name for name, found in labels.items() if len(found) != len(set(found))] == []


@in_both_languages
def test_labels_say_something_in_letters_or_numbers(shown: dict[str, Reply]) -> None:
    labels = {button.label for reply in shown.values() for button in buttons(reply)}
    assert {label for label in labels if not any(sign.isalnum() for sign in label)} == set()


@in_both_languages
def test_every_screen_has_a_way_on_inside_the_chat(shown: dict[str, Reply]) -> None:
    ways = {name: [button for button in buttons(reply) if button.press] for name, reply in shown.items()}
    assert {name for name, found in ways.items() if not found} == OUTSIDE


def grid(reply: Reply) -> list[list[tuple[Press | None, str | None, str | None]]]:
    return [[(button.press, button.url, button.copy) for button in row] for row in reply.rows]


def test_both_languages_have_the_same_screens_with_the_same_buttons() -> None:
    polish, english = SCREENS.values()
    assert list(polish) == list(english)
    other = {name for name in polish if grid(polish[name]) != grid(english[name])}
    offering = {"hero", "menu", "menu, organisers", "settings", "settings, never quiet"}  # the other language
    assert other == offering
    assert all([len(row) for row in polish[name].rows] == [len(row) for row in english[name].rows] for name in other)
