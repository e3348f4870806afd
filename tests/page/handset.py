"""One phone on the page, as a hand meets it: what it shows, what is written and pressed. Waits as a person waits."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect


@dataclass(frozen=True, slots=True)
class Handset:
    """The phone of a person; the words on it are in the page's language."""

    page: Page
    name: str

    @property
    def whole(self) -> Locator:
        """The phone itself."""
        return self.page.locator("main").get_by_role("region", name=self.name).first

    @property
    def pane(self) -> Locator:
        """The chat that is open."""
        return self.whole.get_by_role("tabpanel")

    @property
    def messages(self) -> Locator:
        """The messages of the open chat, oldest first."""
        return self.pane.locator("[data-message]")

    @property
    def newest(self) -> Locator:
        """The newest message of the open chat."""
        return self.messages.last

    @property
    def line(self) -> Locator:
        """The line one writes in."""
        return self.pane.get_by_role("textbox")

    def button(self, label: str) -> Locator:
        """Find the newest button with this label."""
        return self.pane.get_by_role("button", name=label, exact=True).last

    def saying(self, *words: str) -> Locator:
        """Find the messages that contain all these words."""
        found = self.messages
        for part in words:
            found = found.filter(has_text=part)
        return found

    async def writes(self, text: str) -> None:
        """Write in the open chat."""
        await self.line.fill(text)
        await self.line.press("Enter")

    async def presses(self, *labels: str) -> None:
        """Press the newest button with each label, one after another."""
        for label in labels:
            await self.button(label).click()

    async def comes_forward(self) -> None:
        """Show this phone, whichever is shown."""
        await self.page.get_by_role("navigation").get_by_role("button", name=self.name).click()

    async def opens(self, chat: str) -> None:
        """Open one of the chats."""
        await self.whole.get_by_role("tab", name=chat).click()

    async def shows(self, *words: str) -> None:
        """Wait until the newest message contains all these words."""
        await expect(self.saying(*words).last).to_be_in_viewport()
