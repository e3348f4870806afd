"""The terminal face: a stage for people without a browser, one chat at a time, with numbered buttons.

    face = Face(stage, print, Words("pl"))
    await face.attend(lines)

Imports no HTTP and nothing of the bot that plays; only `lines` touches the terminal.
"""

from playground.terminal.face import Face
from playground.terminal.lines import read_lines
from playground.terminal.words import Words, language_of

__all__ = ["Face", "Words", "language_of", "read_lines"]
