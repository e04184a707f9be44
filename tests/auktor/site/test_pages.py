"""Every page is there in both languages, holds the day, and says what it cannot show."""

import gzip
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import UTC, date, datetime
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree as ET

import httpx
import pytest

from auktor.asgi import create_app
from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language
from auktor.graphql.documents import shipped_documents
from auktor.settings import Settings
from auktor.site.addresses import PLACES, Asked
from auktor.site.catalogue import PAGES
from auktor.site.figures import CHARTS

OBJECTS = {
    "supplier": "finansiell-id-teknik",
    "service": "freja-plus",
    "actor": "exempelverket",
    "regulation": "sfs-2018-357",
    "decision": "undantag-exempelverket",
    "requirements": "e-legitimering",
    "chart": "volymer",
    "edition": "1",
    "example": "grafana",
}
EVERY_PAGE = [
    pytest.param(place.in_language(language).format(key=OBJECTS.get(name)), id=f"{name}-{language.lower()}")
    for name, place in PLACES.items()
    for language in Language
]
DAY = "2026-06-01"
ATOM = "{http://www.w3.org/2005/Atom}"
SWEDISH_ONLY = re.compile('<(\\w+)[^>]* lang="sv"[^>]*>.*?</\\1>', re.DOTALL)
Shown = Callable[[str], Awaitable[httpx.Response]]


async def text_of(client: httpx.AsyncClient, path: str, status: int = 200) -> str:
    answer = await client.get(path)
    assert answer.status_code == status, answer.text
    return re.sub("[ \n]+", " ", answer.text)


