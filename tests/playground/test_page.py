"""What the page shows and what a visitor can do on it, over HTTP."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from playground import page
from playground.clock import MORNING
from playground.files import Upload
from playground.page import door, stream
from playground.server import serve
from playground.stage import Stage
from tests.playground.pages import Browser
from tests.playground.stages import made_stage


@pytest.fixture
def stage() -> Stage:
    return made_stage()[0]


@pytest.fixture
async def root(stage: Stage) -> AsyncIterator[str]:
    async with serve(stage.world, routes=page.routes(stage)) as address:
        yield address.root


@pytest.fixture
async def browser(root: str) -> AsyncIterator[Browser]:
    async with Browser.opened(root) as browser:
        yield browser


def anna(stage: Stage) -> int:
    return stage.phones[0].person.id


async def say(stage: Stage, text: str, *buttons: dict[str, str]) -> None:
    keyboard = {"reply_markup": {"inline_keyboard": [list(buttons)]}} if buttons else {}
    await stage.world.ask("sendMessage", chat_id=anna(stage), text=text, parse_mode="HTML", **keyboard)


async def test_opened_page_hears_of_everything_there_is(stage: Stage, root: str) -> None:
    await stage.world.ask("setMyCommands", commands=[{"command": "moje", "description": "Moje zapisy"}])
    await stage.world.ask("setMyDescription", description="Szkolenia")
    stage.phones[0].person.starts()
    async with Browser.opened(root) as browser:
        [(_, world)] = browser.heard
    assert world["bot"] == {"id": stage.world.bot.id, "name": "Terminarz", "username": "playing_bot"}
    assert world["clock"] == {"now": MORNING.timestamp() * 1000, "running": False, "speed": 1.0}
    official, organiser = world["people"]
    private, other, group, channel = world["chats"]
    assert (official["name"], official["role"], official["status"]) == ("Anna Nowak", "official", "member")
    assert official["commands"].keys() == {str(private["id"]), str(group["id"]), str(channel["id"])}
    assert official["commands"][str(private["id"])] == [{"command": "moje", "description": "Moje zapisy"}]
    assert [said["text"] for said in private["messages"]] == ["/start"]
    assert (organiser["status"], organiser["about"], other["messages"]) == ("left", "Szkolenia", [])
    assert organiser["links"] == [{"payload": "iTOKEN", "kind": "administrator"}]
    assert (group["title"], group["members"]) == ("Referat", [official["id"], organiser["id"]])
    assert (channel["writers"], channel["owner"]) == ([organiser["id"]], organiser["id"])
    assert (world["mishaps"], world["resettable"]) == ({"flood": False, "cut": False, "struck": None}, False)
    assert [call["name"] for call in world["calls"]] == ["setMyCommands", "setMyDescription", "message"]


async def test_message_comes_as_text_with_entities_never_as_markup(stage: Stage, browser: Browser) -> None:
    stage.phones[0].person.starts()
    await say(stage, "<b>Szkolenie</b> &lt;img src=x onerror=alert(1)&gt;", {"text": "Zapis", "callback_data": "z"})
    said = await browser.hears("message", chat=anna(stage), sender=0)
    assert said["text"] == "Szkolenie <img src=x onerror=alert(1)>"
    assert said["entities"] == [{"type": "bold", "offset": 0, "length": 9}]
    assert said["rows"] == [[{"label": "Zapis", "data": "z", "url": None, "copies": None, "style": ""}]]
    assert said["at"] == MORNING.timestamp() * 1000


async def test_edits_deletions_and_typing_come_too(stage: Stage, browser: Browser) -> None:
    stage.phones[0].person.starts()
    await say(stage, "Przed")
    number = (await browser.hears("message", sender=0))["id"]
    await stage.world.ask("editMessageText", chat_id=anna(stage), message_id=number, text="Po")
    edited = await browser.hears("edited", id=number)
    assert (edited["text"], edited["edited"]) == ("Po", False)
    await stage.world.ask("sendChatAction", chat_id=anna(stage), action="typing")
    await browser.hears("action", chat=anna(stage), action="typing")
    await stage.world.ask("deleteMessage", chat_id=anna(stage), message_id=number)
    await browser.hears("deleted", chat=anna(stage), id=number)


async def test_start_opens_the_chat_and_uses_up_the_link(stage: Stage, browser: Browser) -> None:
    maria = stage.phones[1].person
    assert await browser.acts("start", who=maria.id, payload="iTOKEN") == (200, {})
    shown = await browser.hears("person", id=maria.id, links=[])
    assert shown["status"] == "member"
    assert [message.text for message in maria.chat] == ["/start iTOKEN"]


async def test_deep_link_opens_on_the_phone(stage: Stage, browser: Browser) -> None:
    assert await browser.acts("open", who=anna(stage), link="https://t.me/playing_bot?start=s12") == (200, {})
    assert [message.text for message in stage.phones[0].person.chat] == ["/start s12"]
    status, answer = await browser.acts("open", who=anna(stage), link="https://t.me/other_bot?start=s12")
    assert (status, answer["problem"]) == (400, "https://t.me/other_bot?start=s12 does not lead to @playing_bot.")


async def test_press_reaches_the_bot_and_its_answer_flashes(stage: Stage, browser: Browser) -> None:
    stage.phones[0].person.starts()
    await say(stage, "Szkolenie", {"text": "Zapis", "callback_data": "z1"})
    number = (await browser.hears("message", sender=0))["id"]
    assert await browser.acts("press", who=anna(stage), chat=anna(stage), message=number, data="z1") == (200, {})
    query = stage.world.updates.pending[-1]["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("z1", number)
    await stage.world.ask("answerCallbackQuery", callback_query_id=query["id"], text="Brak miejsc", show_alert=True)
    toast = await browser.hears("toast", who=anna(stage))
    assert (toast["text"], toast["alert"]) == ("Brak miejsc", True)


async def test_document_downloads_under_its_name(stage: Stage, browser: Browser) -> None:
    stage.phones[0].person.starts()
    upload = {"document": Upload("Zażółć.ics", b"BEGIN:VCALENDAR", "text/calendar")}
    await stage.world.call(stage.world.token, "sendDocument", {"chat_id": anna(stage)}, upload)
    kept = (await browser.hears("message", sender=0))["file"]
    assert (kept["name"], kept["size"], kept["picture"]) == ("Zażółć.ics", 15, False)
    async with browser.http.get(f"{browser.root}/{kept['address']}") as answer:
        assert (answer.content_type, await answer.read()) == ("text/calendar", b"BEGIN:VCALENDAR")
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87.ics"
    async with browser.http.get(f"{browser.root}/page/files/PGfile-999999") as answer:
        assert answer.status == 404


async def test_document_of_any_kind_downloads(stage: Stage, browser: Browser) -> None:
    stage.phones[0].person.starts()
    upload = {"document": Upload("../strona.html", b"<script>", "text/html; charset=utf-8")}
    await stage.world.call(stage.world.token, "sendDocument", {"chat_id": anna(stage)}, upload)
    kept = (await browser.hears("message", sender=0))["file"]
    async with browser.http.get(f"{browser.root}/{kept['address']}") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''strona.html"


async def test_clock_runs_pauses_and_leaps(stage: Stage, browser: Browser) -> None:
    await browser.acts("run")
    assert (await browser.hears("clock"))["running"]
    await browser.acts("pause")
    assert not (await browser.hears("clock"))["running"]
    before = stage.clock.now()
    assert await browser.acts("pass", minutes=1440) == (200, {})
    assert stage.clock.now() == before + timedelta(days=1)
    assert (await browser.hears("clock"))["now"] == round(stage.clock.now().timestamp() * 1000)


@pytest.mark.parametrize(
    "act", [{"act": "dance"}, {"act": "write", "who": 1, "text": "x"}, {"act": "reset"}, [], "run"]
)
async def test_senseless_act_is_refused_with_a_sentence(stage: Stage, root: str, act: object) -> None:
    async with aiohttp.ClientSession() as http, http.post(f"{root}/page/act", json=act) as answer:
        assert answer.status == 400
        assert (await answer.json())["problem"].endswith(".")
    assert stage.world.updates.pending == []


async def test_blocked_bot_is_shown_and_started_again(stage: Stage, browser: Browser) -> None:
    await browser.acts("start", who=anna(stage), payload="")
    await browser.acts("block", who=anna(stage))
    await browser.hears("person", id=anna(stage), status="kicked")
    await browser.acts("start", who=anna(stage), payload="")
    await browser.hears("person", id=anna(stage), status="member")


async def test_group_is_shown_with_who_says_what(stage: Stage, browser: Browser) -> None:
    group = stage.world.groups[0].id
    maria = stage.phones[1].person
    await stage.world.ask("sendMessage", chat_id=group, text="Kto przyjdzie?")
    asked = await browser.hears("message", chat=group, sender=0, name="Terminarz")
    await browser.acts("write", who=maria.id, chat=group, text="Ja", reply=asked["id"])
    said = await browser.hears("message", chat=group, sender=maria.id)
    assert (said["name"], said["text"]) == ("Maria Wiśniewska", "Ja")
    assert said["reply"] == {"id": asked["id"], "name": "Terminarz", "text": "Kto przyjdzie?"}


async def test_bot_thrown_out_and_newcomer_are_noted_in_the_group(stage: Stage, browser: Browser) -> None:
    group, maria = stage.world.groups[0].id, stage.phones[1].person.id
    await browser.acts("remove", who=maria, chat=group)
    await browser.hears("chat", id=group, bot="kicked")
    assert (await browser.hears("message", chat=group))["note"] == {"kind": "left", "names": ["Terminarz"]}
    status, answer = await browser.acts("invite")
    piotr = answer["who"]
    assert (await browser.hears("chat", id=piotr))["members"] == [piotr]
    assert (await browser.hears("message", chat=group))["note"] == {"kind": "joined", "names": ["Piotr Zieliński"]}
    assert status == 200
    await browser.hears("newcomers", left=False)


async def test_forwarded_post_names_its_channel(stage: Stage, browser: Browser) -> None:
    channel, maria = stage.world.channels[0].id, stage.phones[1].person.id
    await browser.acts("start", who=maria, payload="")
    await browser.acts("write", who=maria, chat=channel, text="Zapraszamy")
    post = await browser.hears("message", chat=channel)
    assert (post["sender"], post["name"]) == (None, "Ogłoszenia")
    await browser.acts("forward", who=maria, chat=channel, message=post["id"])
    assert (await browser.hears("message", chat=maria, text="Zapraszamy"))["forwarded"] == "Ogłoszenia"


async def test_keys_below_the_line_come_and_go(stage: Stage, browser: Browser) -> None:
    await browser.acts("start", who=anna(stage), payload="")
    request = {"text": "Wybierz kanał", "request_chat": {"request_id": 7, "chat_is_channel": True}}
    keyboard = {"keyboard": [[request, {"text": "Anuluj"}]]}
    await stage.world.ask("sendMessage", chat_id=anna(stage), text="Gdzie?", reply_markup=keyboard)
    asked = {"text": "Wybierz kanał", "request": {"id": 7, "channel": True}}
    await browser.hears("chat", id=anna(stage), keys=[[asked, {"text": "Anuluj", "request": None}]])
    await stage.world.ask("sendMessage", chat_id=anna(stage), text="Już", reply_markup={"remove_keyboard": True})
    await browser.hears("chat", id=anna(stage), keys=[])


async def test_calls_and_updates_come_raw(stage: Stage, browser: Browser) -> None:
    await browser.acts("start", who=anna(stage), payload="")
    update = await browser.hears("call", kind="update")
    assert (update["name"], update["body"]["message"]["text"]) == ("message", "/start")
    await stage.world.ask("sendMessage", chat_id=anna(stage), text="")
    call = await browser.hears("call", name="sendMessage")
    assert (call["status"], call["outcome"]) == (400, "Bad Request: message text is empty")
    assert call["body"] == {"chat_id": anna(stage), "text": ""}
    assert call["answer"]["error_code"] == 400


async def test_planned_mishap_is_shown_until_it_happened(stage: Stage, browser: Browser) -> None:
    await browser.acts("start", who=anna(stage), payload="")
    assert (await browser.acts("mishap", kind="flood", on=True))[0] == 200
    await browser.hears("mishaps", flood=True, cut=False)
    await stage.world.ask("sendMessage", chat_id=anna(stage), text="x")
    at = stage.clock.now().timestamp() * 1000
    await browser.hears("mishaps", flood=False, cut=False, struck={"kind": "flood", "at": at})


@pytest.mark.parametrize("path", ["/", "/page/page.js", "/page/events", "/page/files/PGfile-000000"])
@pytest.mark.parametrize(
    "headers", [{"Host": "playground.example.org"}, {"Origin": "https://example.org"}, {"Origin": "null"}]
)
async def test_strangers_see_nothing(root: str, path: str, headers: dict[str, str]) -> None:
    async with aiohttp.ClientSession() as http, http.get(root + path, headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("path", ["/page/page.js", "/page/events", "/page/files/PGfile-000000"])
async def test_other_pages_of_this_machine_see_nothing(root: str, path: str) -> None:
    origin = {"Origin": "http://127.0.0.1:1"}
    async with aiohttp.ClientSession() as http, http.get(root + path, headers=origin) as answer:
        assert (answer.status, (await answer.json())["problem"]) == (403, "Only this page itself may ask.")


@pytest.mark.parametrize("origin", ["https://example.org", "http://127.0.0.1:1", "http://localhost:1", "null"])
async def test_only_the_page_itself_acts(stage: Stage, root: str, origin: str) -> None:
    act = {"act": "start", "who": anna(stage), "payload": ""}
    async with aiohttp.ClientSession(root) as http:
        async with http.post("/page/act", json=act, headers={"Origin": origin}) as answer:
            assert answer.status == 403
        assert stage.phones[0].person.chat == []
        async with http.post("/page/act", json=act, headers={"Origin": root}) as answer:
            assert answer.status == 200
    assert [message.text for message in stage.phones[0].person.chat] == ["/start"]


async def test_act_is_small_json(root: str) -> None:
    async with aiohttp.ClientSession(root) as http:
        large = b'{"act": "write", "text": "' + b"x" * door.LARGEST_ACT + b'"}'
        for body, kind, status in [
            (large, "application/json", 413),
            (b'{"act": "run"}', "text/plain", 415),
            (b'{"act": ', "application/json", 400),
            (b"\xff\xfe", "application/json", 400),
            (b"[" * 30_000, "application/json", 400),
            (b'{"act": "write", "text": "a\\ud800b"}', "application/json", 400),
            (b'{"act": "pass", "minutes": NaN}', "application/json", 400),
            (b'{"act": "run", "speed": []}', "application/json", 400),
        ]:
            async with http.post("/page/act", data=body, headers={"Content-Type": kind}) as answer:
                assert answer.status == status
                assert (await answer.json())["problem"]


async def test_page_that_reads_too_slowly_is_let_go(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_BEHIND", 3)
    told = stream.Stream(stage)
    events = told.events()
    assert b"event: world" in await anext(events)
    for _ in range(5):
        told.tell_time()
    assert [event.split(b"\n")[0] async for event in events] == [b"event: clock"] * 3


async def test_page_comes_guarded_with_all_its_files(root: str) -> None:
    async with aiohttp.ClientSession(root) as http:
        async with http.get("/") as answer:
            text = await answer.text()
            assert (answer.content_type, answer.charset) == ("text/html", "utf-8")
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        scripts = (Path(page.__file__).parent / "static").glob("*.js")
        imported = [name for path in scripts for name in re.findall(r'from "\./(\w+\.js)"', path.read_text("utf-8"))]
        for name in [*re.findall(r'(?:href|src)="page/([^"]+)"', text), *imported]:
            async with http.get(f"/page/{name}") as answer:
                assert answer.status == 200, name
        async with http.get("/page/missing.js") as answer:
            assert answer.status == 404
