"""Words: every text of the chat by its key, in the language of the person, at the moment it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.texts.catalogue import translations
from handlers.texts.markup import Markup, escape, plain

if TYPE_CHECKING:
    from datetime import datetime

    from domain.official import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The texts in one language, and the instant that "today" and "in an hour" are counted from (aware)."""

    language: Language
    now: datetime

    def __call__(self, key: str, /, **values: object) -> Markup:
        """Return a text as HTML; values are escaped, ``Markup`` ones are not. An unknown key raises ``KeyError``."""
        text = translations(self.language).gettext(key)
        return Markup(text.format_map({name: escape(value) for name, value in values.items()}))

    def plural(self, key: str, n: int, **values: object) -> Markup:
        """Return the clause for a number, which stands in it as ``{n}``; values as in a call."""
        clause = translations(self.language).ngettext(key, key, n)
        return Markup(clause.format_map({"n": n} | {name: escape(value) for name, value in values.items()}))

    def plain(self, key: str, /, **values: object) -> str:
        """Return a text for where there is no HTML: buttons, toasts, the names of events."""
        text = translations(self.language).gettext(key)
        return text.format_map({name: plain(value) for name, value in values.items()})
