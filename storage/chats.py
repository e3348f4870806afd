"""Groups and channels in which trainings are posted, and those that people have shown until they are bound."""

from collections.abc import Sequence
from datetime import datetime

from domain.chats import BoundChat, Loss, ShownChat, Spot, Venue
from domain.official import Language
from storage import codec, rows
from storage.instants import micros
from storage.statements import Row, Script, Scripted, act, many, one, scripted, value


def chat(row: Row) -> BoundChat:
    """Read a bound chat with its programme."""
    return BoundChat(
        id=row["bound_chat_id"],
        spot=_spot(row),
        programme=rows.programme(row),
        language=Language(row["spoken"]),
        paused=bool(row["paused"]),
        lost=Loss(row["lost"]) if row["lost"] else None,
    )


def _spot(row: Row) -> Spot:
    return Spot(row["telegram_id"], Venue(row["venue"]), row["title"], row["thread"])


def _bind(spot: Spot, programme_id: int, language: Language) -> Script[int]:
    number: int = yield from value(
        "bind_chat",
        telegram_id=spot.telegram_id,
        thread=spot.thread,
        venue=spot.venue,
        title=spot.title,
        programme_id=programme_id,
        language=language,
    )
    return number


def _get(bound_chat_id: int) -> Script[BoundChat | None]:
    row = yield from one("bound_chat", bound_chat_id=bound_chat_id)
    return chat(row) if row else None


def _bound(programme_id: int | None = None) -> Script[Sequence[BoundChat]]:
    found = yield from many("bound_chats", programme_id=programme_id)
    return [chat(row) for row in found]


def _unbind(bound_chat_id: int) -> Script[None]:
    yield from act("unbind_chat", bound_chat_id=bound_chat_id)


def _pause(bound_chat_id: int, *, paused: bool) -> Script[None]:
    yield from act("pause_chat", bound_chat_id=bound_chat_id, paused=int(paused))


def _speak(bound_chat_id: int, language: Language, now: datetime) -> Script[None]:
    yield from act("speak_in_chat", bound_chat_id=bound_chat_id, language=language)
    yield from act("touch_posts_in", bound_chat_id=bound_chat_id, now=micros(now))


def _rest(telegram_id: int, until: datetime) -> Script[None]:
    yield from act("rest_chat", telegram_id=telegram_id, until=micros(until))


def _lose(telegram_id: int, loss: Loss, until: datetime) -> Script[Sequence[BoundChat]]:
    lost = yield from many("lose_chat", telegram_id=telegram_id, lost=loss, until=micros(until))
    yield from _rest(telegram_id, until)
    news = {row["id"] for row in lost}
    return [each for each in (yield from _bound()) if each.id in news] if news else []


def _regain(telegram_id: int, title: str = "") -> Script[None]:
    yield from act("regain_chat", telegram_id=telegram_id, title=title)


def _move(telegram_id: int, new_id: int, now: datetime) -> Script[None]:
    moved = [row["id"] for row in (yield from many("move_chat", telegram_id=telegram_id, new_id=new_id))]
    yield from act("leave_former_chat", telegram_id=telegram_id)
    yield from act("repost", bound_chat_ids=codec.dump(moved), now=micros(now))
    yield from act("forget_group_chat", telegram_id=telegram_id)


def _show(official_id: int, spot: Spot, now: datetime) -> Script[int]:
    number: int = yield from value(
        "show_chat",
        official_id=official_id,
        telegram_id=spot.telegram_id,
        thread=spot.thread,
        venue=spot.venue,
        title=spot.title,
        shown_at=micros(now),
    )
    return number


def _shown(official_id: int, shown_chat_id: int) -> Script[ShownChat | None]:
    row = yield from one("shown_chat", official_id=official_id, shown_chat_id=shown_chat_id)
    return ShownChat(row["shown_chat_id"], row["official_id"], _spot(row)) if row else None


def _forget_shown(shown_chat_id: int) -> Script[None]:
    yield from act("forget_shown_chat", shown_chat_id=shown_chat_id)


def purge(before: datetime) -> Script[None]:
    """Forget groups in which the bot last spoke, and chats that were last shown, before an instant."""
    yield from act("purge_group_chats", before=micros(before))
    yield from act("purge_shown_chats", before=micros(before))


class Chats(Scripted):
    """Bound chats, and those that people have shown."""

    bind = scripted(_bind)
    get = scripted(_get)
    bound = scripted(_bound)
    unbind = scripted(_unbind)
    pause = scripted(_pause)
    speak = scripted(_speak)
    rest = scripted(_rest)
    lose = scripted(_lose)
    regain = scripted(_regain)
    move = scripted(_move)
    show = scripted(_show)
    shown = scripted(_shown)
    forget_shown = scripted(_forget_shown)
