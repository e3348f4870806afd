"""For whom a message to many is: chosen by buttons that say how many people that is."""

import pytest

from domain.news import Subscription
from domain.ports import Storage
from tests.conversations.hearing import labels, toast, words
from tests.conversations.messages import composed, copies, newest, organiser
from tests.conversations.programmes import training
from tests.conversations.towns import signed_up, town_of

LAW, ROADS = "Prawo opcji", "Drogi gminne"


async def _subscribe(storage: Storage, official_id: int, topic: str, *, everything: bool) -> None:
    topics = {topic: topic} if topic else {}
    async with storage.transaction() as transaction:
        await transaction.news.subscribe(Subscription(official_id, everything=everything, topics=topics))


async def test_list_of_a_training_is_offered_whole_and_in_parts_with_their_numbers() -> None:
    async with town_of(training(LAW, seats=2), training(ROADS, "2026-05-07T09:00")) as town:
        ewa, jan, iga = [await signed_up(town, name) for name in ("Ewa", "Jan", "Iga")]
        await signed_up(town, "Ola", 2)
        await ewa.forges("a:1")
        olga = await organiser(town)
        await olga.forges("rn:1")
        await olga.presses("jednego szkolenia")
        assert "1. Prawo opcji – środa, 6 maja, godz. 9:00 – 3 osoby" in words(olga.last)
        await olga.presses("1")
        assert labels(olga.last) == [
            "Cała lista (3)", "Z miejscem (2)", "Lista rezerwowa (1)", "Niepotwierdzone (1)", "Wstecz",
        ]  # fmt: skip
        await olga.presses("Niepotwierdzone (1)")
        assert words(olga.last).startswith(f"Treść wiadomości\nOdbiorcy: osoby z miejscem, bez potwierdzenia: {LAW}")
        await olga.writes("Prosimy potwierdzić udział.")
        await olga.presses("Wyślij do")
        said = "Prosimy potwierdzić udział."
        assert [copies(each, said) for each in (ewa, jan, iga)] == [0, 1, 0]
        assert words(jan.last).startswith(f"Wiadomość od organizatora · Metropolia Nadmorska\n{LAW} – środa, 6 maja")
        assert labels(jan.last) == ["Szczegóły", "Menu"]


async def test_trainings_to_choose_from_have_their_own_numbers() -> None:
    async with town_of(training(LAW, "2026-05-08T09:00"), training(ROADS, "2026-05-07T09:00")) as town:
        await signed_up(town, "Ola", 2)
        olga = await organiser(town)
        await olga.forges("rn:1")
        rows = words(await olga.presses("jednego szkolenia")).split("\n")[2:]
        assert [row.split(" – ")[0] for row in rows] == [f"2. {ROADS}", f"1. {LAW}"]
        await olga.presses("2")
        assert "Cała lista (1)" in labels(olga.last)


@pytest.mark.parametrize(("audience", "people"), [("listed", "EJI"), ("seated", "EJ"), ("waiting", "I")])
async def test_message_reaches_the_part_of_the_list_that_was_chosen(audience: str, people: str) -> None:
    async with town_of(training(LAW, seats=2)) as town:
        everybody = [await signed_up(town, name) for name in ("Ewa", "Jan", "Iga")]
        olga = await organiser(town)
        number = await composed(olga, audience=audience, which=1)
        await olga.forges(f"rg:{number}:{len(people)}")
        assert "".join(each.person.user.first_name[0] for each in everybody if copies(each)) == people


async def test_people_of_one_institution_are_chosen_from_those_on_the_lists() -> None:
    async with town_of(training(LAW)) as town:
        ewa, jan = [await signed_up(town, name) for name in ("Ewa", "Jan")]
        await ewa.forges("ia:0")
        await ewa.writes("Gdynia")
        olga = await organiser(town)
        await olga.forges("rn:1")
        await olga.presses("jednego urzędu")
        assert words(olga.last) == "Który urząd?\n\n1. Urząd Miasta Gdyni – 1 osoba"
        await olga.presses("1")
        await olga.writes("Do Gdyni")
        assert "Odbiorcy: osoby z jednostki: Urząd Miasta Gdyni – 1 osoba." in words(olga.last)
        await olga.presses("Wyślij do")
        assert [copies(each, "Do Gdyni") for each in (ewa, jan)] == [1, 0]


async def test_people_who_want_news_of_a_topic_are_reached_without_a_place_anywhere() -> None:
    async with town_of(training(LAW, topics=["Prawo"]), training(ROADS, topics=["Drogi"])) as town:
        people = [town.resident(name, "Nowak") for name in ("Ewa", "Jan", "Iga")]
        for person, everything, topics in zip(people, (0, 1, 0), ("prawo", "", "drogi"), strict=True):
            await person.starts()
            await _subscribe(town.bot.storage, person.person.id, topics, everything=bool(everything))
        olga = await organiser(town)
        await olga.forges("rn:1")
        assert "Wszystkie osoby (3)" in labels(olga.last)
        await olga.presses("Według tematu")
        assert words(olga.last) == (
            "Który temat?\nWiadomość dostaną osoby, które chcą wiadomości o nowych szkoleniach na ten temat albo o "
            "wszystkich.\n\n1. Drogi – 2 osoby\n2. Prawo – 2 osoby"
        )
        await olga.presses("2")
        await olga.writes("O prawie")
        await olga.presses("Wyślij do")
        assert [copies(each, "O prawie") for each in people] == [1, 1, 0]


async def test_choosing_other_recipients_keeps_the_text() -> None:
    async with town_of(training(LAW)) as town:
        await signed_up(town, "Ewa")
        olga = await organiser(town)
        await composed(olga, "Zostaje")
        await olga.presses("Zmień odbiorców")
        await olga.presses("jednego szkolenia")
        await olga.presses("1")
        await olga.presses("miejscem (1)")
        assert "Odbiorcy: osoby z miejscem na szkoleniu: Prawo opcji – 1 osoba." in words(olga.last)


@pytest.mark.parametrize("press", ["rd:{}:listed:99", "rd:{}:institution:99", "rd:{}:seated:0"])
async def test_training_or_institution_of_nobody_is_refused(press: str) -> None:
    async with town_of(training(LAW)) as town:
        olga = await organiser(town)
        await olga.forges("rn:1")
        await olga.forges(press.format(await newest(town)))
        assert toast(olga) == "Ta funkcja jest dla organizatorów."


@pytest.mark.parametrize(
    ("press", "said"),
    [("rt:{}:9", "Które szkolenie?"), ("ri:{}:9", "Na listach nie ma"), ("rc:{}:9", "Szkolenia programu nie mają")],
)
async def test_page_that_is_not_there_shows_the_last(press: str, said: str) -> None:
    async with town_of(training(LAW)) as town:
        olga = await organiser(town)
        await olga.forges("rn:1")
        await olga.forges(press.format(await newest(town)))
        assert words(olga.last).startswith(said)
