"""`/q/<document>`: stored documents by name over GET, as dashboards and spreadsheets ask them."""

import csv
import io
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import polars as pl
import pytest

DASHBOARDS = Path(__file__).parents[2] / "auktor" / "stored" / "dashboards"
VOLUMES = "/q/volumes_by_month"
YEAR = {"from": "2026-01-01", "to": "2027-01-01", "asOf": "2026-11-01"}
FEE = {"identifications": "4200000", "signatures": "300000", "from": "2027-01-01", "to": "2028-01-01"}


async def get(client: httpx.AsyncClient, address: str, params: Any = None, **headers: str) -> httpx.Response:  # noqa: ANN401
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.get(address, params=params, headers=named)


def refusal(response: httpx.Response) -> tuple[int, str, str]:
    error = response.json()["errors"][0]
    return response.status_code, error["extensions"]["code"], error["message"]


async def test_a_document_is_answered_as_json_csv_and_parquet_alike(client: httpx.AsyncClient) -> None:
    rows = (await get(client, f"{VOLUMES}.json", YEAR)).json()["data"]["register"]["statistics"]["volumes"]
    lines = list(csv.DictReader(io.StringIO((await get(client, f"{VOLUMES}.csv", YEAR)).text)))
    frame = pl.read_parquet((await get(client, f"{VOLUMES}.parquet", YEAR)).content)
    months = [row["month"] for row in rows]
    assert len(months) > 10
    assert [line["month"] for line in lines] == months == [str(month) for month in frame["month"]]
    assert [line["service_id"] for line in lines] == [row["serviceId"] for row in rows] == frame["service_id"].to_list()
    assert (frame["month"].dtype, frame["quantity"].dtype) == (pl.Date, pl.Int64)


async def test_csv_is_that_of_rfc_4180(client: httpx.AsyncClient) -> None:
    answer = await get(client, "/q/fee_of_volumes.csv", FEE)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    head, first = answer.content.decode("utf-8").split("\r\n")[:2]
    assert head == "item,quantity,unit_amount_sek,amount_sek,from,to,paragraph,regulation_designation"
    assert first.startswith("IDENTIFICATION,4200000,0.12,504000.00,2027-01-01,2028-01-01,")


async def test_csv_for_swedish_excel_has_its_own_signs(client: httpx.AsyncClient) -> None:
    answer = await get(client, "/q/fee_of_volumes.excel.csv", FEE)
    assert answer.content.startswith(b"\xef\xbb\xbfitem;quantity;unit_amount_sek;amount_sek;")
    assert "IDENTIFICATION;4200000;0,12;504000,00;2027-01-01;" in answer.content.decode("utf-8-sig")


async def test_an_amount_in_parquet_is_exact(client: httpx.AsyncClient) -> None:
    frame = pl.read_parquet((await get(client, "/q/fee_of_volumes.parquet", FEE)).content)
    assert frame["amount_sek"].sum() == Decimal("540000.00")
    assert frame["from"][0] == date(2027, 1, 1)


async def test_the_header_stands_where_there_are_no_rows(client: httpx.AsyncClient) -> None:
    before = {"from": "1990-01-01", "to": "1991-01-01"}
    assert (await get(client, f"{VOLUMES}.csv", before)).text == (
        "month,system,service_id,service_name,item,quantity,actors,status,provenance\r\n"
    )


async def test_without_an_ending_accept_chooses_the_form(client: httpx.AsyncClient) -> None:
    async def form(accept: str) -> str:
        return (await get(client, VOLUMES, YEAR, accept=accept)).headers["content-type"].partition(";")[0]

    assert await form("*/*") == "application/json"
    assert await form("text/csv") == "text/csv"
    assert await form("application/vnd.apache.parquet, */*;q=0.1") == "application/vnd.apache.parquet"
    assert await form("application/json;q=0.2, text/csv;q=0.9") == "text/csv"
    assert await form("text/*, application/json;q=0.5") == "text/csv"
    assert await form("text/csv;q=0, */*") == "application/json"
    assert refusal(await get(client, VOLUMES, YEAR, accept="image/png"))[:2] == (406, "NOT_ACCEPTABLE")


async def test_an_answer_has_a_name_by_its_content_and_is_not_sent_twice(client: httpx.AsyncClient) -> None:
    first = await get(client, f"{VOLUMES}.csv", YEAR)
    again = await get(client, f"{VOLUMES}.csv", YEAR, if_none_match=first.headers["etag"])
    other = await get(client, f"{VOLUMES}.csv", {**YEAR, "system": "DIGITAL_POST"}, if_none_match=first.headers["etag"])
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert other.status_code == 200
    assert first.headers["cache-control"] == "public, no-cache"
    assert first.headers["access-control-allow-origin"] == "*"
    assert "ETag, Link" in first.headers["access-control-expose-headers"]


