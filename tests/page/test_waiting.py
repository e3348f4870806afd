"""A seat that passes from one phone to the other, and the clock that lets it."""

from playwright.async_api import Page, expect

from tests.page.handset import Handset

TALKS = "Trudne rozmowy z mieszkańcami"
TAKEN = ("START", "Najbliższe szkolenia", "5", "Zapisz mnie", "Potwierdzam zapis", "Pomiń")


async def test_seat_given_back_on_one_phone_is_taken_on_the_other(page: Page, anna: Handset, maria: Handset) -> None:
    await anna.presses(*TAKEN)
    await maria.presses("START", "Najbliższe szkolenia", "5", "Na listę rezerwową")
    await maria.shows("Na listę wpiszemy")
    await maria.presses("Potwierdzam zapis", "Pomiń")
    await expect(maria.saying("Lista rezerwowa", TALKS).last).to_be_visible()
    await anna.writes("/wypisz 5")
    await anna.shows("Rezygnacja przyjęta")
    await page.get_by_role("button", name="+1 godz.").click()
    await maria.shows("Zwolniło się miejsce", TALKS)
    await maria.presses("Biorę miejsce")
    await maria.shows("Miejsce potwierdzone", TALKS)


async def test_clock_goes_to_the_reminder_and_it_is_answered(page: Page, anna: Handset) -> None:
    await anna.presses(*TAKEN)
    due = page.get_by_role("button", name="Następne powiadomienie")
    clock = page.get_by_role("region", name="Zegar")
    await anna.shows("Menu")
    await due.click()
    await anna.shows("Jutro", TALKS)
    await expect(clock).to_contain_text("wtorek, 5 maja 2026")
    await expect(clock.get_by_role("time")).to_have_text("14:00:00")
    await anna.presses("Będę")
    await expect(anna.saying("Jutro", TALKS).last.get_by_role("button", name="Będę")).to_have_count(0)


async def test_clock_runs_and_stands(page: Page) -> None:
    clock = page.get_by_role("region", name="Zegar")
    now = clock.get_by_role("time")
    await expect(now).to_have_text("8:00:00")
    await clock.get_by_role("button", name="×60").click()
    await expect(now).not_to_have_text("8:00:00")
    await clock.get_by_role("button", name="Zatrzymaj").click()
    await expect(clock.get_by_role("button", name="Uruchom")).to_be_visible()
    await clock.get_by_role("button", name="+1 dzień").click()
    await expect(clock).to_contain_text("wtorek, 28 kwietnia 2026")


async def test_nothing_due_is_said(page: Page) -> None:
    await page.get_by_role("button", name="Następne powiadomienie").click()
    await expect(page.get_by_role("region", name="Zegar")).to_contain_text("Nic nie czeka na swoją porę.")
