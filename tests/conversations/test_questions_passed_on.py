"""Questions passed on: the organisers hear of each once, a reply brings the answer back, and it can be kept for all."""

from datetime import timedelta

import pytest

from bot.settings import Controller
from tests.conversations.hearing import heard, labels, news, toast, words
from tests.conversations.programmes import training
from tests.conversations.questions import TEXT, asked, passed_on, replies
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import at, signed_up, town_of

NO_RIGHTS = "Ta funkcja jest dla organizatorów."
PASSED = "Pytanie przekazane. Odpowiedź przyjdzie tutaj, zwykle w ciągu 1 dnia roboczego."
TOLD = "Odpowiedź przekazana osobie pytającej."
GONE = "Tego pytania już nie przechowujemy. Prosimy zadać je jeszcze raz."
AGAIN = "To pytanie jest już u organizatora. Odpowiedź przyjdzie tutaj."


async def test_a_question_goes_to_the_organiser_and_the_answer_comes_back() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        anna = await signed_up(town, "Anna")
        await anna.forges("ia:0")
        await anna.writes("Urząd Miasta Gdyni")
        await passed_on(town, anna, TEXT, 1)
        assert words(anna.last) == PASSED
        assert words(maria.last) == (
            "Nowe pytanie\nAnna Nowak, Urząd Miasta Gdyni\nBudżet gminy – środa, 6 maja, godz. 9:00\n"
            f"{TEXT}\nOdpowiedź na tę wiadomość trafi do osoby pytającej."
        )
        assert labels(maria.last) == ["Dodaj do częstych pytań", "Zamknij bez odpowiedzi"]
        assert await replies(maria, "Tak, będzie.\nLink przyjdzie rano.") == TOLD
        assert words(anna.last) == (
            f"Odpowiedź na pytanie\n{TEXT}\n\nTak, będzie.\nLink przyjdzie rano.\n\nOdpowiada: Metropolia Nadmorska"
        )
        assert labels(anna.last) == ["Szczegóły", "Menu"]


async def test_a_stranger_gives_no_name_and_is_told_of_personal_data() -> None:
    async with town_of(training()) as town:
        maria, ewa = await administrator(town), town.resident("Ewa", "Lis", language="en")
        await ewa.starts()
        number = await asked(town, ewa, TEXT)
        assert words(await ewa.forges(f"z:{number}")).endswith("\nPersonal data: /privacy")
        assert words(maria.last).startswith(f"Nowe pytanie\nOsoba bez podanego imienia i nazwiska\n{TEXT}\n")
        await replies(maria, "Tak.")
        assert words(ewa.last) == f"Answer to your question\n{TEXT}\n\nTak.\n\nAnswered by: Metropolia Nadmorska"
        assert "1 question kept" in words(await ewa.writes("/privacy"))


async def test_every_organiser_hears_of_a_question_once_and_not_the_asker() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        piotr = await invited(maria, "+ koordynacja", town.resident("Piotr", "Bąk"))
        await invited(maria, "+ administracja", piotr)
        olga = await invited(maria, "+ prowadzenie", town.resident("Olga", "Zając"))
        before = [len(heard(person)) for person in (maria, piotr, olga)]
        await passed_on(town, maria, TEXT, 1)
        assert [len(news(each, n)) for each, n in zip((maria, piotr, olga), before, strict=True)] == [1, 1, 0]
        assert words(maria.last) == PASSED


async def test_passing_on_twice_changes_nothing_and_says_so() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        number = await passed_on(town, anna)
        before = len(heard(maria)), len(heard(anna))
        await anna.forges(f"z:{number}")
        assert toast(anna) == AGAIN
        assert (len(heard(maria)), len(heard(anna))) == before


