import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.sending import CONNECTION_PAUSE, TOKEN_PAUSE, outcome_of, posted
from bot.telegram import NotConnectedError
from domain.chats import Gone, Loss, Posted, Shut, Venue
from domain.notice import Delivered, Delivery, Moved, NotSent, Refused, Uncertain


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (RetryAfter(7), NotSent("flood control", 7.0)),
        (Forbidden("Forbidden: bot was blocked by the user"), Refused("blocked")),
        (Forbidden("Forbidden: user is deactivated"), Refused("deactivated")),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Refused("can't initiate")),
        (ChatMigrated(-100123), Moved(-100123)),
        (InvalidToken("Unauthorized"), NotSent("token refused", TOKEN_PAUSE, everyone=True)),
        (NotConnectedError("ClientConnectorError"), NotSent("no connection", CONNECTION_PAUSE, everyone=True)),
        (BadRequest("Message is not modified: the same"), Delivered()),
        (BadRequest("Floodskip_not_allowed"), NotSent("paid broadcasts refused", 0.0, alarm="paid_refused")),
        (BadRequest("Chat not found"), Refused("Chat not found")),
        (BadRequest("Can't parse entities: x"), Refused("Can't parse entities: x", ours=True)),
        (BadRequest("Message to delete not found"), Refused("Message to delete not found")),
        (BadRequest("Message can't be deleted for everyone"), Refused("Message can't be deleted for everyone")),
        (NetworkError("Too Many Requests"), NotSent("flood control", CONNECTION_PAUSE)),
        (NetworkError("Bad Gateway"), Uncertain("Bad Gateway")),
        (TimedOut(), Uncertain("Timed out")),
        (Conflict("terminated by other getUpdates request"), Uncertain("terminated by other getUpdates request")),
        (TelegramError("Invalid server response"), Uncertain("Invalid server response")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_error_means(error: TelegramError, expected: Delivery) -> None:
    assert outcome_of(error) == expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Forbidden("Forbidden: bot was kicked from the channel chat"), Shut(Loss.REMOVED)),
        (Forbidden("Forbidden: bot is not a member of the supergroup chat"), Shut(Loss.REMOVED)),
        (BadRequest("Chat not found"), Shut(Loss.MISSING)),
        (BadRequest("Need administrator rights in the channel chat"), Shut(Loss.RIGHTS)),
        (BadRequest("Not enough rights to send text messages to the chat"), Shut(Loss.RIGHTS)),
        (BadRequest("Chat_write_forbidden"), Shut(Loss.RIGHTS)),
        (BadRequest("Message thread not found"), Shut(Loss.TOPIC)),
        (BadRequest("Topic_closed"), Shut(Loss.TOPIC)),
        (BadRequest("Message can't be edited"), Shut(Loss.RIGHTS)),
        (BadRequest("Message to edit not found"), Gone()),
        (BadRequest("Can't parse entities: x"), Refused("Can't parse entities: x", ours=True)),
        (ChatMigrated(-100123), Moved(-100123)),
        (TimedOut(), Uncertain("Timed out")),
    ],
    ids=str,
)
def test_error_means_for_a_post_in_a_channel(error: TelegramError, expected: Posted) -> None:
    assert posted(outcome_of(error), Venue.CHANNEL) == expected


def test_message_in_a_group_that_cannot_be_edited_is_not_ours_any_more() -> None:
    assert posted(outcome_of(BadRequest("Message can't be edited")), Venue.GROUP) == Gone()
