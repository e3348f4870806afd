"""Copies: which row each delivered message is of, and whether there are as many as the row's fate and kind allow.

A reply is known by its whole call. A notice that was delivered is known by the number of its message; the other
messages of a chat are its copies, or of rows whose fate nobody knows: they are dealt out so that every row keeps to
what it allows, and one that is left over was said without a row.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.notice import Fate
from tests.faults.evidence import Evidence
from tests.faults.ledger import LIVE, Delivery, Key, Row, sent_anew

MANY = 99
"""As many copies as there may be of what nobody counts: how far a message to many has come."""


def judge(evidence: Evidence) -> Iterator[str]:
    """Tell every row that did not end, has too many copies or none, and every message of no row."""
    yield from _unended(evidence)
    left = list(evidence.deliveries)
    yield from _of_replies(evidence, left)
    yield from _of_notices(evidence, left)


def said_at(evidence: Evidence) -> Iterator[tuple[Row, Delivery]]:
    """Return the notices that were delivered for certain, with their messages."""
    there = {(each.chat, each.message): each for each in evidence.deliveries}
    for row in evidence.notices:
        if row.message is not None and (row.chat, row.message) in there:
            yield row, there[row.chat, row.message]


def _unended(evidence: Evidence) -> Iterator[str]:
    now = evidence.world.clock.now()
    paused = {row["id"] for row in evidence.now["broadcast"] if row["state"] == "paused"}
    held = {row["id"] for row in evidence.now["notice"] if row["broadcast_id"] in paused}
    for row in [*evidence.notices, *(row for row, _, _ in evidence.replies.values())]:
        waits = row.fate is Fate.PENDING and (row.next > now or (row.what == "message" and row.id in held))
        if row.fate in LIVE and not row.gone and not waits:
            yield f"it never ended: {row}"
        if row.attempts > row.allowed:
            yield f"it was tried too often: {row}"


def _of_replies(evidence: Evidence, left: list[Delivery]) -> Iterator[str]:
    """Take the replies out of what was delivered; equal ones in one chat are counted together."""
    least, most = Counter[Key](), Counter[Key]()
    made = Counter(each.key for each in left)
    for row, key, method in evidence.replies.values():
        anew = sent_anew(key)
        found = anew if method == "editMessageText" and made[anew] and not made[key] else key
        least[found] += row.least if method.startswith("send") else 0
        most[found] += row.most
    for key in most:
        if made[key] < least[key]:
            yield f"a reply was called delivered and is not there: {key}"
        if made[key] > most[key]:
            yield f"{made[key]} copies of a reply, of which there may be {most[key]}: {key}"
    left[:] = [each for each in left if each.key not in most]


@dataclass
class _Place:
    """A row, and the messages that are taken for copies of it."""

    row: Row
    most: int
    taken: list[Delivery] = field(default_factory=list)

    def fits(self, delivery: Delivery, titles: dict[int, set[str]]) -> bool:
        own = titles.get(self.row.training or 0, set())
        others = {title for number, each in titles.items() if number != self.row.training for title in each} - own
        named = any(title in delivery.text for title in own)
        return not own or named or not any(title in delivery.text for title in others)


def _of_notices(evidence: Evidence, left: Sequence[Delivery]) -> Iterator[str]:
    titles = evidence.titles()
    places = defaultdict[int, list[_Place]](list)
    for row in evidence.notices:
        places[row.chat].append(_Place(row, row.most))
    shown = {row["chat_id"] for row in evidence.now["broadcast"]}
    by_chat = defaultdict[int, list[Delivery]](list)
    for each in left:
        chat = evidence.world.chats.get(each.chat)
        if chat is not None and chat.type == "private" and each.chat not in shown:
            by_chat[each.chat].append(each)
    for chat_id in {*places, *by_chat} - shown:
        yield from _dealt(places[chat_id], by_chat[chat_id], titles)


def _dealt(places: Sequence[_Place], messages: Sequence[Delivery], titles: dict[int, set[str]]) -> Iterator[str]:
    numbered = {place.row.message: place for place in places if place.row.message is not None}
    if len(numbered) < sum(place.row.message is not None for place in places):
        yield f"two notices claim one message: {[place.row for place in places]}"
    sent = {each.message for each in messages}
    for number, place in numbered.items():
        if number not in sent and not place.row.gone:
            yield f"it was called delivered and is not there: {place.row}"
    for each in messages:
        owner = numbered.get(each.message)
        if owner is None:
            continue
        owner.taken.append(each)
        if owner.row.fate not in {"delivered", "uncertain"}:
            yield f"it was delivered and is called {owner.row.fate}: {owner.row}"
    for each in messages:
        if each.message not in numbered and not _placed(each, places, titles, set()):
            yield f"a copy too many, or of no row: {each}; the rows of the chat: {[place.row for place in places]}"


def _placed(message: Delivery, places: Sequence[_Place], titles: dict[int, set[str]], asked: set[int]) -> bool:
    """Find room for a message, moving others where they have another place to go."""
    for place in places:
        if place.row.id in asked or not place.fits(message, titles):
            continue
        asked.add(place.row.id)
        if len(place.taken) < place.most:
            place.taken.append(message)
            return True
        for other in place.taken:
            if other.message != place.row.message and _placed(other, places, titles, asked):
                place.taken[place.taken.index(other)] = message
                return True
    return False
