"""JSON from outside is read strictly, and so is whatever a bot hands over in process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.answers import Json
from playground.persons import Person
from playground.reading import MOST_LEVELS, WrongFieldError, field, json_of, readable
from playground.world import World

DEEP: list[object] = []
for _ in range(MOST_LEVELS):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"{",
        b'"\\ud800"',
        b'{"\\udfff": 1}',
        b"\xff",
        b'"\xed\xa0\x80"',
        '"\ud800"',
        b"NaN",
        b"-Infinity",
        b"1e400",
        b"9" * 400,
        b"[" * 10_000,
        b"[" * 10_000 + b"]" * 10_000,
        b"[" * (MOST_LEVELS + 1) + b"1" + b"]" * (MOST_LEVELS + 1),
        b'{"a":' * 500 + b"1" + b"}" * 500,
    ],
)
def test_json_that_cannot_be_passed_on_is_refused_in_a_sentence(given: bytes | str) -> None:
    with pytest.raises(ValueError, match=r"^This JSON cannot be taken: .+\.$"):
        json_of(given)


def test_json_is_read_up_to_the_deepest_level() -> None:
    assert json_of(b"[" * MOST_LEVELS + b"[]" + b"]" * MOST_LEVELS) == DEEP
    assert json_of('{"a": ["ż", 1, 0.5, true, null]}') == {"a": ["ż", 1, 0.5, True, None]}


@given(st.text(st.characters(exclude_categories=())))
def test_readable_text_goes_out_as_utf8(text: str) -> None:
    assert readable(text).encode().decode() == readable(text)
    assert len(readable(text)) == len(text)


@pytest.mark.parametrize(
    ("kind", "value", "read"), [(str, "x", "x"), (int, 5, 5), (int, "5", 5), (dict, {}, {}), (list, [], [])]
)
def test_field_is_read_as_its_kind(kind: type[object], value: object, read: object) -> None:
    assert field({"a": value}, "a", kind) == read


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (str, 5, "String"),
        (str, None, "String"),
        (int, "x", "Number"),
        (int, 0.5, "Number"),
        (int, True, "Number"),
        (int, "9" * 5000, "Number"),
        (dict, [], "Object"),
        (list, {}, "Array"),
    ],
)
def test_field_of_another_kind_is_refused_in_telegrams_words(kind: type[object], value: object, words: str) -> None:
    with pytest.raises(WrongFieldError, match=f'^Field "a" must be of type {words}$'):
        field({"a": value}, "a", kind)
    with pytest.raises(WrongFieldError, match=r"^Can't find field \"a\"$"):
        field({}, "a", kind)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "\ud800"}, "strings must be encoded in UTF-8"),
        ({"\ud800": "x"}, "strings must be encoded in UTF-8"),
        ({"text": "x", "reply_markup": {"a": ["\udfff"]}}, "strings must be encoded in UTF-8"),
        ({"text": "x", "timeout": float("nan")}, "numbers must be finite"),
        ({"text": "x", "entities": DEEP}, "values lie more than 100 levels deep"),
    ],
)
async def test_what_cannot_be_passed_on_never_gets_into_the_world(
    world: World, anna: Person, params: Json, words: str
) -> None:
    refused = await world.call(world.token, "sendMessage", {"chat_id": anna.id, **params})
    assert (refused.status, refused.description) == (400, f"Bad Request: {words}")
    assert (world.calls[-1].params, len(anna.chat)) == ({}, 1)


async def test_method_that_is_no_text_is_noted_readably(world: World) -> None:
    assert (await world.ask("send\ud800")).status == 400
    assert world.calls[-1].method == "send?"
