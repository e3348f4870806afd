"""What any bot can send and the page must show, whether or not ours sends it yet."""

import pytest_asyncio
from playwright.async_api import Page, expect

from playground.answers import Json
from playground.stage import Stage
from tests.page.handset import Handset

LONG = " ".join(f"Punkt {number} programu jest dłuższy niż linia na telefonie." for number in range(1, 9))


@pytest_asyncio.fixture(loop_scope="session")
async def begun(anna: Handset) -> Handset:
    await anna.presses("START")
    await anna.shows("Dzień dobry!")
    return anna


async def says(stage: Stage, text: str, *buttons: Json) -> None:
    """Let the bot send Anna a text with a row for each button."""
    rows = [[button] for button in buttons]
    person = stage.phones[0].person.id
    sent = await stage.world.ask(
        "sendMessage", chat_id=person, text=text, parse_mode="HTML", reply_markup={"inline_keyboard": rows}
    )
    assert sent.status == 200, sent.description


async def test_styles_of_buttons_differ_to_the_eye(stage: Stage, begun: Handset) -> None:
    styles: tuple[Json, ...] = ({}, {"style": "primary"}, {"style": "success"}, {"style": "danger"})
    await says(stage, "Kolory", *({"text": f"Styl {at}", "callback_data": "x"} | how for at, how in enumerate(styles)))
    grounds = []
    for at in range(len(styles)):
        key = begun.button(f"Styl {at}")
        grounds.append(await key.evaluate("key => getComputedStyle(key).backgroundColor"))
    assert len(set(grounds)) == len(styles)


async def test_text_is_copied_by_a_button(page: Page, stage: Stage, begun: Handset) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await says(stage, "Numer", {"text": "Kopiuj numer", "copy_text": {"text": "12/2026"}})
    await begun.presses("Kopiuj numer (kopiuje)")
    await expect(begun.whole.get_by_text("Skopiowano.")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == "12/2026"


async def test_typing_is_shown_until_the_message_comes(stage: Stage, begun: Handset) -> None:
    await stage.world.ask("sendChatAction", chat_id=stage.phones[0].person.id, action="typing")
    await expect(begun.whole.get_by_text("pisze…")).to_be_visible()
    await says(stage, "Gotowe")
    await begun.shows("Gotowe")
    await expect(begun.whole.get_by_text("pisze…")).to_be_hidden()


async def test_quote_unfolds_and_folds(stage: Stage, begun: Handset) -> None:
    await says(stage, f"Program\n<blockquote expandable>{LONG}</blockquote>")
    await begun.shows("Program")
    quote = begun.newest.locator(".quoted")
    folded = await quote.evaluate("quote => quote.clientHeight")
    await begun.presses("Pokaż całość")
    await expect(begun.button("Zwiń")).to_have_attribute("aria-expanded", "true")
    assert await quote.evaluate("quote => quote.clientHeight") > 2 * folded
    await begun.presses("Zwiń")
    await expect(begun.button("Pokaż całość")).to_have_attribute("aria-expanded", "false")
    assert await quote.evaluate("quote => quote.clientHeight") == folded


async def test_spoiler_is_not_read_before_it_is_pressed(stage: Stage, begun: Handset) -> None:
    await says(stage, "Hasło: <tg-spoiler>morze</tg-spoiler>")
    await begun.presses("Ukryty tekst: pokaż")
    await expect(begun.newest).to_contain_text("Hasło: morze")
    await expect(begun.newest.get_by_role("button", name="Ukryty tekst: pokaż")).to_have_count(0)


async def test_button_that_leads_elsewhere_opens_beside_the_page(stage: Stage, begun: Handset) -> None:
    await says(stage, "Strona", {"text": "Otwórz", "url": "https://example.org/a"})
    link = begun.newest.get_by_role("link", name="Otwórz (otwiera stronę)")
    await expect(link).to_have_attribute("href", "https://example.org/a")
    await expect(link).to_have_attribute("target", "_blank")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_post_is_forwarded_to_the_bot(begun: Handset, maria: Handset) -> None:
    await maria.presses("START")
    await maria.opens("Szkolenia Metropolii")
    await maria.writes("Zapraszamy na szkolenie")
    await begun.opens("Szkolenia Metropolii")
    await begun.newest.get_by_role("button", name="Przekaż do bota").click()
    await begun.opens("Terminarz")
    forwarded = begun.saying("Zapraszamy na szkolenie", "Szkolenia Metropolii")
    await expect(forwarded).to_have_count(1)
