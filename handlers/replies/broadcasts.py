"""Messages to many as recipients see them, and as organisers compose them. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.broadcast import LONGEST_TEXT, Phase
from handlers.buttons import (
    ChooseAudience,
    ComposeBroadcast,
    DiscardBroadcast,
    PreviewBroadcast,
    SendBroadcast,
    ShowBroadcast,
    ShowBroadcasts,
    ShowCard,
    TryBroadcast,
    WriteBroadcast,
)
from handlers.replies import facts, spans
from handlers.replies.audiences import who
from handlers.replies.rows import ALONE, does, grid, named, numbers, to_menu
from handlers.reply import Button, Reply, Toast
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.broadcast import Begun, Broadcast, Composed, Progress, Settled, Unfit
    from domain.training import Programme
    from handlers.texts import Words

A_NAME: Final = 60


def message(words: Words, broadcast: Broadcast) -> Reply | None:
    """Return a message as each recipient gets it; ``None`` once its text was forgotten."""
    if broadcast.text is None:
        return None
    programme, training = broadcast.programme, broadcast.training
    return Reply(
        paragraphs(
            lines(
                words("broadcast.from", organiser=escape(programme.organiser or programme.name, A_NAME)),
                facts.brief(words, training) if training else None,
            ),
            Markup(broadcast.text),
        ),
        grid([does(words, "button.details", ShowCard(training.id)) if training else None, to_menu(words)]),
    )


def overview(words: Words, programmes: Sequence[Programme], newest: Sequence[Progress]) -> Reply:
    """Return the messages that went out last, a number button each, and the ways to a new one."""
    rows = [
        words("broadcast.row", number=number, who=who(words, each.broadcast), how=_how(words, each))
        for number, each in enumerate(newest, 1)
    ]
    return Reply(
        paragraphs(words("broadcast.head"), lines(*rows) or words("broadcast.none")),
        (
            *numbers([(number, ShowBroadcast(each.broadcast.id)) for number, each in enumerate(newest, 1)]),
            *grid(*([_new(words, each, len(programmes))] for each in programmes), [to_menu(words)]),
        ),
    )


def _how(words: Words, progress: Progress) -> Markup:
    done = progress.totals.delivered if progress.broadcast.phase is Phase.DONE else progress.ended
    return words(f"broadcast.phase.{progress.broadcast.phase}", done=done, people=progress.broadcast.people)


def _new(words: Words, programme: Programme, programmes: int) -> Button:
    press = ComposeBroadcast(programme.id)
    if programmes == 1:
        return does(words, "broadcast.button.new", press)
    return named(f"{programme.id}. {programme.name}", press, ALONE)


def ask_text(words: Words, composed: Composed) -> Reply:
    """Return the question for the text."""
    broadcast = composed.broadcast
    back = PreviewBroadcast(broadcast.id) if broadcast.text else ChooseAudience(broadcast.id)
    return Reply(
        lines(
            words("broadcast.write"),
            _recipients(words, composed),
            words("broadcast.write_how", limit=LONGEST_TEXT),
        ),
        grid([does(words, "button.back", back)], [_discard(words, broadcast)]),
    )


def unfit(words: Words, broadcast_id: int, outcome: Unfit) -> Reply:
    """Return why a text cannot be sent, and what to do; nothing of it is kept."""
    length = outcome.length
    text = words("broadcast.too_long", length=length, limit=LONGEST_TEXT) if length else words("broadcast.no_text")
    return Reply(text, grid([does(words, "button.back", PreviewBroadcast(broadcast_id))], [to_menu(words)]))


def preview(words: Words, composed: Composed, rate: float) -> Reply:
    """Return to whom a message would go, when, and for how long; the button carries the number that is shown.

    ``rate`` is how many messages go out in a second.
    """
    broadcast, people = composed.broadcast, composed.people
    send = Button(words.plural("broadcast.button.send", people), SendBroadcast(broadcast.id, people))
    return Reply(
        paragraphs(
            words("broadcast.preview"),
            lines(
                _recipients(words, composed),
                _going(words, composed, rate) if people else words("broadcast.nobody"),
            ),
        ),
        grid(
            [
                does(words, "broadcast.button.text", WriteBroadcast(broadcast.id)),
                does(words, "broadcast.button.audience", ChooseAudience(broadcast.id)),
            ],
            [does(words, "broadcast.button.try", TryBroadcast(broadcast.id))],
            [send if people else None],
            [_discard(words, broadcast)],
        ),
    )


def _recipients(words: Words, composed: Composed) -> Markup:
    people = words.plural("broadcast.people", composed.people)
    return words("broadcast.recipients", who=who(words, composed.broadcast), people=people)


def _going(words: Words, composed: Composed, rate: float) -> Markup:
    takes = spans.about(words, composed.people / rate)
    if composed.goes_at <= words.now:
        return words("broadcast.goes_now", takes=takes)
    at = dates.moment(words, composed.goes_at, composed.broadcast.programme.zone)
    return words("broadcast.goes_later", at=at, takes=takes)


def _discard(words: Words, broadcast: Broadcast) -> Button:
    return does(words, "broadcast.button.discard", DiscardBroadcast(broadcast.id))


def begun(words: Words, outcome: Begun) -> Toast:
    """Return that a message goes out, or when it will."""
    if outcome.goes_at <= words.now:
        return Toast(words.plain("broadcast.begun"))
    at = dates.moment(words, outcome.goes_at, outcome.broadcast.programme.zone)
    return Toast(words.plain("broadcast.begun_later", at=at))


def recounted(words: Words) -> Toast:
    """Return that there are not as many people as the button said."""
    return Toast(words.plain("broadcast.recounted"), alert=True)


def settled(words: Words, outcome: Settled) -> Toast:
    """Return what has become of a message with which something else was to be done."""
    return Toast(words.plain(f"broadcast.settled.{outcome.broadcast.phase}"), alert=True)


def gone(words: Words, outcome: Settled) -> Reply:
    """Return the same in answer to a text that came too late for a message."""
    return Reply(escape(settled(words, outcome).text), grid(ways(words)))


def discarded(words: Words) -> Reply:
    """Return that a message will never be sent."""
    return Reply(words("broadcast.discarded"), grid(ways(words)))


def ways(words: Words) -> list[Button]:
    """Return the ways to all messages and to the menu."""
    return [does(words, "broadcast.button.all", ShowBroadcasts()), to_menu(words)]
