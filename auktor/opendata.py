"""The published files under `/opendata/`, served as they lie in the folder of editions.

Only what an edition's manifest names is served, with the size, media type and hash it states, so that no address can
lead out of the folder. An edition never changes and may be kept for ever; `current.json` is asked for again each time.
A text travels in the coat its reader likes best, where it lies in one; a part of a file is always of the file itself.
The files of an edition that was withdrawn answer 410, with the reason.
"""

import asyncio
import hashlib
import json
import os
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from auktor.validators import holds_already, not_modified
from publish.encodings import ENCODINGS, Encoding, is_text
from publish.manifest import NOTICE

Endpoint = Callable[[Request], Awaitable[Response]]
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_REMEMBERED_EDITIONS = 64
_CORS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link, Location, Content-Disposition, Content-Length, Content-Range",
}
_PREFLIGHT = {
    **_CORS,
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "range, if-none-match, if-range",
    "access-control-max-age": "86400",
}
_OF_PAGES = {
    "content-security-policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}
"""A page of an edition carries its own style, so that it is the same on any server, and nothing that runs."""
_BESIDE_THE_MANIFEST = {
    "manifest.json": "application/json",
    "manifest.json.jws": "application/jose",
    "lote.json.jws": "application/jose",
    "SHA256SUMS": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of an edition: where it lies, what it is, and its hash."""

    path: Path
    media_type: str
    sha256: str

    def headers(self, coat: Encoding | None = None) -> dict[str, str]:
        """What is said of the file with every answer; in a coat it is other bytes, and so has another ETag."""
        said = {**_CORS, "cache-control": _FOR_EVER, "content-type": self.media_type}
        if is_text(self.media_type):
            said["vary"] = "accept-encoding"
        if self.path.suffix == ".html":
            said |= _OF_PAGES
        if coat is None:
            return said | {"etag": f'"{self.sha256}"'}
        return said | {"etag": f'"{self.sha256}-{coat.name}"', "content-encoding": coat.name}


class OpenData:
    """The folder of editions as addresses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = lru_cache(_REMEMBERED_EDITIONS)(self._read_files)

    def routes(self) -> list[Route]:
        """The addresses, each exact."""
        return [
            _route("/opendata/current.json", self.current),
            _route("/opendata/jwks.json", self.keys),
            _route("/.well-known/jwks.json", self.keys),
            _route("/opendata/catalog.rdf", self.catalogue),
            _route("/opendata/changes.atom", self.atom),
            _route("/opendata/changes.json", self.json_feed),
            _route("/opendata/editions/{number:str}/{name:str}", self.edition_file),
            _route("/opendata/latest/{name:str}", self.latest),
        ]

    async def current(self, request: Request) -> Response:
        """The pointer to the newest edition."""
        return await self._changing(request, "current.json", "application/json")

    async def keys(self, request: Request) -> Response:
        """Every public key that has signed an edition."""
        return await self._changing(request, "jwks.json", "application/jwk-set+json")

    async def catalogue(self, request: Request) -> Response:
        """The catalogue of the newest edition, where the data portal harvests it."""
        return await self._changing(request, "catalog.rdf", "application/rdf+xml")

    async def atom(self, request: Request) -> Response:
        """The Atom feed of editions."""
        return await self._changing(request, "changes.atom", "application/atom+xml")

    async def json_feed(self, request: Request) -> Response:
        """The JSON feed of editions."""
        return await self._changing(request, "changes.json", "application/feed+json")

    async def latest(self, request: Request) -> Response:
        """The way to a file of the newest edition."""
        body = await asyncio.to_thread(self._read, "current.json")
        name = request.path_params["name"]
        folder = Path(json.loads(body)["manifest"]).parent.name if body else ""
        if name not in await self._files_of(folder):
            return _absent(f"The newest edition has no file {name[:100]!r}.")
        headers = {**_CORS, "cache-control": _ASK_AGAIN}
        return RedirectResponse(f"/opendata/editions/{folder}/{name}", 307, headers)

    async def edition_file(self, request: Request) -> Response:
        """A file of an edition, whole or in part; 410 where the edition was withdrawn."""
        number, name = request.path_params["number"], request.path_params["name"]
        found = (await self._files_of(number)).get(name)
        if found is None:
            return _absent(f"Edition {number[:20]!r} has no file {name[:100]!r}.")
        coat, stat = await asyncio.to_thread(_lies, found, _accepted(request))
        if stat is None:
            return await self._withdrawn(number)
        headers = found.headers(coat)
        if holds_already(request, headers["etag"]):
            return not_modified(headers)
        path = Path(f"{found.path}{coat.ending}") if coat else found.path
        return _WithCors(path, headers=headers, media_type=found.media_type, stat_result=stat)

    async def _withdrawn(self, number: str) -> Response:
        said = await asyncio.to_thread(self._read, f"editions/{number}/{NOTICE}")
        if said is None:
            return _absent(f"Edition {number[:20]!r} is not whole here. Ask whoever runs the register.")
        return Response(said, 410, {**_CORS, "cache-control": _ASK_AGAIN, "content-type": "application/json"})

    async def _changing(self, request: Request, name: str, media_type: str) -> Response:
        """A file that is replaced from time to time, named by its content."""
        body = await asyncio.to_thread(self._read, name)
        if body is None:
            return _absent("No edition is published yet.")
        etag = f'"{hashlib.sha256(body).hexdigest()}"'
        headers = {**_CORS, "etag": etag, "cache-control": _ASK_AGAIN, "content-type": media_type}
        return not_modified(headers) if holds_already(request, etag) else Response(body, headers=headers)

    async def _files_of(self, number: str) -> Mapping[str, PublishedFile]:
        """The files of an edition by name; none where there is no such edition."""
        if not (number.isascii() and number.isdigit()):
            return {}
        try:
            return await asyncio.to_thread(self._files, number)
        except FileNotFoundError:
            return {}

    def _read(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def _read_files(self, number: str) -> Mapping[str, PublishedFile]:
        folder = self._folder / "editions" / number
        manifest = json.loads((folder / "manifest.json").read_bytes())
        listed = {
            each["path"]: PublishedFile(folder / each["path"], each["media_type"], each["sha256"])
            for each in manifest["files"]
        }
        beside = {
            name: PublishedFile(folder / name, media_type, hashlib.sha256((folder / name).read_bytes()).hexdigest())
            for name, media_type in _BESIDE_THE_MANIFEST.items()
            if (folder / name).is_file()
        }
        return {**listed, **beside}


def _accepted(request: Request) -> tuple[Encoding, ...]:
    """The coats a reader accepts, the one it likes best first; none for a part of a file."""
    if "range" in request.headers:
        return ()
    likes = _likes(request.headers.get("accept-encoding", ""))
    liked = [coding for coding in ENCODINGS if likes.get(coding.name, likes.get("*", 0.0)) > 0]
    return tuple(sorted(liked, key=lambda coding: -likes.get(coding.name, likes.get("*", 0.0))))


def _likes(accepted: str) -> dict[str, float]:
    """How much each coding of an `Accept-Encoding` is liked, from 0 to 1; what cannot be read is not liked."""
    likes: dict[str, float] = {}
    for part in accepted.split(","):
        name, _, weight = part.partition(";")
        try:
            likes[name.strip().lower()] = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            likes[name.strip().lower()] = 0.0
    return likes


def _lies(found: PublishedFile, accepted: Iterable[Encoding]) -> tuple[Encoding | None, os.stat_result | None]:
    """The first of the coats that lies beside a file, or the file itself; no size where neither is there."""
    for coat in (*accepted, None):
        with suppress(FileNotFoundError):
            return coat, os.stat(f"{found.path}{coat.ending if coat else ''}")  # noqa: PTH116 -- a file or its coat
    return None, None


class _WithCors(FileResponse):
    """A file whose answers to impossible parts may be read by any page too."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _CORS.items():
                    headers.setdefault(name, value)
            await send(message)

        await super().__call__(scope, receive, told)


def _route(path: str, endpoint: Endpoint) -> Route:
    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        return await endpoint(request)

    return Route(path, answer, methods=["GET", "OPTIONS"])


def _absent(message: str) -> Response:
    return PlainTextResponse(f"{message}\n", 404, {**_CORS, "cache-control": _ASK_AGAIN})
