"""The command line: commands found by name, refusals in one sentence, exit statuses."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from bot import __version__
from bot.cli import COMMANDS, Command, main
from bot.refusals import Refused, SettingsRefused

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:" + "Abc_-" * 7


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("TERMINARZ_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def act(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Register a command `act` that ends with the exception given."""

    def register(end: BaseException) -> None:
        module = ModuleType("act")

        def run(_: object) -> int:
            raise end

        vars(module).update(configure=lambda _: None, run=run)
        monkeypatch.setitem(sys.modules, "act", module)
        monkeypatch.setitem(COMMANDS, "act", Command("act", "act"))

    return register


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_command_can_be_configured_and_run(command: Command) -> None:
    module = import_module(command.module)
    assert callable(module.configure)
    assert callable(module.run)


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version"]) == 0
    assert capsys.readouterr().out == f"Terminarz {__version__}\n"


def test_version_loads_nothing_that_takes_time() -> None:
    program = "import sys; from bot.cli import main; main(['version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "bot" in loaded
    assert not loaded & {"asyncio", "pydantic", "pydantic_settings", "structlog", "telegram", "aiohttp", "domain"}


def test_module_is_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "version"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Terminarz {__version__}\n", "")


@pytest.mark.parametrize("words", [[], ["fly"], ["version", "--loud"]])
def test_wrong_usage_exits_with_2_and_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("terminarz")
    assert err.count("\n") == 1


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert all(name in out and command.purpose in out for name, command in COMMANDS.items())


@pytest.mark.parametrize(
    ("end", "status", "said"),
    [
        (Refused("The database is newer."), 1, "The database is newer.\n"),
        (SettingsRefused("Set token."), 2, "Set token.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_command_that_ends_early_says_why_and_no_more(
    end: BaseException,
    status: int,
    said: str,
    act: Callable[[BaseException], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    act(end)
    assert main(["act"]) == status
    assert capsys.readouterr() == ("", said)


def test_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing) as stdout:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "check-config"], cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (130, b"")


def test_closed_output_is_no_error() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; sys.stdout = None; from bot.cli import main; sys.exit(main(['version']))",
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_check_config_shows_values_sources_and_no_secret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("config.toml").write_text('database = "postgresql://bot:pass/w@rd@db.example.org/bot"', "utf-8")
    monkeypatch.setenv("TERMINARZ_TOKEN", TOKEN)
    monkeypatch.setenv("TERMINARZ_SENDING__RATE", "20")
    assert main(["check-config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Read config.toml."
    assert "token = set  (environment TERMINARZ_TOKEN)" in lines
    assert "token_file = not set  (default)" in lines
    assert 'database = "postgresql://bot:***@db.example.org/bot"  (config.toml)' in lines
    assert "sending.rate = 20  (environment TERMINARZ_SENDING__RATE)" in lines
    assert 'reminders.quiet_from = "20:00"  (default)' in lines
    assert lines[-1] == "Sign-ups are refused until controller.name and controller.contact are set."


def test_check_config_says_when_no_file_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-config"]) == 0
    assert capsys.readouterr().out.startswith("No settings file was read.\ntoken = not set  (default)\n")


def test_check_config_names_the_token_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("token").write_text(TOKEN, "utf-8")
    Path("token").chmod(0o600)
    Path("config.toml").write_text('token_file = "token"', "utf-8")
    assert main(["check-config"]) == 0
    assert 'token = set  (token_file)\ntoken_file = "token"  (config.toml)\n' in capsys.readouterr().out


def test_check_config_refuses_bad_settings_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERMINARZ_TOKEN", TOKEN + "\n")
    assert main(["check-config"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Set TERMINARZ_TOKEN to the token")
    assert err.count("\n") == 1
    assert TOKEN not in err
