"""People, their institutions, what the bot waits for from them, and forgetting all of it."""

from collections.abc import Sequence
from datetime import datetime

from domain.folding import fold
from domain.institution import Institution
from domain.official import Official
from domain.ports import Prompt
from storage import codec, rows
from storage.instants import instant, micros
from storage.statements import Script, Scripted, act, many, one, scripted, sole

_TRACES = (
    "erase_official",
    "erase_grants",
    "erase_invitations",
    "answered",
    "erase_subscription",
    "erase_follows",
    "erase_registrations",
    "erase_counted",
    "erase_notices",
    "erase_addressed",
    "erase_questions",
    "erase_endings",
    "erase_authorship",
    "erase_doer",
    "erase_concerned",
    "erase_writer",
    "erase_broadcasts",
    "erase_watching",
    "erase_shown_chats",
    "erase_replies",
    "erase_updates",
)


def _get(official_id: int) -> Script[Official | None]:
    row = yield from one("official", official_id=official_id)
    return rows.official(row) if row else None


def _save(official: Official) -> Script[None]:
    yield from act(
        "save_official",
        official_id=official.id,
        language=official.language,
        person=official.name,
        institution_id=official.institution.id if official.institution else None,
        preferences=codec.dump(official.preferences),
        notice_version=official.notice_version,
        notice_seen_at=micros(official.notice_seen_at),
        unreachable=official.unreachable,
    )


def _erase(official_id: int) -> Script[None]:
    for trace in _TRACES:
        yield from act(trace, official_id=official_id)
    yield from act("erase_institutions")


def _reached(official_id: int) -> Script[None]:
    yield from act("reached", official_id=official_id)


def _lost(official_id: int, reason: str) -> Script[None]:
    yield from act("lost", official_id=official_id, reason=reason)


def _institutions() -> Script[Sequence[Institution]]:
    found = yield from many("institutions")
    return sorted((rows.institution(row) for row in found), key=lambda institution: fold(institution.name))


def _add_institution(new: Institution) -> Script[Institution]:
    row = yield from one("institution_folded", folded=fold(new.name))
    known = rows.institution(row) if row else Institution(0, new.name)
    joined = yield from sole(
        "add_institution",
        institution=new.name,
        folded=fold(new.name),
        aliases=codec.dump(list(dict.fromkeys(known.aliases + new.aliases))),
        member=int(known.member or new.member),
        listed=int(known.listed or new.listed),
    )
    return rows.institution(joined)


def _prompt(official_id: int, now: datetime) -> Script[Prompt | None]:
    row = yield from one("prompt", official_id=official_id, now=micros(now))
    if row is None:
        return None
    return Prompt(official_id, row["awaits"], instant(row["expires_at"]), row["training_id"], row["data"])


def _ask(prompt: Prompt) -> Script[None]:
    yield from act(
        "ask",
        official_id=prompt.official_id,
        awaits=prompt.awaits,
        training_id=prompt.training_id,
        data=prompt.data,
        expires_at=micros(prompt.expires_at),
    )


def _answered(official_id: int) -> Script[None]:
    yield from act("answered", official_id=official_id)


class Officials(Scripted):
    """People, their institutions, what the bot waits for from them."""

    erased = False
    """Whether somebody was erased: an engine may keep what was deleted in a log of its own."""

    get = scripted(_get)
    save = scripted(_save)
    reached = scripted(_reached)
    lost = scripted(_lost)
    institutions = scripted(_institutions)
    add_institution = scripted(_add_institution)
    prompt = scripted(_prompt)
    ask = scripted(_ask)
    answered = scripted(_answered)

    async def erase(self, official_id: int) -> None:
        """Delete every trace of the person but a place that is still held."""
        await self.run(_erase(official_id))
        self.erased = True
