"""Why one cannot sign up, in words that name the reason, whom to ask and a way on. Never refuses by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from domain import outcome as became
from domain.training import Admission
from handlers.buttons import AskInstitution, Follow, ShowCard
from handlers.replies import addresses, facts
from handlers.replies.rows import dates_and_menu, does, grid, opens
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines

if TYPE_CHECKING:
    from domain.outcome import Refusal
    from domain.training import Training
    from handlers.reply import Button
    from handlers.texts import Words


def refusal(words: Words, outcome: Refusal) -> Reply:
    """Return the answer to a sign-up that is not possible as things stand."""
    training, why = outcome.training, reason(words, outcome)
    match outcome:
        case became.External():
            return _external(words, outcome, why)
        case became.NeedsInstitution():
            ask = does(words, "button.ask_institution", AskInstitution(training.id))
            return Reply(_about(words, training, why), grid([ask], dates_and_menu(words)))
        case became.NotEligible():
            change = does(words, "button.change_institution", AskInstitution(training.id))
            return _refused(words, training, why, change)
        case _:
            return _refused(words, training, why)


def reason(words: Words, outcome: Refusal) -> Markup:
    """Return why a sign-up is not possible as things stand."""
    match outcome:
        case became.External(url=url):
            known = addresses.safe(url)
            return words("refused.external") if known else words("refused.external_at", address=url)
        case became.NeedsInstitution():
            return words("refused.needs_institution")
        case became.NoController():
            return words("refused.no_controller")
        case became.Started():
            return words("refused.started")
        case became.CalledOff():
            return words("refused.called_off")
        case became.Closed():
            return _closed(words, outcome)
        case became.NotEligible():
            return _not_eligible(words, outcome)
        case became.InstitutionLimit(limit=limit):
            return words.plural("refused.institution_limit", limit)
        case _:
            assert_never(outcome)


def not_on_list(words: Words, training: Training) -> Reply:
    """Return the answer when there is no registration to act on, with the way to one."""
    card = does(words, "button.details", ShowCard(training.id))
    return Reply(_about(words, training, words("refused.not_on_list")), grid([card], dates_and_menu(words)))


def _refused(words: Words, training: Training, why: Markup, way: Button | None = None) -> Reply:
    card = does(words, "button.details", ShowCard(training.id))
    text = lines(_about(words, training, why), facts.ask(words, training))
    return Reply(text, grid([way], [card], dates_and_menu(words)))


def _about(words: Words, training: Training, why: Markup) -> Markup:
    return lines(why, facts.brief(words, training))


def _closed(words: Words, outcome: became.Closed) -> Markup:
    stated = outcome.training.details.signup_deadline
    if not stated:
        return words("refused.closed")
    return words("refused.closed_on", when=dates.passed(words, stated, outcome.training.zone))


def _not_eligible(words: Words, outcome: became.NotEligible) -> Markup:
    if outcome.admission is Admission.MEMBERS or not outcome.institutions:
        return words("refused.members_only")
    return words("refused.listed_only", institutions=escape(", ".join(outcome.institutions), 300))


def _external(words: Words, outcome: became.External, why: Markup) -> Reply:
    training, url = outcome.training, addresses.safe(outcome.url)
    return Reply(
        _about(words, training, why),
        grid(
            [opens(words, "button.form", url)],
            [does(words, "button.follow", Follow(training.id))],
            dates_and_menu(words),
        ),
    )
