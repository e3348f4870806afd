"""What a text says of trainings besides announcing any: why an office is shut, what can be downloaded, what was.

Reads the words around a place; decides nothing about what a day is.
"""

from __future__ import annotations

import re

from domain.announcement.language import words
from domain.announcement.language.text import Text

NEAR = 60
"""Signs before a word for a kind of training in which a cause may be told."""
LONGEST = 1000
"""Signs of a line that only names a document, at most."""
_BECAUSE = re.compile(rf"(?<!\w)(?:{words.alternatives('notices', 'because')})(?: [^\W\d][\w-]*){{0,4}}? $")
_STAFF = re.compile(rf" (?:[^\W\d]\w+ )?(?:{words.alternatives('notices', 'staff')})(?!\w)")
_BEFORE_KIND = re.compile(rf"(?:{words.alternatives('notices', 'staff')}) $")
_BRACKETED = re.compile(rf"[^\W\d]+ (?:[^\W\d]\w+ )?(?:{words.alternatives('notices', 'staff')})(?: [^\W\d]+){{0,2}}\)")
_PARLIAMENT = re.compile(
    rf"(?:{words.alternatives('notices', 'sitting')}) (?:{words.alternatives('notices', 'parliament')})(?!\w)"
)
_SHUT = words.phrase("before", "shut")
_SIGNED = re.compile(
    rf"\W*(?:{words.alternatives('notices', 'signed')})(?!\w):?(?: [^\W\d][\w.-]*){{1,3}},?(?: o| at| godz\.?)? ?"
)
"""Who wrote a text, before when: „Dodał: Jan Lis o"."""
_FILE = re.compile(
    r"(?<!\w)(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|jpe?g|png)(?!\w)\W{0,4}(?:\w{1,8}\W{1,3})?\d{1,4}(?:[.,]\d{1,2})?"
    r" ?[km]i?b(?!\w)|(?<![\d.,])\d{1,4}(?:[.,]\d{1,2})? ?[km]i?b\W{1,4}(?:pdf|docx?|xlsx?|pptx?|odt|ods|zip)(?!\w)"
)
"""The type and the size of a file: „PDF 310 KB", „(docx, 1,2 MB)"."""
_SIZES = ("kb", "mb", "ib")
"""One of these stands in every size: looking for them costs much less."""
_JOINED = re.compile(r"_[^\W_]")
_JOINS = re.compile(r"[^\W_]_$")
_TRAIL = re.compile(
    r"(?:[^\n>»\u203a]{2,80} [>»\u203a] ){2,}[^\n>»\u203a]{2,120}"
    r"|(?:strona glowna|start|home|aktualnosci) ?[>»\u203a/] [^\n]{2,200}"
    r"|(?:[^\n/]{2,40} / ){2,}[^\n/]{2,80}"
)
"""Where a page stands among others: „Oferta > Szkolenia > Prawo", „Strona główna / Szkolenia"."""
_RECORD = re.compile(
    rf"(?<!\w)(?:{words.alternatives('notices', 'record')}) (?:[^\W\d]\w+ )?"
    rf"(?:{words.alternatives('notices', 'out_of')}) (?:[^\W\d]\w+ ){{0,2}}(?:{words.alternatives('kinds')})(?!\w)"
)


def signed(text: Text, start: int, end: int) -> bool:
    """Tell whether a line that ends with an hour only says who wrote when: „Autor: Tomek o 21:07"."""
    line = text.folded.rfind("\n", 0, start) + 1
    closes = text.folded[end : end + 1] in {"", "\n"}
    return closes and bool(_SIGNED.fullmatch(text.folded, line, start))


def excuses(text: Text, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Tell whether a kind is only why an office is shut, or a parliament's: „nieczynny z powodu szkolenia"."""
    low, high = sentence
    if _PARLIAMENT.match(text.folded, start, high):
        return True
    before = text.folded[max(low, start - NEAR) : start]
    told = _BECAUSE.search(before) or _STAFF.match(text.folded, end, high) or _BEFORE_KIND.search(before)
    return bool(told) and bool(_SHUT.search(text.folded, low, high) or _bracketed(text, start, high))


def _bracketed(text: Text, start: int, high: int) -> bool:
    """Tell whether a kind stands in brackets, as why hours are other ones: „8:00–12:00 (szkolenie zespołu)"."""
    return text.folded[start - 1 : start] == "(" and bool(_BRACKETED.match(text.folded, start, high))


def trail(text: Text, start: int, end: int) -> bool:
    """Tell whether a line only leads to a page: „Strona główna > Szkolenia > Prawo wodne"."""
    return bool(_TRAIL.fullmatch(text.folded, start, end))


def filed(text: Text, start: int, end: int) -> bool:
    """Tell whether a line is a document that can be downloaded: its type and its size stand in it."""
    if end - start > LONGEST or not any(text.folded.find(size, start, end) >= 0 for size in _SIZES):
        return False
    return bool(_FILE.search(text.folded, start, end))


def naming(text: Text, start: int, end: int) -> bool:
    """Tell whether a day is part of the name of a file: „12.04.2027_Prezentacja", „Lista_2027-04-12"."""
    return bool(_JOINED.match(text.folded, end) or _JOINS.search(text.folded, max(0, start - 2), start))


def recorded(text: Text, start: int, end: int) -> bool:
    """Tell whether words name what is left of a training: „prezentacja ze szkolenia", „zdjęcia z warsztatów"."""
    return bool(_RECORD.search(text.folded, start, end))
