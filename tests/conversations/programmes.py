"""Small programmes built in code: what a test states of a training is what its file says, and nothing more."""

import json
from typing import Any

Json = dict[str, Any]

BUDGET = "Budżet gminy"


def training(title: str = BUDGET, start: str = "2026-05-06T09:00", **stated: Any) -> Json:  # noqa: ANN401 - it is JSON
    """Return a training as the file states it, known by its title; ``seats`` is both its capacity and what is left."""
    if "seats" in stated:
        seats = stated.pop("seats")
        stated = {"capacity": seats, "free_seats": seats} | stated
    return {"id": title, "title": title, "start": start, **stated}


def programme_of(*trainings: Json, **stated: Any) -> str:  # noqa: ANN401
    """Return a programme file with these trainings; they are numbered from 1 when the bot is new."""
    head: Json = {"programme": "Wiosna", "organiser": "Metropolia Nadmorska", "timezone": "Europe/Warsaw"}
    return json.dumps(head | stated | {"trainings": trainings})
