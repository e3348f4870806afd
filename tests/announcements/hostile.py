"""Texts that are hard on patterns."""

from itertools import cycle, islice


def hostile(length: int) -> dict[str, str]:
    """Return texts of a length that are hard on patterns: nothing in them is closed, ended or different."""
    units = {
        "brackets": "([{",
        "dashes": "-",
        "digits": "1",
        "dots between digits": "1.",
        "hours": "9:00-",
        "quotation marks": "„",
        "one word": "a",
        "one line a sign": "a\n",
        "spaces": " ",
        "days": "11 września ",
        "days and hours": "11 września 2026, godz. 9:00–12:00, sala 4\n",
        "weekdays": "środa, czwartek i ",
        "addresses": "https://",
        "mail signs": "a@",
        "bars": "| ",
        "bold": "**",
        "turned around": "\u202e\u200f",
        "zero bytes": "\x00",
        "accents": "e\u0301\u0301",
        "emoji": "🗓📍",
    }
    return {name: "".join(islice(cycle(unit), length)) for name, unit in units.items()}
