"""Both doors, by python-telegram-bot in process and over HTTP, and HTTP by hand."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import Bot, ChatMember, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from playground import answers, faults
from playground.faults import Fault
from playground.persons import Person
from playground.request import InProcess
from playground.server import Address, serve
from playground.world import World


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture(params=["in process", "over HTTP"])
async def bot(request: pytest.FixtureRequest, world: World, address: Address) -> AsyncIterator[Bot]:
    if request.param == "in process":
        made = Bot(world.token, request=InProcess(world), get_updates_request=InProcess(world))
    else:
        made = Bot(world.token, base_url=address.api, base_file_url=address.files)
    async with made:
        yield made


async def test_conversation_passes_both_doors(bot: Bot, anna: Person) -> None:
    anna.writes("Dzień dobry 👋")
    [update] = await bot.get_updates(timeout=1)
    assert update.effective_user is not None
    assert update.effective_message is not None
    assert (update.effective_user.full_name, update.effective_message.text) == ("Anna Nowak", "Dzień dobry 👋")

    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Zapisz mnie", callback_data="s1")]])
    sent = await bot.send_message(anna.id, "<b>Szkolenie</b>", parse_mode="HTML", reply_markup=keyboard)
    assert sent.text_html == "<b>Szkolenie</b>"

    anna.presses("Zapisz mnie")
    [update] = await bot.get_updates(offset=update.update_id + 1)
    assert update.callback_query is not None
    assert update.callback_query.data == "s1"
    assert await bot.answer_callback_query(update.callback_query.id, "Zapisano")
    edited = await bot.edit_message_text("Gotowe", anna.id, sent.message_id)
    assert isinstance(edited, type(sent))
    assert (edited.text, anna.last.labels, anna.toasts[-1].text) == ("Gotowe", [], "Zapisano")


async def test_file_passes_both_doors_there_and_back(bot: Bot, anna: Person) -> None:
    content = bytes(range(256)) * 300
    sent = await bot.send_document(anna.id, content, filename="żółw.ics", caption="Termin")
    assert sent.document is not None
    assert anna.last.document is not None
    assert (anna.last.document.name, anna.last.document.content) == ("żółw.ics", content)
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content


async def test_everything_the_world_tells_is_understood(world: World, bot: Bot, anna: Person) -> None:
    group = world.group("Referat", [anna])
    group.promotes_bot(by=anna)
    channel = world.channel("Ogłoszenia")
    for act in (anna.sends_photo, anna.sends_sticker, anna.sends_voice, anna.sends_location, anna.sends_contact):
        act()
    anna.sends_dice()
    anna.sends_document("a.pdf", b"%PDF", caption="Program")
    anna.edits(anna.forwards("Zapraszamy"), "Zapraszamy!")
    anna.replies(anna.chat[0], "/moje")
    group.becomes_supergroup()
    channel.posts("https://example.org/a")
    anna.blocks()
    updates = await bot.get_updates()
    assert [update.update_id for update in updates] == [raw["update_id"] for raw in world.updates.pending]
    assert all(update.effective_chat for update in updates)
    assert (await bot.get_chat(group.id)).title == "Referat"
    assert (await bot.get_chat_member(group.id, world.bot.id)).status == ChatMember.ADMINISTRATOR
    assert (await bot.get_webhook_info()).pending_update_count == len(updates)
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_profile_is_set_and_read_through_both_doors(bot: Bot) -> None:
    assert await bot.set_my_commands([("help", "Pomoc")], language_code="pl")
    assert [command.command for command in await bot.get_my_commands(language_code="pl")] == ["help"]
    assert await bot.set_my_description("Opis")
    assert (await bot.get_my_description()).description == "Opis"
    assert await bot.set_my_short_description("Skrót")
    assert (await bot.get_my_short_description()).short_description == "Skrót"
    assert (await bot.get_my_name()).name == "Playground"


async def test_refusals_reach_the_library_as_its_errors(world: World, bot: Bot, anna: Person) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")
    group = world.group("Referat", [anna])
    old = group.id
    group.becomes_supergroup()
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(old, "x")
    assert migrated.value.new_chat_id == group.id
    anna.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "x")


async def test_faults_reach_the_library_as_its_errors(
    world: World, bot: Bot, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it the library warns when it reads retry_after
    for failure, error in (
        (faults.too_many(3), RetryAfter),
        (faults.too_many(None), NetworkError),
        (faults.bad_gateway(), NetworkError),
        (faults.cut(), NetworkError),
        (faults.refused(answers.unauthorized()), InvalidToken),
        (faults.conflicting(), Conflict),
    ):
        world.faults.add(Fault(failure, after=True))
        with pytest.raises(error):
            await bot.send_message(anna.id, "x")
    assert len(anna.chat) == 7


async def test_hanging_answer_is_timed_out_though_the_message_arrived(world: World, bot: Bot, anna: Person) -> None:
    world.faults.add(Fault(faults.hang(30), after=True))
    with pytest.raises(TimedOut):
        await bot.send_message(anna.id, "Dotarło", read_timeout=0.05)
    assert anna.last.text == "Dotarło"


async def test_long_poll_ends_with_the_first_update(world: World, bot: Bot, anna: Person) -> None:
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(bot.get_updates(timeout=20))
        await world.until(lambda: world.updates.polled)
        anna.writes("Halo")
    assert len(polling.result()) == 1


@pytest.mark.parametrize("way", ["query", "form", "json"])
async def test_parameters_come_in_three_ways(
    address: Address, http: aiohttp.ClientSession, world: World, anna: Person, way: str
) -> None:
    url, params = f"{address.api}{world.token}/sendMessage", {"chat_id": str(anna.id), "text": "Cześć"}
    given = {"query": {"params": params}, "form": {"data": params}, "json": {"json": params | {"chat_id": anna.id}}}
    async with http.post(url, **given[way]) as answer:  # type: ignore[arg-type]
        assert (await answer.json())["result"]["text"] == "Cześć"
    async with http.get(url, params=params) as answer:
        assert answer.status == 200


async def test_addresses_and_tokens_that_lead_nowhere(
    address: Address, http: aiohttp.ClientSession, world: World
) -> None:
    for path, status in (
        (f"/bot{world.token}/sendFlowers", 404),
        (f"/bot{world.token}", 404),
        (f"/bot1000000001:{'A' * 35}/getMe", 401),
        ("/botnonsense/getMe", 404),
        (f"/file/bot{world.token}/documents/none.pdf", 404),
    ):
        async with http.get(address.root + path) as answer:
            assert (answer.status, (await answer.json())["ok"]) == (status, False)


async def test_body_that_is_not_an_object_is_refused(
    address: Address, http: aiohttp.ClientSession, world: World
) -> None:
    for body in (b"[1]", b"{"):
        headers = {"Content-Type": "application/json"}
        async with http.post(f"{address.api}{world.token}/getMe", data=body, headers=headers) as answer:
            assert answer.status == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "example.org"},
        {"Host": "127.0.0.1:abc"},
        {"Host": "127.0.0.1:99999"},
        {"Host": "["},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": ""},
    ],
)
async def test_callers_from_elsewhere_are_turned_away(
    address: Address, http: aiohttp.ClientSession, world: World, headers: dict[str, str]
) -> None:
    async with http.get(f"{address.api}{world.token}/getMe", headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("site", ["same-origin", "none"])
async def test_browser_may_come_from_here_or_from_nowhere(
    address: Address, http: aiohttp.ClientSession, world: World, site: str
) -> None:
    async with http.get(f"{address.api}{world.token}/getMe", headers={"Sec-Fetch-Site": site}) as answer:
        assert answer.status == 200


async def test_picture_in_a_foreign_page_changes_nothing(
    address: Address, http: aiohttp.ClientSession, world: World
) -> None:
    url = f"{address.api}{world.token}/setWebhook?url=https://example.org"
    async with http.get(url, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}) as answer:
        assert answer.status == 403
    assert (world.state.webhook, world.calls) == (None, [])


async def test_only_loopback_is_listened_on(world: World) -> None:
    with pytest.raises(ValueError, match="loopback"):
        async with serve(world, host="0.0.0.0"):  # noqa: S104 - the very thing refused
            raise AssertionError("It was opened.")
