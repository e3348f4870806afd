"""Settings: what is read from where, what is refused, and in which words."""

import json
import os
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.settings import Controller, Institution, Settings, SettingsRefused, load_settings, read_settings

TOKEN = "123456789:" + "Abc_-" * 7


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsRefused) as refused:
        load_settings(environ)
    return str(refused.value)


def refusal_of_file(text: str) -> str:
    Path("config.toml").write_text(text, "utf-8")
    return refusal({})


def token_file(text: str, mode: int = 0o600) -> str:
    path = Path("token")
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return str(path)


def test_settings_have_a_default_each() -> None:
    settings = load_settings({})
    assert settings == Settings.model_construct()
    assert settings.token is None
    assert settings.base_url == "https://api.telegram.org"
    assert settings.database == "sqlite:///terminarz.db"
    assert settings.timezone == ZoneInfo("Europe/Warsaw")
    assert settings.reminders.quiet_from == time(20)


def test_environment_sets_every_kind_of_value() -> None:
    settings = load_settings(
        {
            "TERMINARZ_TOKEN": TOKEN,
            "TERMINARZ_BASE_URL": "http://127.0.0.1:8081/",
            "TERMINARZ_TIMEZONE": "Europe/Lisbon",
            "TERMINARZ_CHAT__LANGUAGE": "en",
            "TERMINARZ_REMINDERS__WEEK": "true",
            "TERMINARZ_REMINDERS__QUIET_FROM": "08:30",
            "TERMINARZ_SENDING__RATE": "25",
            "TERMINARZ_INSTITUTIONS": '[{"name": "Urząd Gminy", "aliases": ["UG"], "member": true}]',
        }
    )
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.base_url == "http://127.0.0.1:8081"
    assert settings.timezone == ZoneInfo("Europe/Lisbon")
    assert (settings.chat.language, settings.sending.rate) == ("en", 25)
    assert (settings.reminders.week, settings.reminders.quiet_from) == (True, time(8, 30))
    assert settings.institutions == (Institution(name="Urząd Gminy", aliases=("UG",), member=True),)


def test_file_sets_what_the_environment_leaves_open() -> None:
    Path("config.toml").write_text('[sending]\nrate = 20\nconcurrency = 4\n[reminders]\nquiet_from = "21:00"', "utf-8")
    settings = load_settings({"TERMINARZ_SENDING__RATE": "10"})
    assert (settings.sending.rate, settings.sending.concurrency) == (10, 4)
    assert settings.reminders.quiet_from == time(21)


def test_credentials_stand_between_environment_and_file(folder: Path) -> None:
    (folder / "credentials").mkdir()
    (folder / "credentials" / "token").write_text(TOKEN + "\n", "utf-8")
    (folder / "credentials" / "database").write_text("sqlite:///credentials.db", "utf-8")
    Path("config.toml").write_text('database = "sqlite:///file.db"', "utf-8")
    environ = {"CREDENTIALS_DIRECTORY": str(folder / "credentials")}
    settings, origins = read_settings(environ)
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.database == "sqlite:///credentials.db"
    assert origins.source(("token",)) == "credential token"
    assert load_settings({**environ, "TERMINARZ_DATABASE": "sqlite:///here.db"}).database == "sqlite:///here.db"


def test_origins_name_the_source_of_each_setting() -> None:
    Path("other.toml").write_text('[chat]\nlanguage = "en"', "utf-8")
    _, origins = read_settings({"TERMINARZ_CONFIG": "other.toml", "TERMINARZ_LOGS": '{"level": "ERROR"}'})
    assert origins.file_name == "other.toml"
    assert origins.source(("chat", "language")) == "other.toml"
    assert origins.source(("logs", "level")) == "environment TERMINARZ_LOGS"
    assert origins.source(("logs", "development")) == "default"


def test_empty_names_in_the_environment_count_as_not_set() -> None:
    assert load_settings({"TERMINARZ_TOKEN": "", "TERMINARZ_SENDING__RATE": ""}) == Settings.model_construct()


