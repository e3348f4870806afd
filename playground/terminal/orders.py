"""What a line asks for: pure reading, without the stage. A line that cannot be meant becomes `Unknown` or `Misused`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from playground.answers import Json
from playground.stage.acts import LONGEST_LEAP
from playground.stage.traffic import KEPT
from playground.terminal.numbers import NUMBER
from playground.terminal.words import LANGUAGES

_LEAP = re.compile(r"\+\s*([0-9]{1,6})\s*([dhm])")
_MINUTES = {"d": 24 * 60, "h": 60, "m": 1}
_SHOWN_CALLS = 10


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty line."""


@dataclass(frozen=True, slots=True)
class Press:
    """Press the button with a number."""

    number: int


@dataclass(frozen=True, slots=True)
class Write:
    """Write in the chat, perhaps in reply to a message."""

    text: str
    reply: int | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """Press START; `link` is a deep link, its payload, or empty."""

    link: str


@dataclass(frozen=True, slots=True)
class Forward:
    """Forward a message to the bot."""

    number: int


@dataclass(frozen=True, slots=True)
class Save:
    """Save the file of a message under a name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Who:
    """List people, or show the one that is wanted."""

    wanted: str


@dataclass(frozen=True, slots=True)
class Where:
    """List the chats of the person shown, or show the one that is wanted."""

    wanted: str


@dataclass(frozen=True, slots=True)
class Clock:
    """Tell the time, after an act that moves the clock if there is one."""

    act: Json | None = None


@dataclass(frozen=True, slots=True)
class Mishap:
    """Plan a mishap of a kind, or take it back."""

    kind: str


@dataclass(frozen=True, slots=True)
class Calls:
    """Show the newest calls and updates."""

    count: int


@dataclass(frozen=True, slots=True)
class Speak:
    """Change the language of the terminal's own words."""

    language: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A command that stands alone: help, invite, block, reset or quit."""

    command: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A command that nobody knows."""

    command: str


@dataclass(frozen=True, slots=True)
class Misused:
    """A command with words that it cannot do anything with."""

    command: str


Order = (
    Nothing | Press | Write | Start | Forward | Save | Who | Where | Clock | Mishap | Calls | Speak | Plain
    | Unknown | Misused
)  # fmt: skip


def read(line: str) -> Order:
    """Read one line; a space at its beginning makes it a message, whatever follows."""
    if not line.strip():
        return Nothing()
    if line.startswith(":"):
        return _command(line[1:])
    words = line.rstrip()
    if NUMBER.fullmatch(words):
        return Press(int(words))
    return Write(words.strip())


def _command(line: str) -> Order:
    command, _, words = line.strip().partition(" ")
    reader = _READERS.get(command.lower())
    if reader is None:
        return Unknown(command)
    return reader(words.strip()) or Misused(command.lower())


def _alone(order: Order) -> Callable[[str], Order | None]:
    return lambda words: None if words else order


def _who(words: str) -> Order:
    return Plain("invite") if words == "+" else Who(words)


def _start(words: str) -> Order | None:
    return None if " " in words else Start(words)


def _clock(words: str) -> Order | None:
    match words.lower().split():
        case []:
            return Clock()
        case ["next" | "run" | "pause" as turn]:
            return Clock({"act": turn})
        case ["run", "1" | "10" | "60" as speed]:
            return Clock({"act": "run", "speed": int(speed)})
    if (leap := _LEAP.fullmatch(words.lower())) is None:
        return None
    minutes = int(leap[1]) * _MINUTES[leap[2]]
    possible = 0 < minutes <= LONGEST_LEAP // timedelta(minutes=1)
    return Clock({"act": "pass", "minutes": minutes}) if possible else None


def _reply(words: str) -> Order | None:
    number, _, text = words.partition(" ")
    return Write(text.strip(), int(number)) if NUMBER.fullmatch(number) and text.strip() else None


def _forward(words: str) -> Order | None:
    return Forward(int(words)) if NUMBER.fullmatch(words) else None


def _save(words: str) -> Order | None:
    number, _, name = words.partition(" ")
    return Save(int(number), name.strip()) if NUMBER.fullmatch(number) and name.strip() else None


def _calls(words: str) -> Order | None:
    words = words or str(_SHOWN_CALLS)
    return Calls(int(words)) if NUMBER.fullmatch(words) and 0 < int(words) <= KEPT else None


def _language(words: str) -> Order | None:
    return Speak(words.lower()) if words.lower() in LANGUAGES else None


_READERS: dict[str, Callable[[str], Order | None]] = {
    "start": _start,
    "who": _who,
    "chat": Where,
    "clock": _clock,
    "reply": _reply,
    "forward": _forward,
    "save": _save,
    "block": _alone(Plain("block")),
    "429": _alone(Mishap("flood")),
    "cut": _alone(Mishap("cut")),
    "calls": _calls,
    "reset": _alone(Plain("reset")),
    "language": _language,
    "help": _alone(Plain("help")),
    "quit": _alone(Plain("quit")),
}
