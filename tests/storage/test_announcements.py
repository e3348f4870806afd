"""Announcements, drafts and acts on every engine."""

from dataclasses import replace
from datetime import date

from domain.announced import Act, Announcement, Deed, Origin, Stage
from domain.announcement import Fact, Found, Question, Span, Why, YearBy
from domain.official import Official
from domain.ports import Storage, Transaction
from domain.training import AgendaItem, Contact, Draft, Place, Speaker
from domain.wall import Wall
from tests.storage.samples import DAY, NOW, add_training, training

FOUND = Found(
    Draft(
        title="Prawo opcji",
        start=Wall.parse("2026-05-11T09:00"),
        place=Place("Ratusz", "Gdynia", "107"),
        speakers=(Speaker("Jan Lis"),),
        contact=Contact(email="biuro@example.org"),
        agenda=(AgendaItem("1", "Wstęp"),),
    ),
    {Fact.TITLE: Span(0, 11), Fact.START: Span(12, 30)},
    (Question(Fact.START, Why.YEAR, ("2026-05-11", "2031-05-11")), Question(Fact.CAPACITY, Why.MISSING)),
    YearBy.WEEKDAY,
)


async def _begun(transaction: Transaction, origin: Origin = Origin.TEXT) -> Announcement:
    number = await transaction.trainings.add_programme("Program", None, "Europe/Warsaw", "{}")
    programme = next(each for each in await transaction.trainings.programmes() if each.id == number)
    text = "Ogłoszenie" if origin is Origin.TEXT else None
    new = Announcement(0, programme, origin, 7, NOW, text, date(2026, 3, 30))
    return replace(new, id=await transaction.announcements.begin(new))


async def test_announcement_comes_back_with_its_drafts(storage: Storage) -> None:
    changed = await training(storage, await add_training(storage))
    async with storage.transaction() as transaction:
        begun = await _begun(transaction)
        first = await transaction.announcements.add_draft(begun.id, FOUND)
        second = await transaction.announcements.add_draft(begun.id, Found(changed.details), changed)
    async with storage.reading() as transaction:
        assert await transaction.announcements.get(begun.id) == replace(begun, version=3)
        drafts = await transaction.announcements.drafts(begun.id)
        assert [each.id for each in drafts] == [first, second]
        assert drafts[0].found == FOUND
        assert (drafts[1].training, drafts[1].base_version, drafts[1].outdated) == (changed, changed.version, False)
        assert [each.id for each in await transaction.announcements.unfinished(None)] == [begun.id]
        assert not await transaction.announcements.unfinished([begun.programme.id + 1])
        assert await transaction.announcements.get(begun.id + 1) is None


