"""Rows of an answer as a data frame of pandas or polars, one line a row and one column a fact.

What stands within a fact becomes columns of its own (`supplier.name` is `supplier_name`); a list within a row is left
out, since a table has no place for it. Days are days, amounts exact decimals, words of the register their codes.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

# pyright: basic
if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def to_pandas(rows: Iterable[BaseModel]) -> "pd.DataFrame":
    """The rows as a frame of pandas; days and moments are datetime64."""
    import pandas as pd  # noqa: PLC0415 -- an extra: auktor-client[pandas]

    frame = pd.DataFrame(records(rows))
    for name in frame.columns:
        if pd.api.types.infer_dtype(frame[name], skipna=True) in {"date", "datetime"}:
            frame[name] = pd.to_datetime(frame[name])
    return frame


def to_polars(rows: Iterable[BaseModel]) -> "pl.DataFrame":
    """The rows as a frame of polars."""
    import polars as pl  # noqa: PLC0415 -- an extra: auktor-client[polars]

    return pl.DataFrame(records(rows), infer_schema_length=None)


def records(rows: Iterable[BaseModel]) -> list[dict[str, Any]]:
    """The rows as flat mappings, each with the same names."""
    return [dict(_flat(row)) for row in rows]


def _flat(row: BaseModel, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name in type(row).model_fields:
        value = getattr(row, name)
        if isinstance(value, BaseModel):
            yield from _flat(value, f"{prefix}{name}_")
        elif not isinstance(value, list):
            yield f"{prefix}{name}", value.value if isinstance(value, Enum) else value
