"""What people see of the bot before they write: commands and descriptions, set only where they differ."""

from dataclasses import dataclass

from bot.telegram import BotApi
from domain.official import Language
from handlers import profile
from handlers.service import Service

CODES = {Language.POLISH: "", Language.ENGLISH: "en"}
"""Polish is what Telegram shows in any language that has no texts of its own."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Compares what Telegram shows with the catalogue and mends the difference."""

    api: BotApi
    service: Service

    async def introduce(self) -> int:
        """Set commands and descriptions where they differ; return how many calls that took."""
        changed = 0
        for language, code in CODES.items():
            wanted = profile.texts(language, self.service)
            spoken = {"language_code": code} if code else {}
            changed += await self._set("Commands", "commands", wanted.commands, spoken)
            changed += await self._set("Description", "description", wanted.description, spoken)
            changed += await self._set("ShortDescription", "short_description", wanted.short_description, spoken)
        return changed

    async def _set(self, what: str, field: str, wanted: object, spoken: dict[str, str]) -> int:
        shown = await self.api.call(f"getMy{what}", spoken)
        present = shown.get(field) if isinstance(shown, dict) else shown
        if present == wanted:
            return 0
        await self.api.call(f"setMy{what}", {field: wanted, **spoken})
        return 1
