"""A form that met an ended sign-in: kept sealed in the browser while its writer signs in again."""

import time
from collections.abc import Mapping

import msgspec

_MINUTES = 20
_WRITER = "written_by"
_OF_THE_SESSION = {"form_key", _WRITER}


class Unsent(msgspec.Struct, frozen=True):
    """What stood in the form of a page, who wrote it, and until when it is kept."""

    path: str
    writer: str
    fields: dict[str, str]
    ends: float


def unsent(path: str, sent: Mapping[str, str]) -> Unsent:
    """What was written on the page at `path`, without what belonged to the session that ended."""
    written = {name: value for name, value in sent.items() if value and name not in _OF_THE_SESSION}
    return Unsent(path, sent.get(_WRITER, ""), written, time.time() + _MINUTES * 60)
