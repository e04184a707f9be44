"""The numbers of one application: two of them in one process do not share any."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from auktor.watching.seen import Seen

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_BOUNDS = [*(str(float(each)) for each in _SECONDS), "+Inf"]
Source = Callable[[], Iterable[Metric]]


@dataclass(slots=True)
class _Counted:
    """How long the requests for a document took, and what they cost."""

    requests: Counter[str] = field(default_factory=Counter)
    points: int = 0
    seconds: float = 0.0
    within: list[int] = field(default_factory=lambda: [0] * (len(_SECONDS) + 1))


class Metrics(Collector):
    """What was counted, and what `sources` tell when they are asked.

    Counted by the thread that answers alone, so that a request waits for no lock; whoever is asked copies first.
    """

    def __init__(self) -> None:
        self._counted: defaultdict[str, _Counted] = defaultdict(_Counted)
        self._sources: list[Source] = []

    def ask(self, source: Source) -> None:
        """Ask `source` too, each time the numbers are wanted."""
        self._sources.append(source)

    def ended(self, seen: Seen, seconds: float) -> None:
        """A request has ended."""
        counted = self._counted[seen.document]
        counted.requests[seen.outcome] += 1
        counted.points += seen.points
        counted.seconds += seconds
        counted.within[bisect_left(_SECONDS, seconds)] += 1

    def collect(self) -> Iterator[Metric]:
        """Every number."""
        requests = CounterMetricFamily(
            "auktor_requests", "Requests by document and outcome.", labels=["document", "outcome"]
        )
        seconds = HistogramMetricFamily(
            "auktor_request_seconds", "Seconds until the last byte of an answer.", labels=["document"]
        )
        points = CounterMetricFamily("auktor_points", "Points that questions cost.", labels=["document"])
        for document, counted in list(self._counted.items()):
            for outcome, count in list(counted.requests.items()):
                requests.add_metric([document, outcome], count)
            seconds.add_metric([document], list(zip(_BOUNDS, accumulate(counted.within), strict=True)), counted.seconds)
            points.add_metric([document], counted.points)
        yield from (each for each in (requests, seconds, points) if each.samples)
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
