"""Every reason that the ledger keeps has its cause, and what waits is explained by the rules that will be asked."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

import domain
from domain.broadcast import Phase
from domain.entry import (
    DROPPED,
    Cause,
    Coming,
    Entry,
    Halted,
    Idle,
    Told,
    Underway,
    Untold,
    ended_by,
    explain,
)
from domain.notice import REMINDERS, Fate, Kind
from domain.official import Preferences
from domain.registration import State
from domain.verdict import Reason
from tests.handlers.samples import ANNA, BROADCAST, NOW, SEATS, claimed

DROPPING = {"Drop", "drop", "drop_all", "_drop", "recall", "Pointless"}
DESKS = Path(domain.__file__).parent
SENDING = DESKS.parent / "bot" / "sending.py"


def reasons_kept() -> Iterator[str]:
    """Yield the texts that are given as a reason wherever a notice is dropped."""
    for path in (*DESKS.rglob("*.py"), SENDING):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in DROPPING:
                yield from (
                    each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
                )


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def entry(kind: Kind, fate: Fate = Fate.PENDING, reason: str = "", due_at: datetime = NOW, **stated: Any) -> Entry:  # noqa: ANN401 - of any field
    """Return an entry of the ledger about the sample training and a person with a seat on it."""
    notice = claimed(kind, SEATS, State.SEATED)
    args = {"start": str(SEATS.details.start)}
    anybody = replace(ANNA, preferences=Preferences(week_before=True))
    usual: dict[str, Any] = {"due_at": due_at, "args": args, "official": anybody, "attempts": 0}
    notice = replace(notice, **(usual | stated))
    return Entry(notice, fate, reason, None if fate in {Fate.PENDING, Fate.SENDING} else NOW)


def test_every_reason_of_a_verdict_has_a_cause() -> None:
    assert set(Reason) <= set(DROPPED)


def test_every_reason_that_the_code_drops_notices_for_has_a_cause() -> None:
    kept = set(reasons_kept())
    assert {"settings changed", "merged", "re-dated", "nothing differs any more"} <= kept
    assert kept - set(DROPPED) - {"nothing differs"} == set()  # that one is about posts, of which nobody is told


def test_a_reason_of_another_time_is_no_fault() -> None:
    assert ended_by(Fate.DROPPED, "something else") is Cause.OUTDATED
    assert ended_by(Fate.MISSED, "something else") is Cause.TOO_LATE


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("fate", Fate)
def test_every_fate_of_every_kind_is_explained(kind: Kind, fate: Fate) -> None:
    seen = explain(entry(kind, fate), NOW)
    expected: dict[Fate, tuple[type, ...]] = {
        Fate.PENDING: (Coming, Idle),
        Fate.SENDING: (Underway,),
        Fate.DELIVERED: (Told,),
        Fate.UNCERTAIN: (Told,),
        Fate.REFUSED: (Untold,),
        Fate.MISSED: (Untold,),
        Fate.DROPPED: (Untold,),
    }
    assert isinstance(seen, expected[fate])


@pytest.mark.parametrize(
    ("reason", "cause"), [("blocked", Cause.BLOCKED), ("deactivated", Cause.BLOCKED), ("Bad Request", Cause.REJECTED)]
)
def test_a_refusal_is_the_persons_or_ours(reason: str, cause: Cause) -> None:
    assert explain(entry(Kind.CHANGE, Fate.REFUSED, reason), NOW) == Untold(cause, NOW, refused=True)


def test_a_reminder_comes_at_its_usual_moment() -> None:
    due = datetime.fromisoformat("2026-05-06T14:00+02:00")
    assert explain(entry(Kind.REMINDER_DAY, due_at=due), NOW) == Coming(due, Cause.DAY_BEFORE)


def test_a_reminder_out_of_quiet_time_says_so() -> None:
    due = datetime.fromisoformat("2026-05-06T12:59+02:00")
    live = entry(Kind.REMINDER_DAY, due_at=due)
    early = replace(ANNA, preferences=Preferences(quiet_from=time(13, 0)))
    assert explain(replace(live, notice=replace(live.notice, official=early)), NOW) == Coming(due, Cause.OUT_OF_QUIET)


def test_a_reminder_at_an_hour_of_the_organisers_says_so() -> None:
    due = datetime.fromisoformat("2026-05-06T17:30+02:00")
    assert explain(entry(Kind.REMINDER_DAY, due_at=due), NOW) == Coming(due, Cause.ARRANGED)


def test_a_change_waits_for_further_ones() -> None:
    due = NOW + timedelta(minutes=10)
    assert explain(entry(Kind.CHANGE, due_at=due), NOW) == Coming(due, Cause.MERGING)


def test_a_change_in_the_night_waits_for_the_morning() -> None:
    night = datetime.fromisoformat("2026-05-04T23:00+02:00")
    morning = datetime.fromisoformat("2026-05-05T07:00+02:00")
    assert explain(entry(Kind.CHANGE, due_at=night), night) == Coming(morning, Cause.QUIET)


def test_what_is_not_true_any_more_will_not_come() -> None:
    unwanted = replace(ANNA, preferences=Preferences(day_before=False))
    live = entry(Kind.REMINDER_DAY)
    assert explain(replace(live, notice=replace(live.notice, official=unwanted)), NOW) == Idle(Cause.NOT_WANTED)


def test_a_paused_message_is_halted() -> None:
    paused = replace(BROADCAST, phase=Phase.PAUSED)
    assert explain(entry(Kind.MESSAGE, broadcast=paused), NOW) == Halted()
    assert explain(replace(entry(Kind.MESSAGE), held=True), NOW) == Halted()


def test_a_second_attempt_says_that_the_first_failed() -> None:
    due = NOW + timedelta(seconds=30)
    assert explain(entry(Kind.CHANGE, due_at=due, attempts=1), NOW) == Coming(due, Cause.AGAIN)


@pytest.mark.parametrize("kind", REMINDERS)
def test_what_is_due_comes_at_once(kind: Kind) -> None:
    assert explain(entry(kind), NOW) == Coming(NOW, Cause.SOON)
