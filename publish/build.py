"""Building an edition: every file of it, from one state of the register and an imprint, into an empty folder.

Equal state and imprint give equal bytes: nothing here asks the clock, the locale, the environment or a random number.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from publish import (
    as_json,
    as_lote,
    as_parquet,
    as_xlsx,
    csvw,
    datapackage,
    dictionary,
    diff,
    jades,
    json_schema,
    texts,
)
from publish.as_csv import CsvLines, CsvRows
from publish.as_linked import write_linked
from publish.as_ndjson import NdjsonLines
from publish.as_sqlite import NAME as SQLITE
from publish.as_sqlite import write_sqlite
from publish.catalogue import catalogue
from publish.checks import Checks
from publish.files import File, NewFile, finish_file, write_file
from publish.inspection import inspect
from publish.manifest import MANIFEST, SUMS, Imprint, canonical, content_sha256, manifest, sums
from publish.pages import pages
from publish.progress import Progress, Told, counted
from publish.signing import SIGNATURE, SigningKey
from publish.snapshot import audit_head, copy_rows
from publish.tables import TABLES, Table


@dataclass(frozen=True, slots=True)
class Built:
    """A finished edition in its private folder, not yet published."""

    imprint: Imprint
    folder: Path
    files: tuple[File, ...]
    rows: dict[str, int]
    content_sha256: str
    manifest_sha256: str


class Builder:
    """Builds editions, signed where there is a key, telling `progress` each step."""

    def __init__(self, connection: AsyncConnection, key: SigningKey | None, progress: Progress) -> None:
        self.connection, self._progress, self._key = connection, progress, key

    async def build(self, imprint: Imprint, folder: Path, before: Path | None) -> Built:
        """Write and check every file of an edition into an empty folder; `before` is where the edition before lies.

        Raises EditionRefused where rows must not leave.
        """
        tables = await self.build_tables(imprint, folder)
        files = [*tables.files, *self._documents(folder, imprint, tables.files, before)]
        files += self._other_formats(folder, imprint, tables.rows)
        files += [write_file(folder, name, [said]) for name, said in catalogue(imprint, files).items()]
        files += [write_file(folder, name, [page]) for name, page in pages(imprint, files, tables.rows).items()]
        self._progress("inspection", 0)
        inspect(folder, imprint, files)
        self._progress("manifest", 0)
        said = canonical(manifest(imprint, await audit_head(self.connection, imprint.revision), files))
        write_file(folder, SUMS, [sums(files, said)])
        manifest_file = write_file(folder, MANIFEST, [said])
        if self._key:
            write_file(folder, SIGNATURE, [self._key.sign(said)])
            told = (folder / as_lote.NAME).read_bytes()
            write_file(folder, as_lote.SIGNATURE, [jades.signed(self._key, told, imprint.publisher, imprint.issued)])
        return Built(imprint, folder, tuple(files), tables.rows, content_sha256(files), manifest_file.sha256)

    async def build_tables(self, imprint: Imprint, folder: Path) -> "_Tables":
        """Write and check only the tables of an edition."""
        tables = _Tables(self.connection, imprint, folder, self._progress)
        for table in TABLES:
            await tables.write(table)
        tables.checks.refuse_or_pass()
        return tables

    def _documents(self, folder: Path, imprint: Imprint, tables: Sequence[File], before: Path | None) -> Iterator[File]:
        """The files that stand once in an edition, made from the files of its tables."""
        documents = {
            "suppliers.json": as_json.nested_suppliers(folder, imprint),
            as_lote.NAME: as_lote.list_of_trusted_entities(folder, imprint),
            diff.DIFF: diff.as_ndjson(before, folder),
            "csv-metadata.json": [csvw.as_json()],
            "datapackage.json": [datapackage.as_json(imprint, tables)],
            "dictionary.json": [dictionary.as_json()],
            "dictionary.md": [dictionary.as_markdown()],
            "LICENSE.txt": [texts.LICENCE],
            "README.sv.md": [texts.readme_sv(imprint)],
            "README.en.md": [texts.readme_en(imprint)],
            **{name: [schema] for name, schema in json_schema.schemas().items()},
        }
        for name, parts in documents.items():
            yield write_file(folder, name, counted(parts, self._told(name)))

    def _other_formats(self, folder: Path, imprint: Imprint, rows: dict[str, int]) -> Iterator[File]:
        """The files that libraries write or that are written together, made from the NDJSON files of the tables."""
        yield from write_linked(folder, imprint, self._told("suppliers.ttl"))
        write_sqlite(folder, SQLITE, self._told(SQLITE))
        as_xlsx.write_xlsx(folder, imprint, rows, self._told(as_xlsx.NAME))
        names = as_parquet.write_parquet(folder, imprint, self._told) if imprint.parquet else []
        for name in (SQLITE, as_xlsx.NAME, *names):
            yield finish_file(folder, name)

    def _told(self, name: str) -> Told:
        """What hears of more rows of a file that is begun now."""
        self._progress(name, 0)
        rows = 0

        def more(count: int) -> None:
            nonlocal rows
            rows += count
            self._progress(name, rows)

        return more


class _Tables:
    """Writes the tables of one edition; one pass over the rows checks them and writes both their files."""

    def __init__(self, connection: AsyncConnection, imprint: Imprint, folder: Path, progress: Progress) -> None:
        self.checks = Checks()
        self.files: list[File] = []
        self.rows: dict[str, int] = {}
        self._connection, self._folder, self._progress = connection, folder, progress
        self._at = (imprint.as_of, imprint.known_at)

    async def write(self, table: Table) -> None:
        """Write both files of a table."""
        self.rows[table.name] = 0
        self._progress(table.name, 0)
        with NewFile(self._folder, f"{table.name}.csv") as csv, NewFile(self._folder, f"{table.name}.ndjson") as ndjson:
            await copy_rows(self._connection, table, *self._at, self._taker(table, csv, ndjson))
            self.files += [csv.finish(), ndjson.finish()]

    def _taker(self, table: Table, csv: NewFile, ndjson: NewFile) -> Callable[[bytes], None]:
        """What checks and writes the rows of a table as they are copied."""
        lines, rows, records = CsvLines(table), CsvRows(table), NdjsonLines(table)
        csv.write(lines.header)

        def take(copied: bytes) -> None:
            columns = rows.columns(copied)
            self.checks.look_at(table, columns)
            csv.write(lines.encode(copied, len(columns[0])))
            ndjson.write(records.encode(columns))
            self.rows[table.name] += len(columns[0])
            self._progress(table.name, self.rows[table.name], csv.size + ndjson.size)

        return take
