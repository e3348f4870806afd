"""Every screen, in both languages: lengths, labels, valid HTML, a way back, the same buttons in both."""

from html.parser import HTMLParser
from typing import Final

import pytest

from domain.official import Language
from handlers.buttons import Press, encode
from handlers.reply import Button, Reply
from handlers.texts.markup import units
from tests.handlers import samples

ALLOWED: Final = {"b", "i", "code", "blockquote"}
OUTSIDE: Final = {"group hint"}
SCREENS = {language: samples.screens(samples.words(language)) for language in Language}
EVERY = [
    pytest.param(reply, id=f"{language}: {name}") for language in Language for name, reply in SCREENS[language].items()
]


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


@pytest.mark.parametrize("reply", EVERY)
def test_screen_is_valid_html_of_at_most_a_thousand_characters(reply: Reply) -> None:
    assert 0 < units(read(reply.text)) <= 1000


@pytest.mark.parametrize("reply", EVERY)
def test_labels_fit_their_rows(reply: Reply) -> None:
    for row in reply.rows:
        longest = 26 if len(row) == 1 else 18
        assert [button.label for button in row if units(button.label) > longest] == []


@pytest.mark.parametrize("reply", EVERY)
def test_every_button_does_exactly_one_thing(reply: Reply) -> None:
    for button in buttons(reply):
        assert [button.press, button.url, button.copy].count(None) == 2, button
        if button.press:
            assert len(encode(button.press)) <= 64


@pytest.mark.parametrize("reply", EVERY)
def test_a_label_never_stands_twice_for_different_things(reply: Reply) -> None:
    labels = [button.label for button in buttons(reply)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("reply", EVERY)
def test_labels_say_something_in_words_or_numbers(reply: Reply) -> None:
    assert [button.label for button in buttons(reply) if not any(sign.isalnum() for sign in button.label)] == []


@pytest.mark.parametrize("language", Language)
def test_every_screen_has_a_way_on_inside_the_chat(language: Language) -> None:
    inside = {name: reply for name, reply in SCREENS[language].items() if name not in OUTSIDE}
    assert [name for name, reply in inside.items() if not any(button.press for button in buttons(reply))] == []


def grid(reply: Reply) -> list[list[tuple[Press | None, str | None, str | None]]]:
    return [[(button.press, button.url, button.copy) for button in row] for row in reply.rows]


@pytest.mark.parametrize("name", [name for name in SCREENS[Language.POLISH] if name not in {"hero", "menu"}])
def test_both_languages_have_the_same_buttons(name: str) -> None:
    polish, english = (SCREENS[language][name] for language in (Language.POLISH, Language.ENGLISH))
    if "settings" in name:
        assert [len(row) for row in polish.rows] == [len(row) for row in english.rows]
    else:
        assert grid(polish) == grid(english)


def test_both_languages_have_the_same_screens() -> None:
    assert SCREENS[Language.POLISH].keys() == SCREENS[Language.ENGLISH].keys()
