"""`ask`: one question as text, or JSON lines in and out; refusals in one sentence; no database left behind."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[2]
NOW = "2026-05-04T10:00"
PROGRAMME = {
    "programme": "Szkolenia lipowe",
    "organiser": "Związek Gmin Lipowych",
    "timezone": "Europe/Warsaw",
    "coordinator": {"name": "Hanna Brzozowska", "role": None, "email": "hanna@example.org", "phone": None},
    "signup_url": "https://lipowo.example.org/zapisy",
    "faq": [{"id": "obiad", "q": "Czy na szkoleniu jest obiad?", "a": "Obiad jest o 13:00."}],
    "trainings": [
        {
            "id": "archiwum",
            "title": "Archiwum urzędu krok po kroku",
            "start": "2026-05-07T09:00",
            "end": "2026-05-07T12:30",
            "place": {"name": "Dom Kultury", "city": "Lipowo", "room": "12"},
            "capacity": 25,
            "free_seats": 0,
            "waiting_list": False,
            "price_pln": 0,
        },
        {"id": "wycinka", "title": "Wycinka drzew po zmianie ustawy", "start": "2026-05-20", "capacity": 30},
    ],
}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("programme.json").write_text(json.dumps(PROGRAMME), "utf-8")


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Ask one question and return what is printed, with plain spaces."""

    def ask(*words: str) -> str:
        assert main(["ask", "--programme", "programme.json", "--now", NOW, *words]) == 0
        return capsys.readouterr().out.replace("\u00a0", " ")

    return ask


