"""Pasting again: what was stated by hand outlives a longer text, and what brings nothing new leaves nothing behind."""

from datetime import timedelta

from tests.conversations.announcements import ONE, pasted, published
from tests.conversations.hearing import heard, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import training
from tests.conversations.towns import signed_up, town_of

WITHOUT_HOURS = ONE.replace(", godz. 9:00–12:00", "")
A_LOT = "Szkolenie wprowadza w prawo opcji krok po kroku. " * 60


async def test_what_was_stated_by_hand_outlives_a_text_that_telegram_cut() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, WITHOUT_HOURS)
        await ewa.forges("bf:1:hours")
        await ewa.writes("10-13")
        assert "1. śr., 09.09.2026, 10:00 – Prawo opcji" in words(await pasted(ewa, f"{WITHOUT_HOURS}\n{A_LOT}"))
        whole = words(await ewa.writes("Koszt: 120 zł"))
        assert whole.startswith("Podgląd: 1 termin ")
        assert "1. śr., 09.09.2026, 10:00 – Prawo opcji" in whole
        assert "Cena: 120 zł" in words(await ewa.presses("1"))


async def test_a_text_cut_in_two_leaves_one_announcement() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, f"{ONE}\n{A_LOT}\n16 września 2026")
        await ewa.writes("– Prosty język. Godz. 9:00")
        await ewa.forges("bu:1")
        assert len([label for row in ewa.last.labels for label in row if "z tekstu" in label]) == 1


async def test_a_text_taken_back_to_what_is_published_leaves_no_drafts() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await published(ewa, ONE)
        await pasted(ewa, ONE.replace("25", "30"))
        assert words(await pasted(ewa, ONE)).startswith("To ogłoszenie nie wnosi nic nowego")
        assert words(await ewa.forges("bu:1")) == "Żaden szkic nie czeka na publikację."


async def test_publishing_changes_tells_how_many_hear_of_them_and_when() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await published(ewa, ONE)
        anna = await signed_up(town, "Anna", 2)
        await pasted(ewa, ONE.replace("9:00–12:00", "10:00–13:00"))
        await ewa.presses("Dalej: publikacja")
        told = "✅ Zmieniono 1 termin\nO zmianach powiadomimy 1 osobę.\nWiadomości o zmianach wyjdą za 10 minut.\n\n2. "
        assert words(await ewa.presses("powiadom")).startswith(told)
        before = len(heard(anna))
        await town.passes(timedelta(minutes=10))
        assert len(heard(anna)) == before + 1
        await pasted(ewa, ONE.replace("9:00–12:00", "11:00–13:00"))
        await ewa.presses("Dalej: publikacja")
        assert words(await ewa.presses("po cichu")).startswith("✅ Zmieniono 1 termin\nBez powiadomień o zmianach.\n")


async def test_drafts_of_what_is_public_already_are_told_before_they_are_published_again() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa)
        await ewa.presses("Odrzuć")
        await pasted(ewa)
        await ewa.presses("Dalej: publikacja")
        await ewa.presses("Opublikuj")
        await ewa.forges("bt:1")
        warned = words(await ewa.forges("bl:1"))
        assert "⚠️ 5 terminów jest już opublikowanych: byłoby na liście dwa razy." in warned
