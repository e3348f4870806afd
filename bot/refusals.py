"""How a command says no: one clear sentence and an exit status. Imports nothing of bot."""

from typing import ClassVar


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A command will not do what it was asked; its only argument is the sentence that says why and what to do."""

    status: ClassVar[int] = 1


class SettingsRefused(Refused):
    """The settings cannot be used; the sentence names the key and never shows a secret."""

    status: ClassVar[int] = 2
