"""What a page shows as a table for a spreadsheet: one line a row, one column a fact."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from schema.answering import Json


def table_at(data: Json, path: Sequence[str]) -> list[Mapping[str, Json]]:
    """The objects at `path`: those of a list, or the one that stands there; none where there is nothing."""
    for name in path:
        data = data.get(name) if isinstance(data, Mapping) else None
    if isinstance(data, Mapping):
        return [data]
    return [row for row in _listed(data) if isinstance(row, Mapping)]


def texts_at(row: Mapping[str, Json], name: str) -> list[str]:
    """The texts of a list within a row."""
    return [str(each) for each in _listed(row.get(name))]


def csv_of(rows: Sequence[Mapping[str, Json]]) -> str:
    """The rows as CSV (RFC 4180, a header, decimal points): objects within become `a.b`, lists are joined by `; `."""
    flat = [dict(_flattened(row)) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="")
    writer.writeheader()
    writer.writerows(flat)
    return written.getvalue()


def _flattened(row: Mapping[str, Json], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if isinstance(value, Mapping) and "nodes" not in value:
            yield from _flattened(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", cell(value)


def cell(value: Json) -> str:
    """One value; of objects in a list what names them, and a text no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return cell(value.get("nodes"))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(_named(each) for each in value)
    text = str(value)
    return f"'{text}" if text[:1] in "=+@\t\r" and isinstance(value, str) else text


def _named(value: Json) -> str:
    if not isinstance(value, Mapping):
        return cell(value)
    return next((cell(value[name]) for name in ("key", "name", "code") if name in value), _joined(value))


def _joined(value: Mapping[str, Json]) -> str:
    return " ".join(filter(None, (cell(each) for each in value.values())))


def _listed(value: Json) -> Sequence[Json]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else []