async def test_nobody_passes_on_what_somebody_else_asked_or_what_was_forgotten() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        ewa = await signed_up(town, "Ewa")
        number = await asked(town, anna)
        before = len(heard(maria))
        assert words(await ewa.forges(f"z:{number}")) == GONE
        assert words(await ewa.forges("z:99")) == GONE
        await town.passes(timedelta(hours=25))
        assert words(await anna.forges(f"z:{number}")) == GONE
        assert len(heard(maria)) == before


async def test_without_organisers_the_contact_is_named_instead() -> None:
    contact = {"name": "Hanna Brzozowska", "email": "hanna@example.org"}
    async with town_of(training(contact=contact)) as town:
        anna = await signed_up(town, "Anna")
        await passed_on(town, anna, TEXT, 1)
        assert words(anna.last) == (
            "Nie ma teraz w tym czacie nikogo, komu można przekazać pytanie. Prosimy o kontakt bezpośredni.\n"
            "Kontakt: Hanna Brzozowska, hanna@example.org"
        )


async def test_ten_questions_a_day_are_passed_on() -> None:
    async with town_of(training()) as town:
        await administrator(town)
        anna = await signed_up(town, "Anna")
        for number in range(10):
            await passed_on(town, anna, f"Pytanie {number}")
            assert words(anna.last) == PASSED
        await passed_on(town, anna)
        assert words(anna.last).startswith("W ciągu doby przekazujemy najwyżej 10 pytań od jednej osoby.")
        await town.passes(timedelta(hours=25))
        await passed_on(town, anna)
        assert words(anna.last) == PASSED


