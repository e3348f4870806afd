"""`read`: an announcement as words or JSON; files of other kinds refused in one sentence; nothing left behind."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.cli.read.document import KEYS

NOW = "2024-09-02"
PAGE = Path(__file__).parents[2] / "docs" / "announcements.md"
TEXT = "Szkolenie „Łączność w gminie”\n12 września (czwartek), godz. 9:00\nZapisy: https://zapisy.example.org/12\n"
NO_EVENT = "Życzymy spokojnych świąt.\n"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Read bytes from a file and return what is printed, with plain spaces."""

    def read(raw: bytes, *options: str) -> str:
        Path("text").write_bytes(raw)
        assert main(["read", "--now", NOW, *options, "text"]) == 0
        return capsys.readouterr().out.replace("\u00a0", " ")

    return read


@pytest.fixture
def found(told: Callable[..., str]) -> Callable[..., Any]:
    """Read bytes from a file and return what is printed as JSON."""
    return lambda raw, *options: json.loads(told(raw, "--json", *options))


def test_page_shows_what_is_printed(told: Callable[..., str]) -> None:
    text, printed = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert told(text.encode()) == printed


def test_json_has_every_key_and_stands_for_what_the_text_states(found: Callable[..., Any]) -> None:
    read = found(TEXT.encode())
    assert list(read) == ["trainings", "problems"]
    (training,) = read["trainings"]
    assert tuple(training) == KEYS
    stated = {key: value for key, value in training.items() if value not in (None, [])}
    assert {key: stated.pop(key) for key in ("evidence", "questions")}.keys() == {"evidence", "questions"}
    assert stated == {
        "title": "Łączność w gminie",
        "start": "2024-09-12T09:00",
        "all_day": False,
        "signup_url": "https://zapisy.example.org/12",
        "status": "planned",
        "kind": "szkolenie",
        "past": False,
    }
    assert training["speakers"] == training["agenda"] == read["problems"] == []


def test_what_is_missing_is_asked_in_words(found: Callable[..., Any]) -> None:
    (training,) = found("Szkolenie „Łączność w gminie”, 12 września 2024 r.".encode())["trainings"]
    assert training["all_day"] is True
    assert "Brakuje godziny." in training["questions"]
    assert not any("<" in question or "&" in question for question in training["questions"])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_evidence_counts_signs_of_the_text_as_given(mark: str, end: str, found: Callable[..., Any]) -> None:
    text = mark + "🔔 Uwaga!\n\n".replace("\n", end) + TEXT.replace("\n", end)
    (training,) = found(text.encode())["trainings"]
    quoted = {name: text[start:until] for name, (start, until) in training["evidence"].items()}
    assert quoted["signup_url"] == "https://zapisy.example.org/12"
    assert "Łączność w gminie" in quoted["title"]
    assert "12 września" in quoted["start"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["read", "--now", NOW, "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["trainings"][0]["title"] == "Łączność w gminie"


@pytest.mark.parametrize("raw", [b"", b" \n\x00", NO_EVENT.encode()])
def test_text_without_an_event_is_no_failure(raw: bytes, told: Callable[..., str], found: Callable[..., Any]) -> None:
    read = found(raw)
    assert read["trainings"] == []
    assert len(read["problems"]) == 1
    assert told(raw) == read["problems"][0].replace("\u00a0", " ") + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
def test_polish_text_is_read_in_the_encodings_of_offices(encoding: str, found: Callable[..., Any]) -> None:
    plain = TEXT.replace(" „", ": ").replace("”", "")
    assert found(plain.encode(encoding))["trainings"][0]["title"] == "Łączność w gminie"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "text is a packed document, as .docx, .odt and .xlsx files are; open it, copy"),
        (b"%PDF-1.7\n%\xe2\xe3", "text is a PDF document; open it, copy"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "text is a document of an older Word or Excel; open it, copy"),
        (b"{\\rtf1\\ansi", "text is a document in Rich Text Format; open it, copy"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "text is not a text in UTF-8; save the announcement as plain text"),
        ("Größe und Maß".encode("latin-1"), "text is not a text in UTF-8; save the announcement as plain text"),
        (b"\xff\xfea", "text is not a text in UTF-8; save the announcement as plain text"),
    ],
)
def test_other_files_are_refused_with_what_to_do(raw: bytes, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("text").write_bytes(raw)
    assert main(["read", "text"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(what)
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", ["nowhere.txt", ".", "a\x00b"])
def test_files_that_cannot_be_read_are_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["text", "more"], ["--now", "jutro", "text"]])
def test_wrong_usage_exits_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["read", *words])
    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_moment_too_far_away_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("text").write_text(TEXT, "utf-8")
    assert main(["read", "--now", "0001-01-01", "text"]) == 2
    assert capsys.readouterr().err == "--now is too far away from today; write another moment.\n"


def test_past_is_told_as_of_now_on_the_clock_of_warsaw(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Szkolenie „Łączność w gminie”, 12 września 2024 r., godz. 9:00–12:00"
    Path("text").write_text(text, "utf-8")
    for now, past in (("2024-09-12T11:59", False), ("2024-09-12T12:01", True), ("2024-09-12T10:01Z", True)):
        assert main(["read", "--now", now, "--json", "text"]) == 0
        assert json.loads(capsys.readouterr().out)["trainings"][0]["past"] is past


def test_nothing_is_left_behind(told: Callable[..., str]) -> None:
    told(TEXT.encode())
    assert [path.name for path in Path().iterdir()] == ["text"]
