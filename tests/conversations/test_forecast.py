"""The forecast: what organisers read of the days to come."""

from datetime import timedelta

from domain.official import Role
from tests.conversations.announcements import ONE, pasted
from tests.conversations.chats import bound_channel, coordinator, published
from tests.conversations.forecasts import opened, reminded
from tests.conversations.hearing import labels, words
from tests.conversations.messages import composed, crowd, organiser
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import at, queue_of, signed_up, town_of

HEAD = "Co wyjdzie w ciągu 14 dni"
HOW = "Numer otwiera szczegóły: treść, a gdzie to możliwe, także wstrzymanie i inną godzinę."
NOTHING = "Na razie nic. Tu pojawiają się przypomnienia dla osób z zapisem, zmiany i zaplanowane ogłoszenia."
NO_RIGHTS = "Ta funkcja jest dla organizatorów."


async def test_forecast_tells_by_day_what_goes_out_when_and_to_how_many() -> None:
    async with town_of(training(capacity=3), training("Archiwum", "2026-05-07T09:00")) as town:
        olga = await organiser(town)
        await queue_of(town, "Anna", "Jan")
        await signed_up(town, "Ewa", 2)
        said = words(await olga.writes("/prognoza"))
        assert said == "\n".join(
            [
                HEAD,
                "",
                "We wtorek, 5 maja",
                f"1. 14:00 · przypomnienie dzień wcześniej: {BUDGET} · 2 osoby",
                "",
                "W środę, 6 maja",
                f"2. 8:00 · przypomnienie tuż przed: {BUDGET} · 2 osoby",
                "3. 14:00 · przypomnienie dzień wcześniej: Archiwum · 1 osoba",
                "",
                "W czwartek, 7 maja",
                "4. 8:00 · przypomnienie tuż przed: Archiwum · 1 osoba",
                "",
                HOW,
            ]
        )
        assert labels(olga.last) == ["1", "2", "3", "4", "Menu"]


async def test_nothing_ahead_is_said_kindly() -> None:
    async with town_of(training()) as town:
        olga = await organiser(town)
        assert words(await olga.writes("/forecast")) == f"{HEAD}\n\n{NOTHING}"
        assert labels(olga.last) == ["Menu"]
        await olga.presses("Menu")
        assert words(await olga.presses("Co wyjdzie")) == f"{HEAD}\n\n{NOTHING}"


async def test_what_goes_out_in_more_than_fourteen_days_is_left_out() -> None:
    async with town_of(training(start="2026-05-12T09:00")) as town:
        olga = await organiser(town)
        await signed_up(town, "Anna")
        assert NOTHING in words(await olga.writes("/prognoza"))
        await town.passes(timedelta(days=1))
        said = words(await olga.writes("/prognoza"))
        assert "14:00 · przypomnienie dzień wcześniej" in said
        assert "tuż przed" in said


async def test_forecast_is_of_the_programmes_of_a_persons_roles() -> None:
    async with town_of(training()) as town:
        await town.imports(programme_of(training("Archiwum"), programme="Jesień"))
        await signed_up(town, "Anna", 1, 2)
        ewa = await organiser(town, "Ewa", Role.COORDINATOR, 2)
        said = words(await ewa.writes("/prognoza"))
        assert "Archiwum" in said
        assert BUDGET not in said
        maria = await organiser(town, "Maria", Role.ADMINISTRATOR)
        said = words(await maria.writes("/prognoza"))
        assert "Archiwum" in said
        assert BUDGET in said
        for person in (await organiser(town, "Jan", Role.TRAINER), await signed_up(town, "Ola")):
            assert words(await person.writes("/prognoza")) == NO_RIGHTS


async def test_a_group_tells_how_many_when_how_long_and_what_it_says() -> None:
    async with town_of(training(capacity=50, end="2026-05-06T12:00"), now="2026-04-27T08:30") as town:
        await reminded(town, 30)
        olga = await organiser(town)
        assert await opened(olga) == (
            "Przypomnienie dzień wcześniej\nBudżet gminy – środa, 6 maja, godz. 9:00\n\n"
            "30 osób\nWyjdzie we wtorek, 5 maja, o 14:00, wysyłka zajmie około 1 sekundy."
        )
        assert labels(olga.last) == ["Zobacz treść", "Wstrzymaj", "Inna godzina", "Wyślij teraz", "Co wyjdzie", "Menu"]
        said = words(await olga.presses("Zobacz treść"))
        assert said.startswith("Tak zobaczą to odbiorcy:\n\n🔔 Jutro szkolenie\nBudżet gminy\n")
        assert "Nowak" not in said
        await olga.presses("Wstecz")
        assert words(olga.last).startswith("Przypomnienie dzień wcześniej\n")


