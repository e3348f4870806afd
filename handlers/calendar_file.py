"""Calendar files (RFC 5545) of trainings; one training keeps its UID for life. Never imports telegram.

The library is imported when the first file is made: starting the bot does not wait for it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from domain.dates import MIDNIGHT
from domain.training import Status
from domain.wall import Wall
from handlers.replies import addresses
from handlers.replies.facts import online
from handlers.reply import Document
from handlers.texts.markup import clean, cut

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from icalendar import Calendar, Event

    from domain.training import Training
    from handlers.service import Service

MIME: Final = "text/calendar"
A_YEAR: Final = timedelta(days=366)
LONGEST: Final = 300


def event_file(training: Training, service: Service, now: datetime, *, with_link: bool = False) -> Document:
    """Return one training as a file; ``with_link`` adds the link of an online meeting, for people on the list."""
    calendar = _calendar([(training, with_link)], service, now)
    return Document(f"szkolenie-{training.id}.ics", calendar, MIME)


def all_events(seated: Sequence[Training], followed: Sequence[Training], service: Service, now: datetime) -> Document:
    """Return all of a person's trainings as one file, with the meetings' links where the person has a seat."""
    listed = {training.id for training in seated}
    others = [training for training in followed if training.id not in listed]
    chosen = [*((training, True) for training in seated), *((training, False) for training in others)]
    return Document("szkolenia.ics", _calendar(chosen, service, now), MIME)


def _calendar(chosen: Sequence[tuple[Training, bool]], service: Service, now: datetime) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - see the docstring of the module

    calendar = Calendar()
    calendar.add("prodid", f"-//{clean(service.name)}//Terminarz//PL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for zone in sorted({training.zone.key for training, _ in chosen}):
        _add_zone(calendar, zone, [training for training, _ in chosen if training.zone.key == zone])
    for training, with_link in chosen:
        calendar.add_component(_event(training, service, now, with_link=with_link))
    content: bytes = calendar.to_ical()
    return content


def _add_zone(calendar: Calendar, zone: str, trainings: Sequence[Training]) -> None:
    """Describe the zone from a year before the first training to a year after the last, not for all time."""
    from icalendar import Timezone  # noqa: PLC0415 - see the docstring of the module

    first = min(training.details.start.day for training in trainings)
    last = max(_last_day(training) for training in trainings)
    calendar.add_component(Timezone.from_tzid(zone, first_date=first - A_YEAR, last_date=last + A_YEAR))


def _event(training: Training, service: Service, now: datetime, *, with_link: bool) -> Event:
    from icalendar import Event  # noqa: PLC0415 - see the docstring of the module

    details = training.details
    event = Event()
    event.add("uid", f"training-{training.id}@{service.bot_username}")
    event.add("sequence", training.version)
    event.add("dtstamp", now)
    event.add("summary", _plain(training.title))
    event.add("status", "CANCELLED" if details.status is Status.CANCELLED else "CONFIRMED")
    event.add("url", service.deep_link(training.id))
    if place := _location(training):
        event.add("location", place)
    link = addresses.safe(details.online_url) if with_link else None
    event.add("description", "\n".join(filter(None, (link, service.deep_link(training.id)))))
    _add_times(event, training)
    return event


def _add_times(event: Event, training: Training) -> None:
    """State what is known: hours in the zone, every day's hours as a repetition, or whole days."""
    details = training.details
    last, days = _last_day(training), (_last_day(training) - details.start.day).days + 1
    if details.daily_hours and (days > 1 or not details.start.hour):
        opens, closes = details.daily_hours
        event.add("dtstart", _at(Wall(details.start.day, opens), training))
        event.add("dtend", _at(Wall(details.start.day, closes), training))
        if days > 1:
            event.add("rrule", {"freq": "daily", "count": days})
    elif details.start.hour and (days == 1 or (details.end and details.end.hour)):
        event.add("dtstart", _at(details.start, training))
        if details.end and details.end.hour:
            event.add("dtend", _at(details.end, training))
    else:
        event.add("dtstart", details.start.day)
        event.add("dtend", last + timedelta(days=1))


def _at(wall: Wall, training: Training) -> datetime:
    return datetime.combine(wall.day, wall.hour or MIDNIGHT, tzinfo=training.zone)


def _last_day(training: Training) -> date:
    start, end = training.details.start.day, training.details.end
    return max(start, end.day) if end else start


def _location(training: Training) -> str:
    place = training.details.place
    if online(training) or not place:
        return ""
    return ", ".join(_plain(part) for part in (place.name, place.room, place.city) if part)


def _plain(text: str) -> str:
    return cut(clean(text), LONGEST)
