"""Every screen about groups and channels, and every post, made of the samples."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from domain.chats import BoundChat, Loss, ShownChat, Spot, Venue
from domain.official import Language
from domain.training import Status
from handlers.replies import binding, posts
from handlers.reply import Reply
from handlers.texts import Words
from tests.handlers.samples import NOW, PROGRAMME, SEATS, SERVICE, UPCOMING

TITLE = "Szkolenia samorządowe – Metropolia Nadmorska i okolice <b>&"
GROUP = BoundChat(3, Spot(-5, Venue.GROUP, TITLE, 7), PROGRAMME)
CHANNEL = BoundChat(4, Spot(-100, Venue.CHANNEL, TITLE), PROGRAMME, Language.ENGLISH, paused=True)
CHATS = (GROUP, CHANNEL, *(replace(GROUP, id=number, lost=loss) for number, loss in enumerate(Loss, 10)))
SHOWN = ShownChat(9, 5, GROUP.spot)


def chat_screens(say: Words) -> Iterator[tuple[str, Reply]]:
    """Yield what organisers see."""
    programmes = [replace(PROGRAMME, id=number) for number in range(1, 30)]
    yield "chats, none", binding.chats(say, ())
    for page in (1, 2, 9):
        yield f"chats, page {page}", binding.chats(say, CHATS, page)
    yield from ((f"chat {chat.id}", binding.chat(say, chat)) for chat in CHATS)
    yield "which programme", binding.choose_programme(say, SHOWN, programmes)
    yield "which programme, one", binding.choose_programme(say, replace(SHOWN, spot=CHANNEL.spot), programmes[:1])
    yield "bound", binding.bound(say, GROUP)
    yield "regained", binding.regained(say, GROUP)
    yield "here in private", binding.here_in_private(say)
    yield "ask unbind", binding.ask_unbind(say, CHANNEL)
    yield "unbound", binding.unbound(say, CHANNEL)
    yield "chat gone", binding.gone(say)


def outside_screens(say: Words) -> Iterator[tuple[str, Reply]]:
    """Yield what is said in groups and channels, and what comes with keys below the writing line."""
    yield "bound here", binding.bound_here(say, GROUP, SERVICE)
    yield "choose in private", binding.choose_in_private(say, SERVICE)
    yield from ((f"post {each.training.id}", posts.post(say, each, SERVICE)) for each in UPCOMING)
    moved = replace(SEATS, details=replace(SEATS.details, status=Status.MOVED))
    yield "post, moved", posts.post(say, replace(UPCOMING[0], training=moved), SERVICE)
    for name, then in (("begun", SEATS.starts_at), ("over", SEATS.ends_at), ("early", NOW - timedelta(days=400))):
        yield f"post, {name}", posts.post(Words(say.language, then), UPCOMING[0], SERVICE)
    yield from ((f"choose a {venue}", binding.choose_chat(say, venue)) for venue in Venue)
    yield "chosen", binding.chosen(say)
    yield "put away", binding.put_away(say)
