"""A stream that one process keeps is asked for at any of them."""

import asyncio
import os
import socket
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.types import ASGIApp

from auktor.asgi import create_app
from auktor.live.neighbours import Neighbours
from auktor.long_answer import DRAINING
from auktor.settings import Settings
from tests.auktor.live.asgi import request
from tests.auktor.live.test_event_streams import EVENTS, TOKEN, posted, reserved

FOLLOW = "subscription { registerChanged { key } }"


@pytest.fixture(scope="module")
async def both(settings: Settings, module_database: str) -> AsyncGenerator[tuple[Starlette, Starlette], None]:
    """Two applications of one home, as two processes have them."""
    several = settings.model_copy(update={"workers": 2})
    one, other = create_app(several, module_database), create_app(several, module_database)
    async with one.router.lifespan_context(one), other.router.lifespan_context(other):
        yield one, other


async def test_a_stream_is_opened_asked_and_completed_at_another_process(both: tuple[Starlette, Starlette]) -> None:
    one, other = both
    token = await reserved(one)
    async with request(other, "GET", {**EVENTS, TOKEN: token}) as stream:
        assert await stream.status() == 200
        assert await posted(other, token, "follow", FOLLOW) == 202
        assert await posted(one, token, "once", "{ __typename }") == 202
        assert (await stream.event())["data"] == {"id": "once", "payload": {"data": {"__typename": "Query"}}}
        assert await stream.event() == {"event": "complete", "data": {"id": "once"}}
        assert [await posted(each, token, "follow", FOLLOW) for each in both] == [409, 409]
        async with request(other, "DELETE", {TOKEN: token}, query="operationId=follow") as ours:
            assert await ours.status() == 200


async def test_who_leaves_one_process_has_left_the_other(both: tuple[Starlette, Starlette]) -> None:
    one, other = both
    token = await reserved(one)
    async with request(other, "GET", {**EVENTS, TOKEN: token}) as stream:
        await stream.status()
        await posted(other, token, "follow", FOLLOW)
    while await posted(one, token, "again", "{ asOf }") != 404:
        await asyncio.wait([asyncio.ensure_future(asyncio.sleep(0))])
    assert await posted(other, token, "again", "{ asOf }") == 404


async def test_a_question_refused_there_is_refused_here(both: tuple[Starlette, Starlette]) -> None:
    one, other = both
    token = await reserved(one)
    async with request(other, "POST", {TOKEN: token}, {"query": "{ asOf }"}) as ours:
        assert await ours.status() == 400
    async with request(
        other, "POST", {TOKEN: token, "authorization": "Bearer nonsense"}, {"query": "{ asOf }"}
    ) as ours:
        assert await ours.status() == 401


@pytest.mark.parametrize(
    "token", ["0123456789abcdef.x", "../../etc/passwd.x", "nonsense", "x" * 5000, "\x00" * 16], ids=repr
)
async def test_a_token_that_no_process_wrote_names_no_stream(both: tuple[Starlette, Starlette], token: str) -> None:
    async with request(both[0], "POST", {TOKEN: token}, {"query": "{ asOf }"}) as ours:
        assert await ours.status() == 404


async def test_a_process_that_drains_ends_what_another_shows(settings: Settings, module_database: str) -> None:
    several = settings.model_copy(update={"workers": 2})
    one, other = create_app(several, module_database), create_app(several, module_database)
    async with other.router.lifespan_context(other), one.router.lifespan_context(one) as state:
        token = await reserved(one)
        async with request(other, "GET", {**EVENTS, TOKEN: token}) as stream:
            await stream.status()
            state[DRAINING].set()
            assert await stream.part() == b""


def test_a_home_of_a_long_name_has_its_sockets_elsewhere_and_alone(tmp_path: Path) -> None:
    home = tmp_path / ("long" * 20)
    neighbours = Neighbours(home)
    assert not (home / "live").exists()
    assert neighbours._folder.stat().st_mode & 0o777 == 0o700
    neighbours._folder.chmod(0o755)
    with pytest.raises(PermissionError):
        Neighbours(home)
    neighbours._folder.rmdir()


async def test_whoever_starts_takes_away_the_sockets_of_the_killed_and_of_nobody_else(tmp_path: Path) -> None:
    async def sockets_left_by_another() -> set[str]:
        async with Neighbours(tmp_path).answering(nobody, asyncio.Event()):
            return {each.stem for each in folder.iterdir()} & {"bound", "listening", living.name}

    living = Neighbours(tmp_path)
    folder = living._folder
    async with living.answering(nobody, asyncio.Event()):
        with socket.socket(socket.AF_UNIX) as bound, socket.socket(socket.AF_UNIX) as listening:
            bound.bind(os.fsencode(folder / "bound.sock"))
            listening.bind(os.fsencode(folder / "listening.sock"))
            listening.listen()
            assert await sockets_left_by_another() == {"bound", "listening", living.name}
            listening.settimeout(0)
            with pytest.raises(BlockingIOError):  # nobody was connected to ask
                listening.accept()
        assert await sockets_left_by_another() == {living.name}
    assert list(folder.iterdir()) == []


async def nobody(_request: Request) -> ASGIApp:
    raise AssertionError