async def test_an_answer_is_given_from_memory_while_the_register_stands_still(client: httpx.AsyncClient) -> None:
    async def hits() -> float:
        line = next(each for each in (await client.get("/metrics")).text.splitlines() if 'ended="hits"' in each)
        return float(line.rpartition(" ")[2])

    first = await get(client, "/q/services_by_level.csv")
    before = await hits()
    again = await get(client, "/q/services_by_level.excel.csv")
    assert await hits() == before + 1
    assert first.headers["register-revision"] == again.headers["register-revision"]
    assert first.headers["etag"] != again.headers["etag"]
    past = await get(client, VOLUMES, YEAR)
    assert past.headers["cache-control"] == "public, no-cache"


async def test_a_list_is_whole_in_a_file_without_being_asked_page_by_page(client: httpx.AsyncClient) -> None:
    whole = await get(client, "/q/public_actors_flat.csv", {"asOf": "2026-09-01"})
    total = (
        await get(client, "/graphql", {"query": '{ register(asOf: "2026-09-01") { publicActors { totalCount } } }'})
    ).json()
    rows = list(csv.DictReader(io.StringIO(whole.text)))
    assert (
        len(rows) == len({row["id"] for row in rows}) == total["data"]["register"]["publicActors"]["totalCount"] > 700
    )
    assert (whole.headers["rows-complete"], "next" in whole.links) == ("?1", False)
    assert int(whole.headers["query-cost"]) >= len(rows) // 100
    again = await get(client, "/q/public_actors_flat.csv", {"asOf": "2026-09-01"}, if_none_match=whole.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


async def test_a_list_longer_than_a_file_holds_says_that_it_is_not_whole(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auktor.graphql.stored.MOST_PAGES", 2)
    part = await get(client, "/q/public_actors_flat.csv", {"asOf": "2026-08-01"})
    assert part.text.count("\r\n") == 201
    assert part.headers["rows-complete"] == "?0"
    assert 'filename="public_actors_flat-part.csv"' in part.headers["content-disposition"]
    rest = await client.get(part.links["next"]["url"])
    assert rest.text.count("\r\n") == 101


async def test_pages_of_two_moments_are_no_list(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    moves = iter(range(1000))
    monkeypatch.setattr("auktor.graphql.whole_list._stamp", lambda _answer: (next(moves),))
    answer = await get(client, "/q/public_actors_flat.csv", {"asOf": "2026-07-01"})
    assert refusal(answer)[:2] == (503, "REGISTER_MOVES")
    assert answer.headers["retry-after"] == "5"


async def test_every_flat_document_is_a_table_with_rows(client: httpx.AsyncClient) -> None:
    flat = [file.stem for file in DASHBOARDS.glob("*.graphql") if file.stem != "fee_of_volumes"]
    empty = [name for name in flat if (await get(client, f"/q/{name}.csv")).text.count("\r\n") < 2]
    assert (len(flat), empty) == (14, [])


async def test_the_length_is_told_without_the_body(client: httpx.AsyncClient) -> None:
    whole = await get(client, f"{VOLUMES}.parquet", YEAR)
    head = await client.head(f"{VOLUMES}.parquet", params=YEAR)
    assert (head.content, head.headers["content-length"]) == (b"", str(len(whole.content)))
    assert head.headers["etag"] == whole.headers["etag"]
    assert "content-encoding" not in whole.headers


@pytest.mark.parametrize(
    ("asked", "status", "first", "last"),
    [("bytes=0-3", 206, 0, 3), ("bytes=-4", 206, -4, None), ("bytes=2-", 206, 2, None), ("bytes=1-0", 200, 0, None)],
)
async def test_a_part_is_sent_where_a_part_is_asked_for(
    client: httpx.AsyncClient, asked: str, status: int, first: int, last: int | None
) -> None:
    whole = (await get(client, f"{VOLUMES}.parquet", YEAR)).content
    part = await get(client, f"{VOLUMES}.parquet", YEAR, range=asked)
    assert part.status_code == status
    assert part.content == whole[first : None if last is None else last + 1]


async def test_a_part_behind_the_end_or_of_another_answer_is_not_sent(client: httpx.AsyncClient) -> None:
    behind = await get(client, f"{VOLUMES}.csv", YEAR, range="bytes=99999999-")
    changed = await get(client, f"{VOLUMES}.csv", YEAR, range="bytes=0-3", if_range='"another"')
    assert (behind.status_code, behind.headers["content-range"].startswith("bytes */")) == (416, True)
    assert changed.status_code == 200


async def test_an_answer_links_to_its_other_forms_and_to_the_next_page(client: httpx.AsyncClient) -> None:
    answer = await get(client, "/q/services_flat.csv", {"first": "2", "asOf": "2026-09-01"})
    assert (
        '</q/services_flat.json?first=2&asOf=2026-09-01>; rel="alternate"; type="application/json"'
        in (answer.headers["link"])
    )
    following = await client.get(answer.links["next"]["url"])
    names = [row["name"] for page in (answer, following) for row in csv.DictReader(io.StringIO(page.text))]
    assert len(names) == len(set(names)) == 4


BAD = [
    (
        "volumes_by_month.csv",
        {"frm": "2026-01-01"},
        (400, "BAD_PARAMETER", "'frm' is no parameter of this document. It"),
    ),
    (
        "volumes_by_month.csv",
        {"from": "2026-13-01"},
        (400, "BAD_PARAMETER", "from is a day, YYYY-MM-DD, not '2026-13-0"),
    ),
    (
        "volumes_by_month.csv",
        {"system": "POST"},
        (400, "BAD_PARAMETER", "system is one of E_IDENTIFICATION, DIGITAL_P"),
    ),
    ("volumes_by_month.csv", {"from": "2026-01-01", "to": "2025-01-01"}, (400, "BAD_PERIOD", "2026-01-01 to 2025-01-")),
    (
        "fee_of_volumes.csv",
        {"signatures": "3"},
        (400, "BAD_PARAMETER", "identifications is missing: a whole number. A"),
    ),
    (
        "fee_of_volumes.csv",
        {**FEE, "signatures": "3,5"},
        (400, "BAD_PARAMETER", "signatures is a whole number, not '3"),
    ),
    ("services_flat.csv", {"filter": "{"}, (400, "BAD_PARAMETER", "filter is the JSON of a value of the type Service")),
    (
        "services_flat.csv",
        {"first": ["1", "2"]},
        (400, "BAD_PARAMETER", "first is a whole number, not '1, 2': it is g"),
    ),
    (
        "suppliers.csv",
        {"asOf": "2026-09-01"},
        (406, "NOT_ACCEPTABLE", "suppliers is no table: it asks for several lis"),
    ),
    ("volumes.csv", {}, (404, "DOCUMENT_NOT_FOUND", "'volumes' is no stored document. Did you m")),
    ("balances.csv", {}, (404, "DOCUMENT_NOT_FOUND", "'balances' is no stored document. There are ")),
]


@pytest.mark.parametrize(("name", "params", "told"), BAD, ids=lambda each: str(each)[:30])
async def test_what_is_wrong_is_told_by_name_and_form(
    client: httpx.AsyncClient, name: str, params: dict[str, str], told: tuple[int, str, str]
) -> None:
    status, code, message = refusal(await get(client, f"/q/{name}", params))
    assert (status, code, message[: len(told[2])]) == told


async def test_an_empty_field_of_a_form_asks_for_nothing(client: httpx.AsyncClient) -> None:
    assert (await get(client, f"{VOLUMES}.csv", {**YEAR, "system": ""})).status_code == 200


async def test_a_server_without_parquet_says_what_to_install(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    status, code, message = refusal(await get(client, "/q/handling_times.parquet"))
    assert (status, code) == (501, "PARQUET_NOT_INSTALLED")
    assert "auktor[parquet]" in message


async def test_points_are_charged_as_for_any_question(client: httpx.AsyncClient) -> None:
    asked = {"documentId": "volumes_by_month", "variables": YEAR}
    other = await client.post("/graphql", json=asked)
    here = await get(client, f"{VOLUMES}.csv", YEAR)
    assert here.headers["query-cost"] == other.headers["query-cost"]
    assert int(here.headers["query-cost"]) > 1


async def test_every_document_is_described(client: httpx.AsyncClient) -> None:
    told = (await client.get("/q")).json()
    assert {"volumes_by_month", "suppliers_page", "front", "4-state-agencies"} <= set(told)
    assert told["volumes_by_month"]["parameters"][0] == {
        "name": "from",
        "form": "a day, YYYY-MM-DD",
        "required": False,
        "default": "2024-01-01",
    }
    assert told["volumes_by_month"]["columns"][0] == {"name": "month", "kind": "date"}
    assert "/q/suppliers.csv" not in told["suppliers"]["addresses"]


async def test_what_only_a_token_may_read_is_kept_by_nobody_else(client: httpx.AsyncClient) -> None:
    bad = await get(client, f"{VOLUMES}.csv", YEAR, authorization="Bearer nonsense")
    assert bad.status_code == 401
    for address in ("/q", f"{VOLUMES}.csv"):
        preflight = await client.options(address)
        assert preflight.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert (await client.head("/q")).status_code == 200
    assert (await client.post(f"{VOLUMES}.csv")).status_code == 405
