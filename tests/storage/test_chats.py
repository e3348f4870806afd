from domain.chats import BoundChat, Loss, ShownChat, Spot, Venue
from domain.official import Language
from domain.ports import Storage
from tests.storage.samples import DAY, HOUR, NOW, add_training

from .conftest import Hand

GROUP = Spot(-(2**40), Venue.GROUP, "Wydział", 7)
CHANNEL = Spot(-1001, Venue.CHANNEL, "Ogłoszenia")


async def bind(storage: Storage, spot: Spot = GROUP, programme_id: int = 1) -> int:
    async with storage.transaction() as transaction:
        return await transaction.chats.bind(spot, programme_id, Language.POLISH)


async def bound(storage: Storage, programme_id: int | None = None) -> list[BoundChat]:
    async with storage.reading() as transaction:
        return list(await transaction.chats.bound(programme_id))


async def add_programme(storage: Storage, name: str) -> int:
    async with storage.transaction() as transaction:
        return await transaction.trainings.add_programme(name, None, "Europe/Warsaw", "{}")


async def test_bound_chat_is_read_with_its_programme(storage: Storage) -> None:
    await add_training(storage)
    number = await bind(storage)
    async with storage.reading() as transaction:
        chat = await transaction.chats.get(number)
        assert await transaction.chats.get(number + 1) is None
    assert chat is not None
    assert chat == BoundChat(number, GROUP, chat.programme, Language.POLISH)
    assert chat.programme.name == "Program"


async def test_chat_bound_again_is_where_it_is_bound_now_and_regained(storage: Storage) -> None:
    await add_training(storage)
    number = await bind(storage)
    async with storage.transaction() as transaction:
        await transaction.chats.lose(GROUP.telegram_id, Loss.TOPIC, NOW + HOUR)
        await transaction.chats.speak(number, Language.ENGLISH, NOW)
    again = Spot(GROUP.telegram_id, Venue.GROUP, "Wydział Finansów", 9)
    assert await bind(storage, again) == number
    (chat,) = await bound(storage)
    assert (chat.spot, chat.lost, chat.language) == (again, None, Language.ENGLISH)


async def test_chats_are_listed_by_programme(storage: Storage) -> None:
    await add_training(storage)
    other = await add_programme(storage, "Jesień")
    numbers = [await bind(storage, spot, programme) for spot, programme in ((GROUP, other), (CHANNEL, 1), (GROUP, 1))]
    assert [chat.id for chat in await bound(storage)] == [numbers[1], numbers[2], numbers[0]]
    assert [chat.id for chat in await bound(storage, other)] == [numbers[0]]


async def test_loss_is_news_once_and_counts_for_every_programme(storage: Storage) -> None:
    await add_training(storage)
    for programme in (1, await add_programme(storage, "Jesień")):
        await bind(storage, GROUP, programme)
    await bind(storage, CHANNEL)
    for expected in (2, 0):
        async with storage.transaction() as transaction:
            lost = await transaction.chats.lose(GROUP.telegram_id, Loss.REMOVED, NOW + HOUR)
        assert [(chat.spot, chat.lost) for chat in lost] == [(GROUP, Loss.REMOVED)] * expected
    async with storage.transaction() as transaction:
        await transaction.chats.regain(GROUP.telegram_id, "Nowa nazwa")
    assert {(chat.spot.title, chat.lost) for chat in await bound(storage)} == {
        ("Nowa nazwa", None),
        ("Ogłoszenia", None),
    }


async def test_chat_moves_to_its_new_id_unless_it_is_bound_there(storage: Storage) -> None:
    await add_training(storage)
    other = await add_programme(storage, "Jesień")
    for spot, programme in ((GROUP, 1), (GROUP, other), (Spot(-99, Venue.GROUP, "Wydział"), other)):
        await bind(storage, spot, programme)
    for _ in range(2):
        async with storage.transaction() as transaction:
            await transaction.chats.move(GROUP.telegram_id, -99, NOW)
        assert [(chat.spot.telegram_id, chat.programme.id) for chat in await bound(storage)] == [(-99, 1), (-99, other)]


async def test_shown_chat_is_for_its_person_alone_and_forgotten(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        number = await transaction.chats.show(5, GROUP, NOW)
        assert await transaction.chats.show(5, GROUP, NOW + HOUR) == number
        other = await transaction.chats.show(6, GROUP, NOW)
    async with storage.transaction() as transaction:
        assert await transaction.chats.shown(5, number) == ShownChat(number, 5, GROUP)
        assert await transaction.chats.shown(6, number) is None
        await transaction.chats.forget_shown(other)
        assert await transaction.chats.shown(6, other) is None
        await transaction.officials.erase(5)
        assert await transaction.chats.shown(5, number) is None


async def test_purge_forgets_groups_spoken_in_and_chats_shown_long_ago(storage: Storage, hand: Hand) -> None:
    async with storage.transaction() as transaction:
        for chat, at in ((-1, NOW), (-2, NOW + DAY)):
            await transaction.questions.speak_in(chat, at, at)
            await transaction.chats.show(5, Spot(chat, Venue.GROUP, "Wydział"), at)
    await storage.purge(NOW + HOUR)
    assert [row[0] for row in await hand("SELECT chat_id FROM group_chat")] == [-2]
    assert [row[0] for row in await hand("SELECT telegram_id FROM shown_chat")] == [-2]


async def test_moved_group_leaves_no_trace_of_having_been_spoken_in(storage: Storage, hand: Hand) -> None:
    async with storage.transaction() as transaction:
        await transaction.questions.speak_in(-1, NOW, NOW)
        await transaction.chats.move(-1, -2, NOW)
    assert list(await hand("SELECT chat_id FROM group_chat")) == []
