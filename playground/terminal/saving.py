"""Files that came in a chat, written to disk where asked: under a new name only, never over what is there."""

from pathlib import Path

from playground.files import Files, StoredFile
from playground.terminal.screen import Screen


def save(screen: Screen, files: Files, number: int, name: str) -> None:
    """Write the file of a message of the chat shown, and say what came of it."""
    if (said := screen.chat.message(number)) is None:
        screen.tell("no_message", number=number)
        return
    if (stored := said.document or _sent(said.content, files)) is None:
        screen.tell("no_file", number=number)
        return
    try:
        with Path(name).open("xb") as target:
            target.write(stored.content)
    except FileExistsError:
        screen.tell("exists", name=name)
    except (OSError, ValueError) as error:
        screen.tell("not_saved", name=name, reason=getattr(error, "strerror", None) or error)
    else:
        screen.tell("saved", name=name, size=screen.words.size(len(stored.content)))


def _sent(content: dict[str, object], files: Files) -> StoredFile | None:
    """Find a file that a person sent."""
    match content:
        case {"document": {"file_id": str(file_id)}} | {"photo": [*_, {"file_id": str(file_id)}]}:
            return files.known(file_id)
        case _:
            return None
