"""What must hold of the rows before they may leave: each table is checked as it is written, batch by batch.

The database refuses most of it already; an edition cannot be taken back, so it is looked at once more on its way out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from auktor.core.errors import Refused
from auktor.core.identifiers import parse_organisation_number
from publish.as_csv import Row
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


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in a row the columns of a check stand."""

    names: tuple[str, ...]
    places: tuple[int, ...]

    @classmethod
    def of(cls, table: Table, names: Sequence[str]) -> "_Places":
        return cls(tuple(names), tuple(table.names.index(name) for name in names))

    def __call__(self, row: Row) -> tuple[object, ...]:
        return tuple(row[place] for place in self.places)


class Checks:
    """The checks of one edition. Give it every batch in the order of `TABLES`, then ask it to `refuse_or_pass`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._keys: dict[str, set[tuple[object, ...]]] = {
            reference.to: set() for table in TABLES for reference in table.references
        }
        self._last: dict[str, tuple[object, ...]] = {}
        self._fees: dict[tuple[object, ...], set[_Fee]] = defaultdict(set)

    def look_at(self, table: Table, rows: Sequence[Row]) -> None:
        """Check a batch of a table's rows."""
        self.problems += self._repeated_keys(table, rows)
        self.problems += _empty_cells(table, rows)
        self.problems += _unknown_codes(table, rows)
        self.problems += _wrong_organisation_numbers(table, rows)
        for reference in table.references:
            self.problems += self._broken(table, reference, rows)
        if table.name == "fees":
            self._remember_fees(table, rows)

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

    def _repeated_keys(self, table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
        """Rows come sorted by key, so a repeated one follows its like."""
        key, last = _Places.of(table, table.key), self._last.get(table.name)
        seen = self._keys.get(table.name)
        for row in rows:
            own = key(row)
            if own == last:
                yield Problem(table.name, _named(table, row), "its key stands twice")
            if seen is not None:
                seen.add(own)
            last = own
        if last is not None:
            self._last[table.name] = last

    def _broken(self, table: Table, reference: Reference, rows: Sequence[Row]) -> Iterator[Problem]:
        target, known = _Places.of(table, reference.columns), self._keys[reference.to]
        for row in rows:
            wanted = target(row)
            if None not in wanted and wanted not in known:
                said = " ".join(map(str, wanted))
                yield Problem(table.name, _named(table, row), f"{said} is not in {reference.to}")

    def _remember_fees(self, table: Table, rows: Sequence[Row]) -> None:
        whom, when = _Places.of(table, _FEE_IS_FOR), _Places.of(table, ("in_force_from", "ends_on", "fee_rule"))
        for row in rows:
            begins, ends, rule = when(row)
            self._fees[whom(row)].add(_Fee(str(begins), str(ends or "9999-12-31"), str(rule)))

    def _overlapping_fees(self) -> Iterator[Problem]:
        for fees in self._fees.values():
            in_order = sorted(fees)
            for earlier, later in pairwise(in_order):
                if later.begins < earlier.ends:
                    reason = f"it is in force on {later.begins}, when {earlier.rule} still is"
                    yield Problem("fees", later.rule, reason)


def _empty_cells(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    for place, column in enumerate(table.columns):
        if column.required and any(row[place] is None for row in rows):
            yield from _at(table, rows, place, {None}, f"{column.name} is empty")


def _unknown_codes(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    for place, column in enumerate(table.columns):
        if column.kind is Kind.CODE:
            unknown = {row[place] for row in rows} - {str(term) for term in column.terms} - {None}
            yield from _at(table, rows, place, unknown, f"{column.name} is no word of its list")


def _wrong_organisation_numbers(table: Table, rows: Sequence[Row]) -> Iterator[Problem]:
    for place, column in enumerate(table.columns):
        if column.name.endswith("organisation_number"):
            wrong = {number for row in rows if (number := row[place]) is not None and not _is_right(str(number))}
            yield from _at(table, rows, place, wrong, f"{column.name} is not an organisation number")


def _is_right(number: str) -> bool:
    try:
        return parse_organisation_number(number) == number
    except Refused:
        return False


def _at(table: Table, rows: Sequence[Row], place: int, wrong: Collection[object], reason: str) -> Iterator[Problem]:
    """The rows with a wrong value. The value is not repeated: it may be somebody's personal number."""
    if wrong:
        yield from (Problem(table.name, _named(table, row), reason) for row in rows if row[place] in wrong)


def _named(table: Table, row: Row) -> str:
    return " ".join(str(part) for part in _Places.of(table, table.key)(row) if part is not None)


def refuse_drop(before: dict[str, int], after: dict[str, int], allowed_share: float) -> None:
    """Raise TooMuchGone where a table has lost more than `allowed_share` of the rows it had in the edition before."""
    fallen = sorted(name for name, rows in before.items() if after.get(name, 0) < rows * (1 - allowed_share))
    if fallen:
        told = ", ".join(f"{name} from {before[name]} to {after.get(name, 0)} rows" for name in fallen)
        raise TooMuchGone(
            f"Nothing was published, for more than {allowed_share:.0%} would be gone: {told}. "
            "See that the register is whole; if it is, publish with --accept-drop.",
            tables=fallen,
        )


class TooMuchGone(Refused):
    """A table would lose a larger share of its rows than may go unseen."""

    code = "TOO_MUCH_GONE"
