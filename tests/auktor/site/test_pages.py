"""Every page is there in both languages, holds the day, and says what it cannot show."""

import gzip
import re
from collections.abc import AsyncGenerator
from html import unescape

import httpx
import pytest

from auktor.asgi import create_app
from auktor.core.vocabulary import Language
from auktor.settings import Settings
from auktor.site.addresses import PLACES
from auktor.site.catalogue import PAGES

OBJECTS = {
    "supplier": "finansiell-id-teknik",
    "service": "freja-plus",
    "actor": "exempelverket",
    "regulation": "sfs-2018-357",
}
EVERY_PAGE = [
    pytest.param(place.in_language(language).format(key=OBJECTS.get(name)), id=f"{name}-{language.lower()}")
    for name, place in PLACES.items()
    for language in Language
]
SWEDISH_ONLY = re.compile('<(\\w+)[^>]* lang="sv"[^>]*>.*?</\\1>', re.DOTALL)


async def text_of(client: httpx.AsyncClient, path: str, status: int = 200) -> str:
    answer = await client.get(path)
    assert answer.status_code == status, answer.text
    return re.sub("[ \n]+", " ", answer.text)


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_a_page_is_whole_small_and_asks_nobody_else(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 200
    assert len(gzip.compress(answer.content)) <= 15_000
    assert answer.text.count("<h1") == 1
    assert " style=" not in answer.text
    assert "<script" not in answer.text
    loaded = re.findall(r'(?:src|<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href)="([^"]+)"', answer.text)
    assert all(address.startswith("/") for address in loaded)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_the_day_travels_in_every_link_of_a_page(client: httpx.AsyncClient, path: str) -> None:
    text = await text_of(client, f"{path}?datum=2026-06-01")
    to_pages = [unescape(link) for link in re.findall('<a [^>]*href="(/[^"]*)"', text)]
    own = [link for link in to_pages if not link.startswith(("/graphql", "/schema", "/opendata"))]
    lost = [link for link in own if "datum=" not in link]
    assert set(lost) <= {path}, lost


@pytest.mark.parametrize("name", [name for name in PLACES if name != "front"])
async def test_changing_language_keeps_the_place_the_day_and_the_choices(client: httpx.AsyncClient, name: str) -> None:
    page = PAGES[name]
    chosen = "namn=ab&" if "namn" in page.chosen_names else ""
    path = f"{PLACES[name].sv.format(key=OBJECTS.get(name))}?{chosen}datum=2026-06-01"
    english = f"{PLACES[name].en.format(key=OBJECTS.get(name))}?{chosen}datum=2026-06-01"
    assert f'href="{english}" lang="en"' in unescape(await text_of(client, path))


@pytest.mark.parametrize("name", ["suppliers", "actors", "fee", "choose", "words", "statistics"])
async def test_an_english_page_speaks_english(client: httpx.AsyncClient, name: str) -> None:
    text = SWEDISH_ONLY.sub("", await text_of(client, PLACES[name].en))
    said = re.sub("<[^>]+>", " ", text.split("<details")[0])
    for swedish in ("Leverantör", "avgift", "Visa", "gäller", "Föreskrift", "januari"):
        assert swedish not in said, swedish


@pytest.mark.parametrize("name", PAGES)
async def test_the_document_of_a_page_gives_the_same_over_http(client: httpx.AsyncClient, name: str) -> None:
    page = PAGES[name]
    path = PLACES[name].sv.format(key=OBJECTS.get(name))
    sought = "q=kivra&" if name == "search" else ""
    shown = (await client.get(f"{path}.json?{sought}datum=2026-06-01")).json()
    variables: dict[str, object] = {"asOf": "2026-06-01", "language": "SV"}
    if page.kind:
        variables["id"] = f"{page.kind}:{OBJECTS[name]}"
    if page.choices:
        variables["first"] = 50
    variables |= {
        "choose": {"filter": {"status": {"in": ["IN_OPERATION", "TECHNICALLY_CONNECTED"]}}},
        "search": {"text": "kivra"},
        "changes": {"afterSequence": 0},
        "statistics": {"from": "2024-01-01", "to": "2027-01-01"},
        "fee": {
            "input": {
                "system": "E_IDENTIFICATION",
                "volumes": [{"item": "IDENTIFICATION", "quantity": 100000}],
                "from": "2026-01-01",
                "to": "2027-01-01",
            }
        },
    }.get(name, {})
    asked = {"documentId": page.document or name, "variables": variables}
    assert (await client.post("/graphql", json=asked)).json() == shown


async def test_a_list_as_csv_is_the_whole_list(client: httpx.AsyncClient) -> None:
    answer = await client.get("/aktorer.csv?skyldighet=OBLIGED&datum=2026-06-01")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    head, *lines = answer.text.splitlines()
    assert head == "key,name,organisationNumber,category,obligationStatus,connected,provenance.kind"
    shown = await text_of(client, "/aktorer?skyldighet=OBLIGED&datum=2026-06-01")
    assert len(lines) > 200
    assert f"{len(lines)} aktörer, 50 på den här sidan" in shown


async def test_an_organisation_number_leads_to_the_page_by_its_key(client: httpx.AsyncClient) -> None:
    for number in ("556630-4928", "5566304928"):
        answer = await client.get(f"/leverantor/{number}?datum=2026-06-01")
        place = "/leverantor/finansiell-id-teknik?datum=2026-06-01"
        assert (answer.status_code, answer.headers["location"]) == (303, place)
    answer = await client.get("/aktor/202100-5448")
    assert answer.headers["location"] == "/aktor/skatteverket"


async def test_the_verdict_on_a_service_is_of_the_day(client: httpx.AsyncClient) -> None:
    assert "Ja, avtalet gäller sedan 1\u00a0januari\u00a02026" in await text_of(client, "/tjanst/freja-plus")
    answer = await client.get("/tjanst/freja-plus?datum=2025-06-01")
    assert answer.status_code == 404
    assert "Det kan ha börjat senare" in answer.text


async def test_an_obliged_agency_is_told_so_with_its_ground(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/aktor/skatteverket")
    assert "Ja, aktören är skyldig" in text
    assert "3 § förordning (2023:709)" in text


async def test_the_change_days_lead_from_one_to_the_next(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/leverantorer?datum=2025-12-20")
    following = re.search('rel="next" href="([^"]+)"', text)
    assert following
    assert following[1] == "/leverantorer?datum=2026-01-01"


async def test_the_fee_is_counted_line_by_line_and_year_by_year(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/avgift?legitimeringar=120 000&underskrifter=1000&ar=2026")
    account = text[text.index("account") :]
    assert "14\u202f400,00\u00a0kr" in account
    assert "120,00\u00a0kr" in account
    assert "14\u202f520,00\u00a0kr" in account
    assert "7 § förordning (2023:709)" in account
    assert re.search('2025</a></th><td class="number">20\u202f570,00\u00a0kr', account)


async def test_the_calculator_reads_the_figures_it_writes(client: httpx.AsyncClient) -> None:
    for path, written in (("/avgift", "120\u202f000"), ("/en/fee", "120,000")):
        text = await text_of(client, f"{path}?legitimeringar={written}&ar=2026")
        assert f'value="{written}"' in text


async def test_the_last_day_of_a_line_is_the_last_it_covers(client: httpx.AsyncClient) -> None:
    assert "31\u00a0december\u00a02026" in await text_of(client, "/avgift?ar=2026")


async def test_a_fee_nobody_knows_is_not_zero(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/avgift?system=DIGITAL_POST&forsandelser=1000&ar=2026")
    assert "Avgiften är inte känd för hela året" in text


async def test_emptied_fields_of_a_form_leave_the_address(client: httpx.AsyncClient) -> None:
    answer = await client.get("/aktorer?namn=&slag=REGION&skyldighet=&datum=")
    assert (answer.status_code, answer.headers["location"]) == (303, "/aktorer?slag=REGION")


async def test_the_next_page_of_a_list_begins_where_this_one_ends(client: httpx.AsyncClient) -> None:
    first = await text_of(client, "/aktorer?slag=MUNICIPALITY")
    onward = re.search('rel="next" href="(/aktorer[^"]+efter=[^"]+)"', first)
    assert onward
    second = await text_of(client, unescape(onward[1]))
    shown = [re.findall('href="/aktor/([^"?]+)"', text) for text in (first, second)]
    assert len(set(shown[0]) | set(shown[1])) == 100


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/leverantor/ingen", 404, "inte känt för registret"),
        ("/en/supplier/nobody", 404, "not known to the register"),
        ("/aktor/ingen", 404, "inte känt för registret"),
        ("/en/nowhere", 404, "There is no such page"),
        ("/ingenstans", 404, "Sidan finns inte"),
        ("/leverantorer?datum=2023-12-31", 404, "Så långt tillbaka går inte registret"),
        ("/en/actors?datum=soon", 400, "Which day do you mean?"),
        ("/aktorer?slag=PLANET", 400, "Det går inte att välja så"),
        ("/aktorer?ordning=hemlig", 400, "Det går inte att välja så"),
        ("/aktorer?efter=inte-en-plats", 400, "Det går inte att välja så"),
        ("/avgift?legitimeringar=1e9", 400, "Det går inte att välja så"),
        ("/avgift?legitimeringar=99999999999999999999", 400, "Det går inte att välja så"),
        ("/avgift?ar=1800", 400, "Det går inte att välja så"),
        ("/andringar?efter=-1", 400, "Det går inte att välja så"),
        ("/aktorer.xlsx", 404, "Sidan finns inte"),
        ("/sok?q=%00", 400, "Det går inte att välja så"),
        ("/en/search?q=" + "x" * 201, 400, "That cannot be chosen"),
    ],
)
async def test_bad_input_is_told_in_its_language(client: httpx.AsyncClient, path: str, status: int, said: str) -> None:
    text = await text_of(client, path, status)
    assert said in text
    assert f'<html lang="{"en" if path.startswith("/en/") else "sv"}">' in text


async def test_markup_in_an_address_is_text_on_the_page(client: httpx.AsyncClient) -> None:
    for path in ("/sok?q=<script>alert(1)</script>", "/leverantor/<script>", "/<script>"):
        assert "<script" not in (await client.get(path)).text


@pytest.fixture
async def without_database(settings: Settings) -> AsyncGenerator[httpx.AsyncClient, None]:
    app = create_app(settings, "postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://register.test") as client:
        yield client


async def test_a_register_that_does_not_answer_says_when_to_come_back(without_database: httpx.AsyncClient) -> None:
    for path, said in (("/", "Registret svarar inte just nu"), ("/en/suppliers", "does not answer just now")):
        answer = await without_database.get(path)
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert said in answer.text


async def test_two_renderings_of_a_page_are_identical(client: httpx.AsyncClient) -> None:
    assert await text_of(client, "/statistik") == await text_of(client, "/statistik")
