"""Traces of the erased: what they typed is suggested to nobody, and no file on the disk keeps their name."""

from datetime import timedelta
from pathlib import Path

from tests.conversations.hearing import labels
from tests.conversations.programmes import training
from tests.conversations.test_privacy import rows_about
from tests.conversations.towns import signed_up, town_of


async def test_an_institution_typed_by_the_erased_goes_with_them(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(training(seats=2), database=f"sqlite:///{database}") as town:
        anna = await signed_up(town, "Anna")
        await anna.forges("ia:0")
        await anna.writes("Jan Prywatny tel 600100200")
        assert rows_about(database, "Prywatny") == {"institution"}
        await anna.forges("de")
        assert rows_about(database, "Prywatny", "600100200") == set()
        ewa = town.resident("Ewa", "Lis")
        await ewa.starts()
        await ewa.forges("ia:0")
        assert not any("Prywatny" in label for label in labels(ewa.last))


def files_with(folder: Path, name: str) -> list[str]:
    """Return the files of a folder in whose bytes a name stands."""
    return sorted(file.name for file in folder.iterdir() if name.encode() in file.read_bytes())


async def test_the_name_of_the_erased_leaves_the_files_while_the_bot_runs(tmp_path: Path) -> None:
    async with town_of(training(seats=1), database=f"sqlite:///{tmp_path}/kept.db") as town:
        anna = town.resident("Anna", "Szukana")
        await anna.writes("/zapisz 1")
        await anna.presses("Potwierdzam zapis")
        assert files_with(tmp_path, "Szukana") != []
        await anna.forges("de")
        await town.passes(timedelta(days=2))
        assert files_with(tmp_path, "Szukana") == []
