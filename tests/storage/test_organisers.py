from domain.official import Grant, Official, Role
from domain.ports import Invitation, Storage
from tests.storage.samples import HOUR, NOW, add_training


async def test_roles_are_given_once_and_taken_away(storage: Storage) -> None:
    await add_training(storage)
    administrator, trainer = Grant(5, Role.ADMINISTRATOR), Grant(5, Role.TRAINER, 1)
    async with storage.transaction() as transaction:
        organisers = transaction.organisers
        for grant in (trainer, administrator, administrator, trainer):
            await organisers.grant(grant)
        assert await organisers.grants(5) == [administrator, trainer]
        assert await organisers.grants(6) == []
        await organisers.revoke(administrator)
        await organisers.revoke(Grant(5, Role.TRAINER))
        assert await organisers.grants(5) == [trainer]
        await organisers.revoke(trainer)
        assert await organisers.grants(5) == []


async def test_everyone_lists_administrators_first_known_or_not(storage: Storage) -> None:
    await add_training(storage)
    anna = Official(7, name="Anna Nowak")
    grants = [Grant(9, Role.ADMINISTRATOR), Grant(7, Role.COORDINATOR, 1), Grant(8, Role.TRAINER, 1)]
    async with storage.transaction() as transaction:
        await transaction.officials.save(anna)
        for grant in reversed(grants):
            await transaction.organisers.grant(grant)
        assert await transaction.organisers.everyone() == list(
            zip(grants, (Official(9), anna, Official(8)), strict=True)
        )


async def test_invitation_opens_once(storage: Storage) -> None:
    await add_training(storage)
    invitation = Invitation("hash", Role.COORDINATOR, NOW + HOUR, programme_id=1, created_by=5)
    async with storage.transaction() as transaction:
        organisers = transaction.organisers
        await organisers.invite(invitation)
        assert await organisers.invitation("hash", NOW) == invitation
        assert await organisers.redeem("hash", 6, NOW) == invitation
        assert await organisers.redeem("hash", 7, NOW) is None
        assert await organisers.invitation("hash", NOW) is None


async def test_invitation_that_expired_or_never_was_opens_nothing(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        organisers = transaction.organisers
        await organisers.invite(Invitation("hash", Role.TRAINER, NOW + HOUR, created_by=5))
        assert await organisers.redeem("hash", 6, NOW + HOUR) is None
        assert await organisers.invitation("hash", NOW + HOUR) is None
        assert await organisers.redeem("other", 6, NOW) is None


async def test_first_administrators_invitation_replaces_the_one_before(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        organisers = transaction.organisers
        await organisers.invite(Invitation("made by somebody", Role.ADMINISTRATOR, NOW + HOUR, created_by=5))
        await organisers.invite(Invitation("other role", Role.TRAINER, NOW + HOUR))
        await organisers.invite(Invitation("first", Role.ADMINISTRATOR, NOW + HOUR))
        await organisers.invite(Invitation("second", Role.ADMINISTRATOR, NOW + HOUR))
        still_open = [
            name
            for name in ("made by somebody", "other role", "first", "second")
            if await organisers.invitation(name, NOW)
        ]
    assert still_open == ["made by somebody", "other role", "second"]


async def test_whoever_loses_a_role_leaves_no_invitation_that_works(storage: Storage) -> None:
    await add_training(storage)
    async with storage.transaction() as transaction:
        organisers = transaction.organisers
        for token, maker in (("used", 5), ("unused", 5), ("another's", 6), ("nobody's", None)):
            await organisers.invite(Invitation(token, Role.TRAINER, NOW + HOUR, 1, maker))
        await organisers.redeem("used", 7, NOW)
        await organisers.grant(Grant(5, Role.COORDINATOR, 1))
        await organisers.revoke(Grant(5, Role.COORDINATOR, 1))
        tokens = ("used", "unused", "another's", "nobody's")
        assert [name for name in tokens if await organisers.invitation(name, NOW)] == ["another's", "nobody's"]


async def test_lock_of_roles_is_no_trouble_to_whoever_holds_it(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        await transaction.organisers.lock()
        await transaction.organisers.grant(Grant(5, Role.ADMINISTRATOR))
        await transaction.organisers.lock()
        assert await transaction.organisers.grants(5) == [Grant(5, Role.ADMINISTRATOR)]
