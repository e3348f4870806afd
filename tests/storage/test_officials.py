from datetime import time

import pytest

from domain.asked import Asked, Behaviour, Intent
from domain.institution import Institution
from domain.news import Subscription
from domain.notice import Kind
from domain.official import Grant, Language, Official, Preferences, Role
from domain.ports import Incoming, Invitation, Outgoing, Prompt, Storage
from tests.storage.samples import HOUR, MINUTE, NOW, add_training, decide, leave, planned, sign_up

from .conftest import Hand

TABLES_OF_A_PERSON = {
    "official": "id",
    "organiser": "official_id",
    "prompt": "official_id",
    "follower": "official_id",
    "subscription": "official_id",
    "subscribed_topic": "official_id",
    "registration": "official_id",
    "notice": "official_id",
    "reply": "chat_id",
    "question": "official_id",
    "synonym": "added_by",
    "invitation": "used_by",
}


async def _save(storage: Storage, official: Official) -> None:
    async with storage.transaction() as transaction:
        await transaction.officials.save(official)


async def _get(storage: Storage, official_id: int) -> Official | None:
    async with storage.reading() as transaction:
        return await transaction.officials.get(official_id)


async def _institution(storage: Storage, name: str, *aliases: str, member: bool = False) -> Institution:
    async with storage.transaction() as transaction:
        return await transaction.officials.add_institution(Institution(0, name, aliases, member))


async def test_person_comes_back_whole(storage: Storage) -> None:
    official = Official(
        id=5_000_000_000,
        language=Language.ENGLISH,
        name="Żaneta Łęcka",
        institution=await _institution(storage, "UM Gdynia", "Gdynia", member=True),
        preferences=Preferences(week_before=True, hour_before=False, quiet_from=time(0), quiet_until=time(0)),
        notice_version="2026-01",
        notice_seen_at=NOW,
        unreachable="blocked",
    )
    await _save(storage, official)
    assert await _get(storage, official.id) == official


async def test_saving_replaces_the_person(storage: Storage) -> None:
    await _save(storage, Official(5, name="Anna Nowak", unreachable="blocked"))
    await _save(storage, Official(5))
    assert await _get(storage, 5) == Official(5)


async def test_person_of_whom_nothing_is_stored_is_none(storage: Storage) -> None:
    assert await _get(storage, 5) is None


async def test_person_is_unreachable_until_reached(storage: Storage) -> None:
    await _save(storage, Official(5))
    async with storage.transaction() as transaction:
        await transaction.officials.lost(5, "blocked")
        await transaction.officials.lost(6, "nobody knows this person")
    assert await _get(storage, 5) == Official(5, unreachable="blocked")
    async with storage.transaction() as transaction:
        await transaction.officials.reached(5)
    assert await _get(storage, 5) == Official(5)
    assert await _get(storage, 6) is None


async def test_institutions_are_joined_when_their_folded_names_are_the_same(storage: Storage) -> None:
    first = await _institution(storage, "Łódź", "UMŁ")
    joined = await _institution(storage, "LODZ", "miasto Łódź", "UMŁ", member=True)
    kept = await _institution(storage, "łódź")
    assert joined == kept == Institution(first.id, "Łódź", ("UMŁ", "miasto Łódź"), member=True)


async def test_institutions_are_in_the_order_of_their_names(storage: Storage) -> None:
    for name in ("Żory", "Łódź", "Gdynia", "Lublin"):
        await _institution(storage, name)
    async with storage.reading() as transaction:
        assert [i.name for i in await transaction.officials.institutions()] == ["Gdynia", "Łódź", "Lublin", "Żory"]


