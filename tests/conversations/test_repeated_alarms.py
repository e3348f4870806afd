"""Repeated alarms: somebody who keeps sending what cannot be applied does not flood the administrators."""

from datetime import timedelta

from playground.answers import Json
from tests.conversations.conftest import Entries
from tests.conversations.hearing import heard, news
from tests.conversations.programmes import training
from tests.conversations.test_alarms import ALARM, three_attempts
from tests.conversations.test_roles import administrator
from tests.conversations.towns import town_of

INAPPLICABLE: Json = {"text": "x", "message_thread_id": {}, "entities": [{"type": 1}]}


async def test_administrators_hear_one_alarm_an_hour(mishaps: Entries) -> None:
    async with town_of(training(seats=2)) as town:
        maria, anna = await administrator(town), town.resident("Anna", "Nowak")
        await anna.starts()
        before = len(heard(maria))
        for _ in range(20):
            anna.person.sends(INAPPLICABLE)
        for _ in range(60):
            await town.passes(timedelta(seconds=30))
        assert await town.bot.storage.unfinished() == 0
        assert [text.startswith(ALARM) for text in news(maria, before)] == [True]
        await town.passes(timedelta(hours=1))
        anna.person.sends(INAPPLICABLE)
        await three_attempts(town)
        assert [text.startswith(ALARM) for text in news(maria, before)] == [True, True]
        mishaps.clear()
