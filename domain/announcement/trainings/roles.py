"""What each day of a text is: one that people come on, the last for signing up, of publication, or of something else.

Reads the words around it; decides nothing about which training it belongs to.
"""

from __future__ import annotations

import re
from datetime import date

from domain.announcement.language import words
from domain.announcement.layout import asides
from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Page, beginning
from domain.announcement.trainings import bygone, passing, steps, tenses
from domain.announcement.trainings.role import Role

NEAR = 90
"""Words this many signs before a day may tell what it is."""


_NAMES = re.compile(
    rf"(?<!\w)(?:{words.alternatives('kinds')})(?: (?:pt\.?|pod tytulem|o tytule|[^\W\d]+))?:? [„\"«]?$"
)
"""What stands before the quoted name of a training."""
_UNTIL = re.compile(rf"(?<!\w)(?:{words.alternatives('before', 'until')})(?: godz\w*\.? \d\S*| konca)?[ :(]*$")
_OPENS = re.compile(rf"(?<!\w)(?:{words.alternatives('before', 'opens')})(?: sie)?(?: w)?(?: dniu| dnia)?[ :]*$")
_OF = re.compile(r"(?:^|[ (])(?:z dnia|z dn\.|dated|datowan\w+)[ :]*$")
_LAW = re.compile(rf"(?<!\w)(?:{words.alternatives('before', 'law')})(?!\w)[^;]{{0,70}}\b(?:z|of|dnia)[ :]*$")
_FROM = re.compile(r"(?:^|[ (])(?:z|ze|z dnia|z dn\.|zamiast|from|na|na dzien|originally|for|of)(?: \w+)?[ :(]*$")
_TO = re.compile(r"[^.]{0,60}?(?:(?:^|\s)(?:na|to)(?: dzien| \w+)? ?|[→>]+ ?)$")
_EARLY = re.compile(r"przy zgloszeniu|wczesniejsz|promoc|rabat|znizk|early")
_REWARDED = re.compile(
    rf"(?<!\w)za (?:[^\W\d]\w+ ){{0,2}}(?:zgloszeni[ea]|zapis(?:anie)?|rejestracj[ea]|zarejestrowanie)(?: sie)?"
    rf"[ ,(]+(?:{words.alternatives('before', 'until')})[ :(]*$"
)
"""What something is given for, not when the list is closed: „za zgłoszenie do 3 maja dajemy upominek"."""
_MONEY = re.compile(r"\d ?(?:zl|pln)|cen\w |%")
_QUOTING = re.compile(r".{0,120}\b(?:pisze|napisal\w*|wrote|napisano)\b[^\n]{0,5}:?\s*$")
_ENDS_AFTER = re.compile(rf"[ ,)]*(?:r\. )?(?:{words.alternatives('before', 'expires')})(?!\w)")
_SHUT_AFTER = re.compile(rf"[^.;!?\n]{{0,60}}(?<!\w)(?:{words.alternatives('before', 'shut')})(?!\w)")
_CELEBRATED = re.compile(rf"[ ,)]*(?:{words.alternatives('before', 'celebrated')})(?!\w)")
_FALLING = re.compile(r"(?<!\w)(?:przypadajac|obchodzon)\w+(?: w dniu| dnia)?[ ,]*$")
_MISTAKEN = re.compile(rf"(?<!\w)(?:{words.alternatives('before', 'mistaken')})(?!\w)[^.;!?\n]{{0,40}}$")
_NOT_ON = re.compile(r"(?<!\w)nie (?:odbedzie|odbeda) sie(?: w dniu| dnia| w)?[ :]*$")
_BUT = re.compile(r"[^.;!?]{0,40}, (?:lecz|tylko|ale)(?: (?:w|dniu|dnia|dopiero|juz))*\s*$")
_SIGNUP = words.phrase("before", "signup")
_PAYMENT = words.phrase("before", "payment")
_HISTORY = words.phrase("before", "history")
_FORCE = words.phrase("before", "force")
_PAID = re.compile(rf"(?:{words.alternatives('before', 'payment')})[^.;]{{0,20}}\b(?:po|od|przed|w dniu|dnia)[ :]*$")
_APPLIED = re.compile(r"\bwnios\w+")
_FORM = re.compile(rf"(?<!\w)formularz\w* (?:{words.alternatives('aims', 'filled')})(?!\w)")
"""A form of something else than signing up: „formularz opinii"."""
_ARRIVES = words.phrase("before", "arrives")
_SENT, _JOINED = words.phrase("aims", "sent"), words.phrase("aims", "joined")
_FREELY, _SENDS = words.phrase("aims", "freely"), words.phrase("aims", "sends")
_APPLYING = re.compile(
    rf"(?:{words.alternatives('before', 'signup')}) (?:\w+ )?(?:do|na|o|w|for) (?:\w+ )?"
    rf"(?:{words.alternatives('aims', 'applied')})(?!\w)"
)
_MOVED = words.phrase("before", "moved")
_PUBLISHED = re.compile(rf"(?<!\w)(?:{words.alternatives('labels', 'published')})[^.]{{0,25}}$")
_GATHERS = re.compile(r"\b(?:odbe\w+|odby\w+|zaprasz\w+|spotk\w+|spotyk\w+|takes place|will take place|join us)")
_OFFERED = re.compile(
    rf"(?<!\w)(?:{words.alternatives('before', 'offered')})(?: (?:{words.alternatives('kinds')}))?"
    r"(?: (?:do wyboru|to|na \w+))?: (?:\w{1,4} )?$"
)
"""What leads to the days that one may come on: „do wyboru są cztery terminy: 5, 12 i 19 maja"."""
_NOTICE = words.phrase("refusals", "notices")
_LED = re.compile(
    rf"[^\w]*(?:\d{{1,2}}[.)] )?(?:(?:w|we|dnia|w dniu|w dniach|termin|kiedy|od|on|from"
    rf"|(?:{words.weekdays()})\b\.?)[ :,(]*)*"
)
"""What may stand between the beginning of a line and its day: „w dniu", „środy, "."""
_STATE = words.phrase("page", "state")
"""A closed list is no closed office."""
_TELLS = words.phrase("before", "happens", "happened")


