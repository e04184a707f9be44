"""What an edition says otherwise than the one before: rows added, removed and changed, by key, with old and new value.

Both editions lie sorted by key, so they are read side by side and neither is held in memory; a row that both write
alike is compared as it is written. Applied to the edition before, the lines give this one, exactly; before the first
edition there is nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from publish.tables import TABLES, Table

DIFF = "diff.ndjson"

Record = dict[str, Any]
_Key = tuple[tuple[Any, ...], ...]


def differences(before: Path | None, after: Path) -> Iterator[Record]:
    """The lines of `diff.ndjson`, table by table, from the NDJSON files of two editions.

    A line names `table`, `key` and `change`; `before` and `after` hold the whole row where one was removed or added,
    and only the columns that differ where one was changed.
    """
    for table in TABLES:
        for key, old, new in _unlike(table, before, after):
            if old != new:
                yield {"table": table.name, "key": key, **_told(old, new)}


def as_ndjson(before: Path | None, after: Path) -> Iterator[bytes]:
    """`diff.ndjson`, a line at a time."""
    encoder = msgspec.json.Encoder()
    for line in differences(before, after):
        yield encoder.encode(line) + b"\n"


def _told(old: Record | None, new: Record | None) -> Record:
    if old is None:
        return {"change": "added", "before": None, "after": new}
    if new is None:
        return {"change": "removed", "before": old, "after": None}
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    values = ({name: row[name] for name in names if name in row} for row in (old, new))
    return {"change": "changed", **dict(zip(("before", "after"), values, strict=True))}


def _unlike(table: Table, before: Path | None, after: Path) -> Iterator[tuple[Record, Record | None, Record | None]]:
    """Every key that either edition writes otherwise than the other, in order, with the row it has in each."""
    old, new = _Side(table, before), _Side(table, after)
    while old.line or new.line:
        if old.line == new.line:
            old.go_on()
            new.go_on()
            continue
        first = min(side.key for side in (old, new) if side.line)
        was, became = (side.row if side.line and side.key == first else None for side in (old, new))
        yield {name: (became or was or {})[name] for name in table.key}, was, became
        if was is not None:
            old.go_on()
        if became is not None:
            new.go_on()


class _Side:
    """The rows of a table in an edition, one at a time: `line` as it is written, empty after the last."""

    def __init__(self, table: Table, edition: Path | None) -> None:
        self._columns = table.key
        self._lines = _lines(edition / f"{table.name}.ndjson" if edition else None)
        self.go_on()

    def go_on(self) -> None:
        """To the next row."""
        self.line = next(self._lines, b"")
        self._row: Record | None = None

    @property
    def row(self) -> Record:
        """The row, which is decoded when it is asked for."""
        if self._row is None:
            decoded: Record = msgspec.json.decode(self.line)
            self._row = decoded
        return self._row

    @property
    def key(self) -> _Key:
        """What rows are sorted by: nothing first, then numbers by size and text bytewise."""
        return tuple((self.row[name] is not None, self.row[name]) for name in self._columns)


def _lines(path: Path | None) -> Iterator[bytes]:
    if path is None or not path.exists():
        return
    with path.open("rb") as lines:
        yield from lines
