"""The steps from an empty database to the present schema: the same numbers on both engines, forward only."""

from dataclasses import dataclass
from pathlib import Path

from storage.refusal import StorageRefused
from storage.statements import Script, act, value

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Migration:
    """One step, applied in one transaction."""

    number: int
    sql: str


def read(folder: Path) -> list[Migration]:
    """Read the steps of an engine from ``0001_<what>.sql`` and so on, in order."""
    return [Migration(int(file.name[:4]), file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.sql"))]


def pending(steps: list[Migration], version: int, *, wanted: bool) -> list[Migration]:
    """Return the steps that a database lacks; refuse one made by a newer program, or an older one if not ``wanted``."""
    newest = steps[-1].number
    if version > newest:
        raise StorageRefused(
            f"The database has schema {version} and this program knows {newest}: run the newer program,"
            " or restore a copy made before the upgrade."
        )
    missing = [step for step in steps if step.number > version]
    if missing and not wanted:
        raise StorageRefused(f"The database has schema {version}, not {newest}: run `python -m bot migrate` first.")
    return missing


def version() -> Script[int]:
    """Ask for the number of the last step that was applied, 0 in an empty database."""
    if not (yield from value("has_schema")):
        return 0
    number: int = yield from value("schema_version")
    return number


def note(step: Migration) -> Script[None]:
    """Write that a step was applied."""
    yield from act("set_schema_version", version=step.number)
