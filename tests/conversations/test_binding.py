"""Binding: a chat is chosen, written in, or offered; organisers alone, each for the programmes they coordinate."""

import pytest

from bot.cli.demo.town import Resident, Town
from domain.chats import Spot, Venue
from domain.official import Language
from playground.groups import Group
from tests.conversations.chats import bound_channel, bound_group, coordinator, here, messages, posts, published
from tests.conversations.hearing import heard, labels, sent, toast, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.test_groups import HINT
from tests.conversations.test_roles import NO_RIGHTS, administrator, invited
from tests.conversations.towns import signed_up, town_of

AUTUMN = '{"programme": "Jesień", "organiser": "Metropolia Nadmorska", "trainings": []}'
NOWHERE = (
    "Gdzie publikujemy szkolenia\nNa razie nigdzie. Grupę lub kanał można dodać przyciskiem. W grupie, "
    "także w jej wątku, wystarczy napisać /tutaj."
)
HERE = "✅ Tutaj będą się pojawiać nowe szkolenia programu „Wiosna”."


async def listed(person: Resident) -> list[str]:
    """Return the bound chats as an organiser reads them."""
    return words(await person.writes("/kanaly")).split("\n")[2:]


async def deeds(town: Town) -> list[tuple[str, str]]:
    async with town.bot.storage.reading() as transaction:
        acts = await transaction.acts.newest(None, 10)
    return [(act.deed, act.args["chat"]) for act in reversed(acts) if "chat" in act.args]


async def test_a_channel_is_bound_by_choosing_it() -> None:
    async with town_of(training(seats=4)) as town:
        ewa = await coordinator(town)
        assert words(await ewa.writes("/kanaly")) == NOWHERE
        assert labels(ewa.last) == ["Dodaj grupę", "Dodaj kanał", "Menu"]
        channel = await bound_channel(town, ewa)
        assert words(ewa.last) == (
            "✅ Ogłoszenia\nNowe szkolenia programu „Wiosna” będą się tam pojawiać w dni robocze od 8:00 do 19:00."
        )
        assert ewa.person.private.keys == []
        assert channel.shared.status(town.world.bot.id) == "administrator"
        assert await listed(ewa) == ["1. Ogłoszenia · Wiosna"]
        assert await deeds(town) == [("bound", "Ogłoszenia")]


async def test_a_group_is_bound_by_choosing_it() -> None:
    async with town_of(training(seats=4)) as town:
        ewa = await coordinator(town)
        group = town.world.group("Wydział", [ewa.person])
        await ewa.writes("/channels")
        await ewa.presses("Dodaj grupę")
        assert [key.text for row in ewa.person.private.keys for key in row] == ["Wybierz grupę", "Nie wybieram teraz"]
        ewa.person.shares(group.shared, 1)
        await town.settle()
        assert await listed(ewa) == ["1. Wydział · Wiosna"]
        assert await published(town) == 1
        assert len(posts(group)) == 1


async def test_choosing_can_be_given_up() -> None:
    async with town_of(training()) as town:
        ewa = await coordinator(town)
        await ewa.writes("/kanaly")
        await ewa.presses("Dodaj kanał")
        await ewa.presses("Nie wybieram teraz")
        assert heard(ewa)[-2:] == ["Nic nie wybrano.", NOWHERE]
        assert ewa.person.private.keys == []


@pytest.mark.parametrize("text", ["/tutaj", "/here", "/tutaj@terminarz_demo_bot"])
async def test_a_group_is_bound_where_an_organiser_writes(text: str) -> None:
    async with town_of(training(seats=4)) as town:
        ewa = await coordinator(town)
        group = town.world.group("Wydział", [ewa.person], supergroup=True)
        await here(town, group, ewa, text=text)
        assert (words(group.last), labels(group.last)) == (HERE, ["Otwórz rozmowę z botem"])
        assert await listed(ewa) == ["1. Wydział · Wiosna"]


async def test_a_topic_of_a_forum_is_bound_and_another_one_takes_its_place() -> None:
    async with town_of(training(seats=4), training("Podatki", "2026-05-20T09:00")) as town:
        ewa = await coordinator(town)
        forum = town.world.group("Wydział", [ewa.person], forum=True)
        threads = [forum.opens_topic(ewa.person, name) for name in ("Szkolenia", "Inne")]
        for number, thread in enumerate(threads, 1):
            await here(town, forum, ewa, thread)
            assert forum.last.thread == thread
            await published(town, number)
            assert messages(forum)[-1].thread == thread
        assert await listed(ewa) == ["1. Wydział · Wiosna"]
        await ewa.presses("1")
        assert "Wpisy pojawiają się w wybranym wątku." in words(ewa.last)


