"""The tour: every step asserts itself, so what is tested here is that it is told in one language from end to end."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.cli.demo.chapters import TEXTS
from bot.cli.demo.tour import tour
from bot.cli.demo.town import Town, found
from domain.finding import Finding, Invariant


@pytest.mark.parametrize(("locale", "language", "moment"), [("C", "pl", "27.04 8:00"), ("en_GB", "en", "27 Apr 8:00")])
def test_tour_is_told_in_the_language_of_the_locale(
    locale: str, language: str, moment: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert tour() == 0
    told = capsys.readouterr()
    headings = re.findall("^== (.*) ==$", told.out, re.MULTILINE)
    assert headings == [text for text in TEXTS[language].values() if text in headings]
    assert len(headings) == 20
    assert f"\n{moment} Anna ▸ /start\n" in told.out
    assert "    Terminarz → Referat szkoleń:\n" in told.out
    assert told.out.endswith(f"\n{TEXTS[language]['complete']}\n")
    assert told.err == ""


def test_tour_leaves_sound_records(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[Finding] = []

    @asynccontextmanager
    async def audited() -> AsyncIterator[Town]:
        async with found() as town:
            yield town
            await town.bot.storage.forget(town.clock.now())
            async with town.bot.storage.reading() as transaction:
                counts = await transaction.audit.counts()
                left.extend(await transaction.audit.findings(town.clock.now(), list(Invariant)))
            assert min(counts["trainings"], counts["registrations"], counts["notices"]) > 0

    monkeypatch.setattr("bot.cli.demo.tour.found", audited)
    assert tour() == 0
    assert left == []


def test_tour_stops_at_a_step_that_goes_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.setattr("bot.cli.demo.tour.LAST_SEAT", "Kurs tańca")
    assert tour() == 1
    told = capsys.readouterr()
    assert told.err.startswith("\nThe tour stopped: Anna should read ['Kurs tańca'], but reads:\n")
    assert TEXTS["en"]["complete"] not in told.out


def test_both_languages_say_the_same() -> None:
    assert [*TEXTS["pl"]] == [*TEXTS["en"]]
    fields = [[re.findall(r"\{(\w+)\}", text) for text in texts.values()] for texts in TEXTS.values()]
    assert fields[0] == fields[1]
