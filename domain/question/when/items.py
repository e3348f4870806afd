"""A question as a line of marks in one language of time; rules rewrite pieces of the line into periods and hours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import TypeAlias

from domain.question.folding import Token
from domain.question.when import words
from domain.question.when.doubts import settled
from domain.question.when.periods import Period, Today
from domain.question.when.values import Window

PIECE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}:\d{2}|\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d{2}))?(?!\d)"
    r"|\d+|[^\W\d_]+|[-–—]"
)
NUMBER = re.compile(r"n\d+")
TENS = re.compile(r"[gpf](?:20|30) [gpf][1-9]")
SILENT = "silent"
PERIOD, HOUR, WINDOW = "P", "T", "W"
Value: TypeAlias = Period | time | Window


@dataclass(frozen=True, slots=True)
class Item:
    """A mark, the tokens it covers, and the value once a rule has found one."""

    mark: str
    used: frozenset[int]
    value: Value | None = None


Make: TypeAlias = Callable[[re.Match[str], list[Value], Today], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Marks that mean something together, and what they mean; None means that they do not."""

    pattern: re.Pattern[str]
    result: str
    make: Make


def rule(pattern: str, make: Make, result: str = PERIOD) -> Rule:
    """Return a rule whose pattern begins and ends at whole marks."""
    return Rule(re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), result, make)


def items(tokens: Sequence[Token], known: Container[str] = frozenset()) -> list[Item]:
    """Return the marks of a question; figures may give several, a silent word goes with the one it precedes."""
    found = [(mark, place) for place, token in enumerate(tokens) for mark in _marks(tokens, place, known)]
    kept: list[Item] = []
    silent: frozenset[int] = frozenset()
    for mark, place in found:
        if mark == SILENT:
            silent |= {place}
        else:
            kept.append(Item(mark, silent | {place}))
            silent = frozenset()
    line = _joined(kept)
    return [Item(mark, item.used) for mark, item in zip(settled(marks(line).split()), line, strict=True)]


def _joined(line: list[Item]) -> list[Item]:
    """Join a number and its ending (5-go, 5th), and the tens and ones of an ordinal."""
    result: list[Item] = []
    for item in line:
        before = [each.mark for each in result[-2:]]
        if item.mark in {"suffix", "this"} and before[-1:] == ["dash"] and NUMBER.fullmatch(before[0]):
            ending, number = result.pop(), result.pop()
            result.append(Item(f"o{number.mark[1:]}", number.used | ending.used | item.used))
        elif item.mark == "suffix" and before and NUMBER.fullmatch(before[-1]):
            number = result.pop()
            result.append(Item(f"o{number.mark[1:]}", number.used | item.used))
        elif before and TENS.fullmatch(f"{before[-1]} {item.mark}"):
            number = result.pop()
            result.append(Item(f"{item.mark[0]}{int(number.mark[1:]) + int(item.mark[1:])}", number.used | item.used))
        else:
            result.append(item)
    return result


def _marks(tokens: Sequence[Token], place: int, known: Container[str]) -> Iterator[str]:
    token = tokens[place]
    if not token.folded[:1].isdigit():
        yield _word(tokens, place, known)
        return
    for piece in PIECE.findall(token.folded):
        yield _number(piece) if piece[0].isdigit() else _dash(piece) or words.exact(piece)


def _number(piece: str) -> str:
    if not piece.isascii():
        return words.UNKNOWN
    if ":" in piece:
        return f"h{piece}"
    if not piece.isdecimal():
        return f"x{piece.replace('/', '.')}"
    if len(piece) == len("2026"):
        return f"y{piece}"
    return f"n{int(piece)}" if len(piece) <= len("12") else words.UNKNOWN


def _dash(piece: str) -> str | None:
    return "dash" if piece in "-–—" else None


def _word(tokens: Sequence[Token], place: int, known: Container[str]) -> str:
    token = tokens[place]
    if dash := _dash(token.folded):
        return dash
    if token.text in words.ROMANS:
        return f"r{words.ROMANS[token.text]}"
    if place + 1 < len(tokens) and words.exact(token.folded) == "in" and tokens[place + 1].folded in words.EVERY:
        return "every"
    before = tokens[place - 1].folded if place else ""
    if token.folded == "was" and before in {"u", "do", "od", "dla", "z", "przez", "o", "na", "po", "za", "ze"}:
        return words.UNKNOWN
    if token.folded in words.SEASONS_AFTER and before not in words.BEFORE_SEASONS:
        return words.UNKNOWN
    if token.folded == "maja" and "ą" in token.text.lower():
        return words.UNKNOWN
    mark = words.exact(token.folded)
    if mark == "this" and place and tokens[place - 1].end == token.start and tokens[place - 1].folded.isdigit():
        return "suffix"
    if mark == words.UNKNOWN and token.folded.isalpha() and token.folded not in known:
        mark = words.near(token.folded)
    return words.UNKNOWN if _names_somebody(tokens, place) else mark


def _names_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a month or weekday is the surname after a title or another capitalised word."""
    token, before = tokens[place], tokens[place - 1] if place else None
    if before is None or token.folded not in words.SURNAMES or not token.text[:1].isupper():
        return False
    if words.exact(before.folded) == "title":
        return True
    named = before.text[:1].isupper() and before.text[1:].islower() and words.exact(before.folded) == words.UNKNOWN
    return named and place > 1


def rewritten(line: list[Item], rules: Sequence[Rule], today: Today) -> list[Item]:
    """Return the line with every piece that a rule understands replaced by what it means, rule after rule."""
    text = marks(line)
    for each in rules:
        if each.pattern.search(text):
            line = _applied(line, each, today)
            text = marks(line)
    return line


def _applied(line: list[Item], each: Rule, today: Today) -> list[Item]:
    starts, text = _text(line)
    result: list[Item] = []
    done = 0
    for match in each.pattern.finditer(text):
        begin, end = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        covered = line[begin:end]
        value = each.make(match, [item.value for item in covered if item.value is not None], today)
        if value is not None:
            used = frozenset().union(*(item.used for item in covered))
            result += [*line[done:begin], Item(each.result, used, value)]
            done = end
    return result + line[done:]


def _text(line: list[Item]) -> tuple[list[int], str]:
    starts, length = [], 0
    for item in line:
        starts.append(length)
        length += len(item.mark) + 1
    return starts, marks(line)


def marks(line: list[Item]) -> str:
    """Return the line as rules see it."""
    return " ".join(item.mark for item in line)
