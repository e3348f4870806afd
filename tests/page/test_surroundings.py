"""What stands around the phones: the calls, the language of the page, and room for narrow windows."""

from playwright.async_api import Page, expect

from tests.page.handset import Handset
from tests.page.visits import Visits


async def test_raw_calls_are_shown_and_unfolded(page: Page, anna: Handset) -> None:
    opener = page.get_by_role("button", name="Wywołania API")
    calls = page.get_by_role("complementary", name="Wywołania API")
    await opener.click()
    await anna.presses("START")
    sent = calls.get_by_role("listitem").filter(has_text="sendMessage").filter(has_text="Dzień dobry!")
    await expect(sent).to_contain_text("200 OK")
    await expect(calls.get_by_role("listitem").filter(has_text="do bota").filter(has_text="/start")).to_have_count(1)
    await sent.locator("summary").click()
    await expect(sent.get_by_role("group", name="Treść")).to_contain_text('"parse_mode": "HTML"')
    await expect(sent.get_by_role("group", name="Odpowiedź")).to_contain_text('"message_id"')
    await calls.get_by_role("button", name="Zamknij").click()
    await expect(calls).to_be_hidden()
    await expect(opener).to_be_focused()


async def test_calls_further_up_are_read_in_peace(page: Page, anna: Handset, maria: Handset) -> None:
    await page.get_by_role("button", name="Wywołania API").click()
    calls = page.get_by_role("complementary", name="Wywołania API")
    for phone in (anna, maria):
        await phone.presses("START", "Najbliższe szkolenia", "2", "Zapisz mnie")
        await phone.shows("Potwierdzam zapis")
    newest = calls.get_by_role("button", name="Do najnowszych")
    await expect(newest).to_be_hidden()
    first = calls.get_by_role("listitem").first
    await first.locator("summary").click()
    await expect(first.locator("summary")).to_be_in_viewport(ratio=1)
    await expect(newest).to_be_visible()
    await newest.click()
    await expect(calls.get_by_role("listitem").last).to_be_in_viewport(ratio=1)
    await expect(newest).to_be_hidden()
    await calls.get_by_role("listitem").last.locator("summary").click()
    await expect(calls.get_by_role("group", name="Treść").last).to_be_in_viewport()


async def test_calls_without_words_are_summed_up(page: Page, maria: Handset) -> None:
    await page.get_by_role("button", name="Wywołania API").click()
    calls = page.get_by_role("complementary", name="Wywołania API").get_by_role("listitem")
    await maria.opens("Referat szkoleń")
    await page.get_by_role("button", name="+ osoba").click()
    await expect(calls.filter(has_text="new_chat_members: Piotr Zieliński")).to_have_count(1)
    await maria.comes_forward()
    await maria.presses("Więcej", "Usuń bota")
    await expect(calls.filter(has_text="Referat szkoleń: member → kicked")).to_have_count(1)


async def test_language_is_switched_and_remembered(page: Page, anna: Handset) -> None:
    await anna.presses("START")
    await page.get_by_role("button", name="English", exact=True).first.click()
    await in_english(page)
    await expect(anna.saying("Dzień dobry!")).to_be_visible()
    await page.reload()
    await in_english(page)
    await expect(anna.saying("Dzień dobry!")).to_be_visible()


async def test_english_visitor_is_met_in_english(address: str, visits: Visits) -> None:
    await in_english(await visits.open(address, locale="en-GB"))


async def test_narrow_window_shows_one_phone_and_counts_what_the_others_hear(address: str, visits: Visits) -> None:
    page = await visits.open(address, viewport={"width": 320, "height": 640})
    anna, maria = Handset(page, "Anna Nowak"), Handset(page, "Maria Wiśniewska")
    await expect(maria.whole).to_be_hidden()
    await anna.opens("Referat szkoleń")
    await anna.writes("Kto jedzie?")
    chip = page.get_by_role("navigation", name="Osoby").get_by_role("button", name="Maria Wiśniewska")
    await expect(chip).to_contain_text("1 nowa wiadomość")
    assert await page.evaluate("document.documentElement.scrollWidth") == 320
    await chip.click()
    await maria.opens("Referat szkoleń")
    await maria.shows("Kto jedzie?")
    await expect(chip).not_to_contain_text("nowa wiadomość")
    await expect(anna.whole).to_be_hidden()


async def in_english(page: Page) -> None:
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page).to_have_title("Terminarz – playground")
    await expect(page.get_by_role("region", name="Clock")).to_contain_text("Monday, 27 April 2026")
    await expect(page.get_by_role("button", name="Polski")).to_be_visible()
