"""Takes the pictures of the README: the page, a sign-up, a reminder and a question, in Polish and in English.

    make pictures

Opens the demonstration as `make demo` does, with its clock standing, in the machine's own Chromium.
"""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, expect

from playground.stage import Stage
from tests.page import chromium, demonstration
from tests.page.handset import Handset

HERE = Path(__file__).parent
TAPS = {
    "pl": ("START", "Najbliższe szkolenia", "5", "Zapisz mnie", "Potwierdzam zapis", "Pomiń"),
    "en": ("START", "Upcoming trainings", "5", "Sign me up", "Confirm", "Skip"),
}
DUE = {"pl": "Następne powiadomienie", "en": "Next notice"}
TOMORROW = {"pl": "Jutro", "en": "Tomorrow"}
QUESTION = {"pl": "gdzie jest kongres i ile kosztuje?", "en": "where is the congress and how much is it?"}


async def show(browser: Browser, language: str) -> None:
    """Let Anna sign up and be reminded, and Maria ask, and take a picture of each."""
    async with demonstration.opened() as stage, demonstration.served(stage) as address:
        speak(stage, language)
        page = await browser.new_page(
            locale=language, viewport={"width": 1280, "height": 900}, device_scale_factor=1.5, reduced_motion="reduce"
        )
        await page.goto(address)
        anna, maria = Handset(page, "Anna Nowak"), Handset(page, "Maria Wiśniewska")
        await anna.presses(*TAPS[language])
        await maria.presses(*TAPS[language][:2])
        await maria.shows("4.")
        await settled(page, anna)
        await take(page.locator("body"), f"page.{language}")
        await take(anna.whole, f"sign-up.{language}")
        await page.get_by_role("button", name=DUE[language]).click()
        await anna.shows(TOMORROW[language])
        await settled(page, anna)
        await take(anna.whole, f"reminder.{language}")
        await maria.writes(QUESTION[language])
        await maria.shows("350")
        await settled(page, maria)
        await take(maria.whole, f"question.{language}")
        await page.close()


def speak(stage: Stage, language: str) -> None:
    """Give everybody's phone a language, before the bot has heard of them."""
    for phone in stage.phones:
        phone.person.user.language_code = language


async def settled(page: Page, anna: Handset) -> None:
    """Wait until nothing flashes any more and the mouse is out of the way."""
    await page.mouse.move(0, 0)
    await expect(anna.whole.locator(".toasts > *")).to_have_count(0, timeout=20_000)


async def take(what: Locator, name: str) -> None:
    """Write a picture beside this script."""
    path = HERE / f"{name}.png"
    await what.screenshot(path=path, animations="disabled")
    print(f"{path.relative_to(Path.cwd())}: {path.stat().st_size // 1000} kB")


async def main() -> int:
    """Take them all; return 1 where there is no browser."""
    path = chromium.found()
    if path is None:
        print(f"No pictures were taken. {chromium.MISSING}", file=sys.stderr)
        return 1
    async with chromium.launched(path) as browser:
        for language in TAPS:
            await show(browser, language)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
