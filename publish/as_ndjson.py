"""Tables as NDJSON: an object a line, every column in it, nothing as null."""

from collections.abc import Sequence

import msgspec

from publish.as_csv import Value
from publish.tables import Table


class NdjsonLines:
    """The lines of one table, batch by batch."""

    header = b""

    def __init__(self, table: Table) -> None:
        self._line = _record(table.names)
        self._encoder = msgspec.json.Encoder()

    def encode(self, columns: Sequence[Sequence[Value]]) -> bytes:
        """Some rows as lines, given as the values of each column."""
        return self._encoder.encode_lines([*map(self._line, *columns)])


def _record(names: Sequence[str]) -> type[msgspec.Struct]:
    """A record with the columns of a table, which is written several times as fast as a dictionary.

    Its own names are plain, for a column may be called what no attribute can be; the written ones are the columns'.
    """
    places = [f"column_{place}" for place in range(len(names))]
    fields = [(place, object) for place in places]
    return msgspec.defstruct("Line", fields, rename=dict(zip(places, names, strict=True)), gc=False)
