"""Every setting there is, with its default and the words that describe it. Never imports the rest of bot.

The texts under the fields are what `config.example.toml` says.
"""

from datetime import time
from itertools import chain
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings.kinds import (
    ApiAddress,
    Database,
    Expects,
    Hour,
    Name,
    Names,
    Text,
    Token,
    TokenFile,
    WebAddress,
    Zone,
)

PREFIX = "TERMINARZ_"
FREE_RATE, PAID_RATE = 30, 1000
FREE_AT_ONCE, PAID_AT_ONCE = 16, 250


class Table(BaseModel):
    """A part of the settings: frozen, strict, and without room for keys it does not know."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        strict=True,
        use_attribute_docstrings=True,
        validate_default=True,
    )


class Chat(Table):
    """What people see in the chat."""

    service: Name = "Terminarz"
    """The name the service goes by in its messages."""

    language: Literal["pl", "en"] = "pl"
    """The language for people whose own is neither Polish nor English."""


class Controller(Table):
    """Who answers for the personal data. Sign-ups are refused until name and contact are given."""

    name: Text = ""
    """The data controller, as it stands in the privacy notice."""

    address: Text = ""
    """Its postal address."""

    contact: Text = ""
    """Where people write or call about their data: an e-mail address or a telephone number."""

    data_protection_officer: Text = ""
    """How to reach the data protection officer, where there is one."""

    notice_url: WebAddress = ""
    """The page with the full privacy notice."""

    @property
    def named(self) -> bool:
        """Whether personal data may be asked for at all."""
        return bool(self.name and self.contact)


class Reminders(Table):
    """When people are reminded who chose nothing else. Hours are those of `timezone`."""

    week: bool = False
    """A week before."""

    day: bool = True
    """On the last working day before, at 14:00."""

    hour: bool = True
    """One hour before, or 15 minutes when the training is online."""

    quiet_from: Hour = time(20)
    """From this hour on nothing is sent that a person did not ask for."""

    quiet_until: Hour = time(7)
    """Until this hour. The same hour twice means no quiet time."""


class Sending(Table):
    """How fast messages leave."""

    paid: bool = False
    """Whether Telegram may charge for more than 30 messages a second. It has to agree, and takes Stars."""

    rate: Annotated[int | None, Field(ge=1, le=1000, examples=[30]), Expects("a whole number from 1 to 1000")] = None
    """Messages a second. Left out, it is what Telegram allows: 30, or 1000 when paid."""

    per_chat: Annotated[int, Field(ge=1, le=60_000)] = 60
    """Messages a minute to one person; a group gets a third of it."""

    concurrency: Annotated[int | None, Field(ge=1, le=500, examples=[16]), Expects("a whole number from 1 to 500")] = (
        None
    )
    """How many notices may wait for Telegram's answer at the same time. Left out, it is 16, or 250 when paid."""

    @property
    def messages_a_second(self) -> int:
        """The rate that holds."""
        return self.rate or (PAID_RATE if self.paid else FREE_RATE)

    @property
    def at_once(self) -> int:
        """The concurrency that holds."""
        return self.concurrency or (PAID_AT_ONCE if self.paid else FREE_AT_ONCE)


class Intake(Table):
    """How messages arrive."""

    poll_timeout: Annotated[int, Field(ge=1, le=50)] = 25
    """Seconds one request waits for something to happen before the next one is made."""

    concurrency: Annotated[int, Field(ge=1, le=200)] = 8
    """How many people are served at the same time. One person's messages always go in order."""


class Logs(Table):
    """What the process says about itself on standard error."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """The least important thing worth a line."""

    development: bool = False
    """Whether the level may be DEBUG. Never where real people write: DEBUG shows what they wrote."""

    @model_validator(mode="after")
    def _keep_conversations_out(self) -> Self:
        if self.level == "DEBUG" and not self.development:
            raise ValueError("Set logs.level to INFO, or logs.development to true where no real people write.")
        return self


class Institution(Table):
    """An office people come from, so that it is recognised by any of its names."""

    name: Annotated[Name, Field(examples=["Urząd Miasta Gdyni"])]
    """The full name."""

    aliases: Annotated[Names, Field(strict=False, examples=[("UM Gdynia", "Gdynia")])] = ()
    """What people call it as well."""

    member: Annotated[bool, Field(examples=[True])] = False
    """Whether it belongs to the association, where trainings are for members only."""


class Settings(BaseSettings, Table):
    """All of it. Built by `load_settings`, which knows where settings come from and says what is wrong with them."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_ignore_empty=True,
    )

    token: Annotated[Token, Field(examples=["123456789:put-the-token-from-BotFather-here"])] = None
    """The bot's token. Better kept out of this file: in TERMINARZ_TOKEN, or in a file named by token_file."""

    token_file: Annotated[TokenFile, Field(examples=["token"])] = None
    """A file that holds the token alone and that only its owner can read (chmod 600). Instead of token."""

    base_url: ApiAddress = "https://api.telegram.org"
    """Where the Bot API is: Telegram's own, or a server of yours. /bot<token>/… is put behind it."""

    database: Annotated[Database, Field(repr=False)] = "sqlite:///terminarz.db"
    """What is remembered lives here: sqlite:///path for one process, postgresql://user@host/name for several."""

    timezone: Zone = ZoneInfo("Europe/Warsaw")
    """The zone of the hours in these settings, and of programmes that name none."""

    chat: Chat = Chat()
    controller: Controller = Controller()
    reminders: Reminders = Reminders()
    sending: Sending = Sending()
    intake: Intake = Intake()
    logs: Logs = Logs()
    institutions: Annotated[tuple[Institution, ...], Field(strict=False)] = ()
    """The offices people come from, one table each. Others can be typed in the chat all the same."""

    @model_validator(mode="after")
    def _tell_institutions_apart(self) -> Self:
        names = [
            name.casefold() for name in chain.from_iterable((each.name, *each.aliases) for each in self.institutions)
        ]
        if len(names) != len(set(names)):
            raise ValueError("Give each name and alias in institutions once: two of them are the same.")
        return self
