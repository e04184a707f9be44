"""Persistent addresses resolve: to the page for people, to linked data for programs, and every word is explained."""

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from publish.things import TOLD_BY

BASE = "http://127.0.0.1:8000"
FREJA, FEE = "freja-eid-sweden", "e-identification-2026-identification"
FORMS = {
    ".ttl": ("text/turtle", RdfFormat.TURTLE),
    ".jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    ".nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    ".rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
}


@pytest.mark.parametrize(
    ("path", "accept", "language", "leads_to"),
    [
        ("supplier/freja", "text/html", "sv", "/leverantor/freja"),
        ("supplier/freja", "text/html,*/*;q=0.8", "en-GB", "/en/supplier/freja"),
        ("service/x", "*/*", "sv", "/tjanst/x"),
        ("regulation/x", "text/html", "sv", "/foreskrift/x"),
        ("public-actor/x", "text/html", "sv", "/aktor/x"),
        (f"fee-rule/{FEE}", "text/html", "en", "/en/fee"),
        (f"supplier/{FREJA}", "text/turtle", "sv", f"/doc/supplier/{FREJA}.ttl"),
        (f"fee-rule/{FEE}", "text/turtle", "sv", f"/doc/fee-rule/{FEE}.ttl"),
        (f"supplier/{FREJA}", "application/ld+json, text/html;q=0.5", "sv", f"/doc/supplier/{FREJA}.jsonld"),
        (f"supplier/{FREJA}", "text/turtle;q=0.2, application/rdf+xml;q=0.9", "sv", f"/doc/supplier/{FREJA}.rdf"),
        (f"supplier/{FREJA}", "text/html;q=0, */*", "sv", f"/doc/supplier/{FREJA}.jsonld"),
        ("dataset/suppliers", "text/html", "sv", "/opendata/latest/index.html"),
        ("distribution/suppliers.csv", "application/rdf+xml", "sv", "/opendata/latest/catalog.rdf"),
        ("standard/columns", "text/turtle", "sv", "/def"),
    ],
)
async def test_a_thing_leads_to_a_document_about_it(
    client: httpx.AsyncClient, path: str, accept: str, language: str, leads_to: str
) -> None:
    answer = await client.get(f"/id/{path}", headers={"accept": accept, "accept-language": language})
    assert (answer.status_code, answer.headers["location"]) == (303, leads_to)
    assert answer.headers["vary"] == "accept, accept-language"


@pytest.mark.parametrize("ending", FORMS)
async def test_a_public_actor_is_told_in_every_form(client: httpx.AsyncClient, ending: str) -> None:
    media_type, form = FORMS[ending]
    answer = await client.get(f"/doc/public-actor/skatteverket{ending}")
    assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"
    said = {(each.predicate.value, getattr(each.object, "value", "")) for each in parse(answer.content, form)}
    assert ("https://schema.org/name", "Skatteverket") in said
    assert (f"{BASE}/def#category", f"{BASE}/def#PublicActorCategory.STATE_AGENCY") in said


async def test_every_address_in_the_linked_data_resolves(client: httpx.AsyncClient) -> None:
    data = (await client.get("/opendata/latest/suppliers.ttl", follow_redirects=True)).content
    things = {
        part.value.partition("#")[0].removeprefix(BASE)
        for each in parse(data, RdfFormat.TURTLE)
        for part in (each.subject, each.object)
        if isinstance(part, NamedNode) and part.value.startswith(f"{BASE}/id/")
    }
    assert len(things) > 3
    for path in sorted(things):
        answer = await client.get(path, headers={"accept": "text/turtle"}, follow_redirects=True)
        assert answer.status_code == 200, path


async def test_the_vocabulary_explains_every_word_where_its_address_leads(client: httpx.AsyncClient) -> None:
    turtle = await client.get("/def", headers={"accept": "text/turtle"})
    page = await client.get("/def", headers={"accept": "text/html"})
    words = {
        each.subject.value.partition("#")[2]
        for each in parse(turtle.content, RdfFormat.TURTLE)
        if isinstance(each.subject, NamedNode)
    }
    assert {"in_force_from", "SupplierStatus", "SupplierStatus.CONNECTED"} <= words
    assert [word for word in words if word and f'id="{word}"' not in page.text] == []


@pytest.mark.parametrize(
    "path",
    [
        "/id/supplier/",
        "/id/nothing/x",
        "/id/supplier/a/b",
        "/id/fee-rule/nothing",
        "/doc/supplier/nobody.ttl",
        "/doc/supplier/x.html",
    ],
)
async def test_what_is_not_known_is_not_found(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("noun", TOLD_BY)
@pytest.mark.parametrize("accept", ["text/html", "text/turtle", "application/ld+json"])
async def test_a_key_that_nothing_has_leads_to_nothing(client: httpx.AsyncClient, noun: str, accept: str) -> None:
    answer = await client.get(f"/id/{noun}/nobody", headers={"accept": accept}, follow_redirects=True)
    assert answer.status_code == 404


async def test_a_form_that_there_is_not_is_not_acceptable(client: httpx.AsyncClient) -> None:
    assert (await client.get("/def", headers={"accept": "image/png"})).status_code == 406


async def test_the_catalogue_lies_where_it_is_harvested(client: httpx.AsyncClient) -> None:
    harvested = await client.get("/opendata/catalog.rdf")
    published = await client.get("/opendata/latest/catalog.rdf", follow_redirects=True)
    assert harvested.headers["content-type"] == "application/rdf+xml"
    assert harvested.content == published.content
