"""The style sheet, fonts and scripts of the pages: files of the program itself, compressed once.

Their addresses carry a hash of all of them, so that a browser may keep them for ever and still gets new ones at once.
"""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from auktor.validators import holds_already, not_modified

_FOR_EVER = "public, max-age=31536000, immutable"
_BETWEEN_RULES = re.compile(rb"/\*.*?\*/|\n\s*", re.DOTALL)
_COMPRESSED_ALREADY = {".woff2", ".png"}
_MEDIA_TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml", ".js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True)
class Asset:
    """One file: its bytes as they are, read each time, and compressed, where that is smaller, kept once asked for."""

    file: Path
    etag: str

    @property
    def body(self) -> bytes:
        """Its bytes as they are served."""
        return lean(self.file)

    @property
    def media_type(self) -> str:
        """What the file is."""
        guessed = mimetypes.guess_type(self.file.name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if guessed.startswith("text/") else ""
        return _MEDIA_TYPES.get(self.file.suffix, guessed + charset)

    @cached_property
    def compressed(self) -> bytes | None:
        """The bytes in gzip; None for what is compressed by nature."""
        return None if self.file.suffix in _COMPRESSED_ALREADY else gzip.compress(self.body, mtime=0)


def lean(file: Path) -> bytes:
    """The bytes of a file as they are served: of a style sheet without its comments, line ends and indents."""
    body = file.read_bytes()
    return _BETWEEN_RULES.sub(b"", body) if file.suffix == ".css" else body


def _etag(body: bytes) -> str:
    """The name of a content."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


class Assets:
    """The files of some folders, by their path in them."""

    def __init__(self, *folders: Path) -> None:
        self._assets = {
            str(file.relative_to(folder)): Asset(file, _etag(lean(file)))
            for folder in folders
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }
        together = hashlib.sha256()
        for name, asset in sorted(self._assets.items()):
            together.update(f"{name} {asset.etag}\n".encode())
        self._hash = together.hexdigest()[:12]

    def address(self, name: str) -> str:
        """Where the file called `name` is found; a KeyError for one that is not there."""
        _ = self._assets[name]
        return f"/static/{self._hash}/{name}"

    def route(self) -> Route:
        """The addresses of all of them. An older hash leads to the file as it is now."""
        return Route("/static/{hash:str}/{name:path}", self._answer, methods=["GET"])

    async def _answer(self, request: Request) -> Response:
        asset = self._assets.get(request.path_params["name"])
        if asset is None:
            return PlainTextResponse("No such file.\n", 404)
        headers = {"cache-control": _FOR_EVER, "vary": "accept-encoding", "content-type": asset.media_type}
        if asset.compressed and "gzip" in request.headers.get("accept-encoding", ""):
            return _kept(
                request, asset.compressed, {**headers, "content-encoding": "gzip", "etag": f'{asset.etag[:-1]}-gzip"'}
            )
        return _kept(request, asset.body, {**headers, "etag": asset.etag})


def _kept(request: Request, body: bytes, headers: Mapping[str, str]) -> Response:
    return not_modified(headers) if holds_already(request, headers["etag"]) else Response(body, headers=headers)
