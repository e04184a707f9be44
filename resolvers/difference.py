"""What differs between two moments: objects added, removed or changed, fact by fact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auktor.core.vocabulary import ChangeKind
from db.facts import TWO_TIMES, Fact
from db.models import FeeRule, FeeTier, PublicActor, Regulation, Service, Supplier, SupplierAgreement

COMPARED: tuple[type[Fact], ...] = (Supplier, SupplierAgreement, Service, Regulation, FeeRule, FeeTier, PublicActor)
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
    names = [name for name in old if name not in TWO_TIMES and not name.endswith("_id")]
    return tuple(FactChange(name, old[name], new[name]) for name in names if old[name] != new[name])
