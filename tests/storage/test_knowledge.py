from domain.asked import Asked, Behaviour, Intent
from domain.faq import Faq, Synonym
from domain.official import Official
from domain.ports import Storage
from tests.storage.samples import NOW, add_training

from .conftest import Hand

DINNER = Faq(0, 0, "obiad", "Czy jest obiad?", "Tak, o 13:00.")
BILL = Faq(0, 0, "faktura", "Kto wystawia fakturę?", "Księgowość.")
ASKED = Asked(0, Official(1), "Czy jest parking?", NOW, Intent.FAQ, Behaviour.ABSTAIN)


async def _list(storage: Storage, *faqs: Faq, programme: int = 1) -> None:
    async with storage.transaction() as transaction:
        await transaction.knowledge.list_faqs(programme, faqs)


async def _keep(storage: Storage, key: str = "chat-1", training_id: int | None = None) -> Faq | None:
    async with storage.transaction() as transaction:
        question = await transaction.questions.note(ASKED, 1)
        kept = Faq(0, 1, key, "Czy jest parking?", "Tak.", ("gdzie zaparkować",), training_id)
        return await transaction.knowledge.keep(kept, question)


async def _faqs(storage: Storage) -> list[Faq]:
    async with storage.reading() as transaction:
        return list(await transaction.knowledge.faqs())


async def _keys(storage: Storage) -> list[tuple[int, str]]:
    return [(faq.programme_id, faq.key) for faq in await _faqs(storage)]


async def test_those_of_the_file_come_in_its_order_then_those_of_the_chat(storage: Storage) -> None:
    number = await add_training(storage)
    async with storage.transaction() as transaction:
        await transaction.trainings.add_programme("Inny", None, "Europe/Warsaw", "{}")
    kept = await _keep(storage, training_id=number)
    assert kept is not None
    await _list(storage, DINNER, BILL)
    await _list(storage, DINNER, programme=2)
    faqs = await _faqs(storage)
    assert [(faq.programme_id, faq.key) for faq in faqs] == [(1, "obiad"), (1, "faktura"), (1, "chat-1"), (2, "obiad")]
    assert faqs[2] == kept == Faq(kept.id, 1, "chat-1", "Czy jest parking?", "Tak.", ("gdzie zaparkować",), number)


async def test_listing_again_changes_moves_and_removes_but_not_those_of_the_chat(storage: Storage) -> None:
    await add_training(storage)
    await _keep(storage)
    await _list(storage, DINNER, BILL)
    ids = {faq.key: faq.id for faq in await _faqs(storage)}
    changed = Faq(0, 0, "obiad", "Czy jest obiad?", "Nie ma.")
    parking = Faq(0, 0, "chat-1", "Czy można zaparkować?", "Tak, za ratuszem.")
    await _list(storage, parking, changed)
    faqs = await _faqs(storage)
    assert [(faq.key, faq.answer, faq.phrases) for faq in faqs] == [
        ("obiad", "Nie ma.", ()),
        ("chat-1", "Tak, za ratuszem.", ("gdzie zaparkować",)),
    ]
    assert [faq.id for faq in faqs] == [ids["obiad"], ids["chat-1"]]
    await _list(storage)
    assert await _keys(storage) == [(1, "chat-1")]


async def test_answer_is_kept_once_for_a_question_and_a_key(storage: Storage) -> None:
    await add_training(storage)
    kept = await _keep(storage)
    assert kept is not None
    assert await _keep(storage) is None
    async with storage.transaction() as transaction:
        assert await transaction.knowledge.keep(Faq(0, 1, "chat-1-2", "x", "y"), 1) is None
        assert await transaction.knowledge.faq_of(1) == kept
        assert await transaction.knowledge.faq_of(2) is None


async def test_only_those_of_the_chat_are_dropped(storage: Storage) -> None:
    await add_training(storage)
    kept = await _keep(storage)
    await _list(storage, DINNER)
    dinner = (await _faqs(storage))[0]
    async with storage.transaction() as transaction:
        assert kept is not None
        assert [await transaction.knowledge.drop_faq(each) for each in (dinner.id, kept.id, kept.id)] == [
            False,
            True,
            False,
        ]
    assert await _keys(storage) == [(1, "obiad")]


async def test_kept_answer_outlives_whoever_asked(storage: Storage) -> None:
    await add_training(storage)
    await _keep(storage)
    async with storage.transaction() as transaction:
        await transaction.officials.erase(1)
    assert await _keys(storage) == [(1, "chat-1")]


async def test_synonyms_are_added_listed_and_dropped(storage: Storage, hand: Hand) -> None:
    async with storage.transaction() as transaction:
        first = await transaction.knowledge.add_synonym(("cuw", "centrum usług wspólnych"), 5, NOW)
        second = await transaction.knowledge.add_synonym(("hr", "kadry"), 6, NOW)
        assert await transaction.knowledge.synonyms() == [
            Synonym(first, ("cuw", "centrum usług wspólnych"), 5, NOW),
            Synonym(second, ("hr", "kadry"), 6, NOW),
        ]
        assert [await transaction.knowledge.drop_synonym(first) for _ in range(2)] == [True, False]
        await transaction.officials.erase(6)
    assert await hand("SELECT phrases, added_by FROM synonym") == [('["hr","kadry"]', None)]


async def test_every_write_raises_the_version(storage: Storage) -> None:
    await add_training(storage)
    versions = []
    async with storage.transaction() as transaction:
        question = await transaction.questions.note(ASKED, 1)
        kept = await transaction.knowledge.keep(Faq(0, 1, "chat-1", "x", "y"), question)
        versions.append(await transaction.trainings.version())
        await transaction.knowledge.list_faqs(1, [DINNER])
        versions.append(await transaction.trainings.version())
        assert kept is not None
        await transaction.knowledge.drop_faq(kept.id)
        versions.append(await transaction.trainings.version())
        group = await transaction.knowledge.add_synonym(("a", "b"), 5, NOW)
        versions.append(await transaction.trainings.version())
        await transaction.knowledge.drop_synonym(group)
        versions.append(await transaction.trainings.version())
    assert versions == sorted(set(versions))
