"""What the schema itself refuses, whoever writes: the rules find the words, the constraints keep the truth."""

import pytest

from domain.ports import Storage
from domain.registration import Registration, State
from domain.roster import Decision, Roster, Write
from tests.storage.samples import NOW, add_training, sign_up

from .conftest import Hand

REGISTRATION = (
    "INSERT INTO registration (training_id, official_id, state, seat, queue, until, former, former_until, confirmed)"
)
NOTICE = "INSERT INTO notice (kind, official_id, key, args, due_at, fate, lease, lease_until, settled_at)"
REPLY = "INSERT INTO reply (chat_id, method, body, due_at, fate, attempts, lease, lease_until, settled_at)"
ORGANISER = "INSERT INTO organiser (official_id, role, programme_id)"
INVITATION = "INSERT INTO invitation (token_hash, role, expires_at, used_at)"
QUESTION = (
    "INSERT INTO question (official_id, chat_id, text, asked_at, intent, behaviour, state,"
    " passed_at, ended_at, ended_by, answer)"
)
FAQ = "INSERT INTO faq (programme_id, key, question, answer, phrases, origin, position)"
INBOX = "INSERT INTO inbox (update_id, turn_of, raw, state, received_at)"

IMPOSSIBLE = {
    "registration_possible": {
        "held without seat or queue": f"{REGISTRATION} VALUES (1, 5, 'held', NULL, NULL, 1, NULL, NULL, 0)",
        "held with seat and queue": f"{REGISTRATION} VALUES (1, 5, 'held', 5, 5, 1, NULL, NULL, 0)",
        "held without an end": f"{REGISTRATION} VALUES (1, 5, 'held', 5, NULL, NULL, NULL, NULL, 0)",
        "seated without a seat": f"{REGISTRATION} VALUES (1, 5, 'seated', NULL, NULL, NULL, NULL, NULL, 0)",
        "seated until": f"{REGISTRATION} VALUES (1, 5, 'seated', 5, NULL, 1, NULL, NULL, 0)",
        "waiting with a seat": f"{REGISTRATION} VALUES (1, 5, 'waiting', 5, 5, NULL, NULL, NULL, 0)",
        "waiting without a ticket": f"{REGISTRATION} VALUES (1, 5, 'waiting', NULL, NULL, NULL, NULL, NULL, 0)",
        "waiting until": f"{REGISTRATION} VALUES (1, 5, 'waiting', NULL, 5, 1, NULL, NULL, 0)",
        "offered without a seat": f"{REGISTRATION} VALUES (1, 5, 'offered', NULL, 5, NULL, NULL, NULL, 0)",
        "offered without a ticket": f"{REGISTRATION} VALUES (1, 5, 'offered', 5, NULL, NULL, NULL, NULL, 0)",
        "leaving without an end": f"{REGISTRATION} VALUES (1, 5, 'leaving', 5, NULL, NULL, 'seated', NULL, 0)",
        "withdrawn with a seat": f"{REGISTRATION} VALUES (1, 5, 'withdrawn', 5, NULL, NULL, NULL, NULL, 0)",
        "withdrawn with a ticket": f"{REGISTRATION} VALUES (1, 5, 'withdrawn', NULL, 5, NULL, NULL, NULL, 0)",
        "withdrawn until": f"{REGISTRATION} VALUES (1, 5, 'withdrawn', NULL, NULL, 1, NULL, NULL, 0)",
        "unknown state": f"{REGISTRATION} VALUES (1, 5, 'gone', 5, NULL, NULL, NULL, NULL, 0)",
    },
    "registration_return_possible": {
        "leaving from nowhere": f"{REGISTRATION} VALUES (1, 5, 'leaving', 5, NULL, 1, NULL, NULL, 0)",
        "leaving a seat it had not": f"{REGISTRATION} VALUES (1, 5, 'leaving', NULL, 5, 1, 'seated', NULL, 0)",
        "leaving a queue with a seat": f"{REGISTRATION} VALUES (1, 5, 'leaving', 5, 5, 1, 'waiting', NULL, 0)",
        "leaving an offer without a seat": f"{REGISTRATION} VALUES (1, 5, 'leaving', NULL, 5, 1, 'offered', NULL, 0)",
        "leaving what was left": f"{REGISTRATION} VALUES (1, 5, 'leaving', 5, 5, 1, 'withdrawn', NULL, 0)",
        "a seat that was to end": f"{REGISTRATION} VALUES (1, 5, 'leaving', 5, NULL, 1, 'seated', 1, 0)",
        "former without leaving": f"{REGISTRATION} VALUES (1, 5, 'seated', 5, NULL, NULL, 'waiting', NULL, 0)",
    },
    "registration_numbers_from_one": {
        "seat zero": f"{REGISTRATION} VALUES (1, 5, 'seated', 0, NULL, NULL, NULL, NULL, 0)",
        "ticket zero": f"{REGISTRATION} VALUES (1, 5, 'waiting', NULL, 0, NULL, NULL, NULL, 0)",
    },
    "registration_confirmed_or_not": {
        "half confirmed": f"{REGISTRATION} VALUES (1, 5, 'seated', 5, NULL, NULL, NULL, NULL, 2)",
    },
    "registration_once|registration.training_id, registration.official_id": {
        "registered twice": f"{REGISTRATION} VALUES (1, 1, 'seated', 5, NULL, NULL, NULL, NULL, 0)",
    },
    "registration_seat_once|registration.training_id, registration.seat": {
        "one seat for two": f"{REGISTRATION} VALUES (1, 5, 'seated', 1, NULL, NULL, NULL, NULL, 0)",
    },
    "registration_ticket_once|registration.training_id, registration.queue": {
        "one ticket for two": f"{REGISTRATION} VALUES (1, 5, 'waiting', NULL, 1, NULL, NULL, NULL, 0)",
    },
    "foreign key": {
        "seat on no training": f"{REGISTRATION} VALUES (99, 5, 'seated', 5, NULL, NULL, NULL, NULL, 0)",
    },
    "notice_lease_whole": {
        "sending without a lease": f"{NOTICE} VALUES ('change', 1, 'k', '{{}}', 1, 'sending', NULL, NULL, NULL)",
        "sending with half a lease": f"{NOTICE} VALUES ('change', 1, 'k', '{{}}', 1, 'sending', 'x', NULL, NULL)",
        "pending with a lease": f"{NOTICE} VALUES ('change', 1, 'k', '{{}}', 1, 'pending', 'x', 1, NULL)",
    },
    "notice_live_unsettled": {
        "pending but settled": f"{NOTICE} VALUES ('change', 1, 'k', '{{}}', 1, 'pending', NULL, NULL, 1)",
    },
    "notice_fate_known": {
        "unknown fate": f"{NOTICE} VALUES ('change', 1, 'k', '{{}}', 1, 'lost', NULL, NULL, 1)",
    },
    "reply_text_forgotten": {
        "reply sent and remembered": f"{REPLY} VALUES (1, 'sendMessage', '{{}}', 1, 'delivered', 1, NULL, NULL, 1)",
        "reply to send but forgotten": f"{REPLY} VALUES (1, 'sendMessage', NULL, 1, 'pending', 1, NULL, NULL, NULL)",
    },
    "reply_live_unsettled": {
        "reply settled at no time": f"{REPLY} VALUES (1, 'sendMessage', NULL, 1, 'delivered', 1, NULL, NULL, NULL)",
    },
    "reply_lease_whole": {
        "reply sent without a lease": f"{REPLY} VALUES (1, 'sendMessage', '{{}}', 1, 'sending', 1, NULL, NULL, NULL)",
    },
    "inbox_text_forgotten": {
        "update done and remembered": f"{INBOX} VALUES (1, 1, 'text', 'done', 1)",
        "update waiting but forgotten": f"{INBOX} VALUES (1, 1, NULL, 'new', 1)",
    },
    "inbox_state_known": {"update in an unknown state": f"{INBOX} VALUES (1, 1, 'text', 'read', 1)"},
    "question_forgotten_whole": {
        "text of nobody": f"{QUESTION} VALUES (NULL, NULL, 'x', 1, 'link', 'abstain', 'asked', NULL, NULL, NULL, NULL)",
        "no text": f"{QUESTION} VALUES (1, 1, NULL, 1, 'link', 'abstain', 'asked', NULL, NULL, NULL, NULL)",
        "nowhere": f"{QUESTION} VALUES (1, NULL, 'x', 1, 'link', 'abstain', 'asked', NULL, NULL, NULL, NULL)",
    },
    "question_state_known": {
        "unknown state": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'read', 1, NULL, NULL, NULL)",
    },
    "question_behaviour_known": {
        "unknown behaviour": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'guess', 'asked', NULL, NULL, NULL, NULL)",
    },
    "question_waits_with_its_text": {
        "waiting but forgotten": (
            f"{QUESTION} VALUES (NULL, NULL, NULL, 1, 'link', 'abstain', 'passed', 1, NULL, NULL, NULL)"
        ),
    },
    "question_passed_at_some_time": {
        "passed never": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'passed', NULL, NULL, NULL, NULL)",
        "passed on before it was": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'asked', 1, NULL, NULL, NULL)",
    },
    "question_ended_at_some_time": {
        "answered at no time": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'answered', 1, NULL, NULL, 'y')",
        "waiting though ended": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'passed', 1, 1, NULL, NULL)",
    },
    "question_ended_by_somebody": {
        "ended early": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'passed', 1, NULL, 2, NULL)",
    },
    "question_answer_told": {
        "answered without an answer": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'answered', 1, 1, 2, NULL)",
        "closed with an answer": f"{QUESTION} VALUES (1, 1, 'x', 1, 'link', 'abstain', 'closed', 1, 1, 2, 'y')",
        "answer to what was forgotten": (
            f"{QUESTION} VALUES (NULL, NULL, NULL, 1, 'link', 'abstain', 'answered', 1, 1, 2, 'y')"
        ),
    },
    "faq_origin_known": {"from nowhere": f"{FAQ} VALUES (1, 'a', 'q', 'a', '[]', 'air', 0)"},
    "training_seats_countable": {"fewer seats than none": "UPDATE training SET seats = -1"},
    "training_status_known": {"unknown status": "UPDATE training SET status = 'perhaps'"},
    "organiser_administers_everything": {
        "administrator of one programme": f"{ORGANISER} VALUES (1, 'administrator', 1)",
    },
    "organiser_role_known": {"unknown role": f"{ORGANISER} VALUES (1, 'mayor', NULL)"},
    "invitation_used_once": {
        "used by nobody": f"{INVITATION} VALUES ('x', 'trainer', 1, 1)",
    },
}
CASES = [
    pytest.param(sql, constraint, id=case) for constraint, cases in IMPOSSIBLE.items() for case, sql in cases.items()
]


