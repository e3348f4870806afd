"""Signing up on the page: with the mouse, with the keyboard alone, and the calendar file that comes of it."""

from pathlib import Path

from icalendar import Calendar
from playwright.async_api import Page, expect

from playground.stage import Stage
from tests.page.handset import Handset
from tests.page.walk import Keyboard

LAW = "Ochrona danych w sekretariacie"
TAPS = ("START", "Najbliższe szkolenia", "2", "Zapisz mnie", "Potwierdzam zapis")


async def test_official_signs_up_with_the_mouse(anna: Handset) -> None:
    await anna.presses(*TAPS)
    await anna.shows("Miejsce potwierdzone", LAW)
    await anna.shows("Który urząd")
    await anna.writes("gdyn")
    await anna.presses("Urząd Miasta Gdyni")
    await anna.shows("Urząd Miasta Gdyni")
    await anna.writes("/moje")
    await anna.shows(LAW, "miejsce potwierdzone")
    await expect(anna.line).to_be_focused()


async def test_toast_flashes_on_the_phone_that_pressed(anna: Handset, maria: Handset) -> None:
    await anna.presses(*TAPS)
    await expect(anna.whole).to_contain_text("Zapisano. Do zobaczenia!")
    await expect(maria.whole).not_to_contain_text("Zapisano")


async def test_organisers_link_waits_on_the_phone_and_opens_once(maria: Handset) -> None:
    await maria.presses("Otwórz link")
    await maria.shows("Rola: administracja")
    await expect(maria.button("Otwórz link")).to_have_count(0)
    await maria.presses("Przyjmuję")
    await expect(maria.newest).not_to_contain_text("Rola: administracja")


async def test_official_signs_up_with_the_keyboard_alone(page: Page, anna: Handset) -> None:
    keyboard = Keyboard(page)
    await keyboard.goes_to(page.get_by_role("link", name="Do telefonów"))
    await page.keyboard.press("Enter")
    for label in TAPS:
        await keyboard.presses(anna.button(label))
    await anna.shows("Który urząd")
    await keyboard.goes_to(anna.line)
    await keyboard.types("gdyn")
    await keyboard.goes_to(anna.button("Urząd Miasta Gdyni"), "Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(anna.newest).not_to_contain_text("Który urząd")
    await keyboard.goes_to(anna.line)
    await page.keyboard.type("/mo")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await anna.shows(LAW, "miejsce potwierdzone")


async def test_menu_of_commands_is_walked_with_arrows(page: Page, anna: Handset) -> None:
    await anna.presses("START", "Polecenia")
    commands = anna.pane.get_by_role("list", name="Polecenia").get_by_role("button")
    await expect(commands.first).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(commands.nth(1)).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(commands).to_have_count(0)
    await expect(anna.line).to_be_focused()


async def test_calendar_file_is_downloaded(page: Page, anna: Handset, tmp_path: Path) -> None:
    await anna.presses(*TAPS, "Do kalendarza")
    async with page.expect_download() as downloading:
        await anna.pane.get_by_role("link", name="Pobierz").last.click()
    download = await downloading.value
    assert download.suggested_filename.endswith(".ics")
    await download.save_as(tmp_path / "training.ics")
    [event] = Calendar.from_ical((tmp_path / "training.ics").read_bytes()).events
    assert (event["SUMMARY"], event.start.isoformat()) == (LAW, "2026-04-30T10:00:00+02:00")


async def test_typing_never_loses_the_line(page: Page, anna: Handset, stage: Stage) -> None:
    await anna.presses("START")
    await anna.line.click()
    await page.keyboard.type("jedno")
    stage.phones[0].person.writes("/moje")
    await anna.shows("Moje")
    await expect(anna.line).to_be_focused()
    await expect(anna.line).to_have_value("jedno")
