"""What a text leaves in doubt is asked with the days to choose from, and one tap settles it."""

from tests.conversations.announcements import ONE, pasted
from tests.conversations.hearing import labels, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import training
from tests.conversations.towns import town_of

CONTRADICTORY = ONE.replace("środa, 9 września 2026", "piątek, 9 września 2026")


async def test_a_day_in_doubt_is_chosen_by_a_tap() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, CONTRADICTORY)
        await ewa.presses("1")
        asked = await ewa.presses("Termin")
        days = [label for label in labels(asked) if label.endswith("9:00")]
        assert days[0] == "śr., 09.09.2026, 9:00"
        assert len(days) >= 2
        told = words(await ewa.presses(asked.labels[1][0]))
        assert days[1].split(",")[1].strip().split(".")[0] in told
        assert "❓" not in told


async def test_a_choice_made_on_an_older_screen_shows_the_newer_draft() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, CONTRADICTORY)
        await ewa.presses("1")
        asked = await ewa.presses("Termin")
        await ewa.writes("11.09.2026 10-12")
        stale = asked.labels[0][0]
        told = words(await ewa.presses(stale))
        assert "11 września 2026, godz. 10:00–12:00" in told


async def test_a_choice_that_is_not_there_shows_the_draft() -> None:
    async with town_of(training()) as town:
        ewa = await organiser(town)
        await pasted(ewa, ONE)
        assert words(await ewa.forges("by:1:when:1:7")).startswith("Szkic: Prawo opcji")
