"""`auktor serve`, as a real process: it starts from nothing, tells what is wrong, and leaves nothing behind."""

import asyncio
import json
import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import asyncpg
import httpx
import pytest
from websockets import ConnectionClosed, Subprotocol
from websockets.sync.client import connect

from auktor import cli
from auktor.auth.local_issuer import local_issuer
from auktor.core.roles import Role
from auktor.live.neighbours import folder_of
from auktor.settings import Settings
from db.embedded import embedded_postgres
from db.engine import Database
from tests.auktor.program import Program, free_port, serving
from tests.publish.small_register import actor, describe

pytestmark = pytest.mark.slow
Run = Callable[..., tuple[int, str]]
EVERY_ACTOR = 784


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that is refused in this process; its exit status and what it said."""

    def run(*words: str, **settings: str) -> tuple[int, str]:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        return cli.run([*words]), capsys.readouterr().err

    return run


def test_it_serves_from_an_empty_folder_and_again_alone_with_what_it_kept(tmp_path: Path, run: Run) -> None:
    home = tmp_path / "home"
    with serving(home) as program:
        program.wait_until_it_serves()
        first = httpx.get(f"{program.address}/opendata/current.json").json()
        assert "Vilka leverantörer har avtal i dag?" in httpx.get(program.address).text
        assert program.end(signal.SIGINT) == 0
    assert program.leaves_nothing()
    assert "Traceback" not in program.said
    assert program.said.endswith("Stopped.\n")
    with serving(home) as again:
        again.wait_until_it_serves()
        assert httpx.get(f"{again.address}/opendata/current.json").json() == first
        assert "Loaded" not in again.said
        status, said = run("serve", f"--port={free_port()}", AUKTOR_HOME=str(home))
        assert status == 1
        assert "HOME_IN_USE" in said
        assert str(again.process.pid) in said
        assert _heard_while_it_ends(again) == Heard(b"HTTP/1.1 200", 1012, "")
        assert again.process.wait(10) == 0
    assert again.leaves_nothing()


class Heard(NamedTuple):
    """The beginning of the answer to a request in flight, the code that closed a WebSocket, the end of a stream."""

    answered: bytes
    closed: int
    streamed: str


def _heard_while_it_ends(program: Program) -> Heard:
    """What the callers of a program hear when SIGTERM comes.

    A stream comes to its end without the word `complete`: whoever follows comes again and goes on where it was.
    """
    body = b'{"query": "{ suppliers { totalCount } }"}'
    head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    streams, following = {"accept": "text/event-stream"}, {"query": "subscription { registerChanged { sequence } }"}
    with (
        connect(f"ws://127.0.0.1:{program.port}/graphql", subprotocols=[Subprotocol("graphql-transport-ws")]) as ws,
        httpx.stream("POST", f"{program.address}/graphql", json=following, headers=streams, timeout=30) as stream,
        socket.create_connection(("127.0.0.1", program.port)) as caller,
    ):
        ws.send('{"type": "connection_init"}')
        assert json.loads(ws.recv()) == {"type": "connection_ack"}
        ws.send(json.dumps({"id": "1", "type": "subscribe", "payload": following}))
        caller.sendall(head.encode() + body[:10])
        time.sleep(0.3)
        program.process.send_signal(signal.SIGTERM)
        with pytest.raises(ConnectionClosed) as closed:
            ws.recv(timeout=10)
        assert closed.value.rcvd
        told = stream.read().decode()
        caller.sendall(body[10:])
        return Heard(caller.recv(65536)[:12], closed.value.rcvd.code, told)


def test_interrupted_while_it_loads_it_keeps_nothing_half_done(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with serving(home) as program:
        program.wait_until_it_says("PostgreSQL:")
        time.sleep(1.5)
        assert program.end(signal.SIGINT) == 0
    assert program.leaves_nothing()
    assert "Traceback" not in program.said
    assert asyncio.run(_actors_in(home)) in {0, EVERY_ACTOR}


async def _actors_in(home: Path) -> int:
    """How many public actors the register of a home holds."""
    with embedded_postgres(home) as server:
        connection = await asyncpg.connect(server.url.replace("+asyncpg", "", 1))
        try:
            if not await connection.fetchval("SELECT to_regclass('public_actor') IS NOT NULL"):
                return 0
            return int(await connection.fetchval("SELECT count(DISTINCT id) FROM public_actor"))
        finally:
            await connection.close()


def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        status, said = run("serve", f"--port={port}", AUKTOR_HOME=str(tmp_path / "home"))
    assert status == 1
    assert said.startswith(f"PORT_IN_USE: Port {port} on 127.0.0.1 is taken")
    assert f"PORT={port + 1}" in said
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("url", "code", "status"),
    [
        ("postgresql://nobody@127.0.0.1:1/nothing", "DATABASE_GONE", 1),
        ("mysql://127.0.0.1/nothing", "BAD_SETTING", 2),
    ],
)
def test_a_database_that_cannot_be_used_is_told_of_at_once(
    tmp_path: Path, run: Run, url: str, code: str, status: int
) -> None:
    words = ("serve", f"--port={free_port()}")
    ended, said = run(*words, AUKTOR_HOME=str(tmp_path / "home"), AUKTOR_DATABASE_URL=url)
    assert ended == status
    assert f"{code}: " in said
    assert "AUKTOR_DATABASE_URL" in said
    assert "Traceback" not in said


def test_several_workers_answer_are_replaced_and_end_together(tmp_path: Path, fresh_register: str) -> None:
    home, database = tmp_path / "home", {"AUKTOR_DATABASE_URL": fresh_register, "AUKTOR_PUBLISH_AFTER_SECONDS": "1"}
    with serving(home, "--workers=2", **database) as program:
        program.wait_until_it_serves()
        address = f"{program.address}/graphql"
        assert _answered_over_one_stream(address, questions=20) == {str(n) for n in range(20)}
        workers, publisher = program.forked("auktor: answers"), program.forked("auktor: publish")
        assert (len(workers), len(publisher)) == (2, 1)
        assert _sockets(workers[0]) & _sockets(workers[1]) == _sockets(program.process.pid)
        for each in (workers[0], *publisher):
            os.kill(each, signal.SIGKILL)
        program.wait_until_it_says("takes its place", times=2)
        assert workers[1] in program.forked("auktor: answers")
        asyncio.run(_describe_one_more(fresh_register))
        program.wait_until_it_says("Published edition 2")
        assert _publish(address, Settings(home=home)) == {"isNew": False, "edition": {"number": 2}}
        assert not any(_has_loaded(each, "_sqlite3") for each in program.forked("auktor: answers"))
        assert _answered_over_one_stream(address, questions=20) == {str(n) for n in range(20)}
        assert program.end(signal.SIGTERM) == 0
    assert program.leaves_nothing()
    assert list(folder_of(home).iterdir()) == []  # nor of the one that was killed


def _sockets(process: int) -> set[str]:
    """The sockets that a process holds, by the system's number for each."""
    found = set[str]()
    for each in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # it was closed while we looked
            found.add(each.readlink().name)
    return {name for name in found if name.startswith("socket:")}


