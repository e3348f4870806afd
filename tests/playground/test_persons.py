from datetime import timedelta

import pytest

from playground.clock import ManualClock
from playground.persons import Person
from playground.world import World

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def offer(world: World, person: Person, text: str, *labels: str) -> None:
    rows = [[{"text": label, "callback_data": f"{text}:{label}"}] for label in labels]
    await world.ask("sendMessage", chat_id=person.id, text=text, reply_markup={"inline_keyboard": rows})


def test_start_carries_the_payload(world: World) -> None:
    jan = world.person("Jan", "Lis", language="pl", username="jan_lis", id=77)
    jan.starts("s12")
    [update] = world.updates.pending
    assert update["message"]["text"] == "/start s12"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"] == {
        "id": 77,
        "is_bot": False,
        "first_name": "Jan",
        "last_name": "Lis",
        "username": "jan_lis",
        "language_code": "pl",
    }


def test_deep_link_leads_to_start(world: World) -> None:
    jan = world.person("Jan")
    assert jan.opens(world.deep_link("s12")) == "s12"
    assert jan.chat[-1].text == "/start s12"
    with pytest.raises(AssertionError, match="does not lead to"):
        jan.opens("https://t.me/another_bot?start=s12")
    with pytest.raises(AssertionError, match="64 letters"):
        jan.starts("x" * 65)


async def test_press_takes_the_newest_button_of_that_label(world: World, anna: Person) -> None:
    await offer(world, anna, "old", "Zapisz mnie")
    await offer(world, anna, "new", "Zapisz mnie", "Lista")
    anna.presses("Zapisz mnie")
    query = world.updates.pending[-1]["callback_query"]
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("new:Zapisz mnie", "new", anna.id)


async def test_press_finds_a_button_by_a_part_only_one_has(world: World, anna: Person) -> None:
    await offer(world, anna, "old", "Wypisz")
    await offer(world, anna, "new", "✅ Zapisz mnie", "✅ Zapisz innych")
    anna.presses("mnie")
    assert world.updates.pending[-1]["callback_query"]["data"] == "new:✅ Zapisz mnie"
    with pytest.raises(AssertionError, match="no single button 'Zapisz'"):
        anna.presses("Zapisz")


async def test_press_on_nothing_lists_what_is_visible(world: World, anna: Person) -> None:
    await offer(world, anna, "x", "Tak", "Nie")
    with pytest.raises(AssertionError, match=r"visible are: \['Tak', 'Nie'\]"):
        anna.presses("Może")


async def test_press_on_an_old_message_reaches_the_bot(world: World, anna: Person) -> None:
    await offer(world, anna, "old", "Tak")
    old = anna.last
    await offer(world, anna, "new", "Tak")
    anna.presses_on(old, "Tak")
    assert world.updates.pending[-1]["callback_query"]["data"] == "old:Tak"


async def test_button_with_a_link_gives_it_back_and_tells_the_bot_nothing(world: World, anna: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Formularz", "url": "https://example.org/a"}]]}
    await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert anna.presses("Formularz") == "https://example.org/a"
    assert world.updates.pending == []


async def test_forged_data_reaches_the_bot(world: World, anna: Person) -> None:
    await offer(world, anna, "x", "Tak")
    anna.forges("admin:erase")
    assert world.updates.pending[-1]["callback_query"]["data"] == "admin:erase"


async def test_answer_to_a_press_pops_up(world: World, anna: Person) -> None:
    await offer(world, anna, "x", "Tak")
    for text, alert in (("Zapisano", False), ("Brak miejsc", True), ("", False)):
        anna.presses("Tak")
        query_id = world.updates.pending[-1]["callback_query"]["id"]
        await world.ask("answerCallbackQuery", callback_query_id=query_id, text=text, show_alert=alert)
    assert [(toast.text, toast.alert) for toast in anna.toasts] == [("Zapisano", False), ("Brak miejsc", True)]
    assert world.state.queries.unanswered(anna.user) == []


async def test_answer_to_an_old_or_unknown_press_is_refused(world: World, clock: ManualClock, anna: Person) -> None:
    await offer(world, anna, "x", "Tak")
    anna.presses("Tak")
    query_id = world.updates.pending[-1]["callback_query"]["id"]
    too_long = await world.ask("answerCallbackQuery", callback_query_id=query_id, text="x" * 201)
    assert too_long.description == "Bad Request: MESSAGE_TOO_LONG"
    clock.advance(timedelta(minutes=2))
    assert (await world.ask("answerCallbackQuery", callback_query_id=query_id)).description == TOO_OLD
    assert (await world.ask("answerCallbackQuery", callback_query_id="nonsense")).description == TOO_OLD
    assert anna.toasts == []


def test_edit_by_a_person_is_told_apart(world: World, anna: Person) -> None:
    message = anna.writes("/zapisz 1")
    anna.edits(message, "/zapisz 2")
    assert world.updates.pending[-1]["edited_message"]["text"] == "/zapisz 2"
    assert "edit_date" in world.updates.pending[-1]["edited_message"]


def test_reply_shows_what_it_answers(world: World, anna: Person) -> None:
    first = anna.writes("jeden")
    anna.replies(first, "dwa")
    assert world.updates.pending[-1]["message"]["reply_to_message"]["text"] == "jeden"


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (Person.sends_photo, "photo"),
        (Person.sends_sticker, "sticker"),
        (Person.sends_voice, "voice"),
        (Person.sends_location, "location"),
        (Person.sends_contact, "contact"),
        (Person.sends_dice, "dice"),
        (lambda anna: anna.sends_document("a.pdf", b"%PDF"), "document"),
        (lambda anna: anna.forwards("Zapraszamy"), "forward_origin"),
    ],
)
def test_everything_a_person_can_send_reaches_the_bot(world: World, anna: Person, act: object, field: str) -> None:
    assert callable(act)
    act(anna)
    assert field in world.updates.pending[-1]["message"]


def test_person_who_blocked_the_bot_cannot_write(anna: Person) -> None:
    anna.blocks()
    with pytest.raises(AssertionError, match="has blocked the bot"):
        anna.writes("Halo")


def test_last_without_any_answer_says_so(anna: Person) -> None:
    with pytest.raises(AssertionError, match="Anna Nowak has heard nothing"):
        _ = anna.last


async def test_events_are_watched_until_told_otherwise(world: World, anna: Person) -> None:
    seen: list[str] = []
    stop = world.watch(lambda event: seen.append(event.kind))
    anna.writes("Halo")
    await world.ask("sendMessage", chat_id=anna.id, text="x")
    stop()
    anna.writes("Halo")
    assert seen == ["message", "update", "message", "call"]


async def test_waiting_ends_when_it_comes_true_or_is_given_up(world: World, anna: Person) -> None:
    await world.until(lambda: anna.chat, within=1)
    with pytest.raises(AssertionError, match="did not come true"):
        await world.until(lambda: False, within=0.01)
