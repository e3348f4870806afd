"""Everybody who can come is there: the page still fits the window, and the clock is in sight."""

import pytest
from playwright.async_api import Page, ViewportSize, expect

from playground.stage import Stage
from tests.page.handset import Handset
from tests.page.visits import Visits

GROUP = "Referat szkoleń"


@pytest.fixture
def crowd(stage: Stage) -> int:
    """Everybody; returns how many they are."""
    while stage.newcomers:
        stage.invite("pl")
    return len(stage.phones)


@pytest.mark.parametrize("width", [390, 320])
async def test_narrow_window_is_not_scrolled_sideways(crowd: int, address: str, visits: Visits, width: int) -> None:
    page = await visits.open(address, viewport={"width": width, "height": 700})
    await expect(page.get_by_role("navigation", name="Osoby").get_by_role("listitem")).to_have_count(crowd)
    assert await page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("size", [{"width": 1400, "height": 900}, {"width": 1024, "height": 768}])
async def test_clock_stays_in_sight(crowd: int, address: str, visits: Visits, size: ViewportSize) -> None:
    page = await visits.open(address, viewport=size)
    people = page.get_by_role("navigation", name="Osoby")
    await expect(people.get_by_role("listitem")).to_have_count(crowd)
    for name in ("+1 dzień", "Następne powiadomienie"):
        await expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    last = people.get_by_role("listitem").last
    await last.scroll_into_view_if_needed()
    await expect(last).to_be_in_viewport(ratio=1)


async def test_nobody_more_is_invited_and_it_is_said_why(crowd: int, page: Page) -> None:
    invite = page.get_by_role("button", name="+ osoba")
    await expect(invite).to_be_disabled()
    await expect(invite).to_have_accessible_description("Wszyscy już są.")
    await invite.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_be_hidden()
    await expect(page.get_by_role("navigation", name="Osoby").get_by_role("listitem")).to_have_count(crowd)


async def test_newcomer_speaks_the_language_of_the_page(stage: Stage, address: str, visits: Visits) -> None:
    page = await visits.open(address, locale="en-GB")
    await page.get_by_role("button", name="+ person").click()
    await expect(page.get_by_role("navigation", name="People").get_by_role("listitem")).to_have_count(3)
    assert [phone.person.user.language_code for phone in stage.phones] == ["pl", "pl", "en"]


async def test_group_counts_the_bot_while_it_is_there(maria: Handset) -> None:
    await maria.opens(GROUP)
    await expect(maria.pane).to_contain_text("grupa, 3 osoby")
    await maria.presses("Więcej", "Usuń bota")
    await expect(maria.pane).to_contain_text("grupa, 2 osoby")


async def test_chip_of_a_shown_person_leads_to_their_phone(page: Page, anna: Handset) -> None:
    await anna.comes_forward()
    await expect(anna.button("START")).to_be_focused()
    await page.keyboard.press("Enter")
    await anna.shows("Dzień dobry!")
    await anna.comes_forward()
    await expect(anna.line).to_be_focused()


async def test_chats_of_a_small_phone_scroll_sideways_to_the_open_one(address: str, visits: Visits) -> None:
    page = await visits.open(address, viewport={"width": 320, "height": 640})
    anna = Handset(page, "Anna Nowak")
    tabs = anna.whole.get_by_role("tab")
    for box in [await tab.bounding_box() for tab in await tabs.all()]:
        assert box is not None
        assert box["width"] >= 100
    await tabs.first.focus()
    await page.keyboard.press("End")
    await expect(tabs.last).to_be_in_viewport(ratio=1)
    await page.keyboard.press("Home")
    await expect(tabs.first).to_be_in_viewport(ratio=1)
