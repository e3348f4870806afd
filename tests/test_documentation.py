"""What the documents say is so: names, commands, paths, settings, links, and the conversation in the README."""

import ast
import re
from pathlib import Path

import pytest
from babel.dates import format_datetime

from bot.cli import COMMANDS
from bot.cli.demo.town import Resident, Town, found
from bot.cli.demo.transcript import WARSAW
from bot.settings.keys import keys, variable_of
from bot.settings.sources import FILE_VARIABLE
from handlers import COMMANDS as CHAT_COMMANDS
from playground.chats import Message

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "domain", "storage", "playground")
PAGES = [ROOT / "README.md", ROOT / "README.pl.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])

CODE = re.compile(r"^```.*?^```|^ {4}[^\n]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^]]+\]\(([^)\s]+)\)")
PICTURE = re.compile(r"""!\[[^]]+\]\(([^)\s]+)\)|<img src="([^"]+)" [^>]*alt="[^"]+">""")
A_PATH = re.compile(rf"(?<![\w/.])((?:{'|'.join((*PACKAGES, 'tests', 'docs'))})/[\w./]*)")
SECTIONS = ["Context", "Decision", "Consequences", "Rejected", "Think again when"]


def code_of(page: Path) -> str:
    """Return what stands in code font: spans, indented and fenced blocks, a line each."""
    return "\n".join(CODE.findall(page.read_text("utf-8")))


def names_in(path: Path) -> set[str]:
    """Return the name of a module and every name it defines."""
    names = {path.stem, path.parent.name}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
    return names


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


NAMES = set().union(*(names_in(path) for package in PACKAGES for path in (ROOT / package).rglob("*.py")))


def test_glossary_terms_are_names_in_the_code() -> None:
    terms = set(re.findall(r"`([A-Za-z_]\w*)`", (ROOT / "docs" / "glossary.md").read_text("utf-8")))
    assert len(terms) > 50
    assert terms - NAMES == set()


@EVERY_PAGE
def test_methods_named_on_a_page_exist(page: Path) -> None:
    named = re.findall(r"`([A-Z][a-z]\w*)\.([a-z]\w*)", page.read_text("utf-8"))
    assert {name for pair in named for name in pair} - NAMES == set()


@EVERY_PAGE
def test_commands_on_a_page_exist(page: Path) -> None:
    code = code_of(page)
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", code)) <= targets
    assert set(re.findall(r"(?:python -m bot|(?<![\w-])terminarz) ([a-z][\w-]*)", code)) <= COMMANDS.keys()


def test_both_readmes_name_every_way_to_try_it_out_and_run_it() -> None:
    for readme in (ROOT / "README.md", ROOT / "README.pl.md"):
        code = code_of(readme)
        for command in ("make demo", "make tour", "python -m bot check-config", "python -m bot import", "-m bot run"):
            assert command in code


@EVERY_PAGE
def test_chat_commands_on_a_page_exist(page: Path) -> None:
    known = {name for names in CHAT_COMMANDS for name in names}
    assert set(re.findall(r"`/([a-z]+)(?: \d+)?`", page.read_text("utf-8"))) <= known


@EVERY_PAGE
def test_settings_on_a_page_exist(page: Path) -> None:
    known = {FILE_VARIABLE, *(variable_of(key.path) for key in keys())}
    code = code_of(page)
    assert set(re.findall(r"\bTERMINARZ_[A-Z_]*[A-Z]", code)) <= known
    tables = {key.path[0] for key in keys() if len(key.path) > 1}
    dotted = re.findall(rf"`((?:{'|'.join(tables)})\.\w+)`", code)
    assert set(dotted) <= {key.dotted for key in keys()}


@EVERY_PAGE
def test_paths_on_a_page_exist(page: Path) -> None:
    assert [path for path in A_PATH.findall(code_of(page)) if not (ROOT / path).exists()] == []


@EVERY_PAGE
def test_links_on_a_page_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        there = page.parent / name if name else page
        assert there.is_file(), target
        assert not anchor or anchor in anchors(there), target


def test_decisions_are_listed_in_order_and_have_every_section() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(folder.glob("[0-9]*.md"))
    index = (folder / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$", index, re.MULTILINE)
    assert [name for _, name, _ in listed] == [page.name for page in pages]
    for (number, name, title), page in zip(listed, pages, strict=True):
        text = page.read_text("utf-8")
        assert name.startswith(f"{number}-")
        assert text.startswith(f"# {number} {title}\n")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS


def told_side_by_side(column: int) -> list[str]:
    """Return one column of the README's conversation, a cell each."""
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("| po polsku | in English |\n|---|---|\n")[2].partition("\n\n")[0]
    return [row.strip("| ").split(" | ")[column] for row in table.splitlines()]


def told_in_polish() -> list[str]:
    """Return the conversation of the Polish README."""
    return re.findall(r"^> (\*.+)$", (ROOT / "README.pl.md").read_text("utf-8"), re.MULTILINE)


CONVERSATIONS = {
    "side by side, Polish": ("pl", told_side_by_side(0)),
    "side by side, English": ("en", told_side_by_side(1)),
    "for town halls": ("pl", told_in_polish()),
}


@pytest.mark.parametrize(("language", "cells"), CONVERSATIONS.values(), ids=CONVERSATIONS)
async def test_the_bot_talks_as_in_the_readmes(language: str, cells: list[str]) -> None:
    assert len(cells) > 3
    async with found() as town:
        anna = town.resident("Anna", "Nowak", language=language)
        for cell in cells:
            await play(cell, town, anna, language)


async def play(cell: str, town: Town, anna: Resident, language: str) -> None:
    """Do what a cell of a conversation says, or expect it."""
    speaker, _, words = cell.partition(":** ")
    if speaker == "**Anna":
        label = re.fullmatch(r"`\[(.+)\]`", words)
        await (anna.presses(label[1]) if label else anna.writes(words))
    elif speaker == "**Terminarz":
        said = [message for message in anna.person.chat if message.from_bot]
        assert any(says(message, words.split("<br>")) for message in said[-2:]), words
    else:
        due = await town.next_due()
        assert due is not None
        await town.until(due)
        assert cell == f"*{format_datetime(due, 'EEEE, d MMMM, HH:mm', WARSAW, language)}*"


def says(message: Message, lines: list[str]) -> bool:
    """Tell whether a message has these lines, then these buttons, in order; ``[…]`` stands for the rest of a line."""
    text = message.text.replace("\N{NO-BREAK SPACE}", " ")
    buttons = [f"`[{label}]`" for row in message.labels for label in row]
    sought = "\n".join(lines).replace("` `", "`\n`").splitlines()
    pattern = ".*".join(f"^{re.escape(line)}$" for line in sought).replace(re.escape("[…]"), "[^\n]+")
    return re.search(pattern, "\n".join([text, *buttons]), re.DOTALL | re.MULTILINE) is not None


def test_pictures_are_those_taken_and_each_says_what_it_shows() -> None:
    shown = {
        (page.parent / (plain or sized)).resolve()
        for page in PAGES
        for plain, sized in PICTURE.findall(page.read_text("utf-8"))
    }
    assert shown == {path.resolve() for path in (ROOT / "docs" / "pictures").glob("*.png")}
