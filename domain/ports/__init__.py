"""What the rules need from outside, as protocols: storage, the clock, the alarm and the messenger."""

from domain.ports.announcements import Acts, Announcements
from domain.ports.asking import Knowledge, Questions
from domain.ports.lists import Rosters, Trainings
from domain.ports.mail import Inbox, Notices, Replies
from domain.ports.people import Officials, Organisers
from domain.ports.records import Incoming, Invitation, Lapsed, Occupancy, Outgoing, Place, Prompt, Stored, Turn
from domain.ports.services import Alarm, Clock, Messenger
from domain.ports.storage import Storage, Transaction

__all__ = [
    "Acts",
    "Alarm",
    "Announcements",
    "Clock",
    "Inbox",
    "Incoming",
    "Invitation",
    "Knowledge",
    "Lapsed",
    "Messenger",
    "Notices",
    "Occupancy",
    "Officials",
    "Organisers",
    "Outgoing",
    "Place",
    "Prompt",
    "Questions",
    "Replies",
    "Rosters",
    "Storage",
    "Stored",
    "Trainings",
    "Transaction",
    "Turn",
]
