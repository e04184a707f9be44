"""Rows to files: one CSV a noun with the columns the noun declares, written as the rows come."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from db.facts import NOUNS, TWO_TIMES, meaning_of
from db.models import MonthlyVolume

Cell = str | int | bool | None
Row = Mapping[str, Cell]

VOLUME_COLUMNS = ("actor", "service", "item", "month", "quantity", "status")
_FIRST = ("key", "valid_from", "valid_to")
# Said once in the manifest, for all rows are invented alike.
_LEFT_OUT = TWO_TIMES | {"provenance", "reference", "legal_source"}
_TABLES = {model.noun.plural: model.__table__ for model in NOUNS.values()}  # type: ignore[attr-defined]


def write(folder: Path, noun: str, rows: Iterable[Row]) -> None:
    """Write `rows` of the noun named by its plural; a cell the noun does not declare is a ValueError."""
    columns = VOLUME_COLUMNS if noun == MonthlyVolume.__tablename__ + "s" else _columns(noun)
    with (folder / f"{noun}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_as_text(row) for row in rows)


def _columns(noun: str) -> tuple[str, ...]:
    table = _TABLES[noun]
    facts = [column.name for column in table.columns if column.name not in _LEFT_OUT and meaning_of(column)]
    return (*_FIRST, *(name.removesuffix("_id") for name in facts))


def _as_text(row: Row) -> dict[str, str | int]:
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: Cell) -> str | int:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else value
