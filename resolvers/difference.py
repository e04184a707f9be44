"""What differs between two moments: objects added, removed or changed, fact by fact."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import ChangeKind
from db.facts import TWO_TIMES, Fact
from db.select import described
from db.visibility import Viewer

Columns = Sequence[tuple[str, Callable[[Any], Any] | None]]
"""The columns of a statement: name, and how a value is read."""


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
    """The objects of a noun that are not alike at two moments, by key: its place, then each fact's old and new value.

    Only these leave the database, however many are alike, and of them nothing but what is compared.
    """
    old, new = described(model, before, viewer).subquery("old"), described(model, after, viewer).subquery("new")
    names = _compared(old)
    alike = [old.c[name].is_not_distinct_from(new.c[name]) for name in names]
    told = [side.c[name].label(f"{label}_{name}") for name in names for label, side in (("old", old), ("new", new))]
    both = sa.join(old, new, old.c.id == new.c.id, full=True)
    differ = sa.or_(old.c.id.is_(None), new.c.id.is_(None), sa.not_(sa.and_(*alike)))
    key = sa.func.coalesce(old.c.key, new.c.key).label("key")
    place = sa.case((old.c.id.is_(None), 1), (new.c.id.is_(None), -1), else_=0)
    return sa.select(key, place.label("place"), *told).select_from(both).where(differ).order_by(sa.collate(key, "C"))


def differences(model: type[Fact], columns: Columns, found: Sequence[Sequence[Any]]) -> Iterator[Difference]:
    """What `differing` gave, object by object; only values that differ are read."""
    facts = [(name.removeprefix("old_"), read or _as_it_is) for name, read in columns[2::2]]
    for key, place, *values in found:
        if place:
            yield Difference(model, key, ChangeKind.ADDED if place > 0 else ChangeKind.REMOVED)
            continue
        both = zip(facts, values[::2], values[1::2], strict=True)
        changed = (FactChange(name, read(old), read(new)) for (name, read), old, new in both if old != new)
        yield Difference(model, key, ChangeKind.CHANGED, tuple(changed))


def _as_it_is(value: object) -> object:
    return value


def _compared(rows: sa.Subquery) -> list[str]:
    """The facts that an object is compared by; a link is told by nobody's name for it, the number of a row."""
    own = TWO_TIMES | {"key"}
    return [name for name in rows.c.keys() if name not in own and not name.endswith("_id")]  # noqa: SIM118 -- columns, not a mapping
