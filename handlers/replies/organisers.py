"""Who organises: one-time invitations, the roles they give, and taking a role away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain.desks.organisers import Denial
from domain.official import Role
from handlers.buttons import (
    AcceptInvitation,
    ConfirmRevoke,
    Invite,
    Revoke,
    ShowHelp,
    ShowList,
    ShowMenu,
    ShowOrganisers,
    ShowPaste,
)
from handlers.replies.rows import ALONE, PAIRED, does, grid, named, to_menu
from handlers.reply import Button, Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.official import Grant, Official
    from domain.training import Programme
    from handlers.reply import Rows
    from handlers.texts import Words

MOST: Final = 20
_NAMES: Final = {
    Role.ADMINISTRATOR: "role.administrator",
    Role.COORDINATOR: "role.coordinator",
    Role.TRAINER: "role.trainer",
}
_RIGHTS: Final = {
    Role.ADMINISTRATOR: "rights.administrator",
    Role.COORDINATOR: "rights.coordinator",
    Role.TRAINER: "rights.trainer",
}
_INVITES: Final = {
    Role.ADMINISTRATOR: "button.invite_administrator",
    Role.COORDINATOR: "button.invite_coordinator",
    Role.TRAINER: "button.invite_trainer",
}


def invitation(words: Words, role: Role, programme_name: str | None, token: str, *, controller: str = "") -> Reply:
    """Return what an invitation gives, to be accepted or left; with the clause for who has not seen it yet."""
    return Reply(
        paragraphs(
            words("invitation.head", role=words(_NAMES[role])),
            lines(words(_RIGHTS[role]), _programme(words, programme_name)),
            words("invitation.notice"),
            words("invitation.clause", controller=controller) if controller else None,
        ),
        grid([does(words, "button.accept", AcceptInvitation(token))], [does(words, "button.not_now", ShowMenu())]),
    )


def _programme(words: Words, name: str | None) -> Markup | None:
    return words("role.programme", name=name) if name else None


def welcome(words: Words, role: Role) -> Reply:
    """Return the first words to a new organiser."""
    return Reply(
        lines(words("welcome", role=words(_NAMES[role])), words(_RIGHTS[role])),
        grid(
            [] if role is Role.TRAINER else [does(words, "announcement.button.another", ShowPaste()), _help(words)],
            [does(words, "button.organisers", ShowOrganisers()), to_menu(words)],
        ),
    )


def _help(words: Words) -> Button:
    return does(words, "button.help", ShowHelp())


def invalid_invitation(words: Words) -> Reply:
    """Return the one answer to a forged, used or expired invitation."""
    return Reply(words("invitation.invalid"), grid([to_menu(words)]))


def organisers(
    words: Words,
    rows: Sequence[tuple[Grant, Official]],
    programmes: Sequence[Programme],
    grants: Sequence[Grant],
) -> Reply:
    """Return all organisers, and the buttons that the reader's own ``grants`` allow: to invite, to take roles away."""
    names = {programme.id: programme.name for programme in programmes}
    shown = rows[:MOST]
    removing = [[_removing(words, grant, official)] for grant, official in shown] if _administers(grants) else []
    return Reply(
        paragraphs(
            words("organisers.head"),
            lines(*(_row(words, grant, official, names) for grant, official in shown)) or words("organisers.none"),
            _numbered(words, programmes),
        ),
        (*_inviting(words, programmes, grants), *grid(*removing, [to_menu(words)])),
    )


def _administers(grants: Sequence[Grant]) -> bool:
    return any(grant.role is Role.ADMINISTRATOR for grant in grants)


def _row(words: Words, grant: Grant, official: Official, names: Mapping[int, str]) -> Markup:
    role = words(_NAMES[grant.role])
    programme = names.get(grant.programme_id) if grant.programme_id else None
    where = Markup(f" · {escape(programme, 60)}") if programme else Markup()
    return words("organisers.row", name=_name(words, official), role=role, where=where)


def _name(words: Words, official: Official) -> str:
    return official.name or words.plain("organisers.unnamed", number=official.id)


def _removing(words: Words, grant: Grant, official: Official) -> Button:
    label = words.plain("button.revoke", name=_name(words, official))
    return named(label, Revoke(grant.role, grant.official_id, grant.programme_id or 0), ALONE)


def _inviting(words: Words, programmes: Sequence[Programme], grants: Sequence[Grant]) -> Rows:
    """Return the buttons that invite; with several programmes those carry the number that the text explains."""
    if _administers(grants):
        everywhere = [does(words, _INVITES[Role.ADMINISTRATOR], Invite(Role.ADMINISTRATOR))]
        roles = (Role.COORDINATOR, Role.TRAINER)
        return grid(everywhere, *(_inviting_to(words, each, roles, len(programmes)) for each in programmes))
    coordinated = {grant.programme_id for grant in grants if grant.role is Role.COORDINATOR}
    own = [each for each in programmes if each.id in coordinated]
    return grid(*(_inviting_to(words, each, (Role.TRAINER,), len(programmes)) for each in own))


def _numbered(words: Words, programmes: Sequence[Programme]) -> Markup | None:
    if len(programmes) < 2:  # noqa: PLR2004 - one programme needs no number
        return None
    return lines(*(words("organisers.programme", number=each.id, name=escape(each.name, 60)) for each in programmes))


def _inviting_to(words: Words, programme: Programme, roles: Sequence[Role], programmes: int) -> list[Button]:
    number = f"{programme.id}. " if programmes > 1 else ""
    return [named(number + words.plain(_INVITES[role]), Invite(role, programme.id), PAIRED) for role in roles]


def ask_revoke(words: Words, grant: Grant, official: Official | None) -> Reply:
    """Return the question whether to take a role away."""
    if official is None:
        return not_found(words)
    yes = ConfirmRevoke(grant.role, grant.official_id, grant.programme_id or 0)
    return Reply(
        words("revoke.ask", name=_name(words, official), role=words(_NAMES[grant.role])),
        grid(
            [does(words, "button.keep_role", ShowOrganisers())],
            [does(words, "button.confirm_revoke", yes)],
        ),
    )


def denied(words: Words, denial: Denial) -> Reply:
    """Return why an organiser's act was refused."""
    match denial:
        case Denial.NO_RIGHTS:
            return no_rights(words)
        case Denial.LAST_ADMINISTRATOR:
            back = [does(words, "button.organisers", ShowOrganisers()), to_menu(words)]
            return Reply(words("revoke.last"), grid(back))
        case _:
            assert_never(denial)


def invited(words: Words, link: str, role: Role, programme_name: str | None = None) -> Reply:
    """Return a fresh one-time link to pass on."""
    text = lines(
        words("invited.head"),
        words("invited.role", role=words(_NAMES[role])),
        _programme(words, programme_name),
        words("invited.link", link=link),
    )
    copy = Button(words.plain("button.copy"), copy=link)
    return Reply(text, grid([copy], [does(words, "button.organisers", ShowOrganisers()), to_menu(words)]))


def no_rights(words: Words) -> Reply:
    """Return the one answer to a command that is not this person's."""
    return Reply(words("no_rights"), grid([to_menu(words)]))


def not_found(words: Words) -> Reply:
    """Return that there is no such training, person or programme."""
    return Reply(words("not_found"), grid([does(words, "button.upcoming", ShowList())], [to_menu(words)]))
