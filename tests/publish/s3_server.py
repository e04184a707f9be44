"""A real S3 server in this process, with a gate in front that can count, fail, hang and kill."""

import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import boto3
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

from publish.bucket import Access, OpenDataBucket

BUCKET = "opendata"
_ANYBODY_MAY_READ = """{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::opendata/*"}]}"""
Answer = Iterable[bytes]


class Gate:
    """What stands before the store, and lets readers by: it notes what a publisher asks, and may fail, hang or kill.

    From the `fails_from`th write, or the `breaks_from`th request of any kind, it answers `status`, after `hangs`
    seconds. `loses_answers` lets a write be done and answers so all the same. `at_write` is called before each write,
    with its place.
    """

    def __init__(self, store: Any) -> None:  # noqa: ANN401 -- a WSGI application
        self._store = store
        self.open()

    def open(self) -> None:
        """Let everything through, and count from nothing."""
        self.writes: list[tuple[str, dict[str, str]]] = []
        self.requests = 0
        self.fails_from: int | None = None
        self.breaks_from: int | None = None
        self.status, self.hangs = "500 Internal Server Error", 0.0
        self.loses_answers = False
        self.at_write: Callable[[int], None] = lambda _: None

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Answer:
        if "HTTP_AUTHORIZATION" not in environ:
            return self._store(environ, start)  # type: ignore[no-any-return]
        fails = self._is_past(self.breaks_from, self.requests)
        self.requests += 1
        if environ["REQUEST_METHOD"] in {"PUT", "POST", "DELETE"}:
            fails = self._notes_write(environ) or fails
            if self.loses_answers:
                list(self._store(environ, lambda *_: None))
                return self._trouble(start)
        if fails:
            environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            return self._trouble(start)
        return self._store(environ, start)  # type: ignore[no-any-return]

    def _notes_write(self, environ: dict[str, Any]) -> bool:
        """Whether the write is one that fails."""
        place = len(self.writes)
        conditions = {
            name: environ[f"HTTP_{name}"] for name in ("IF_MATCH", "IF_NONE_MATCH") if f"HTTP_{name}" in environ
        }
        self.writes.append((environ["PATH_INFO"].rpartition("/")[2], conditions))
        self.at_write(place)
        return self._is_past(self.fails_from, place)

    @staticmethod
    def _is_past(limit: int | None, place: int) -> bool:
        return limit is not None and place >= limit

    def _trouble(self, start: Callable[..., Any]) -> Answer:
        time.sleep(self.hangs)
        start(self.status, [("Content-Type", "application/xml"), ("Content-Length", "0")])
        return [b""]


class _Quiet(WSGIRequestHandler):
    def log(self, *_: object) -> None:
        """Say nothing."""


class S3:
    """The server: its address, its gate, and places in its bucket."""

    def __init__(self, address: str, gate: Gate) -> None:
        self.address, self.gate = address, gate
        self.access = Access(address, "us-east-1", "nobody", "nothing", retries=0)

    def place(self) -> tuple[OpenDataBucket, str]:
        """A new prefix in the bucket, and its address for readers."""
        prefix = uuid4().hex
        return OpenDataBucket(BUCKET, prefix, self.access), f"{self.address}/{BUCKET}/{prefix}"


@contextmanager
def s3_server() -> Generator[S3, None, None]:
    """The server, while the block runs."""
    gate = Gate(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, gate, threaded=True, request_handler=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    keys = {"aws_access_key_id": "nobody", "aws_secret_access_key": "nothing"}
    client = boto3.client("s3", endpoint_url=address, region_name="us-east-1", **keys)
    client.create_bucket(Bucket=BUCKET)
    client.put_bucket_policy(Bucket=BUCKET, Policy=_ANYBODY_MAY_READ)
    gate.open()
    try:
        yield S3(address, gate)
    finally:
        server.shutdown()