async def test_a_reply_in_a_group_that_is_no_forum_names_no_topic() -> None:
    async with town_of(training(seats=4)) as town:
        ewa = await coordinator(town)
        group = town.world.group("Wydział", [ewa.person], supergroup=True)
        written = group.writes(ewa.person, "/tutaj")
        town.world.updates.clear()
        town.world.enqueue({"message": written.raw() | {"message_thread_id": 1}})
        await town.settle()
        await published(town)
        assert len(posts(group)) == 1


async def test_with_several_programmes_the_person_is_asked_which() -> None:
    async with town_of(training(seats=4)) as town:
        await town.imports(AUTUMN)
        maria = await administrator(town)
        group = await bound_group(town, maria)
        assert words(group.last) == "Program wybiera się w prywatnej rozmowie z botem."
        assert words(maria.last) == "Z którego programu publikować szkolenia w grupie „Wydział”?"
        assert labels(maria.last) == ["1. Wiosna", "2. Jesień", "Nie teraz"]
        await maria.presses("2. Jesień")
        assert await listed(maria) == ["1. Wydział · Jesień"]
        await bound_channel(town, maria)
        await maria.presses("1. Wiosna")
        assert await listed(maria) == ["1. Ogłoszenia · Wiosna", "2. Wydział · Jesień"]


async def test_a_channel_that_lets_the_bot_in_is_offered_to_the_organiser_who_did_it() -> None:
    async with town_of(training(seats=4)) as town:
        ewa = await coordinator(town)
        channel = town.world.channel("Ogłoszenia", with_bot=False)
        channel.adds_bot(ewa.person)
        await town.settle()
        assert words(ewa.last) == "Z którego programu publikować szkolenia na kanale „Ogłoszenia”?"
        assert labels(ewa.last) == ["Wiosna", "Nie teraz"]
        assert await published(town) == 0
        await ewa.presses("Wiosna")
        assert words(ewa.last).startswith("✅ Ogłoszenia\n")
        assert await published(town) == 1


async def test_a_stranger_who_lets_the_bot_into_a_channel_hears_nothing() -> None:
    async with town_of(training(seats=4)) as town:
        anna = await signed_up(town, "Anna")
        channel, before = town.world.channel("Ogłoszenia", with_bot=False), sent(town)
        channel.adds_bot(anna.person)
        await town.settle()
        assert sent(town) == before


async def person_of(town: Town, role: str) -> Resident:
    """Return somebody who may not bind anything to the programme "Wiosna"."""
    maria = await administrator(town)
    person = await signed_up(town, "Anna")
    if role == "trainer":
        return await invited(maria, "1. + prowadzenie", person)
    return await invited(maria, "2. + koordynacja", person) if role == "foreign" else person


async def bound_by_another(town: Town) -> None:
    async with town.bot.storage.transaction() as transaction:
        await transaction.chats.bind(Spot(-1009, Venue.CHANNEL, "Ogłoszenia"), 1, Language.POLISH)
        await transaction.chats.show(1, Spot(-1010, Venue.CHANNEL, "Cudze"), town.clock.now())


@pytest.mark.parametrize("role", ["participant", "trainer", "foreign"])
@pytest.mark.parametrize(
    "act", ["/kanaly", "/tutaj", "j:1", "ja:group", "jb:1:1", "jc:1", "jp:1:1", "jl:1:en", "ju:1", "jd:1"]
)
async def test_whoever_does_not_coordinate_the_programme_changes_nothing(role: str, act: str) -> None:
    async with town_of(training(seats=4)) as town:
        await town.imports(AUTUMN)
        person = await person_of(town, role)
        await bound_by_another(town)
        before = len(heard(person))
        await (person.writes(act) if act.startswith("/") else person.forges(act))
        said = " ".join([*heard(person)[before:], toast(person)])
        if role == "foreign" and act in {"/kanaly", "/tutaj", "j:1", "ja:group"}:
            assert NO_RIGHTS not in said
        else:
            assert NO_RIGHTS in said
        assert "Ogłoszenia" not in said
        async with town.bot.storage.reading() as transaction:
            (chat,) = await transaction.chats.bound()
        assert (chat.id, chat.paused, chat.language, chat.programme.id) == (1, False, "pl", 1)


