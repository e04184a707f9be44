"""What the connection rests on in uvicorn is there."""

import inspect

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


def test_uvicorn_begins_every_request_by_the_name_that_we_override() -> None:
    """Else all would be answered rightly, by the application, in twice the time. See decision 0173."""
    begin = getattr(HttpToolsProtocol, "_start_asgi_task", None)
    assert begin, "uvicorn has renamed _start_asgi_task: override in auktor/repeating.py what begins a request now."
    assert list(inspect.signature(begin).parameters) == ["self", "cycle", "app"]
    beginning = (HttpToolsProtocol.on_headers_complete, HttpToolsProtocol.on_response_complete)
    assert all("self._start_asgi_task(" in inspect.getsource(each) for each in beginning)
