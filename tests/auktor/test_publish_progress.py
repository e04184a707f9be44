"""How far `auktor publish` has come is told, and who interrupts it is told what stands."""

import io
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auktor.commands.published import Shown
from publish import build
from publish.folder import OpenDataFolder
from publish.release import as_parquet
from tests.auktor.test_cli import GIVEN, Run, run

__all__ = ["run"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told_to(stream: io.StringIO) -> str:
    shown = Shown(stream)
    for step in (("suppliers", 0), ("suppliers", 12_000, 9_340_000), ("register.sqlite", 10_000), ("entry", 0)):
        shown(*step)
    assert not shown.entered
    shown("edition", 0)
    assert shown.entered
    shown.end()
    return stream.getvalue()


def test_a_log_gets_a_line_for_each_file_when_it_is_done() -> None:
    assert told_to(io.StringIO()).splitlines() == [
        "suppliers.csv, suppliers.ndjson: 12,000 rows, 9.3 MB",
        "register.sqlite: 10,000 rows",
        "entering the edition in the register",
    ]


def test_a_terminal_has_one_line_that_moves_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auktor.commands.published._SECONDS_BETWEEN", -1)
    said = told_to(Terminal())
    assert "\n" not in said
    assert "\r\x1b[Ksuppliers.csv, suppliers.ndjson: 12,000 rows, 9.3 MB\r" in said
    assert said.endswith("\r\x1b[K")


@pytest.fixture
def opendata(monkeypatch: pytest.MonkeyPatch, fresh_database: str, tmp_path: Path) -> Path:
    """A folder for editions of an empty register."""
    monkeypatch.setenv(GIVEN, fresh_database.replace("+asyncpg", ""))
    monkeypatch.setenv("AUKTOR_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(as_parquet, "available", lambda: False)
    return tmp_path / "out"


def interrupts(then: Callable[..., Any]) -> Callable[..., Any]:
    def interrupted(*given: Any) -> Any:  # noqa: ANN401 -- whatever `then` takes and gives
        os.kill(os.getpid(), signal.SIGINT)
        return then(*given)

    return interrupted


def test_an_interruption_amid_a_file_leaves_nothing_and_the_next_run_publishes(
    run: Run, opendata: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(build, "write_sqlite", interrupts(build.write_sqlite))
        status, said, complaint = run("publish", "--to", str(opendata), "--quiet")
    assert (status, said, complaint) == (
        130,
        "",
        "Interrupted. What was published stands as it was, and nothing of a new edition is left behind.\n",
    )
    assert sorted(path.name for path in opendata.iterdir()) == [".lock", "editions", "jwks.json"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert run("publish", "--to", str(opendata), "--quiet")[1].startswith("Published edition 1 ")


def test_an_interruption_after_the_entry_says_that_the_edition_will_appear(
    run: Run, opendata: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(OpenDataFolder, "place", interrupts(OpenDataFolder.place))
        status, _, complaint = run("publish", "--to", str(opendata))
    assert status == 130
    assert complaint.splitlines()[-1].startswith("Interrupted after the register had entered the edition")
    assert "suppliers.csv, suppliers.ndjson" in complaint.splitlines()
    assert run("publish", "--to", str(opendata))[1] == "Nothing changed: edition 1 stays the newest.\n"
    assert (opendata / "editions" / "000001" / "manifest.json").exists()
