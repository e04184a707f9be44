"""Tables as CSV: RFC 4180, comma, CRLF, UTF-8 without byte order mark, a header; nothing is an empty cell."""

import csv
import io
from collections.abc import Sequence

from publish.columns import Kind
from publish.tables import Table

Row = Sequence[str | int | bool | None]


class CsvLines:
    """The lines of one table, batch by batch."""

    def __init__(self, table: Table) -> None:
        self.header = _lines([table.names])
        self._truths = [place for place, column in enumerate(table.columns) if column.kind is Kind.BOOLEAN]

    def encode(self, rows: Sequence[Row]) -> bytes:
        """The rows as lines."""
        return _lines([self._with_words(row) for row in rows] if self._truths else rows)

    def _with_words(self, row: Row) -> Row:
        """The row with `true` and `false` as JSON writes them."""
        said = list(row)
        for place in self._truths:
            if said[place] is not None:
                said[place] = "true" if said[place] else "false"
        return said


def _lines(rows: Sequence[Row]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()
