"""The screens of messages to many, made of the samples."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from domain.broadcast import (
    OF_A_TRAINING,
    Audience,
    Broadcast,
    Composed,
    Phase,
    Progress,
    Segment,
    Settled,
    Totals,
    Unfit,
)
from domain.deliveries import UnreachedPage
from domain.entry import Cause, Unheard
from domain.notice import Kind
from handlers.buttons import Address, ChooseOffice, ChooseSubject, ChooseTraining
from handlers.replies import audiences, broadcast_progress, broadcasts
from handlers.reply import Reply
from handlers.texts import Words
from handlers.texts.markup import escape
from tests.handlers.samples import ANNA, BROADCAST, FULL, LATER, NEWCOMER, NOW, PROGRAMME, SEATS

LONG = "Zagospodarowanie przestrzenne gmin nadmorskich i ochrona brzegu w praktyce urzędów"
SEGMENTS = {
    Audience.EVERYONE: Segment(Audience.EVERYONE),
    Audience.TOPIC: Segment(Audience.TOPIC, topic=LONG),
    Audience.INSTITUTION: Segment(Audience.INSTITUTION, institution_id=3),
    **{audience: Segment(audience, SEATS.id) for audience in OF_A_TRAINING},
}
TOTALS = Totals(delivered=140, refused=2, uncertain=1, missed=3, dropped=4, left=60, next_at=LATER)


def _messages() -> Iterator[Broadcast]:
    for audience, segment in SEGMENTS.items():
        training = SEATS if audience in OF_A_TRAINING else None
        yield replace(BROADCAST, segment=segment, training=training, institution="Urząd Gminy Lipowo")


def screens(say: Words) -> Iterator[tuple[str, Reply]]:
    """Return every screen by a name for it."""
    yield from _composing(say)
    yield from _choosing(say)
    yield from _watching(say)


def _composing(say: Words) -> Iterator[tuple[str, Reply]]:
    second = replace(PROGRAMME, id=2, name=LONG)
    watched = [Progress(replace(each, phase=phase), TOTALS, say.language) for each, phase in zip(_messages(), Phase)]  # noqa: B905
    yield "messages, none", broadcasts.overview(say, [PROGRAMME], ())
    yield "messages", broadcasts.overview(say, [PROGRAMME, second], watched)
    for each in _messages():
        composed = Composed(each, 142, NOW)
        audience = each.segment.audience if each.segment else ""
        yield f"preview, {audience}", broadcasts.preview(say, composed, 30)
        yield f"ask text, {audience}", broadcasts.ask_text(say, composed)
        message = broadcasts.message(say, each)
        assert message is not None
        yield f"message, {audience}", message
    unwritten = replace(BROADCAST, text=None, segment=None)
    yield "ask text, unwritten", broadcasts.ask_text(say, Composed(unwritten, 0, NOW))
    yield "preview, later", broadcasts.preview(say, Composed(BROADCAST, 250_000, LATER), 30)
    yield "preview, nobody", broadcasts.preview(say, Composed(BROADCAST, 0, NOW), 30)
    yield "unfit, long", broadcasts.unfit(say, 7, Unfit(4012))
    yield "unfit, empty", broadcasts.unfit(say, 7, Unfit(0))
    yield "message discarded", broadcasts.discarded(say)
    for phase in Phase:
        yield f"message gone, {phase}", broadcasts.gone(say, Settled(replace(BROADCAST, phase=phase)))


def _choosing(say: Words) -> Iterator[tuple[str, Reply]]:
    yield "audiences", audiences.audiences(say, BROADCAST, 142)
    yield "listed", audiences.listed(say, BROADCAST, SEATS, dict.fromkeys(OF_A_TRAINING, 9999))
    listed = [replace(each, id=100_000 + at) for at, each in enumerate((SEATS, FULL) * 2)]
    trainings = [audiences.of_training(say, BROADCAST, each, 26) for each in listed]
    yield "choose training", audiences.choices(say, ChooseTraining(7), trainings, 14)
    yield "choose training, last", audiences.choices(say, ChooseTraining(7, 3), trainings, 14)
    offices = [audiences.Choice(escape(LONG), 3, Address(7, Audience.INSTITUTION, number)) for number in range(1, 6)]
    yield "choose institution", audiences.choices(say, ChooseOffice(7), offices, 14)
    for press in (ChooseTraining(7), ChooseOffice(7), ChooseSubject(7)):
        yield f"choose, nothing {press}", audiences.choices(say, press, (), 0)


def _watching(say: Words) -> Iterator[tuple[str, Reply]]:
    for number, each in enumerate(_messages()):
        for phase in (Phase.SENDING, Phase.PAUSED, Phase.DONE):
            going = replace(each, phase=phase, people=211, begun_at=NOW - timedelta(minutes=7), ended_at=NOW)
            yield f"progress {number}, {phase}", broadcast_progress.progress(say, Progress(going, TOTALS, say.language))
    done = replace(BROADCAST, phase=Phase.DONE, people=3, begun_at=NOW, ended_at=NOW, removed_at=NOW)
    totals = Totals(delivered=3)
    yield "progress, removed", broadcast_progress.progress(say, Progress(done, totals, say.language))
    yield "delete", broadcast_progress.ask_deletion(say, Progress(done, totals, say.language))
    unheard = [Unheard(who, Kind.MESSAGE, why) for who in (ANNA, NEWCOMER) for why in (Cause.UNSURE, Cause.TOO_LATE)]
    yield "unreached", broadcast_progress.unreached(say, UnreachedPage(done, [*unheard, unheard[0]], 30, 2), 5)
    yield "unreached, nobody", broadcast_progress.unreached(say, UnreachedPage(done, (), 0), 5)
