"""/dlaczego: what came, what comes when and why then, what never comes and why; to each person their own alone."""

from datetime import timedelta

import pytest

from playground import faults
from playground.faults import Fault
from tests.conversations.hearing import heard, labels, words
from tests.conversations.messages import composed, organiser
from tests.conversations.organised import budget, calls_off, changes, organised
from tests.conversations.programmes import BUDGET, Json, training
from tests.conversations.test_groups import gathered
from tests.conversations.towns import at, queue_of, signed_up, town_of

HEAD = f"Dlaczego? Szkolenie nr 1\n{BUDGET} – środa, 6 maja, godz. 9:00\n\n"
SEATED = "Miejsce jest potwierdzone.\n\n"
WORKING_DAY = "to ostatni dzień roboczy przed szkoleniem"
DAY = f"• Przypomnienie dzień wcześniej: ⏳ przyjdzie we wtorek, 5 maja, o 14:00: {WORKING_DAY}"
HOUR = "• Przypomnienie tuż przed: ⏳ przyjdzie w środę, 6 maja, o 8:00: tuż przed początkiem"
NO_WEEK = "• Przypomnienie tydzień wcześniej: 🔕 nie przyjdzie: jest wyłączone w ustawieniach"
NOTHING = "Na to konto nic o tym szkoleniu nie wysłano i nic nie czeka na wysłanie."
NO_PLACE = (
    "Z tego konta nie ma zapisu na to szkolenie, dlatego nie przychodzą przypomnienia o nim ani wiadomości o zmianach."
)
NOT_KEPT = "Ta wiadomość odpowiada na przycisk lub tekst albo jest dawna. Takich nie wyjaśniamy."
PASSED = "jego pora (dziś o 14:00) minęła przed zapisem albo przed zmianą terminu lub ustawień"
OUT_OF_QUIET = "zwykła pora wypada w czasie ciszy lub w dzień wolny"
QUEUE = "Można czekać na liście rezerwowej: przycisk jest na karcie szkolenia."
NO_NUMBER = "Nie ma szkolenia o tym numerze."


async def test_a_person_with_a_seat_reads_what_comes_when_and_why_then() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        assert words(await anna.writes("/dlaczego 1")) == f"{HEAD}{SEATED}{DAY}\n{HOUR}\n{NO_WEEK}"
        assert labels(anna.last) == ["Szczegóły", "Ustawienia", "Wiadomości", "Menu"]
        await anna.presses("Wiadomości")
        assert words(anna.last).startswith(
            "Wiadomości i ich powody\n\nPrzypomnienie dzień wcześniej · 1. Budżet gminy\n⏳"
        )
        assert words(await anna.presses("1")).startswith(HEAD)


async def test_the_ways_there_are_on_the_card_and_in_ones_own() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/moje")
        assert words(await anna.presses("Dlaczego?")).startswith("Wiadomości i ich powody\n")
        await anna.writes("/szkolenia 1")
        assert words(await anna.presses("Dlaczego?")).startswith(HEAD)


async def test_what_came_is_told_with_its_hour() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-05T14:30"))
        assert words(await anna.writes("/why 1")).endswith("• Przypomnienie dzień wcześniej: ✅ doręczono dziś o 14:00")


@pytest.mark.parametrize(
    ("start", "now", "line"),
    [
        (
            "2026-04-28T09:00",
            "2026-04-27T15:00",
            f"• Przypomnienie dzień wcześniej: 🔕 nie przyjdzie: {PASSED}",
        ),
        ("2026-05-06", "", "• Przypomnienie tuż przed: 🔕 nie przyjdzie: godzina szkolenia nie jest jeszcze znana"),
        (
            "2026-05-06T06:30",
            "",
            f"• Przypomnienie tuż przed: ⏳ przyjdzie we wtorek, 5 maja, o 19:59: {OUT_OF_QUIET}",
        ),
    ],
)
async def test_what_was_never_planned_or_moved_is_explained_by_the_rules(start: str, now: str, line: str) -> None:
    async with town_of(training(start=start, seats=2), now=now) as town:
        anna = await signed_up(town, "Anna")
        assert line in words(await anna.writes("/dlaczego 1")).split("\n")


async def test_reminders_turned_off_are_told_so_and_what_became_of_those_planned() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.forges("pt:day")
        told = words(await anna.writes("/dlaczego 1"))
        assert "• Przypomnienie dzień wcześniej: 🔕 nie przyjdzie: jest wyłączone w ustawieniach" in told
        told = words(await anna.presses("Dalej"))
        assert "• Przypomnienie dzień wcześniej: 🔕 nie wysłano: zmieniono ustawienia przypomnień" in told


