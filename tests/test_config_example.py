"""The example file says what the settings say, and works."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, load_settings
from bot.settings.example import example

COMMITTED = Path(__file__).parent.parent / "config.example.toml"


def test_example_is_what_the_settings_describe() -> None:
    assert COMMITTED.read_text("utf-8") == example(), "run: make example"


def test_example_as_it_stands_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings({"TERMINARZ_CONFIG": str(COMMITTED)}) == load_settings({})


@pytest.mark.parametrize("left_out", ["token", "token_file"])
def test_example_loads_with_every_line_taken(left_out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    token = "123456789:" + "a" * 35
    (tmp_path / "token").write_text(token, "utf-8")
    (tmp_path / "token").chmod(0o600)
    taken = re.sub(r"^#(?=[\[a-z])", "", example(), flags=re.MULTILINE)
    (tmp_path / "config.toml").write_text(re.sub(rf"^{left_out} =.*$", "", taken, flags=re.MULTILINE), "utf-8")
    settings = load_settings({})
    assert settings.token is not None
    assert (settings.token.get_secret_value() == token) == (left_out == "token")
    assert _holding(settings) == _holding(load_settings({"TERMINARZ_CONFIG": str(COMMITTED)}))
    assert [office.aliases for office in settings.institutions] == [("UM Gdynia", "Gdynia")]


def _holding(settings: Settings) -> dict[str, Any]:
    """Return what holds: a rate that is left out is the one that the example names."""
    sending = settings.sending
    held = sending.model_dump() | {"rate": sending.messages_a_second, "concurrency": sending.at_once}
    return settings.model_dump(exclude={"token", "token_file", "institutions", "sending"}) | {"sending": held}
