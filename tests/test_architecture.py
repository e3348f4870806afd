"""The shape of the code: sizes, and the arrows that no import contract can see. Each failure names the offender."""

import ast
import re
import socket
import subprocess
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ["bot", "handlers", "domain", "storage", "playground"]
MODULES = {path.relative_to(ROOT): path.read_text("utf-8") for name in PACKAGES for path in (ROOT / name).rglob("*.py")}
TREES = {path: ast.parse(text) for path, text in MODULES.items()}

SQL = re.compile(
    r"\b(SELECT\s.*\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(CREATE|ALTER|DROP)\s+TABLE|PRAGMA\s)",
    re.DOTALL,
)
# In brackets, so that this file does not offend itself.
PRIVATE_PLACES = re.compile(
    r"(?<![\w.-])/(wor[k]|roo[t]|tm[p])/|(pyp[i]|registry\.npmj[s]|deb\.debia[n])\.org|pythonhoste[d]\.org"
)
REAL_TOKEN = re.compile(r"\b\d{8,10}:AA[\w-]{33}\b")
BINARY = {".ico", ".png", ".jpg", ".ttf", ".woff2", ".xlsx", ".pdf", ".zip"}


def function_sizes() -> dict[str, int]:
    """Return the lines of each function without its docstring; a function inside another counts for both."""
    return {
        f"{path}:{node.lineno} {node.name}": _lines(node)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def file_sizes(texts: dict[Path, str]) -> dict[str, int]:
    return {str(path): text.count("\n") for path, text in texts.items() if text}


def tracked_files() -> Iterator[tuple[str, str]]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    for name in names:
        path = ROOT / name
        if path.is_file() and path.suffix not in BINARY:
            yield name, path.read_text("utf-8")


def nodes(*, under: str = "", but: str = "-") -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of the modules under a folder but not under another, with a name to call it by."""
    for path, tree in TREES.items():
        if path.as_posix().startswith(under) and not path.as_posix().startswith(but):
            for node in ast.walk(tree):
                yield f"{path}:{getattr(node, 'lineno', 1)}", node


def largest(sizes: dict[str, int]) -> str:
    ordered = sorted(sizes.items(), key=lambda item: -item[1])
    return ", ".join(f"{name} ({size})" for name, size in ordered[:10])


@pytest.mark.parametrize(
    ("sizes", "middle", "most", "longest"),
    [(file_sizes(MODULES), 100, 220, 350), (function_sizes(), 8, 22, 45)],
    ids=["files", "functions"],
)
def test_code_comes_in_small_pieces(sizes: dict[str, int], middle: int, most: int, longest: int) -> None:
    ordered = sorted(sizes.values())
    too_long = {name: size for name, size in sizes.items() if size > longest}
    assert not too_long, f"longer than {longest} lines: {largest(too_long)}"
    assert median(ordered) <= middle, f"the median is above {middle} lines; the longest: {largest(sizes)}"
    ninth = ordered[ceil(len(ordered) * 0.9) - 1]
    assert ninth <= most, f"nine in ten should have {most} lines or fewer, not {ninth}: {largest(sizes)}"


def test_tests_come_in_small_files() -> None:
    tests = {path.relative_to(ROOT): path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py")}
    too_long = {name: size for name, size in file_sizes(tests).items() if size > 350}
    assert not too_long, f"longer than 350 lines: {largest(too_long)}"


def test_domain_waits_for_nothing_outside_its_desks() -> None:
    promised = {
        id(function)
        for _, node in nodes(under="domain/")
        if isinstance(node, ast.ClassDef) and "Protocol" in map(ast.unparse, node.bases)
        for function in node.body
    }
    asynchronous = ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith
    offenders = [
        place
        for place, node in nodes(under="domain/", but="domain/desks")
        if isinstance(node, asynchronous) and id(node) not in promised
    ]
    assert not offenders, f"async outside domain/desks: {offenders}"


def test_sql_lives_in_storage() -> None:
    docstrings = {id(node.value) for _, node in nodes() if isinstance(node, ast.Expr)}
    offenders = [
        place
        for place, node in nodes(but="storage/")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if SQL.search(node.value)
    ]
    assert not offenders, f"SQL outside storage: {offenders}"


def test_pydantic_stays_at_the_edges() -> None:
    offenders = [
        place
        for place, node in nodes()
        if isinstance(node, ast.Import | ast.ImportFrom) and re.search(r"(import|from) pydantic", ast.unparse(node))
        if not place.startswith(("bot/settings", "domain/programme"))
    ]
    assert not offenders, f"pydantic outside the settings and the programme file: {offenders}"


def test_handlers_are_always_waited_for() -> None:
    offenders = [
        place
        for place, node in nodes()
        if isinstance(node, ast.keyword) and node.arg == "block" and ast.unparse(node.value) == "False"
    ]
    assert not offenders, f"block=False lets the next update overtake: {offenders}"


def test_files_name_no_private_place_and_no_token() -> None:
    offenders = [
        f"{name}:{number} {found[0]}"
        for name, text in tracked_files()
        for number, line in enumerate(text.splitlines(), 1)
        if (found := PRIVATE_PLACES.search(line) or REAL_TOKEN.search(line))
    ]
    assert not offenders, f"paths of one machine, package registries or tokens: {offenders}"


def test_tests_reach_loopback_only() -> None:
    with socket.socket() as caller, pytest.raises(RuntimeError, match="tests talk to loopback only"):
        caller.connect(("192.0.2.1", 9))
    with pytest.raises(RuntimeError, match="tests talk to loopback only"):
        socket.getaddrinfo("example.org", 80)
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as caller:
        assert caller.getpeername() == server.getsockname()
