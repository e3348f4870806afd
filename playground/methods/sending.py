"""Methods that put something new into a chat."""

from dataclasses import dataclass

from playground.answers import Json, Refusal, bad_request
from playground.files import LARGEST_UPLOAD, StoredFile, Upload, check_photo
from playground.methods import access
from playground.methods.outgoing import send
from playground.methods.words import caption_content, text_content
from playground.parameters import Parameters
from playground.state import State

_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_NORTHMOST, _EASTMOST = 90, 180  # degrees


@dataclass(frozen=True, slots=True)
class _Picked:
    """The file a call sends: one just uploaded, or one the world already keeps."""

    upload: Upload | None
    stored: StoredFile | None

    def keep(self, state: State, folder: str) -> StoredFile:
        if self.stored is not None:
            return self.stored
        if self.upload is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return state.files.keep(self.upload, folder)


def send_message(state: State, call: Parameters) -> Json:
    """Send a text."""
    return _sent(state, call, text_content(call))


def send_document(state: State, call: Parameters) -> Json:
    """Send a file of at most 50 MB, with or without a caption."""
    picked = _picked(state, call, "document")
    content = caption_content(call)
    access.writable(state, call)
    kept = picked.keep(state, "documents")
    return _sent(state, call, content | {"document": kept.as_document()}, kept)


def send_photo(state: State, call: Parameters) -> Json:
    """Send a picture of at most 10 MB, with or without a caption."""
    picked = _picked(state, call, "photo")
    content = caption_content(call)
    access.writable(state, call)
    if picked.upload is not None:
        check_photo(picked.upload)
    kept = picked.keep(state, "photos")
    return _sent(state, call, content | {"photo": kept.as_photo()}, kept)


def send_location(state: State, call: Parameters) -> Json:
    """Send a point on the map."""
    return _sent(state, call, {"location": _point(call)})


def send_venue(state: State, call: Parameters) -> Json:
    """Send a place with its name and address."""
    for name in ("title", "address"):
        if not call.text(name):
            raise bad_request(f"{name} is empty" if name == "title" else "venue address must be non-empty")
    point = _point(call)
    venue = {"location": point, "title": call.text("title"), "address": call.text("address")}
    return _sent(state, call, {"venue": venue, "location": point})


def send_chat_action(state: State, call: Parameters) -> bool:
    """Show that the bot is busy."""
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = access.writable(state, call)
    state.happened("action", chat.id, call.text("action"))
    return True


def _sent(state: State, call: Parameters, content: Json, document: StoredFile | None = None) -> Json:
    return send(state, call, content, document).raw()


def _picked(state: State, call: Parameters, kind: str) -> _Picked:
    if (upload := call.upload(kind)) is not None:
        if len(upload.content) > LARGEST_UPLOAD:
            raise Refusal(413, "Request Entity Too Large")
        if not upload.content:
            raise bad_request("file must be non-empty")
        return _Picked(upload, None)
    given = call.text(kind)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return _Picked(None, state.files.known(given))


def _point(call: Parameters) -> Json:
    if not call.has("latitude"):
        raise bad_request("latitude is empty")
    if not call.has("longitude"):
        raise bad_request("longitude is empty")
    latitude, longitude = call.number("latitude"), call.number("longitude")
    if not (abs(latitude) <= _NORTHMOST and abs(longitude) <= _EASTMOST):  # as NaN is not
        raise bad_request("wrong location specified")
    return {"latitude": latitude, "longitude": longitude}