@pytest.mark.parametrize("role", ["participant", "trainer"])
@pytest.mark.parametrize("kind", ["group", "supergroup", "forum"])
async def test_in_a_group_the_command_of_others_is_answered_as_any_personal_one(role: str, kind: str) -> None:
    async with town_of(training(seats=4)) as town:
        await town.imports(AUTUMN)
        person = await person_of(town, role)
        group = town.world.group("Wydział", [person.person], supergroup=kind != "group", forum=kind == "forum")
        await here(town, group, person)
        assert words(group.last) == HINT
        assert await published(town) == 0


async def test_a_chat_shown_by_somebody_else_is_not_bound() -> None:
    async with town_of(training(seats=4)) as town:
        ewa = await coordinator(town)
        await bound_by_another(town)
        await ewa.forges("jb:1:1")
        assert words(ewa.last).startswith("Tej grupy lub tego kanału nie ma już na liście.")
        assert await listed(ewa) == ["1. Ogłoszenia · Wiosna"]


async def test_a_role_lost_between_the_choice_and_the_tap_binds_nothing() -> None:
    async with town_of(training(seats=4)) as town:
        maria = await administrator(town)
        ewa = await invited(maria, "+ koordynacja", town.resident("Ewa", "Lis"))
        town.world.channel("Ogłoszenia", with_bot=False).adds_bot(ewa.person)
        await town.settle()
        await maria.writes("/organizatorzy")
        await maria.presses("Odbierz: Ewa Lis")
        await maria.presses("Odbierz rolę")
        await ewa.presses("Wiosna")
        assert toast(ewa) == NO_RIGHTS
        assert await published(town) == 0


async def test_an_anonymous_administrator_binds_nothing() -> None:
    async with town_of(training(seats=4)) as town:
        ewa = await coordinator(town)
        group = town.world.group("Wydział", [ewa.person], supergroup=True)
        anonymous: dict[str, object] = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
        message = group.writes(ewa.person, "/tutaj").raw() | {"from": anonymous, "sender_chat": group.shared.raw()}
        town.world.updates.clear()
        town.world.enqueue({"message": message})
        await town.settle()
        assert await listed(ewa) == []
        assert words(ewa.last) == NOWHERE


async def test_a_chat_is_paused_spoken_in_otherwise_and_unbound() -> None:
    async with town_of(training(seats=4), training("Podatki", "2026-05-20T09:00", seats=3)) as town:
        ewa = await coordinator(town)
        group: Group = await bound_group(town, ewa)
        await published(town)
        await ewa.writes("/kanaly")
        await ewa.presses("1")
        assert words(ewa.last) == (
            "Wydział\nGrupa\nProgram: Wiosna\nJęzyk wpisów: polski\nNowe szkolenia są tu publikowane."
        )
        await ewa.presses("Wpisy po angielsku")
        assert "Język wpisów: angielski" in words(ewa.last)
        assert "Wednesday, 6 May" in posts(group)[0]
        await ewa.presses("Wstrzymaj nowe wpisy")
        assert words(ewa.last).endswith("⏸ nowe wpisy wstrzymane")
        assert await published(town, 2) == 0
        await ewa.presses("Wznów nowe wpisy")
        assert await published(town, 2) == 1
        await ewa.presses("Odłącz")
        assert words(ewa.last).startswith("Odłączyć „Wydział”?")
        await ewa.presses("Odłącz")
        assert words(ewa.last) == "Odłączono „Wydział”."
        assert await listed(ewa) == []
        assert [BUDGET in text for text in posts(group)] == [True, False]
        await ewa.forges("jp:1:1")
        assert words(ewa.last).startswith("Tej grupy lub tego kanału nie ma już na liście.")
        assert await deeds(town) == [("bound", "Wydział"), ("unbound", "Wydział")]


async def test_the_command_for_groups_tells_in_private_where_to_write_it() -> None:
    async with town_of(training()) as town:
        ewa = await coordinator(town)
        assert words(await ewa.writes("/tutaj")).startswith("Polecenie /tutaj prosimy napisać w grupie")
