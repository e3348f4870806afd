"""What goes wrong between bot and Telegram: the message arrives in the end, exactly once."""

import pytest
from playwright.async_api import Page, expect

from tests.page.handset import Handset

FLOOD, CUT = "Telegram odpowiada 429", "Zrywa się połączenie"


@pytest.mark.parametrize(("mishap", "sign"), [(FLOOD, "429 za szybko"), (CUT, "zerwane połączenie")])
async def test_answer_arrives_in_the_end_once(page: Page, anna: Handset, mishap: str, sign: str) -> None:
    planned = page.get_by_role("button", name=mishap)
    await anna.presses("START")
    await anna.shows("Dzień dobry!")
    await page.get_by_role("button", name="Surowe wywołania").click()
    await planned.click()
    await expect(planned).to_have_attribute("aria-pressed", "true")
    await anna.writes("/moje")
    await expect(page.get_by_role("complementary")).to_contain_text(sign)
    await expect(planned).to_have_attribute("aria-pressed", "false")
    await page.get_by_role("button", name="+1 godz.").click()
    await expect(anna.newest).to_contain_text("Nie ma jeszcze żadnych zapisów.")
    await anna.writes("/privacy")
    await anna.shows("Administrator danych")
    await expect(anna.messages).to_have_count(6)


async def test_mishap_is_taken_back(page: Page, anna: Handset) -> None:
    planned = page.get_by_role("button", name=CUT)
    await planned.click()
    await expect(planned).to_have_attribute("aria-pressed", "true")
    await planned.click()
    await expect(planned).to_have_attribute("aria-pressed", "false")
    await anna.presses("START")
    await anna.shows("Dzień dobry!")
