"""JSON read with lines: the same values as the standard reader gives, and help with the usual slips."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.programme import document
from domain.programme.problem import FileRefused

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)

SLIPS = {
    "": "line 1: The file is empty; it should hold one object { … }.",
    "\n{": "line 2: The file ends too early; the end may be cut off, or a bracket is missing.",
    '{"a": [1': "line 1: The file ends before the closing ]; the end may be cut off, or a bracket is missing.",
    '{"a":\n': "line 2: The file ends too early; the end may be cut off, or a bracket is missing.",
    '{\n"a": 1,\n}': "line 2: Remove the comma before }: nothing follows it.",
    "[1,]": "line 1: Remove the comma before ]: nothing follows it.",
    '{"a": 1\n"b": 2}': "line 1: A comma, or the closing }, is missing after this value.",
    '{"a" 1}': 'line 1: Put a colon after the name "a".',
    "{a: 1}": "line 1: Write the name of a field here, in quotation marks, and a colon after it.",
    '{"a": }': "line 1: A value is missing here; write null when it is not known.",
    '{"a": True}': "line 1: Write true, in small letters.",
    '{"a": None}': "line 1: Write null, in small letters.",
    '{"a": Gdynia}': 'line 1: "Gdynia" is no value of JSON; a text needs quotation marks, a number only digits.',
    '{"a": 99,50}': "line 1: A name in quotation marks should follow this comma; write numbers with a point: 99.50.",
    '{"a": 058123}': (
        "line 1: A number does not begin with 0; put quotation marks around it if it is a text, such as a telephone."
    ),
    '{"a": NaN}': (
        "line 1: NaN is not a number that can be counted with; write a number, or null when it is not known."
    ),
    '{"a": -Infinity}': (
        "line 1: -Infinity is not a number that can be counted with; write a number, or null when it is not known."
    ),
    '{"a": 100000000000000000000}': "line 1: This number is far too long; check it.",
    '{"a": 1e999999999999999999999}': "line 1: This number is far too long; check it.",
    '{"a": „Gdynia”}': 'line 1: Texts and names stand in plain quotation marks: write " in place of „',
    "{'a': 1}": "line 1: Texts and names stand in plain quotation marks: write \" in place of '",
    '{"a": "„Prawo" opcji"}': 'line 1: The text ended at a quotation mark inside it; write \\" there, or „ and ”.',
    '{"a": "one\ntwo"}': (
        'line 1: A text goes over the end of a line; close it with ", or write \\n where a new line should begin.'
    ),
    '{"a": "one': 'line 1: This text is not closed; put " at its end.',
    '{"a": "C:\\dane"}': "line 1: A backslash \\ in a text must be written twice: \\\\.",
    '// a note\n{"a": 1}': 'line 1: JSON knows no comments; remove it, or write it into "note".',
    '{"a": 1 # a note\n}': "line 1: A comma, or the closing }, is missing after this value.",
    "{}\n{}": "line 2: The file ends here, yet more follows; keep one object { … } and remove the rest.",
    "[" * 100_000: (
        "line 1: Brackets are nested deeper here than in any programme file; check which ones are not closed."
    ),
}


@given(JSON, st.sampled_from([None, 2]))
def test_values_are_those_of_the_standard_reader(value: object, indent: int | None) -> None:
    assert document.parse(json.dumps(value, indent=indent)).value == value


def test_numbers_keep_their_kind() -> None:
    assert document.parse("[12, 99.50]").value == [12, Decimal("99.50")]


def test_each_part_knows_its_line() -> None:
    source = document.parse('\n{\n "a": [\n  1,\n  {"b":\n 2}],\n "c": 3}')
    assert [source.line(path) for path in [(), ("a",), ("a", 0), ("a", 1), ("a", 1, "b"), ("c",)]] == [2, 3, 4, 5, 5, 7]


def test_a_missing_part_has_the_line_of_what_it_is_missing_from() -> None:
    assert document.parse('{"a": [\n{}]}').line(("a", 0, "id")) == 2


def test_fields_written_twice_are_all_told() -> None:
    source = document.parse('{"a": 1,\n"a": 2,\n"b": [{"c": 1,\n"c": 2}]}')
    assert [str(problem) for problem in source.problems] == [
        "line 2, a: This field is written twice; keep one of the two.",
        "line 4, b[0].c: This field is written twice; keep one of the two.",
    ]


@pytest.mark.parametrize(("text", "sentence"), SLIPS.items())
def test_a_slip_is_told_with_its_line_and_what_to_do(text: str, sentence: str) -> None:
    with pytest.raises(FileRefused) as refused:
        document.parse(text)
    assert str(refused.value) == sentence


@given(st.text('{}[]",:-.01e\\n\n\ufeff', max_size=16))
def test_what_is_json_and_what_is_not_is_as_the_standard_reader_says(text: str) -> None:
    try:
        expected = json.loads(text, parse_float=Decimal)
    except ValueError:
        with pytest.raises(FileRefused):
            document.parse(text)
    else:
        assert document.parse(text).value == expected
