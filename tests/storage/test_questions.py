import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.asked import Asked, Behaviour, Intent, Missed, Standing
from domain.notice import Claimed, Fate, Kind, Planned
from domain.official import Grant, Official, Role
from domain.ports import Storage
from tests.storage.samples import DAY, HOUR, MINUTE, NOW, add_training, claim_all, training

from .conftest import Hand

TEXT = "Czy będzie transmisja?"
ASKED = Asked(0, Official(1), TEXT, NOW, Intent.LINK, Behaviour.ABSTAIN)


async def _note(storage: Storage, asked: Asked = ASKED, chat_id: int | None = 1) -> int:
    async with storage.transaction() as transaction:
        return await transaction.questions.note(asked, chat_id)


async def _get(storage: Storage, question_id: int) -> Asked | None:
    async with storage.reading() as transaction:
        return await transaction.questions.get(question_id)


async def _pass_on(storage: Storage, question_id: int, programme: int | None = None) -> bool:
    async with storage.transaction() as transaction:
        return await transaction.questions.pass_on(question_id, programme, NOW)


async def _answer(storage: Storage, question_id: int, official_id: int = 9, answer: str = "Tak.") -> bool:
    async with storage.transaction() as transaction:
        return await transaction.questions.answer(question_id, official_id, answer, NOW)


async def _claim(storage: Storage) -> list[Claimed]:
    async with storage.transaction() as transaction:
        return await claim_all(transaction, NOW, 10, NOW + MINUTE)


async def test_question_comes_back_with_who_asked_and_what_about(storage: Storage) -> None:
    about = await training(storage, await add_training(storage))
    anna = Official(1, name="Anna Nowak")
    async with storage.transaction() as transaction:
        await transaction.officials.save(anna)
    asked = replace(ASKED, asker=anna, training=about, programme=about.programme)
    number = await _note(storage, asked)
    assert await _get(storage, number) == replace(asked, id=number)
    assert await _get(storage, number + 1) is None


async def test_recent_questions_are_those_of_one_person_in_one_chat_oldest_first(storage: Storage) -> None:
    for text, minutes, person, chat in [
        ("dawno", -20, 1, 1),
        ("pierwsze", -9, 1, 1),
        ("w grupie", -5, 1, -7),
        ("cudze", -4, 2, 1),
        ("drugie", -3, 1, 1),
        ("trzecie", -3, 1, 1),
    ]:
        await _note(storage, replace(ASKED, asker=Official(person), text=text, asked_at=NOW + minutes * MINUTE), chat)
    async with storage.reading() as transaction:
        assert await transaction.questions.recent(1, 1, NOW - 10 * MINUTE, 5) == ["pierwsze", "drugie", "trzecie"]
        assert await transaction.questions.recent(1, 1, NOW - 10 * MINUTE, 2) == ["drugie", "trzecie"]


async def test_question_is_passed_on_once(storage: Storage) -> None:
    number = await _note(storage)
    assert [await _pass_on(storage, number) for _ in range(2)] == [True, False]
    assert not await _pass_on(storage, 99)
    async with storage.reading() as transaction:
        assert await transaction.questions.passed_since(1, NOW - DAY) == 1
        assert await transaction.questions.passed_since(1, NOW) == 0
        assert await transaction.questions.passed_since(2, NOW - DAY) == 0


async def test_first_answer_stands_and_what_follows_is_added(storage: Storage) -> None:
    number = await _note(storage)
    assert not await _answer(storage, number)
    await _pass_on(storage, number)
    async with storage.transaction() as transaction:
        await transaction.officials.save(Official(9, name="Maria Wiśniewska"))
    assert [await _answer(storage, number, person) for person in (9, 8)] == [True, False]
    async with storage.transaction() as transaction:
        await transaction.questions.add(number, "\n\nI nagranie.")
        assert not await transaction.questions.close(number, 8, NOW)
    found = await _get(storage, number)
    assert found is not None
    assert (found.standing, found.ended_by, found.ended_by_name) == (Standing.ANSWERED, 9, "Maria Wiśniewska")
    assert found.answer == "Tak.\n\nI nagranie."


async def test_of_two_who_answer_at_once_one_is_first(lasting: Storage) -> None:
    number = await _note(lasting)
    await _pass_on(lasting, number)
    first = await asyncio.gather(*(_answer(lasting, number, person, f"{person}") for person in range(2, 8)))
    assert sorted(first) == [False] * 5 + [True]
    found = await _get(lasting, number)
    assert found is not None
    assert found.answer == str(found.ended_by)


