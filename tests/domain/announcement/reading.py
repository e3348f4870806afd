from datetime import datetime
from zoneinfo import ZoneInfo

from domain import announcement
from domain.announcement import Fact, Found, Reading

WARSAW = ZoneInfo("Europe/Warsaw")


def read(text: str, pasted: str = "2025-09-01") -> Reading:
    return announcement.read(text, datetime.fromisoformat(f"{pasted}T08:00").replace(tzinfo=WARSAW), WARSAW)


def only(text: str, pasted: str = "2025-09-01") -> Found:
    (found,) = read(text, pasted).found
    return found


def words(text: str, found: Found, fact: Fact) -> str:
    span = found.evidence[fact]
    return text[span.start : span.end]


def starts(text: str, pasted: str = "2025-09-01") -> list[str]:
    return [str(found.draft.start) for found in read(text, pasted).found]


def titles(text: str, pasted: str = "2025-09-01") -> list[str | None]:
    return [found.draft.title for found in read(text, pasted).found]
