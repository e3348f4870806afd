"""The catalogues of texts, one a language, compiled in memory when first used; keys stand for the texts in code."""

from __future__ import annotations

import io
import re
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import TYPE_CHECKING, NoReturn

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.official import Language

# Where a line must not break: after one-letter words and "godz.", and between a number and what it counts.
_TIES = {
    "pl": re.compile(r"(?:(?<![\w</])[aiouwzAIOUWZ]|\bgodz\.|\bnr|\{n\}|\b\d+) (?=[\w{<])"),
    "en": re.compile(r"(?:\{n\}|\b\d+) (?=\w)"),
}


class _Complete(NullTranslations):
    """Refuses keys that the catalogue does not hold."""

    @override
    def gettext(self, message: str) -> NoReturn:
        raise KeyError(message)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:
        raise KeyError(msgid1)


def tie(text: str, language: str) -> str:
    """Put non-breaking spaces where a line must not break."""
    return _TIES[language].sub(lambda found: found.group()[:-1] + "\u00a0", text)


@cache
def translations(language: Language) -> GNUTranslations:
    """Return the texts of a language; a key it does not hold raises ``KeyError``."""
    source = files(__package__).joinpath(f"{language}.po").read_bytes()
    catalogue = read_po(io.BytesIO(source), locale=language.value)
    for message in catalogue:
        if message.id:
            message.string = _tied(message.string, language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    texts = GNUTranslations(compiled)
    texts.add_fallback(_Complete())
    return texts


def _tied(string: str | Iterable[str] | None, language: Language) -> str | tuple[str, ...]:
    if string is None or isinstance(string, str):
        return tie(string or "", language)
    return tuple(tie(form, language) for form in string)