def _publish(address: str, settings: Settings) -> object:
    """What a publisher is answered who asks for an edition."""
    token = local_issuer(settings).issue(Role.PUBLISHER, None, "pia", seconds=60)
    text = "mutation { publishEdition(input: {}) { ... on EditionPublished { isNew edition { number } } } }"
    answer = httpx.post(address, json={"query": text}, headers={"authorization": f"Bearer {token}"}, timeout=30)
    return answer.json()["data"]["publishEdition"]


def _has_loaded(process: int, library: str) -> bool:
    """Whether a process has loaded a library; this one is of what makes editions, and of nothing that answers."""
    return library in Path(f"/proc/{process}/maps").read_text("utf-8")


async def _describe_one_more(url: str) -> None:
    database = Database(url)
    await describe(database, actor("ny", "Ny kommun", "MUNICIPALITY"))
    await database.close()


def _answered_over_one_stream(address: str, questions: int) -> set[str]:
    """The questions that are answered over a reserved stream, each asked over a connection of its own."""
    token = {"x-graphql-event-stream-token": httpx.put(address).text}
    answered = set[str]()
    with httpx.stream("GET", address, headers={**token, "accept": "text/event-stream"}) as stream:
        assert stream.status_code == 200
        for number in range(questions):
            body = {"query": "{ __typename }", "extensions": {"operationId": str(number)}}
            assert httpx.post(address, json=body, headers=token).status_code == 202
        for line in stream.iter_lines():
            if line.startswith("data: ") and "payload" in line:
                answered.add(json.loads(line.removeprefix("data: "))["id"])
            if len(answered) == questions:
                return answered
    return answered


def test_workers_do_not_outlive_a_killed_program(tmp_path: Path, fresh_register: str) -> None:
    with serving(tmp_path / "home", "--workers=2", AUKTOR_DATABASE_URL=fresh_register) as program:
        program.wait_until_it_serves()
        program.end(signal.SIGKILL)
    assert program.leaves_nothing()
    with socket.create_server(("127.0.0.1", program.port)):
        pass
