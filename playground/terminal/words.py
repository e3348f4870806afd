"""How the terminal words things: sentences, counts, instants and sizes. Imports nothing of the stage."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from playground.terminal.texts import COUNTED, HELP, TEXTS

ZONE = ZoneInfo("Europe/Warsaw")
LANGUAGES = tuple(TEXTS)
_THOUSAND = 1000


def language_of(environment: Mapping[str, str]) -> str:
    """Choose English where the locale says so, Polish everywhere else; the first variable that is set decides."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "en" if locale.lower().startswith("en") else "pl"


class Words:
    """The words of one language, "pl" or "en"."""

    def __init__(self, language: str) -> None:
        self._texts, self._counted, self.help = TEXTS[language], COUNTED[language], HELP[language]
        self._locale = Locale("en", "GB") if language == "en" else Locale(language)

    def __call__(self, key: str, **values: object) -> str:
        """Fill in a text."""
        return self._texts[key].format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Fill in the form of a clause that goes with a number."""
        return self._counted[key][self._locale.plural_form(number)].format(n=number, **values)

    def usage(self, command: str) -> str:
        """Say how a command is used."""
        usage, purpose = self.help[command]
        return self("misused", usage=usage, purpose=purpose)

    def day(self, at: datetime) -> str:
        """Write the day of an instant, with its weekday."""
        return format_date(_local(at).date(), "EEEE, d MMMM y", locale=self._locale)

    def hour(self, at: datetime) -> str:
        """Write the time of day."""
        return format_datetime(_local(at), "H:mm", locale=self._locale)

    def moment(self, at: datetime) -> str:
        """Write day and time."""
        return f"{self.day(at)}, {self.hour(at)}"

    def size(self, size: int) -> str:
        """Write a number of bytes."""
        if size < _THOUSAND:
            return f"{size} B"
        return f"{format_decimal(size / _THOUSAND, '0.0', locale=self._locale)} kB"


def day_of(at: datetime) -> date:
    """Return the day an instant falls on where the bot lives."""
    return _local(at).date()


def _local(at: datetime) -> datetime:
    return at.astimezone(ZONE)
