"""What the program tells Prometheus: of questions by the names of their documents, and to those who may see it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from auktor.asgi import create_app
from auktor.auth import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings
from auktor.watching.metrics import Metrics
from auktor.watching.page import MetricsPage
from auktor.watching.seen import Seen
from auktor.watching.sources import of_editions

ROOT = Path(__file__).parents[3]
ERRONEOUS = '{ supplier(organisationNumber: "1") { name } }'


def numbers(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """Every sample by its name and labels, without the process it is of."""
    return {
        (each.name, frozenset((name, value) for name, value in each.labels.items() if name != "worker")): each.value
        for family in text_string_to_metric_families(text)
        for each in family.samples
    }


def number(text: str, name: str, **labels: str) -> float:
    return numbers(text).get((name, frozenset(labels.items())), 0)


async def test_requests_are_counted_by_document_and_outcome(settings: Settings, register_database: str) -> None:
    app = create_app(settings, register_database)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    base = "http://register.test"
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url=base) as client:
        first = await client.get("/graphql", params={"documentId": "suppliers_flat"})
        again = {"if-none-match": first.headers["etag"]}
        assert (await client.get("/graphql", params={"documentId": "suppliers_flat"}, headers=again)).status_code == 304
        await client.post("/graphql", json={"query": "{ suppliers { totalCount } }"})
        await client.post("/graphql", json={"query": ERRONEOUS})
        await client.post("/graphql", content="{")
        await client.get("/q/suppliers_flat.json")
        text = (await client.get("/metrics")).text
    counted = {
        ("suppliers_flat", "answered"): 2,
        ("suppliers_flat", "not_modified"): 1,
        ("other", "answered"): 1,
        ("other", "errors"): 1,
        ("none", "refused"): 1,
    }
    for (document, outcome), count in counted.items():
        found = number(text, "auktor_requests_total", document=document, outcome=outcome)
        assert found == count, (document, outcome)
    assert number(text, "auktor_request_seconds_count", document="suppliers_flat") == 3
    assert number(text, "auktor_points_total", document="other") >= 2
    assert number(text, "auktor_kept_answers_asked_total", ended="not_modified") == 1
    assert number(text, "auktor_plans_total", ended="planned") >= 2
    assert number(text, "auktor_pool_size", pool="write") == 5
    assert number(text, "auktor_pool_size", pool="plans") == 5
    assert number(text, "auktor_edition_number") == 1
    assert numbers(text)["auktor_followers", frozenset()] == 0
    assert ERRONEOUS not in text
    operate = (ROOT / "docs/operate.md").read_text("utf-8")
    told = [family.name for family in text_string_to_metric_families(text)]
    assert [name for name in told if f"`{name}" not in operate] == []


@pytest.mark.parametrize(
    ("peer", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("192.0.2.1", {}, 403),
        ("127.0.0.1", {"x-forwarded-for": "192.0.2.1"}, 403),
        ("127.0.0.1", {"via": "1.1 proxy"}, 403),
        ("192.0.2.1", {"authorization": "Bearer nonsense"}, 401),
    ],
)
async def test_the_numbers_are_for_this_machine(
    settings: Settings, register_database: str, peer: str, headers: dict[str, str], status: int
) -> None:
    transport = httpx.ASGITransport(create_app(settings, register_database), client=(peer, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://register.test", headers=headers) as client:
        assert (await client.get("/metrics")).status_code == status


@pytest.mark.parametrize(
    ("role", "status"), [(Role.ADMIN, 200), (Role.AUDITOR, 200), (Role.CASE_OFFICER, 403), (Role.PUBLISHER, 403)]
)
async def test_elsewhere_the_numbers_are_for_two_roles(
    settings: Settings, register_database: str, role: Role, status: int
) -> None:
    headers = {"authorization": f"Bearer {token(settings, role)}"}
    transport = httpx.ASGITransport(create_app(settings, register_database), client=("192.0.2.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://register.test", headers=headers) as client:
        assert (await client.get("/metrics")).status_code == status


def test_whichever_process_is_asked_tells_of_all(tmp_path: Path) -> None:
    ours, theirs = Metrics(), Metrics()
    ours.ended(Seen("a", "front", status=200), 0.1)
    theirs.ended(Seen("b", "front", status=200), 0.1)
    (tmp_path / "7.prom").write_bytes(theirs.text())
    old = tmp_path / "8.prom"
    old.write_bytes(theirs.text())
    os.utime(old, (0, 0))
    page = MetricsPage(ours, None, tmp_path)  # type: ignore[arg-type]
    found = [
        each.labels["worker"]
        for family in text_string_to_metric_families(page.text().decode())
        for each in family.samples
        if each.name == "auktor_requests_total"
    ]
    assert found == [str(os.getpid()), "7"]


async def test_a_process_writes_its_numbers_and_takes_them_with_it(tmp_path: Path) -> None:
    page = MetricsPage(Metrics(), None, tmp_path)  # type: ignore[arg-type]
    async with page.kept_written():
        page._write(tmp_path)
        assert os.listdir(tmp_path) == [f"{os.getpid()}.prom"]  # noqa: PTH208 -- a path's own would be called blocking
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_an_edition_grows_old_by_the_clock(tmp_path: Path) -> None:
    (tmp_path / "current.json").write_text('{"number": 3, "issued": "2026-06-01T10:00:00Z"}')
    told = of_editions(tmp_path, lambda: datetime(2026, 6, 1, 11, tzinfo=UTC))()
    assert [(each.name, each.samples[0].value) for each in told] == [
        ("auktor_edition_number", 3),
        ("auktor_edition_age_seconds", 3600),
    ]
    assert list(of_editions(tmp_path / "nothing")()) == []


def token(settings: Settings, role: Role) -> str:
    return local_issuer(settings).issue(role, None, "anna", seconds=60)
