"""What is told where there is no answer: nothing at the address, another method, a refusal, a fault."""

import logging
import secrets
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from auktor.core.errors import Unavailable

_log = logging.getLogger(__name__)


def nothing_here(page: Callable[[Request], Awaitable[Response]]) -> ASGIApp:
    """What answers where no address fits. It is no route: one that fits every address hides that a method does not."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        told = WebSocketClose() if scope["type"] == "websocket" else await page(Request(scope, receive, send))
        await told(scope, receive, send)

    return answer


async def other_method(request: Request, error: Exception) -> Response:
    """An address that is asked by other methods than this one, which `Allow` names."""
    if not isinstance(error, HTTPException) or not error.headers:
        raise error
    methods = ", ".join(sorted(error.headers["Allow"].split(", ")))
    told = f"{request.method[:20]} is not understood here. Ask by {methods}.\n"
    return PlainTextResponse(told, error.status_code, {"allow": methods})


async def refused(_request: Request, error: Exception) -> Response:
    """An error that is told in words: 503 for what may come back, 400 for what the asker can mend."""
    if isinstance(error, Unavailable):
        return PlainTextResponse(f"{error}\n", 503, headers={"retry-after": "5"})
    return PlainTextResponse(f"{error}\n", 400)


async def failed(_request: Request, error: Exception) -> Response:
    """A fault of ours."""
    reference = secrets.token_hex(6)
    _log.error("Reference %s: a page failed", reference, exc_info=error)
    return PlainTextResponse(f"The register failed. Whoever runs it finds the reason under {reference}.\n", 500)