@pytest.mark.parametrize(("sql", "constraint"), CASES)
async def test_impossible_row_is_refused(storage: Storage, hand: Hand, sql: str, constraint: str) -> None:
    number = await add_training(storage, seats=1)
    await sign_up(storage, number, 1)
    await sign_up(storage, number, 2)
    await hand("UPDATE training SET seats = 9")
    with pytest.raises(Exception, match=f"(?i){constraint}"):
        await hand(sql)


@pytest.mark.parametrize(
    "sql",
    [
        f"{REGISTRATION} VALUES (1, 5, 'seated', 3, NULL, NULL, NULL, NULL, 0)",
        f"{REGISTRATION} VALUES (1, 5, 'held', 3, NULL, 1, NULL, NULL, 0)",
        "UPDATE registration SET state = 'seated', seat = 3, queue = NULL WHERE official_id = 3",
        "UPDATE registration SET training_id = 1 WHERE official_id = 9",
    ],
    ids=["seated", "held", "out of the queue", "from another training"],
)
async def test_seat_beyond_the_last_is_refused_to_any_hand(storage: Storage, hand: Hand, sql: str) -> None:
    number, other = await add_training(storage, "a", seats=2), await add_training(storage, "b")
    for person in (1, 2, 3):
        await sign_up(storage, number, person)
    await sign_up(storage, other, 9)
    await hand("UPDATE registration SET seat = 7 WHERE official_id = 9")
    with pytest.raises(Exception, match="every seat of this training is taken"):
        await hand(sql)


