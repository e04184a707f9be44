"""Compresses what is answered, for whoever can read it.

Left as it is: what is small, what is compressed by nature or already, a part of a file, what has a strong name (that
is one of its bytes: who gives one compresses by itself), and event streams, which intermediaries would hold back.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auktor.encoding import SMALLEST_BYTES, Encoding, Stream, chosen_encoding, compressed, stream

_COMPRESSIBLE = ("text/", "application/json", "application/graphql-response+json", "application/rdf+xml")
_COMPRESSIBLE_ENDS = ("+json", "+xml", "json", "javascript")
_NEVER = "text/event-stream"
_NO_BODY = {204, 205, 206, 304}


class Compressing:
    """Compresses what `app` answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let `app` answer, and send that in the encoding the caller weighs most."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        encoding = chosen_encoding(Headers(scope=scope).get("accept-encoding"))
        await self._app(scope, receive, _Sender(encoding, send))


class _Sender:
    """Holds the head of an answer back until the first part of its body has come, and sends both."""

    def __init__(self, encoding: Encoding | None, send: Send) -> None:
        self._encoding = encoding
        self._send = send
        self._head: Message | None = None
        self._stream: Stream | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._head = message if _compressible(message) else None
            if self._head is None:
                await self._send(message)
            return
        if message["type"] != "http.response.body":
            await self._send(message)
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        if self._head is not None:
            head, self._head = self._head, None
            body = self._begun(head, body, more=more)
            await self._send(head)
        elif self._stream is not None:
            body = self._stream.part(body) if more else self._stream.end(body)
        await self._send({**message, "body": body})

    def _begun(self, head: Message, body: bytes, *, more: bool) -> bytes:
        """The first part of the body as it is sent, the head having been told of it."""
        headers = MutableHeaders(scope=head)
        if "accept-encoding" not in headers.get("vary", "").lower():
            headers.add_vary_header("Accept-Encoding")
        if self._encoding is None or (not more and len(body) < SMALLEST_BYTES):
            return body
        headers["content-encoding"] = self._encoding.value
        if more:
            del headers["content-length"]
            self._stream = stream(self._encoding)
            return self._stream.part(body)
        body = compressed(body, self._encoding)
        headers["content-length"] = str(len(body))
        return body


def _compressible(head: Message) -> bool:
    headers = Headers(raw=head["headers"])
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return (
        head["status"] not in _NO_BODY
        and "content-encoding" not in headers
        and not headers.get("etag", "W/").startswith('"')
        and media_type != _NEVER
        and (media_type.startswith(_COMPRESSIBLE) or media_type.endswith(_COMPRESSIBLE_ENDS))
    )
