"""The rows of an answer as a file: CSV for programs, CSV for Swedish Excel, Parquet."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from typing import Any

from auktor.graphql.errors import BadRequest
from schema.answering import Json
from schema.answering.tables import Kind, Table

Row = Sequence[Json]
_TRUTHS = {True: "true", False: "false"}
_SWEDISH_TRUTHS = {True: "SANT", False: "FALSKT"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Amounts have at most four decimals and 18 digits; this holds both with room to spare.
_DIGITS, _DECIMALS = 38, 6


class ParquetNotInstalled(BadRequest):
    """The library that writes Parquet is not on this server."""

    code = "PARQUET_NOT_INSTALLED"
    status = 501


def csv_of(table: Table, rows: Sequence[Row]) -> bytes:
    """RFC 4180 in UTF-8 without byte order mark: comma, CRLF, a header, decimal points, ISO days; nothing is empty."""
    return _lines(table, ([_plain(cell) for cell in row] for row in rows), ",").encode()


def excel_csv_of(table: Table, rows: Sequence[Row]) -> bytes:
    """What a double click in a Swedish Excel opens right: byte order mark, semicolons, decimal commas.

    A text that Excel would take for a formula stands behind an apostrophe.
    """
    kinds = [column.kind for column in table.columns]
    lines = ([_swedish(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows)
    return _lines(table, lines, ";").encode("utf-8-sig")


def parquet_of(table: Table, rows: Sequence[Row]) -> bytes:
    """Parquet with days, moments, exact decimals and 64-bit numbers; ParquetNotInstalled without pyarrow."""
    try:
        # An extra of the program, large and without types.
        pa: Any = import_module("pyarrow")
        pq: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise ParquetNotInstalled(
            "This server does not write Parquet: it lacks pyarrow. Ask for .csv, or have `pip install auktor[parquet]` "
            "run where it is served."
        ) from error
    kinds: dict[Kind, Any] = {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.DECIMAL: pa.decimal128(_DIGITS, _DECIMALS),
        Kind.BOOLEAN: pa.bool_(),
        Kind.DATE: pa.date32(),
        Kind.DATETIME: pa.timestamp("us", "UTC"),
    }
    columns = [
        pa.array([_typed(row[place], column.kind) for row in rows], kinds[column.kind])
        for place, column in enumerate(table.columns)
    ]
    written = io.BytesIO()
    pq.write_table(pa.table(columns, names=[column.name for column in table.columns]), written)
    return written.getvalue()


def _lines(table: Table, rows: Any, delimiter: str) -> str:  # noqa: ANN401 -- what csv takes
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(rows)
    return written.getvalue()


def _plain(cell: Json) -> Json:
    return _TRUTHS[cell] if isinstance(cell, bool) else cell


def _swedish(cell: Json, kind: Kind) -> Json:
    if isinstance(cell, bool):
        return _SWEDISH_TRUTHS[cell]
    if kind in {Kind.DECIMAL, Kind.NUMBER} and cell is not None:
        return str(cell).replace(".", ",")
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _typed(cell: Json, kind: Kind) -> object:
    if not isinstance(cell, str):
        return cell
    match kind:
        case Kind.DATE:
            return date.fromisoformat(cell)
        case Kind.DATETIME:
            return datetime.fromisoformat(cell)
        case Kind.DECIMAL:
            return Decimal(cell)
        case _:
            return cell
