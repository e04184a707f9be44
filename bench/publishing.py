"""What an edition's text formats cost, beside writing and hashing the same bytes: shares, from one interleaved run.

A share of 0.5 means that encoding takes as long as write + SHA-256 alone. Rows are in memory, in batches.
"""

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from publish.as_csv import CsvLines, Row
from publish.as_ndjson import NdjsonLines
from publish.snapshot import ROWS_AT_A_TIME
from publish.tables import TABLES, Table

ROWS, ROUNDS = 100_000, 5
WORDS = ("Alfa Legitimation AB", "för alla, även företag", "SFS 2023:704 7 §", "2026-05-01", "CONNECTED", None)


def main() -> None:
    """Print a line a format."""
    table = max(TABLES, key=lambda each: len(each.columns))
    batches = list(_batches(table))
    encoders: dict[str, Callable[[Sequence[Row]], bytes]] = {
        "CSV": CsvLines(table).encode,
        "NDJSON": NdjsonLines(table).encode,
    }
    best = {name: [9e9, 9e9] for name in encoders}
    sizes: dict[str, int] = {}
    with TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            for name, encode in encoders.items():
                began = time.perf_counter()
                parts = [encode(batch) for batch in batches]
                encoded = time.perf_counter()
                _write(Path(folder) / name, parts)
                written = time.perf_counter()
                best[name] = [min(best[name][0], encoded - began), min(best[name][1], written - encoded)]
                sizes[name] = sum(map(len, parts))
    print(f"{ROWS:,} rows of {table.name}, {len(table.columns)} columns, best of {ROUNDS} interleaved rounds\n")
    print("| format | MB | encode, MB/s | write + SHA-256, MB/s | share of write + SHA-256 |\n|---|---|---|---|---|")
    for name, (encode_seconds, write_seconds) in best.items():
        size, share = sizes[name] / 1e6, write_seconds / (encode_seconds + write_seconds)
        print(f"| {name} | {size:.0f} | {size / encode_seconds:,.0f} | {size / write_seconds:,.0f} | {share:.2f} |")


def _batches(table: Table) -> list[list[Row]]:
    chance = Random(1)  # noqa: S311 -- no secret
    rows: list[Row] = [(f"key-{number}", *chance.choices(WORDS, k=len(table.columns) - 1)) for number in range(ROWS)]
    return [rows[at : at + ROWS_AT_A_TIME] for at in range(0, ROWS, ROWS_AT_A_TIME)]


def _write(path: Path, parts: Sequence[bytes]) -> None:
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for part in parts:
            file.write(part)
            digest.update(part)


if __name__ == "__main__":
    main()
