"""The catalogue is what the Swedish data portal harvests: whole, in both languages, and true of the files."""

from pathlib import Path

import msgspec
import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse
from pyshacl import validate
from rdflib import Graph

from publish.catalogue import catalogue
from publish.publisher import Publisher
from publish.rdf import PREFIXES
from tests.publish.reading import document, files_of, imprint_of, sha256

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # pyshacl asks rdflib the old way
SHAPES = Path(__file__).parent / "shapes" / "dcat-ap-se.ttl"
FORMS = {"catalog.rdf": RdfFormat.RDF_XML, "catalog.ttl": RdfFormat.TURTLE, "catalog.jsonld": RdfFormat.JSON_LD}
DCAT = PREFIXES["dcat"]


def graph(edition: Path, name: str = "catalog.rdf") -> set[Triple]:
    return set(parse(path=edition / name, format=FORMS[name]))


def objects(said: set[Triple], name: str) -> dict[str, str]:
    """What a property says of each node that has it."""
    prefix, _, local = name.partition(":")
    wanted = NamedNode(PREFIXES[prefix] + local)
    return {each.subject.value: each.object.value for each in said if each.predicate == wanted}  # type: ignore[union-attr]


def faults(catalogue_text: str) -> list[str]:
    """What our shapes of the Swedish profile find wrong, in words."""
    conforms, _, said = validate(Graph().parse(data=catalogue_text, format="turtle"), shacl_graph=str(SHAPES))
    return [] if conforms else [line.strip() for line in said.splitlines() if "Message:" in line]


@pytest.mark.parametrize("name", ["catalog.ttl", "catalog.jsonld"])
def test_every_form_says_the_same(edition: Path, name: str) -> None:
    assert graph(edition, name) == graph(edition)


def test_every_node_has_an_address(edition: Path) -> None:
    assert not [each for each in graph(edition) if BlankNode in {type(each.subject), type(each.object)}]


def test_every_download_is_in_the_manifest_with_size_type_and_hash(edition: Path) -> None:
    said = graph(edition)
    manifest = {file["path"]: file for file in document(edition / "manifest.json")["files"]}
    sizes, types, sums = (objects(said, name) for name in ("dcat:byteSize", "dcat:mediaType", "spdx:checksum"))
    values = objects(said, "spdx:checksumValue")
    downloads = objects(said, "dcat:downloadURL")
    assert len(downloads) == 28
    for address, url in downloads.items():
        base, _, name = url.rpartition("/")
        file = manifest[name]
        assert base == "http://127.0.0.1:8000/opendata/editions/000001"
        assert int(sizes[address]) == file["bytes"] == (edition / name).stat().st_size
        assert values[sums[address]] == file["sha256"] == sha256(edition / name)
        assert types[address].endswith(file["media_type"].partition(";")[0])


def test_every_file_that_holds_data_is_distributed(edition: Path) -> None:
    names = {url.rpartition("/")[2] for url in objects(graph(edition), "dcat:downloadURL").values()}
    about = ("catalog.", "csv-metadata", "datapackage", "dictionary", "index.", "README", "LICENSE", "diff.")
    held = {file.path for file in files_of(edition) if not file.path.startswith(about)}
    assert {name for name in held if not name.endswith(".schema.json")} == names


def test_addresses_and_identifiers_never_change(edition: Path) -> None:
    imprint = imprint_of(edition)
    later = msgspec.structs.replace(imprint, number=999, issued=imprint.next_update)
    told = [
        objects(set(parse(catalogue(each, files_of(edition))["catalog.rdf"], RdfFormat.RDF_XML)), "dcterms:identifier")
        for each in (imprint, later)
    ]
    assert told[0] == told[1]
    assert told[0]["http://127.0.0.1:8000/id/catalogue"] == "urn:uuid:406d2e73-8366-54de-a720-8ae4c78ad45d"
    assert told[0]["http://127.0.0.1:8000/id/dataset/suppliers"] == "urn:uuid:b308fe1a-3f5e-50df-9800-0c0822b57d9e"


def test_publisher_contact_and_addresses_are_those_that_are_set(edition: Path) -> None:
    publisher = Publisher("https://x.se", "https://y.se/data", "Verket", "The Agency", "556000-0167", "a b@x.se")
    imprint = msgspec.structs.replace(imprint_of(edition), publisher=publisher)
    said = set(parse(catalogue(imprint, files_of(edition))["catalog.rdf"], RdfFormat.RDF_XML))
    assert set(objects(said, "dcterms:publisher").values()) == {"http://dataportal.se/organisation/SE5560000167"}
    assert objects(said, "vcard:hasEmail") == {"https://x.se/id/contact": "mailto:a%20b@x.se"}
    urls = set(objects(said, "dcat:downloadURL").values())
    assert urls
    assert all(url.startswith("https://y.se/data/editions/000001/") for url in urls)


def test_the_catalogue_is_what_the_swedish_profile_asks_for(edition: Path) -> None:
    assert faults((edition / "catalog.ttl").read_text()) == []


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("dcat:contactPoint <http://127.0.0.1:8000/id/contact> ;", ""),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("http://dataportal.se/organisation/SE2021006883", "http://dataportal.se/organisation/202100-6883"),
        ("urn:uuid:", ""),
        ("vcard:hasEmail <mailto:registret@example.org>", 'vcard:hasEmail "registret@example.org"'),
        ("<http://127.0.0.1:8000/id/contact>\n", "_:contact\n"),
    ],
    ids=["no contact", "another licence", "another publisher", "no UUID", "no address", "blank node"],
)
def test_our_shapes_find_what_the_profile_forbids(edition: Path, said: str, instead: str) -> None:
    wrong = (edition / "catalog.ttl").read_text().replace(said, instead)
    assert faults(wrong) != []
