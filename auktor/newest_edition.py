"""The newest edition, as the folder of editions points at it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import orjson


@dataclass(frozen=True, slots=True)
class NewestEdition:
    """Its number, and when it was issued."""

    number: int
    issued: datetime


def newest_edition(folder: Path) -> NewestEdition | None:
    """What `current.json` names; None where there is no edition yet."""
    try:
        pointer = orjson.loads((folder / "current.json").read_bytes())
    except FileNotFoundError:
        return None
    return NewestEdition(pointer["number"], datetime.fromisoformat(pointer["issued"]))
