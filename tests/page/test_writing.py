"""The line one writes in, and the menu of commands above it, with the keyboard alone."""

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.page.handset import Handset


@pytest_asyncio.fixture(loop_scope="session")
async def written(anna: Handset) -> Handset:
    """Anna's phone with the bot started, and the focus where she writes."""
    await anna.presses("START")
    await anna.shows("Dzień dobry!")
    await anna.line.focus()
    return anna


def offered(phone: Handset) -> Locator:
    return phone.pane.get_by_role("list", name="Polecenia").get_by_role("button")


@pytest.mark.parametrize(("key", "place"), [("ArrowDown", 0), ("ArrowUp", -1), ("Tab", 0)])
async def test_menu_is_entered_from_the_line(page: Page, written: Handset, key: str, place: int) -> None:
    await page.keyboard.type("/")
    await page.keyboard.press(key)
    await expect(offered(written).nth(place)).to_be_focused()


async def test_tab_goes_on_behind_the_menu(page: Page, written: Handset) -> None:
    await page.keyboard.type("/mo")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await expect(written.button("Wyślij")).to_be_focused()


async def test_enter_finishes_a_command(page: Page, written: Handset) -> None:
    before = await written.messages.count()
    await page.keyboard.type("/mo")
    await page.keyboard.press("Enter")
    await expect(written.messages.nth(before)).to_contain_text("/moje")
    await expect(written.line).to_have_value("")


@pytest.mark.parametrize("text", ["/moje", "/start", "/nieznane", "/moje coś", "moje"])
async def test_enter_sends_what_is_no_beginning(page: Page, written: Handset, text: str) -> None:
    before = await written.messages.count()
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")
    await expect(written.messages.nth(before).locator(".words")).to_have_text(text)


async def test_focus_stays_with_a_message_whose_buttons_have_changed(page: Page, written: Handset) -> None:
    await written.presses("Najbliższe szkolenia", "2")
    await written.shows("Ochrona danych w sekretariacie")
    await written.button("Zapisz mnie").focus()
    await page.keyboard.press("Enter")
    await expect(written.button("Potwierdzam zapis")).to_be_visible()
    changed = written.saying("Trzymamy miejsce").last
    await expect(changed).to_be_focused()
    assert await changed.evaluate("(item) => getComputedStyle(item).outlineStyle") != "none"
    await page.keyboard.press("Tab")
    await expect(changed.locator(".key").first).to_be_focused()
    await expect(changed).not_to_have_attribute("tabindex", "-1")


async def test_toast_leaves_the_newest_buttons_free(written: Handset) -> None:
    await written.presses("Najbliższe szkolenia", "2", "Zapisz mnie", "Potwierdzam zapis")
    toast = await written.whole.locator(".toasts > p").bounding_box()
    await written.shows("Który urząd")
    last = await written.newest.bounding_box()
    head = await written.pane.get_by_role("button", name="Więcej").bounding_box()
    assert toast is not None
    assert last is not None
    assert head is not None
    assert head["y"] + head["height"] <= toast["y"]
    assert toast["y"] + toast["height"] <= last["y"]
