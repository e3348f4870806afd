"""Links: what is passed on stays on the playground and goes to a chat that is chosen, other pages open beside it."""

import pytest_asyncio
from playwright.async_api import Page, expect

from tests.page.handset import Handset

GROUP = "Referat szkoleń"
SHARED = "https://t.me/terminarz_demo_bot?start=s2"
PASSES_ON = "Wyślij dalej (do czatu)"

GAPS = """(quote) => {
  const lines = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width }) => width > 1);
  };
  const { top, bottom } = quote.getBoundingClientRect();
  const line = parseFloat(getComputedStyle(quote).lineHeight);
  const next = [...quote.parentElement.childNodes].slice([...quote.parentElement.childNodes].indexOf(quote) + 1);
  const [above, below] = [lines(quote.previousSibling).at(-1), next.flatMap(lines)[0]];
  return [(top - above.bottom) / line, (below.top - bottom) / line];
}"""
"""How many lines high the room above and below a quote is."""


@pytest_asyncio.fixture(loop_scope="session")
async def card(page: Page, anna: Handset) -> Handset:
    """Anna's phone with a training's card."""
    assert len(page.context.pages) == 1
    await anna.presses("START", "Najbliższe szkolenia", "2")
    await anna.shows("Ochrona danych w sekretariacie")
    return anna


async def test_training_is_passed_on_to_a_chosen_chat(page: Page, card: Handset, maria: Handset) -> None:
    await card.presses(PASSES_ON)
    choice = card.pane.get_by_role("group", name="Który czat wybrać?")
    await expect(choice.get_by_role("button")).to_have_text(["", "Terminarz", GROUP])
    await choice.get_by_role("button", name=GROUP).click()
    await expect(card.whole.get_by_role("tab", name=GROUP)).to_have_attribute("aria-selected", "true")
    await card.shows(SHARED)
    await expect(card.line).to_be_focused()
    await maria.opens(GROUP)
    await maria.shows(SHARED)
    assert len(page.context.pages) == 1


async def test_passing_on_is_given_up(page: Page, card: Handset) -> None:
    await card.presses(PASSES_ON)
    await page.keyboard.press("Escape")
    await expect(card.pane.get_by_role("group", name="Który czat wybrać?")).to_have_count(0)
    await expect(card.button(PASSES_ON)).to_be_focused()


async def test_map_opens_beside_the_page(card: Handset) -> None:
    on_map = card.pane.get_by_role("link", name="Mapa (otwiera stronę)").last
    await expect(on_map).to_have_attribute("target", "_blank")
    await expect(on_map).to_have_attribute("rel", "noopener noreferrer")


async def test_quote_is_parted_from_the_text_by_one_empty_line(card: Handset) -> None:
    quote = card.saying("Ochrona danych w sekretariacie").last.locator("blockquote")
    gaps = await quote.evaluate(GAPS)
    assert [1 < gap < 2 for gap in gaps] == [True, True], gaps
