"""An answer in parts over HTTP: multipart/mixed, each part ended by its boundary so that it is read when it comes."""

import logging
import secrets
from collections.abc import AsyncGenerator, Mapping

import orjson
from starlette.types import ASGIApp

from auktor.graphql.negotiation import INCREMENTAL, PARTS
from auktor.long_answer import LongAnswer, Until, Wire
from auktor.whole_answer import raw

_log = logging.getLogger(__name__)
_TYPE = f'{PARTS}; boundary="-"; incrementalSpec={INCREMENTAL}'
_HEAD = b"\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
_BOUNDARY = b"\r\n---"
_NOTHING_YET = {"hasNext": True}


def in_parts(parts: AsyncGenerator[Mapping[str, object], None], headers: Mapping[str, str]) -> ASGIApp:
    """The answer that sends `parts` as they come; a program that drains lets it come to its end, as any answer."""
    lines = raw({**headers, "content-type": _TYPE, "x-accel-buffering": "no"})
    wire = Wire(lines, _part(_NOTHING_YET), ends_with_draining=False)
    return LongAnswer(_written(parts), Until(), _nothing, wire)


async def _written(parts: AsyncGenerator[Mapping[str, object], None]) -> AsyncGenerator[bytes, None]:
    try:
        before = b"---"
        async for part in parts:
            yield before + _part(part)
            before = b""
        yield b"--\r\n"
    except Exception:  # noqa: BLE001 -- logged whole; that the last boundary is missing tells the client
        _log.exception("Reference %s: an answer in parts failed", secrets.token_hex(6))
    finally:
        await parts.aclose()


def _part(part: Mapping[str, object]) -> bytes:
    return _HEAD + orjson.dumps(part) + _BOUNDARY


def _nothing() -> None:
    """Nothing is given back when it has ended."""