def roles(page: Page, today: date) -> tuple[Role, ...]:
    """Return the role of every day found in a text, in their order; ``today`` is the day of pasting."""
    found = [_role(page, index) for index in range(len(page.days))]
    return tuple(steps.corrected(page, bygone.corrected(page, passing.corrected(page, found, today))))


def _role(page: Page, index: int) -> Role:
    dated = page.days[index]
    labels = page.segment_at(dated.start).labels
    line = page.line_at(dated.start)
    if "deadline" in labels:
        return Role.DEADLINE
    if line.number in page.heads and "subject" in labels:
        return Role.OTHER
    if "published" in labels or line.number in page.heads or _QUOTING.match(page.folded[dated.end : line.end]):
        return Role.PUBLISHED
    before, after = _spared(page, dated.start, page.before(dated.start))[-NEAR:], page.after(dated.end)[:NEAR]
    earlier = page.days[index - 1].end if index else 0
    before = before[-(dated.start - earlier) :] if earlier > dated.start - len(before) else before
    told = _told(page, dated, before, after, index)
    return Role.OTHER if told is Role.DEADLINE and _aimed(page, dated) else told


def _spared(page: Page, place: int, before: str) -> str:
    """Return the words before a day with the name of a training made blank: „szkolenie „Zapisy do żłobka""."""
    low = place - len(before)
    for start, end in page.quotes:
        named = low <= start < end <= place and _NAMES.search(page.folded, low, start)
        before = before[: start - low] + " " * (end - start) + before[end - low :] if named else before
    return before


def _told(page: Page, dated: Dated, before: str, after: str, index: int) -> Role:
    labels = page.segment_at(dated.start).labels
    if _left(page, index, before):
        return Role.LEFT
    if _ENDS_AFTER.match(after):
        return Role.DEADLINE if _signing(page, dated) else Role.OTHER
    if _PUBLISHED.search(before) and not labels - {"published"}:
        return Role.PUBLISHED
    if "payment" in labels or _unrelated(page, dated) or _of_other(page, dated, before, after):
        return Role.OTHER
    sentence = page.folded[slice(*page.sentence(dated.start))]
    if _ARRIVES.search(before) and not _UNTIL.search(before):
        return Role.EVENT
    if _UNTIL.search(before):
        return _last(page, dated, before, labels)
    if "date" not in labels and ("signup" in labels or (_SIGNUP.search(before) and not _comes(page, dated, before))):
        return Role.DEADLINE if _closing(before, dated) and not _APPLIED.search(before) else Role.OTHER
    if "price" in labels or (not labels and leads(page, dated) and tenses.reported(page, dated.start, dated.end)):
        return Role.OTHER
    if labels & {"date", "hour", "title"} or leads(page, dated) or page.line_at(dated.start).row:
        return Role.EVENT
    told = _TELLS.search(sentence) or _kind(page, dated) or _OFFERED.search(before)
    return Role.EVENT if told else Role.MENTIONED


def _unrelated(page: Page, dated: Dated) -> bool:
    """Tell whether a label says that a day is of something else; one above it gives way to „odbędzie się"."""
    piece = page.segment_at(dated.start)
    if "other" not in piece.labels:
        return False
    return piece.own or not _GATHERS.search(page.folded, page.sentence(dated.start)[0], dated.start)


