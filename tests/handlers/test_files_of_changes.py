"""Which notices bring a calendar file, and that a text too long for a caption goes without one."""

from dataclasses import replace

import pytest

from domain.notice import Kind
from domain.registration import State
from domain.training import Status
from handlers.messenger import Messages
from tests.handlers.samples import CALLED_OFF, LATER, NOW, SEATS, SERVICE, claimed

MOVED = replace(SEATS, details=replace(SEATS.details, status=Status.MOVED))


def method(kind: Kind, state: State | None = State.SEATED, **args: str) -> str:
    training = CALLED_OFF if kind is Kind.CANCELLATION else MOVED if "postponed" in args else SEATS
    message = Messages(SERVICE).render(claimed(kind, training, state, args or {"was_room": "9"}), NOW, LATER)
    assert message is not None
    return message.method


@pytest.mark.parametrize("kind", [Kind.CHANGE, Kind.CANCELLATION])
def test_people_with_a_seat_get_the_file(kind: Kind) -> None:
    assert method(kind) == "sendDocument"


@pytest.mark.parametrize("kind", [Kind.CHANGE, Kind.CANCELLATION])
@pytest.mark.parametrize("state", [State.WAITING, State.HELD, State.OFFERED, State.LEAVING, None])
def test_others_get_the_words_alone(kind: Kind, state: State | None) -> None:
    assert method(kind, state) == "sendMessage"


def test_other_notices_are_words_alone() -> None:
    assert method(Kind.REMINDER_DAY) == "sendMessage"


def test_date_that_is_unknown_is_in_no_file() -> None:
    assert method(Kind.CHANGE, postponed=str(SEATS.details.start)) == "sendMessage"


def test_text_too_long_for_a_caption_goes_without_a_file() -> None:
    assert method(Kind.CANCELLATION, reason="&" * 300) == "sendMessage"
