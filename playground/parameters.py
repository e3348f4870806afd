"""The parameters of one call, read as leniently as Telegram reads them: typed, or as text, or as JSON in text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.answers import bad_request
from playground.files import Upload
from playground.reading import json_of


@dataclass(frozen=True, slots=True)
class Parameters:
    """Values by name and uploaded files by part name."""

    values: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the parameter was given at all."""
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        """Read text; empty when not given."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str) -> int:
        """Read a whole number; 0 when not given or not one."""
        try:
            return int(str(self.values.get(name, 0)).strip())
        except ValueError:
            return 0

    def number(self, name: str) -> float:
        """Read a number, which may be infinite or NaN; 0 when not given or not one."""
        try:
            return float(str(self.values.get(name, 0)))
        except ValueError:
            return 0.0

    def flag(self, name: str) -> bool:
        """Read a yes or no; no when not given."""
        return str(self.values.get(name, "")).lower() in {"true", "yes", "1"}

    def json(self, name: str, *, called: str) -> Any:  # noqa: ANN401 - the reader checks the shape
        """Read a value given as such or as JSON; None when not given or empty. `called` names it in the refusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json_of(value)
        except ValueError:
            raise bad_request(f"can't parse {called} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """Find an uploaded file: under the parameter's own name or where its `attach://` points."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name)
