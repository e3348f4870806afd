"""/dlaczego names what each message was about: the training, or the first words of what was written."""

from datetime import timedelta

from tests.conversations.hearing import words
from tests.conversations.messages import composed, organiser
from tests.conversations.organised import budget, calls_off, organised
from tests.conversations.programmes import training
from tests.conversations.questions import passed_on, replies
from tests.conversations.test_news import hears, subscribed
from tests.conversations.towns import signed_up, town_of

ARCHIVES = training("Archiwum & składnica", "2026-05-13T09:00", seats=2)
HOW = "Działa też /dlaczego 12 i odpowiedź /dlaczego na wiadomość bota."
HEAD = "Wiadomości i ich powody\n\n"


async def test_a_message_to_many_is_named_by_its_first_words() -> None:
    async with town_of(training(seats=2), now="2026-04-28T10:00") as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await composed(olga, "Prosimy zabrać <dowód> osobisty i legitymację służbową.")
        await olga.presses("Wyślij do")
        told = words(await anna.writes("/dlaczego"))
        assert "Wiadomość od organizatora · „Prosimy zabrać <dowód> osobisty i…”\n✅ doręczono" in told


async def test_a_message_about_a_training_is_named_by_both() -> None:
    async with town_of(training(seats=2), now="2026-04-28T10:00") as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await composed(olga, "Sala 12", "seated", 1)
        await olga.presses("Wyślij do")
        told = words(await anna.writes("/dlaczego"))
        assert "Wiadomość od organizatora · 1. Budżet gminy\n„Sala 12”\n✅ doręczono" in told
        assert "• Wiadomość od organizatora · „Sala 12”: ✅ doręczono" in words(await anna.writes("/dlaczego 1"))


async def test_news_are_named_by_their_trainings_also_after_signing_up_for_one() -> None:
    async with town_of(training(seats=2), now="2026-04-28T10:00") as town:
        anna = await subscribed(town, "Anna", "Wszystkie nowe")
        await hears(town, anna, ARCHIVES, training("Kadry", "2026-05-14T09:00", seats=2), until="2026-04-28T11:00")
        told = words(await anna.writes("/dlaczego"))
        assert f"{HEAD}Nowe szkolenia · Archiwum & składnica (+ 1)\n✅ doręczono" in told
        assert told.endswith(f"\n\n{HOW}")  # no number stands on a button
        await anna.writes("/zapisz 2")
        told = words(await anna.writes("/dlaczego"))
        assert "Nowe szkolenia · Archiwum & składnica (+ 1)\n✅ doręczono" in told


async def test_an_answer_is_named_by_the_question() -> None:
    async with town_of(training(seats=2), now="2026-04-28T10:00") as town:
        anna, olga = await signed_up(town, "Anna"), await organiser(town)
        await passed_on(town, anna, "Czy jest parking dla rowerów przy urzędzie?")
        asked = "„Czy jest parking dla rowerów przy…”"
        await replies(olga, "Tak, przy wejściu od podwórza.")
        assert f"Odpowiedź na pytanie · {asked}\n✅ doręczono" in words(await anna.writes("/dlaczego"))
        assert f"Pytanie do organizatora · {asked}\n✅ doręczono" in words(await olga.writes("/dlaczego"))


async def test_an_alarm_of_people_not_reached_is_named_by_its_training() -> None:
    async with organised(budget(seats=3)) as (town, maria):
        (await signed_up(town, "Anna")).person.blocks()
        await calls_off(maria)
        await town.passes(timedelta(minutes=30))
        assert "Powiadomienie dla organizatorów · Budżet gminy\n" in words(await maria.writes("/dlaczego"))
