"""What organisers keep for answering questions; whatever is written to it raises the version that readers watch."""

from collections.abc import Sequence
from datetime import datetime

import orjson

from domain.faq import Faq, Synonym
from storage import codec
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, Value, act, each, many, one, scripted, value


def _faq(row: Row) -> Faq:
    return Faq(
        id=row["faq_id"],
        programme_id=row["programme_id"],
        key=row["key"],
        question=row["question"],
        answer=row["answer"],
        phrases=tuple(orjson.loads(row["phrases"])),
        training_id=row["training_id"],
    )


def _faqs() -> Script[Sequence[Faq]]:
    found = yield from many("faqs")
    return [_faq(row) for row in found]


def _list_faqs(programme_id: int, faqs: Sequence[Faq]) -> Script[None]:
    listed: list[dict[str, Value]] = [
        {
            "programme_id": programme_id,
            "key": faq.key,
            "question": faq.question,
            "answer": faq.answer,
            "position": position,
        }
        for position, faq in enumerate(faqs)
    ]
    yield from each("list_faq", listed)
    yield from act("unlist_faqs", programme_id=programme_id, keys=codec.dump([faq.key for faq in faqs]))
    yield from act("raise_programme_version")


def _faq_of(question_id: int) -> Script[Faq | None]:
    row = yield from one("faq_of_question", question_id=question_id)
    return _faq(row) if row else None


def _keep(faq: Faq, question_id: int) -> Script[Faq | None]:
    row = yield from one(
        "keep_faq",
        programme_id=faq.programme_id,
        key=faq.key,
        question=faq.question,
        answer=faq.answer,
        phrases=codec.dump(list(faq.phrases)),
        training_id=faq.training_id,
        question_id=question_id,
    )
    if row is None:
        return None
    yield from act("raise_programme_version")
    return _faq(row)


def _drop_faq(faq_id: int) -> Script[bool]:
    dropped = yield from value("drop_faq", faq_id=faq_id)
    yield from act("raise_programme_version")
    return dropped is not None


def _synonyms() -> Script[Sequence[Synonym]]:
    found = yield from many("synonyms")
    return [
        Synonym(row["synonym_id"], tuple(orjson.loads(row["phrases"])), row["added_by"], instant(row["added_at"]))
        for row in found
    ]


def _add_synonym(phrases: Sequence[str], official_id: int, now: datetime) -> Script[int]:
    number: int = yield from value(
        "add_synonym", phrases=codec.dump(list(phrases)), added_by=official_id, added_at=micros(now)
    )
    yield from act("raise_programme_version")
    return number


def _drop_synonym(synonym_id: int) -> Script[bool]:
    dropped = yield from value("drop_synonym", synonym_id=synonym_id)
    yield from act("raise_programme_version")
    return dropped is not None


class Knowledge(Scripted):
    """What organisers keep for answering."""

    faqs = scripted(_faqs)
    list_faqs = scripted(_list_faqs)
    faq_of = scripted(_faq_of)
    keep = scripted(_keep)
    drop_faq = scripted(_drop_faq)
    synonyms = scripted(_synonyms)
    add_synonym = scripted(_add_synonym)
    drop_synonym = scripted(_drop_synonym)
