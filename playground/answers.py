"""What the world answers to a call: an HTTP status and a body, or a refusal in Telegram's words.

Says nothing of how an answer travels; a door sends it, late or not at all when a fault wants so.
"""

import json
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `delay` in seconds is how late it comes, `cut` that the connection breaks instead."""

    status: int
    body: Json | bytes
    delay: float = 0.0
    cut: bool = False

    @property
    def payload(self) -> bytes:
        """The body as it goes over the wire."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()

    @property
    def result(self) -> Any:  # noqa: ANN401 - each method has a result of its own shape
        """What the call came to; an AssertionError with Telegram's description when it was refused."""
        if isinstance(self.body, bytes) or not self.body["ok"]:
            raise AssertionError(self.description or self.body)
        return self.body["result"]

    @property
    def description(self) -> str:
        """Telegram's words for a refusal; empty when there are none."""
        return str(self.body.get("description", "")) if isinstance(self.body, dict) else ""


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """A call that Telegram would not carry out, with its status, its words and its parameters."""

    def __init__(self, status: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def answer(self) -> Answer:
        """Put the refusal as Telegram does."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return Answer(self.status, body)


def done(result: object) -> Answer:
    """Answer that the call succeeded, with its result."""
    return Answer(200, {"ok": True, "result": result})


def bad_request(reason: str) -> Refusal:
    """Refuse with 400."""
    return Refusal(400, f"Bad Request: {reason}")


def unauthorized() -> Refusal:
    """Refuse a token that is well formed but nobody's."""
    return Refusal(401, "Unauthorized")


def forbidden(reason: str) -> Refusal:
    """Refuse with 403."""
    return Refusal(403, f"Forbidden: {reason}")


def not_found() -> Refusal:
    """Refuse an unknown method or a malformed token."""
    return Refusal(404, "Not Found")


def conflict(reason: str) -> Refusal:
    """Refuse with 409."""
    return Refusal(409, f"Conflict: {reason}")


def too_many(seconds: int) -> Refusal:
    """Refuse with 429 and the whole seconds to wait."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def moved(chat_id: int) -> Refusal:
    """Refuse because the group became a supergroup with another id."""
    return Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat_id})
