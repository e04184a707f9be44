"""The columns of a noun's file, as its table declares them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import sqlalchemy as sa

from db.facts import NOUNS, ORIGIN, TWO_TIMES
from db.load import cells
from db.models import MonthlyVolume

VALID: Final = ("valid_from", "valid_to")
_NOT_IN_FILES: Final = (TWO_TIMES - {*VALID}) | {"sort_name"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: its name there and in the table, its check, and what it refers to."""

    name: str
    stored: str
    kind: str
    check: cells.Check
    required: bool
    target: str | None = None

    @property
    def is_link(self) -> bool:
        """Whether the file holds a key where the table holds a number."""
        return self.name != self.stored


@dataclass(frozen=True, slots=True)
class Layout:
    """The file of one noun: named by `plural`, its columns by name; monthly volumes have no key."""

    table: sa.Table
    plural: str
    columns: Mapping[str, Column]
    law: str | None
    begins: tuple[str, ...]
    keyed: bool

    @property
    def identity(self) -> str:
        """The table with the keys of this noun's objects."""
        return f"{self.table.name}_identity"

    @property
    def key_is(self) -> str | None:
        """The column that repeats the key, where the key of the object is a term (a system, an older scheme)."""
        return "code" if "code" in self.columns else None

    @property
    def stored(self) -> tuple[str, ...]:
        """The columns of the table that a file decides."""
        return tuple(column.stored for column in self.columns.values())


@cache
def layouts() -> Mapping[str, Layout]:
    """Every layout, by the plural its file is named by."""
    keyed = [
        _layout(model.__table__, model.noun.plural, law=model.noun.law, begins=model.noun.begins)  # type: ignore[attr-defined]
        for model in NOUNS.values()
    ]
    volumes = _layout(MonthlyVolume.__table__, "monthly_volumes", keyed=False)  # type: ignore[attr-defined]
    return {layout.plural: layout for layout in (*keyed, volumes)}


def layout_of(table: str) -> Layout:
    """The layout of the noun with this table."""
    return next(layout for layout in layouts().values() if layout.table.name == table)


def column_names() -> frozenset[str]:
    """Every column any file may have."""
    return frozenset({"key"}.union(*(layout.columns for layout in layouts().values())))


def _layout(
    table: sa.Table, plural: str, *, law: str | None = None, begins: tuple[str, ...] = (), keyed: bool = True
) -> Layout:
    stored = [column for column in table.columns if column.name not in _NOT_IN_FILES]
    columns = {column.name: column for column in map(_column, stored)}
    return Layout(table, plural, columns, law, begins, keyed)


def _column(stored: sa.Column[Any]) -> Column:
    reference = next(iter(stored.foreign_keys), None)
    target = reference.column.table.info["identity_of"] if reference else None
    required = not stored.nullable and stored.name not in {*VALID, *ORIGIN}
    if reference and reference.column.name == "id":
        return Column(stored.name.removesuffix("_id"), stored.name, "text", cells.key, required, target)
    kind = stored.type.compile().lower()
    return Column(stored.name, stored.name, kind, cells.check_for(stored), required, target)
