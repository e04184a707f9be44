"""An address that is there says by which methods it is asked; one that is not there is not there for any."""

import httpx
import pytest
from starlette.routing import Route

from auktor.asgi import Application, create_app
from auktor.settings import Settings

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY")


@pytest.fixture(scope="module")
def app(settings: Settings, register_database: str) -> Application:
    return create_app(settings, register_database)


@pytest.fixture(scope="module")
def asking(app: Application) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register.test")


def address(route: Route) -> str:
    """An address that the route answers; whatever it names need not be there."""
    return route.url_path_for(route.name, **dict.fromkeys(route.param_convertors, "x"))


async def test_every_address_refuses_other_methods_and_names_its_own(
    app: Application, asking: httpx.AsyncClient
) -> None:
    routes = [each for each in app.routes if isinstance(each, Route)]
    assert len(routes) > 100
    for route in routes:
        for method in set(METHODS) - (route.methods or set()):
            answer = await asking.request(method, address(route))
            allowed = ", ".join(sorted(route.methods or ()))
            assert (method, address(route), answer.status_code, answer.headers.get("allow")) == (
                method,
                address(route),
                405,
                allowed,
            )


async def test_what_is_refused_says_how_to_ask(asking: httpx.AsyncClient) -> None:
    answer = await asking.post("/id/supplier/freja-eid-sweden")
    assert answer.text == "POST is not understood here. Ask by GET, HEAD.\n"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("method", METHODS)
async def test_an_address_with_nothing_is_not_there_for_any_method(asking: httpx.AsyncClient, method: str) -> None:
    answer = await asking.request(method, "/nothing/here")
    assert answer.status_code == 404