def test_token_is_read_from_its_file() -> None:
    token = load_settings({"TERMINARZ_TOKEN_FILE": token_file(TOKEN + "\n")}).token
    assert token is not None
    assert token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    "address",
    ["postgresql:///bot?host=/run/postgresql", "postgresql:///bot?user=bot&host=%2Frun%2Fpostgresql", "sqlite:///x.db"],
)
def test_database_may_be_behind_a_socket_or_in_a_file(address: str) -> None:
    assert load_settings({"TERMINARZ_DATABASE": address}).database == address


def test_token_is_shown_by_no_representation() -> None:
    settings = load_settings({"TERMINARZ_TOKEN": TOKEN, "TERMINARZ_DATABASE": "postgresql://bot:hidden@localhost/bot"})
    assert TOKEN not in f"{settings!r} {settings}"
    assert "hidden" not in f"{settings!r} {settings}"


def test_controller_is_named_with_a_contact() -> None:
    assert not Controller(name="Gmina").named
    assert Controller(name="Gmina", contact="rodo@example.org").named


def test_settings_are_frozen() -> None:
    settings = load_settings({})
    with pytest.raises(ValidationError, match="frozen"):
        settings.database = "sqlite:///other.db"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        settings.chat.language = "en"  # type: ignore[misc]


@pytest.mark.parametrize(
    "token", [TOKEN + "\n", TOKEN + " ", "Bearer " + TOKEN, "123456789", "123456789:short", TOKEN.replace(":", ";")]
)
def test_token_of_another_shape_is_refused_without_showing_it(token: str) -> None:
    sentence = refusal({"TERMINARZ_TOKEN": token})
    assert sentence.startswith("Set TERMINARZ_TOKEN to the token exactly as BotFather gave it")
    assert token.strip() not in sentence


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o622])
def test_token_file_open_to_others_is_refused(mode: int) -> None:
    sentence = refusal({"TERMINARZ_TOKEN_FILE": token_file(TOKEN, mode)})
    assert sentence == "Correct TERMINARZ_TOKEN_FILE: others can read the token, so run chmod 600 token first."


def test_token_file_that_is_missing_or_holds_something_else_is_refused() -> None:
    missing = refusal({"TERMINARZ_TOKEN_FILE": "token"})
    assert missing == "Correct TERMINARZ_TOKEN_FILE: there is no file token that the bot's user can read."
    wrong = refusal({"TERMINARZ_TOKEN_FILE": token_file("123456789:secret\n")})
    assert wrong.startswith("Correct TERMINARZ_TOKEN_FILE: set the text of token to the token exactly as")
    assert "secret" not in wrong


