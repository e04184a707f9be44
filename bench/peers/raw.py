"""The limit of ASGI: the bytes of one answer, for every request."""

import json
import os
from pathlib import Path
from typing import Any

_ANSWERS = {
    f"/{name}": text.encode() for name, text in json.loads(Path(os.environ["PEER_ANSWERS"]).read_text("utf-8")).items()
}


async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- ASGI's own shapes
    """Read the request to its end and answer it."""
    while (await receive()).get("more_body"):
        pass
    body = _ANSWERS.get(scope["path"], b"{}")
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
