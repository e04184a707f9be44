"""Subscriptions over a web socket, by the protocol graphql-transport-ws."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from auktor_client.errors import AuktorClientError, NotAnAnswer, Refused, Unreachable
from auktor_client.exchange import Answer, Question

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection

_PROTOCOL = "graphql-transport-ws"
_ACKNOWLEDGED_SECONDS = 10.0
_CLOSE_SECONDS = 0.5
_ONLY_ONE = "1"


class SubscriptionsNotInstalled(AuktorClientError):
    """The library for web sockets is not there."""


async def messages(
    url: str, question: Question, authorisation: Callable[[], Awaitable[str | None]], agent: str
) -> AsyncGenerator[Answer, None]:
    """The data of each event, in order; the socket is closed when the caller stops asking."""
    try:
        from websockets.asyncio.client import connect  # noqa: PLC0415 -- an extra: most callers only ask
        from websockets.exceptions import WebSocketException  # noqa: PLC0415
        from websockets.typing import Subprotocol  # noqa: PLC0415
    except ImportError as error:
        missing = "Subscriptions need websockets. Install auktor-client[subscriptions]."
        raise SubscriptionsNotInstalled(missing) from error
    said = await authorisation()
    try:
        # The server's word that it closes may stand behind much that nobody reads any more: it is not waited for long.
        async with connect(
            url, subprotocols=[Subprotocol(_PROTOCOL)], user_agent_header=agent, close_timeout=_CLOSE_SECONDS
        ) as socket:
            await _introduce(socket, {"authorization": said} if said else {})
            await _send(socket, {"id": _ONLY_ONE, "type": "subscribe", "payload": _payload(question)})
            async for text in socket:
                message = _read(text)
                if message["type"] == "ping":
                    await _send(socket, {"type": "pong"})
                elif message["type"] == "complete":
                    return
                elif message["type"] in {"next", "error"}:
                    yield _data(message)
    except (OSError, TimeoutError, WebSocketException) as error:
        raise Unreachable(f"{url} ended the subscription: {error}. Subscribe again after the last you saw.") from error


async def _introduce(socket: "ClientConnection", who: Mapping[str, str]) -> None:
    await _send(socket, {"type": "connection_init", "payload": who})
    async with asyncio.timeout(_ACKNOWLEDGED_SECONDS):
        while (message := _read(await socket.recv()))["type"] != "connection_ack":
            if message["type"] == "ping":
                await _send(socket, {"type": "pong"})


def _payload(question: Question) -> dict[str, object]:
    named = {"operationName": question.operation} if question.operation else {}
    return {"query": question.text, "variables": question.variables, **named}


def _data(message: Mapping[str, Any]) -> Answer:
    """The data of an event; an error of the whole subscription, or of one event, is raised."""
    payload: Any = message.get("payload")
    errors: Any = payload if message["type"] == "error" else payload.get("errors")
    if errors:
        raise Refused(errors, status=200)
    return cast("Answer", payload["data"])


def _read(text: str | bytes) -> Mapping[str, Any]:
    message: object = json.loads(text)
    if not isinstance(message, dict) or "type" not in message:
        raise NotAnAnswer(f"A message that is none of {_PROTOCOL} came: {text[:100]!r}. Is it a register?", status=101)
    return cast("Mapping[str, Any]", message)


async def _send(socket: "ClientConnection", message: Mapping[str, object]) -> None:
    await socket.send(json.dumps(message))
