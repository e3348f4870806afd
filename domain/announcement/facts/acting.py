"""Who speaks by what a sentence says they do: „Anna Lis omówi zmiany", „Jan Kos, który prowadzi szkolenia".

Knows sentences with a verb or „z wykładem" after a name; labels, lists and programmes are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.announcement.facts.people import NAME, Person, everyone, person_of
from domain.announcement.language import words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range

_ASIDE = frozenset({"contact", "signup", "deadline", "organiser", "phone", "email", "header", "subject", "published"})
_ACTS = re.compile(
    rf"(?:,? (?:ktor[ayze]\w* )?|, [^,\n]{{3,70}}, )(?:(?:nam|nastepnie|takze|tez|rowniez) )?"
    rf"(?:(?:{words.alternatives('speech', 'acts')})(?!\w)"
    rf"|(?:{words.alternatives('speech', 'leads')})(?!\w)"
    rf"(?! (?:{words.alternatives('speech', 'errand')})(?!\w))(?=[^.;\n]{{0,50}}?(?<!\w)"
    rf"(?:{words.alternatives('kinds')}|{words.alternatives('speech', 'classes')})(?!\w)))"
)
_WITH_TALK = re.compile(rf",? (?:z|ze|with|with an?) (?:[^\W\d]+ )?(?:{words.alternatives('speech', 'talk')})(?!\w)")
_JOINED = re.compile(r"(?:,| i| oraz| and) (?:[a-z]{4,}(?: [a-z]{4,})? )?")
_TALKS = words.phrase("speech", "talks")
_THEIRS = re.compile(r"(?:, [^–—:\n]{2,60})?(?: ?[–—:]| -) ?[„\w]|\.?$")
"""What follows the name at the head of an item: who that is, and a talk."""
_WITH = re.compile(r"[Zz]e? ")


def found(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people whose name leads to what they do in a training, and those named alone in a line after „z"."""
    for piece in pieces:
        if piece.labels & _ASIDE:
            continue
        yield from _alone(page, piece)
        people = list(everyone(page, piece.start, piece.end)) if _told(page, piece) else []
        for place, person in enumerate(people):
            after = person.end, page.sentence(person.end - 1)[1]
            if _ACTS.match(page.folded, *after) and _subject(page, person):
                yield from _together(page, people[: place + 1])
            elif _WITH_TALK.match(page.folded, *after):
                yield person


def listed(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people whose names begin the items below „wystąpienia": „1. Dr Anna Lis – Woda w mieście"."""
    talks = False
    for piece in pieces:
        line = page.line_at(piece.start)
        if not line.bulleted:
            talks = bool(_TALKS.search(page.folded, piece.start, piece.end)) and not piece.labels & _ASIDE
        elif talks and piece.start == line.body and (match := NAME.match(page.text.plain, piece.start, piece.end)):
            person = person_of(match)
            if person and _THEIRS.match(page.folded, match.end(), piece.end):
                yield person


def _told(page: Page, piece: Segment) -> bool:
    stretch = piece.start, piece.end
    return any(pattern.search(page.folded, *stretch) for pattern in (_ACTS, _WITH_TALK))


def _subject(page: Page, person: Person) -> bool:
    """Tell whether a name is whose act is told: in the nominative, not of what is named after somebody."""
    written = page.text.words(person.start, person.end).casefold().split()
    return written[-1:] == person.name.casefold().split()[-1:] and written[-2:] == person.name.casefold().split()[-2:]


def _together(page: Page, people: Sequence[Person]) -> Iterator[Person]:
    """Yield the last of some people, and those who are joined with it: „Anna Lis i Jan Kos omówią"."""
    later: Range | None = None
    for person in reversed(people):
        if later and not _JOINED.fullmatch(page.folded, person.end, later[0]):
            return
        later = person.start, person.end
        yield person


def _alone(page: Page, piece: Segment) -> Iterator[Person]:
    """Yield the person of a line that holds nothing but „z" and a name, below a title: „z dr Anną Lis"."""
    lead = _WITH.match(page.text.plain, piece.start, piece.end)
    match = NAME.match(page.text.plain, lead.end(), piece.end) if lead else None
    if (
        match
        and piece.start == page.line_at(piece.start).body
        and not page.folded[match.end() : piece.end].strip(" .,")
    ):
        person = person_of(match)
        yield from [person] if person else []
