"""Bodies as bots and attackers send them over HTTP: JSON, forms and files, whole and malformed."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from yarl import URL

from playground.files import LONGEST_NAME, Files, Upload
from playground.persons import Person
from playground.server import serve
from playground.world import World

JSON, FORM = "application/json", "multipart/form-data; boundary=x"
FIELD = b'--x\r\nContent-Disposition: form-data; name="text"'


@pytest.fixture
async def bot(world: World) -> AsyncIterator[aiohttp.ClientSession]:
    async with serve(world) as address, aiohttp.ClientSession(f"{address.api}{world.token}/") as session:
        yield session


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (JSON, b"[1]"),
        (JSON, b"{"),
        (JSON, b'{"text": "\\ud800"}'),
        (JSON, b'{"latitude": NaN}'),
        (JSON, b'{"latitude": 1e400}'),
        (JSON, b'{"text": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"),
        ("application/json; charset=nonsense", b"{"),
        ("application/x-www-form-urlencoded; charset=nonsense", b"text=x"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"text=+2AA-"),
        ("multipart/form-data", b"x"),
        (FORM, b"nonsense"),
        (FORM, FIELD + b"\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nx\r\n--x--\r\n"),
        (FORM, FIELD + b"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+2AA-\r\n--x--\r\n"),
        (FORM, FIELD + b"\r\nContent-Transfer-Encoding: nonsense\r\n\r\nx\r\n--x--\r\n"),
        (FORM, FIELD + b"\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y--\r\n--x--\r\n"),
        (FORM, FIELD + b"\r\nbroken header\r\n\r\nx\r\n--x--\r\n"),
        (FORM, b"--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n"),
    ],
)
async def test_malformed_body_is_refused(
    world: World, anna: Person, bot: aiohttp.ClientSession, kind: str, body: bytes
) -> None:
    params = {"chat_id": str(anna.id)}
    async with bot.post("sendMessage", params=params, data=body, headers={"Content-Type": kind}) as answer:
        assert (answer.status, (await answer.json())["ok"]) == (400, False)
    assert len(anna.chat) == 1
    assert "\ud800" not in repr(world.calls)


async def test_address_that_is_no_utf8_is_answered(world: World, bot: aiohttp.ClientSession, anna: Person) -> None:
    for path in ("sendMessage?chat_id=%ff&text=%ff", "send%ff", "send%ed%a0%80"):
        async with bot.get(URL(f"{bot._base_url}{path}", encoded=True)) as answer:
            assert answer.status in {400, 404}
    assert all(call.method.encode() and repr(call.params).encode() for call in world.calls)
    assert len(anna.chat) == 1


async def upload(bot: aiohttp.ClientSession, person: Person, name: str, kind: str) -> dict[str, str]:
    form = aiohttp.FormData({"chat_id": str(person.id)})
    form.add_field("document", b"BEGIN", filename=name, content_type=kind)
    async with bot.post("sendDocument", data=form) as answer:
        document: dict[str, str] = (await answer.json())["result"]["document"]
        return document


async def download(bot: aiohttp.ClientSession, file_id: str) -> aiohttp.ClientResponse:
    async with bot.get("getFile", params={"file_id": file_id}) as answer:
        path = (await answer.json())["result"]["file_path"]
    files = str(bot._base_url).replace("/bot", "/file/bot")
    async with bot.get(f"{files}{path}") as answer:
        assert await answer.read() == b"BEGIN"
        return answer


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("text/calendar; charset=utf-8", "text/calendar"),
        ("TEXT/Calendar;method=REQUEST", "text/calendar"),
        ("text/charset", "text/charset"),
        ("nonsense", "application/octet-stream"),
    ],
)
async def test_file_keeps_its_bare_type(bot: aiohttp.ClientSession, anna: Person, given: str, kept: str) -> None:
    document = await upload(bot, anna, "termin.ics", given)
    assert document["mime_type"] == kept
    answer = await download(bot, document["file_id"])
    assert (answer.status, answer.content_type) == (200, kept)


async def test_downloaded_page_runs_nowhere(bot: aiohttp.ClientSession, anna: Person) -> None:
    document = await upload(bot, anna, "a.html", "text/html")
    answer = await download(bot, document["file_id"])
    assert answer.headers["Content-Disposition"] == "attachment"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("żółw.ics", "żółw.ics"),
        ("a\udcffb\r\n\x00c\x7f\x85.txt", "a?b___c__.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\tajne\\a.txt", "a.txt"),
        ("", "file"),
        ("..", "file"),
        ("a/", "a"),
        ("x" * 5000 + ".ics", "x" * (LONGEST_NAME - 4) + ".ics"),
        ("x." + "y" * 5000, "x." + "y" * (LONGEST_NAME - 2)),
    ],
)
def test_file_name_is_cleaned(given: str, kept: str) -> None:
    assert Files().keep(Upload(given, b"x")).name == kept


@pytest.mark.parametrize(
    ("name", "path"),
    [("a.ics", "documents/file_0.ics"), ("a.b?c", "documents/file_0"), ("a." + "b" * 99, "documents/file_0")],
)
def test_path_of_a_file_is_an_address_as_it_stands(name: str, path: str) -> None:
    assert Files().keep(Upload(name, b"x")).path == path
