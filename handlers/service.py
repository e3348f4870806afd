"""Who speaks: the service's name and address in Telegram, and who answers for personal data. Never reads settings."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Controller:
    """Who answers for personal data; an empty text means that it is not set."""

    name: str = ""
    contact: str = ""
    address: str = ""
    iod: str = ""
    notice_url: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """The bot as people know it: ``name`` in texts, ``bot_username`` in links (without @)."""

    name: str
    bot_username: str
    controller: Controller = field(default_factory=Controller)

    @property
    def chat(self) -> str:
        """The address of the private chat."""
        return f"https://t.me/{self.bot_username}"

    def deep_link(self, training_id: int) -> str:
        """Return the address that opens a training's card in the private chat."""
        return f"{self.chat}?start=s{training_id}"
