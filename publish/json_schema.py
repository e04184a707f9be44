"""JSON Schemas (2020-12) of the NDJSON rows and of the nested supplier list, from the declared columns."""

from typing import Any

import msgspec

from publish.as_json import list_columns
from publish.columns import Column, Kind
from publish.tables import TABLES, Table

SUPPLIER_LIST = "suppliers-list.schema.json"

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES: dict[Kind, Schema] = {
    Kind.KEY: {"type": "string", "pattern": r"^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$"},
    Kind.TEXT: {"type": "string", "minLength": 1},
    Kind.CODE: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.DECIMAL: {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{4}$"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.BOOLEAN: {"type": "boolean"},
}
_ORGANISATION_NUMBER = r"^[0-9]{2}[2-9][0-9]{3}-[0-9]{4}$"


def schemas() -> dict[str, bytes]:
    """Every schema by file name."""
    rows = {f"{table.name}.schema.json": _row(table) for table in TABLES}
    return {name: _written(schema) for name, schema in {**rows, SUPPLIER_LIST: _supplier_list()}.items()}


def _written(schema: Schema) -> bytes:
    return msgspec.json.format(msgspec.json.encode({"$schema": _DIALECT, **schema}), indent=1) + b"\n"


def _row(table: Table) -> Schema:
    return {"title": table.en, "description": f"{table.sv}. One line of {table.name}.ndjson.", **_object(table.columns)}


def _object(columns: tuple[Column, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {column.name: _value(column) for column in columns},
        "required": [column.name for column in columns],
        "additionalProperties": False,
    }


def _value(column: Column) -> Schema:
    schema = {"description": f"{column.meaning.en} ({column.meaning.sv})", **_TYPES[column.kind]}
    if column.name.endswith("organisation_number"):
        schema["pattern"] = _ORGANISATION_NUMBER
    if column.terms:
        schema["enum"] = [str(term) for term in column.terms]
    if column.required:
        return schema
    return schema | {"type": [schema["type"], "null"]} | ({"enum": [*schema["enum"], None]} if column.terms else {})


def _supplier_list() -> Schema:
    supplier, system, service = (_object(columns) for columns in list_columns())
    system["properties"]["services"] = {"type": "array", "items": service}
    supplier["properties"]["systems"] = {"type": "array", "items": system, "minItems": 1}
    for holder, held in ((system, "services"), (supplier, "systems")):
        holder["required"].append(held)
    head = {"$schema": {"const": SUPPLIER_LIST}, "edition": {"type": "integer", "minimum": 1}}
    text: Schema = {name: {"type": "string"} for name in ("as_of", "issued", "schema_version", "licence")}
    properties = {**head, **text, "suppliers": {"type": "array", "items": supplier}}
    return {"title": "Suppliers with an agreement in force", "type": "object", "properties": properties} | {
        "required": list(properties)
    }
