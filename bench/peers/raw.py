"""The limit of ASGI: the bytes of one answer, head and body, for every request."""

import json
import os
from pathlib import Path
from typing import Any


def _sent(answer: dict[str, Any]) -> tuple[list[tuple[bytes, bytes]], bytes]:
    body = answer["body"].encode()
    head = [(name.lower().encode(), value.encode()) for name, value in answer["head"]]
    return [*head, (b"content-length", b"%d" % len(body))], body


_ANSWERS = {
    f"/{name}": _sent(answer)
    for name, answer in json.loads(Path(os.environ["PEER_ANSWERS"]).read_text("utf-8")).items()
}
_NONE = _sent({"body": "{}", "head": []})


async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- ASGI's own shapes
    """Read the request to its end and answer it."""
    while (await receive()).get("more_body"):
        pass
    head, body = _ANSWERS.get(scope["path"], _NONE)
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": body})
