from datetime import UTC, datetime, timedelta

import pytest

from playground.clock import MORNING, ManualClock, RunningClock

NOON = datetime(2026, 4, 27, 12, tzinfo=UTC)


def test_morning_is_eight_in_warsaw() -> None:
    assert datetime(2026, 4, 27, 6, tzinfo=UTC) == MORNING


def test_manual_clock_stands_until_moved() -> None:
    clock = ManualClock(NOON)
    jumps: list[datetime] = []
    clock.on_jump(lambda: jumps.append(clock.now()))
    assert clock.now() == clock.now() == NOON
    clock.advance(timedelta(hours=1))
    clock.set(NOON)
    assert jumps == [NOON + timedelta(hours=1), NOON]


def test_running_clock_runs_pauses_and_jumps() -> None:
    clock = RunningClock(NOON, speed=1_000_000)
    jumps: list[bool] = []
    clock.on_jump(lambda: jumps.append(clock.running))
    assert clock.now() < clock.now()
    clock.pause()
    paused = clock.now()
    assert clock.now() == paused > NOON
    clock.set(NOON)
    assert clock.now() == NOON
    clock.run(speed=2.0)
    assert (clock.speed, jumps) == (2.0, [False, False, True])
    clock.advance(timedelta(days=1))
    assert NOON + timedelta(days=1) <= clock.now() < NOON + timedelta(days=1, minutes=1)


@pytest.mark.parametrize("clock", [ManualClock, RunningClock])
def test_naive_time_is_refused(clock: type[ManualClock | RunningClock]) -> None:
    with pytest.raises(ValueError, match="aware"):
        clock(datetime(2026, 4, 27, 8))  # noqa: DTZ001 - the very thing refused
