"""The data dictionary: what every published column means, from the same declarations that make the columns."""

from collections.abc import Iterator
from typing import Any

import msgspec

from auktor.core.law import legal_source
from publish.columns import Column, Kind
from publish.tables import SCHEMA_VERSION, TABLES, Table

_WRITTEN = {
    Kind.KEY: "text",
    Kind.TEXT: "text",
    Kind.CODE: "text",
    Kind.INTEGER: "whole number",
    Kind.DECIMAL: "decimal number, as text",
    Kind.DATE: "date, YYYY-MM-DD",
    Kind.BOOLEAN: "true or false",
}


def as_json() -> bytes:
    """`dictionary.json`."""
    said = {"schema_version": SCHEMA_VERSION, "tables": [_table(table) for table in TABLES]}
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def _table(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": {"sv": table.sv, "en": table.en},
        "legal_source": table.law,
        "primary_key": list(table.key),
        "foreign_keys": [{"columns": list(reference.columns), "table": reference.to} for reference in table.references],
        "columns": [_column(column) for column in table.columns],
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": str(column.kind),
        "required": column.required,
        "description": {"sv": column.meaning.sv, "en": column.meaning.en},
        "unit": column.meaning.unit,
        "legal_source": column.meaning.law,
        "codes": [{"code": str(term), "sv": term.sv, "en": term.en} for term in column.terms],
    }


def as_markdown() -> bytes:
    """`dictionary.md`, for reading."""
    return ("\n".join(_page()) + "\n").encode()


def _page() -> Iterator[str]:
    yield f"# Data dictionary / Dataordlista\n\nSchema version {SCHEMA_VERSION}."
    for table in TABLES:
        yield from _section(table)


def _section(table: Table) -> Iterator[str]:
    law = legal_source(table.law)
    yield f"\n## {table.name}\n\n{table.en}. {law.en}.\\\n{table.sv}. {law.sv[0].upper()}{law.sv[1:]}.\n"
    yield f"Key: {', '.join(f'`{name}`' for name in table.key)}.\n"
    yield "| column | type | required | meaning | innebörd | unit | source |\n|---|---|---|---|---|---|---|"
    for column in table.columns:
        said = column.meaning
        yield (
            f"| `{column.name}` | {_WRITTEN[column.kind]} | {'yes' if column.required else ''} | {said.en} | {said.sv} "
            f"| {said.unit or ''} | {said.law or ''} |"
        )
    yield from _codes(table)


def _codes(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.terms:
            words = "; ".join(f"`{term}` {term.en} ({term.sv})" for term in column.terms)
            yield f"\n`{column.name}`: {words}."
