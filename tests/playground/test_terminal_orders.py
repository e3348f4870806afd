"""What lines mean, whom and what they name, and the words that answer them."""

import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.chats import Chat
from playground.clock import MORNING
from playground.stage import Phone
from playground.terminal import orders
from playground.terminal.looking import call_of, chats_meant, people_meant, plain
from playground.terminal.orders import Order, read
from playground.terminal.texts import COUNTED, HELP, TEXTS
from playground.terminal.words import Words, language_of
from playground.world import World


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("", orders.Nothing()),
        ("   ", orders.Nothing()),
        ("7", orders.Press(7)),
        ("007 ", orders.Press(7)),
        (" 7", orders.Write("7")),
        ("600100200", orders.Write("600100200")),
        ("٣", orders.Write("٣")),
        ("/moje", orders.Write("/moje")),
        ("co w czwartek?", orders.Write("co w czwartek?")),
        (" :)", orders.Write(":)")),
        (":)", orders.Unknown(")")),
        (":", orders.Unknown("")),
        (":start", orders.Start("")),
        (":start s12", orders.Start("s12")),
        (":START https://t.me/bot?start=s12", orders.Start("https://t.me/bot?start=s12")),
        (":start a b", orders.Misused("start")),
        (":who", orders.Who("")),
        (":who organiser", orders.Who("organiser")),
        (":who +", orders.Plain("invite")),
        (":chat", orders.Where("")),
        (":chat Referat szkoleń", orders.Where("Referat szkoleń")),
        (":reply 12 Tak, będę", orders.Write("Tak, będę", 12)),
        (":reply 12", orders.Misused("reply")),
        (":reply Tak", orders.Misused("reply")),
        (":forward 3", orders.Forward(3)),
        (":save 3 moje plany.ics", orders.Save(3, "moje plany.ics")),
        (":save 3", orders.Misused("save")),
        (":block", orders.Plain("block")),
        (":block now", orders.Misused("block")),
        (":429", orders.Mishap("flood")),
        (":cut", orders.Mishap("cut")),
        (":calls", orders.Calls(10)),
        (":calls 100", orders.Calls(100)),
        (":calls 101", orders.Misused("calls")),
        (":language EN", orders.Speak("en")),
        (":language de", orders.Misused("language")),
        (":reset", orders.Plain("reset")),
        (":help", orders.Plain("help")),
        (":quit", orders.Plain("quit")),
        (":dance", orders.Unknown("dance")),
    ],
)
def test_line_means_one_thing(line: str, order: Order) -> None:
    assert read(line) == order


@pytest.mark.parametrize(
    ("line", "order"),
    [
        (":clock", orders.Clock()),
        (":clock +1d", orders.Clock({"act": "pass", "minutes": 1440})),
        (":clock +2H", orders.Clock({"act": "pass", "minutes": 120})),
        (":clock + 30 m", orders.Clock({"act": "pass", "minutes": 30})),
        (":clock +31d", orders.Clock({"act": "pass", "minutes": 44640})),
        (":clock +32d", orders.Misused("clock")),
        (":clock +0m", orders.Misused("clock")),
        (":clock -1d", orders.Misused("clock")),
        (":clock next", orders.Clock({"act": "next"})),
        (":clock run", orders.Clock({"act": "run"})),
        (":clock run 60", orders.Clock({"act": "run", "speed": 60})),
        (":clock run 10", orders.Clock({"act": "run", "speed": 10})),
        (":clock run 7", orders.Misused("clock")),
        (":clock pause", orders.Clock({"act": "pause"})),
    ],
)
def test_clock_moves_forwards_and_within_a_month(line: str, order: Order) -> None:
    assert read(line) == order


@given(st.text())
def test_every_line_means_something(line: str) -> None:
    match read(line):
        case orders.Misused(command):
            assert command in HELP["pl"]
        case orders.Write(text):
            assert text == text.strip() != ""
        case order:
            assert isinstance(order, Order)


@pytest.mark.parametrize("texts", [TEXTS, COUNTED, HELP], ids=["texts", "counted", "help"])
def test_both_languages_say_the_same(texts: dict[str, dict[str, object]]) -> None:
    assert [*texts["pl"]] == [*texts["en"]]
    fields = [
        {key: set(re.findall(r"\{(\w+)", str(text))) for key, text in texts[language].items()} for language in texts
    ]
    assert fields[0] == fields[1]


