"""Tables as Parquet, for those who compute with them: typed columns, compressed, read in part over the network.

Written only where the extra `parquet` (pyarrow) is installed; whether it was is part of the imprint, so that an edition
is built again with the same files. Another version of pyarrow may write the same rows in other bytes; the lock file
binds one version to each version of auktor, and an edition that comes out otherwise is refused, never replaced.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from auktor.core.errors import Unavailable
from publish.columns import Column, Kind
from publish.manifest import Imprint
from publish.progress import Told, unheard
from publish.reading import batches
from publish.tables import TABLES, Table

_ROWS_IN_A_GROUP = 10_000


class ParquetMissing(Unavailable):
    """The edition has Parquet files, and what writes them is not installed."""

    code = "PARQUET_MISSING"


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("pyarrow") is not None


def write_parquet(folder: Path, imprint: Imprint, begun: Callable[[str], Told] = lambda _: unheard) -> list[str]:
    """Write a file for each table from the NDJSON files in the folder, and give their names.

    `begun` is told the name of each, and gives what hears of its rows.
    """
    if not available():
        raise ParquetMissing(
            f"Edition {imprint.number} has Parquet files, which this installation cannot write. "
            "Install the extra (`pip install 'auktor[parquet]'`) and run it again."
        )
    return [_write(folder, table, imprint, begun(f"{table.name}.parquet")) for table in TABLES]


def _write(folder: Path, table: Table, imprint: Imprint, told: Told) -> str:
    # Imported here: an extra, without types, and slow to import.
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    types = [_type(arrow, column) for column in table.columns]
    schema = arrow.schema(
        arrow.field(column.name, kind, nullable=not column.required)
        for column, kind in zip(table.columns, types, strict=True)
    )
    name = f"{table.name}.parquet"
    with parquet.ParquetWriter(folder / name, schema, compression="zstd", store_schema=False) as file:
        for rows in batches(folder, table, _ROWS_IN_A_GROUP, told):
            columns = zip(*rows, strict=True)
            arrays = [_array(arrow, values, kind) for values, kind in zip(columns, types, strict=True)]
            file.write_batch(arrow.record_batch(arrays, schema=schema))
        file.add_key_value_metadata(_about(table, imprint))
    return name


def _about(table: Table, imprint: Imprint) -> dict[str, str]:
    about = {"edition": str(imprint.number), "as_of": imprint.as_of.isoformat(), "licence": "CC0-1.0"}
    return {"title": table.en, **about}


def _type(arrow: Any, column: Column) -> Any:  # noqa: ANN401 -- pyarrow has no types
    types = {
        Kind.INTEGER: arrow.int64(),
        Kind.DECIMAL: arrow.decimal128(18, 4),
        Kind.DATE: arrow.date32(),
        Kind.BOOLEAN: arrow.bool_(),
    }
    return types.get(column.kind, arrow.string())


def _array(arrow: Any, values: tuple[Any, ...], kind: Any) -> Any:  # noqa: ANN401 -- pyarrow has no types
    """Text becomes dates and decimals inside Arrow, which refuses what is none."""
    if kind in {arrow.date32(), arrow.decimal128(18, 4)}:
        return arrow.array(values, arrow.string()).cast(kind)
    return arrow.array(values, kind)
