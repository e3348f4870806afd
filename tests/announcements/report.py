"""`python -m tests.announcements.report`: reads every announcement of the corpus and counts what was understood.

Ends with status 1 when a goal is missed. `--failures` tells what was wanted and what came; names or styles narrow it.
"""

import argparse
import statistics
import sys
from collections.abc import Iterable, Sequence

from bot.cli.progress import Progress
from tests.announcements.corpus import Announcement, announcements
from tests.announcements.judging import Judged, Mark
from tests.announcements.tally import Row, Tally, tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report and return the status."""
    parser = argparse.ArgumentParser(prog="python -m tests.announcements.report")
    parser.add_argument("only", nargs="*", metavar="NAME or STYLE", help="read these alone")
    parser.add_argument("--failures", action="store_true", help="tell what was wanted and what came")
    wanted = parser.parse_args(arguments)
    chosen = _chosen(wanted.only)
    if not chosen:
        parser.error("no announcement has such a name or style")
    with Progress("Announcements read") as progress:
        counted = tally(chosen, progress.show)
    print("\n".join(report(counted, failures=wanted.failures)))  # noqa: T201 -- what the command is for
    return 1 if counted.missed() else 0


def report(counted: Tally, *, failures: bool) -> Iterable[str]:
    """Yield the lines of the report."""
    if failures:
        yield from (line for each in counted.judged for line in failure(each))
    yield f"{'':18}{'right':>6}{'wrong':>6}{'missed':>7}{'invented':>9}{'precision':>10}{'recall':>8}{'goal':>6}"
    yield from map(_line, counted.rows())
    yield ""
    judged = counted.judged
    asked, unasked = sum(each.asked for each in judged), sum(len(each.unasked) for each in judged)
    yield f"{'texts':24}{len(judged):6}"
    yield f"{'invented fields':24}{counted.invented():6}"
    yield f"{'without their words':24}{counted.unfounded():6}"
    yield f"{'asked where needed':24}{asked - unasked:6} /{asked}"
    yield f"{'asked without need':24}{sum(len(each.needless) for each in judged):6}"
    costs = [each.ms for each in judged]
    yield f"{'milliseconds a text':24}{statistics.median(costs):6.1f}, at most {max(costs):.1f}"
    yield from (f"Missed: {missed}" for missed in counted.missed())


def failure(judged: Judged) -> Iterable[str]:
    """Yield what is wrong with what was read of one text."""
    told = [
        *(f"no training {each.fields['start']} {each.fields['title']!r}" for each in judged.missing),
        *(f"too many: {each['start']} {each['title']!r}" for each in judged.surplus),
        *(
            f"{field.mark} {field.name}: wanted {field.wanted!r}, came {field.found!r}"
            for field in judged.fields
            if field.mark is not Mark.RIGHT
        ),
        *(f"not asked: {about}, {why}" for about, why in judged.unasked),
        *(f"asked without need: {about}, {why}" for about, why in judged.needless),
        *(f"evidence: {fault}" for fault in judged.unfounded),
    ]
    if told:
        yield f"{judged.announcement.name} ({judged.announcement.style})"
        yield from (f"    {line}" for line in told)


def _chosen(only: Sequence[str]) -> list[Announcement]:
    return [each for each in announcements() if not only or each.name in only or each.style in only]


def _line(row: Row) -> str:
    goal = f"{row.goal:6.2f}" if row.goal is not None else ""
    counts = f"{row.right:6}{row.wrong:6}{row.missed:7}{row.invented:9}"
    return f"{row.name:18}{counts}{row.precision:10.3f}{row.recall:8.3f}{goal}{' <' if row.short else ''}"


if __name__ == "__main__":
    sys.exit(main())
