"""How far a message to many has come, and what became of it in the end. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.broadcast import Phase
from handlers.buttons import (
    AskDeletion,
    DeleteBroadcast,
    PauseBroadcast,
    ResumeBroadcast,
    ShowBroadcast,
    ShowUnreached,
    StopBroadcast,
)
from handlers.replies import spans
from handlers.replies.audiences import who
from handlers.replies.broadcasts import ways
from handlers.replies.deliveries import whom
from handlers.replies.explaining import cause
from handlers.replies.rows import does, grid, to_forecast
from handlers.reply import Button, Reply, Toast
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from domain.broadcast import Broadcast, Progress, Turned
    from domain.deliveries import UnreachedPage
    from domain.entry import Unheard
    from handlers.reply import Rows
    from handlers.texts import Words

BAR: Final = 10
_OUTCOMES: Final = ("refused", "uncertain", "missed", "dropped")


def progress(words: Words, seen: Progress) -> Reply:
    """Return how far a message has come, with what can be done about it; the totals when it is done."""
    broadcast = seen.broadcast
    done = broadcast.phase is Phase.DONE
    text = _done(words, seen) if done else _under_way(words, seen)
    return Reply(
        paragraphs(
            text, lines(words("broadcast.for", who=who(words, broadcast)), *_losses(words, seen), _removed(words, seen))
        ),
        _ending(words, seen) if done else _holding(words, broadcast),
    )


def _under_way(words: Words, seen: Progress) -> Markup:
    broadcast, next_at = seen.broadcast, seen.totals.next_at
    part = seen.ended / max(1, broadcast.people)
    full = int(part * BAR)
    paused = broadcast.phase is Phase.PAUSED
    waits = next_at is not None and next_at > words.now and not paused
    head = words("broadcast.paused" if paused else "broadcast.sending", done=seen.ended, people=broadcast.people)
    bar = words("broadcast.bar", bar="▓" * full + "░" * (BAR - full), percent=int(part * 100))
    at = dates.moment(words, next_at, broadcast.programme.zone) if next_at and waits else None
    return lines(head, bar, words("broadcast.rest_at", at=at) if at else None)


def _done(words: Words, seen: Progress) -> Markup:
    begun, ended = seen.broadcast.begun_at, seen.broadcast.ended_at
    took = spans.length(words, (ended - begun).total_seconds()) if begun and ended else None
    return lines(
        words("broadcast.done"),
        words.plural("broadcast.delivered", seen.totals.delivered),
        words("broadcast.took", time=took) if took else None,
    )


def _losses(words: Words, seen: Progress) -> list[Markup]:
    """Return what did not arrive, a line for each reason."""
    counts = {name: getattr(seen.totals, name) for name in _OUTCOMES} | {"erased": seen.erased}
    return [words(f"broadcast.lost.{name}", people=people) for name, people in counts.items() if people]


def _removed(words: Words, seen: Progress) -> Markup | None:
    at, zone = seen.broadcast.removed_at, seen.broadcast.programme.zone
    return words("broadcast.removed", at=dates.moment(words, at, zone)) if at else None


def _holding(words: Words, broadcast: Broadcast) -> Rows:
    ahead = to_forecast(words)
    if broadcast.phase is Phase.PAUSED:
        return grid(
            [does(words, "broadcast.button.resume", ResumeBroadcast(broadcast.id)), ahead],
            [does(words, "broadcast.button.stop", StopBroadcast(broadcast.id))],
            ways(words),
        )
    return grid([does(words, "broadcast.button.pause", PauseBroadcast(broadcast.id)), ahead], ways(words))


def _ending(words: Words, seen: Progress) -> Rows:
    number, totals = seen.broadcast.id, seen.totals
    missing = totals.refused + totals.uncertain + totals.missed
    return grid(
        [does(words, "broadcast.button.unreached", ShowUnreached(number)) if missing else None],
        [does(words, "broadcast.button.ask_deletion", AskDeletion(number)) if seen.deletable(words.now) else None],
        ways(words),
    )


def turned(words: Words, outcome: Turned) -> Toast:
    """Return that a message was held, goes on or was ended."""
    return Toast(words.plain(f"broadcast.turned.{outcome.broadcast.phase}"))


def unreached(words: Words, seen: UnreachedPage, most: int) -> Reply:
    """Return a page of those whom a message did not reach, to be telephoned; ``most`` are on one."""
    number, pages = seen.broadcast.id, -(-seen.count // most)
    return Reply(
        paragraphs(
            lines(words("broadcast.unreached"), words("broadcast.for", who=who(words, seen.broadcast))),
            lines(*(_person(words, each) for each in seen.people)) or words("broadcast.all_reached"),
        ),
        grid(
            [
                does(words, "button.previous", ShowUnreached(number, seen.page - 1)) if seen.page > 1 else None,
                does(words, "button.next", ShowUnreached(number, seen.page + 1)) if seen.page < pages else None,
            ],
            [does(words, "button.back", ShowBroadcast(number))],
        ),
    )


def _person(words: Words, each: Unheard) -> Markup:
    return words("broadcast.unheard", who=whom(words, each.official), why=cause(words, each.cause))


def ask_deletion(words: Words, seen: Progress) -> Reply:
    """Return the question whether a message is to be deleted for those who got it."""
    people = seen.totals.delivered
    number = seen.broadcast.id
    return Reply(
        lines(words("broadcast.delete"), words("broadcast.for", who=who(words, seen.broadcast))),
        grid(
            [does(words, "broadcast.button.keep", ShowBroadcast(number))],
            [Button(words.plural("broadcast.button.delete", people), DeleteBroadcast(number))],
        ),
    )
