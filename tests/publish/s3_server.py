"""A real S3 server in this process, with a gate in front that can count, fail and kill."""

import threading
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
    """What stands before the store: it notes every write, and from the `fails_from`th on answers 500.

    `loses_answers` lets a write be done and answers 500 all the same. `at_write` is called before each, with its place.
    """

    def __init__(self, store: Any) -> None:  # noqa: ANN401 -- a WSGI application
        self._store = store
        self.open()

    def open(self) -> None:
        """Let everything through, and count from nothing."""
        self.writes: list[tuple[str, dict[str, str]]] = []
        self.fails_from: int | None = None
        self.loses_answers = False
        self.at_write: Callable[[int], None] = lambda _: None

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Answer:
        if environ["REQUEST_METHOD"] not in {"PUT", "POST", "DELETE"}:
            return self._store(environ, start)  # type: ignore[no-any-return]
        place = len(self.writes)
        conditions = {
            name: environ[f"HTTP_{name}"] for name in ("IF_MATCH", "IF_NONE_MATCH") if f"HTTP_{name}" in environ
        }
        self.writes.append((environ["PATH_INFO"].rpartition("/")[2], conditions))
        self.at_write(place)
        fails = self.fails_from is not None and place >= self.fails_from
        if fails and not self.loses_answers:
            environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            return _internal_error(start)
        if self.loses_answers:
            list(self._store(environ, lambda *_: None))
            return _internal_error(start)
        return self._store(environ, start)  # type: ignore[no-any-return]


def _internal_error(start: Callable[..., Any]) -> Answer:
    start("500 Internal Server Error", [("Content-Type", "application/xml"), ("Content-Length", "0")])
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
