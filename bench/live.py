"""What it takes to hold many who follow the register: memory of 1,000 connections, and a flood of 10,000 subscriptions.

`python bench/live.py` starts the program on a home of its own and connects from this process over loopback.
"""

import asyncio
import os
import tempfile
from collections import Counter
from pathlib import Path

import orjson
from limits import running
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

CONNECTIONS = 1_000
MORE = 100
FLOOD = 10_000
_FOLLOW = {"query": "subscription { registerChanged { sequence key change } }"}


def resident_mb(process: int) -> float:
    """The memory the process has now (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


async def opened(address: str) -> ClientConnection | int:
    """A connection that follows the register, or the status it was refused with."""
    try:
        socket = await connect(address, subprotocols=["graphql-transport-ws"], compression=None, open_timeout=60)  # type: ignore[list-item]
    except InvalidStatus as refused:
        return refused.response.status_code
    await socket.send(orjson.dumps({"type": "connection_init"}).decode())
    await socket.recv()
    await socket.send(orjson.dumps({"type": "subscribe", "id": "1", "payload": _FOLLOW}).decode())
    return socket


async def flooded(socket: ClientConnection) -> Counter[str]:
    """What 10,000 subscriptions over one connection are answered."""
    for number in range(FLOOD):
        await socket.send(orjson.dumps({"type": "subscribe", "id": f"f{number}", "payload": _FOLLOW}).decode())
    await socket.send(orjson.dumps({"type": "ping"}).decode())
    answered: Counter[str] = Counter()
    async for text in socket:
        message = orjson.loads(text)
        if message["type"] == "pong":
            return answered
        answered[message["payload"][0]["extensions"]["code"]] += 1
    return answered


async def measure(process: int, port: int) -> None:
    """Print the memory at each step."""
    address = f"ws://127.0.0.1:{port}/graphql"
    print(f"before                         {resident_mb(process):7.0f} MB")
    found = [await opened(address) for _ in range(CONNECTIONS + MORE)]
    sockets = [each for each in found if isinstance(each, ClientConnection)]
    refused = Counter(each for each in found if isinstance(each, int))
    await asyncio.sleep(2)
    print(f"{len(sockets):5} connections that follow  {resident_mb(process):7.0f} MB, refused {dict(refused)}")
    answered = await flooded(sockets[0])
    print(f"{FLOOD:5} subscriptions on one    {resident_mb(process):7.0f} MB, answered {dict(answered)}")
    await asyncio.gather(*(each.close() for each in sockets))


def main() -> None:
    """Start the program and measure it."""
    os.environ.update(AUKTOR_LIVE_CONNECTIONS=str(CONNECTIONS), AUKTOR_LIVE_CONNECTIONS_A_CLIENT="5000")
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as (process, port):
        asyncio.run(measure(process, port))


if __name__ == "__main__":
    main()
