"""Presses on the wire: there and back, short, and nothing else is ever taken for one."""

from dataclasses import fields
from enum import EnumType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.official import Language, Role
from handlers import buttons
from handlers.buttons import (
    AcceptInvitation,
    ConfirmRevoke,
    Press,
    Revoke,
    SetQuiet,
    ShowCard,
    ShowList,
    SignUp,
    Toggle,
    decode,
    encode,
    mark,
)
from handlers.buttons.kinds import Number

KINDS: tuple[type[Press], ...] = get_args(Press)


def values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type hint has no type of its own
    if hint == Number:
        return st.integers(0, 10**15 - 1)
    if isinstance(hint, EnumType):
        return st.sampled_from(list(hint.__members__.values()))
    if get_origin(hint) is not Annotated:
        return st.sampled_from(get_args(hint))
    kind, pattern = get_args(hint)
    texts = st.from_regex(pattern, fullmatch=True)
    return {bool: st.booleans(), int: texts.map(int), str: texts}[kind]


def presses(kind: type[Press]) -> st.SearchStrategy[Press]:
    hints = get_type_hints(kind, include_extras=True)
    return st.builds(kind, **{each.name: values(hints[each.name]) for each in fields(kind)})


@given(st.one_of([presses(kind) for kind in KINDS]))
def test_press_comes_back_as_it_was(press: Press) -> None:
    text = encode(press)
    assert decode(text) == press
    assert text.isascii()
    assert len(text.encode()) <= 64


@given(st.text(max_size=80) | st.from_regex(r"[a-z]{1,2}(:[0-9a-z\-]*){0,6}", fullmatch=True))
def test_whatever_comes_is_a_press_or_none(text: str) -> None:
    press = decode(text)
    assert press is None or encode(press) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "c",
        "c:",
        "c:-1",
        "c:+1",
        "c: 1",
        "c:1 ",
        "c:1\n",
        "c:01",
        "c:1:2",
        "c:1.0",
        "c:1e3",
        "c:1_000",
        "c:\u0663",
        "c:\uff11",
        "c:" + "9" * 16,
        "C:1",
        "zz:1",
        "s:1:2",
        "s:1:true",
        "l:1:abc:::",
        "l:1:ABCDEF:::",
        "l:1::2026-13::",
        "l:1::1999-01::",
        "ps:24:0",
        "ps:7:-1",
        "pt:always",
        "pl:de",
        "oi:owner:1",
        "n:",
        "n:" + "a" * 63,
        "n:żółw",
    ],
)
def test_malformed_press_is_none(text: str) -> None:
    assert decode(text) is None


@pytest.mark.parametrize(
    ("press", "text"),
    [
        (ShowCard(12), "c:12"),
        (SignUp(12), "s:12:"),
        (SignUp(12, despite_overlap=True), "s:12:1"),
        (ShowList(), "l:1::::"),
        (ShowList(2, mark("komunikacja"), "2026-05", "online", free=True), "l:2:ee9d75:2026-05:online:1"),
        (Toggle("day"), "pt:day"),
        (SetQuiet(20, 7), "ps:20:7"),
        (buttons.SetLanguage(Language.ENGLISH), "pl:en"),
        (buttons.GreetIn(Language.ENGLISH), "g:en"),
        (Revoke(Role.TRAINER, 5, 1), "or:trainer:5:1"),
        (ConfirmRevoke(Role.ADMINISTRATOR, 5), "oc:administrator:5:0"),
    ],
)
def test_press_keeps_its_text_for_ever(press: Press, text: str) -> None:
    assert encode(press) == text


@pytest.mark.parametrize(
    "press",
    [ShowCard(-1), ShowCard(10**15), ShowList(topic="komunikacja"), AcceptInvitation("a" * 61), SetQuiet(7, 24)],
)
def test_press_that_could_not_be_read_back_is_a_fault(press: Press) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        encode(press)


def test_every_kind_has_a_code_of_its_own() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("written", ["Łódź", "łódź", "LODZ", " Łódź  "])
def test_mark_of_a_name_does_not_depend_on_case_and_accents(written: str) -> None:
    assert mark(written) == mark("lodz")
