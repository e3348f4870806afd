"""Adjectives after a kind of training brought into its case: „(spotkania) informacyjnego" → „informacyjne".

Knows the endings of words; knows no text and no place in one.
"""

from __future__ import annotations

from domain.announcement.language import dictionary


def agreeing(rest: str, name: str) -> tuple[str, bool]:
    """Return the words after a kind with their adjective in the nominative of it, and whether they agree with it.

    „(spotkania) informacyjnego dla …" → „informacyjne dla …"; those of several do not: „(szkoleń) wewnętrznych".
    """
    first, _, others = rest.partition(" ")
    if not name or not any(each.part == "adj" for each in dictionary.readings(first.lower())):
        return rest, True
    if first.endswith(("ych", "ich", "ymi", "imi")):
        return rest, False
    ending = next((each for each in ("ego", "emu", "ej", "ym", "im", "ą") if first.endswith(each)), None)
    if ending is None:
        return rest, True
    stem = first.removesuffix(ending)
    soft = stem.endswith("i") or ending == "im"
    base = stem.removesuffix("i")
    shaped = {"a": f"{base}a", "m": f"{base}i" if soft else f"{base}y"}
    made = shaped.get("a" if name.endswith("a") else "n" if name.endswith(("e", "um")) else "m")
    return f"{made or base + ('ie' if soft else 'e')} {others}".strip(), True
