"""`csv-metadata.json`: the CSV files described for machines, as CSV on the Web (W3C)."""

from typing import Any

import msgspec

from publish.columns import Column, Kind
from publish.tables import TABLES, Table

_DATATYPES: dict[Kind, object] = {
    Kind.KEY: "string",
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.INTEGER: "integer",
    Kind.DECIMAL: "decimal",
    Kind.DATE: {"base": "date", "format": "yyyy-MM-dd"},
    Kind.BOOLEAN: {"base": "boolean", "format": "true|false"},
}


def as_json() -> bytes:
    """`csv-metadata.json`."""
    said = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:license": {"@id": "http://creativecommons.org/publicdomain/zero/1.0/"},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\r\n"], "header": True},
        "tables": [_table(table) for table in TABLES],
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns]}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.references:
        schema["foreignKeys"] = [
            {
                "columnReference": list(reference.columns),
                "reference": {"resource": f"{reference.to}.csv", "columnReference": list(reference.columns)},
            }
            for reference in table.references
        ]
    return {"url": f"{table.name}.csv", "dc:title": {"en": table.en, "sv": table.sv}, "tableSchema": schema}


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": {"en": column.meaning.en, "sv": column.meaning.sv},
        "datatype": _datatype(column),
        "required": column.required,
    }


def _datatype(column: Column) -> object:
    if column.terms:
        return {"base": "string", "format": "|".join(str(term) for term in column.terms)}
    return _DATATYPES[column.kind]