async def test_closed_question_can_still_be_answered(storage: Storage) -> None:
    number = await _note(storage)
    await _pass_on(storage, number)
    async with storage.transaction() as transaction:
        assert [await transaction.questions.close(number, 9, NOW) for _ in range(2)] == [True, False]
    assert await _answer(storage, number, 8)


async def test_waiting_questions_are_those_of_a_scope_longest_first(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        for name in "AB":
            await transaction.trainings.add_programme(name, None, "Europe/Warsaw", "{}")
    numbers = [await _note(storage) for _ in range(4)]
    for number, programme in zip(numbers, (2, 1, None), strict=False):
        await _pass_on(storage, number, programme)
    async with storage.reading() as transaction:
        questions = transaction.questions
        assert [asked.id for asked in await questions.waiting(None, 9)] == numbers[:3]
        assert [asked.id for asked in await questions.waiting(None, 2)] == numbers[:2]
        assert [asked.id for asked in await questions.waiting({1}, 9)] == [numbers[1]]
        assert await questions.waiting(set(), 9) == []


async def test_what_could_not_be_answered_is_counted_by_kind(storage: Storage) -> None:
    for behaviour, intent, times in [
        (Behaviour.ABSTAIN, Intent.PRICE, 3),
        (Behaviour.NOT_FOUND, Intent.LIST, 1),
        (Behaviour.ANSWER, Intent.WHEN, 2),
    ]:
        numbers = [await _note(storage, replace(ASKED, behaviour=behaviour, intent=intent)) for _ in range(times)]
        if behaviour is Behaviour.ANSWER:
            await _pass_on(storage, numbers[0])
    await _note(storage, replace(ASKED, asked_at=NOW - 40 * DAY))
    async with storage.reading() as transaction:
        assert await transaction.questions.missed(None, NOW - 30 * DAY) == [
            Missed(Behaviour.ABSTAIN, Intent.PRICE, 3, 0),
            Missed(Behaviour.ANSWER, Intent.WHEN, 1, 1),
            Missed(Behaviour.NOT_FOUND, Intent.LIST, 1, 0),
        ]


@pytest.mark.parametrize("about", [True, False], ids=["one training", "no training"])
async def test_notices_of_two_questions_to_one_person_do_not_merge(storage: Storage, *, about: bool) -> None:
    number = await add_training(storage) if about else None
    questions = [await _note(storage) for _ in range(2)]
    told = [Planned(Kind.QUESTION, 9, f"q{each}", NOW, number, question_id=each) for each in questions]
    more = [Planned(Kind.ANSWER, 1, f"a{n}", NOW, number, args={"answer": "x"}, question_id=1) for n in range(2)]
    async with storage.transaction() as transaction:
        await transaction.notices.plan([*told, *told, *more])
    claimed = await _claim(storage)
    assert [(each.kind, each.question and each.question.id) for each in claimed] == [
        *((Kind.QUESTION, each) for each in questions),
        *((Kind.ANSWER, 1) for _ in range(2)),
    ]


@pytest.mark.parametrize(
    ("grant", "organises"),
    [
        (Grant(9, Role.ADMINISTRATOR), True),
        (Grant(9, Role.COORDINATOR, 1), True),
        (Grant(9, Role.COORDINATOR, 2), False),
        (Grant(9, Role.TRAINER, 1), False),
        (Grant(8, Role.ADMINISTRATOR), False),
    ],
)
async def test_claimed_question_tells_whether_it_is_still_the_organisers(
    storage: Storage, grant: Grant, *, organises: bool
) -> None:
    async with storage.transaction() as transaction:
        for name in "AB":
            await transaction.trainings.add_programme(name, None, "Europe/Warsaw", "{}")
        await transaction.organisers.grant(grant)
    number = await _note(storage)
    await _pass_on(storage, number, 1)
    async with storage.transaction() as transaction:
        await transaction.notices.plan([Planned(Kind.QUESTION, 9, "q", NOW, question_id=number)])
    (claimed,) = await _claim(storage)
    assert claimed.organises is organises
    assert claimed.question == await _get(storage, number)


async def test_delivered_message_leads_back_to_its_question(storage: Storage) -> None:
    number = await _note(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.plan(
            [
                Planned(Kind.QUESTION, 9, "q", NOW, question_id=number),
                Planned(Kind.ANSWER, 9, "a", NOW, question_id=number),
            ]
        )
    for claimed, message in zip(await _claim(storage), (70, 71), strict=True):
        async with storage.transaction() as transaction:
            await transaction.notices.settle(claimed, Fate.DELIVERED, NOW, message_id=message)
    async with storage.reading() as transaction:
        told = await transaction.questions.told_in(9, 70)
        assert told is not None
        assert told.id == number
        for person, message in ((8, 70), (9, 71), (9, 72)):
            assert await transaction.questions.told_in(person, message) is None


async def test_texts_are_forgotten_in_time_and_the_numbers_stay(storage: Storage, hand: Hand) -> None:
    fresh, stale, ended, waiting, lately = [await _note(storage) for _ in range(5)]
    for number in (ended, waiting, lately):
        await _pass_on(storage, number)
    for number in (ended, lately):
        await _answer(storage, number)
    long_ago = int((NOW - 91 * DAY).timestamp()) * 10**6
    await hand(f"UPDATE question SET asked_at = asked_at - {25 * 3600 * 10**6} WHERE id = {stale}")  # noqa: S608
    await hand(f"UPDATE question SET passed_at = {long_ago} WHERE id IN ({ended}, {waiting}, {lately})")  # noqa: S608
    await hand(f"UPDATE question SET ended_at = {long_ago} WHERE id = {ended}")  # noqa: S608
    await storage.forget(NOW)
    rows = await hand("SELECT id, text, official_id, chat_id, state, answer FROM question ORDER BY id")
    assert rows == [
        (fresh, TEXT, 1, 1, "asked", None),
        (stale, None, None, None, "asked", None),
        (ended, None, None, None, "answered", None),
        (waiting, None, None, None, "closed", None),
        (lately, TEXT, 1, 1, "answered", "Tak."),
    ]
    assert not await _answer(storage, ended)
    assert not await _pass_on(storage, stale)


async def test_answer_on_its_way_is_kept_and_a_delivered_one_forgotten(storage: Storage, hand: Hand) -> None:
    number = await _note(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.plan(
            [
                Planned(Kind.ANSWER, 1, f"a{n}", NOW + n * HOUR, args={"answer": "Tak."}, question_id=number)
                for n in range(2)
            ]
        )
    (claimed,) = await _claim(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.settle(claimed, Fate.DELIVERED, NOW, message_id=7)
    await storage.forget(NOW)
    assert await hand("SELECT args FROM notice ORDER BY id") == [("{}",), ('{"answer":"Tak."}',)]


async def test_erased_asker_leaves_numbers_and_the_answerer_no_trace(storage: Storage, hand: Hand) -> None:
    asked, waiting, answered, others = [
        await _note(storage, replace(ASKED, asker=Official(person))) for person in (1, 1, 1, 2)
    ]
    for number in (waiting, answered, others):
        await _pass_on(storage, number)
    for number in (answered, others):
        await _answer(storage, number)
    async with storage.transaction() as transaction:
        assert await transaction.questions.kept(1) == 3
        for person in (1, 9):
            await transaction.officials.erase(person)
        assert await transaction.questions.kept(1) == 0
    assert await hand("SELECT id, official_id, text, state, answer, ended_by FROM question ORDER BY id") == [
        (asked, None, None, "asked", None, None),
        (waiting, None, None, "closed", None, None),
        (answered, None, None, "answered", None, None),
        (others, 2, TEXT, "answered", "Tak.", None),
    ]


async def test_question_of_nobody_is_a_number(storage: Storage) -> None:
    counted = replace(ASKED, asker=None, text=None)
    number = await _note(storage, counted, None)
    assert await _get(storage, number) == replace(counted, id=number)
    async with storage.reading() as transaction:
        missed = await transaction.questions.missed(None, NOW - MINUTE)
    assert missed == [Missed(Behaviour.ABSTAIN, Intent.LINK, 1, 0)]


async def test_group_is_spoken_to_again_only_after_a_pause_whatever_the_clock_did(storage: Storage) -> None:
    async def speaks(chat_id: int, seconds: int) -> bool:
        now = NOW + timedelta(seconds=seconds)
        async with storage.transaction() as transaction:
            return await transaction.questions.speak_in(chat_id, now, now - timedelta(seconds=10))

    assert [await speaks(-7, seconds) for seconds in (0, 9, 10, 19)] == [True, False, True, False]
    assert await speaks(-8, 19)
    assert await speaks(-7, -3600)
    assert not await speaks(-7, -3595)
