"""Nothing that axe finds fault with, in either theme, language and width, with everything open that can be opened."""

from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, ViewportSize, expect

from tests.page.handset import Handset
from tests.page.visits import Visits

WORDS = {
    "pl-PL": ("Sterowanie", "Polecenia", "Więcej", "Wywołania API", "Zamknij", "Od nowa", "Anuluj"),
    "en-GB": ("Controls", "Commands", "More", "API calls", "Close", "Start anew", "Cancel"),
}
WIDE: ViewportSize = {"width": 1400, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 800}


@pytest.mark.parametrize("locale", WORDS)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_nothing_is_found_fault_with(
    address: str, visits: Visits, theme: Literal["light", "dark"], size: ViewportSize, locale: str
) -> None:
    controls, commands, more, calls, close, reset, cancel = WORDS[locale]
    page = await visits.open(address, locale=locale, color_scheme=theme, viewport=size)
    anna = Handset(page, "Anna Nowak")
    await expect(anna.button("START")).to_be_visible()  # until then nothing is drawn that could be found fault with
    await faultless(page)
    await anna.presses("START", "Najbliższe szkolenia", "2", "Zapisz mnie", "Potwierdzam zapis")
    await anna.shows("Który urząd")
    await anna.presses(commands)
    await faultless(page)
    await page.keyboard.press("Escape")
    await anna.presses(more)
    await faultless(page)
    await page.keyboard.press("Escape")
    if size is NARROW:
        await page.get_by_role("button", name=controls).click()
        await faultless(page)
    await page.get_by_role("button", name=calls).click()
    await page.get_by_role("complementary").locator("summary").last.click()
    await faultless(page)
    await page.get_by_role("complementary").get_by_role("button", name=close).click()
    await page.get_by_role("button", name=reset).click()
    await faultless(page)
    await page.get_by_role("button", name=cancel).click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_alert_takes_the_focus_and_gives_it_back(page: Page, anna: Handset, maria: Handset) -> None:
    for phone in (anna, maria):
        await phone.presses("START", "Najbliższe szkolenia", "5")
        await phone.shows("zostało 1 miejsce z 12")
    await anna.presses("Zapisz mnie")
    await anna.shows("Trzymamy miejsce")
    await maria.presses("Zapisz mnie")
    alert = page.get_by_role("dialog", name="Maria Wiśniewska")
    await expect(alert).to_contain_text("Wszystkie miejsca są już zajęte.")
    await expect(alert.get_by_role("button", name="OK")).to_be_focused()
    await faultless(page)
    await page.keyboard.press("Enter")
    await expect(alert).to_be_hidden()
    await expect(maria.whole.locator(":focus")).to_be_visible()


async def faultless(page: Page) -> None:
    found = await Axe().run(page)
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found.response["violations"]] == []
