import pytest

from playground.keyboards import Button, ChatRequest, Key
from playground.persons import Person
from playground.world import World

Rows = list[list[dict[str, object]]]


def inline(*buttons: dict[str, object]) -> dict[str, Rows]:
    return {"inline_keyboard": [list(buttons)]}


async def test_buttons_are_shown_in_rows(world: World, anna: Person) -> None:
    rows: Rows = [
        [{"text": "Zapisz mnie", "callback_data": "x" * 64}, {"text": "", "callback_data": "unseen"}],
        [],
        [{"text": "Strona", "url": "https://example.org"}, {"text": "Kod", "copy_text": {"text": "123"}}],
    ]
    sent = (await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": rows})).result
    assert anna.last.labels == [["Zapisz mnie"], ["Strona", "Kod"]]
    assert sent["reply_markup"]["inline_keyboard"][1][0] == {"text": "Strona", "url": "https://example.org/"}


async def test_keyboard_below_the_writing_line_sends_its_words(world: World, anna: Person) -> None:
    markup = {"keyboard": [[{"text": "Tak"}, "Nie"]]}
    sent = (await world.ask("sendMessage", chat_id=anna.id, text="Na pewno?", reply_markup=markup)).result
    assert "reply_markup" not in sent
    anna.presses("Nie")
    assert anna.chat[-1].text == "Nie"
    await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup={"remove_keyboard": True})
    with pytest.raises(AssertionError, match="no single button 'Tak'"):
        anna.presses("Tak")


@pytest.mark.parametrize("style", ["", "danger", "success", "primary"])
async def test_button_has_its_style(world: World, anna: Person, style: str) -> None:
    button: dict[str, object] = {"text": "Wypisz", "callback_data": "x", **({"style": style} if style else {})}
    await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup=inline(button))
    assert anna.last.buttons == [[Button("Wypisz", data="x", style=style)]]


async def test_keys_are_shown_and_told_of(world: World, anna: Person) -> None:
    seen: list[tuple[str, int]] = []
    world.watch(lambda event: seen.append((event.kind, event.chat_id)))
    asked = {"request_id": 7, "chat_is_channel": True, "request_title": True}
    rows = [["Tak", ""], [""], [{"text": "Kanał", "request_chat": asked}]]
    await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup={"keyboard": rows})
    assert anna.private.keys == [[Key("Tak")], [Key("Kanał", ChatRequest(7, channel=True, tells=("title",)))]]
    assert seen == [("chat", anna.id), ("message", anna.id), ("call", anna.id)]
    with pytest.raises(AssertionError, match="no single button 'Kanał'"):
        anna.presses("Kanał")
    await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup={"remove_keyboard": True})
    assert anna.private.keys == []


async def ask_for_a_chat(world: World, person: Person, **asked: object) -> None:
    key = {"text": "Wybierz", "request_chat": {"request_id": 7, "chat_is_channel": False, **asked}}
    await world.ask("sendMessage", chat_id=person.id, text="x", reply_markup={"keyboard": [[key]]})


async def test_shared_chat_is_told_with_what_was_asked_for(world: World, anna: Person) -> None:
    channel = world.channel("Ogłoszenia", username="ogloszenia")
    channel.joins(anna)
    await ask_for_a_chat(world, anna, chat_is_channel=True, request_title=True, request_username=True)
    anna.shares(channel.shared, 7)
    shared = world.updates.pending[-1]["message"]["chat_shared"]
    assert shared == {"request_id": 7, "chat_id": channel.id, "title": "Ogłoszenia", "username": "ogloszenia"}
    await ask_for_a_chat(world, anna, chat_is_channel=True)
    anna.shares(channel.shared, 7)
    assert world.updates.pending[-1]["message"]["chat_shared"] == {"request_id": 7, "chat_id": channel.id}


async def test_shared_chat_lets_the_bot_in_when_that_was_asked_for(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna], with_bot=False)
    await ask_for_a_chat(world, anna, bot_administrator_rights={"can_manage_chat": True})
    anna.shares(group.shared, 7)
    kinds = [next(kind for kind in update if kind != "update_id") for update in world.updates.pending]
    assert kinds == ["my_chat_member", "message"]
    assert group.shared.status(world.bot.id) == "administrator"


async def test_group_in_which_the_bot_has_to_be_lets_it_in(world: World, anna: Person) -> None:
    group = world.group("Referat", [world.person("Jan"), anna], with_bot=False)
    for kinds in (["my_chat_member", "message", "message"], ["message"]):
        world.updates.clear()
        await ask_for_a_chat(world, anna, bot_is_member=True)
        anna.shares(group.shared, 7)
        told = [next(kind for kind in update if kind != "update_id") for update in world.updates.pending]
        assert told == kinds
    assert group.shared.status(world.bot.id) == "member"


@pytest.mark.parametrize(
    "asked",
    [
        {"chat_is_channel": True},
        {"chat_is_forum": True},
        {"chat_has_username": True},
        {"chat_is_created": True},
        {"user_administrator_rights": {"can_manage_chat": True}},
    ],
)
async def test_only_chats_of_the_kind_asked_for_can_be_shared(
    world: World, anna: Person, asked: dict[str, object]
) -> None:
    group = world.group("Referat", [world.person("Jan"), anna], with_bot=False)
    await ask_for_a_chat(world, anna, **asked)
    with pytest.raises(AssertionError, match="is not offered Referat"):
        anna.shares(group.shared, 7)
    await ask_for_a_chat(world, anna)
    assert anna.shares(group.shared, 7).content["chat_shared"]["chat_id"] == group.id


async def test_chat_nobody_asked_for_cannot_be_shared(world: World, anna: Person) -> None:
    group = world.group("Referat", [anna])
    with pytest.raises(AssertionError, match="No key asks Anna Nowak for a chat with the number 7"):
        anna.shares(group.shared, 7)
