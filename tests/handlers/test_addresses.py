"""Addresses behind buttons: https, a named host, nothing hidden."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.training import Place
from handlers.replies import addresses
from tests.handlers.samples import SEATS, UNKNOWN


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://formularz.example.org/zapisy?x=1&y=a%20b#sekcja",
        "https://example.org:443/a",
        "https://xn--d-1ga.example.org/",
    ],
)
def test_trusted_address_goes_on_a_button(url: str) -> None:
    assert addresses.safe(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "http://example.org",
        "javascript:alert(1)",
        "tg://resolve?domain=x",
        "https://",
        "https://localhost/a",
        "https://10.0.0.1/a",
        "https://[::1]/a",
        "https://[zepsuty/a",
        "https://user@example.org/",
        "https://example.org@evil.example/",
        "https://example.org:8443/a",
        "https://example.org:port/a",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org\\@evil.example/",
        "https://żółw.example.org/",
        "//example.org",
        "example.org",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_other_address_does_not(url: str | None) -> None:
    assert addresses.safe(url) is None


@given(st.text(max_size=60) | st.text(max_size=40).map("https://".__add__))
def test_any_text_is_an_address_or_none(text: str) -> None:
    assert addresses.safe(text) in {None, text}


def test_map_needs_name_and_town() -> None:
    nameless = replace(SEATS, details=replace(SEATS.details, place=Place(None, "Lipowo")))
    assert addresses.on_map(nameless) is None
    assert addresses.on_map(UNKNOWN) is None