def test_token_given_twice_is_refused() -> None:
    Path("config.toml").write_text(f'token_file = "{token_file(TOKEN)}"', "utf-8")
    told = refusal({"TERMINARZ_TOKEN": TOKEN})
    assert told == "Give the token once: remove either TERMINARZ_TOKEN or token_file in config.toml."


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TERMINARZ_TOKE", "TERMINARZ_TOKEN"),
        ("terminarz_databse", "TERMINARZ_DATABASE"),
        ("TERMINARZ_SENDING_RATE", "TERMINARZ_SENDING__RATE"),
    ],
)
def test_unknown_name_in_the_environment_is_refused(name: str, meant: str) -> None:
    expected = f"Remove or correct {name}: there is no such setting; perhaps {meant} was meant."
    assert refusal({name: TOKEN}) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tokenn = 1", "Remove or correct tokenn in config.toml: there is no such setting; perhaps token was meant."),
        ("[chat]\ncolour = 1", "Remove or correct chat.colour in config.toml: there is no such setting."),
        (
            '[[institutions]]\nname = "A"\n[[institutions]]\nzip = ""',
            "Remove or correct institutions, no. 2, zip in config.toml: there is no such setting.",
        ),
        (
            "[[institutions]]\nmember = true",
            "Add name to institutions, no. 1 in config.toml: a name on one line, without spaces around it.",
        ),
        ("institutions = [1]", "Set institutions, no. 1 in config.toml to a table of settings."),
        ("institutions = 1", "Set institutions in config.toml to a list of tables."),
        ("chat = 1", "Set chat in config.toml to a table of settings."),
        ("[sending]\nrate = true", "Set sending.rate in config.toml to a whole number from 1 to 1000."),
        ("[sending]\nrate = 0", "Set sending.rate in config.toml to a whole number from 1 to 1000."),
        ('[sending]\nrate = "9"', "Set sending.rate in config.toml to a whole number from 1 to 1000."),
        ("[reminders]\nday = 1", "Set reminders.day in config.toml to true or false."),
        (
            '[reminders]\nquiet_from = "8 pm"',
            'Set reminders.quiet_from in config.toml to an hour and minute, such as "14:00".',
        ),
        ('[chat]\nlanguage = "de"', "Set chat.language in config.toml to one of pl, en."),
        ('timezone = "Europe"', "Set timezone in config.toml to a time zone, such as Europe/Warsaw."),
        ('timezone = "Mars/Base"', "Set timezone in config.toml to a time zone, such as Europe/Warsaw."),
        ('database = "mysql://x"', "Set database in config.toml to sqlite:///a-path or postgresql://user@host/name."),
        ('database = "sqlite://x"', "Set database in config.toml to sqlite:///a-path or postgresql://user@host/name."),
        (
            'database = "postgresql:///x"',
            "Set database in config.toml to sqlite:///a-path or postgresql://user@host/name.",
        ),
        ("\nx = ?\n", "Correct config.toml at line 2: it is not TOML."),
    ],
)
def test_mistake_in_the_file_is_told_in_one_sentence(text: str, sentence: str) -> None:
    assert refusal_of_file(text) == sentence


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TERMINARZ_SENDING__RATE", "true", "Set TERMINARZ_SENDING__RATE to a whole number from 1 to 1000."),
        ("TERMINARZ_SENDING__RATE", "fast", "Set TERMINARZ_SENDING__RATE to a whole number from 1 to 1000."),
        ("TERMINARZ_INSTITUTIONS", "[{", "Set TERMINARZ_INSTITUTIONS to JSON, or write this part into config.toml."),
        ("TERMINARZ_CHAT", "[]", "Set TERMINARZ_CHAT to a table of settings."),
        ("TERMINARZ_CHAT", '{"language": 1}', "Set chat.language in TERMINARZ_CHAT to one of pl, en."),
        ("TERMINARZ_CONFIG", "absent.toml", "Correct TERMINARZ_CONFIG: there is no file absent.toml."),
    ],
)
def test_mistake_in_the_environment_is_told_by_its_name(name: str, value: str, sentence: str) -> None:
    assert refusal({name: value}) == sentence


@pytest.mark.parametrize(
    "address",
    ["api.telegram.org", "ftp://example.org", "https://", f"https://example.org/bot{TOKEN}", "https://a:b@example.org"],
)
def test_base_url_is_an_address_without_secrets(address: str) -> None:
    sentence = refusal({"TERMINARZ_BASE_URL": address})
    assert sentence == "Set TERMINARZ_BASE_URL to an address that begins with https:// or http://, without the token."


def test_debug_is_for_development_only() -> None:
    assert refusal({"TERMINARZ_LOGS__LEVEL": "DEBUG"}).startswith("Set logs.level to INFO")
    allowed = load_settings({"TERMINARZ_LOGS__LEVEL": "DEBUG", "TERMINARZ_LOGS__DEVELOPMENT": "true"})
    assert allowed.logs.level == "DEBUG"


def test_institutions_share_no_name() -> None:
    offices = json.dumps([{"name": "Urząd A", "aliases": ["ug"]}, {"name": "UG"}])
    sentence = refusal({"TERMINARZ_INSTITUTIONS": offices})
    assert sentence == "Give each name and alias in institutions once: two of them are the same."
