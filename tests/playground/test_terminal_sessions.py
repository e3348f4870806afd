"""Whole sessions in the terminal, with the real bot in the town of the demonstration; only the clock stands still."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.demo.life import Life
from bot.cli.demo.people import NEWCOMERS, settle_in
from bot.cli.demo.town import found
from playground.clock import MORNING, RunningClock
from playground.stage import Stage
from tests.playground.visits import Visit


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    clock = RunningClock()
    clock.pause()
    clock.set(MORNING)
    async with found(clock=clock) as town:
        phones = await settle_in(town.world, town.bot)
        yield Stage(town.world, clock, Life(town), phones, newcomers=NEWCOMERS, start_anew=lambda: None)


@pytest.fixture
async def visit(stage: Stage) -> AsyncIterator[Visit]:
    visit = Visit(stage)
    yield visit
    await visit.leaves()


@pytest.fixture
async def english(stage: Stage) -> AsyncIterator[Visit]:
    visit = Visit(stage, "en")
    yield visit
    await visit.leaves()


async def signs_up(visit: Visit) -> None:
    """Let Anna take a seat on the training of Thursday 30 April."""
    await visit.types("/start")
    for label in ("Najbliższe szkolenia", "2", "Zapisz mnie", "Potwierdzam zapis"):
        await visit.presses(label)
    await visit.presses("Pomiń")


async def test_visit_begins_with_the_bot_s_own_words_and_start(visit: Visit) -> None:
    await visit.types("")
    said = "\n".join(visit.printed)
    assert "Terminarz w terminalu" in said
    assert "== Anna Nowak (z urzędu), rozmowa z botem ==" in said
    assert "Terminarz pomaga pracownikom" in said
    assert said.endswith("Rozmowa jeszcze się nie zaczęła. :start naciska START.")
    assert "Dzień dobry!" in await visit.types(":start")


async def test_sign_up_goes_from_button_to_button(visit: Visit) -> None:
    await signs_up(visit)
    said = await visit.types("/moje")
    assert "8:00 Anna Nowak #" in said
    assert "Ochrona danych w sekretariacie" in said
    assert "miejsce potwierdzone" in said


async def test_reminder_comes_when_the_clock_moves_on(visit: Visit) -> None:
    await signs_up(visit)
    said = await visit.types(":clock +2d", ":clock +7h")
    assert "-- środa, 29 kwietnia 2026 --\n\n14:00 Terminarz #" in said
    assert "Jutro" in said
    assert said.endswith("Jest środa, 29 kwietnia 2026, 15:00; zegar stoi.")


async def test_press_and_edit_show_in_english_too(english: Visit) -> None:
    await english.types("/start")
    said = await english.presses("English")
    assert "8:00 Anna Nowak\n  [English]" in said
    assert "(edited)" in said
    assert "  Upcoming trainings\n  8\N{NO-BREAK SPACE}dates" in await english.types("/trainings")
    assert (await english.types(":clock")).endswith("It is Monday, 27 April 2026, 8:00; the clock stands still.")


def card(number: int) -> str:
    """Return what stands on the card of a training alone."""
    return f"szkolenie nr\N{NO-BREAK SPACE}{number}\n"


@pytest.mark.parametrize("number", range(2, 7))
async def test_number_of_a_training_opens_it_from_the_list(visit: Visit, number: int) -> None:
    await visit.types("/start")
    listed = await visit.presses("Najbliższe szkolenia")
    assert f"\n  {number}. " in listed
    assert "\n  [2] 2    [3] 3    [4] 4    [5] 5    [6] 6\n" in listed
    assert card(number) in await visit.types(str(number))


async def test_number_of_a_training_opens_it_from_the_next_page_and_from_a_new_list(visit: Visit) -> None:
    await visit.types("/start")
    await visit.presses("Najbliższe szkolenia")
    listed = await visit.presses("Dalej")
    assert "[7] 7    [8] 8" in listed
    assert card(8) in await visit.types("8")
    await visit.types("/moje", "/settings")
    assert "[2] 2    [3] 3    [4] 4    [5] 5    [6] 6" in await visit.types("/szkolenia")
    assert card(5) in await visit.types("5")


async def test_everyone_has_numbers_of_their_own(visit: Visit) -> None:
    await visit.types("/szkolenia", ":who maria")
    assert "[2] 2    [3] 3    [4] 4    [5] 5    [6] 6" in await visit.types("/szkolenia")
    assert "Maria Wiśniewska\n  [5]" in await visit.types("5")
    assert "Anna Nowak\n  [5]" in await visit.types(":who anna", "5")


async def test_reminder_that_comes_meanwhile_takes_no_number_over(visit: Visit) -> None:
    await signs_up(visit)
    await visit.types("/szkolenia")
    said = await visit.types(":clock +2d", ":clock +7h")
    [number] = re.findall(r"\[(\d+)\] Nie przyjdę", said)
    assert int(number) > 6
    assert card(5) in await visit.types("5")
    assert "Rezygnacja przyjęta" in await visit.types(number)


async def test_number_typed_twice_means_one_thing(visit: Visit) -> None:
    await visit.types("/szkolenia")
    assert card(3) in await visit.types("3")
    assert await visit.types("3") == "Przycisku [3] już nie ma. Aktualne stoją pod najnowszymi wiadomościami."


async def test_number_never_means_another_button(visit: Visit, stage: Stage) -> None:
    anna = stage.phones[0].person
    await visit.types("/start")
    first = anna.last.id
    keyboard = {"inline_keyboard": [[{"text": "Inny", "callback_data": "m"}]]}
    await stage.world.ask("sendMessage", chat_id=anna.id, text="Coś nowego", reply_markup=keyboard)
    assert visit.printed[-1] == "  [8] Inny"
    assert "Moje zapisy" in await visit.types("2")
    query = [each.subject for each in stage.traffic.passed if isinstance(each.subject, dict)][-1]["callback_query"]
    assert (query["message"]["message_id"], query["data"]) == (first, "y:1")


async def test_number_of_a_button_that_is_gone_says_so(visit: Visit, stage: Stage) -> None:
    await visit.types("/start", "1")
    calls = len(stage.world.calls)
    assert await visit.types("1") == "Przycisku [1] już nie ma. Aktualne stoją pod najnowszymi wiadomościami."
    assert "Nie ma przycisku [999]." in await visit.types("999")
    assert "Nie ma przycisku [0]." in await visit.types("0")
    assert len(stage.world.calls) == calls


async def test_message_in_someone_else_s_chat_is_told_with_the_way_there(visit: Visit, stage: Stage) -> None:
    maria = stage.phones[1].person
    await visit.types(":who organiser", ":start", ":who anna", "/start")
    for text in ("Raz", "Dwa"):
        await stage.world.ask("sendMessage", chat_id=maria.id, text=text)
    assert visit.printed[-2:] == [
        "Maria Wiśniewska: 1 nowa wiadomość (:who maria)",
        "Maria Wiśniewska: 2 nowe wiadomości (:who maria)",
    ]
    assert "  Maria Wiśniewska, organizator  (:who maria)  2 nowe" in await visit.types(":who")
    said = await visit.types(":who wisniewska")
    assert "== Maria Wiśniewska (organizator), rozmowa z botem ==" in said
    assert "  Raz" in said
    assert "nowe" not in await visit.types(":who")


async def test_button_of_another_chat_says_where_it_is(visit: Visit) -> None:
    await visit.types("/start", ":who maria")
    said = await visit.types("1")
    assert said == "Przycisk [1] jest gdzie indziej: Anna Nowak. Prowadzi tam :who anna."


async def test_administrator_s_link_waits_and_is_used_up(visit: Visit) -> None:
    said = await visit.types(":who maria")
    [link] = re.findall(r"administratora: (:start \S+)", said)
    assert "Rola: administracja" in await visit.types(link)
    assert "administratora: :start" not in await visit.types(":who maria")


async def test_deep_link_opens_whole(visit: Visit, stage: Stage) -> None:
    name = stage.world.bot.username
    assert "Ochrona danych w sekretariacie" in await visit.types(f":start https://t.me/{name}?start=s2")
    assert "Ochrona danych w sekretariacie" in await visit.types(f":start t.me/{name}?start=s2")
    assert "Nie udało się: https://example.org/ " in await visit.types(":start https://example.org/")


async def test_newcomers_come_until_nobody_is_left(visit: Visit, stage: Stage) -> None:
    said = await visit.types(":who +")
    assert "== Piotr Zieliński (z urzędu), rozmowa z botem ==" in said
    assert visit.face.prompt == "Piotr> "
    await visit.types(*[":who +"] * (len(NEWCOMERS) - 1))
    assert await visit.types(":who +") == "Więcej osób już nie przyjdzie."
    assert len(stage.phones) == 2 + len(NEWCOMERS)


async def test_group_and_channel_are_chats_like_the_bot_s(visit: Visit, stage: Stage) -> None:
    said = await visit.types(":chat")
    assert "rozmowa z botem (:chat bot)  ← tu" in said
    assert "grupa „Referat szkoleń” (:chat group)" in said
    assert "== Anna Nowak (z urzędu), grupa „Referat szkoleń” ==" in await visit.types(":chat group")
    said = await visit.types("/szkolenia")
    assert "8:00 Anna Nowak #1" in said
    assert "8:00 Terminarz #2" in said
    assert "można tylko czytać" in await visit.types(":chat channel", "Ogłoszenie")
    assert "Ogłoszenie" in await visit.types(":who maria", ":chat channel", "Ogłoszenie")
    assert [message.text for message in stage.world.channels[0].chat] == ["Ogłoszenie"]


async def test_reply_and_forward_carry_a_message(visit: Visit, stage: Stage) -> None:
    await visit.types("/start")
    anna = stage.phones[0].person
    await visit.types(f":reply {anna.last.id} Dzień dobry")
    assert [message.reply_to for message in anna.chat if message.text == "Dzień dobry"] == [anna.chat[1]]
    assert "Nie ma tu wiadomości #99." in await visit.types(":reply 99 Dzień dobry")
    said = await visit.types(f":forward {anna.chat[1].id}")
    assert "przekazano, autor: Terminarz" in said
    assert "Nie ma tu wiadomości #99." in await visit.types(":forward 99")


async def test_blocked_bot_is_unblocked_by_start(visit: Visit, stage: Stage) -> None:
    await visit.types("/start")
    blocked = "Bot jest zablokowany. :start odblokowuje."
    assert await visit.types(":block") == blocked
    assert [await visit.types(line) for line in ("1", "/moje", ":forward 2")] == [blocked] * 3
    assert blocked in await visit.types(":who anna")
    assert "Dzień dobry!" in await visit.types(":start")
    assert stage.phones[0].person.private.status(stage.world.bot.id) == "member"


@pytest.mark.parametrize("mishap", ["429", "cut"])
async def test_mishap_is_planned_taken_back_and_lived_through(visit: Visit, stage: Stage, mishap: str) -> None:
    await visit.types("/start")
    planned = await visit.types(f":{mishap}")
    assert f":{mishap} odwołuje" in planned
    taken_back = await visit.types(f":{mishap}")
    assert planned != taken_back
    assert await visit.types(f":{mishap}") == planned
    said = await visit.types("/moje", ":clock +1m")
    assert said.count(" Terminarz #") == 1
    assert any(call.outcome != "ok" for call in stage.world.calls)


async def test_calls_are_shown_raw(visit: Visit) -> None:
    assert await visit.types(":calls") == "Nic jeszcze nie przeszło między Telegramem a botem."
    await visit.types("/start")
    said = await visit.types(":calls 2")
    update, call = said.split("\n")[1:]
    assert update.startswith("8:00 ← message {")
    assert call.startswith('8:00 → sendMessage 200 ok {"chat_id": ')


async def test_file_is_saved_under_a_new_name_only(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = tmp_path.iterdir
    await signs_up(visit)
    said = await visit.presses("Do kalendarza")
    [(name, number)] = re.findall(r"plik: (\S+\.ics), .* \(:save (\d+) NAZWA zapisuje\)", said)
    assert (await visit.types(f":save {number} {name}")).startswith(f"Zapisano: {name}, ")
    assert (tmp_path / name).read_bytes().startswith(b"BEGIN:VCALENDAR")
    (tmp_path / name).write_bytes(b"mine")
    assert await visit.types(f":save {number} {name}") == f"Plik {name} już jest. Prosimy podać inną nazwę."
    assert (tmp_path / name).read_bytes() == b"mine"
    assert "Nie udało się zapisać nie/ma.ics" in await visit.types(f":save {number} nie/ma.ics")
    assert "nie ma pliku" in await visit.types(":save 1 x.ics")
    assert "Nie ma tu wiadomości #99." in await visit.types(":save 99 x.ics")
    assert [path.name for path in kept()] == [name]


async def test_clock_runs_pauses_and_goes_to_what_is_next(visit: Visit, stage: Stage) -> None:
    assert (await visit.types(":clock run 60")).endswith("zegar idzie 60 razy szybciej.")
    assert (await visit.types(":clock pause")).endswith("zegar stoi.")
    stage.clock.set(MORNING)
    await signs_up(visit)
    before = stage.clock.now()
    said = await visit.types(":clock next")
    assert stage.clock.now() > before
    assert said.endswith("zegar stoi.")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (":dance", "Nie ma polecenia :dance. :help wypisuje wszystkie; spacja na początku wysyła taki tekst."),
        (":\x1b[2J", "Nie ma polecenia :�[2J. :help wypisuje wszystkie; spacja na początku wysyła taki tekst."),
        (":block now", ":block – blokuje bota."),
        (":who piotr", "Nie ma tu takiej osoby: piotr. :who wypisuje wszystkich."),
        (":who k", "Pasuje kilka: Anna Nowak, Maria Wiśniewska. Prosimy napisać dokładniej."),
        (":chat zebranie", "Ta osoba nie ma takiej rozmowy: zebranie. :chat wypisuje wszystkie."),
        ("x" * 4097, "Nie udało się: A message has 1 to 4096 characters."),
        ("", ""),
    ],
)
async def test_what_cannot_be_done_gets_one_sentence(visit: Visit, stage: Stage, line: str, sentence: str) -> None:
    assert await visit.types(line) == sentence
    assert not stage.traffic.passed


async def test_help_lists_every_command_and_those_of_the_bot(visit: Visit) -> None:
    said = await visit.types(":help")
    assert ":clock [ZMIANA]" in said
    assert "  /moje             Moje zapisy" in said
    assert "from a t.me link" in await visit.types(":language en", ":help")


@pytest.mark.parametrize(("line", "anew"), [(":quit", False), (None, False), (":reset", True)])
async def test_visit_ends_and_stops_listening(visit: Visit, stage: Stage, line: str | None, *, anew: bool) -> None:
    await visit.types("/start", line)
    assert visit.begun_anew is anew
    printed = len(visit.printed)
    await stage.world.ask("sendMessage", chat_id=stage.phones[0].person.id, text="Po wszystkim")
    assert len(visit.printed) == printed


async def test_kept_town_is_not_begun_anew(visit: Visit, stage: Stage) -> None:
    stage.start_anew = None
    assert (await visit.types(":reset")).startswith("Z --keep nie da się zacząć od nowa")
    assert visit.begun_anew is None
