"""The office: all desks around one transaction, one instant and the settings the rules need."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from domain.desks.information import InformationDesk
from domain.desks.knowledge import KnowledgeDesk
from domain.desks.organisers import OrganisersDesk
from domain.desks.profile import ProfileDesk
from domain.desks.programmes import ProgrammesDesk
from domain.desks.questions import QuestionsDesk
from domain.desks.registration import RegistrationDesk
from domain.official import Preferences

if TYPE_CHECKING:
    from datetime import datetime

    from domain.desks.library import Edition
    from domain.ports import Transaction


@dataclass(frozen=True, slots=True)
class Rules:
    """What a deployment decides: whether a controller of personal data is named, the clause's version, defaults."""

    controller_named: bool
    notice_version: str
    preferences: Preferences = field(default_factory=Preferences)


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
    def questions(self) -> QuestionsDesk:
        """Questions asked, passed on, answered."""
        return QuestionsDesk(self.transaction, self.now, self.rules.controller_named)

    @cached_property
    def knowledge(self) -> KnowledgeDesk:
        """Answers kept for all, and equal phrases."""
        return KnowledgeDesk(self.transaction, self.now)