async def test_a_form_counts_from_its_first_answer_on(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        begun = await _begun(transaction, Origin.FORM)
        await transaction.announcements.add_draft(begun.id, Found(Draft()))
        assert not await transaction.announcements.unfinished(None)
        [empty] = await transaction.announcements.drafts(begun.id)
        await transaction.announcements.restate(empty, FOUND)
        assert [each.id for each in await transaction.announcements.unfinished(None)] == [begun.id]


async def test_draft_is_not_overwritten_by_who_read_it_earlier(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        begun = await _begun(transaction, Origin.FORM)
        await transaction.announcements.add_draft(begun.id, FOUND)
        [read] = await transaction.announcements.drafts(begun.id)
        other = replace(FOUND, draft=replace(FOUND.draft, capacity=20))
        assert await transaction.announcements.restate(read, other)
        assert not await transaction.announcements.restate(read, FOUND)
        assert not await transaction.announcements.drop_draft(read)
        [now] = await transaction.announcements.drafts(begun.id)
        assert now.found == other
        assert await transaction.announcements.drop_draft(now)
        assert not await transaction.announcements.drafts(begun.id)


async def test_draft_of_a_changed_training_is_outdated_until_rebased(storage: Storage) -> None:
    changed = await training(storage, await add_training(storage))
    async with storage.transaction() as transaction:
        begun = await _begun(transaction, Origin.EDIT)
        await transaction.announcements.add_draft(begun.id, Found(changed.details), changed)
        await transaction.trainings.change(changed, replace(changed.details, title="Inny"), 5)
        [read] = await transaction.announcements.drafts(begun.id)
        assert read.outdated
        assert read.base == changed.details
        assert await transaction.announcements.rebase(read, FOUND)
        [read] = await transaction.announcements.drafts(begun.id)
        assert (read.outdated, read.base, read.found) == (False, replace(changed.details, title="Inny"), FOUND)
        assert await transaction.announcements.edit_of(changed.id, 7) == begun.id
        assert await transaction.announcements.edit_of(changed.id, 8) is None
        assert not await transaction.announcements.unfinished(None)


async def test_scheduled_announcement_falls_due_and_is_published_once(storage: Storage) -> None:
    number = await add_training(storage)
    async with storage.transaction() as transaction:
        begun = await _begun(transaction)
        planned = replace(begun, silent=True, publish_at=NOW + DAY, made_by=8)
        assert await transaction.announcements.settle(planned, Stage.SCHEDULED, NOW)
        assert await transaction.next_due() == NOW + DAY
        assert not await transaction.announcements.due(NOW, 5)
        [due] = await transaction.announcements.due(NOW + DAY, 5)
        assert (due.stage, due.silent, due.made_by) == (Stage.SCHEDULED, True, 8)
        assert not await transaction.announcements.settle(begun, Stage.PUBLISHED, NOW + DAY)
        assert await transaction.announcements.settle(due, Stage.PUBLISHED, NOW + DAY)
        await transaction.announcements.announce(due, [number], NOW + DAY)
        assert await transaction.next_due() is None
    async with storage.reading() as transaction:
        source = await transaction.announcements.of_training(number)
        assert source is not None
        assert (source.id, source.text) == (begun.id, "Ogłoszenie")
    assert (await training(storage, number)).announced_on == date(2026, 3, 30)


async def test_discarded_announcement_is_forgotten_with_its_drafts(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        begun = await _begun(transaction)
        await transaction.announcements.add_draft(begun.id, FOUND)
        read = await transaction.announcements.get(begun.id)
        assert read is not None
        assert await transaction.announcements.settle(read, Stage.DISCARDED, NOW)
    await storage.purge(NOW)
    async with storage.reading() as transaction:
        assert await transaction.announcements.drafts(begun.id)
    await storage.purge(NOW + DAY)
    async with storage.reading() as transaction:
        assert not await transaction.announcements.drafts(begun.id)
        assert await transaction.announcements.get(begun.id) is None


async def test_acts_are_read_newest_first_and_outlive_who_did_them(storage: Storage) -> None:
    number = await add_training(storage)
    changed = await training(storage, number)
    maria = Official(7, name="Maria Lis")
    async with storage.transaction() as transaction:
        await transaction.officials.save(maria)
        first = await transaction.acts.note(Act(Deed.BOUND, maria, NOW, changed.programme, args={"chat": "Kanał"}))
        after = replace(changed.details, title="Inny")
        change = Act(Deed.CHANGED, maria, NOW, changed.programme, changed, {}, changed.details, after, 2)
        second = await transaction.acts.note(change)
        everywhere = await transaction.acts.note(Act(Deed.INVITED, maria, NOW))
        assert [each.id for each in await transaction.acts.newest(None, 2)] == [everywhere, second]
        assert [each.id for each in await transaction.acts.newest([changed.programme.id], 5, 1)] == [first]
        assert [each.id for each in await transaction.acts.on_training(number, 5)] == [second]
        assert await transaction.acts.get(second) == replace(change, id=second)
        revoked = Act(Deed.REVOKED, Official(17), NOW, args={"role": "trainer", "whom": "7"})
        await transaction.acts.note(revoked)
        await transaction.acts.note(replace(revoked, args={"role": "trainer", "whom": "77"}))
        await transaction.officials.erase(7)
        acts = await transaction.acts.newest(None, 5)
        assert [each.official and each.official.id for each in acts] == [17, 17, None, None, None]
        assert [each.whom for each in acts[:2]] == [77, None]
