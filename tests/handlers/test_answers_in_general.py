"""Answers about several trainings and about none, and the buttons under every answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.faq import Faq
from domain.official import Language
from domain.ports import Occupancy, Stored
from domain.question.answer import Answer, Behaviour, Courtesy, Intent
from domain.training import Contact, Programme
from handlers.buttons import Follow, JoinQueue, PassOn, ShowCard, ShowHelp, ShowList, ShowMenu, ShowMine, SignUp
from handlers.reply import Reply
from tests.handlers.answers import EN, PL, asked, said, stated, text
from tests.handlers.samples import CALLED_OFF, FORM, FULL, PROGRAMME, SEATS, SERVICE, UPCOMING

OTHER = replace(PROGRAMME, id=2, name="Szkolenia klonowe", coordinator=Contact("Jan Lis"), signup_url=None)
GENERAL = replace(PROGRAMME, signup_url="https://lipowo.example.org/zapisy")


def presses(reply: Reply) -> list[list[object]]:
    return [[button.press for button in row] for row in reply.rows]


def many(count: int) -> tuple[Stored, ...]:
    return tuple(Stored(replace(SEATS, id=number), Occupancy(13, 12, 0)) for number in range(1, count + 1))


def test_list_has_a_line_for_each_training_with_its_town_and_seats() -> None:
    assert text(asked(Intent.LIST, *UPCOMING)) == (
        "Pasuje 6 szkoleń:\n\n"
        "12. czw., 7 maja, 9:00 – Archiwum urzędu krok po kroku · Lipowo · 12 miejsc\n"
        "13. czw., 7 maja – Wycinka drzew po zmianie ustawy · zapisy otwarte\n"
        "14. wt., 12 maja, 10:00 – Dostępne pisma · online · lista rezerwowa\n"
        "16. śr., 20 maja, 9:00 – Budżet od zera · odwołane\n"
        "17. czw., 21 maja, 9:00 – Narada skarbników · tylko dla członków · brak miejsc\n"
        "15. 29 czerwca–1 lipca – Zjazd kancelarii · Świerkowo · zapisy u organizatora\n\n"
        "Źródło: Szkolenia lipowe"
    )


def test_list_in_english() -> None:
    told = text(asked(Intent.LIST, *UPCOMING[:2], language=EN))
    assert told.startswith("2 trainings fit:\n\n12. Thu 7 May, 9:00 – Archiwum urzędu krok po kroku")


def test_past_trainings_of_a_list_keep_their_day() -> None:
    told = text(asked(Intent.LIST, *UPCOMING[:2]), now=datetime(2027, 1, 4, tzinfo=UTC))
    assert "12. czw., 7 maja 2026, 9:00 – Archiwum urzędu krok po kroku · Lipowo · już się odbyło" in told


def test_past_trainings_are_told_as_past_beside_the_fact() -> None:
    told = text(asked(Intent.PRICE, *UPCOMING[:2]), now=datetime(2027, 1, 4, tzinfo=UTC))
    assert "Lipowo · już się odbyło · bezpłatne\n" in told
    assert told.count("już się odbyło · nie podano") == 1
    status = text(asked(Intent.STATUS, *UPCOMING[:2]), now=datetime(2027, 1, 4, tzinfo=UTC))
    assert status.count("już się odbyło") == 2


def test_near_days_of_a_list_are_told_by_date() -> None:
    assert "czw., 7 maja, 9:00" in text(asked(Intent.LIST, *UPCOMING[:2]), now=datetime(2026, 5, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("count", "head", "more"),
    [
        (2, "Pasują 2 szkolenia:", None),
        (11, "Pasuje 11 szkoleń:", "… i jeszcze 1 szkolenie. Najbliższe terminy: /szkolenia"),
        (12, "Pasuje 12 szkoleń:", "… i jeszcze 2 szkolenia. Najbliższe terminy: /szkolenia"),
        (22, "Pasują 22 szkolenia:", "… i jeszcze 12 szkoleń. Najbliższe terminy: /szkolenia"),
    ],
)
def test_list_shows_ten_and_counts_the_rest(count: int, head: str, more: str | None) -> None:
    told = text(asked(Intent.LIST, *many(count))).splitlines()
    assert told[0] == head
    assert sum(" – Archiwum" in line for line in told) == min(count, 10)
    assert (more in told) if more else not any(line.startswith("…") for line in told)


def test_one_training_found_is_told_in_full() -> None:
    assert text(asked(Intent.LIST, stated())) == text(asked(Intent.DETAILS, stated()))


@pytest.mark.parametrize(
    ("intent", "facts"),
    [
        (Intent.PRICE, ["bezpłatne", "nie podano", "149,50 zł", "odwołane · nie podano"]),
        (Intent.WHERE, ["Lipowo, Dom Kultury, sala 12", "online", "oraz online", "odwołane · nie podano"]),
        (Intent.SEATS, ["12 miejsc", "lista rezerwowa", "nie podano", "odwołane"]),
        (Intent.SIGNUP, ["/zapisz 12", "/zapisz 14", "https://formularz.example.org/zjazd", "odwołane"]),
        (Intent.WITHDRAW, ["/wypisz 12", "/wypisz 14", "hanna@example.org", "odwołane"]),
        (Intent.CERTIFICATE, ["z zaświadczeniem", "nie podano", "nie podano", "odwołane · nie podano"]),
        (Intent.DEADLINE, ["zapisy do 6 maja, 12:00", "nie podano", "nie podano", "odwołane · nie podano"]),
        (Intent.STATUS, ["odbędzie się", "odbędzie się", "odbędzie się", "odwołane"]),
        (Intent.SPEAKERS, ["Adam Wierzba, Ewa Jesion", "nie podano", "nie podano", "odwołane · nie podano"]),
        (Intent.AGENDA, ["2 punkty programu", "nie podano", "nie podano", "odwołane · nie podano"]),
        (Intent.LINK, ["nie podano", "spotkania.example.org/pisma", "spotkania.example.org/zjazd", "nie podano"]),
    ],
)
def test_clarifying_tells_the_fact_of_each(intent: Intent, facts: list[str]) -> None:
    about = (UPCOMING[0], UPCOMING[2], Stored(FORM, Occupancy(0, None, 0)), stated(CALLED_OFF, Occupancy(0, None, 0)))
    head, rows, _ = text(asked(intent, *about, behaviour=Behaviour.CLARIFY)).split("\n\n")
    assert head == "Pasuje kilka szkoleń. O które chodzi?"
    assert [row.endswith(told) for row, told in zip(rows.splitlines(), facts, strict=True)] == [True] * 4, rows


def test_clarifying_when_tells_the_whole_day() -> None:
    told = text(asked(Intent.WHEN, *UPCOMING[:2], behaviour=Behaviour.CLARIFY))
    assert "12. czwartek, 7 maja, godz. 9:00–12:30 – Archiwum urzędu krok po kroku · Lipowo\n" in told
    assert "13. czwartek, 7 maja, godzina do potwierdzenia – Wycinka drzew po zmianie ustawy\n" in told


def test_clarifying_lists_every_candidate() -> None:
    told = text(asked(Intent.PRICE, *many(14), behaviour=Behaviour.CLARIFY))
    assert sum(" – Archiwum" in line for line in told.splitlines()) == 14


def general(
    intent: Intent, *, programmes: tuple[Programme, ...] = (), faq: Faq | None = None, language: Language = PL
) -> Answer:
    return Answer(intent, Behaviour.ANSWER, language, programmes=programmes, faq=faq)


def test_how_to_sign_up_names_the_chat_and_the_form() -> None:
    told = text(general(Intent.SIGNUP, programmes=(GENERAL,)))
    assert "/zapisz" in told
    assert told.endswith("Ogólny formularz zapisów: https://lipowo.example.org/zapisy")
    english = text(general(Intent.SIGNUP, programmes=(GENERAL,), language=EN))
    assert english.endswith("General sign-up form: https://lipowo.example.org/zapisy")


def test_forms_of_several_programmes_are_told_by_programme() -> None:
    told = text(general(Intent.SIGNUP, programmes=(GENERAL, OTHER)))
    assert told.endswith("Ogólny formularz zapisów, Szkolenia lipowe: https://lipowo.example.org/zapisy")
    assert "formularz zapisów" not in text(general(Intent.SIGNUP, programmes=(OTHER,)))


def test_how_to_withdraw_names_the_command_and_what_is_often_answered() -> None:
    often = Faq(1, 1, "koszty", "Do kiedy?", "Do 3 dni przed szkoleniem.")
    told = text(general(Intent.WITHDRAW, faq=often))
    assert "/wypisz" in told
    assert told.endswith("\n\nDo 3 dni przed szkoleniem.")


def test_contacts_are_the_coordinators() -> None:
    hanna = "Hanna Brzozowska, koordynatorka, 12 345 67 89, hanna@example.org"
    assert text(general(Intent.CONTACT, programmes=(PROGRAMME,))) == f"Kontakt: {hanna}"
    both = text(general(Intent.CONTACT, programmes=(PROGRAMME, OTHER)))
    assert both == f"Kontakt, Szkolenia lipowe: {hanna}\nKontakt, Szkolenia klonowe: Jan Lis"
    nobody = text(general(Intent.CONTACT, programmes=(replace(PROGRAMME, coordinator=None),)))
    assert nobody.startswith("Nie mam takiej informacji")


def test_own_sign_ups_and_help_say_what_to_do() -> None:
    assert text(general(Intent.MINE)) == "Własne zapisy pokazuje /moje w prywatnej rozmowie z botem."
    assert text(general(Intent.MINE, language=EN)).startswith("/my in the private chat")
    notices = replace(general(Intent.MINE), notices=True)
    assert text(notices).startswith("Co wysłano, co jeszcze przyjdzie i dlaczego, pokazuje /dlaczego w prywatnej")
    assert text(general(Intent.HELP)).count("?") == 4


def test_question_often_asked_is_answered_as_written() -> None:
    often = Faq(1, 1, "obiad", "Czy jest obiad?", "Tak, o 13:00 <w bufecie>.\nKawa & herbata przez cały dzień.")
    told = "Czy jest obiad?\nTak, o 13:00 <w bufecie>.\nKawa & herbata przez cały dzień."
    assert text(general(Intent.FAQ, faq=often)) == told
    of_one = replace(asked(Intent.FAQ, stated()), faq=often)
    assert text(of_one) == f"{told}\n\nArchiwum urzędu krok po kroku – czwartek, 7 maja, godz. 9:00–12:30"


def test_nothing_found_offers_the_nearest_topics() -> None:
    found = asked(Intent.LIST, behaviour=Behaviour.NOT_FOUND)
    assert text(found) == "W programie nie ma szkolenia, które pasuje do tego pytania."
    assert text(replace(found, topics=("RODO", "drogi"))).endswith("\nNajbliższe tematy: RODO, drogi.")


def test_what_is_out_of_scope_is_declined_in_one_sentence() -> None:
    told = text(asked(Intent.OUT_OF_SCOPE, behaviour=Behaviour.DECLINE))
    assert told == (
        "To pytanie wykracza poza szkolenia – tu można zapytać o ich terminy, miejsca, zapisy, koszty i program."
    )


@pytest.mark.parametrize("courtesy", Courtesy)
@pytest.mark.parametrize("language", [PL, EN])
def test_small_talk_is_one_line(courtesy: Courtesy, language: Language) -> None:
    found = asked(Intent.SMALLTALK, behaviour=Behaviour.SMALLTALK)
    lines = text(replace(found, language=language, courtesy=courtesy)).splitlines()
    assert len(lines) == 1
    assert lines[0]


# Buttons


def test_one_training_offers_the_likely_act_first() -> None:
    reply = said(asked(Intent.PRICE, stated()), question=7)
    assert presses(reply) == [[SignUp(12)], [ShowCard(12), PassOn(7)], [ShowMenu()]]
    assert [button.label for row in reply.rows for button in row] == ["Zapisz mnie", "Szczegóły", "To nie to", "Menu"]
    full = said(asked(Intent.SEATS, stated(FULL, Occupancy(5, 0, 0))))
    assert presses(full) == [[JoinQueue(14)], [ShowCard(14)], [ShowMenu()]]
    form = said(asked(Intent.SIGNUP, stated(FORM, Occupancy(0, None, 0))))
    assert form.rows[0][0].url == "https://formularz.example.org/zjazd"
    assert presses(form)[1:] == [[Follow(15)], [ShowCard(15)], [ShowMenu()]]


def test_withdrawing_offers_ones_own_sign_ups() -> None:
    assert presses(said(asked(Intent.WITHDRAW, stated()))) == [[ShowCard(12)], [ShowMine(), ShowMenu()]]


def test_what_is_not_known_can_be_passed_on() -> None:
    found = asked(Intent.PRICE, stated(price_pln=None))
    reply = said(found, question=7)
    assert presses(reply) == [[PassOn(7)], [ShowCard(12), ShowMenu()]]
    assert "odpowiedź przyjdzie tutaj" in reply.text
    assert presses(said(found)) == [[ShowCard(12), ShowMenu()]]
    assert "odpowiedź przyjdzie tutaj" not in said(found).text


def test_nothing_found_leads_to_the_list_or_to_the_organiser() -> None:
    found = asked(Intent.LIST, behaviour=Behaviour.NOT_FOUND)
    assert presses(said(found, question=7)) == [[ShowList()], [PassOn(7)], [ShowMenu()]]


@pytest.mark.parametrize("behaviour", [Behaviour.ANSWER, Behaviour.CLARIFY])
def test_several_trainings_have_a_number_each_at_most_ten(behaviour: Behaviour) -> None:
    found = presses(said(asked(Intent.PRICE, *many(14), behaviour=behaviour), question=7))
    cards = [press for row in found for press in row if isinstance(press, ShowCard)]
    assert cards == [ShowCard(number) for number in range(1, 11)]
    assert found[2:] == [[PassOn(7)], [ShowList(), ShowMenu()]]


def test_small_talk_and_declining_lead_to_what_the_bot_can_do() -> None:
    for behaviour in (Behaviour.SMALLTALK, Behaviour.DECLINE):
        found = presses(said(asked(Intent.SMALLTALK, behaviour=behaviour), question=7))
        assert found == [[ShowList()], [ShowHelp(), ShowMenu()]]


@pytest.mark.parametrize("behaviour", Behaviour)
def test_group_has_only_the_way_to_the_private_chat(behaviour: Behaviour) -> None:
    one = said(asked(Intent.PRICE, stated(), behaviour=behaviour), private=False, question=7)
    assert [[button.url for button in row] for row in one.rows] == [[SERVICE.deep_link(12)]]
    assert presses(one) == [[None]]
    assert "odpowiedź przyjdzie tutaj" not in one.text


def test_group_is_led_to_the_chat_when_several_trainings_fit() -> None:
    reply = said(asked(Intent.LIST, *UPCOMING), private=False)
    assert [[button.url for button in row] for row in reply.rows] == [[SERVICE.chat]]