@pytest.fixture(scope="module")
async def shown(client: httpx.AsyncClient) -> Shown:
    """A page as it is on DAY, fetched once for all that is claimed of it."""
    fetched: dict[str, httpx.Response] = {}

    async def show(path: str) -> httpx.Response:
        if path not in fetched:
            fetched[path] = await client.get(f"{path}?datum={DAY}")
        return fetched[path]

    return show


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_a_page_is_whole_small_and_asks_nobody_else(shown: Shown, path: str) -> None:
    answer = await shown(path)
    assert answer.status_code == 200
    assert len(gzip.compress(answer.content)) <= 15_000
    assert answer.text.count("<h1") == 1
    assert " style=" not in answer.text
    assert "<script" not in answer.text
    loaded = re.findall(r'(?:src|<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href)="([^"]+)"', answer.text)
    assert all(address.startswith("/") for address in loaded)
    assert len(set(loaded)) <= 4
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_a_page_is_not_too_much_for_a_browser(shown: Shown, path: str) -> None:
    assert len(re.findall(r"<[a-z]", (await shown(path)).text)) <= 1_500


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_the_headings_of_a_page_are_in_order(shown: Shown, path: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", (await shown(path)).text)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_the_day_travels_in_every_link_of_a_page(shown: Shown, path: str) -> None:
    text = re.sub("[ \n]+", " ", (await shown(path)).text)
    to_pages = [unescape(link) for link in re.findall('<a [^>]*href="(/[^"]*)"', text)]
    elsewhere = ("/graphql", "/schema", "/opendata", "/q", "/readyz", "/livez", "/api/utforska")
    own = [link for link in to_pages if not link.startswith(elsewhere)]
    lost = [link for link in own if "datum=" not in link]
    assert set(lost) <= {path}, lost


@pytest.mark.parametrize("name", [name for name in PLACES if name != "front"])
async def test_changing_language_keeps_the_place_and_the_day(shown: Shown, name: str) -> None:
    english = PLACES[name].en.format(key=OBJECTS.get(name))
    text = unescape((await shown(PLACES[name].sv.format(key=OBJECTS.get(name)))).text)
    assert f'href="{english}?datum={DAY}" lang="en"' in text


async def test_changing_language_keeps_the_choices(client: httpx.AsyncClient) -> None:
    text = unescape(await text_of(client, "/aktorer?namn=ab&slag=REGION&datum=2026-06-01"))
    assert 'href="/en/actors?namn=ab&slag=REGION&datum=2026-06-01" lang="en"' in text


@pytest.mark.parametrize("path", EVERY_PAGE)
async def test_a_page_can_be_cited_with_its_day_and_edition(shown: Shown, path: str) -> None:
    text = unescape((await shown(path)).text)
    if path not in {"/", "/en/", "/api/prova", "/en/api/try", "/sok", "/en/search"}:
        cited = text[text.index('class="small cite"') :]
        assert re.search(r"(utgåva|edition) 1 \(SHA-256 <code>[0-9a-f]{16}…</code>\)", cited)
        assert f"{path}?datum={DAY}" in cited


@pytest.mark.parametrize("name", [name for name in PLACES if name not in {"api", "example", "try"}])
async def test_an_english_page_speaks_english(shown: Shown, name: str) -> None:
    text = SWEDISH_ONLY.sub("", (await shown(PLACES[name].en.format(key=OBJECTS.get(name)))).text)
    said = re.sub("<[^>]+>", " ", text.split("<details")[0])
    for swedish in ("Leverantör", "avgift", "Visa", "gäller", "Föreskrift", "januari"):
        assert swedish not in said, swedish


@pytest.mark.parametrize("name", PAGES)
async def test_the_document_of_a_page_gives_the_same_over_http(client: httpx.AsyncClient, name: str) -> None:
    page = PAGES[name]
    path = PLACES[name].sv.format(key=OBJECTS.get(name))
    sought = "q=kivra&" if name == "search" else ""
    told = (await client.get(f"{path}.json?{sought}datum={DAY}")).json()
    today = datetime.now(UTC).date()
    asked = Asked(name, Language.SV, date.fromisoformat(DAY), today, OBJECTS.get(name), {"q": "kivra"})
    document = page.asks(asked)
    declared = shipped_documents()[document].partition("{")[0]
    variables = {each: value for each, value in page.question(asked).items() if f"${each}:" in declared}
    answer = await client.post("/graphql", json={"documentId": document, "variables": variables})
    assert answer.json() == told
    assert "errors" not in told


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
    text = await text_of(client, "/tjanst/freja-plus?datum=2025-06-01", 404)
    assert "finns i registret, men börjar senare" in text
    assert 'href="/tjanst/freja-plus?datum=2026-01-01">Visa det 1\u00a0januari\u00a02026' in text


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
    beside = re.sub("<[^>]+>", " ", account[account.index(">2025</a>") :])
    assert "Identifiering 0,17\u00a0kr" in beside
    assert "20\u202f570,00\u00a0kr" in beside
    assert "+6\u202f050,00\u00a0kr" in beside


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
        ("/aktorer.atom", 404, "Sidan finns inte"),
        ("/statistik/inget", 404, "Sidan finns inte"),
        ("/en/api/example/lotus", 404, "There is no such page"),
        ("/beslut/inget", 404, "inte känt för registret"),
        ("/krav/telegrafi", 404, "inte känt för registret"),
        ("/en/open-data/edition/99", 404, "not known to the register"),
        ("/oppna-data/utgava/x", 400, "Det går inte att välja så"),
        ("/tid?fran=2020-01-01", 404, "Så långt tillbaka går inte registret"),
        ("/en/time?fran=soon", 400, "Which day do you mean?"),
        ("/tid?slag=planet", 400, "Det går inte att välja så"),
        ("/tid?andring=99999", 400, "Det går inte att välja så"),
        ("/api/prova?fraga=ingen", 400, "Det går inte att välja så"),
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


async def test_two_days_are_compared_as_a_list_a_reader_can_read(client: httpx.AsyncClient) -> None:
    text = re.sub("<[^>]+>", " ", await text_of(client, "/tid?fran=2025-12-31&datum=2026-01-01"))
    text = re.sub(" +", " ", text)
    assert "Från 31\u00a0december\u00a02025 till 1\u00a0januari\u00a02026 ändrades" in text
    assert "Finansiell ID-Teknik BID AB På listan enligt 7 §: nej → blev ja Status: ansluten" in text
    assert "Offentliga aktörer skyldighet ändrad för 450" in text
    for raw in ("CONNECTED", "True", "obligation_status", "public_actor"):
        assert raw not in text


async def test_days_that_do_not_differ_are_said_not_to(client: httpx.AsyncClient) -> None:
    assert "Inget skiljer de två dagarna åt" in await text_of(client, "/tid?fran=2026-06-01&datum=2026-06-01")


async def test_the_slider_leads_to_the_change_it_names(client: httpx.AsyncClient) -> None:
    days = (await client.get("/tid.json?datum=2026-06-01")).json()["data"]["register"]["changeDays"]
    answer = await client.get("/tid?fran=2025-12-31&andring=4")
    place = f"/tid?fran=2025-12-31&datum={days[3]}"
    assert (answer.status_code, answer.headers["location"]) == (303, place)


async def test_a_history_is_told_in_words(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/tjanst/exempel-id?datum=2026-11-01")
    history = text[text.index('id="historik"') : text.index('class="as-data"')]
    assert "Status: i drift" in history
    assert not re.search("[A-Z]{3,}_[A-Z]", history)


async def test_the_last_day_of_the_calendar_is_a_day(client: httpx.AsyncClient) -> None:
    addresses = {name: place.sv.format(key=OBJECTS.get(name)) for name, place in PLACES.items()}
    answers = {name: await client.get(f"{address}?datum=9999-12-31") for name, address in addresses.items()}
    # Only the calculator has a last year.
    assert {name: each.status_code for name, each in answers.items() if each.status_code != 200} == {"fee": 400}


async def test_what_has_ended_keeps_its_page_and_says_when(client: httpx.AsyncClient) -> None:
    assert "Tjänsten upphörde 1\u00a0juli\u00a02026" in await text_of(client, "/tjanst/nordexempel")
    text = await text_of(client, "/leverantor/nordexempel")
    assert "Leverantörens avtal upphörde 1\u00a0juli\u00a02026" in text
    assert 'href="/leverantor/nordexempel?datum=2026-06-30"' in text
    assert "ended on 15\u00a0August\u00a02026" in await text_of(client, "/en/supplier/bristexempel")


async def test_a_supplier_an_actor_and_a_search_can_be_followed(client: httpx.AsyncClient) -> None:
    for path, title, entries in (
        ("/leverantor/finansiell-id-teknik.atom", "Finansiell ID-Teknik BID AB", 1),
        ("/en/actor/exempelverket.atom", "Exempelverket (påhittat)", 1),
        ("/sok.atom?q=kivra", "Sökning: kivra", 2),
        ("/om/rattelser.atom", "Rättelser i registret", 0),
    ):
        answer = await client.get(path)
        assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
        feed = ET.fromstring(answer.content)  # noqa: S314 -- our own text
        assert feed.findtext(f"{ATOM}title") == f"{title} – Auktorsregistret"
        assert len(feed.findall(f"{ATOM}entry")) >= entries
        assert all(each.findtext(f"{ATOM}updated") for each in feed.findall(f"{ATOM}entry"))


async def test_a_question_is_tried_without_script(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/api/prova?fraga=obligations_by_category")
    assert '<th scope="col">obligation_status</th>' in text
    assert "&#34;obligationStatus&#34;" in text
    own = "/api/prova?query={suppliers(first:1){totalCount nodes{name}}}"
    assert "Status 200" in await text_of(client, own)


async def test_a_question_with_variables_that_are_none_is_told_beside_the_field(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/en/api/try?query={__typename}&variabler=[1", 400)
    assert "The variables are no JSON object" in text
    assert 'aria-invalid="true" aria-describedby="variabler-fel"' in text


async def test_a_question_that_is_refused_is_shown_with_its_reason(client: httpx.AsyncClient) -> None:
    assert "Cannot query field" in await text_of(client, "/api/prova?query={nothing}", 400)
    assert "mutation" in await text_of(client, "/api/prova?query=mutation{__typename}", 400)


async def test_a_typed_question_costs_points(settings: Settings, register_database: str) -> None:
    app = create_app(settings.model_copy(update={"points_a_minute": 3}), register_database)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register.test") as poor:
        assert "Status 429" in await text_of(
            poor, "/api/prova?query={publicActors(first:100){nodes{name agreements{nodes{id}}}}}", 429
        )


async def test_every_documented_question_can_be_tried(client: httpx.AsyncClient) -> None:
    text = await text_of(client, "/api")
    links = re.findall(r'href="(/api/prova\?fraga=[^"]+)"', text)
    assert len(links) >= 11
    assert "1-suppliers-today" in links[0]


async def test_a_chart_has_a_page_a_table_and_three_files(client: httpx.AsyncClient) -> None:
    for name in CHARTS:
        svg = await client.get(f"/diagram/{name}.svg?datum=2026-06-01")
        assert svg.headers["content-type"] == "image/svg+xml; charset=utf-8"
        assert len(svg.content) <= 25_000
        assert svg.content == (await client.get(f"/statistik/{name}.svg?datum=2026-06-01")).content
    head = (await client.get("/statistik/volymer.csv?datum=2026-06-01")).text.partition("\r")[0]
    assert head == "month,system,serviceId,serviceName,item,quantity,actors,status,provenance"


async def test_every_picture_of_the_statistics_has_its_words_and_its_table(shown: Shown) -> None:
    text = (await shown("/statistik")).text
    pictures = re.findall(r'<svg class="chart[^>]*aria-labelledby="([^ ]+) ([^"]+)"', text)
    assert len(pictures) == 2 * len(CHARTS)
    assert all(f'<title id="{title}">' in text and f'<desc id="{desc}">' in text for title, desc in pictures)
    assert text.count('<table class="figures">') == len(CHARTS)


async def test_an_edition_is_found_by_its_number_and_by_its_day(client: httpx.AsyncClient) -> None:
    edition = (await client.get("/opendata/current.json")).json()
    assert edition["sha256"] in await text_of(client, "/oppna-data/utgava/1")
    day = stockholm_today(datetime.now(UTC))
    answer = await client.get(f"/oppna-data/utgava/{day}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/oppna-data/utgava/1")


@pytest.fixture
async def without_database(settings: Settings) -> AsyncGenerator[httpx.AsyncClient, None]:
    app = create_app(settings, "postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://register.test") as client:
        yield client


async def test_a_register_that_does_not_answer_says_when_to_come_back(without_database: httpx.AsyncClient) -> None:
    for path, said in (
        ("/", "Registret svarar inte just nu"),
        ("/en/suppliers", "does not answer just now"),
        ("/tid", "Registret svarar inte just nu"),
        ("/en/statistics/lan.svg", "does not answer just now"),
        ("/en/supplier/kivra", "does not answer just now"),
        ("/api/prova?query={suppliers{totalCount}}", "Status 503"),
    ):
        answer = await without_database.get(path)
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert said in answer.text


async def test_two_renderings_of_a_page_are_identical(client: httpx.AsyncClient, shown: Shown) -> None:
    for path in ("/statistik", "/tid", "/avgift", "/leverantor/finansiell-id-teknik"):
        assert (await client.get(f"{path}?datum={DAY}")).content == (await shown(path)).content
