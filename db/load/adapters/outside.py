"""Files made by others, recognised by what they hold and read as what they say of public actors."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeGuard, cast

from auktor.core.errors import Refused
from auktor.core.identifiers import key_from_name
from db.load.adapters import agencies, places
from db.load.adapters.agencies import Cells
from db.load.encoding import encoding_of

# The whole register has a quarter of a million bytes; it is read into memory, a file of another kind must not be.
_LARGEST_BYTES = 50_000_000


class NotJson(Refused):
    """A file named as JSON that cannot be read as such."""

    code = "NOT_JSON"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one entry says of a public actor, as cells; an empty cell says nothing.

    `key` is what an actor that is new gets; `assessment` gives, for the actor's key, how its obligation is read.
    """

    line: int
    cells: Cells
    key: str
    assessment: Callable[[str], Cells] | None = None


class Line(NamedTuple):
    """A row of an outside table: where it begins, and its cells by column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OutsideTable:
    """A table made by others: what it is, the columns it is known by, where its facts come from, and how it is read."""

    title: str
    columns: frozenset[str]
    reference: str
    read: Callable[[Sequence[Line]], list[Spoken]]
    note: str | None = None


def recognised(columns: Sequence[str]) -> OutsideTable | None:
    """The outside table that has these columns; columns beyond those it is known by do not matter."""
    return next((table for table in TABLES if table.columns <= {*columns}), None)


def _agencies(rows: Sequence[Line]) -> list[Spoken]:
    return [_agency(row) for row in rows]


def _agency(row: Line) -> Spoken:
    cells = agencies.agency_of_list(row.cells)
    key = _key(cells)
    return Spoken(row.number, cells, key, lambda actor: agencies.assessment_of_list(row.cells, actor))


def _municipalities(rows: Sequence[Line]) -> list[Spoken]:
    keys = places.municipality_keys(row.cells for row in rows if _has_name(row.cells))
    cells = ((row.number, places.municipality_of_list(row.cells), row.cells["kommunkod"]) for row in rows)
    return [Spoken(line, each, keys.get(code, "")) for line, each, code in cells]


def _counties(_rows: Sequence[Line]) -> list[Spoken]:
    return []


_AGENCY_COLUMNS = frozenset(
    {"name", "name_en", "orgnr", "orgnr_formatted", "scb_group", "department", "obligation", "ground", "website"}
)

TABLES = (
    OutsideTable(
        "list of state agencies with obligation",
        _AGENCY_COLUMNS,
        agencies.LIST_REFERENCE,
        _agencies,
    ),
    OutsideTable(
        "list of municipalities",
        frozenset({"kommunkod", "name", "lankod", "orgnr", "orgnr_formatted"}),
        places.MUNICIPALITIES_REFERENCE,
        _municipalities,
    ),
    OutsideTable(
        "list of counties",
        frozenset({"county_code", "county_name"}),
        "lan.csv",
        _counties,
        "names counties, which the register knows by their codes alone: nothing of it is loaded",
    ),
)


def agency_register(path: Path) -> list[Spoken] | None:
    """What Statistics Sweden's register of state agencies says (JSON, agencies by name); None for any other JSON."""
    size = path.stat().st_size
    if size > _LARGEST_BYTES:
        raise NotJson(f"The file has {size:,} bytes, far more than any register of agencies. Name the right file.")
    text = path.read_text(encoding_of(path).name)
    entries = _parsed(text)
    if not _is_register(entries):
        return None
    lines = _lines_of_names(text)
    return [_registered(lines.get(name, 1), name, entry) for name, entry in entries.items()]


def _is_register(parsed: object) -> TypeGuard[Mapping[str, Mapping[str, object]]]:
    return isinstance(parsed, dict) and all(map(_is_entry, cast("dict[str, object]", parsed).values()))


def _is_entry(value: object) -> bool:
    return isinstance(value, dict) and "org_nr" in value


def _registered(line: int, name: str, entry: Mapping[str, object]) -> Spoken:
    cells = agencies.agency_of_register(name, entry)
    return Spoken(line, cells, _key(cells))


def _key(cells: Cells) -> str:
    return agencies.agency_key(cells["name"]) if _has_name(cells) else ""


def _has_name(cells: Mapping[str, str]) -> bool:
    """Whether a key can be made from the name."""
    try:
        return bool(key_from_name(cells["name"]))
    except Refused:
        return False


def _parsed(text: str) -> object:
    try:
        parsed: object = json.loads(text, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise NotJson(f"The file cannot be read as JSON ({error}). Correct it there.") from None
    return parsed


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = [name for name, _ in pairs]
    repeated = next((name for name, times in Counter(names).items() if times > 1), None)
    if repeated is not None:
        raise ValueError(f"the name {repeated} stands twice")
    return dict(pairs)


def _lines_of_names(text: str) -> dict[str, int]:
    """On which line each entry's name first stands."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        name = re.match(r'\s*"(.*)"\s*:\s*\{', line)
        if name:
            found.setdefault(name[1], number)
    return found
