"""The screens of new trainings, of changes and of what is similar."""

from collections.abc import Iterator
from dataclasses import replace

from domain.news import Subscription
from domain.notice import Kind
from domain.registration import Registration, State
from domain.training import Status
from handlers.replies import news, notices, similar
from handlers.reply import Reply
from handlers.texts import Words
from tests.handlers.samples import CALLED_OFF, FORM, LATER, SEATS, SERVICE, UPCOMING, claimed

NONE = Subscription(5)
ALL = Subscription(5, everything=True)
TOPICS = Subscription(5, topics={"archiwum": "Archiwum", "prosty jezyk": "prosty język"}, weekly=True)
MANY = [f"Zagospodarowanie przestrzenne w praktyce, część {number}" for number in range(20)]
NUMBERED = [f"{number}. temat, o którym warto napisać" for number in range(20)]


def _subscribing(say: Words) -> Iterator[tuple[str, Reply]]:
    for name, subscription in (("none", NONE), ("all", ALL), ("topics", TOPICS)):
        yield f"news, {name}", news.subscribed(say, subscription)
        yield f"topics to hear of, {name}", news.topics(say, ["Archiwum", "prosty język"], subscription)
        yield f"not for me, {name}", news.not_for_me(say, SEATS, subscription)
    yield "news, many topics", news.subscribed(say, NONE.with_all(MANY))
    yield "topics to hear of, nothing", news.topics(say, [], NONE)
    yield "topics to hear of, page 2", news.topics(say, NUMBERED, NONE.with_all(NUMBERED), 2)
    yield "topics to hear of, last page", news.topics(say, NUMBERED, NONE, 99)
    for concerned in (True, False):
        yield f"will tell, {concerned}", news.will_tell(say, TOPICS, CALLED_OFF, concerned=concerned)
    yield "will tell of all", news.will_tell(say, ALL, CALLED_OFF, concerned=True)
    yield "similar", similar.similar(say, CALLED_OFF, UPCOMING[:5])
    yield "similar, none", similar.similar(say, CALLED_OFF, [])


def _told(say: Words) -> Iterator[tuple[str, Reply | None]]:
    several = [replace(UPCOMING[0], training=replace(SEATS, id=number)) for number in range(20, 32)]
    for kind in (Kind.NEWS, Kind.DIGEST):
        yield f"{kind}, several", notices.notice(say, replace(claimed(kind), news=tuple(several[:2])), SERVICE)
        yield f"{kind}, many", notices.notice(say, replace(claimed(kind), news=tuple(several)), SERVICE)
        for number, stored in enumerate((UPCOMING[1], UPCOMING[2], UPCOMING[4], UPCOMING[5])):
            yield f"{kind}, one {number}", notices.notice(say, replace(claimed(kind), news=(stored,)), SERVICE)
    moved = replace(SEATS, details=replace(SEATS.details, status=Status.MOVED))
    postponed = {"postponed": str(SEATS.details.start)}
    for state in (State.SEATED, State.WAITING, State.LEAVING, None):
        yield f"postponed, {state}", notices.notice(say, claimed(Kind.CHANGE, moved, state, postponed), SERVICE)
        kept = claimed(Kind.CHANGE, SEATS, state, {"was_status": "moved"})
        yield f"not postponed after all, {state}", notices.notice(say, kept, SERVICE)
    revived = postponed | {"was_status": "cancelled"}
    yield "revived and postponed", notices.notice(say, claimed(Kind.CHANGE, moved, args=revived), SERVICE)
    for state in (State.HELD, State.OFFERED):
        for seat in (True, False):
            mine = Registration(12, 5, state, seat=seat, until=LATER)
            told = replace(claimed(Kind.CHANGE, args={"was_room": "9"}), registration=mine)
            yield f"change, {state}, {seat}", notices.notice(say, told, SERVICE)
        gone = claimed(Kind.CANCELLATION, CALLED_OFF, state)
        yield f"cancellation, {state}", notices.notice(say, gone, SERVICE)
    yield "cancellation, followed", notices.notice(say, claimed(Kind.CANCELLATION, FORM, None), SERVICE)


def screens(say: Words) -> Iterator[tuple[str, Reply]]:
    """Yield each screen by a name for it."""
    yield from _subscribing(say)
    for name, reply in _told(say):
        assert reply is not None, name
        yield name, reply
