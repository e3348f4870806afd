"""Beginning an announcement: pasting a text, a sample of one, what cannot be read. Never imports telegram."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from domain.official import Language
from domain.wall import Wall
from handlers.buttons import AskOffered, FillForm, PasteFor, ReadOffered, ShowPaste, ShowSample, ShowUnfinished
from handlers.replies.announcing import doubts
from handlers.replies.announcing.sheet import unchanged
from handlers.replies.rows import does, grid, named, to_menu
from handlers.reply import Button, Reply
from handlers.texts import Words, dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.drafting import NothingFound
    from domain.training import Programme

MOST_PROGRAMMES: Final = 20
AHEAD: Final = 17
"""Days from a Monday to the Thursday after the next."""
_ANYWHERE: Final = ZoneInfo("UTC")


def paste(words: Words, drafts: int = 0) -> Reply:
    """Return how to begin, with the way to the announcements that wait."""
    waiting = Button(words.plain("announcement.button.waiting", n=drafts), ShowUnfinished()) if drafts else None
    return Reply(
        lines(words("announcement.paste"), words("announcement.paste_how")),
        grid(
            [waiting],
            [does(words, "announcement.button.sample", ShowSample())],
            [does(words, "announcement.button.form", FillForm())],
            [to_menu(words)],
        ),
    )


def sample(words: Words) -> Reply:
    """Return an announcement as it could be pasted."""
    return Reply(
        lines(words("announcement.sample_head"), words("announcement.sample_quoted", text=sample_text(words.now))),
        grid([does(words, "announcement.button.back", ShowPaste())], [to_menu(words)]),
    )


def sample_text(now: datetime) -> Markup:
    """Return the sample alone: in Polish, as announcements are, of a Thursday to come; it raises no question."""
    words = doubts.with_year(Words(Language.POLISH, now))
    thursday = now.date() + timedelta(days=AHEAD - now.weekday())
    return words(
        "announcement.sample",
        day=dates.wall(words, Wall(thursday), _ANYWHERE),
        deadline=dates.day(words, thursday - timedelta(days=2), dates.today(words, _ANYWHERE)),
    )


def which_programme(words: Words, programmes: Sequence[Programme]) -> Reply:
    """Return the programmes to choose from."""
    chosen = [[named(each.name, PasteFor(each.id))] for each in programmes[:MOST_PROGRAMMES]]
    return Reply(words("announcement.which_programme"), grid(*chosen, [to_menu(words)]))


def name_programme(words: Words) -> Reply:
    """Return the question for the name of the first programme."""
    return Reply(words("announcement.name_programme"), grid([to_menu(words)]))


def bad_programme(words: Words) -> Reply:
    """Return that a text cannot be the name of a programme."""
    return Reply(words("announcement.bad_programme"), grid([to_menu(words)]))


def founded(words: Words, programme: Programme) -> Markup:
    """Return the line that tells of a programme just added."""
    return words("announcement.founded", name=programme.name)


def nothing(words: Words, found: NothingFound) -> Reply:
    """Return that a text holds nothing to be published, and why."""
    known = unchanged(words, found.unchanged)
    return Reply(
        paragraphs(
            words("announcement.nothing_new") if known else words("announcement.nothing"),
            lines(*(doubts.problem(words, each) for each in found.problems), known),
        ),
        grid([does(words, "announcement.button.sample", ShowSample())], [to_menu(words)]),
    )


def offer(words: Words, trainings: int) -> Reply:
    """Return the question whether a text is an announcement."""
    return Reply(
        lines(words("announcement.offer"), words.plural("announcement.offer_found", trainings) if trainings else None),
        grid(
            [does(words, "announcement.button.read", ReadOffered())],
            [does(words, "announcement.button.ask", AskOffered())],
        ),
    )


def forgotten(words: Words) -> Reply:
    """Return that a text is not kept any more."""
    return Reply(
        words("announcement.forgotten"),
        grid([does(words, "announcement.button.another", ShowPaste())], [to_menu(words)]),
    )


def no_file(words: Words, *, recording: bool) -> Reply:
    """Return that files and recordings are not read, and what to do instead."""
    said = words("announcement.no_recording" if recording else "announcement.no_file")
    return Reply(said, grid([does(words, "announcement.button.another", ShowPaste())], [to_menu(words)]))