def test_every_text_can_be_filled_in() -> None:
    for texts in TEXTS.values():
        for text in texts.values():
            assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))


@pytest.mark.parametrize(
    ("count", "polish", "english"),
    [
        (1, "Anna: 1 nowa wiadomość (:who anna)", "Anna: 1 new message (:who anna)"),
        (2, "Anna: 2 nowe wiadomości (:who anna)", "Anna: 2 new messages (:who anna)"),
        (5, "Anna: 5 nowych wiadomości (:who anna)", "Anna: 5 new messages (:who anna)"),
        (12, "Anna: 12 nowych wiadomości (:who anna)", "Anna: 12 new messages (:who anna)"),
        (22, "Anna: 22 nowe wiadomości (:who anna)", "Anna: 22 new messages (:who anna)"),
    ],
)
def test_counts_take_their_plural(count: int, polish: str, english: str) -> None:
    for language, sentence in [("pl", polish), ("en", english)]:
        assert Words(language).count("unread", count, place="Anna", command=":who anna") == sentence


def test_instants_and_sizes_are_written_as_people_write_them() -> None:
    assert Words("pl").moment(MORNING) == "poniedziałek, 27 kwietnia 2026, 8:00"
    assert Words("en").moment(MORNING) == "Monday, 27 April 2026, 8:00"
    assert [Words("pl").size(size) for size in (0, 999, 1000, 12345)] == ["0 B", "999 B", "1,0 kB", "12,3 kB"]
    assert Words("en").size(1500) == "1.5 kB"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "pl"),
        ({"LANG": "C"}, "pl"),
        ({"LANG": "pl_PL.UTF-8"}, "pl"),
        ({"LANG": "de_DE.UTF-8"}, "pl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "pl_PL.UTF-8"}, "pl"),
        ({"LANG": "pl_PL.UTF-8", "LC_ALL": "", "LC_MESSAGES": "en_US"}, "en"),
    ],
)
def test_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


@pytest.fixture
def phones() -> list[Phone]:
    world = World()
    people = [("Anna", "Nowak"), ("Maria", "Wiśniewska"), ("Łucja", "Żak"), ("Marek", "Annowski"), ("Anna", "Król")]
    roles = ["official", "organiser", "official", "official", "official"]
    return [Phone(world.person(*name), role) for name, role in zip(people, roles, strict=True)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("organiser", ["Maria Wiśniewska"]),
        ("organizator", ["Maria Wiśniewska"]),
        ("wisniewska", ["Maria Wiśniewska"]),
        ("MARIA", ["Maria Wiśniewska"]),
        ("lucja", ["Łucja Żak"]),
        ("zak", ["Łucja Żak"]),
        ("anna", ["Anna Nowak", "Anna Król"]),
        ("anna nowak", ["Anna Nowak"]),
        ("annow", ["Marek Annowski"]),
        ("mar", ["Maria Wiśniewska", "Marek Annowski"]),
        ("iew", ["Maria Wiśniewska"]),
        ("piotr", []),
    ],
)
def test_person_is_found_by_role_or_part_of_the_name(phones: list[Phone], wanted: str, found: list[str]) -> None:
    assert [phone.person.name for phone in people_meant(phones, wanted, Words("pl"))] == found


def test_everyone_is_called_so_that_nobody_else_is_meant(phones: list[Phone]) -> None:
    words = Words("pl")
    calls = [call_of(phone, phones, words) for phone in phones]
    assert calls == ["anna nowak", "maria", "lucja", "marek", "anna krol"]
    assert [people_meant(phones, call, words) for call in calls] == [[phone] for phone in phones]


def test_chat_is_found_by_kind_or_title() -> None:
    private, group, channel = Chat(1, "private"), Chat(-2, "supergroup", "Referat szkoleń"), Chat(-3, "channel", "Łąki")
    chats = [private, group, channel]
    assert chats_meant(chats, "bot") == [private]
    assert chats_meant(chats, "group") == chats_meant(chats, "SZKOLEN") == [group]
    assert chats_meant(chats, "kanał") == chats_meant(chats, "laki") == [channel]
    assert chats_meant(chats, "zebranie") == []


def test_plain_text_has_neither_capitals_nor_accents() -> None:
    assert plain("Zażółć GĘŚLĄ jaźń, Łódź") == "zazolc gesla jazn, lodz"
