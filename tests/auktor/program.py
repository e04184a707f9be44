"""The program as its users run it: a process with a home, an address and signals."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx

_START_SECONDS = 60
_END_SECONDS = 30


def free_port() -> int:
    """A port that nothing listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


class Program:
    """A running `auktor serve`; what it says goes to a file, as on a server."""

    def __init__(self, home: Path, *words: str, **settings: str) -> None:
        self.home = home
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._log = home.with_suffix(".log")
        environment = {**os.environ, "AUKTOR_HOME": str(home), **settings}
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", "from auktor.cli import main; main()", "serve", f"--port={self.port}", *words],
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        """Everything it has said so far."""
        return self._log.read_text("utf-8")

    def wait_until_it_says(self, words: str, times: int = 1) -> None:
        """Wait until `words` are in its output, so many times."""
        until = time.monotonic() + _START_SECONDS
        while self.said.count(words) < times:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < until, self.said
            time.sleep(0.01)

    def wait_until_it_serves(self) -> float:
        """Wait for the first answer; gives the seconds it took."""
        began = time.monotonic()
        self.wait_until_it_says("is served on")
        assert httpx.get(f"{self.address}/readyz", timeout=_START_SECONDS).status_code == 200
        return time.monotonic() - began

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and give the exit status."""
        self.process.send_signal(number)
        return self.process.wait(_END_SECONDS)

    def leaves_nothing(self) -> bool:
        """Whether every process it started has ended, or does so at once."""
        until = time.monotonic() + _END_SECONDS
        while self.started_processes() and time.monotonic() < until:
            time.sleep(0.05)
        return not self.started_processes()

    def forked(self, name: str) -> list[int]:
        """The processes it has forked for what this name says."""
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii")
        children = {int(each): Path(f"/proc/{each}/comm").read_text("utf-8").strip() for each in told.split()}
        return [process for process, its_name in children.items() if its_name == name]

    def started_processes(self) -> list[int]:
        """Every process that still belongs to the home or the session."""
        listed = subprocess.run(["ps", "-eo", "pid=,sid=,args="], capture_output=True, text=True, check=True).stdout
        lines = [line.split(maxsplit=2) for line in listed.splitlines()]
        return [
            int(pid)
            for pid, session, *words in lines
            if int(session) == self.process.pid or any(str(self.home) in word for word in words)
        ]


@contextmanager
def serving(home: Path, *words: str, **settings: str) -> Generator[Program, None, None]:
    """A program that is ended with the block, if it has not ended before."""
    program = Program(home, *words, **settings)
    try:
        yield program
    finally:
        if program.process.poll() is None:
            program.end()