async def test_a_reminder_of_a_seat_given_up_and_taken_again_too_late_has_passed() -> None:
    async with town_of(training(seats=2), now="2026-05-05T13:00") as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        await town.until(at("2026-05-05T15:00"))
        await anna.writes("/zapisz 1")
        assert f"• Przypomnienie dzień wcześniej: 🔕 nie przyjdzie: {PASSED}" in words(await anna.writes("/dlaczego 1"))


async def test_who_waits_reads_the_place_in_the_queue_and_what_has_to_happen() -> None:
    async with town_of(training(seats=1)) as town:
        _, ewa, jan = await queue_of(town, "Anna", "Ewa", "Jan")
        assert words(await ewa.writes("/dlaczego 1")).startswith(
            f"{HEAD}🕒 Lista rezerwowa: miejsce 1.\nPrzed tym zapisem nikt nie czeka.\nPropozycja przyjdzie, gdy"
        )
        assert "miejsce 2.\nPrzed tym zapisem czeka 1 osoba.\n" in words(await jan.writes("/dlaczego 1"))
        await town.until(at("2026-05-06T06:30"))
        assert "a dostaje je pierwsza osoba, która odpowie." in words(await ewa.writes("/dlaczego 1"))


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ({"seats": 2}, "Zapis jest możliwy na karcie szkolenia."),
        (
            {"seats": 2, "signup_deadline": "2026-04-26"},
            "Zapis przez bota nie jest teraz możliwy. Zapisy na to szkolenie zakończyły się 26 kwietnia.",
        ),
        ({"seats": 0}, "Wolnych miejsc nie ma. Można czekać na liście rezerwowej"),
        ({"seats": 0, "waiting_list": False}, "To szkolenie nie ma listy rezerwowej."),
        ({"seats": 2, "eligibility": {"who": "members"}}, f"{NO_PLACE}\nOd urzędu lub jednostki zależy, czy"),
        ({"seats": 2, "signup_url": "https://example.org/zapisy"}, "Zapis przez bota nie jest teraz możliwy. "),
    ],
)
async def test_why_one_cannot_sign_up_is_told_without_signing_up(stated: Json, reason: str) -> None:
    async with town_of(training(**stated)) as town:
        anna = town.resident("Anna", "Nowak")
        told = words(await anna.writes("/dlaczego 1"))
        assert told.startswith(f"{HEAD}{NO_PLACE}\n")
        assert reason in told
        async with town.bot.storage.reading() as transaction:
            assert await transaction.rosters.places(anna.person.id) == []


async def test_a_reply_to_a_message_explains_that_one() -> None:
    async with organised(budget()) as (town, maria):
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-05T14:30"))
        reminder = anna.last
        await calls_off(maria)
        await town.passes(timedelta(minutes=2))
        anna.person.replies(reminder, "/dlaczego")
        await town.settle()
        told = words(anna.last)
        assert told.startswith(f"✅ doręczono dziś o 14:00\n\n{HEAD}❌ ")
        assert "• Przypomnienie tuż przed: 🔕 nie wysłano: szkolenie odwołano" in told


async def test_a_reply_to_an_answer_says_that_it_was_one() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        anna.person.replies(anna.last, "/dlaczego")
        await town.settle()
        assert words(anna.last).startswith(NOT_KEPT)
        assert labels(anna.last) == ["Wiadomości", "Menu"]