async def test_prompt_is_answered_expires_or_is_replaced(storage: Storage) -> None:
    number = await add_training(storage)
    first = Prompt(5, "name", NOW + HOUR, number, "Anna")
    async with storage.transaction() as transaction:
        officials = transaction.officials
        await officials.ask(first)
        assert await officials.prompt(5, NOW) == first
        assert await officials.prompt(6, NOW) is None
        assert await officials.prompt(5, NOW + HOUR) is None
        await officials.ask(Prompt(5, "institution", NOW + MINUTE))
        assert await officials.prompt(5, NOW) == Prompt(5, "institution", NOW + MINUTE)
        await officials.answered(5)
        assert await officials.prompt(5, NOW) is None


async def _fill(storage: Storage, person: int) -> None:
    """Store everything that can be known of a person."""
    number = await add_training(storage, f"of {person}")
    await _save(storage, Official(person, name="Anna Nowak"))
    await sign_up(storage, number, person)
    await decide(storage, number, person, leave)
    await storage.receive([Incoming(person, person, "text"), Incoming(person + 100, person, "new")], NOW)
    await storage.set_aside(person, "error", NOW)
    async with storage.transaction() as transaction:
        await transaction.organisers.grant(Grant(person, Role.ADMINISTRATOR))
        await transaction.organisers.invite(Invitation(f"used by {person}", Role.TRAINER, NOW + HOUR, created_by=99))
        await transaction.organisers.redeem(f"used by {person}", person, NOW)
        await transaction.organisers.invite(Invitation(f"by {person}", Role.TRAINER, NOW + HOUR, created_by=person))
        await transaction.officials.ask(Prompt(person, "name", NOW + HOUR))
        await transaction.rosters.follow(number, person)
        await transaction.news.subscribe(Subscription(person, topics={"prawo": "Prawo"}))
        await transaction.notices.plan([planned(person, number), planned(person, None, Kind.ALARM)])
        await transaction.questions.note(Asked(0, Official(person), "?", NOW, Intent.LINK, Behaviour.ABSTAIN), person)
        await transaction.knowledge.add_synonym(("a", "b"), person, NOW)
        await transaction.replies.add([Outgoing(person, "sendMessage", {"text": "Dzień dobry"})], NOW, NOW + MINUTE)


async def test_erasing_leaves_no_trace_and_touches_nobody_else(storage: Storage, hand: Hand) -> None:
    await _fill(storage, 5)
    await _fill(storage, 6)
    async with storage.transaction() as transaction:
        await transaction.officials.erase(5)
    left = {
        table: await hand(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608 - our own names
        for table, column in TABLES_OF_A_PERSON.items()
    }
    assert left == {table: [(6,)] for table in TABLES_OF_A_PERSON}
    assert await hand("SELECT created_by FROM invitation WHERE created_by IN (5, 6)") == [(6,)]
    assert await hand("SELECT update_id, state, raw, person_id FROM inbox WHERE update_id IN (5, 105) ORDER BY 1") == [
        (5, "done", None, None),
        (105, "new", "new", 5),
    ]


async def test_erasing_takes_a_typed_institution_along_when_it_was_the_last_persons(
    storage: Storage, hand: Hand
) -> None:
    async with storage.transaction() as transaction:
        typed = await transaction.officials.add_institution(Institution(0, "Wydział Anny"))
        shared = await transaction.officials.add_institution(Institution(0, "Biuro obojga"))
        listed = await transaction.officials.add_institution(Institution(0, "UM Gdynia", listed=True))
        for person, institution in ((5, typed), (6, shared), (7, shared), (8, listed)):
            await transaction.officials.save(Official(person, institution=institution))
        for person in (5, 6, 8):
            await transaction.officials.erase(person)
    assert await hand("SELECT name FROM institution ORDER BY name") == [("Biuro obojga",), ("UM Gdynia",)]


async def test_erasing_keeps_a_place_that_was_not_given_up(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage)
    await sign_up(storage, number, 5)
    async with storage.transaction() as transaction:
        await transaction.officials.erase(5)
    assert await hand("SELECT official_id, state FROM registration") == [(5, "seated")]


async def test_person_of_an_unknown_institution_is_refused(storage: Storage) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await _save(storage, Official(5, institution=Institution(77, "Nigdzie")))
