"""What goes wrong between bot and Telegram: the message arrives in the end, exactly once."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from playground.stage import Stage
from tests.page.handset import Handset

FLOOD, CUT = "Telegram odpowiada 429", "Zrywa się połączenie"
TRIES_AGAIN = "Bot ponowi wysyłkę, gdy zegar pójdzie dalej."


@pytest.mark.parametrize(("mishap", "sign"), [(FLOOD, "429 za szybko"), (CUT, "zerwane połączenie")])
async def test_answer_arrives_in_the_end_once(page: Page, anna: Handset, mishap: str, sign: str) -> None:
    planned = page.get_by_role("button", name=mishap)
    await anna.presses("START")
    await anna.shows("Dzień dobry!")
    await page.get_by_role("button", name="Wywołania API").click()
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


@pytest.mark.parametrize(("mishap", "what"), [(FLOOD, "Telegram odpowiedział 429."), (CUT, "połączenie się zerwało.")])
async def test_what_struck_is_told_until_the_bot_is_heard(page: Page, anna: Handset, mishap: str, what: str) -> None:
    told = page.get_by_role("region", name="Gdy coś zawiedzie")
    await anna.presses("START")
    await anna.shows("Dzień dobry!")
    await page.get_by_role("button", name=mishap).click()
    await anna.writes("/moje")
    await expect(told).to_contain_text(f"8:00:00: {what} {TRIES_AGAIN} Zegar stoi.")
    await page.get_by_role("button", name="×10", exact=False).click()
    await expect(told).not_to_contain_text("Zegar stoi.")
    await anna.shows("Nie ma jeszcze żadnych zapisów.")
    await expect(told).not_to_contain_text(what)


async def test_what_struck_is_forgotten_after_a_minute(stage: Stage, page: Page, anna: Handset) -> None:
    told = page.get_by_role("region", name="Gdy coś zawiedzie")
    await page.get_by_role("button", name=CUT).click()
    await anna.presses("START")
    await expect(told).to_contain_text(TRIES_AGAIN)
    stage.clock.advance(timedelta(seconds=60))
    await expect(told).not_to_contain_text(TRIES_AGAIN)


async def test_mishap_is_taken_back(page: Page, anna: Handset) -> None:
    planned = page.get_by_role("button", name=CUT)
    await planned.click()
    await expect(planned).to_have_attribute("aria-pressed", "true")
    await planned.click()
    await expect(planned).to_have_attribute("aria-pressed", "false")
    await anna.presses("START")
    await anna.shows("Dzień dobry!")