@pytest.mark.parametrize("pasted", ["999", "0", "58213947201", "9" * 40, "szkolenie", "-1", "½"])
async def test_an_unknown_number_gets_a_kind_sentence_and_a_way_on(pasted: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        assert words(await anna.writes(f"/dlaczego {pasted}")).startswith(NO_NUMBER)
        assert labels(anna.last) == ["Wiadomości", "Menu"]


@pytest.mark.parametrize("press", ["yt:999:1", "yt:1:99", "yw:99", "yt:1:0", "yw:0"])
async def test_a_forged_page_or_number_is_answered(press: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.forges(press)
        assert labels(anna.last)[-1] == "Menu"
        assert town.world.state.queries.unanswered(anna.person.user) == []


async def test_nobody_reads_what_was_said_to_somebody_else() -> None:
    async with town_of(training(seats=2)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await town.until(at("2026-05-05T14:30"))
        theirs = anna.last
        ewa.person.replies(theirs, "/dlaczego")
        await town.settle()
        assert "Anna" not in words(ewa.last)
        jan = town.resident("Jan", "Bąk")
        assert words(await jan.writes("/dlaczego 1")) == (
            f"{HEAD}{NO_PLACE}\nWolnych miejsc nie ma. {QUEUE}\n\n{NOTHING}"
        )


async def test_a_group_hears_nothing_but_the_way_to_the_private_chat() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        group = await gathered(town, anna)
        group.writes(anna.person, "/dlaczego 1")
        await town.settle()
        assert words(group.last) == "Szczegóły i zapisy są w prywatnej rozmowie z botem."


async def test_the_erased_have_nothing_to_be_explained() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await town.until(at("2026-05-05T14:30"))
        await anna.forges("de")
        await anna.writes("/dlaczego")
        assert "Nic jeszcze nie wysłano i nic nie czeka na wysłanie." in words(anna.last)


async def test_a_change_waits_and_is_then_delivered() -> None:
    async with organised(budget()) as (town, maria):
        anna = await signed_up(town, "Anna")
        await changes(maria, Termin="7 maja 10:00")
        waits = "• Zmiana: ⏳ przyjdzie dziś o 8:10: czekamy 10 minut, żeby kilka zmian było jedną wiadomością"
        assert waits in words(await anna.writes("/dlaczego 1"))
        await town.passes(timedelta(minutes=11))
        assert "• Zmiana: ✅ doręczono dziś o 8:10" in words(await anna.writes("/dlaczego 1"))


async def test_an_uncertain_message_is_called_so() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        lost = Fault(faults.cut(), method="sendMessage", chat=anna.person.id, after=True, times=2)
        await town.until(at("2026-05-05T13:59"))
        town.world.faults.add(lost)
        await town.until(at("2026-05-05T14:30"))
        unsure = "❓ wysłano dziś o 14:00; Telegram nie potwierdził doręczenia, choć mogło się udać"
        assert f"• Przypomnienie dzień wcześniej: {unsure}" in words(await anna.writes("/dlaczego 1"))


async def test_a_paused_message_to_many_is_said_to_be_held() -> None:
    async with town_of(training(seats=2), now="2026-04-27T21:00") as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        number = await composed(olga)
        await olga.forges(f"rg:{number}:1")
        later = "⏳ przyjdzie jutro o 8:00: takie wiadomości wysyłamy w dni robocze od 8:00 do 19:00, poza ciszą"
        named = "Wiadomość od organizatora · „Prosimy zabrać dowód osobisty.”"
        assert f"{named}\n{later}" in words(await anna.writes("/dlaczego"))
        await olga.forges(f"rp:{number}")
        assert "⏸ czeka: organizator wstrzymał wysyłkę" in words(await anna.writes("/dlaczego"))
        await olga.forges(f"re:{number}")
        assert "🔕 nie wysłano: organizator zakończył wysyłkę" in words(await anna.writes("/dlaczego"))


async def test_a_long_account_is_paged_and_every_page_leads_back() -> None:
    trainings = [training(f"Szkolenie {n}", f"2026-05-{n:02}T09:00", seats=2) for n in (6, 12, 19)]
    async with town_of(*trainings) as town:
        anna = await signed_up(town, "Anna", 1, 2, 3)
        await anna.writes("/dlaczego")
        assert labels(anna.last) == ["1", "2", "Dalej", "Ustawienia", "Moje zapisy", "Menu"]
        await anna.presses("Dalej")
        assert labels(anna.last) == ["3", "Wcześniej", "Ustawienia", "Moje zapisy", "Menu"]
        assert len(heard(anna)) == len({*heard(anna)})


async def test_english_readers_are_told_in_english() -> None:
    async with town_of(training(seats=2)) as town:
        john = await signed_up(town, "John", language="en")
        told = words(await john.writes("/why 1"))
        assert "The seat is confirmed." in told
        assert "• Reminder shortly before: ⏳ coming on Wednesday, 6 May, at 8:00: shortly before the start" in told


@pytest.mark.parametrize(
    "question",
    [
        "Dlaczego nie przyszło mi przypomnienie?",
        "nie dostałam przypomnienia",
        "czemu nie dostałem powiadomienia o zmianie terminu",
        "skąd przyszła ta wiadomość?",
        "Why did I get no reminder?",
        "why wasn't I notified?",
    ],
)
async def test_what_came_or_did_not_is_explained_when_asked_in_plain_words(question: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        told = words(await anna.writes(question))
        assert told.startswith(("Wiadomości i ich powody\n\n", "Messages and their reasons\n\n"))
        assert labels(anna.last)[0] == "1"


@pytest.mark.parametrize(
    "question",
    [
        "Dlaczego nie dostałam zaświadczenia?",
        "nie dostałam wiadomości z linkiem",
        "Dlaczego odwołano szkolenie?",
        "czemu nie dostałem się na szkolenie",
        "Dlaczego nie mogę wysłać wiadomości do organizatora?",
        "Why can't I sign up?",
    ],
)
async def test_other_questions_for_a_reason_are_answered_as_ever(question: str) -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes(question)
        assert not words(anna.last).startswith(("Wiadomości i ich powody", "Messages and their reasons"))
