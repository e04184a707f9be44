"""A request is traced to its statements where a collector is named, and nothing is imported where none is."""

import gzip
import re
import sys
import threading
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.applications import Starlette

from auktor.asgi import create_app
from auktor.settings import BadSetting, Settings
from auktor.watching.open_telemetry import OpenTelemetry
from auktor.watching.traces import VARIABLE, NoTraces, traces_of

ROOT = Path(__file__).parents[3]
TRACE = "0af7651916cd43dd8448eb211c80319c"
QUESTION = {
    "query": "query($n: String!) { suppliers(filter: {name: {eq: $n}}) { totalCount nodes { name services { nodes { id "
    "} } } } }",
    "variables": {"n": "hemligt"},
}


class Collector(BaseHTTPRequestHandler):
    """A collector that keeps what it is sent, as OTLP over HTTP has it."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        sent = ExportTraceServiceRequest.FromString(self._body())
        assert isinstance(self.server, Collecting)
        self.server.spans += [span for one in sent.resource_spans for scope in one.scope_spans for span in scope.spans]
        self.server.services |= {
            each.value.string_value
            for one in sent.resource_spans
            for each in one.resource.attributes
            if each.key == "service.name"
        }
        self.server.paths.add(self.path)
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def _body(self) -> bytes:
        given = self.rfile.read(int(self.headers["content-length"]))
        return gzip.decompress(given) if self.headers.get("content-encoding") == "gzip" else given

    def log_message(self, *_words: object) -> None:
        """Nothing is logged."""


class Collecting(ThreadingHTTPServer):
    """The collector, and everything it has been sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Collector)
        self.spans: list[Span] = []
        self.services: set[str] = set()
        self.paths: set[str] = set()


@pytest.fixture
def collecting() -> Generator[Collecting, None, None]:
    with Collecting() as collecting:
        thread = threading.Thread(target=collecting.serve_forever, args=(0.01,))
        thread.start()
        yield collecting
        collecting.shutdown()
        thread.join()


async def test_a_collector_is_sent_each_request_with_its_plan_and_its_statements(
    collecting: Collecting, settings: Settings, register_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"http://127.0.0.1:{collecting.server_port}")
    headers = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
    await asked(create_app(settings, register_database, traces_of()), QUESTION, headers)
    assert (collecting.services, collecting.paths) == ({"auktor"}, {"/v1/traces"})
    ours = [each for each in collecting.spans if each.trace_id.hex() == TRACE]
    (request,) = (each for each in ours if each.name == "request other")
    (plan,) = (each for each in ours if each.name == "plan")
    statements = [each for each in ours if each.name == "statement" and each.parent_span_id == plan.span_id]
    assert (request.parent_span_id.hex(), request.kind) == ("b7ad6b7169203331", Span.SPAN_KIND_SERVER)
    assert plan.parent_span_id == request.span_id
    texts = [each.value.string_value for one in statements for each in one.attributes if each.key == "db.query.text"]
    assert len([each for each in texts if "SELECT" in each]) >= 2
    assert "hemligt" not in str(ours)


async def asked(app: Starlette, question: object, headers: dict[str, str]) -> None:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    base = "http://register.test"
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url=base) as client:
        answer = await client.post("/graphql", json=question, headers=headers)
    assert "errors" not in answer.json()


async def spans_of(settings: Settings, url: str, question: object, headers: dict[str, str]) -> list[ReadableSpan]:
    exporter = InMemorySpanExporter()
    await asked(create_app(settings, url, OpenTelemetry(SimpleSpanProcessor(exporter))), question, headers)
    return list(exporter.get_finished_spans())


async def test_a_request_is_a_span_over_its_plan_over_its_statements(
    settings: Settings, register_database: str
) -> None:
    headers = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01", "x-request-id": "r-1"}
    spans = await spans_of(settings, register_database, QUESTION, headers)
    request = next(each for each in spans if each.name == "request other")
    plan = next(each for each in spans if each.name == "plan")
    statements = [each for each in spans if each.name == "statement" and parent(each) == own(plan)]
    assert (request.parent is not None, f"{request.context.trace_id:032x}") == (True, TRACE)
    assert request.attributes is not None
    assert request.attributes["auktor.request_id"] == "r-1"
    assert request.attributes["auktor.outcome"] == "answered"
    assert parent(plan) == own(request)
    assert len(statements) >= 2
    assert any("SELECT" in str((each.attributes or {})["db.query.text"]) for each in statements)
    assert "hemligt" not in "".join(each.to_json() for each in spans)


async def test_what_has_no_plan_is_traced_too(settings: Settings, register_database: str) -> None:
    spans = await spans_of(settings, register_database, {"query": "{ __schema { queryType { name } } }"}, {})
    assert "graphql-core" in {each.name for each in spans}


def test_nothing_is_traced_unless_a_collector_is_named() -> None:
    assert isinstance(traces_of({}), NoTraces)
    sources = [file for folder in ("auktor", "db", "schema") for file in (ROOT / folder).rglob("*.py")]
    imported = re.compile(r"^\s*(from|import) opentelemetry", re.MULTILINE)
    importing = [file.name for file in sources if imported.search(file.read_text("utf-8"))]
    assert importing == ["open_telemetry.py"]
    assert VARIABLE in (ROOT / "docs/operate.md").read_text("utf-8")


def test_a_collector_without_the_extra_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "auktor.watching.open_telemetry", None)
    with pytest.raises(BadSetting, match=r"Install auktor\[telemetry\]"):
        traces_of({VARIABLE: "http://127.0.0.1:4318"})


def test_a_named_collector_is_sent_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "http://127.0.0.1:4318")
    traces = traces_of()
    assert isinstance(traces, OpenTelemetry)
    traces.close()


def own(span: ReadableSpan) -> int:
    return int(span.context.span_id)


def parent(span: ReadableSpan) -> int | None:
    return span.parent.span_id if span.parent else None
