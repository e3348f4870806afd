"""Groups and channels in which trainings are posted, as organisers see and set them. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.chats import Venue
from domain.official import Language
from handlers.buttons import (
    AddChat,
    AskUnbind,
    BindChat,
    PauseChat,
    ShowChat,
    ShowChats,
    ShowMenu,
    SpeakInChat,
    Unbind,
)
from handlers.replies.rows import does, grid, named, numbers, opens, to_forecast, to_menu
from handlers.reply import Key, Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.chats import BoundChat, ShownChat
    from domain.training import Programme
    from handlers.reply import Button, Rows
    from handlers.service import Service
    from handlers.texts import Words

A_PAGE: Final = 5
LONGEST_NAME: Final = 60
PROGRAMMES: Final = 20
_ADDS = {Venue.GROUP: "button.add_group", Venue.CHANNEL: "button.add_channel"}
_CHOOSES = {Venue.GROUP: "button.choose_group", Venue.CHANNEL: "button.choose_channel"}
_POSTS_IN = {Language.POLISH: "button.post_in_pl", Language.ENGLISH: "button.post_in_en"}
_OTHER = {Language.POLISH: Language.ENGLISH, Language.ENGLISH: Language.POLISH}


def chats(words: Words, bound: Sequence[BoundChat], page: int = 1) -> Reply:
    """Return a page of the bound chats, each number one of them, and the ways to add others."""
    adding = [does(words, key, AddChat(venue)) for venue, key in _ADDS.items()]
    if not bound:
        return Reply(words("chats.none"), grid(adding, [to_menu(words)]))
    page = max(1, min(page, -(-len(bound) // A_PAGE)))
    first = (page - 1) * A_PAGE
    here = list(enumerate(bound, 1))[first : first + A_PAGE]
    listed = lines(*(words("chats.item", number=number, chat=_line(words, chat)) for number, chat in here))
    return Reply(
        paragraphs(words("chats.head"), listed),
        (
            *numbers([(number, ShowChat(chat.id)) for number, chat in here]),
            *_turning(words, page, len(bound)),
            *grid(adding, [to_forecast(words), to_menu(words)]),
        ),
    )


def _turning(words: Words, page: int, found: int) -> Rows:
    earlier = does(words, "button.previous", ShowChats(page - 1)) if page > 1 else None
    return grid([earlier, does(words, "button.next", ShowChats(page + 1)) if page * A_PAGE < found else None])


def _line(words: Words, chat: BoundChat) -> Markup:
    state = _state(words, chat)
    parts = (escape(chat.spot.title, LONGEST_NAME), _programme(chat), state)
    return Markup(" · ".join(part for part in parts if part))


def _programme(chat: BoundChat) -> Markup:
    return escape(chat.programme.name, LONGEST_NAME)


def _state(words: Words, chat: BoundChat) -> Markup | None:
    if chat.lost:
        return words(f"chat_lost.{chat.lost}")
    return words("chat.paused") if chat.paused else None


def chat(words: Words, bound: BoundChat) -> Reply:
    """Return what a bound chat is set to."""
    pause = PauseChat(bound.id, not bound.paused)
    other = _OTHER[bound.language]
    return Reply(
        lines(
            words("chat.head", title=escape(bound.spot.title, LONGEST_NAME)),
            words(f"chat_kind.{bound.spot.venue}"),
            words("chat.topic") if bound.spot.thread else None,
            words("chat.programme", programme=_programme(bound)),
            words(f"chat_language.{bound.language}"),
            _state(words, bound) or words("chat.open"),
        ),
        grid(
            [does(words, "button.resume_posts" if bound.paused else "button.pause_posts", pause)],
            [does(words, _POSTS_IN[other], SpeakInChat(bound.id, other))],
            [does(words, "button.unbind", AskUnbind(bound.id))],
            [does(words, "button.chats", ShowChats()), to_menu(words)],
        ),
    )


def choose_chat(words: Words, venue: Venue) -> Reply:
    """Return the key with which a person chooses a chat, and the one that puts it away."""
    keys = Key(words.plain(_CHOOSES[venue]), asks=venue), Key(words.plain("button.choose_none"))
    return Reply(words(f"choosing.{venue}"), keys=keys)


def chosen(words: Words) -> Reply:
    """Return that a chat was chosen, and put the keys away."""
    return Reply(words("choosing.done"), lowered=True)


def put_away(words: Words) -> Reply:
    """Return that none was chosen, and put the keys away."""
    return Reply(words("choosing.nothing"), lowered=True)


def choose_programme(words: Words, shown: ShownChat, programmes: Sequence[Programme]) -> Reply:
    """Return the programmes of which a chat may post the trainings."""
    listed = list(enumerate(programmes[:PROGRAMMES], 1))
    title = escape(shown.spot.title, LONGEST_NAME)
    return Reply(
        words(f"which_programme.{shown.spot.venue}", title=title),
        grid(
            *([_choice(shown, number, each, single=len(listed) == 1)] for number, each in listed),
            [does(words, "button.not_now", ShowMenu())],
        ),
    )


def _choice(shown: ShownChat, number: int, programme: Programme, *, single: bool) -> Button:
    label = programme.name if single else f"{number}. {programme.name}"
    return named(label, BindChat(shown.id, programme.id))


def bound(words: Words, chat: BoundChat) -> Reply:
    """Return, to the person who bound it, that trainings are posted in a chat now."""
    title = escape(chat.spot.title, LONGEST_NAME)
    return Reply(
        words("bound.told", title=title, programme=_programme(chat)),
        grid(
            [does(words, "button.chat", ShowChat(chat.id))], [does(words, "button.chats", ShowChats()), to_menu(words)]
        ),
    )


def bound_here(words: Words, chat: BoundChat, service: Service) -> Reply:
    """Return, in the group itself, that trainings are posted in it now."""
    return Reply(
        words("bound.here", programme=_programme(chat)), grid([opens(words, "button.open_chat", service.chat)])
    )


def choose_in_private(words: Words, service: Service) -> Reply:
    """Return, in a group, that the programme is chosen in the private chat."""
    return Reply(words("bound.choose_in_private"), grid([opens(words, "button.open_chat", service.chat)]))


def regained(words: Words, chat: BoundChat) -> Reply:
    """Return that the bot may post again where it could not."""
    title = escape(chat.spot.title, LONGEST_NAME)
    return Reply(words("bound.regained", title=title), grid([does(words, "button.chat", ShowChat(chat.id))]))


def here_in_private(words: Words) -> Reply:
    """Return where the command for groups is to be written."""
    return Reply(words("bound.where_to_write"), grid([does(words, "button.chats", ShowChats()), to_menu(words)]))


def ask_unbind(words: Words, chat: BoundChat) -> Reply:
    """Return the question before a chat is unbound."""
    title = escape(chat.spot.title, LONGEST_NAME)
    return Reply(
        words("unbind.ask", title=title),
        grid([does(words, "button.keep_chat", ShowChat(chat.id))], [does(words, "button.unbind", Unbind(chat.id))]),
    )


def unbound(words: Words, chat: BoundChat) -> Reply:
    """Return that a chat was unbound."""
    title = escape(chat.spot.title, LONGEST_NAME)
    return Reply(words("unbind.done", title=title), grid([does(words, "button.chats", ShowChats()), to_menu(words)]))


def gone(words: Words) -> Reply:
    """Return that a chat is not bound any more, or was shown too long ago."""
    return Reply(words("chat.gone"), grid([does(words, "button.chats", ShowChats()), to_menu(words)]))
