"""Groups, the channel and new people: what is written in one place arrives where it belongs."""

from playwright.async_api import Page, expect

from bot.cli.demo.people import NEWCOMERS
from tests.page.handset import Handset

GROUP = "Referat szkoleń"
CHANNEL = "Szkolenia Metropolii"
HINT = "Szczegóły i zapisy są w prywatnej rozmowie z botem."


async def test_command_in_the_group_is_answered_there_and_leads_to_the_private_chat(
    page: Page, anna: Handset, maria: Handset
) -> None:
    await anna.opens(GROUP)
    await anna.writes("/szkolenia")
    await anna.shows(HINT)
    await maria.opens(GROUP)
    await maria.shows(HINT)
    await anna.pane.get_by_role("link", name="Otwórz rozmowę z botem").last.click()
    await expect(anna.whole.get_by_role("tab", name="Terminarz")).to_have_attribute("aria-selected", "true")
    await expect(maria.whole.get_by_role("tab", name=GROUP)).to_have_attribute("aria-selected", "true")
    assert len(page.context.pages) == 1


async def test_talk_in_the_group_is_heard_by_all_and_replied_to(anna: Handset, maria: Handset) -> None:
    await anna.opens(GROUP)
    await maria.opens(GROUP)
    await anna.writes("Kto jedzie na szkolenie?")
    await maria.shows("Anna Nowak", "Kto jedzie na szkolenie?")
    await maria.presses("Odpowiedz")
    await maria.writes("Ja.")
    await anna.shows("Maria Wiśniewska", "Kto jedzie na szkolenie?", "Ja.")


async def test_channel_is_written_by_its_editor_alone(anna: Handset, maria: Handset) -> None:
    await anna.presses("START")
    await maria.opens(CHANNEL)
    await maria.writes("Nowe terminy w maju.")
    await maria.shows("Nowe terminy w maju.")
    await expect(anna.whole.get_by_role("tab", name=CHANNEL)).to_contain_text("1 nowa wiadomość")
    await anna.opens(CHANNEL)
    await anna.shows("Nowe terminy w maju.")
    await expect(anna.whole.get_by_role("tab", name=CHANNEL)).not_to_contain_text("nowa wiadomość")
    await expect(anna.line).to_have_count(0)
    await expect(anna.pane).to_contain_text("Tu piszą tylko administratorzy kanału.")
    await anna.presses("Przekaż do bota")
    await expect(anna.saying("Przekazano od: Szkolenia Metropolii", "Nowe terminy w maju.")).to_be_visible()


async def test_bot_is_removed_from_the_group_and_comes_back(maria: Handset) -> None:
    await maria.opens(GROUP)
    await maria.presses("Więcej", "Usuń bota")
    await expect(maria.pane).to_contain_text("Bota tu nie ma.")
    await maria.writes("/moje")
    await maria.presses("Dodaj bota")
    await expect(maria.pane).not_to_contain_text("Bota tu nie ma.")
    await maria.writes("/moje")
    await maria.shows(HINT)
    await expect(maria.saying(HINT)).to_have_count(1)


async def test_new_person_comes_with_a_phone_and_is_answered(page: Page, maria: Handset) -> None:
    await maria.opens(GROUP)
    await page.get_by_role("button", name="+ osoba").click()
    piotr = Handset(page, "Piotr Zieliński")
    await piotr.presses("START")
    await piotr.shows("Dzień dobry!")
    await maria.comes_forward()
    await maria.shows("Dołącza: Piotr")


async def test_everybody_comes_once(page: Page) -> None:
    people = page.get_by_role("navigation", name="Osoby").get_by_role("listitem")
    for number in range(len(NEWCOMERS)):
        await page.get_by_role("button", name="+ osoba").click()
        await expect(people).to_have_count(3 + number)
    await expect(page.get_by_role("button", name="+ osoba")).to_be_disabled()


async def test_blocked_bot_is_started_again(anna: Handset) -> None:
    await anna.presses("START", "Więcej", "Zablokuj bota")
    await expect(anna.pane).to_contain_text("bot zablokowany")
    await expect(anna.line).to_have_count(0)
    before = await anna.messages.count()
    await anna.presses("URUCHOM PONOWNIE")
    await expect(anna.messages).to_have_count(before + 2)
    await anna.shows("Dzień dobry!")
    await anna.writes("/help")
    await expect(anna.messages).to_have_count(before + 4)
