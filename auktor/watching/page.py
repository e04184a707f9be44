"""`/metrics`: the numbers of all processes that answer, each with its `worker`, for those who may see them.

Processes share one port, so that a question reaches any of them. Each therefore writes its numbers every few seconds
into a file of the home, and whichever is asked adds those of the others to its own.
"""

import asyncio
import ipaddress
import os
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from auktor.auth import Door, over_http
from auktor.core.errors import Refused, Unavailable
from auktor.core.roles import Role
from auktor.watching.metrics import Metrics, written

EVERY_SECONDS = 5.0
_OLD_SECONDS = 20.0
_MAY_SEE = frozenset({Role.ADMIN, Role.AUDITOR})
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
_REFUSAL = (
    "The numbers of the program are shown on this machine, and to the roles admin and auditor. "
    "Ask from 127.0.0.1, or with a token of one of them.\n"
)


class MetricsPage:
    """Answers `/metrics`. `folder`: where the processes write their numbers; None: this one is alone."""

    def __init__(self, metrics: Metrics, door: Door, folder: Path | None) -> None:
        self._metrics = metrics
        self._door = door
        self._folder = folder
        self._worker = str(os.getpid())

    async def __call__(self, request: Request) -> Response:
        """The numbers, or 403."""
        if not _is_from_here(request):
            try:
                viewer = await self._door.viewer(", ".join(request.headers.getlist("authorization")) or None)
            except (Refused, Unavailable) as error:
                status, headers = over_http(error)
                return PlainTextResponse(f"{error}\n", status, headers=headers)
            if viewer.role not in _MAY_SEE:
                return PlainTextResponse(_REFUSAL, 403)
        headers = {"content-type": CONTENT_TYPE_PLAIN_0_0_4, "cache-control": "no-store"}
        return Response(await asyncio.to_thread(self.text), headers=headers)

    def text(self) -> bytes:
        """The numbers of every process, as Prometheus reads them."""
        return written(_Together(self._texts()))

    @asynccontextmanager
    async def kept_written(self) -> AsyncGenerator[None, None]:
        """Write the numbers where the other processes find them, while the block runs."""
        if self._folder is None:
            yield
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        task = asyncio.create_task(self._write_for_ever(self._folder))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            self._file(self._folder).unlink(missing_ok=True)

    async def _write_for_ever(self, folder: Path) -> None:
        while True:
            await asyncio.to_thread(self._write, folder)
            await asyncio.sleep(EVERY_SECONDS)

    def _write(self, folder: Path) -> None:
        file = self._file(folder)
        whole = file.with_suffix(f".{id(self)}.new")  # two applications of one process write two
        whole.write_bytes(self._metrics.text())
        whole.replace(file)

    def _file(self, folder: Path) -> Path:
        return folder / f"{self._worker}.prom"

    def _texts(self) -> dict[str, str]:
        """The numbers by process; a file that is no longer written is of one that has ended."""
        texts = {self._worker: self._metrics.text().decode()}
        for file in sorted(self._folder.glob("*.prom")) if self._folder else ():
            with suppress(FileNotFoundError):  # its process may end just now
                if file.stem != self._worker and time.time() - file.stat().st_mtime < _OLD_SECONDS:
                    texts[file.stem] = file.read_text("utf-8")
        return texts


class _Together(Collector):
    """The numbers of several processes, each of them with its process as label."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def collect(self) -> Iterator[Metric]:
        families: dict[str, Metric] = {}
        for worker, text in self._texts.items():
            for found in text_string_to_metric_families(text):
                family = families.setdefault(found.name, Metric(found.name, found.documentation, found.type))
                for each in found.samples:
                    family.add_sample(each.name, {**each.labels, "worker": worker}, each.value)
        yield from families.values()


def _is_from_here(request: Request) -> bool:
    """Whether a program on this machine asks for itself: a proxy asks for others, and says so."""
    peer = request.client.host if request.client else ""
    if any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(peer).is_loopback
    except ValueError:
        return False
