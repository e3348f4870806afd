"""Publishing: what it would do, when, and what became of it. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain import dates as clock
from domain.chats import Venue
from handlers.buttons import ChooseHour, Publish, Schedule, ShowCard, ShowPublish, ShowSheet, UndoAct
from handlers.replies.announcing import doubts
from handlers.replies.announcing.sheet import onwards
from handlers.replies.rows import ALONE, does, grid, named
from handlers.reply import Button, Document, Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.chats import BoundChat
    from domain.drafting import Prospect, Published, Sheet
    from domain.news import Reach
    from domain.stating import Unclear
    from domain.training import Training
    from handlers.service import Service
    from handlers.texts import Words

LISTED: Final = 6
MOST_CHATS: Final = 3
LONGEST_CHAT: Final = 60
LONGEST_TITLE: Final = 60
LONGEST_NUMBERS: Final = 100


def prospect(words: Words, coming: Prospect) -> Reply:
    """Return what publishing would do, to be approved."""
    sheet = coming.sheet
    number, version = sheet.announcement.id, sheet.announcement.version
    heard = coming.reach.people or coming.chats or any(each.told for each in coming.changes)
    return Reply(
        paragraphs(
            lines(words("publish.head"), _counts(words, coming), _whom(words, coming), _changes(words, coming)),
            _hearing(words, coming),
            _without_topics(words, coming),
            _unknown(words, sheet),
        ),
        grid(
            [does(words, "publish.button.notify" if heard else "publish.button.publish", Publish(number, version))],
            [does(words, "publish.button.silently", Publish(number, version, silent=True)) if heard else None],
            [does(words, "publish.button.hour", ChooseHour(number, version))],
            [does(words, "publish.button.back", ShowSheet(number))],
        ),
    )


def _counts(words: Words, coming: Prospect) -> Markup:
    new = len(coming.sheet.drafts) - len(coming.changes)
    past = sum(drafted.found.past for drafted in coming.sheet.drafts)
    return lines(
        words.plural("publish.new", new) if new else None,
        words.plural("publish.changed", len(coming.changes)) if coming.changes else None,
        words.plural("publish.past", past) if past else None,
        words.plural("publish.again", coming.again) if coming.again else None,
    )


def _whom(words: Words, coming: Prospect) -> Markup | None:
    people = _reached(words, coming.reach)
    posts = [_post(words, each) for each in coming.chats[:MOST_CHATS]]
    more = len(coming.chats) - MOST_CHATS
    return lines(people, *posts, words.plural("publish.more_chats", more) if more > 0 else None) or None


def _reached(words: Words, reach: Reach) -> Markup | None:
    """Return how many people hear of it, and how many of them on Monday."""
    if not reach.people:
        return None
    weekly = words.plural("publish.weekly", reach.weekly) if reach.weekly else None
    return lines(words.plural("publish.people", reach.people), weekly)


def _post(words: Words, chat: BoundChat) -> Markup:
    key = "publish.in_channel" if chat.spot.venue is Venue.CHANNEL else "publish.in_group"
    return words(key, title=escape(chat.spot.title, LONGEST_CHAT))


def _changes(words: Words, coming: Prospect) -> Markup | None:
    told = sum(each.told for each in coming.changes)
    return words.plural("publish.told_of_changes", told) if told else None


def _hearing(words: Words, coming: Prospect) -> Markup:
    """Return when people hear of it, of new trainings and of changes apart; or that nobody does."""
    told = lines(
        _later(words, coming) if coming.reach.at_once or coming.chats else None,
        words("publish.changes_later") if any(each.told for each in coming.changes) else None,
    )
    new = any(not (each.training or each.found.past) for each in coming.sheet.drafts)
    return told or words("publish.nobody" if new else "edit.tells_nobody")


def _later(words: Words, coming: Prospect) -> Markup:
    zone = coming.sheet.announcement.programme.zone
    now = dates.clock(clock.local(words.now, zone).time())
    if coming.goes_at <= words.now:
        return words("publish.at_once", now=now)
    return words("publish.later", now=now, when=dates.moment(words, coming.goes_at, zone))


def _without_topics(words: Words, coming: Prospect) -> Markup | None:
    """Return of which new trainings those hear nothing who chose topics."""
    drafts = enumerate(coming.sheet.drafts, start=1)
    at = [number for number, each in drafts if not (each.training or each.found.past or each.draft.topics)]
    return words("publish.no_topics", numbers=escape(doubts.ranges(at), LONGEST_NUMBERS)) if at else None


def _unknown(words: Words, sheet: Sheet) -> Markup | None:
    founds = [drafted.found for drafted in sheet.drafts]
    lacking = doubts.lacking(words, founds)
    return words("publish.to_be_confirmed") if lacking else None


def incomplete(words: Words, sheet: Sheet) -> Markup:
    """Return the line that tells which drafts cannot be published yet."""
    wanting = {drafted.id for drafted in sheet.incomplete}
    at = [number for number, drafted in enumerate(sheet.drafts, start=1) if drafted.id in wanting]
    return words("publish.incomplete", numbers=escape(doubts.ranges(at), LONGEST_NUMBERS))


def overtaken(words: Words) -> Markup:
    """Return the line above an announcement that somebody else has changed meanwhile."""
    return words("publish.overtaken")


@dataclass(frozen=True, slots=True)
class Hour:
    """An instant that a button offers."""

    label: str
    at: datetime


def choose_hour(
    words: Words, announcement: int, version: int, hours: Sequence[Hour], unclear: Unclear | None = None
) -> Reply:
    """Return the question when to publish, with likely hours."""
    offered = [[named(each.label, Schedule(announcement, version, _minute(each.at)), ALONE)] for each in hours]
    said = words(f"draft.misfit.{unclear.misfit}", name=words("publish.hour_name")) if unclear else None
    return Reply(
        paragraphs(said, words("publish.which_hour")),
        grid(*offered, [does(words, "publish.button.back", ShowPublish(announcement))]),
    )


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60


def published(words: Words, outcome: Published, service: Service) -> Reply:
    """Return that trainings are public, each with its number and the link to it."""
    trainings = (*outcome.added, *outcome.changed)
    rows = [_row(words, each, service) for each in trainings[:LISTED]]
    more = len(trainings) - LISTED
    copies = [_copying(words, each, service) for each in trainings[:LISTED]]
    return Reply(
        paragraphs(
            lines(
                words.plural("publish.done" if outcome.added else "publish.done_changing", len(trainings)),
                _told(words, outcome),
            ),
            lines(*rows, words.plural("publish.more", more) if more > 0 else None),
        ),
        (
            *grid(
                *(copies[at : at + 2] for at in range(0, len(copies), 2)),
                [does(words, "publish.button.undo", UndoAct(outcome.undo)) if outcome.undo else None],
                [does(words, "publish.button.card", ShowCard(trainings[0].id)) if len(trainings) == 1 else None],
                onwards(words),
            ),
        ),
    )


def _row(words: Words, training: Training, service: Service) -> Markup:
    return words(
        "publish.row",
        number=training.id,
        day=dates.brief_day(words, training.details.start),
        title=escape(training.title, LONGEST_TITLE),
        link=service.deep_link(training.id),
    )


def _copying(words: Words, training: Training, service: Service) -> Button:
    return Button(words.plain("publish.button.copy", number=training.id), copy=service.deep_link(training.id))


def _told(words: Words, outcome: Published) -> Markup:
    if not outcome.reach.people and not outcome.posts and not outcome.told:
        return words("publish.silently_done" if outcome.added else "publish.silently_changed")
    return lines(
        _reached(words, outcome.reach),
        words.plural("publish.posts", outcome.posts) if outcome.posts else None,
        words.plural("publish.told_of_changes", outcome.told) if outcome.told else None,
        words("publish.changes_later") if outcome.told else None,
    )


def links(words: Words, outcome: Published, service: Service) -> Reply | None:
    """Return a file of all links for e-mails, when there are more than a message holds."""
    trainings = (*outcome.added, *outcome.changed)
    if len(trainings) <= LISTED:
        return None
    rows = (f"{plain(each.title)}\n{service.deep_link(each.id)}\n" for each in trainings)
    document = Document(words.plain("publish.file"), "\n".join(rows).encode(), "text/plain")
    return Reply(words("publish.links"), grid(onwards(words)), document)
