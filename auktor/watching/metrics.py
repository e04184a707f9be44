"""The numbers of one process, in a registry of its own: two applications in one process do not share any."""

from collections.abc import Callable, Iterable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from auktor.watching.seen import Seen

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
Source = Callable[[], Iterable[Metric]]


class Metrics(Collector):
    """What was counted, and what `sources` tell when they are asked."""

    def __init__(self) -> None:
        registry = CollectorRegistry()
        self._registry = registry
        self._requests = Counter(
            "auktor_requests", "Requests by document and outcome.", ["document", "outcome"], registry=registry
        )
        self._seconds = Histogram(
            "auktor_request_seconds",
            "Seconds until the last byte of an answer.",
            ["document"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._points = Counter("auktor_points", "Points that questions cost.", ["document"], registry=registry)
        self._sources: list[Source] = []
        self._found: dict[tuple[str, str], tuple[Counter, Histogram, Counter]] = {}

    def ask(self, source: Source) -> None:
        """Ask `source` too, each time the numbers are wanted."""
        self._sources.append(source)

    def ended(self, seen: Seen, seconds: float) -> None:
        """A request has ended."""
        requests, durations, points = self._of(seen.document, seen.outcome)
        requests.inc()
        durations.observe(seconds)
        if seen.points:
            points.inc(seen.points)

    def _of(self, document: str, outcome: str) -> tuple[Counter, Histogram, Counter]:
        """The numbers of one kind of request: found once, since to find them takes longer than to count."""
        found = self._found.get((document, outcome))
        if found is None:
            requests = self._requests.labels(document, outcome)
            found = requests, self._seconds.labels(document), self._points.labels(document)
            self._found[document, outcome] = found
        return found

    def collect(self) -> Iterator[Metric]:
        """Every number, without the times at which counting began."""
        for family in self._registry.collect():
            family.samples = [each for each in family.samples if not each.name.endswith("_created")]
            if family.samples:
                yield family
        for source in self._sources:
            yield from source()

    def text(self) -> bytes:
        """The numbers as Prometheus reads them."""
        return written(self)


def written(collector: Collector) -> bytes:
    """What a collector tells, as Prometheus reads it."""
    registry = CollectorRegistry()
    registry.register(_Silent(collector))
    return generate_latest(registry)


class _Silent(Collector):
    """Tells nothing when it is registered: only whoever wants numbers has them counted."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector

    def describe(self) -> list[Metric]:
        """Nothing."""
        return []

    def collect(self) -> Iterable[Metric]:
        """What the collector tells."""
        return self._collector.collect()


def counter(name: str, said: str, label: str, values: dict[str, int]) -> CounterMetricFamily:
    """A counter with one label."""
    family = CounterMetricFamily(name, said, labels=[label])
    for value, count in values.items():
        family.add_metric([value], count)
    return family


def gauge(name: str, said: str, value: float) -> GaugeMetricFamily:
    """A gauge without a label."""
    return GaugeMetricFamily(name, said, value)
