"""The unit of work: every repository on one connection, within one transaction."""

from collections.abc import Coroutine, Sequence
from typing import Any, cast

from storage.acts import Acts
from storage.alterations import Alterations
from storage.announcements import Announcements
from storage.audit import Audit
from storage.broadcasts import Broadcasts
from storage.chats import Chats
from storage.fan_outs import FanOuts
from storage.forecast import Dispatches
from storage.heartbeats import Heartbeats
from storage.inbox import Inbox
from storage.knowledge import Knowledge
from storage.ledger import Ledger
from storage.news import News
from storage.notices import Notices, latest, next_due
from storage.officials import Officials
from storage.organisers import Organisers
from storage.posts import Posts
from storage.questions import Questions
from storage.replies import Replies
from storage.rosters import Rosters
from storage.statements import Call, Run, Scripted, scripted, together
from storage.trainings import Trainings


class Transaction(Scripted):
    """Everything written through it happens together or not at all."""

    next_due = scripted(next_due)
    latest = scripted(latest)

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self.inbox = Inbox(run)
        self.trainings = Trainings(run)
        self.officials = Officials(run)
        self.organisers = Organisers(run)
        self.rosters = Rosters(run)
        self.notices = Notices(run)
        self.ledger = Ledger(run)
        self.news = News(run)
        self.broadcasts = Broadcasts(run)
        self.dispatches = Dispatches(run)
        self.fan_outs = FanOuts(run)
        self.alterations = Alterations(run)
        self.replies = Replies(run)
        self.questions = Questions(run)
        self.knowledge = Knowledge(run)
        self.announcements = Announcements(run)
        self.acts = Acts(run)
        self.chats = Chats(run)
        self.posts = Posts(run)
        self.heartbeats = Heartbeats(run)
        self.audit = Audit(run)

    async def together(self, *asked: Coroutine[Any, Any, Any], last: bool = False) -> tuple[Any, ...]:
        """Do several things as one script."""
        return await self.run(together(cast("Sequence[Call[Any]]", asked)), last=last)
