"""The linked data say what the tables say, in every form alike, and every name they use is explained."""

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple, parse

from publish.as_linked import ENDINGS, SHAPES, nodes
from publish.columns import Column, Kind
from publish.publisher import Publisher
from publish.rdf import Address, Node, Text, written
from publish.tables import SERVICES, STATUS_HISTORY, SUPPLIERS, TABLES, Table
from publish.vocabulary import prefixes, vocabulary
from tests.publish.reading import ndjson_rows

FORMS = {".ttl": RdfFormat.TURTLE, ".jsonld": RdfFormat.JSON_LD, ".nt": RdfFormat.N_TRIPLES, ".rdf": RdfFormat.RDF_XML}
BASE = "http://127.0.0.1:8000"
OWN = f"{BASE}/def#"
WHOLE = Publisher()

Facts = dict[str, dict[str, str]]


def graph(edition: Path, ending: str = ".ttl") -> set[Triple]:
    return set(parse(path=edition / f"suppliers{ending}", format=FORMS[ending]))


@pytest.mark.parametrize("ending", ENDINGS[1:])
def test_every_form_holds_the_same_statements(edition: Path, ending: str) -> None:
    assert graph(edition, ending) == graph(edition)
    assert len(graph(edition)) > 100


def test_there_is_no_node_without_an_address(edition: Path) -> None:
    assert not [each for each in graph(edition) if isinstance(each.subject, BlankNode)]


def facts(edition: Path, of_class: str) -> Facts:
    """What is said in our own words of each node of a class, by its address."""
    said: Facts = {}
    store = Store()
    store.bulk_load(path=edition / "suppliers.ttl", format=RdfFormat.TURTLE)
    asked = f"SELECT ?s ?p ?o {{ ?s a <{OWN}{of_class}> ; ?p ?o FILTER(STRSTARTS(STR(?p), '{OWN}')) }}"
    for subject, name, value in store.query(asked):  # type: ignore[union-attr, misc]
        assert isinstance(value, NamedNode | Literal)
        said.setdefault(subject.value, {})[name.value.removeprefix(OWN)] = value.value
    return said


def told(table: Table, row: dict[str, object], names: set[str]) -> dict[str, str]:
    """A row as its node says it: codes as concepts, keys as addresses."""
    return {
        column.name: value_told(column, row[column.name])
        for column in table.columns
        if column.name in names and row[column.name] is not None
    }


def value_told(column: Column, value: object) -> str:
    if column.terms:
        lists = {str(term): type(term).__name__ for term in column.terms}
        return f"{OWN}{lists[str(value)]}.{value}"
    if column.kind is Kind.KEY and column.name in {"supplier", "service"}:
        return f"{BASE}/id/{column.name}/{value}"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def named(table: Table, place: int) -> set[str]:
    return {column.name for column in SHAPES[table.name][place].columns}


def test_connections_and_suppliers_together_are_the_supplier_list(edition: Path) -> None:
    connections, suppliers = facts(edition, "Connection"), facts(edition, "Supplier")
    rows = ndjson_rows(edition, "suppliers")
    assert len(connections) == len(rows) == 3
    for row in rows:
        address = f"{BASE}/id/supplier/{row['supplier']}"
        assert connections[f"{address}#{row['system']}"] == told(SUPPLIERS, row, named(SUPPLIERS, 1))
        assert suppliers[address] == told(SUPPLIERS, row, named(SUPPLIERS, 0))


def test_every_fact_of_the_list_is_said_of_one_of_the_two() -> None:
    kinds = {column.name: column for column in SUPPLIERS.columns}
    left_out = set(kinds) - named(SUPPLIERS, 0) - named(SUPPLIERS, 1) - {"supplier"}
    assert {name for name in left_out if not name.endswith(("_sv", "_en"))} == set()
    assert named(SUPPLIERS, 0) & named(SUPPLIERS, 1) == set()


def test_services_are_said_whole(edition: Path) -> None:
    read, rows = facts(edition, "Service"), ndjson_rows(edition, "services")
    assert read == {f"{BASE}/id/service/{row['service']}": told(SERVICES, row, named(SERVICES, 0)) for row in rows}
    assert len(rows) == 2


def in_order(said: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(said.items())


def test_a_supplier_that_left_and_every_status_are_said(edition: Path) -> None:
    read = sorted(facts(edition, "StatusPeriod").values(), key=in_order)
    rows = [told(STATUS_HISTORY, row, named(STATUS_HISTORY, 1)) for row in ndjson_rows(edition, "status-history")]
    assert read == sorted(rows, key=in_order)


def test_codes_have_their_words_in_both_languages(edition: Path) -> None:
    said = {str(each.object) for each in graph(edition) if each.subject == NamedNode(f"{OWN}SupplierStatus.CONNECTED")}
    assert {'"ansluten"@sv', '"connected"@en'} <= said


def test_every_own_name_that_is_used_is_explained_in_the_vocabulary(edition: Path) -> None:
    explained = {node.address for node in vocabulary(WHOLE)}
    used = {
        part.value
        for each in graph(edition)
        for part in (each.subject, each.predicate, each.object)
        if isinstance(part, NamedNode) and part.value.startswith(OWN)
    }
    assert used - explained == set()
    assert len(used) > 50


@pytest.mark.parametrize("table", [table for table in TABLES if table.name in SHAPES], ids=lambda table: table.name)
def test_a_row_of_any_table_can_be_told_alone(edition: Path, table: Table) -> None:
    one = iter(ndjson_rows(edition, table.name)[:1])
    for ending, form in FORMS.items():
        document = written(list(nodes(table, one, WHOLE)), ending, prefixes(WHOLE))
        assert list(parse(document, form)) or ending != ".ttl"


AWKWARD = 'å "b" \\ c\r\n\td\x1f <e> & \u2028'


@pytest.mark.parametrize("ending", [".ttl", ".jsonld", ".nt"])
def test_text_of_any_kind_survives_every_form(ending: str) -> None:
    node = Node(f"{BASE}/id/x", ("schema:Thing",), (("schema:name", Text(AWKWARD)),))
    read = list(parse(written([node], ending, prefixes(WHOLE)), FORMS[ending]))
    assert Literal(AWKWARD) in [each.object for each in read]


def test_xml_keeps_line_ends_and_signs_of_its_own() -> None:
    node = Node(f"{BASE}/id/x", ("schema:Thing",), (("schema:name", Text('a\r\n<b> & "c"', "sv")),))
    read = list(parse(written([node], ".rdf", prefixes(WHOLE)), RdfFormat.RDF_XML))
    assert Literal('a\r\n<b> & "c"', language="sv") in [each.object for each in read]


def test_an_address_cannot_end_its_own_brackets() -> None:
    assert Address('https://example.org/a> <b "c') == "https://example.org/a%3E%20%3Cb%20%22c"
