from playground.files import Upload
from playground.persons import Person
from playground.world import World

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def png(width: int, height: int, padding: int = 0) -> bytes:
    return PNG + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x00" * padding


async def test_message_is_sent_with_its_entities(world: World, anna: Person) -> None:
    sent = (await world.ask("sendMessage", chat_id=anna.id, text="<b>Hej</b> /moje", parse_mode="HTML")).result
    assert sent["text"] == "Hej /moje"
    assert sent["entities"] == [
        {"type": "bold", "offset": 0, "length": 3},
        {"type": "bot_command", "offset": 4, "length": 5},
    ]
    assert sent["from"]["id"] == world.bot.id
    assert anna.last.html == "<b>Hej</b> /moje"


async def test_length_is_measured_after_markup(world: World, anna: Person) -> None:
    text = "&amp;" * 2048 + "😀" * 1024
    assert (await world.ask("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")).status == 200


async def test_reply_shows_what_it_answers(world: World, anna: Person) -> None:
    question = anna.writes("Kiedy?")
    sent = (
        await world.ask("sendMessage", chat_id=anna.id, text="Jutro", reply_parameters={"message_id": question.id})
    ).result
    assert sent["reply_to_message"]["text"] == "Kiedy?"


async def test_reply_to_nothing_is_sent_when_that_is_allowed(world: World, anna: Person) -> None:
    reply = {"message_id": 999, "allow_sending_without_reply": True}
    assert (
        "reply_to_message"
        not in (await world.ask("sendMessage", chat_id=anna.id, text="x", reply_parameters=reply)).result
    )


async def test_document_arrives_whole(world: World, anna: Person) -> None:
    upload = Upload("termin.ics", b"BEGIN:VCALENDAR", "text/calendar")
    params = {"chat_id": anna.id, "caption": "<i>Termin</i>", "parse_mode": "HTML"}
    sent = (await world.call(world.token, "sendDocument", params, {"document": upload})).result
    assert sent["document"]["file_name"] == "termin.ics"
    assert anna.last.html == "<i>Termin</i>"
    assert anna.last.document is not None
    assert anna.last.document.content == b"BEGIN:VCALENDAR"


async def test_document_is_sent_again_by_its_id(world: World, anna: Person) -> None:
    upload = {"document": Upload("a.pdf", b"%PDF")}
    first = (await world.call(world.token, "sendDocument", {"chat_id": anna.id}, upload)).result
    again = (await world.ask("sendDocument", chat_id=anna.id, document=first["document"]["file_id"])).result
    assert again["document"] == first["document"]


async def test_attached_file_is_found_by_its_part_name(world: World, anna: Person) -> None:
    params = {"chat_id": anna.id, "document": "attach://part"}
    sent = (await world.call(world.token, "sendDocument", params, {"part": Upload("a.txt", b"a")})).result
    assert sent["document"]["file_name"] == "a.txt"


async def test_photo_tells_its_size(world: World, anna: Person) -> None:
    upload = {"photo": Upload("qr.png", png(300, 200))}
    sent = (await world.call(world.token, "sendPhoto", {"chat_id": anna.id}, upload)).result
    assert (sent["photo"][0]["width"], sent["photo"][0]["height"]) == (300, 200)


async def test_file_is_found_for_download(world: World, anna: Person) -> None:
    sent = anna.sends_document("lista.csv", b"a;b", "text/csv").raw()["document"]
    described = (await world.ask("getFile", file_id=sent["file_id"])).result
    stored = world.file(world.token, described["file_path"])
    assert stored is not None
    assert (stored.name, stored.content) == ("lista.csv", b"a;b")
    assert world.file("1000000001:someone-elses", described["file_path"]) is None


async def test_venue_shows_name_and_address(world: World, anna: Person) -> None:
    params = {"latitude": 54.35, "longitude": 18.65, "title": "Urząd Miejski", "address": "ul. Nowa 1"}
    sent = (await world.ask("sendVenue", chat_id=anna.id, **params)).result
    assert sent["venue"] == {
        "location": {"latitude": 54.35, "longitude": 18.65},
        "title": "Urząd Miejski",
        "address": "ul. Nowa 1",
    }


async def test_place_on_the_map_needs_both_numbers(world: World, anna: Person) -> None:
    sent = (await world.ask("sendLocation", chat_id=anna.id, latitude="54.35", longitude=18.65)).result
    assert sent["location"] == {"latitude": 54.35, "longitude": 18.65}
    half = await world.ask("sendLocation", chat_id=anna.id, latitude=54.35)
    assert half.description == "Bad Request: longitude is empty"


async def test_protected_message_says_so(world: World, anna: Person) -> None:
    sent = (await world.ask("sendMessage", chat_id=anna.id, text="x", protect_content=True)).result
    assert sent["has_protected_content"] is True


async def test_chat_action_must_be_one_telegram_knows(world: World, anna: Person) -> None:
    assert (await world.ask("sendChatAction", chat_id=anna.id, action="typing")).result is True
    wrong = await world.ask("sendChatAction", chat_id=anna.id, action="thinking")
    assert wrong.description == "Bad Request: wrong parameter action in request"
