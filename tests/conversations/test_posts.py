"""Posts: published where a programme is bound, kept current at most once a minute, struck through, frozen."""

from datetime import timedelta
from itertools import pairwise

from playground.limits import Limits, Rate
from tests.conversations.chats import bound_channel, bound_group, coordinator, messages, posts, published
from tests.conversations.hearing import heard, labels, untied, words
from tests.conversations.programmes import BUDGET, Json, programme_of, training
from tests.conversations.towns import at, signed_up, town_of

MINUTE = timedelta(minutes=1)
STATED: Json = {
    "end": "2026-05-06T12:00",
    "seats": 3,
    "place": {"name": "Dom Morski", "city": "Sopot", "room": "2"},
    "audience": "skarbnicy",
    "price_pln": 0,
    "speakers": [{"name": "Jan Kowalski"}],
    "contact": {"name": "Maria Wiśniewska", "phone": "58 000 00 00"},
    "signup_deadline": "2026-05-05T12:00",
}
HEAD = (
    f"{BUDGET}\nśroda, 6 maja, godz. 9:00–12:00 · Sopot, Dom Morski, sala 2\nDla kogo: skarbnicy\nKoszt: bezpłatne\n\n"
)


def budget(**stated: object) -> Json:
    return training(**(STATED | stated))


async def test_a_post_says_what_everybody_may_read_and_leads_to_the_private_chat() -> None:
    async with town_of(budget()) as town:
        channel = await bound_channel(town, await coordinator(town))
        assert await published(town) == 1
        assert posts(channel) == [f"{HEAD}Miejsca: zostały 3 miejsca z 3 · zapisy do 5 maja, 12:00"]
        assert labels(channel.last) == ["Zapisz się"]
        assert channel.last.buttons[0][0].url == "https://t.me/terminarz_demo_bot?start=s1"


async def test_the_button_of_a_post_is_the_likely_act() -> None:
    form = {"signup_url": "https://formularz.example.org/budzet"}
    trainings = (training(seats=0), training("Podatki", seats=0, waiting_list=False), training("Zjazd", **form))
    async with town_of(*trainings) as town:
        channel = await bound_channel(town, await coordinator(town))
        await published(town, 1, 2, 3)
        await town.passes(timedelta(seconds=6))
        shown = [[button for row in message.buttons for button in row] for message in messages(channel)]
        card = "https://t.me/terminarz_demo_bot?start=s"
        assert [[(untied(button.label), button.url) for button in row] for row in shown] == [
            [("Na listę rezerwową", f"{card}1")],
            [("Szczegóły", f"{card}2")],
            [("Formularz zapisów", form["signup_url"]), ("Szczegóły", f"{card}3")],
        ]


async def test_nobody_who_signs_up_is_named_in_a_group() -> None:
    async with town_of(budget()) as town:
        group = await bound_group(town, await coordinator(town))
        await published(town)
        await signed_up(town, "Anna")
        await town.passes(MINUTE)
        assert "zostały 2 miejsca z 3" in posts(group)[0]
        for name in ("Nowak", "Anna", "Lis", "Wiśniewska"):
            assert name not in "".join(posts(group))


async def test_the_seats_follow_sign_ups_at_most_once_a_minute() -> None:
    async with town_of(budget(seats=9)) as town:
        channel = await bound_channel(town, await coordinator(town))
        await published(town)
        for name in ("Anna", "Jan", "Ola"):
            await signed_up(town, name)
            await town.passes(timedelta(seconds=10))
        assert "zostało 9 miejsc z 9" in posts(channel)[0]
        await town.passes(MINUTE)
        assert "zostało 6 miejsc z 9" in posts(channel)[0]
        edits = [call for call in town.world.called("editMessageText") if call.chat_id == channel.id]
        assert len(edits) == 1
        await signed_up(town, "Iga")
        await town.passes(2 * MINUTE)
        edits = [call for call in town.world.called("editMessageText") if call.chat_id == channel.id]
        assert len(edits) == 2
        assert edits[1].at - edits[0].at >= MINUTE


async def test_a_post_that_would_read_the_same_is_not_edited() -> None:
    async with town_of(budget(capacity=None, free_seats=None)) as town:
        channel = await bound_channel(town, await coordinator(town))
        await published(town)
        await signed_up(town, "Anna")
        await town.passes(5 * MINUTE)
        assert [call for call in town.world.called("editMessageText") if call.chat_id == channel.id] == []


async def test_a_change_is_shown_and_a_cancellation_struck_through_and_taken_back() -> None:
    async with town_of(budget()) as town:
        channel = await bound_channel(town, await coordinator(town))
        await published(town)
        await town.passes(MINUTE)
        await town.imports(programme_of(budget(status="moved", start="2026-05-07T09:00", end="2026-05-07T12:00")))
        await town.settle()
        assert posts(channel)[0].startswith("⚠️ Termin został zmieniony\n\nBudżet gminy\nczwartek, 7 maja")
        await town.imports(programme_of(budget(status="cancelled")))
        await town.passes(MINUTE)
        facts = "środa, 6 maja, godz. 9:00–12:00 · Sopot, Dom Morski, sala 2"
        assert posts(channel) == [f"❌ Odwołane\n{BUDGET}\n{facts}"]
        assert f"<s><b>{BUDGET}</b>\n{facts}</s>" in untied(channel.last.html)
        assert labels(channel.last) == ["Szczegóły"]
        await town.imports(programme_of(budget()))
        await town.passes(MINUTE)
        assert posts(channel)[0].startswith(HEAD)


