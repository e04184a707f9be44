"""What an edition says otherwise than the one before: rows added, removed and changed, by key, with old and new value.

Both editions lie sorted by key, so they are read side by side and neither is held in memory. Applied to the edition
before, the lines give this one, exactly; before the first edition there is nothing.
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
        for key, old, new in _side_by_side(table, before, after):
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


def _side_by_side(
    table: Table, before: Path | None, after: Path
) -> Iterator[tuple[Record, Record | None, Record | None]]:
    """Every key of either edition, in order, with the row it has in each."""
    old, new = _rows(table, before), _rows(table, after)
    one, other = next(old, None), next(new, None)
    while one or other:
        order = min(row[0] for row in (one, other) if row)
        was = one[1] if one and one[0] == order else None
        became = other[1] if other and other[0] == order else None
        yield {name: (became or was or {})[name] for name in table.key}, was, became
        one = next(old, None) if was is not None else one
        other = next(new, None) if became is not None else other


def _rows(table: Table, edition: Path | None) -> Iterator[tuple[_Key, Record]]:
    """The rows of a table with what they are sorted by: nothing first, then numbers by size and text bytewise."""
    path = edition and edition / f"{table.name}.ndjson"
    if path is None or not path.exists():
        return
    with path.open("rb") as lines:
        for line in lines:
            row: Record = msgspec.json.decode(line)
            yield tuple((row[name] is not None, row[name]) for name in table.key), row
