"""The terminal face as a command: lines from a pipe, a file or a terminal, and what ends it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from playground.terminal import read_lines

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "bot", "demo", "--terminal"]
LANGUAGES = ("LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "TERM", "COLUMNS")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in LANGUAGES}


def test_piped_lines_become_a_transcript() -> None:
    lines = "/start\n1\n:clock +1d\n"
    done = subprocess.run(
        COMMAND, cwd=ROOT, env=ENVIRONMENT, input=lines, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    order = ("  /start\n", "  Dzień dobry!\n", "  [Najbliższe szkolenia]\n", "Ochrona danych w", "Jest wtorek, 28 ")
    places = [done.stdout.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "\x1b" not in done.stdout
    assert "Anna> " not in done.stdout


def test_mishaps_leave_the_transcript_clean() -> None:
    lines = "/start\n:429\n/moje\n:cut\n/moje\n:clock +1m\n"
    done = subprocess.run(
        COMMAND, cwd=ROOT, env=ENVIRONMENT, input=lines, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Nie ma jeszcze żadnych zapisów.") == 2
    assert "{" not in done.stdout


def test_reader_that_goes_away_ends_it_quietly() -> None:
    with subprocess.Popen(
        COMMAND, cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stdin is not None
        process.stdin.write(b"/start\n" * 20)
        process.stdin.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(60) == 130


def test_terminal_has_a_prompt_bold_and_an_end() -> None:
    here, there = pty.openpty()
    environment = ENVIRONMENT | {"LANG": "en_GB.UTF-8", "TERM": "xterm"}
    with subprocess.Popen(COMMAND, cwd=ROOT, env=environment, stdin=there, stdout=there, stderr=there) as process:
        os.close(there)
        assert "\x1b[1m== Anna Nowak (official), chat with the bot ==\x1b[0m" in shown_until(here, "\nAnna> ")
        os.write(here, b":who maria\r")
        assert "Maria Wi" in shown_until(here, "\nMaria> ")
        os.write(here, b"\x04")
        assert process.wait(60) == 0
    os.close(here)


def shown_until(terminal: int, end: str) -> str:
    """Read what a terminal shows until something is shown."""
    shown = b""
    while end not in (text := shown.decode(errors="replace").replace("\r", "")):
        shown += os.read(terminal, 4096)
    return text


async def test_lines_are_read_from_a_file_to_its_end(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("/start\n\n1")
    descriptor = os.open(script, os.O_RDONLY)
    assert [line async for line in read_lines(descriptor)] == ["/start", "", "1"]
    os.close(descriptor)


async def test_lines_come_as_they_are_typed() -> None:
    reading, writing = os.pipe()
    lines = read_lines(reading)
    for typed, line in [(b"raz\n", "raz"), ("dwa zażółć\r\n".encode(), "dwa zażółć"), (b"\n", ""), (b"\xff\n", "�")]:
        os.write(writing, typed)
        assert await anext(lines) == line
    os.write(writing, b"bez konca")
    os.close(writing)
    assert [line async for line in lines] == ["bez konca"]
    os.close(reading)