async def test_quiet_time_spreads_a_group_over_hours() -> None:
    async with town_of(training(capacity=9), now="2026-05-05T08:30") as town:
        await reminded(town, 5, 2)
        olga = await organiser(town)
        await opened(olga, 2)
        await olga.presses("Inna godzina")
        said = words(await olga.writes("jutro 7:30"))
        assert "Pierwsze jutro o 7:30, ostatnie jutro o 10:00 – ze względu na ciszę i dni wolne." in said
        assert "Do 2 osób nie wyjdzie: cisza skończy się za późno." in said
        assert "od 7:30 · przypomnienie tuż przed" in words(await olga.presses("Co wyjdzie"))


async def test_changes_can_be_read_and_not_held() -> None:
    async with town_of(training(place={"name": "Dom Morski", "city": "Sopot"}), now="2026-04-27T20:30") as town:
        await signed_up(town, "Anna")
        olga = await organiser(town)
        await olga.writes("/zmien 1")
        await olga.presses("Miejsce")
        await olga.writes("Ratusz, Gdynia")
        await olga.presses("Zatwierdzenie")
        await olga.presses("powiadom")
        assert f"Jutro\n1. 7:00 · zmiana: {BUDGET} · 1 osoba" in words(await olga.writes("/prognoza"))
        assert "Tego nie można wstrzymać ani przenieść" in words(await olga.presses("1"))
        assert labels(olga.last) == ["Zobacz treść", "Co wyjdzie", "Menu"]
        assert "Ratusz" in words(await olga.presses("Zobacz treść"))


async def test_messages_and_scheduled_announcements_are_told_with_their_people() -> None:
    async with town_of(training(capacity=50), now="2026-04-27T08:30") as town:
        await crowd(town, 5, 2)
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        await anna.forges("vh:all")
        olga = await organiser(town)
        await composed(olga)
        await olga.presses("Wyślij do")
        await pasted(olga, ONE)
        await olga.presses("Dalej: publikacja")
        await olga.presses("Wybierz godzinę")
        await olga.writes("jutro 8:00")
        said = words(await olga.writes("/prognoza"))
        assert said.startswith(f"{HEAD}\n\nDziś\n1. 10:00 · wiadomość „Prosimy zabrać dowód osobisty.”: ")
        assert " · 2 osoby\n\nJutro\n2. 8:00 · publikacja 1 terminu: Prawo opcji · 1 osoba\n" in said
        assert "⏰ Publikacja: jutro o 8:00" in words(await olga.presses("2"))
        assert words(await olga.presses("Co wyjdzie")) == said
        assert words(await olga.presses("1")).startswith("Wysyłamy… 4 z 6\n")
        assert words(await olga.presses("Co wyjdzie")) == said
        await olga.presses("1")
        await olga.presses("Wstrzymaj")
        assert words(await olga.presses("Co wyjdzie")) == said.replace("10:00 · wiad", "⏸ wstrzymane · wiad")


async def test_posts_that_wait_for_the_morning_are_told_with_their_chats() -> None:
    async with town_of(training(), now="2026-04-27T20:30") as town:
        ewa = await coordinator(town)
        await bound_channel(town, ewa)
        await bound_channel(town, ewa, "Gminy")
        await published(town)
        said = words(await ewa.writes("/prognoza"))
        assert f"Jutro\n1. 8:00 · wpis: {BUDGET} · w 2 czatach\n" in said
        assert "Gminy" in words(await ewa.presses("1"))
        assert words(await ewa.presses("Co wyjdzie")).startswith(HEAD)
        await town.until(at("2026-04-28T08:10"))
        assert NOTHING in words(await ewa.writes("/prognoza"))


async def test_a_long_forecast_is_read_in_pages() -> None:
    async with town_of(*(training(f"Szkolenie {n}", f"2026-05-0{n}T09:00") for n in range(4, 9))) as town:
        olga = await organiser(town)
        await signed_up(town, "Anna", *range(1, 6))
        await olga.writes("/prognoza")
        assert labels(olga.last) == ["1", "2", "3", "4", "5", "6", "Później", "Menu"]
        await olga.presses("Później")
        assert labels(olga.last) == ["1", "2", "3", "4", "Wcześniej", "Menu"]
        assert "Szkolenie 8" in words(olga.last)
        assert "Szkolenie 4" in words(await olga.presses("Wcześniej"))
