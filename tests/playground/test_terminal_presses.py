"""Everything a number can stand for, on a stage without a bot."""

from collections.abc import AsyncIterator

import pytest

from playground.answers import Json
from playground.persons import Person
from playground.stage import Stage
from tests.playground.stages import made_stage
from tests.playground.visits import Visit


@pytest.fixture
def stage() -> Stage:
    return made_stage()[0]


@pytest.fixture
def anna(stage: Stage) -> Person:
    anna = stage.phones[0].person
    anna.starts()
    return anna


@pytest.fixture
async def visit(stage: Stage, anna: Person) -> AsyncIterator[Visit]:
    visit = Visit(stage)
    assert anna.name in await visit.types(":who")
    yield visit
    await visit.leaves()


async def sends(stage: Stage, chat: int, *buttons: Json) -> None:
    keyboard = {"reply_markup": {"inline_keyboard": [list(buttons)]}} if buttons else {}
    answer = await stage.world.ask("sendMessage", chat_id=chat, text="Szkolenie", **keyboard)
    assert answer.status == 200


def started(stage: Stage) -> str:
    """Return what the bot was told last."""
    return str(stage.world.updates.pending[-1]["message"]["text"])


async def test_toast_and_alert_pop_up(visit: Visit, stage: Stage, anna: Person) -> None:
    await sends(stage, anna.id, {"text": "Zapis", "callback_data": "z"})
    for how, shown in [({}, "(dymek) Brak miejsc"), ({"show_alert": True}, "(okno) Brak miejsc")]:
        await visit.types("1")
        query = stage.world.updates.pending[-1]["callback_query"]
        assert query["data"] == "z"
        await stage.world.ask("answerCallbackQuery", callback_query_id=query["id"], text="Brak miejsc", **how)
        assert visit.printed[-1] == shown


async def test_answer_with_a_link_is_followed(visit: Visit, stage: Stage, anna: Person) -> None:
    await sends(stage, anna.id, {"text": "Zapis", "callback_data": "z"})
    await visit.types("1")
    query = stage.world.updates.pending[-1]["callback_query"]
    link = stage.world.deep_link("s12")
    await stage.world.ask("answerCallbackQuery", callback_query_id=query["id"], url=link)
    await visit.types("")
    assert started(stage) == "/start s12"


async def test_button_with_a_link_or_a_text_tells_it(visit: Visit, stage: Stage, anna: Person) -> None:
    await sends(
        stage,
        anna.id,
        {"text": "Mapa", "url": "https://example.org/mapa"},
        {"text": "Kod", "copy_text": {"text": "A-12"}},
        {"text": "Szukaj", "switch_inline_query": "x"},
        {"text": "Dalej", "url": stage.world.deep_link("s12")},
    )
    assert await visit.types("1") == "Ten przycisk otwiera stronę: https://example.org/mapa"
    assert await visit.types("2") == "do skopiowania: A-12"
    assert await visit.types("3") == "Tego przycisku nie da się nacisnąć w terminalu."
    assert (await visit.types("4")).endswith("  /start")
    assert started(stage) == "/start s12"


async def test_link_in_a_group_leads_to_the_chat_with_the_bot(visit: Visit, stage: Stage) -> None:
    await visit.types(":chat group")
    await sends(stage, stage.world.groups[0].id, {"text": "Otwórz", "url": stage.world.deep_link("s12")})
    said = await visit.types("1")
    assert "== Anna Nowak (z urzędu), rozmowa z botem ==" in said
    assert said.endswith("  /start")
    assert started(stage) == "/start s12"


async def test_group_button_works_for_someone_who_blocked_the_bot(visit: Visit, stage: Stage) -> None:
    await visit.types(":block", ":chat group")
    await sends(stage, stage.world.groups[0].id, {"text": "Zapis", "callback_data": "z"})
    stage.world.updates.clear()
    assert "  [Zapis]" in await visit.types("1")
    assert [update["callback_query"]["data"] for update in stage.world.updates.pending] == ["z"]


async def test_keys_below_the_chat_are_numbered_too(visit: Visit, stage: Stage, anna: Person) -> None:
    asks = {"request_id": 5, "chat_is_channel": True}
    keys = [["Tak", "Nie"], [{"text": "Wybierz kanał", "request_chat": asks}]]
    await stage.world.ask("sendMessage", chat_id=anna.id, text="Który kanał?", reply_markup={"keyboard": keys})
    assert visit.printed[-3:] == ["Klawisze pod rozmową:", "  [1] Tak    [2] Nie", "  [3] Wybierz kanał"]
    assert "  Nie" in await visit.types("2")
    assert "Udostępniono rozmowę" in await visit.types("3")
    shared = stage.world.updates.pending[-1]["message"]["chat_shared"]
    assert (shared["request_id"], shared["chat_id"]) == (5, stage.world.channels[0].id)
    await stage.world.ask("sendMessage", chat_id=anna.id, text="Dziękujemy", reply_markup={"remove_keyboard": True})
    assert "Przycisku [1] już nie ma." in await visit.types("1")


async def test_deleted_message_takes_its_buttons_along(visit: Visit, stage: Stage, anna: Person) -> None:
    await sends(stage, anna.id, {"text": "Zapis", "callback_data": "z"})
    await stage.world.ask("deleteMessage", chat_id=anna.id, message_id=anna.last.id)
    assert visit.printed[-1].startswith("Usunięto wiadomość #")
    assert "Przycisku [1] już nie ma." in await visit.types("1")


async def test_nonsense_in_place_of_a_link_is_refused(visit: Visit, stage: Stage) -> None:
    stage.world.updates.clear()
    for nonsense in ("https://[x", "t.me/other_bot?start=s1", "a..b"):
        assert (await visit.types(f":start {nonsense}")).startswith("Nie udało się: ")
    assert stage.world.updates.pending == []
