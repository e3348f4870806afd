"""Changes of trainings that are still to be written for people: fan-outs that are written apart from all others."""

from dataclasses import replace
from datetime import timedelta

import orjson

from domain.alteration import Alteration
from domain.fan_out import ALTERED, Altered, FanOut
from domain.training import Training
from storage import codec, fan_outs, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, act, many, one, scripted, sole, value


def _begin(alteration: Alteration) -> Script[Altered | None]:
    waits = yield from value("alteration_of", training_id=alteration.after.id)
    number = yield from fan_outs.begin(_told(alteration), alteration.at)
    yield from act("address_concerned", fan_out_id=number, training_id=alteration.after.id)
    if waits is not None:
        return None
    altered = yield from _altered(number, alteration, ALTERED)
    return altered if altered.people < ALTERED else None


def _told(alteration: Alteration) -> FanOut:
    args = {
        "before": codec.dump(alteration.before.details),
        "after": codec.dump(alteration.after.details),
        "silent": "1" if alteration.silent else "",
    }
    occasion, training_id = str(micros(alteration.at)), alteration.after.id
    return FanOut(alteration.kind, occasion, alteration.at + alteration.patience, args, training_id)


def _next(chunk: int) -> Script[Altered | None]:
    row = yield from one("next_alteration")
    if row is None:
        return None
    training = rows.training((yield from sole("roster_training", training_id=row["training_id"])))
    return (yield from _altered(row["id"], _alteration(row, training), chunk))


def _alteration(row: Row, training: Training) -> Alteration:
    args, at = orjson.loads(row["args"]), instant(row["begun_at"])
    return Alteration(
        replace(training, details=rows.details(args["before"])),
        replace(training, details=rows.details(args["after"])),
        at,
        patience=timedelta(microseconds=row["due_at"] - row["begun_at"]),
        silent=bool(args["silent"]),
    )


def _altered(fan_out_id: int, alteration: Alteration, chunk: int) -> Script[Altered]:
    found = yield from many("next_altered", fan_out_id=fan_out_id, training_id=alteration.after.id, limit=chunk)
    concerned = frozenset(row["official_id"] for row in found if row["concerned"])
    return Altered(fan_out_id, alteration, concerned, len(found), found[-1]["official_id"] if found else 0)


def _settle(altered: Altered) -> Script[None]:
    yield from act("drop_altered", fan_out_id=altered.fan_out_id, last=altered.last)
    yield from act("end_alteration", fan_out_id=altered.fan_out_id)


class Alterations(Scripted):
    """Changes of trainings that are not written yet for everybody whom they concern."""

    begin = scripted(_begin)
    next = scripted(_next)
    settle = scripted(_settle)
