"""How an answer is written: the header lines that say what it is and how long it may be kept, and its body."""

from collections.abc import Mapping
from typing import NamedTuple

import orjson
from starlette.responses import Response

from auktor.encoding import SMALLEST_BYTES, Encoding, compressed
from auktor.graphql.cross_origin import EVERY_ANSWER as CORS
from auktor.graphql.cross_origin import METHODS, REVISION
from auktor.graphql.negotiation import Form
from auktor.headers import EVERY_ANSWER
from auktor.kept import KeptAnswer, Sent, Store
from auktor.whole_answer import Written, head_of, raw
from schema.answering import Standing

# The header lines of a request that decide how it is answered.
VARIES = ("accept", "accept-encoding", "accept-language", "authorization", "prefer")
PRIVATE = "private, no-store"
# Asked for again each time, which costs a 304: so nobody is shown what the register no longer says.
_PUBLIC = "public, no-cache"
# What was known then is not written anew; an hour bounds for how long one may be named who may no longer be.
_PAST = "public, max-age=3600"
_VARY = ", ".join(VARIES)
_REVISION_LINE = b"%b: %%d\r\n" % REVISION.lower().encode()
_TYPE_LINES = {each: b"content-type: %b\r\n" % each.content_type.encode() for each in Form}
_EVERY_HEAD = head_of(raw({"vary": _VARY, **CORS, **EVERY_ANSWER}))
PRIVATE_LINES = {**CORS, "vary": _VARY, "cache-control": PRIVATE}
_OK, _NOT_MODIFIED, _METHOD_NOT_ALLOWED = 200, 304, 405
_STORED_METHODS = {"GET", "HEAD", "QUERY"}


class Shape(NamedTuple):
    """In which shape an answer is sent. `stored`: whether it is the answer to a method whose answers may be stored."""

    form: Form
    encoding: Encoding | None
    tells_cost: bool
    stored: bool


def is_stored(method: str) -> bool:
    """Whether answers to the method may be stored: POST may always change something, as far as a cache knows."""
    return method in _STORED_METHODS


def sent_as(answer: KeptAnswer, shape: Shape, store: Store) -> Sent:
    """A kept answer in a shape, worked out when it is first asked for in it."""
    found = answer.forms.get(shape)
    if found is None:
        found = answer.forms[shape] = _worked_out(answer, shape)
        store.put(answer)
    return found


def repeated(answer: KeptAnswer, shape: Shape, if_none_match: bytes, store: Store) -> Written:
    """A kept answer in a shape: 200 and all of it, or 304 and what would have been said of it, where it is held."""
    sent = sent_as(answer, shape, store)
    if not _is_held(sent, if_none_match):
        return Written(_OK, sent.head, sent.body)
    store.counts.not_modified += 1
    return Written(_NOT_MODIFIED, sent.held, b"")


def _is_held(sent: Sent, if_none_match: bytes) -> bool:
    """Whether the caller has it already; a weak name counts, for the comparison is weak (RFC 9110 13.1.2)."""
    if not (sent.etag and if_none_match):
        return False
    names = (each.strip().removeprefix(b"W/") for each in if_none_match.split(b","))
    return any(each in {sent.etag, b"*"} for each in names)


def written(form: Form, status: int, body: Mapping[str, object], headers: Mapping[str, str] | None = None) -> Response:
    """An answer that nobody keeps."""
    allow = {"allow": ", ".join(METHODS)} if status == _METHOD_NOT_ALLOWED else {}
    every = {**PRIVATE_LINES, **allow, **(headers or {})}
    return Response(orjson.dumps(body), status, {**every, "content-type": form.content_type})


def with_cost(points: int, nodes: int) -> dict[str, object]:
    """What is told beside an answer of its cost."""
    return {"cost": {"points": points, "nodes": nodes}}


def _worked_out(answer: KeptAnswer, shape: Shape) -> Sent:
    body = _told(answer) if shape.tells_cost else answer.body
    encoding = shape.encoding if len(body) >= SMALLEST_BYTES else None
    if encoding:
        body = compressed(body, encoding)
    public = shape.stored and answer.shared
    etag = f'"{answer.etag}-{_suffix(shape, encoding)}"' if public else ""
    encoded = b"content-encoding: %b\r\n" % encoding.encode() if encoding else b""
    named = b"etag: %b\r\n" % etag.encode() if etag else b""
    revision = b"" if answer.revision is None else _REVISION_LINE % answer.revision
    kept_for = (_cache_control(answer) if public else PRIVATE).encode()
    held = b"cache-control: %b\r\n%b%b%b" % (kept_for, named, revision, _EVERY_HEAD)
    told = b"%bcontent-length: %d\r\n%b" % (_TYPE_LINES[shape.form], len(body), encoded)
    return Sent(etag.encode(), body, told + held, held)


def _cache_control(answer: KeptAnswer) -> str:
    return _PAST if answer.standing is Standing.PAST else _PUBLIC


def _suffix(shape: Shape, encoding: Encoding | None) -> str:
    """What tells the shapes of one answer apart: they differ in bytes, so they have names of their own."""
    form = "g" if shape.form is Form.GRAPHQL else "j"
    return f"{form}{'c' if shape.tells_cost else ''}-{encoding or 'plain'}"


def _told(answer: KeptAnswer) -> bytes:
    """The answer with its cost beside it."""
    extensions = orjson.dumps({"extensions": with_cost(answer.cost.points, answer.cost.nodes)})
    return answer.body[:-1] + b"," + extensions[1:]
