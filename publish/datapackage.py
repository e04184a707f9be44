"""`datapackage.json`: the CSV files described as a Data Package (version 2), each with its size and hash."""

from collections.abc import Sequence
from typing import Any

import msgspec

from publish.columns import Column, Kind
from publish.files import File
from publish.manifest import Imprint, moment
from publish.tables import SCHEMA_VERSION, TABLES, Table

_TYPES: dict[Kind, dict[str, Any]] = {
    Kind.KEY: {"type": "string"},
    Kind.TEXT: {"type": "string"},
    Kind.CODE: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.DECIMAL: {"type": "number"},
    Kind.DATE: {"type": "date", "format": "default"},
    Kind.BOOLEAN: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}


def as_json(imprint: Imprint, files: Sequence[File]) -> bytes:
    """`datapackage.json`; `files` are those of the edition, the CSV files among them."""
    written = {file.path: file for file in files}
    said = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "auktorisationssystem",
        "title": "Registret över auktorisationssystem",
        "description": f"Edition {imprint.number}, schema {SCHEMA_VERSION}. The law as it stands on {imprint.as_of}.",
        "version": SCHEMA_VERSION,
        "created": moment(imprint.issued),
        "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "resources": [_resource(table, written[f"{table.name}.csv"]) for table in TABLES],
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def _resource(table: Table, file: File) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": file.path,
        "title": table.en,
        "description": table.sv,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.references:
        schema["foreignKeys"] = [
            {
                "fields": list(reference.columns),
                "reference": {"resource": reference.to, "fields": list(reference.columns)},
            }
            for reference in table.references
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": column.required}
    if column.terms:
        constraints["enum"] = [str(term) for term in column.terms]
    said = {"title": column.meaning.sv, "description": column.meaning.en, "constraints": constraints}
    return {"name": column.name, **_TYPES[column.kind], **said}
