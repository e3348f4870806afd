"""The catalogues: the same keys, placeholders and forms in both languages, all used, right in every plural, plain."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import polib
import pytest
from babel import Locale

from domain.official import Language
from handlers.texts import catalogue
from tests.handlers.samples import words

HANDLERS = Path(catalogue.__file__).parent.parent
POLISH, ENGLISH = (
    {entry.msgid: entry for entry in polib.pofile(str(HANDLERS / "texts" / f"{language}.po"))}
    for language in (Language.POLISH, Language.ENGLISH)
)
PLURALS = [key for key, entry in POLISH.items() if entry.msgid_plural]
FORBIDDEN = re.compile(
    r"\b(niniejsz\w*|przedmiotow\w*|tutejsz\w*|uiścić|uiszcz\w*|pan|pani|państw\w*|twój|twoj\w*|ciebie|"
    r"\w+(łeś|łaś|łbyś|łabyś)|zapisany|zapisana|zainteresowany|zainteresowana)\b",
    re.IGNORECASE,
)


def strings(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def code() -> Iterator[ast.AST]:
    for path in HANDLERS.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def used() -> tuple[set[str], set[str]]:
    """Return the strings in the code of handlers, and the beginnings of those that end in a value."""
    whole = {node.value for node in code() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    begun = {
        node.values[0].value
        for node in code()
        if isinstance(node, ast.JoinedStr) and len(node.values) == 2 and isinstance(node.values[0], ast.Constant)
    }
    return whole, {text for text in begun if isinstance(text, str) and text.endswith(".")}


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(POLISH) == list(ENGLISH)


def forms() -> Iterator[tuple[str, list[str]]]:
    """Yield each key with all its forms in both languages."""
    for key, entry in POLISH.items():
        yield key, strings(entry) + strings(ENGLISH[key])


def test_every_text_is_there_with_the_same_placeholders_in_every_form() -> None:
    assert [key for key, texts in forms() if not all(texts)] == []
    assert [key for key, texts in forms() if len({frozenset(placeholders(text)) for text in texts}) > 1] == []


def test_every_text_has_the_same_markup_in_both_languages() -> None:
    tags = {key: {tuple(sorted(re.findall(r"</?\w+", text))) for text in texts} for key, texts in forms()}
    assert [key for key, found in tags.items() if len(found) > 1] == []


def test_every_key_is_used() -> None:
    whole, begun = used()
    unused = {key for key in POLISH if key not in whole and not key.startswith(tuple(begun))}
    assert unused == set()


def test_every_used_key_is_there() -> None:
    called = {
        node.args[0].value
        for node in code()
        if isinstance(node, ast.Call)
        and (name := getattr(node.func, "attr", getattr(node.func, "id", ""))) in {"words", "plural", "plain"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and name
    }
    named = {text for text in used()[0] if re.fullmatch(r"button\.\w+", text)}
    assert (called | named) - POLISH.keys() == set()


def test_unknown_key_is_a_fault() -> None:
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        words(Language.POLISH)("no.such.key")
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        words(Language.ENGLISH).plural("no.such.key", 2)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", PLURALS)
def test_plural_clause_is_the_one_of_its_cldr_category(key: str, language: Language) -> None:
    entry = (POLISH if language is Language.POLISH else ENGLISH)[key]
    categories = ["one", "few", "many"] if language is Language.POLISH else ["one", "other"]
    forms = dict(zip(categories, strings(entry), strict=True))
    rule = Locale.parse(language.value).plural_form
    say = words(language)
    for n in range(1001):
        clause = catalogue.tie(forms[rule(n)], language).format(n=n, capacity=25)
        assert say.plural(key, n, capacity=25) == clause


def test_polish_is_plain_and_speaks_to_nobody_in_particular() -> None:
    found = {key: FORBIDDEN.findall(" ".join(strings(entry))) for key, entry in POLISH.items()}
    assert {key: words for key, words in found.items() if words} == {}


def test_sentences_have_at_most_twenty_words() -> None:
    for _, texts in forms():
        for sentence in re.split(r"[.!?:;](?:\s|$)|\n", re.sub(r"<[^>]+>", "", " \n".join(texts))):
            assert len(re.findall(r"[\w{}/]+", sentence)) <= 20, sentence


def test_typography_is_right() -> None:
    wrong = re.compile(r' - |"|  |^\s|\s$|\.\.\.|\u00a0')
    assert [key for key, texts in forms() if any(wrong.search(text) for text in texts)] == []


def test_toasts_are_plain_text_that_telegram_takes() -> None:
    toasts = [text for key, texts in forms() if key.startswith("toast.") for text in texts]
    assert [text for text in toasts if "<" in text or len(text) > 200] == []


@pytest.mark.parametrize(
    ("key", "longest"), [("profile.description", 512), ("profile.short_description", 120), ("command.help", 256)]
)
def test_profile_texts_fit(key: str, longest: int) -> None:
    for language in Language:
        assert len(words(language)(key, organiser="Związek Gmin Lipowych i Okolicznych")) <= longest


def test_lines_do_not_break_after_a_short_word_or_before_a_unit() -> None:
    say = words(Language.POLISH)
    assert say.plural("seats.left_of", 12, capacity=25) == "zostało 12\u00a0miejsc z\u00a025"
    assert say("date.at", day="czwartek", hours="9:00") == "czwartek, godz.\u00a09:00"
    assert say("moment.near", day="jutro", hour="9:00") == "jutro o\u00a09:00"
    assert words(Language.ENGLISH).plural("list.count", 3) == "3\u00a0dates"
