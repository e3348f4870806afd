"""Who may sign up, and when: the reasons for which a roster refuses a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import outcome
from domain.folding import fold
from domain.training import Admission, Eligibility

if TYPE_CHECKING:
    from datetime import datetime

    from domain.institution import Institution
    from domain.official import Official
    from domain.roster.ledger import Roster


def refusal(roster: Roster, official: Official, now: datetime) -> outcome.Refusal | None:
    """Return why this person cannot sign up now, or ``None``."""
    training = roster.training
    if training.begun(now):
        return outcome.Started(training)
    if training.details.signup_url:
        return outcome.External(training, training.details.signup_url)
    if training.deadline and now >= training.deadline:
        return outcome.Closed(training, training.deadline)
    return _ineligible(roster, official.institution, training.details.eligibility)


def _ineligible(
    roster: Roster, institution: Institution | None, rule: Eligibility | None
) -> outcome.NotEligible | outcome.InstitutionLimit | outcome.NeedsInstitution | None:
    if rule is None or (rule.who is Admission.ALL and rule.per_institution is None):
        return None
    if institution is None:
        return outcome.NeedsInstitution(roster.training)
    if not _admits(rule, institution):
        return outcome.NotEligible(roster.training, rule.who, rule.institutions)
    if rule.per_institution is not None and roster.fellows >= rule.per_institution:
        return outcome.InstitutionLimit(roster.training, rule.per_institution)
    return None


def _admits(rule: Eligibility, institution: Institution) -> bool:
    listed = {fold(name) for name in rule.institutions}
    named = any(fold(name) in listed for name in (institution.name, *institution.aliases))
    match rule.who:
        case Admission.ALL:
            return True
        case Admission.MEMBERS:
            return institution.member or named
        case Admission.LIST:
            return named
