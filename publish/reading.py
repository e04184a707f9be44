"""Reading the rows of an edition back from its NDJSON files, from which the other formats are made."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from publish.progress import Told, counted, unheard
from publish.tables import Table

Record = dict[str, Any]


def records(folder: Path, table: Table, told: Told = unheard) -> Iterator[Record]:
    """The rows of a table, in order, by column name; no more than one is in memory."""
    decoder = msgspec.json.Decoder()
    with (folder / f"{table.name}.ndjson").open("rb") as lines:
        for line in counted(lines, told):
            yield decoder.decode(line)


def batches(folder: Path, table: Table, size: int, told: Told = unheard) -> Iterator[list[tuple[Any, ...]]]:
    """The values of the rows, `size` rows at a time."""
    rows = (tuple(record.values()) for record in records(folder, table, told))
    while batch := list(islice(rows, size)):
        yield batch