def _of_other(page: Page, dated: Dated, before: str, after: str) -> bool:
    """Tell whether the words around a day say that it is one of a law, a feast, a mistake, a closed office."""
    if _OF.search(before) or _LAW.search(before) or _FORCE.search(before) or _FORCE.match(after.lstrip(" ,")):
        return True
    if any(each.search(before) for each in (_PAID, _FALLING, _MISTAKEN)):
        return True
    if asides.naming(page.text, dated.start, dated.end):
        return True
    if _CELEBRATED.match(after) or _HISTORY.search(before[-50:]):
        return True
    sentence = page.sentence(dated.start)
    shut = _SHUT_AFTER.match(page.folded, dated.end, page.line_at(dated.end).end)
    noticed = (shut or _NOTICE.search(page.folded, *sentence)) and not _STATE.search(page.folded, *sentence)
    if _inside_quotes(page, dated) or (bool(noticed) and not _kind(page, dated)):
        return True
    line = page.line_at(dated.start)
    timed = beginning(page.hours, line.start, line.end)
    filed = not timed and line.number in page.files and not leads(page, dated)
    return filed or asides.recorded(page.text, sentence[0], dated.start)


def _kind(page: Page, dated: Dated) -> bool:
    """Tell whether the sentence of a day names a kind of training."""
    return bool(beginning(page.kinds, *page.sentence(dated.start)))


def _signing(page: Page, dated: Dated) -> bool:
    """Tell whether the sentence of a day is about signing up, not about paying."""
    sentence = page.folded[slice(*page.sentence(dated.start))]
    return bool(_SIGNUP.search(sentence)) and not _PAYMENT.search(sentence) and "wnios" not in sentence


def _inside_quotes(page: Page, dated: Dated) -> bool:
    return any(start <= dated.start and dated.end <= end for start, end in page.quotes)


def _last(page: Page, dated: Dated, before: str, labels: frozenset[str]) -> Role:
    """Tell of „do 5 września" whether it ends the sign-up."""
    start, end = page.sentence(dated.start)
    around = page.folded[min(start, page.segment_at(dated.start).outer) : end]
    if (
        _PAYMENT.search(before)
        or re.search(r"\bwnios\w+", before)
        or (_EARLY.search(before[-50:]) and _MONEY.search(around))
        or _REWARDED.search(before)
    ):
        return Role.OTHER
    if "signup" in labels or _SIGNUP.search(around):
        return Role.DEADLINE
    line = page.line_at(dated.start)
    nearby = page.folded[line.start : dated.start]
    return Role.DEADLINE if _SIGNUP.search(nearby) else Role.OTHER


def _aimed(page: Page, dated: Dated) -> bool:
    """Tell whether something else is sent in by a day: „pytania można przesyłać do …", „zgłoszenia do konkursu"."""
    low, high = page.sentence(dated.start)
    if _APPLYING.search(page.folded, page.line_at(low).start, high):
        return True
    if _FORM.search(page.folded, page.line_at(low).start, dated.start):
        return True
    clause = page.folded[low : dated.start].rpartition(", ")[2]
    meant = _SENT.search(clause) or (_FREELY.search(page.folded, low, dated.start) and _SENDS.search(clause))
    return bool(meant) and not _JOINED.search(clause)


def _closing(before: str, dated: Dated) -> bool:
    return dated.ranged or not _OPENS.search(before)


def _comes(page: Page, dated: Dated, before: str) -> bool:
    """Tell whether the training, not signing up for it, is what the words right before a day are about."""
    signup = [match.end() for match in _SIGNUP.finditer(before)]
    told = [match.end() for match in _GATHERS.finditer(before)] + [
        match.end() for match in words.phrase("kinds").finditer(before)
    ]
    return (bool(told) and max(told) > max(signup)) or leads(page, dated)


def _left(page: Page, index: int, before: str) -> bool:
    """Tell whether a training was moved from this day: it is named first, and the new one after „na"."""
    dated = page.days[index]
    if _NOT_ON.search(before) and index + 1 < len(page.days):
        following = page.days[index + 1].start
        return bool(_MOVED.search(page.folded, dated.end, following) or _BUT.match(page.folded, dated.end, following))
    if not _FROM.search(before) and "zamiast" not in before[-30:]:
        return _crossed(page, index)
    start, end = page.sentence(dated.start)
    moved = _MOVED.search(page.folded[start:end])
    if not moved or index + 1 >= len(page.days):
        return "zamiast" in before[-30:]
    between = page.folded[dated.end : page.days[index + 1].start]
    return bool(_TO.search(between)) or "zamiast" in before[-30:] or bool(re.search(r"pierwotn|originally", before))


def _crossed(page: Page, index: int) -> bool:
    following = page.days[index + 1] if index + 1 < len(page.days) else None
    return bool(
        following and re.fullmatch(r"\s?(?:→|->|=>|⇒|➡|>>)\s?", page.folded[page.days[index].end : following.start])
    )


def leads(page: Page, dated: Dated) -> bool:
    """Tell whether a line begins with a day, perhaps after its weekday and its hour."""
    line = page.line_at(dated.start)
    hours = beginning(page.hours, line.body, dated.start)
    opens = hours[0].start if hours else dated.start
    after = hours[-1].end if hours else dated.start
    return bool(_LED.fullmatch(page.folded, line.body, opens)) and not page.folded[after : dated.start].strip(" ,:)–—-")