async def test_nothing_is_passed_on_while_nobody_answers_for_the_data() -> None:
    async with town_of(training(), controller=Controller()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        await passed_on(town, anna)
        assert words(anna.last).startswith("Nie wskazano jeszcze administratora danych")


async def test_a_question_at_night_waits_for_the_morning_and_its_answer_does_not() -> None:
    async with town_of(training(), now="2026-04-27T19:55") as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        before = len(heard(maria))
        await town.until(at("2026-04-27T21:00"))
        await passed_on(town, anna)
        assert len(heard(maria)) == before
        await town.until(at("2026-04-28T07:00"))
        assert words(maria.last).startswith("Nowe pytanie")
        await town.until(at("2026-04-28T23:00"))
        await replies(maria, "Tak.")
        assert words(anna.last).startswith("Odpowiedź na pytanie")


async def test_the_second_answer_is_passed_on_as_an_addition() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        piotr = await invited(maria, "+ koordynacja", town.resident("Piotr", "Bąk"))
        anna = await signed_up(town, "Anna")
        await passed_on(town, anna, TEXT, 1)
        await replies(maria, "Tak.")
        assert await replies(piotr, "Link przyjdzie rano.") == (
            "Na to pytanie jest już odpowiedź (Maria Wiśniewska).\nTę wiadomość przekazujemy jako uzupełnienie."
        )
        assert words(anna.last).startswith(f"Uzupełnienie odpowiedzi\n{TEXT}\n\nLink przyjdzie rano.")
        await replies(piotr, "I jeszcze jedno.", -2)
        await replies(piotr, "To wszystko.", -3)
        told = [text.split("\n")[3] for text in heard(anna)[-4:]]
        assert told == ["Tak.", "Link przyjdzie rano.", "I jeszcze jedno.", "To wszystko."]


async def test_whoever_lost_the_role_answers_nothing_any_more() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        piotr = await invited(maria, "+ koordynacja", town.resident("Piotr", "Bąk"))
        anna = await signed_up(town, "Anna")
        number = await passed_on(town, anna)
        await maria.forges(f"oc:coordinator:{piotr.person.id}:1")
        before = len(heard(anna))
        assert await replies(piotr, "Nie.") == NO_RIGHTS
        for press in (f"zc:{number}", f"zk:{number}", f"zq:{number}", "zo", "zp:1"):
            await piotr.forges(press)
            assert toast(piotr) == NO_RIGHTS
        assert len(heard(anna)) == before
        assert TEXT in words(await maria.writes("/pytania"))


async def test_an_answer_can_be_kept_for_all_once_it_is_given() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        number = await passed_on(town, anna, TEXT, 1)
        await maria.presses("Dodaj do częstych pytań")
        assert toast(maria).startswith("Najpierw prosimy o odpowiedź na tę wiadomość.")
        await replies(maria, "Tak, będzie.")
        await anna.forges(f"z:{number}")
        assert toast(anna) == "Na to pytanie jest już odpowiedź."
        assert words(await maria.presses("Dodaj do częstych pytań")) == f"Dodano do częstych pytań\n{TEXT}"
        assert words(await maria.forges(f"zk:{number}")).startswith("To pytanie jest już wśród częstych")
        assert words(await maria.presses("Usuń z\N{NO-BREAK SPACE}częstych pytań")) == "Usunięto z częstych pytań."


async def test_a_question_closed_without_an_answer_waits_no_more() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        piotr = await invited(maria, "+ koordynacja", town.resident("Piotr", "Bąk"))
        anna = await signed_up(town, "Anna")
        await passed_on(town, anna, TEXT, 1)
        assert TEXT in words(await maria.writes("/pytania"))
        assert words(await piotr.presses("Zamknij bez odpowiedzi")) == f"Pytanie zamknięte bez odpowiedzi\n{TEXT}"
        assert "Żadne pytanie nie czeka na odpowiedź." in words(await maria.writes("/pytania"))
        await maria.presses("Zamknij bez odpowiedzi")
        assert toast(maria) == "To pytanie jest już zamknięte bez odpowiedzi."


async def test_a_question_chosen_from_the_list_can_be_replied_to_at_any_hour() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await passed_on(town, anna, TEXT, 1)
        await town.until(at("2026-04-27T22:00"))
        await maria.writes("/pytania")
        assert "Brak w danych: link – 1, przekazane: 1" in words(maria.last)
        await maria.presses("1")
        assert words(maria.last).startswith("Nowe pytanie\nAnna Nowak")
        assert await replies(maria, "Tak.") == TOLD
        await maria.presses("Pytania")
        assert "Żadne pytanie nie czeka na odpowiedź." in words(maria.last)


async def test_what_the_asker_erased_is_nowhere_any_more() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await passed_on(town, anna, TEXT, 1)
        await anna.writes("/privacy")
        assert "Usuniemy też treść pytań." in words(await anna.presses("Usuń moje dane"))
        await anna.presses("Usuń dane")
        before = len(heard(anna))
        assert await replies(maria, "Tak.") == "Tego pytania już nie przechowujemy."
        assert TEXT not in words(await maria.writes("/pytania"))
        assert len(heard(anna)) == before


@pytest.mark.parametrize("text", ["x" * 2001, "ą\n" * 1500])
async def test_an_answer_too_long_for_a_message_is_sent_back(text: str) -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await passed_on(town, anna)
        assert (await replies(maria, text)).startswith("Odpowiedź może mieć najwyżej 2000 znaków.")


async def test_a_reply_to_anything_else_is_no_answer() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await passed_on(town, anna)
        before = len(heard(anna))
        await maria.writes("/help")
        await replies(maria, "Tak.")
        await replies(anna, "Dziękuję.", -1)
        assert not any(text.startswith("Odpowiedź") for text in news(anna, before))


async def test_a_picture_is_no_answer_whatever_is_written_under_it() -> None:
    async with town_of(training()) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await passed_on(town, anna)
        before = len(heard(anna))
        picture = maria.person.sends_photo(caption="Tak, jak na zdjęciu.").content
        maria.person.sends(picture, reply_to=maria.last)
        await town.settle()
        assert words(maria.last).startswith("Ta wiadomość nie pasuje do żadnej z czynności.")
        assert len(heard(anna)) == before
        assert TEXT in words(await maria.writes("/pytania"))
