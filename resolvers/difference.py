"""What differs between two moments: objects added, removed or changed, fact by fact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import ChangeKind
from db.facts import TWO_TIMES, Fact
from db.select import described
from db.visibility import Viewer

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact before and after."""

    name: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Difference:
    """One object that differs; an added or removed one names no facts."""

    model: type[Fact]
    key: str
    change: ChangeKind
    facts: tuple[FactChange, ...] = ()


def differing(model: type[Fact], before: Moment, after: Moment, viewer: Viewer) -> sa.Select[*tuple[Any, ...]]:
    """The objects of a noun that are not alike at two moments, each with what is told of it then: `old_…` and `new_…`.

    Only these leave the database, however many are alike. `pairs` parts the rows again.
    """
    old, new = described(model, before, viewer).subquery("old"), described(model, after, viewer).subquery("new")
    alike = [old.c[name].is_not_distinct_from(new.c[name]) for name in old.c.keys() if _is_compared(name)]  # noqa: SIM118 -- columns, not a mapping
    told = [
        each.label(f"{side}_{name}") for side, rows in (("old", old), ("new", new)) for name, each in rows.c.items()
    ]
    both = sa.join(old, new, old.c.id == new.c.id, full=True)
    differ = sa.or_(old.c.id.is_(None), new.c.id.is_(None), sa.not_(sa.and_(*alike)))
    return sa.select(*told).select_from(both).where(differ)


def pairs(found: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """What `differing` gave, as the objects before and those after."""
    sides = [[_side(row, side) for row in found if row[f"{side}_id"] is not None] for side in ("old", "new")]
    return sides[0], sides[1]


def _side(row: Row, side: str) -> Row:
    return {name.removeprefix(f"{side}_"): value for name, value in row.items() if name.startswith(f"{side}_")}


def _is_compared(name: str) -> bool:
    return name not in TWO_TIMES and not name.endswith("_id")


def differences(model: type[Fact], before: Sequence[Row], after: Sequence[Row]) -> Iterator[Difference]:
    """The differences between two answers of `db.select.described`, by key."""
    old, new = ({row["key"]: row for row in rows} for rows in (before, after))
    for key in sorted(old.keys() | new.keys()):
        if key not in old:
            yield Difference(model, key, ChangeKind.ADDED)
        elif key not in new:
            yield Difference(model, key, ChangeKind.REMOVED)
        elif facts := _changed(old[key], new[key]):
            yield Difference(model, key, ChangeKind.CHANGED, facts)


def _changed(old: Row, new: Row) -> tuple[FactChange, ...]:
    names = [name for name in old if _is_compared(name)]
    return tuple(FactChange(name, old[name], new[name]) for name in names if old[name] != new[name])