async def test_a_post_closes_begins_and_ends_by_itself_and_is_then_left_alone() -> None:
    async with town_of(budget()) as town:
        channel = await bound_channel(town, await coordinator(town))
        await published(town)
        seen = []
        for moment in ("2026-05-05T12:00", "2026-05-06T09:00", "2026-05-06T12:00"):
            await town.until(at(moment))
            seen.append((posts(channel)[0].split("\n\n")[-1], labels(channel.last)))
        assert seen == [
            ("Miejsca: zostały 3 miejsca z 3 · zapisy zakończone", ["Szczegóły"]),
            ("To szkolenie już trwa.", ["Szczegóły"]),
            ("To szkolenie już się odbyło.", ["Szczegóły"]),
        ]
        before = len(town.world.calls)
        await town.imports(programme_of(budget(title="Budżet gminy inaczej")))
        await town.passes(timedelta(days=1))
        assert [call for call in town.world.calls[before:] if call.method == "editMessageText"] == []


async def test_several_trainings_are_posted_one_each_in_order_and_not_at_once() -> None:
    several = [training(f"Szkolenie {n}", f"2026-05-{n + 6:02}T09:00", seats=n) for n in range(1, 7)]
    async with town_of(*several) as town:
        group = await bound_group(town, await coordinator(town))
        assert await published(town, 3, 1, 2, 6, 5, 4) == 1
        await town.passes(MINUTE)
        assert [text[:11] for text in posts(group)] == [f"Szkolenie {n}" for n in (3, 1, 2, 6, 5, 4)]
        times = [message.at for message in messages(group)]
        assert min(later - earlier for earlier, later in pairwise(times)) == timedelta(seconds=3)


async def test_too_many_at_once_wait_in_their_order() -> None:
    several = [training(f"Szkolenie {n}", f"2026-05-{n + 6:02}T09:00", seats=n) for n in range(1, 7)]
    async with town_of(*several) as town:
        group = await bound_group(town, await coordinator(town))
        await town.passes(MINUTE)
        town.world.limit(Limits(group=Rate(2, 60)))
        await published(town, *range(1, 7))
        await town.passes(timedelta(minutes=5))
        assert [text[:11] for text in posts(group)] == [f"Szkolenie {n}" for n in range(1, 7)]
        refused = [call for call in town.world.calls if call.status == 429]
        assert 0 < len(refused) <= len(several)


async def test_a_new_post_waits_for_a_working_day_but_an_edit_does_not() -> None:
    async with town_of(budget(start="2026-05-20T09:00", end="2026-05-20T12:00"), now="2026-04-30T12:00") as town:
        channel = await bound_channel(town, await coordinator(town))
        await town.until(at("2026-04-30T19:00"))
        assert await published(town) == 1
        await town.until(at("2026-05-04T07:59"))
        assert posts(channel) == []
        await town.until(at("2026-05-04T08:00"))
        assert len(posts(channel)) == 1
        await town.until(at("2026-05-04T23:00"))
        await signed_up(town, "Anna")
        await town.passes(MINUTE)
        assert "zostały 2 miejsca z 3" in posts(channel)[0]


async def test_what_was_called_off_or_has_begun_while_it_waited_is_not_posted() -> None:
    called_off = training("Podatki", "2026-05-12T09:00", seats=2)
    async with town_of(
        budget(start="2026-04-28T07:00", end=None, signup_deadline=None), called_off, now="2026-04-27T19:30"
    ) as town:
        channel = await bound_channel(town, await coordinator(town))
        assert await published(town, 1, 2) == 1
        await town.imports(programme_of(called_off | {"status": "cancelled"}), silent=True)
        await town.passes(timedelta(days=1))
        assert posts(channel) == []


async def test_a_training_is_posted_once_in_each_bound_chat() -> None:
    async with town_of(budget()) as town:
        ewa = await coordinator(town)
        channel, group = await bound_channel(town, ewa), await bound_group(town, ewa)
        assert await published(town) == 2
        assert await published(town) == 0
        assert (len(posts(channel)), len(posts(group))) == (1, 1)


async def test_a_post_that_somebody_deleted_is_given_up_quietly() -> None:
    async with town_of(budget()) as town:
        ewa = await coordinator(town)
        channel = await bound_channel(town, ewa)
        await published(town)
        before = len(heard(ewa))
        channel.last.deleted = True
        for name in ("Anna", "Jan"):
            await town.passes(MINUTE)
            await signed_up(town, name)
        await town.passes(MINUTE)
        assert posts(channel) == []
        edits = [call for call in town.world.called("editMessageText") if call.chat_id == channel.id]
        assert [call.outcome for call in edits] == ["Bad Request: message to edit not found"]
        assert len(heard(ewa)) == before


async def test_the_english_words_of_a_post() -> None:
    async with town_of(budget()) as town:
        ewa = await coordinator(town)
        channel = await bound_channel(town, ewa)
        await published(town)
        await ewa.presses("Ustawienia wpisów")
        await ewa.presses("Wpisy po angielsku")
        assert labels(channel.last) == ["Sign up"]
        assert words(channel.last).startswith(f"{BUDGET}\nWednesday, 6 May, 9:00–12:00 · Sopot, Dom Morski, room 2\n")