async def test_seat_refused_in_a_transaction_takes_all_of_it_back(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, seats=1)
    await sign_up(storage, number, 1)

    async def follow_and_sit() -> None:
        async with storage.transaction() as transaction:
            await transaction.rosters.follow(number, 5)
            await transaction.rosters.decide(number, 5, _in_spite_of_everything, NOW)

    with pytest.raises(Exception, match="every seat of this training is taken"):
        await follow_and_sit()
    assert await hand("SELECT COUNT(*) FROM follower") == [(0,)]


def _in_spite_of_everything(seen: Roster) -> Decision[None]:
    return Decision(None, (Write(Registration(seen.training.id, 5, State.SEATED, seat=True)),))


async def test_fewer_seats_take_nobodys_away(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, seats=2)
    for person in (1, 2):
        await sign_up(storage, number, person)
    await hand("UPDATE training SET seats = 1")
    await hand("UPDATE registration SET confirmed = 1")
    assert await hand("SELECT COUNT(*) FROM registration WHERE seat IS NOT NULL AND confirmed = 1") == [(2,)]


async def test_training_without_a_limit_seats_everybody(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, seats=None)
    for person in range(30):
        await sign_up(storage, number, person)
    assert await hand("SELECT COUNT(*), MAX(seat) FROM registration") == [(30, 30)]
