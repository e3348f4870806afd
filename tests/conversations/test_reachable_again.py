"""Whoever writes can be reached again, whatever Telegram said of them before."""

from domain.official import Language, Official
from tests.conversations.programmes import training
from tests.conversations.towns import signed_up, town_of


async def test_a_change_by_somebody_lost_before_does_not_lose_them_again() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        async with town.bot.storage.transaction() as transaction:
            await transaction.officials.lost(anna.person.id, "blocked")
        await anna.forges("pl:en")
        async with town.bot.storage.reading() as transaction:
            stored = await transaction.officials.get(anna.person.id)
        assert isinstance(stored, Official)
        assert (stored.language, stored.unreachable) == (Language.ENGLISH, None)
