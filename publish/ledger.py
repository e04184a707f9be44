"""The register's memory of its editions: what each was built from, so that any can be built again, byte for byte."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.errors import Refused
from db.audit import Deed, audit
from db.engine import Database, rows
from db.models import Edition, EditionRedaction
from publish import as_lote, jades
from publish.build import Built
from publish.manifest import Imprint, Link
from publish.publisher import Publisher
from publish.redaction import Redaction
from publish.signing import SIGNATURE

_EDITION: sa.Table = sa.inspect(Edition).local_table  # type: ignore[assignment]
_REDACTION: sa.Table = sa.inspect(EditionRedaction).local_table  # type: ignore[assignment]


BY_ITSELF = Deed("auktor", "publisher", "publish_edition")
"""What the log says of an edition that no person asked the API for."""

# The files of signatures, and the columns that keep them.
_SIGNATURES = {SIGNATURE: "signature", as_lote.SIGNATURE: "list_signature"}


class EditionTaken(Refused):
    """Another publisher has issued the edition of this number meanwhile."""

    code = "EDITION_TAKEN"


@dataclass(frozen=True, slots=True)
class Entry:
    """One published edition as the register remembers it."""

    imprint: Imprint
    manifest_sha256: str
    content_sha256: str
    rows: dict[str, int]
    signatures: Mapping[str, str | None] = field(default_factory=dict[str, str | None])
    """What is kept of each signature file, by its name; None where it was not signed."""


async def entries(connection: AsyncConnection) -> list[Entry]:
    """Every edition, oldest first; their numbers are 1, 2, 3 and so on."""
    found = await rows(connection, sa.select(_EDITION).order_by(_EDITION.c.number))
    return [_entry(row, found[0]["issued"]) for row in found]


def _entry(row: Mapping[str, Any], first_issued: datetime) -> Entry:
    number, before = row["number"], row["previous_sha256"]
    imprint = Imprint(
        number=number,
        previous=None if before is None else Link(number - 1, before),
        issued=row["issued"],
        next_update=row["next_update"],
        as_of=row["as_of"],
        known_at=row["known_at"],
        revision=row["revision"],
        publisher=msgspec.convert(row["publisher"], Publisher),
        parquet=any(file["path"].endswith(".parquet") for file in row["files"]),
        schema_version=row["schema_version"],
        first_issued=first_issued,
    )
    signatures = {name: row[column] for name, column in _SIGNATURES.items()}
    return Entry(imprint, row["manifest_sha256"], row["content_sha256"], _rows_of(row["files"]), signatures)


def _rows_of(files: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {file["path"].removesuffix(".csv"): file["rows"] for file in files if file.get("rows") is not None}


async def enter(database: Database, built: Built, deed: Deed = BY_ITSELF) -> Entry:
    """Remember an edition; from here on its number is taken, and it will be published whatever happens.

    Raises EditionTaken where another publisher was first.
    """
    imprint = built.imprint
    values: dict[str, Any] = {
        "number": imprint.number,
        "previous_sha256": imprint.previous.sha256 if imprint.previous else None,
        "manifest_sha256": built.manifest_sha256,
        "content_sha256": built.content_sha256,
        "as_of": imprint.as_of,
        "known_at": imprint.known_at,
        "issued": imprint.issued,
        "next_update": imprint.next_update,
        "revision": imprint.revision,
        "publisher": msgspec.to_builtins(imprint.publisher),
        "schema_version": imprint.schema_version,
        "files": [_told(built, msgspec.to_builtins(file)) for file in built.files],
        **{column: _signature(built.folder, name) for name, column in _SIGNATURES.items()},
    }
    try:
        async with database.writing() as connection:
            await connection.execute(sa.insert(_EDITION).values(values))
            await audit(connection, replace(deed, subject=f"Edition:{imprint.number}"))
    except IntegrityError as error:
        raise EditionTaken(
            f"Edition {imprint.number} was published by another publisher meanwhile. Nothing was changed; publish "
            "again if there is something newer to say.",
            number=imprint.number,
        ) from error
    signatures = {name: values[column] for name, column in _SIGNATURES.items()}
    imprint = msgspec.structs.replace(imprint, first_issued=imprint.first_issued or imprint.issued)
    return Entry(imprint, built.manifest_sha256, built.content_sha256, built.rows, signatures)


def _signature(folder: Path, name: str) -> str | None:
    """A signature, kept so that an edition built again after the key has changed keeps its own."""
    if not (folder / name).exists():
        return None
    text = (folder / name).read_text("ascii")
    return jades.without_list(text) if name == as_lote.SIGNATURE else text


def signature_file(name: str, kept: str, folder: Path) -> bytes:
    """The bytes of a signature file of the edition in the folder, from what the register keeps of it."""
    return jades.with_list(kept, (folder / as_lote.NAME).read_bytes()) if name == as_lote.SIGNATURE else kept.encode()


async def redactions(connection: AsyncConnection) -> dict[int, Redaction]:
    """Every withdrawn edition, by its number."""
    found = await rows(connection, sa.select(_REDACTION).order_by(_REDACTION.c.edition))
    return {row["edition"]: Redaction(row["edition"], row["reason"], row["redacted"]) for row in found}


async def redact(database: Database, redaction: Redaction, actor: str) -> None:
    """Remember that an edition is withdrawn, and why."""
    values = {"edition": redaction.number, "reason": redaction.reason, "redacted": redaction.redacted}
    deed = Deed(actor, "admin", "redact_edition", subject=f"Edition:{redaction.number}", reason=redaction.reason)
    async with database.writing() as connection:
        await connection.execute(sa.insert(_REDACTION).values(values))
        await audit(connection, deed)


def _told(built: Built, file: dict[str, Any]) -> dict[str, Any]:
    """A file of the manifest, with its number of rows where it is a table."""
    name, _, ending = file["path"].rpartition(".")
    return file | {"rows": built.rows[name] if ending == "csv" else None}
