"""Tables as CSV: RFC 4180, comma, CRLF, UTF-8 without byte order mark, a header; nothing is an empty cell.

PostgreSQL writes the lines (`COPY … FORMAT csv`): it quotes what RFC 4180 has quoted and no more. It ends lines with a
line feed alone, so their ends are made here.
"""

import csv
import io
from collections.abc import Callable, Sequence

from publish.columns import Column, Kind
from publish.tables import Table

Value = str | int | bool | None
Row = Sequence[Value]
_END, _COPIED_END = b"\r\n", b"\n"
_TRUTH: dict[str, Value] = {"true": True, "false": False, "": None}
# A cell of any length is read: how long a text may be is for the register to say.
csv.field_size_limit(2**31 - 1)


class CsvLines:
    """The lines of one table, as many at a time as are copied."""

    def __init__(self, table: Table) -> None:
        self.header = ",".join(table.names).encode() + _END

    def encode(self, copied: bytes, rows: int) -> bytes:
        """Copied lines that hold so many rows, with CRLF at the end of each; what a cell holds is left as it is."""
        if copied.count(_COPIED_END) == rows:
            return copied.replace(_COPIED_END, _END)
        # A cell holds a line feed, so it is quoted; every second part between quotation marks is outside of a cell.
        parts = copied.split(b'"')
        parts[::2] = [part.replace(_COPIED_END, _END) for part in parts[::2]]
        return b'"'.join(parts)


class CsvRows:
    """The rows of one table, read from copied lines as any reader of the file reads them."""

    def __init__(self, table: Table) -> None:
        self._values = [_reader(column) for column in table.columns]

    def columns(self, copied: bytes) -> list[Sequence[Value]]:
        """The values of each column, in the order of the rows."""
        cells = csv.reader(io.StringIO(copied.decode(), newline=""), strict=True)
        return [values(texts) for values, texts in zip(self._values, zip(*cells, strict=True), strict=True)]


def _reader(column: Column) -> Callable[[Sequence[str]], Sequence[Value]]:
    """What makes the cells of a column into its values."""
    if column.kind is Kind.BOOLEAN:
        return lambda texts: list(map(_TRUTH.__getitem__, texts))
    if column.kind is Kind.INTEGER:
        return lambda texts: [int(text) if text else None for text in texts]
    return lambda texts: [text or None for text in texts]
