"""The office: all desks around one transaction, one instant and the settings the rules need."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from domain.desks.broadcasts import BroadcastsDesk
from domain.desks.chats import ChatsDesk
from domain.desks.composing import ComposingDesk
from domain.desks.deliveries import DeliveriesDesk
from domain.desks.drafts import DraftsDesk
from domain.desks.explaining import ExplainingDesk
from domain.desks.forecast import ForecastDesk
from domain.desks.information import InformationDesk
from domain.desks.knowledge import KnowledgeDesk
from domain.desks.news import News
from domain.desks.organisers import OrganisersDesk
from domain.desks.profile import ProfileDesk
from domain.desks.programmes import ProgrammesDesk
from domain.desks.questions import QuestionsDesk
from domain.desks.registration import RegistrationDesk
from domain.desks.trail import TrailDesk
from domain.desks.trainings import TrainingsDesk
from domain.official import Preferences

if TYPE_CHECKING:
    from datetime import datetime

    from domain.desks.library import Edition
    from domain.ports import Transaction


@dataclass(frozen=True, slots=True)
class Rules:
    """What a deployment decides: whether a controller of personal data is named, the clause's version, defaults.

    ``rate`` is how many messages may go out in a second.
    """

    controller_named: bool
    notice_version: str
    preferences: Preferences = field(default_factory=Preferences)
    rate: float = 30


@dataclass(frozen=True)
class Office:
    """Where a turn's use cases are found; everything done through one office is one unit of work."""

    transaction: Transaction
    now: datetime
    rules: Rules
    edition: Edition | None = None

    @cached_property
    def registration(self) -> RegistrationDesk:
        """Signing up, waiting, withdrawing, following."""
        return RegistrationDesk(self.transaction, self.now, self.rules.controller_named)

    @cached_property
    def information(self) -> InformationDesk:
        """What is coming up, and what is answered about it."""
        return InformationDesk(self.transaction, self.now, self.edition)

    @cached_property
    def profile(self) -> ProfileDesk:
        """Name, institution, language, reminders."""
        return ProfileDesk(self.transaction, self.now, self.rules.notice_version)

    @cached_property
    def organisers(self) -> OrganisersDesk:
        """Roles and invitations."""
        return OrganisersDesk(self.transaction, self.now)

    @cached_property
    def programmes(self) -> ProgrammesDesk:
        """Programme files in and out."""
        return ProgrammesDesk(self.transaction, self.now)

    @cached_property
    def news(self) -> News:
        """Who hears of new trainings."""
        return News(self.transaction, self.now)

    @cached_property
    def drafts(self) -> DraftsDesk:
        """Announcements pasted, corrected and published."""
        return DraftsDesk(self.transaction, self.now)

    @cached_property
    def trainings(self) -> TrainingsDesk:
        """Published trainings changed, copied, called off."""
        return TrainingsDesk(self.transaction, self.now)

    @cached_property
    def trail(self) -> TrailDesk:
        """What organisers did."""
        return TrailDesk(self.transaction)

    @cached_property
    def composing(self) -> ComposingDesk:
        """Messages to many, written, addressed and sent."""
        return ComposingDesk(self.transaction, self.now)

    @cached_property
    def broadcasts(self) -> BroadcastsDesk:
        """Messages to many that went out."""
        return BroadcastsDesk(self.transaction, self.now)

    @cached_property
    def explaining(self) -> ExplainingDesk:
        """Why messages came or did not come."""
        return ExplainingDesk(self.transaction, self.now)

    @cached_property
    def deliveries(self) -> DeliveriesDesk:
        """What became of everything said about a training."""
        return DeliveriesDesk(self.transaction)

    @cached_property
    def forecast(self) -> ForecastDesk:
        """What will go out, held, moved and hastened."""
        return ForecastDesk(self.transaction, self.now)

    @cached_property
    def questions(self) -> QuestionsDesk:
        """Questions asked, passed on, answered."""
        return QuestionsDesk(self.transaction, self.now, self.rules.controller_named)

    @cached_property
    def knowledge(self) -> KnowledgeDesk:
        """Answers kept for all, and equal phrases."""
        return KnowledgeDesk(self.transaction, self.now)

    @cached_property
    def chats(self) -> ChatsDesk:
        """Groups and channels in which trainings are posted."""
        return ChatsDesk(self.transaction, self.now)
