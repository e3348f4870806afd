"""`python -m tests.phrases.report`: asks every phrase of the corpus and prints how many answers are right.

Ends with status 1 when a floor is missed. `--failures` tells what was wanted and what came; kinds or ids narrow it.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence

from bot.cli.progress import Progress
from tests.phrases.asking import VARIANTS, Judged, recognised
from tests.phrases.corpus import Phrase, phrases
from tests.phrases.tally import Row, Tally, tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report and return the status."""
    parser = argparse.ArgumentParser(prog="python -m tests.phrases.report")
    parser.add_argument("only", nargs="*", metavar="KIND or ID", help="ask these alone")
    parser.add_argument("--failures", action="store_true", help="tell what was wanted and what came")
    wanted = parser.parse_args(arguments)
    chosen = _chosen(wanted.only)
    if not chosen:
        parser.error("no phrase has such a kind or id")
    with Progress("Questions answered") as progress:
        counted = tally(chosen, progress.show)
    print("\n".join(report(counted, failures=wanted.failures)))  # noqa: T201 -- what the command is for
    return 1 if counted.missed() else 0


def report(counted: Tally, *, failures: bool) -> Iterable[str]:
    """Yield the lines of the report."""
    if failures:
        for name in VARIANTS:
            yield from (line for each in counted.failures(name) for line in failure(each, name))
        yield from (f"{each.phrase.id} makes up {value!r}: {each.said.text!r}" for each, value in counted.invented())
    yield f"{'':24}{'right':>6} /asked{'%':>8}{'floor':>7}   but for the intent"
    yield from map(_line, counted.kinds())
    yield ""
    yield from map(_line, counted.summary())
    known, asked = sum(recognised(each.phrase) for each in counted.plain), len(counted.plain)
    yield f"{'language recognised':24}{known:6} /{asked:<5}{100 * known / asked:8.1f}"
    yield f"{'invented values':24}{len(counted.invented()):6}"
    yield from (f"Missed: {missed}" for missed in counted.missed())


def failure(judged: Judged, variant: str) -> Iterable[str]:
    """Yield what was asked, what was wanted and what came."""
    phrase, found = judged.phrase, judged.said.understood
    *before, asked = judged.asked
    yield f"{phrase.id} ({variant}) {asked!r}" + (f" after {before}" if before else "")
    yield f"    wanted {phrase.intent} {phrase.behaviour} {' '.join(sorted(phrase.trainings))}"
    yield f"    came   {found.intent} {found.behaviour} {' '.join(sorted(judged.trainings))}"
    if "text" in judged.wrong:
        text = judged.said.text.replace("\u00a0", " ")
        missing = [held for held in phrase.holds if held not in text]
        yield f"    text   without {missing}, with {[lacked for lacked in phrase.lacks if lacked in text]}"


def _chosen(only: Sequence[str]) -> list[Phrase]:
    return [phrase for phrase in phrases() if not only or phrase.kind in only or phrase.id in only]


def _line(row: Row) -> str:
    floor = f"{row.floor:7g}" if row.floor is not None else ""
    mark = " <" if row.missed else "  "
    return f"{row.name:24}{row.right:6} /{row.asked:<5}{row.percent:8.1f}{floor}{mark} {row.but_for_intent}"


if __name__ == "__main__":
    sys.exit(main())
