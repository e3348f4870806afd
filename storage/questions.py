"""What people asked: kept for a while with its text, and for ever as a number."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from domain.asked import Asked, Behaviour, Intent, Missed, Standing
from storage import codec, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, act, many, scripted, value


def read(ids: Collection[int]) -> Script[Mapping[int, Asked]]:
    """Return questions by their ids."""
    if not ids:
        return {}
    found = yield from many("questions", ids=codec.dump(list(ids)))
    return {row["question_id"]: _asked(row) for row in found}


def _asked(row: Row) -> Asked:
    return Asked(
        id=row["question_id"],
        asker=None if row["official_id"] is None else rows.official(row),
        text=row["text"],
        asked_at=instant(row["asked_at"]),
        intent=Intent(row["intent"]),
        behaviour=Behaviour(row["behaviour"]),
        standing=Standing(row["state"]),
        training=None if row["training_id"] is None else rows.training(row),
        programme=None if row["programme_id"] is None else rows.programme(row),
        ended_by=row["ended_by"],
        ended_by_name=row["ended_by_name"],
        answer=row["answer"],
    )


def _note(asked: Asked, chat_id: int | None) -> Script[int]:
    number: int = yield from value(
        "note_question",
        official_id=asked.asker.id if asked.asker else None,
        chat_id=chat_id,
        text=asked.text,
        asked_at=micros(asked.asked_at),
        intent=asked.intent,
        behaviour=asked.behaviour,
        training_id=asked.training.id if asked.training else None,
        programme_id=asked.programme.id if asked.programme else None,
    )
    return number


def _recent(official_id: int, chat_id: int, since: datetime, limit: int) -> Script[Sequence[str]]:
    found = yield from many(
        "recent_questions", official_id=official_id, chat_id=chat_id, since=micros(since), limit=limit
    )
    return [row["text"] for row in reversed(found)]


def _get(question_id: int) -> Script[Asked | None]:
    found = yield from read([question_id])
    return found.get(question_id)


def _told_in(official_id: int, message_id: int) -> Script[Asked | None]:
    number = yield from value("question_told_in", official_id=official_id, message_id=message_id)
    return None if number is None else (yield from _get(number))


def _waiting(programmes: Collection[int] | None, limit: int) -> Script[Sequence[Asked]]:
    ids = [row["id"] for row in (yield from many("open_questions", limit=limit, **codec.scope(programmes)))]
    found = yield from read(ids)
    return [found[number] for number in ids]


def _passed_since(official_id: int, since: datetime) -> Script[int]:
    count: int = yield from value("count_passed", official_id=official_id, since=micros(since))
    return count


def _kept(official_id: int) -> Script[int]:
    count: int = yield from value("count_kept_questions", official_id=official_id)
    return count


def _pass_on(question_id: int, programme_id: int | None, now: datetime) -> Script[bool]:
    passed = yield from value("pass_on_question", question_id=question_id, programme_id=programme_id, now=micros(now))
    return passed is not None


def _answer(question_id: int, official_id: int, answer: str, now: datetime) -> Script[bool]:
    answered = yield from value(
        "answer_question", question_id=question_id, official_id=official_id, answer=answer, now=micros(now)
    )
    return answered is not None


def _add(question_id: int, addition: str) -> Script[None]:
    yield from act("add_to_answer", question_id=question_id, addition=addition)


def _close(question_id: int, official_id: int, now: datetime) -> Script[bool]:
    closed = yield from value("close_question", question_id=question_id, official_id=official_id, now=micros(now))
    return closed is not None


def _missed(programmes: Collection[int] | None, since: datetime) -> Script[Sequence[Missed]]:
    found = yield from many("missed_questions", since=micros(since), **codec.scope(programmes))
    return [Missed(Behaviour(row["behaviour"]), Intent(row["intent"]), row["missed"], row["passed"]) for row in found]


def _speak_in(chat_id: int, now: datetime, before: datetime) -> Script[bool]:
    speaks = yield from value("speak_in_group", chat_id=chat_id, now=micros(now), before=micros(before))
    return speaks is not None


class Questions(Scripted):
    """What people asked."""

    note = scripted(_note)
    recent = scripted(_recent)
    get = scripted(_get)
    told_in = scripted(_told_in)
    waiting = scripted(_waiting)
    passed_since = scripted(_passed_since)
    kept = scripted(_kept)
    pass_on = scripted(_pass_on)
    answer = scripted(_answer)
    add = scripted(_add)
    close = scripted(_close)
    missed = scripted(_missed)
    speak_in = scripted(_speak_in)
