"""The schema as text, at addresses of its own: in English, in Swedish, and as a composer of bigger graphs reads it."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from auktor.encoding import Encoding, chosen_encoding, compressed
from auktor.validators import holds_already, not_modified
from schema.schema import federated, in_swedish, sdl

_HEADERS = MappingProxyType(
    {
        "content-type": "text/plain; charset=utf-8",
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "ETag",
        "cache-control": "public, no-cache",
        "vary": "accept-encoding",
    }
)


class SchemaTexts:
    """Answers with the texts; each is made and compressed when it is first asked for, and then kept."""

    def __init__(self) -> None:
        self._english = _Text(sdl, "en")
        self._swedish = _Text(in_swedish, "sv")
        self._federated = _Text(federated, "en")

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/schema.graphql", self._schema, methods=["GET"]),
            Route("/schema.sv.graphql", self._swedish.answer, methods=["GET"]),
        ]

    async def _schema(self, request: Request) -> Response:
        text = self._federated if "federation" in request.query_params else self._english
        return await text.answer(request)


class _Text:
    """One text in the encodings it was asked for in."""

    def __init__(self, write: Callable[[], str], language: str) -> None:
        self._write = write
        self._language = language
        self._forms: dict[Encoding | None, tuple[bytes, str]] = {}

    async def answer(self, request: Request) -> Response:
        encoding = chosen_encoding(request.headers.get("accept-encoding"))
        if encoding not in self._forms:
            self._forms[encoding] = await asyncio.to_thread(self._formed, encoding)
        body, etag = self._forms[encoding]
        headers = {**_HEADERS, "content-language": self._language, "etag": etag, **_encoded(encoding)}
        return not_modified(headers) if holds_already(request, etag) else Response(body, headers=headers)

    def _formed(self, encoding: Encoding | None) -> tuple[bytes, str]:
        """The bytes as they are sent, and their name: another for each encoding, since they differ."""
        text = self._write().encode()
        body = text if encoding is None else compressed(text, encoding)
        return body, f'"{hashlib.sha256(text).hexdigest()[:32]}-{encoding or "plain"}"'


def _encoded(encoding: Encoding | None) -> Mapping[str, str]:
    return {} if encoding is None else {"content-encoding": encoding.value}
