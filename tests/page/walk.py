"""The keyboard alone: from one stop of the Tab key to the next, each of them to be seen."""

import json
from dataclasses import dataclass

from playwright.async_api import Locator, Page

MOST_STOPS = 90
_SEEN = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;  // past the last stop, in the browser's own frame
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { x, y, width, height } = at.getBoundingClientRect();
  const [left, right] = [Math.max(x, 0), Math.min(x + width, innerWidth)];
  const [top, bottom] = [Math.max(y, 0), Math.min(y + height, innerHeight)];
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    what: at.outerHTML.slice(0, 160),
    marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    uncovered: left < right && top < bottom && (at.contains(there) || there?.contains(at)),
  };
}"""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Hands that never leave the keys."""

    page: Page

    async def goes_to(self, place: Locator, key: str = "Tab") -> None:
        """Press a key until a place has the focus, which must be seen at every stop."""
        passed: list[str] = []
        for _ in range(MOST_STOPS):
            if await place.count() == 1 and await place.evaluate("place => place === document.activeElement"):
                return
            await self.page.keyboard.press(key)
            if (stop := await self.page.evaluate(_SEEN)) is None:
                continue
            assert stop["marked"], f"The focus is not seen on {stop['what']}"
            assert stop["uncovered"], f"Something covers {stop['what']}"
            passed.append(stop["what"])
        raise AssertionError(f"{key} never leads to {place}, only to {json.dumps(passed, indent=1)}")

    async def presses(self, place: Locator) -> None:
        """Go to a button and press it."""
        await place.wait_for()
        await self.goes_to(place)
        await self.page.keyboard.press("Enter")

    async def types(self, text: str) -> None:
        """Write where the focus is, and send it."""
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")