@pytest.fixture
def answered(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Any]]:
    """Send lines, values as JSON and texts as they are, and return what comes back."""

    def ask(*lines: object, options: tuple[str, ...] = ()) -> list[Any]:
        raw = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode("utf-8", "surrogatepass"))))
        assert main(["ask", "--programme", "programme.json", "--now", NOW, *options]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return ask


def test_question_is_answered_as_text(asked: Callable[..., str]) -> None:
    assert asked("Ile kosztuje Archiwum urzędu?") == (
        "Udział jest bezpłatny.\n\n"
        "Archiwum urzędu krok po kroku – czwartek, 7 maja, godz. 9:00–12:30\n\n"
        "Źródło: Szkolenia lipowe\n"
    )


def test_language_given_wins(asked: Callable[..., str]) -> None:
    assert asked("--lang", "en", "Ile kosztuje Archiwum urzędu?").startswith("The training is free of charge.\n")


def test_zero_seats_are_stated(asked: Callable[..., str]) -> None:
    assert asked("Ile miejsc zostało na Archiwum urzędu?").startswith(
        "Wolnych miejsc nie ma.\nListy rezerwowej nie ma."
    )


def test_free_seats_that_the_file_does_not_state_are_not_made_up(asked: Callable[..., str]) -> None:
    assert "30 wolnych" not in asked("Ile wolnych miejsc jest na Wycinkę drzew?")


def test_question_often_asked_is_answered_from_the_file(asked: Callable[..., str]) -> None:
    assert "Obiad jest o 13:00." in asked("Czy na szkoleniu jest obiad?")


def test_nothing_is_left_behind(asked: Callable[..., str]) -> None:
    asked("Gdzie jest Archiwum urzędu?")
    assert [path.name for path in Path().iterdir()] == ["programme.json"]


def test_moment_without_offset_is_on_the_clock_of_the_programme(capsys: pytest.CaptureFixture[str]) -> None:
    question = ["Kiedy jest Archiwum urzędu?"]
    for now, over in (("2026-05-07T12:29", False), ("2026-05-07T12:31", True), ("2026-05-07T10:31Z", True)):
        assert main(["ask", "--programme", "programme.json", "--now", now, *question]) == 0
        assert ("już się odbyło" in capsys.readouterr().out) == over


def test_lines_are_answered_in_order_with_what_was_understood(answered: Callable[..., list[Any]]) -> None:
    first, second = answered(
        {"id": "a", "question": "Gdzie jest Archiwum urzędu?", "context": []},
        {"id": 7, "question": "a ile kosztuje?", "context": ["Gdzie jest Archiwum urzędu?"], "lang": None},
    )
    assert list(first) == ["id", "text", "trainings", "intent", "behaviour", "ms"]
    assert first["text"].startswith("Miejsce: Lipowo, Dom Kultury, sala 12\n\n")
    assert "czwartek, 7\u00a0maja, godz.\u00a09:00" in first["text"]
    assert (first["id"], first["trainings"], first["intent"], first["behaviour"]) == (
        "a",
        ["archiwum"],
        "where",
        "answer",
    )
    assert (second["id"], second["trainings"], second["intent"]) == (7, ["archiwum"], "price")
    assert first["ms"] > 0


def test_language_of_a_line_wins_over_the_option(answered: Callable[..., list[Any]]) -> None:
    asked = {"question": "Gdzie jest Archiwum urzędu?", "context": []}
    lines = answered({"id": 1, **asked}, {"id": 2, **asked, "lang": "pl"}, options=("--lang", "en"))
    assert [line["text"].split(":")[0] for line in lines] == ["Place", "Miejsce"]


MALFORMED: list[tuple[object, object, str]] = [
    ("oops", None, "not JSON"),
    ("", None, "not JSON"),
    ('{"id": "a", "question": "\\ud800"}', None, "not JSON"),
    ("[" * 100_000, None, "not JSON"),
    ([1], None, "not a JSON object"),
    ({"question": "Gdzie?"}, None, '"id" is missing'),
    ({"id": True, "question": "Gdzie?"}, None, '"id" is missing'),
    ({"id": "a"}, "a", '"question" is missing'),
    ({"id": "a", "question": 5}, "a", '"question" is missing'),
    ({"id": 3, "question": "Gdzie?", "context": "a"}, 3, '"context" is not a list'),
    ({"id": 3, "question": "Gdzie?", "context": [1]}, 3, '"context" is not a list'),
    ({"id": 3, "question": "Gdzie?", "lang": "de"}, 3, '"lang" is neither'),
    ({"id": 3, "question": "Gdzie?", "lang": ["pl"]}, 3, '"lang" is neither'),
]


def test_malformed_line_gets_a_sentence_and_the_run_goes_on(answered: Callable[..., list[Any]]) -> None:
    *refused, after = answered(
        *(line for line, *_ in MALFORMED), {"id": "z", "question": "Gdzie jest Archiwum urzędu?"}
    )
    assert [list(line) for line in refused] == [["id", "error"]] * len(MALFORMED)
    assert [line["id"] for line in refused] == [number for _, number, _ in MALFORMED]
    assert [why for line, (*_, why) in zip(refused, MALFORMED, strict=True) if why not in line["error"]] == []
    assert after["trainings"] == ["archiwum"]


def test_question_too_long_is_cut_and_not_refused(answered: Callable[..., list[Any]]) -> None:
    known, cut = answered(
        {"id": 1, "question": "Gdzie jest Archiwum urzędu?" + " " * 50_000 + "po angielsku"},
        {"id": 2, "question": "Gdzie jest Archiwum urzędu?" + "a" * 50_000},
    )
    assert known["trainings"] == ["archiwum"]
    assert "behaviour" in cut


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--programme", "programme.json", "--now", "rano", "Gdzie?"], "write a moment such as 2027-04-13T10:20"),
        (["--programme", "programme.json", "--lang", "de", "Gdzie?"], "invalid choice: 'de'"),
        (["Gdzie?"], "--programme"),
    ],
)
def test_wrong_usage_exits_with_2(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["ask", *words])
    assert left.value.code == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--programme", "missing.json"], "missing.json cannot be read: No such file or directory."),
        (["--programme", "."], ". cannot be read: Is a directory."),
        (["--programme", "\0"], "--programme is not the name of a file."),
        (["--programme", "programme.json", "--now", "0001-01-01"], "--now is too far away from today"),
    ],
)
def test_what_cannot_be_used_exits_with_2(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", *words, "Gdzie?"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_programme_with_faults_is_refused_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("programme.json").write_text('{"organiser": "Lipowo", "places": 5}', "utf-8")
    assert main(["ask", "--programme", "programme.json", "Gdzie?"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("programme.json cannot be used:\nline 1, places: There is no such field")


def test_closed_input_asks_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["ask", "--programme", "programme.json"]) == 0
    assert capsys.readouterr() == ("", "")


def test_each_answer_is_written_before_the_next_question_is_read(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--programme", str(tmp_path / "programme.json"), "--now", NOW]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        for number in (1, 2):
            running.stdin.write(json.dumps({"id": number, "question": "Gdzie jest Archiwum?"}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        assert running.wait() == 0


def test_answers_need_no_storage_and_no_settings(tmp_path: Path) -> None:
    program = (
        "import sys; from bot.cli import main; main(sys.argv[1:]); "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    words = ["ask", "--programme", str(tmp_path / "programme.json"), "Gdzie jest Archiwum?"]
    done = subprocess.run([sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert {"bot", "domain", "handlers"} <= loaded
    assert not loaded & {"storage", "aiosql", "aiosqlite", "aiohttp", "asyncpg", "playground", "pydantic_settings"}
