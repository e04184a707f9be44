"""Rows of an answer as data frames."""

from datetime import date
from decimal import Decimal

import pandas as pd
import polars as pl
from auktor_client import AsyncClient
from auktor_client.frames import to_pandas, to_polars

DAY = date(2026, 9, 1)


async def test_rows_are_a_frame_of_polars(client: AsyncClient) -> None:
    frame = to_polars([row async for row in client.services(as_of=DAY)])
    assert {"name", "system", "assurance_level", "valid_from", "supplier_name", "provenance_kind"} <= set(frame.columns)
    assert frame["valid_from"].dtype == pl.Date
    assert set(frame["system"]) == {"E_IDENTIFICATION", "DIGITAL_POST"}


async def test_rows_are_a_frame_of_pandas(client: AsyncClient) -> None:
    volumes = (await client.monthly_volumes(date(2026, 1, 1), date(2027, 1, 1))).at.statistics.volumes
    frame = to_pandas(volumes)
    assert isinstance(frame["month"].dtype, type(pd.Series(dtype="datetime64[us]").dtype))
    assert len(frame) == len(volumes) > 0


async def test_an_amount_stays_exact_and_a_list_within_a_row_is_left_out(client: AsyncClient) -> None:
    rules = [row async for row in client.fee_rules(as_of=DAY)]
    assert "tiers" not in to_pandas(rules).columns
    assert to_polars(rules[0].tiers.nodes)["amount_sek"].to_list() == [
        Decimal("1.50"),
        Decimal("1.20"),
        Decimal("0.90"),
    ]
