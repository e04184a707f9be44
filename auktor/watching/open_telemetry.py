"""Spans as OpenTelemetry has them. Only this file imports it, and only where a collector is named."""

from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from time import time_ns

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from auktor.watching.seen import Outcome, Seen

_SERVICE = "auktor"


class OpenTelemetry:
    """Spans that `processor` takes, of a provider of our own: nothing global is set."""

    def __init__(self, processor: SpanProcessor) -> None:
        self._provider = TracerProvider(resource=Resource.create({"service.name": _SERVICE}))
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("auktor")
        self._propagator = TraceContextTextMapPropagator()

    @contextmanager
    def request(self, method: str, headers: Mapping[str, str]) -> Generator["_RequestSpan", None, None]:
        """A span around a request, under the `traceparent` it came with."""
        parent = self._propagator.extract(headers)
        attributes = {"http.request.method": method}
        with self._tracer.start_as_current_span("request", parent, SpanKind.SERVER, attributes) as span:
            yield _RequestSpan(span)

    def step(self, name: str) -> AbstractContextManager[object]:
        """A span around a part of the answer."""
        return self._tracer.start_as_current_span(name)

    def statement(self, sql: str, seconds: float) -> None:
        """A span of a statement that has just ended."""
        ended = time_ns()
        attributes = {"db.system.name": "postgresql", "db.query.text": sql}
        began = ended - int(seconds * 1e9)
        self._tracer.start_span("statement", kind=SpanKind.CLIENT, attributes=attributes, start_time=began).end(ended)

    def close(self) -> None:
        """Send what has not been sent."""
        self._provider.shutdown()


class _RequestSpan:
    def __init__(self, span: Span) -> None:
        self._span = span

    def ended(self, seen: Seen) -> None:
        self._span.update_name(f"request {seen.document}")
        self._span.set_attribute("auktor.request_id", seen.request_id)
        self._span.set_attribute("auktor.document", seen.document)
        self._span.set_attribute("auktor.outcome", seen.outcome)
        self._span.set_attribute("auktor.points", seen.points)
        self._span.set_attribute("http.response.status_code", seen.status or 0)
        if seen.outcome is Outcome.FAILED:
            self._span.set_status(Status(StatusCode.ERROR))


def to_collector() -> OpenTelemetry:
    """Spans that go to the collector that the environment names, with the headers it names."""
    return OpenTelemetry(BatchSpanProcessor(OTLPSpanExporter()))
