"""Names that look like markup are shown as they are, wherever they stand."""

import re

from playwright.async_api import Page, expect

from playground.stage import Stage
from tests.page.handset import Handset
from tests.page.visits import Visits

STRANGE = "<b>&\"'"


async def test_name_like_markup_is_shown_literally(stage: Stage, address: str, visits: Visits) -> None:
    stage.newcomers = [(STRANGE, "Nowak")]
    stage.world.group(STRANGE, [phone.person for phone in stage.phones])
    page = await visits.open(address)
    await page.get_by_role("button", name="+ osoba").click()
    guest = Handset(page, STRANGE)
    name = f"{STRANGE} Nowak"
    await expect(guest.whole.get_by_role("heading", level=2)).to_contain_text(name)
    await expect(page.get_by_role("navigation", name="Osoby")).to_contain_text(name)
    await types_it_as_name(guest)
    await talks_in_the_group(page, guest, name)
    assert await page.locator("b").filter(has_text=re.compile("^&")).count() == 0


async def types_it_as_name(guest: Handset) -> None:
    await guest.presses("START", "Najbliższe szkolenia", "2", "Zapisz mnie")
    await guest.shows("Do listy potrzebne są imię i nazwisko")
    await guest.writes(STRANGE)
    await expect(guest.messages.nth(-2)).to_contain_text(STRANGE)
    await guest.shows("To nie wygląda na imię i nazwisko")


async def talks_in_the_group(page: Page, guest: Handset, name: str) -> None:
    await guest.opens(STRANGE)
    await expect(guest.pane.get_by_role("heading", level=3)).to_have_text(STRANGE)
    await guest.writes(f"{name} pyta")
    maria = Handset(page, "Maria Wiśniewska")
    await maria.comes_forward()
    await maria.opens(STRANGE)
    await maria.shows(name, f"{name} pyta")
    await maria.presses("Odpowiedz")
    await expect(maria.pane).to_contain_text(f"W odpowiedzi: {name}")
    await page.get_by_role("button", name="Wywołania API").click()
    await expect(page.get_by_role("complementary")).to_contain_text(STRANGE)
