"""Buttons of another time, make or person: answered kindly, and nothing changes that should not."""

from datetime import timedelta

import pytest

from playground.answers import bad_request
from playground.faults import Fault, refused
from tests.conversations.hearing import heard, labels, sent, toast, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.towns import signed_up, town_of

STALE = "Ten przycisk jest nieaktualny – pokazujemy aktualną listę."
LIST = f"Najbliższe szkolenia\n1 termin · maj 2026\n\n1. śr., 6 maja, 9:00 – {BUDGET} · 2 miejsca"
NO_SUCH_TRAINING = "Nie ma szkolenia o tym numerze. Numery są na kartach szkoleń."
MALFORMED = [
    "0",
    "x",
    ":",
    "c",
    "c:",
    "c:0x1",
    "c:-1",
    "c:1.0",
    "c:01",
    "c:1:1",
    "c: 1",
    "C:1",
    "c:1\n",
    "c:" + "9" * 16,
    "c:" + "1" * 63,
    "l:1:zz::",
    "l:1::2026-13::",
    "l:1::::2",
    "s:1:0",
    "q:1",
    "i:1",
    "h:",
    "event:42:register",
    "s\N{FULLWIDTH DIGIT ONE}",
    "c:\N{FULLWIDTH DIGIT ONE}",
    "\u202e1:c",
    "c:1\u0000",
    "żółć:1",
    "🌻" * 16,
    "c:1;DROP TABLE training",
    "../../etc/passwd",
    "oi:owner:1",
    "or:administrator::",
    "\ud800",
]


@pytest.mark.parametrize("data", MALFORMED, ids=ascii)
async def test_malformed_data_brings_the_list_and_a_word(data: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        assert words(await anna.forges(data)) == f"{STALE}\n\n{LIST}"
        assert toast(anna) == "Lista odświeżona."


@pytest.mark.parametrize("code", ["c", "k", "h", "hd", "t", "w", "u", "a", "f", "fu"])
async def test_a_training_that_is_not_there_is_said_kindly(code: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        for number in ("99", "0", "9" * 15):
            assert words(await anna.forges(f"{code}:{number}")) == NO_SUCH_TRAINING
            assert labels(anna.last) == ["Najbliższe szkolenia", "Menu"]


async def test_every_press_is_answered_so_that_no_button_waits() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        for data in (
            *MALFORMED,
            "m",
            "e",
            "l:1::::",
            "c:1",
            "k:1",
            "ka",
            "y:1",
            "p",
            "pq",
            "d",
            "da",
            "o",
            "oi:trainer:1",
        ):
            await anna.forges(data)
        assert town.world.state.queries.unanswered(anna.person.user) == []


async def test_a_button_of_half_a_year_ago_acts_on_the_world_as_it_is() -> None:
    async with town_of(training(seats=2), training("Zimą", "2026-12-10T09:00", seats=2)) as town:
        anna = await signed_up(town, "Anna", 2)
        card = await anna.writes("/szkolenia 1")
        page = await anna.writes("/szkolenia")
        await town.passes(timedelta(days=180))
        anna.person.presses_on(card, "Zapisz mnie")
        await town.settle()
        assert words(card).startswith("To szkolenie już się zaczęło. Listy nie można zmienić.\n")
        anna.person.presses_on(page, "1")
        await town.settle()
        assert "To szkolenie już się odbyło." in words(page)


async def test_an_old_confirmation_button_still_withdraws() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        confirmation = anna.person.chat[1]
        await anna.starts("s1")
        anna.person.presses_on(confirmation, "Rezygnuję")
        await town.settle()
        assert words(confirmation).startswith("Rezygnacja przyjęta\n")


async def test_a_deleted_message_is_answered_by_a_new_one() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        menu = await anna.starts()
        anna.person.presses("Najbliższe szkolenia")
        menu.deleted = True
        await town.settle()
        assert words(anna.last) == LIST
        assert anna.last is not menu


async def test_a_message_too_old_to_be_edited_is_answered_by_a_new_one() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        menu = await anna.starts()
        town.world.faults.add(Fault(refused(bad_request("message can't be edited")), method="editMessageText"))
        answer = await anna.presses("Najbliższe szkolenia")
        assert (words(answer), answer is menu) == (LIST, False)


async def test_a_press_on_a_file_is_answered_below_it() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/szkolenia 1")
        file = await anna.presses("Do kalendarza")
        assert words(await anna.presses("Szczegóły")).startswith(f"{BUDGET}\n")
        assert file.document is not None


async def test_a_press_without_its_message_is_answered_in_the_private_chat() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        query = town.world.state.queries.open(anna.person.user, "l:1::::")
        shown = {"id": query.id, "from": anna.person.user.raw(), "data": "l:1::::", "chat_instance": "1"}
        town.world.enqueue({"callback_query": shown | {"inline_message_id": "x"}})
        await town.settle()
        assert words(anna.last) == LIST
        gone = {"message_id": 999, "chat": anna.person.private.raw(), "date": 0}
        query = town.world.state.queries.open(anna.person.user, "m")
        town.world.enqueue({"callback_query": shown | {"id": query.id, "data": "m", "message": gone}})
        await town.settle()
        assert words(anna.last) == "Terminarz\nCo pokazać?"


async def test_a_press_answered_too_late_still_takes_effect() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/szkolenia 1")
        anna.person.presses("Rezygnuję")
        town.clock.set(town.clock.now() + timedelta(minutes=5))
        await town.settle()
        assert words(anna.last).startswith("Rezygnacja przyjęta\n")


async def test_pressing_for_what_is_shown_already_says_nothing_twice() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        await anna.forges("l:1::::")
        before = len(heard(anna))
        await anna.forges("l:1::::")
        assert (len(heard(anna)), words(anna.last)) == (before, LIST)


async def test_a_game_or_a_payment_button_is_stale() -> None:
    async with town_of(training(seats=2)) as town:
        anna = town.resident("Anna", "Nowak")
        menu = await anna.starts()
        query = town.world.state.queries.open(anna.person.user, "")
        shown = {"id": query.id, "from": anna.person.user.raw(), "message": menu.raw(), "chat_instance": "1"}
        town.world.enqueue({"callback_query": shown | {"game_short_name": "x"}})
        await town.settle()
        assert words(anna.last) == f"{STALE}\n\n{LIST}"


async def test_stale_buttons_speak_english() -> None:
    async with town_of(training(seats=2)) as town:
        john = town.resident("John", "Smith", language="en")
        await john.starts()
        before = sent(town)
        assert words(await john.forges("x")).split("\n\n")[1].startswith("Upcoming trainings\n")
        assert sent(town) == before + 1
