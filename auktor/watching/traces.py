"""Spans of each request, its plan and its statements, where a collector is named.

`OTEL_EXPORTER_OTLP_ENDPOINT`, the variable that OpenTelemetry has for this, names it. Without it nothing of
OpenTelemetry is imported.
"""

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from auktor.settings import BadSetting
from auktor.watching.seen import Seen

VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT"


class RequestSpan(Protocol):
    """The span of a request."""

    def ended(self, seen: Seen) -> None:
        """Note what is known of the request now."""
        ...


class Traces(Protocol):
    """Where spans go."""

    def request(self, method: str, headers: Mapping[str, str]) -> AbstractContextManager[RequestSpan]:
        """A span around a request, under that of whoever sent it."""
        ...

    def step(self, name: str) -> AbstractContextManager[object]:
        """A span around a part of the answer."""
        ...

    def statement(self, sql: str, seconds: float) -> None:
        """A span of a statement that has just ended; its values are not told."""
        ...

    def close(self) -> None:
        """Send what has not been sent."""
        ...


class NoTraces:
    """Nothing is traced."""

    def __init__(self) -> None:
        self._nothing: AbstractContextManager[NoTraces] = nullcontext(self)

    def request(self, method: str, headers: Mapping[str, str]) -> "AbstractContextManager[NoTraces]":  # noqa: ARG002 -- as Traces
        """Nothing."""
        return self._nothing

    def step(self, name: str) -> AbstractContextManager[object]:  # noqa: ARG002 -- as Traces
        """Nothing."""
        return self._nothing

    def statement(self, sql: str, seconds: float) -> None:
        """Nothing."""

    def ended(self, seen: Seen) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


def traces_of(environment: Mapping[str, str] = os.environ) -> Traces:
    """Traces to the collector that the environment names, or none."""
    if not environment.get(VARIABLE):
        return NoTraces()
    try:
        from auktor.watching.open_telemetry import to_collector  # noqa: PLC0415 -- only where it is asked for
    except ImportError as error:
        raise BadSetting(
            f"{VARIABLE} names a collector, but OpenTelemetry is not installed. "
            "Install auktor[telemetry], or unset the variable."
        ) from error
    return to_collector()
