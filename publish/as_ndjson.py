"""Tables as NDJSON: an object a line, every column in it, nothing as null."""

from collections.abc import Sequence

import msgspec

from publish.as_csv import Row
from publish.tables import Table


class NdjsonLines:
    """The lines of one table, batch by batch."""

    header = b""

    def __init__(self, table: Table) -> None:
        self._names = table.names
        self._encoder = msgspec.json.Encoder()

    def encode(self, rows: Sequence[Row]) -> bytes:
        """The rows as lines."""
        return self._encoder.encode_lines([dict(zip(self._names, row, strict=True)) for row in rows])
