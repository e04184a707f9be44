"""What must hold of the rows before they may leave: each table is checked as it is written, batch by batch.

The database refuses most of it already; an edition cannot be taken back, so it is looked at once more on its way out.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from auktor.core.errors import Refused
from auktor.core.identifiers import parse_organisation_number
from publish.as_csv import Value
from publish.columns import Kind
from publish.tables import TABLES, Reference, Table

_NAMED = 20
_FEE_IS_FOR = ("system", "item", "actor_category", "legacy_scheme")


class EditionRefused(Refused):
    """The register holds rows that must not be published; `problems` names them."""

    code = "EDITION_REFUSED"


class Problem(NamedTuple):
    """What is wrong with which row of which table."""

    table: str
    row: str
    reason: str

    def __str__(self) -> str:
        return f"{self.table}, {self.row}: {self.reason}"


class _Fee(NamedTuple):
    begins: str
    ends: str
    rule: str


class _Batch:
    """Some rows of a table, seen as columns, so that most checks are one pass of a built-in over a whole column."""

    def __init__(self, table: Table, columns: Sequence[Sequence[Value]]) -> None:
        self.table = table
        self._columns = dict(zip(table.names, columns, strict=False))

    def column(self, name: str) -> Sequence[object]:
        """The values of a column."""
        return self._columns.get(name, ())

    def keys(self, names: Sequence[str]) -> list[tuple[object, ...]]:
        """The values of several columns, row by row."""
        return list(zip(*map(self.column, names), strict=True))

    def named(self, place: int, reason: str) -> "Problem":
        """A problem with the row at a place, named by its key."""
        key = " ".join(str(self.column(name)[place]) for name in self.table.key if self.column(name)[place] is not None)
        return Problem(self.table.name, key, reason)

    def wrong(self, name: str, values: Collection[object], reason: str) -> Iterator["Problem"]:
        """The rows with a wrong value in a column. The value is not repeated: it may be somebody's personal number."""
        if values:
            yield from (self.named(place, reason) for place, value in enumerate(self.column(name)) if value in values)


class _Keys:
    """The keys of a table, each as a hash of 64 bits, so that a million take 8 MB.

    That a million broken references to them have one that is taken for whole happens once in twenty million times.
    """

    def __init__(self) -> None:
        self._hashes, self._sorted = array("q"), True

    def add(self, keys: Iterable[tuple[object, ...]]) -> None:
        """Remember some keys."""
        self._hashes.extend(map(hash, keys))
        self._sorted = False

    def __contains__(self, key: tuple[object, ...]) -> bool:
        """Whether a key was remembered."""
        if not self._sorted:
            self._hashes, self._sorted = array("q", sorted(self._hashes)), True
        place = bisect_left(self._hashes, hash(key))
        return place < len(self._hashes) and self._hashes[place] == hash(key)


class Checks:
    """The checks of one edition. Give it every batch in the order of `TABLES`, then ask it to `refuse_or_pass`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._keys = {reference.to: _Keys() for table in TABLES for reference in table.references}
        self._last: dict[str, tuple[object, ...]] = {}
        self._fees: dict[tuple[object, ...], set[_Fee]] = defaultdict(set)

    def look_at(self, table: Table, columns: Sequence[Sequence[Value]]) -> None:
        """Check some rows of a table, given as the values of each column."""
        batch = _Batch(table, columns)
        self.problems += self._repeated_keys(batch)
        self.problems += _empty_cells(batch)
        self.problems += _unknown_codes(batch)
        self.problems += _wrong_organisation_numbers(batch)
        for reference in table.references:
            self.problems += self._broken(batch, reference)
        if table.name == "fees":
            self._remember_fees(batch)

    def refuse_or_pass(self) -> None:
        """Raise EditionRefused where anything is wrong; an empty table is not."""
        problems = [*self.problems, *self._overlapping_fees()]
        if problems:
            named = "\n".join(f"  {problem}" for problem in problems[:_NAMED])
            more = f"\n  and {len(problems) - _NAMED} more" if len(problems) > _NAMED else ""
            raise EditionRefused(
                f"Nothing was published, for {len(problems)} rows must not leave as they are:\n{named}{more}\n"
                "Correct them in the register and publish again.",
                problems=problems,
            )

    def _repeated_keys(self, batch: _Batch) -> Iterator[Problem]:
        """Rows come sorted by key, so a repeated one follows its like."""
        name, keys = batch.table.name, batch.keys(batch.table.key)
        before = [self._last.get(name), *keys[:-1]]
        for place in (place for place, same in enumerate(map(eq, keys, before)) if same):
            yield batch.named(place, "its key stands twice")
        if name in self._keys:
            self._keys[name].add(keys)
        if keys:
            self._last[name] = keys[-1]

    def _broken(self, batch: _Batch, reference: Reference) -> Iterator[Problem]:
        wanted, known = batch.keys(reference.columns), self._keys[reference.to]
        for place, key in enumerate(wanted):
            if key not in known and None not in key:
                yield batch.named(place, f"{' '.join(map(str, key))} is not in {reference.to}")

    def _remember_fees(self, batch: _Batch) -> None:
        times = batch.keys(("in_force_from", "ends_on", "fee_rule"))
        for whom, (begins, ends, rule) in zip(batch.keys(_FEE_IS_FOR), times, strict=True):
            self._fees[whom].add(_Fee(str(begins), str(ends or "9999-12-31"), str(rule)))

    def _overlapping_fees(self) -> Iterator[Problem]:
        for fees in self._fees.values():
            in_order = sorted(fees)
            for earlier, later in pairwise(in_order):
                if later.begins < earlier.ends:
                    reason = f"it is in force on {later.begins}, when {earlier.rule} still is"
                    yield Problem("fees", later.rule, reason)


def _empty_cells(batch: _Batch) -> Iterator[Problem]:
    for column in batch.table.columns:
        if column.required and None in batch.column(column.name):
            yield from batch.wrong(column.name, {None}, f"{column.name} is empty")


def _unknown_codes(batch: _Batch) -> Iterator[Problem]:
    for column in batch.table.columns:
        if column.kind is Kind.CODE:
            unknown = set(batch.column(column.name)) - {str(term) for term in column.terms} - {None}
            yield from batch.wrong(column.name, unknown, f"{column.name} is no word of its list")


def _wrong_organisation_numbers(batch: _Batch) -> Iterator[Problem]:
    for name in batch.table.names:
        if name.endswith("organisation_number"):
            wrong = {number for number in set(batch.column(name)) - {None} if not _is_right(str(number))}
            yield from batch.wrong(name, wrong, f"{name} is not an organisation number")


def _is_right(number: str) -> bool:
    try:
        return parse_organisation_number(number) == number
    except Refused:
        return False


def refuse_drop(before: dict[str, int], after: dict[str, int], allowed_share: float) -> None:
    """Raise TooMuchGone where a table has lost more than `allowed_share` of the rows it had in the edition before."""
    fallen = sorted(name for name, rows in before.items() if after.get(name, 0) < rows * (1 - allowed_share))
    if fallen:
        told = ", ".join(f"{name} from {before[name]} to {after.get(name, 0)} rows" for name in fallen)
        raise TooMuchGone(
            f"Nothing was published, for more than {allowed_share:.0%} would be gone: {told}. "
            "See that the register is whole; if it is, publish with --accept-drop (acceptDrop).",
            tables=fallen,
        )


class TooMuchGone(Refused):
    """A table would lose a larger share of its rows than may go unseen."""

    code = "TOO_MUCH_GONE"
