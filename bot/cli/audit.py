"""`audit`: look whether everything in the records is as it always has to be; changes nothing, names nobody."""

import argparse
import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.settings import Settings
from domain.finding import Finding, Invariant


def configure(parser: argparse.ArgumentParser) -> None:
    """Take one switch."""
    parser.add_argument("--json", action="store_true", help="print the findings for machines")


def run(arguments: argparse.Namespace) -> int:
    """Print one line of counts and return 0, or what is wrong and return 1."""
    findings, counts = asyncio.run(_audit(settings_from_environment(token=False)))
    if arguments.json:
        told = [{**asdict(finding), "sentence": finding.sentence} for finding in findings]
        print(json.dumps({"findings": told, "counts": dict(counts)}, indent=2))
    else:
        for finding in findings:
            more = " …" if finding.count > len(finding.places) else ""
            print(f"{finding.invariant} ({finding.count}): {finding.sentence}: {', '.join(finding.places)}{more}")
    if findings:
        return 1
    if not arguments.json:
        print(
            f"Nothing is wrong: {len(Invariant)} invariants, {', '.join(f'{n} {what}' for what, n in counts.items())}."
        )
    return 0


async def _audit(settings: Settings) -> tuple[Sequence[Finding], Mapping[str, int]]:
    async with opened(settings, reading=True) as storage, storage.reading() as transaction:
        counts = await transaction.audit.counts()
        return await transaction.audit.findings(SystemClock.now(), list(Invariant)), counts
