"""The front page says what the register knows, how sure it is, and what it does not know."""

import re
from datetime import date
from decimal import Decimal

import httpx
import pytest

from auktor.core.vocabulary import Language
from auktor.headers import CONTENT_SECURITY_POLICY
from auktor.site import words

SV, EN = Language.SV, Language.EN


async def page(client: httpx.AsyncClient, path: str = "/") -> str:
    answer = await client.get(path)
    assert answer.status_code == 200
    return re.sub("[ \n]+", " ", answer.text)


async def test_the_suppliers_with_an_agreement_are_listed_with_level_and_since_when(
    client: httpx.AsyncClient,
) -> None:
    text = await page(client, "/?datum=2026-06-01")
    line = text[text.index("Freja+") :].split("</tr>")[0]
    assert "Nivå 3" in line
    assert "1\u00a0januari\u00a02026" in line
    assert "rapporterad" in line


async def test_before_the_system_opened_nobody_is_listed(client: httpx.AsyncClient) -> None:
    text = await page(client, "/?datum=2025-06-01")
    assert "Vilka leverantörer hade avtal den 1\u00a0juni\u00a02025?" in text
    assert text.count("Ingen leverantör har avtal, så vitt registret vet") == 2
    assert "Freja+" not in text


async def test_the_fee_in_force_is_that_of_the_day(client: httpx.AsyncClient) -> None:
    before, after = await page(client, "/?datum=2025-12-31"), await page(client, "/?datum=2026-01-01")
    assert "0,17\u00a0kr" in before
    assert "0,12\u00a0kr" not in before
    assert "0,12\u00a0kr" in after
    assert "0,17\u00a0kr" not in after


async def test_invented_rows_stand_apart_and_say_so(client: httpx.AsyncClient) -> None:
    text = await page(client, "/?datum=2026-08-01")
    known, *invented = text.split('<tbody class="examples">')
    assert 'class="tag example"' not in known.split("</dl>")[1]
    assert invented
    assert all("Påhitta" in part.split("</tr>")[0] for part in invented)


async def test_what_is_not_known_is_said(client: httpx.AsyncClient) -> None:
    text = await page(client)
    unknown = text[text.index("Vad vi inte vet") :]
    assert "När avtalen undertecknades" in unknown
    assert "det betyder inte att den är noll" in unknown


async def test_the_page_is_whole_in_english(client: httpx.AsyncClient) -> None:
    text = await page(client, "/en/?datum=2026-06-01")
    assert '<html lang="en">' in text
    assert "Which suppliers had an agreement on 1\u00a0June\u00a02026?" in text
    assert "SEK\u00a00.12" in text
    assert '<a href="/?datum=2026-06-01" lang="sv" hreflang="sv">Svenska</a>' in text
    said = re.sub("<[^>]+>", " ", text)
    for swedish in ("Leverantör", "avgift", "föreskrift", "januari", "Visa", "gäller", "nivå"):
        assert swedish not in said, swedish


async def test_every_file_of_the_edition_can_be_downloaded(client: httpx.AsyncClient) -> None:
    text = await page(client)
    links = re.findall(r'href="(/opendata/editions/000001/[^"]+)"', text)
    assert "/opendata/editions/000001/suppliers.csv" in links
    for link in links:
        assert (await client.head(link)).status_code == 200


async def test_the_pages_answer_can_be_asked_for_as_json(client: httpx.AsyncClient) -> None:
    text = await page(client, "/?datum=2026-06-01")
    link = re.search(r'href="(/graphql\?query=[^"]+)"', text)
    assert link
    answer = await client.get(link[1].replace("&amp;", "&"))
    assert answer.status_code == 200
    assert "errors" not in answer.json()
    assert answer.json()["data"]["register"]["suppliers"]["totalCount"] > 0


async def test_the_page_asks_nobody_else_for_anything(client: httpx.AsyncClient) -> None:
    answer = await client.get("/")
    loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', answer.text)
    assert loaded
    assert all(address.startswith("/") for address in loaded)
    for address in loaded:
        assert (await client.get(address)).status_code == 200, address
    assert "set-cookie" not in answer.headers
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert " style=" not in answer.text
    assert "<script" not in answer.text


async def test_what_is_no_day_is_asked_for_again(client: httpx.AsyncClient) -> None:
    for given in ("2026-13-01", "i%20dag", "20260101", "<script>", "2026-02-30"):
        answer = await client.get("/", params={"datum": given})
        assert answer.status_code == 400
        assert "är ingen dag i kalendern" in answer.text
        assert "<script" not in answer.text


async def test_an_emptied_date_is_today(client: httpx.AsyncClient) -> None:
    answer = await client.get("/?datum=")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_two_renderings_of_a_day_are_identical(client: httpx.AsyncClient) -> None:
    assert await page(client, "/?datum=2026-06-01") == await page(client, "/?datum=2026-06-01")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (words.on_day(date(2026, 1, 1), SV), "1\u00a0januari\u00a02026"),
        (words.on_day(date(2026, 12, 31), EN), "31\u00a0December\u00a02026"),
        (words.count(1234567, SV), "1\u202f234\u202f567"),
        (words.count(1234567, EN), "1,234,567"),
        (words.size(999, SV), "999\u00a0byte"),
        (words.size(12345, SV), "12,3\u00a0kB"),
        (words.size(1_400_000, EN), "1.4\u00a0MB"),
        (words.kronor(Decimal("0.1200"), SV), "0,12\u00a0kr"),
        (words.kronor(Decimal("1500.0000"), EN), "SEK\u00a01,500.00"),
        (words.kronor(Decimal("0.1250"), SV), "0,125\u00a0kr"),
        (words.in_words(2, SV), "två"),
        (words.in_words(13, EN), "13"),
    ],
)
def test_values_are_written_as_the_language_writes_them(written: str, expected: str) -> None:
    assert written == expected
