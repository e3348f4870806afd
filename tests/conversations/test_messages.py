"""Messages to many: written, addressed, looked at, sent, counted."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident
from domain.official import Role
from tests.conversations.hearing import heard, labels, toast, words
from tests.conversations.messages import TEXT, composed, copies, crowd, organiser
from tests.conversations.programmes import training
from tests.conversations.towns import at, signed_up, town_of


async def test_message_is_composed_looked_at_tried_and_sent_to_everybody_once() -> None:
    async with town_of(training()) as town:
        people = await crowd(town, 3)
        olga = await organiser(town)
        assert words(await olga.writes("/ogloszenie")).startswith("Wiadomości do wielu osób\n\nNie było jeszcze")
        await olga.presses("Nowa wiadomość")
        assert "Wszystkie osoby (3)" in labels(olga.last)
        await olga.presses("Wszystkie osoby (3)")
        assert words(olga.last).startswith("Treść wiadomości\nOdbiorcy: wszystkie osoby w programie – 3 osoby.")
        await olga.writes(TEXT)
        assert heard(olga)[-2] == f"Wiadomość od organizatora · Metropolia Nadmorska\n\n{TEXT}"
        assert words(olga.last) == (
            "Tak zobaczą to odbiorcy ⬆️\n\n"
            "Odbiorcy: wszystkie osoby w programie – 3 osoby.\n"
            "Wyjdzie od razu, wysyłka zajmie około 1 sekundy. Kto ma teraz ciszę, dostanie wiadomość później."
        )
        assert labels(olga.last) == [
            "Popraw treść", "Zmień odbiorców", "Wyślij próbnie do mnie", "Wyślij do 3 osób", "Odrzuć",
        ]  # fmt: skip
        await olga.presses("Wyślij próbnie do mnie")
        assert toast(olga) == "Wysłano próbnie, tylko tutaj."
        assert [copies(each) for each in people] == [0, 0, 0]
        assert copies(olga) == 2
        await olga.presses("Wyślij do")
        assert toast(olga) == "Wysyłka rozpoczęta."
        assert [copies(each) for each in people] == [1, 1, 1]
        assert heard(olga)[-2].startswith("Wysłano\nDostarczono do 3 osób\nCzas: 1 sekunda\n\nOdbiorcy: wszystkie")
        assert words(await olga.writes("/message")).endswith("1. wszystkie osoby w programie – dostarczona: 3 z 3")


async def test_text_may_come_before_the_recipients_are_chosen() -> None:
    async with town_of(training()) as town:
        await crowd(town, 2)
        olga = await organiser(town)
        await olga.writes("/ogloszenie")
        await olga.presses("Nowa wiadomość")
        assert words(olga.last).endswith("Treść można napisać teraz albo w następnym kroku.")
        assert words(await olga.writes(TEXT)).startswith("Kto ma dostać wiadomość?\n")
        assert words(olga.last).endswith("✅ Zapisano treść.")
        assert words(await olga.presses("Wszystkie osoby")).startswith("Tak zobaczą to odbiorcy")
        assert heard(olga)[-2].endswith(TEXT)
        assert "Budżet" in words(await olga.writes("Kiedy jest budżet gminy?"))
        await olga.writes("Dziękuję")
        await olga.presses("Popraw treść")
        await olga.presses("Wstecz")
        await olga.presses("Wszystkie osoby")
        assert not [text for text in heard(olga) if text.endswith("Dziękuję")]


async def test_what_stands_behind_the_command_is_the_text() -> None:
    async with town_of(training()) as town:
        (anna,), olga = await crowd(town, 1), await organiser(town)
        text = "Prosimy zabrać:\n• <dowód> & legitymację"
        assert words(await olga.writes(f"/ogloszenie {text}")).endswith("✅ Zapisano treść.")
        await olga.presses("Wszystkie osoby (1)")
        assert heard(olga)[-2].endswith(f"\n\n{text}")
        await olga.presses("Wyślij do")
        assert copies(anna, text) == 1
        assert words(await anna.writes("/ogloszenie Dzień dobry")) == "Ta funkcja jest dla organizatorów."
        assert "teraz jest ich 4000" in words(await olga.writes("/ogloszenie " + "a" * 4000))


async def test_text_can_be_changed_and_a_press_on_send_twice_sends_once() -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        olga = await organiser(town)
        number = await composed(olga, "Pierwsza wersja")
        await olga.presses("Popraw treść")
        assert "Treść wiadomości" in words(olga.last)
        await olga.writes("Druga wersja?")
        for _ in range(2):
            await olga.forges(f"rg:{number}:1")
        assert (copies(ewa, "Pierwsza wersja"), copies(ewa, "Druga wersja?")) == (0, 1)
        assert toast(olga) == "Wysyłka tej wiadomości jest już zakończona."
        await olga.forges(f"rw:{number}")
        assert toast(olga) == "Wysyłka tej wiadomości jest już zakończona."


async def test_bold_words_and_links_stay_and_what_looks_like_markup_is_only_text() -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        olga = await organiser(town)
        number = await composed(olga)
        await olga.presses("Popraw treść")
        entities = [
            {"type": "bold", "offset": 0, "length": 5},
            {"type": "text_link", "offset": 6, "length": 4, "url": "https://example.org/?a=1&lt=2&quot=3"},
        ]
        olga.person.sends({"text": "Uwaga link <b>x</b> & 1 < 2\nwiersz", "entities": entities})
        await town.settle()
        await olga.forges(f"rg:{number}:1")
        got = ewa.last.content
        assert got["text"].endswith("\n\nUwaga link <b>x</b> & 1 < 2\nwiersz")
        kinds = [each["type"] for each in got["entities"]]
        assert (kinds.count("bold"), kinds.count("text_link")) == (2, 1)
        assert [each["url"] for each in got["entities"] if "url" in each] == ["https://example.org/?a=1&lt=2&quot=3"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("x" * 3501, "Treść nie mieści się w 3500 znakach, teraz jest ich 3501."),
        ("🎉" * 1751, "Treść nie mieści się w 3500 znakach, teraz jest ich 3502."),
        ("\u202e", "Potrzebna jest sama treść"),
    ],
    ids=["too long", "too long in Telegram's units", "nothing to see"],
)
async def test_text_that_cannot_be_sent_is_refused_and_still_waited_for(text: str, answer: str) -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        olga = await organiser(town)
        number = await composed(olga, text)
        assert words(olga.last).startswith(answer)
        await olga.writes("x" * 3500)
        await olga.forges(f"rg:{number}:1")
        assert copies(ewa, "x" * 3500) == 1


async def test_picture_with_a_caption_is_no_text() -> None:
    async with town_of(training()) as town:
        olga = await organiser(town)
        await composed(olga)
        await olga.presses("Popraw treść")
        olga.person.sends_photo(caption="Zdjęcie sali")
        await town.settle()
        assert words(olga.last).startswith("Potrzebna jest sama treść, bez zdjęć i plików.")


async def test_number_that_changed_meanwhile_is_shown_instead_of_sending() -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        olga = await organiser(town)
        await composed(olga)
        shown = olga.last
        await signed_up(town, "Jan")
        await olga.presses("Wyślij do")
        assert toast(olga).startswith("Liczba odbiorców się zmieniła, nic nie wyszło.")
        assert copies(ewa) == 0
        assert "Wyślij do 2 osób" in labels(shown)
        await olga.presses("Wyślij do")
        assert copies(ewa) == 1


async def test_message_to_nobody_cannot_be_sent() -> None:
    async with town_of(training()) as town:
        olga = await organiser(town)
        number = await composed(olga)
        assert "W tej grupie nie ma teraz nikogo." in words(olga.last)
        assert not any(label.startswith("Wyślij do") for label in labels(olga.last))
        await olga.forges(f"rg:{number}:0")
        assert toast(olga).startswith("Liczba odbiorców się zmieniła")


async def test_blocked_uncertain_and_erased_people_are_counted_and_named_for_the_telephone() -> None:
    async with town_of(training()) as town:
        blocked, leaving, *_ = await crowd(town, 3)
        olga = await organiser(town)
        await composed(olga)
        blocked.person.blocks()
        await town.settle()
        await olga.presses("Wyślij do")
        await leaving.forges("de")
        totals = heard(olga)[-1]
        assert "Dostarczono do 2 osób" in totals
        assert "Nie dotarło (blokada bota lub usunięte konto): 1" in totals
        await olga.presses("Do kogo zadzwonić")
        assert words(olga.last) == (
            "Do kogo zadzwonić\nOdbiorcy: wszystkie osoby w programie\n\n"
            "• Osoba Aa Nowak: blokada bota w Telegramie albo nieczynne konto"
        )
        await olga.presses("Wstecz")
        assert "Usunięte dane: 1" in words(olga.last)


async def test_discarded_message_is_never_sent() -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        olga = await organiser(town)
        number = await composed(olga)
        await olga.presses("Odrzuć")
        assert words(olga.last) == "Wiadomość odrzucona, nic nie wyszło."
        await olga.forges(f"rg:{number}:1")
        assert (toast(olga), copies(ewa)) == ("Ta wiadomość została odrzucona.", 0)


ONE = ["ra", "rw", "rv", "rm", "rx", "rb", "rp", "rr", "re", "rk", "rz"]
MORE = {"rt": "1", "ri": "1", "rc": "1", "rl": "1", "rd": "everyone:0", "rs": "abcdef", "rg": "1", "ru": "1"}


async def _answers(person: Resident, number: int) -> set[str]:
    """Press everything there is about a message; return all that flashed over the chat."""
    presses = [f"{code}:{number}" for code in ONE] + [f"{code}:{number}:{more}" for code, more in MORE.items()]
    answers = set()
    for press in ["rn:1", *presses]:
        await person.forges(press)
        answers.add(toast(person))
    return answers


@pytest.mark.parametrize("who", ["participant", "trainer", "coordinator of another programme"])
async def test_every_press_of_somebody_without_the_right_is_refused(who: str) -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        olga = await organiser(town)
        number = await composed(olga)
        async with town.bot.storage.transaction() as transaction:
            await transaction.trainings.add_programme("Inny", None, "Europe/Warsaw", "{}")
        await ewa.starts()
        role = Role.TRAINER if who == "trainer" else Role.COORDINATOR
        other = ewa if who == "participant" else await organiser(town, "Ida", role, 2)
        before = heard(other)
        assert await _answers(other, number) == {"Ta funkcja jest dla organizatorów."}
        assert heard(other) == before
        await olga.presses("Wyślij do")
        assert copies(ewa) == 1


async def test_message_that_does_not_exist_is_refused_like_a_foreign_one() -> None:
    async with town_of(training()) as town:
        olga = await organiser(town)
        await olga.forges("rv:99")
        assert toast(olga) == "Ta funkcja jest dla organizatorów."


async def test_command_is_for_organisers() -> None:
    async with town_of(training()) as town:
        (ewa,) = await crowd(town, 1)
        await ewa.starts()
        assert words(await ewa.writes("/ogloszenie")) == "Ta funkcja jest dla organizatorów."


async def test_at_night_it_waits_for_the_morning_unless_the_training_is_near() -> None:
    async with town_of(training(), training("Bliskie", "2026-04-28T09:00"), now="2026-04-27T15:00") as town:
        ewa = await signed_up(town, "Ewa", 1, 2)
        olga = await organiser(town)
        await town.until(at("2026-04-27T19:40"))
        await composed(olga)
        assert "Wyjdzie jutro o 8:00, wysyłka zajmie około 1 sekundy." in words(olga.last)
        await olga.presses("Wyślij do")
        assert toast(olga) == "Wiadomość wyjdzie jutro o 8:00."
        assert "Dalszy ciąg: jutro o 8:00" in heard(olga)[-1]
        number = await composed(olga, "Sala 12", "listed", 2)
        assert "Wyjdzie od razu" in words(olga.last)
        await olga.forges(f"rg:{number}:1")
        assert (copies(ewa), copies(ewa, "Sala 12")) == (0, 1)
        await town.until(at("2026-04-28T07:59"))
        assert copies(ewa) == 0
        await town.until(at("2026-04-28T08:00") + timedelta(seconds=5))
        assert copies(ewa) == 1
