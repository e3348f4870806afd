"""What people do on a stage, in every chat they are in."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from playground.answers import Json
from playground.chats import Chat, Message
from playground.clock import MORNING
from playground.persons import Person
from playground.stage import Stage, WrongActError, perform
from tests.playground.stages import Days, made_stage


@pytest.fixture
def stage_and_days() -> tuple[Stage, Days]:
    return made_stage()


@pytest.fixture
def stage(stage_and_days: tuple[Stage, Days]) -> Stage:
    return stage_and_days[0]


@pytest.fixture
def days(stage_and_days: tuple[Stage, Days]) -> Days:
    return stage_and_days[1]


@pytest.fixture
def anna(stage: Stage) -> Person:
    return stage.phones[0].person


@pytest.fixture
def maria(stage: Stage) -> Person:
    return stage.phones[1].person


def group(stage: Stage) -> Chat:
    return stage.world.groups[0].shared


def channel(stage: Stage) -> Chat:
    return stage.world.channels[0].shared


async def bot_says(stage: Stage, chat: Chat, text: str, **more: object) -> Message:
    answer = await stage.world.ask("sendMessage", chat_id=chat.id, text=text, **more)
    found = chat.message(answer.result["message_id"])
    assert found is not None
    return found


def texts(chat: Chat) -> list[str]:
    return [message.text for message in chat.visible() if message.text]


async def test_person_writes_in_the_group_and_replies_there(stage: Stage, anna: Person) -> None:
    here = {"who": anna.id, "chat": group(stage).id}
    asked = await bot_says(stage, group(stage), "Kto przyjdzie?")
    await perform(stage, {"act": "write", **here, "text": "Ja", "reply": asked.id})
    assert texts(group(stage)) == ["Kto przyjdzie?", "Ja"]
    update = stage.world.updates.pending[-1]["message"]
    assert (update["from"]["id"], update["reply_to_message"]["message_id"]) == (anna.id, asked.id)


async def test_person_replies_to_the_bot(stage: Stage, anna: Person) -> None:
    await perform(stage, {"act": "start", "who": anna.id, "payload": ""})
    asked = await bot_says(stage, anna.private, "Jak się nazywa urząd?")
    await perform(stage, {"act": "write", "who": anna.id, "chat": anna.id, "text": "UM", "reply": asked.id})
    assert stage.world.updates.pending[-1]["message"]["reply_to_message"]["text"] == "Jak się nazywa urząd?"


async def test_button_in_the_group_is_pressed_by_whoever_presses(stage: Stage, anna: Person, maria: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Będę", "callback_data": "b"}]]}
    asked = await bot_says(stage, group(stage), "Kto przyjdzie?", reply_markup=keyboard)
    for person in (anna, maria):
        press = {"act": "press", "who": person.id, "chat": group(stage).id, "message": asked.id, "data": "b"}
        await perform(stage, press)
        query = stage.world.updates.pending[-1]["callback_query"]
        assert (query["from"]["id"], query["message"]["chat"]["id"]) == (person.id, group(stage).id)


async def test_only_its_owner_writes_in_the_channel(stage: Stage, anna: Person, maria: Person) -> None:
    post = {"act": "write", "chat": channel(stage).id, "text": "Zapraszamy"}
    with pytest.raises(WrongActError, match="Anna Nowak may not post in Ogłoszenia"):
        await perform(stage, post | {"who": anna.id})
    await perform(stage, post | {"who": maria.id})
    assert texts(channel(stage)) == ["Zapraszamy"]


async def test_post_is_forwarded_to_the_bot(stage: Stage, maria: Person) -> None:
    await perform(stage, {"act": "start", "who": maria.id, "payload": ""})
    await perform(stage, {"act": "write", "who": maria.id, "chat": channel(stage).id, "text": "Zapraszamy"})
    post = channel(stage).visible()[-1]
    await perform(stage, {"act": "forward", "who": maria.id, "chat": channel(stage).id, "message": post.id})
    update = stage.world.updates.pending[-1]["message"]
    assert (update["text"], update["forward_origin"]["type"]) == ("Zapraszamy", "channel")
    assert update["chat"]["id"] == maria.id


async def test_owner_throws_the_bot_out_and_lets_it_in_again(stage: Stage, anna: Person, maria: Person) -> None:
    here = {"chat": group(stage).id}
    with pytest.raises(WrongActError, match="Only who runs Referat"):
        await perform(stage, {"act": "remove", "who": anna.id, **here})
    for act, status in (("remove", "kicked"), ("admit", "member")):
        await perform(stage, {"act": act, "who": maria.id, **here})
        assert group(stage).status(stage.world.bot.id) == status
        assert stage.world.updates.pending[-1].keys() & {"my_chat_member", "message"}
    with pytest.raises(WrongActError, match="blocked or started"):
        await perform(stage, {"act": "remove", "who": maria.id, "chat": maria.id})


async def test_chat_is_chosen_for_the_bot(stage: Stage, maria: Person) -> None:
    await perform(stage, {"act": "start", "who": maria.id, "payload": ""})
    key = {"text": "Wybierz kanał", "request_chat": {"request_id": 7, "chat_is_channel": True}}
    await bot_says(stage, maria.private, "Gdzie ogłaszać?", reply_markup={"keyboard": [[key]]})
    await perform(stage, {"act": "share", "who": maria.id, "chat": channel(stage).id, "request": 7})
    shared = stage.world.updates.pending[-1]["message"]["chat_shared"]
    assert (shared["request_id"], shared["chat_id"]) == (7, channel(stage).id)


async def test_person_blocks_the_bot_until_the_next_start(stage: Stage, anna: Person) -> None:
    start = {"act": "start", "who": anna.id, "payload": ""}
    await perform(stage, start)
    await perform(stage, {"act": "block", "who": anna.id})
    assert (await stage.world.ask("sendMessage", chat_id=anna.id, text="x")).status == 403
    with pytest.raises(WrongActError, match="has blocked the bot"):
        await perform(stage, {"act": "write", "who": anna.id, "chat": anna.id, "text": "x"})
    await perform(stage, start)
    assert (await stage.world.ask("sendMessage", chat_id=anna.id, text="x")).status == 200


async def test_newcomer_is_in_every_chat(stage: Stage) -> None:
    piotr = (await perform(stage, {"act": "invite"}))["who"]
    phone = stage.phone(piotr)
    assert phone is not None
    assert phone.person.name == "Piotr Zieliński"
    assert stage.chats_of(phone.person) == [phone.person.private, group(stage), channel(stage)]
    with pytest.raises(WrongActError, match="Everybody is here already"):
        await perform(stage, {"act": "invite"})


@pytest.mark.parametrize(("kind", "status"), [("flood", 429), ("cut", 0)])
async def test_mishap_happens_once_and_only_to_what_is_seen(stage: Stage, anna: Person, kind: str, status: int) -> None:
    await perform(stage, {"act": "start", "who": anna.id, "payload": ""})
    await perform(stage, {"act": "mishap", "kind": kind, "on": True})
    assert stage.mishaps.told()[kind]
    assert (await stage.world.ask("getUpdates")).status == 200
    assert (await stage.world.ask("sendMessage", chat_id=anna.id, text="x")).status == status
    assert not stage.mishaps.told()[kind]
    assert (await stage.world.ask("sendMessage", chat_id=anna.id, text="x")).status == 200
    assert texts(anna.private) == ["/start", "x"]


@pytest.mark.parametrize("kind", ["flood", "cut"])
async def test_mishap_can_be_taken_back_and_planned_again(stage: Stage, anna: Person, kind: str) -> None:
    anna.starts()
    for on in (True, True, False, False):
        await perform(stage, {"act": "mishap", "kind": kind, "on": on})
        assert stage.mishaps.told()[kind] == on
    assert (await stage.world.ask("sendMessage", chat_id=anna.id, text="x")).status == 200
    await perform(stage, {"act": "mishap", "kind": kind, "on": True})
    assert (await stage.world.ask("sendMessage", chat_id=anna.id, text="x")).status != 200


async def test_clock_runs_at_a_speed(stage: Stage) -> None:
    await perform(stage, {"act": "run", "speed": 60})
    assert (stage.clock.running, stage.clock.speed) == (True, 60)
    await perform(stage, {"act": "pause"})
    assert not stage.clock.running


async def test_clock_passes_over_what_is_not_said_to_the_next_that_is(stage: Stage, days: Days, anna: Person) -> None:
    anna.starts()
    hour = timedelta(hours=1)
    days.due = {MORNING + 7 * hour: "Za późno", MORNING + 3 * hour: "", MORNING + 4 * hour: "Jutro szkolenie"}
    assert await perform(stage, {"act": "next"}) == {"came": True}
    assert (stage.clock.now(), anna.last.text) == (MORNING + 4 * hour, "Jutro szkolenie")
    days.due = {MORNING + 5 * hour: ""}
    assert await perform(stage, {"act": "next"}) == {"came": False}


async def test_traffic_keeps_the_newest_calls_and_updates(stage: Stage, anna: Person) -> None:
    anna.starts()
    await stage.world.ask("getUpdates")
    await bot_says(stage, anna.private, "Dzień dobry")
    await stage.world.ask("sendMessage", chat_id=anna.id, text="")
    kept = [passed.subject for passed in stage.traffic.passed]
    assert [isinstance(each, dict) for each in kept] == [True, False, False]
    for _ in range(200):
        await stage.world.ask("getMe")
    assert [passed.number for passed in stage.traffic.passed] == list(range(104, 204))


async def test_new_start_is_asked_of_whoever_opened_the_stage(stage: Stage) -> None:
    asked = []
    stage.start_anew = lambda: asked.append(stage.era)
    await perform(stage, {"act": "reset"})
    assert asked == [stage.era]


def by_anna(act: str, **details: object) -> Callable[[Stage], Json]:
    """Let Anna do something, in the group unless another chat is given."""
    return lambda stage: {"act": act, "who": stage.phones[0].person.id, "chat": group(stage).id} | details


WRONG: list[Callable[[Stage], Json]] = [
    lambda _: {"act": "dance"},
    lambda _: {"act": "reset"},
    lambda _: {"act": "mishap", "kind": "fire", "on": True},
    lambda _: {"act": "pass", "minutes": -5},
    lambda _: {"act": "pass", "minutes": 60 * 24 * 365},
    lambda _: {"act": "run", "speed": 10_000},
    by_anna("write", who=1, text="x"),
    by_anna("write", chat=5, text="x"),
    lambda stage: by_anna("write", chat=stage.phones[1].person.id, text="x")(stage),
    by_anna("write"),
    by_anna("write", text=" \n"),
    by_anna("write", text="x" * 4097),
    by_anna("press", message=99, data="z"),
    by_anna("share", request="7"),
    by_anna("share", request=7),
    by_anna("start", payload="no blanks"),
    by_anna("open", link="https://t.me/other_bot?start=s12"),
]


@pytest.mark.parametrize("make", WRONG)
async def test_senseless_act_is_refused_with_a_sentence_and_changes_nothing(
    stage: Stage, make: Callable[[Stage], Json]
) -> None:
    with pytest.raises(WrongActError) as wrong:
        await perform(stage, make(stage))
    assert str(wrong.value).endswith(".")
    assert (stage.world.updates.pending, stage.clock.now()) == ([], MORNING)
    assert [texts(chat) for chat in stage.chats()] == [[], [], [], []]
