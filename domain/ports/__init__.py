"""What the rules need from outside, as protocols: storage, the clock, the alarm and the messenger."""

from domain.occupancy import Occupancy, Stored
from domain.ports.announcements import Acts, Announcements
from domain.ports.asking import Knowledge, Questions
from domain.ports.broadcasts import Broadcasts
from domain.ports.chats import Chats, DuePost, Posts
from domain.ports.fan_outs import Alterations, FanOuts
from domain.ports.forecast import Dispatches
from domain.ports.ledger import Ledger
from domain.ports.lists import Rosters, Trainings
from domain.ports.mail import Inbox, Notices, Replies
from domain.ports.news import News
from domain.ports.people import Officials, Organisers
from domain.ports.records import ANYBODY, Incoming, Invitation, Lapsed, Listed, Outgoing, Place, Prompt, Turn
from domain.ports.services import Alarm, Clock, Messenger, Slot
from domain.ports.storage import Storage, Transaction
from domain.ports.watching import Audit, Heartbeats, Waiting

__all__ = [
    "ANYBODY",
    "Acts",
    "Alarm",
    "Alterations",
    "Announcements",
    "Audit",
    "Broadcasts",
    "Chats",
    "Clock",
    "Dispatches",
    "DuePost",
    "FanOuts",
    "Heartbeats",
    "Inbox",
    "Incoming",
    "Invitation",
    "Knowledge",
    "Lapsed",
    "Ledger",
    "Listed",
    "Messenger",
    "News",
    "Notices",
    "Occupancy",
    "Officials",
    "Organisers",
    "Outgoing",
    "Place",
    "Posts",
    "Prompt",
    "Questions",
    "Replies",
    "Rosters",
    "Slot",
    "Storage",
    "Stored",
    "Trainings",
    "Transaction",
    "Turn",
    "Waiting",
]
