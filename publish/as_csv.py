"""Tables as CSV: RFC 4180, comma, CRLF, UTF-8 without byte order mark, a header; nothing is an empty cell."""

import csv
import io
from collections.abc import Iterable, Sequence

from publish.columns import Kind
from publish.tables import Table

Value = str | int | bool | None
Row = Sequence[Value]
_WRITTEN: dict[Value, Value] = {True: "true", False: "false"}


class CsvLines:
    """The lines of one table, batch by batch."""

    def __init__(self, table: Table) -> None:
        self.header = _lines([table.names])
        self._truths = [place for place, column in enumerate(table.columns) if column.kind is Kind.BOOLEAN]

    def encode(self, rows: Sequence[Row]) -> bytes:
        """The rows as lines, truth values written as JSON writes them."""
        columns = list(zip(*rows, strict=True))
        for place in self._truths:
            columns[place] = tuple(map(_WRITTEN.get, columns[place]))
        return _lines(zip(*columns, strict=True))


def _lines(rows: Iterable[Row]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()
