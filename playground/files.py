"""The world's files: what was sent, found again by id or by path, within Telegram's sizes."""

import re
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath

from playground.answers import Json, bad_request
from playground.reading import readable

MEGABYTE = 1 << 20
LARGEST_UPLOAD = 50 * MEGABYTE
LARGEST_PHOTO = 10 * MEGABYTE
LARGEST_DOWNLOAD = 20 * MEGABYTE
LONGEST_NAME = 255

_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURES = (_PNG, b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
_UNKNOWN_SIZE = (1280, 720)
_WIDEST = 10_000
_STEEPEST = 20
_MIME = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_ANY_MIME = "application/octet-stream"
_SUFFIX = re.compile(r"\.\w{1,20}", re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in."""

    name: str
    content: bytes
    mime: str = _ANY_MIME

    def cleaned(self) -> "Upload":
        """Bring the name into a form that any header and any screen can bear, and the type to its bare self."""
        name = _UNPRINTABLE.sub("_", readable(re.split(r"[/\\]", self.name.rstrip("/\\"))[-1]))
        if len(name) > LONGEST_NAME:
            suffix = suffix_of(name)
            name = name[: LONGEST_NAME - len(suffix)] + suffix
        mime = self.mime.partition(";")[0].strip().lower()
        return Upload(name if name.strip(". ") else "file", self.content, mime if _MIME.fullmatch(mime) else _ANY_MIME)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file the world keeps; `claimed_size` may be larger than the content, to try limits without the bytes."""

    file_id: str
    path: str
    upload: Upload
    claimed_size: int

    @property
    def name(self) -> str:
        """The name the sender gave it."""
        return self.upload.name

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self.upload.content

    def raw(self) -> Json:
        """Describe it as every kind of file is described."""
        return {"file_id": self.file_id, "file_unique_id": f"u{self.file_id}", "file_size": self.claimed_size}

    def as_document(self) -> Json:
        """Describe it as a document."""
        return self.raw() | {"file_name": self.name, "mime_type": self.upload.mime}

    def as_photo(self) -> list[Json]:
        """Describe it as a photo of one size."""
        width, height = picture_size(self.content)
        return [self.raw() | {"width": width, "height": height}]


class Files:
    """All files of one world."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def keep(self, upload: Upload, folder: str = "documents", claimed_size: int | None = None) -> StoredFile:
        """Keep a file, cleaned, and give it an id and a path."""
        upload = upload.cleaned()
        number = len(self._by_id)
        path = f"{folder}/file_{number}{suffix_of(upload.name)}"
        size = len(upload.content) if claimed_size is None else claimed_size
        stored = StoredFile(f"PGfile-{number:06d}", path, upload, size)
        self._by_id[stored.file_id] = stored
        return stored

    def known(self, file_id: str) -> StoredFile | None:
        """Find a file by its id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """Find a file to download by its path."""
        return next((stored for stored in self._by_id.values() if stored.path == path), None)


def suffix_of(name: str) -> str:
    """Tell the end of a file's name with its dot; empty when it could not stand in an address as it is."""
    suffix = PurePosixPath(name).suffix
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def picture_size(content: bytes) -> tuple[int, int]:
    """Tell width and height of a PNG; other pictures pass for 1280 by 720."""
    if not content.startswith(_PNG) or len(content) < len(_PNG) + 16:
        return _UNKNOWN_SIZE
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def check_photo(upload: Upload) -> None:
    """Refuse what Telegram would not take as a photo."""
    size = len(upload.content)
    if size > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    if not upload.content.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = picture_size(upload.content)
    if width + height > _WIDEST or max(width, height) > _STEEPEST * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
