"""Every command explains itself, and ends with a status and words, never with a traceback."""

import asyncio
import getpass
from collections.abc import Callable
from pathlib import Path

import asyncpg
import click
import pytest
from sqlalchemy import make_url

from auktor import cli
from auktor.cli import Commands
from auktor.core.errors import Refused
from auktor.preparing import is_empty
from tests.clusters import Server

GIVEN = "AUKTOR_DATABASE_URL"
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/nothing"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str) -> tuple[int, str, str]:
        status = cli.run(list(words))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.mark.parametrize("name", Commands.NAMES)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    status, said, _ = run(name, "--help")
    assert status == 0
    assert f"auktor {name}" in said.split("Example: ")[1]


def test_the_commands_are_listed_in_the_order_one_meets_them(run: Run) -> None:
    _, said, _ = run("--help")
    lines = said.split("Commands:")[1].split("Example:")[0].strip().splitlines()
    assert [line.split()[0] for line in lines] == list(Commands.NAMES)


def test_a_question_is_explained_by_its_statements(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "question.graphql"
    file.write_text("{ suppliers(first: 5) { totalCount nodes { name services { nodes { name } } } } }")
    status, said, _ = run("explain", str(file))
    assert status == 0
    assert said.splitlines()[1:] == [
        "query: 3 statements",
        "  1  suppliers(first: 5), counted",
        "  2  suppliers(first: 5) → Supplier  reads name, id",
        "  3    services by id → Service  reads name",
    ]


def test_a_question_is_explained_with_what_it_costs(
    run: Run, tmp_path: Path, register_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUKTOR_DATABASE_URL", register_database)
    file = tmp_path / "question.graphql"
    file.write_text("{ suppliers(first: 2) { nodes { name } } }")
    status, said, _ = run("explain", "--cost", str(file))
    assert status == 0
    assert said.splitlines()[3] == "run now: 1 statement"
    assert said.splitlines()[4].split()[:4] == ["1", "3", "rows", "cost"]


def test_a_question_that_cannot_be_asked_is_not_explained(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "question.graphql"
    file.write_text("{ nosuch }")
    status, _, complaint = run("explain", str(file))
    assert status == 1
    assert "CANNOT_BE_ASKED" in complaint
    assert "nosuch" in complaint


@pytest.mark.parametrize(
    "words",
    [
        ["nosuch"],
        ["load"],
        ["load", "/nowhere/at/all.csv"],
        ["serve", "--port", "99999"],
        ["serve", "--nosuch"],
        ["publish", "--as-of", "tomorrow"],
        ["verify"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_how_to_ask(run: Run, words: list[str]) -> None:
    status, said, complaint = run(*words)
    assert (status, said) == (2, "")
    assert "--help" in complaint


@pytest.mark.parametrize(
    "words", [["serve"], ["migrate"], ["load", "data/register"], ["publish"]], ids=lambda words: words[0]
)
def test_a_database_that_is_gone_ends_a_command_with_1(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], unused_port: str
) -> None:
    monkeypatch.setenv(GIVEN, NO_DATABASE)
    monkeypatch.setenv("AUKTOR_PORT", unused_port)
    status, _, complaint = run(*words)
    assert status == 1
    assert complaint.startswith("DATABASE_GONE: ")
    assert "Traceback" not in complaint


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"username": "nobody"}, 'role "nobody" does not exist'),
        ({"database": "nothing"}, 'database "nothing" does not exist'),
    ],
    ids=["user", "database"],
)
def test_a_database_that_refuses_is_told_in_its_own_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, postgres: Server, wrong: dict[str, str], told: str
) -> None:
    url = make_url(postgres.url).set(**wrong)  # type: ignore[arg-type]
    monkeypatch.setenv(GIVEN, url.render_as_string(hide_password=False))
    status, _, complaint = run("publish")
    assert status == 1
    assert complaint == (
        f"DATABASE_REFUSED: PostgreSQL says: {told}. The database refuses the connection. "
        "Correct user, password and database in AUKTOR_DATABASE_URL.\n"
    )


def test_a_user_without_rights_is_told_what_it_lacks(
    run: Run, monkeypatch: pytest.MonkeyPatch, fresh_database: str
) -> None:
    name = f"reader_{make_url(fresh_database).database}"
    asyncio.run(_value(fresh_database, f'CREATE ROLE "{name}" LOGIN'))
    monkeypatch.setenv(GIVEN, make_url(fresh_database).set(username=name).render_as_string(hide_password=False))
    status, _, complaint = run("publish")
    asyncio.run(_value(fresh_database, f'DROP ROLE "{name}"'))
    assert status == 1
    assert complaint == (
        "DATABASE_REFUSED: PostgreSQL says: permission denied for table alembic_version. The user in "
        "AUKTOR_DATABASE_URL must own the database and all in it. Name the user that migrated it, or make this one the "
        "owner.\n"
    )


@pytest.fixture
def unused_port() -> str:
    from tests.auktor.program import free_port  # noqa: PLC0415 -- only this fixture needs it

    return str(free_port())


def test_a_wrong_setting_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUKTOR_PORT", "abc")
    status, _, complaint = run("serve")
    assert status == 2
    assert complaint.startswith("BAD_SETTING: AUKTOR_PORT is 'abc'")


def test_files_are_loaded_into_a_given_database(run: Run, monkeypatch: pytest.MonkeyPatch, fresh_database: str) -> None:
    monkeypatch.setenv(GIVEN, fresh_database.replace("+asyncpg", ""))
    status, dry, _ = run("load", "--dry-run", "data/register")
    assert (status, dry.splitlines()[-1]) == (0, "Dry run: this would be revision 1. Nothing was kept.")
    status, first, _ = run("load", "data/register")
    assert (status, first.splitlines()[-1]) == (0, "Recorded as revision 1.")
    status, again, _ = run("load", "data/register")
    assert (status, again.splitlines()[-1]) == (0, "The register already holds all of this: nothing changes.")


def test_a_list_is_loaded_as_of_a_day(
    run: Run, monkeypatch: pytest.MonkeyPatch, fresh_database: str, tmp_path: Path
) -> None:
    list_of_one = "kommunkod,name,lankod,orgnr,orgnr_formatted,orgnr_status\n0114,Upplands Väsby kommun,01,,,unknown\n"
    (tmp_path / "kommuner.csv").write_text(list_of_one, "utf-8")
    monkeypatch.setenv(GIVEN, fresh_database.replace("+asyncpg", ""))
    assert run("load", "--on", "2024-03-01", str(tmp_path / "kommuner.csv"))[0] == 0
    assert asyncio.run(_value(fresh_database, "SELECT valid_from::text FROM public_actor")) == "2024-03-01"


def test_a_bad_file_is_refused_with_its_row_and_a_remedy(
    run: Run, monkeypatch: pytest.MonkeyPatch, fresh_database: str, tmp_path: Path
) -> None:
    (tmp_path / "suppliers.csv").write_text("key,name,organisation_number\nx,X AB,202100-6884\n", "utf-8")
    monkeypatch.setenv(GIVEN, fresh_database.replace("+asyncpg", ""))
    assert run("load", "--dry-run", str(tmp_path / "suppliers.csv"))[0] == 1
    assert asyncio.run(_value(fresh_database, "SELECT count(*) FROM audit_entry")) == 0
    status, said, complaint = run("load", str(tmp_path / "suppliers.csv"))
    assert (status, said) == (1, "")
    assert complaint.startswith("LOAD_REFUSED: ")
    assert "202100-6884" in complaint
    logged = asyncio.run(_value(fresh_database, "SELECT deed || ' ' || subject || ' ' || refused FROM audit_entry"))
    assert logged == "load suppliers.csv LOAD_REFUSED"
    assert asyncio.run(is_empty(fresh_database))


def test_an_edition_is_published_and_verified_with_the_key_it_names(
    run: Run, monkeypatch: pytest.MonkeyPatch, fresh_database: str, tmp_path: Path
) -> None:
    monkeypatch.setenv(GIVEN, fresh_database.replace("+asyncpg", ""))
    monkeypatch.setenv("AUKTOR_HOME", str(tmp_path / "home"))
    folder = tmp_path / "out"
    status, said, _ = run("publish", "--to", str(folder))
    assert (status, said.splitlines()[0]) == (0, f"Published edition 1 into {folder}/editions/000001")
    assert run("publish", "--to", str(folder))[1] == "Nothing changed: edition 1 stays the newest.\n"
    by = asyncio.run(publishers(fresh_database))
    assert by == [(f"auktor publish ({getpass.getuser()})", "admin")]
    status, said, _ = run("verify", str(folder), "--trust", str(folder / "jwks.json"))
    assert status == 0
    assert "signed by" in said
    (folder / "editions" / "000001" / "suppliers.csv").chmod(0o644)
    (folder / "editions" / "000001" / "suppliers.csv").write_bytes(b"changed")
    status, _, complaint = run("verify", str(folder))
    assert (status, complaint.split(":")[0]) == (1, "NOT_VERIFIED")


async def publishers(url: str) -> list[tuple[str, str]]:
    """Who published, and in what role, as the audit log has it."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    found = await connection.fetch("SELECT actor, role FROM audit_entry WHERE deed = 'publish_edition'")
    await connection.close()
    return [(row["actor"], row["role"]) for row in found]


def test_what_is_written_from_the_model_is_up_to_date(run: Run) -> None:
    status, said, complaint = run("generate", "--check")
    assert (status, complaint) == (0, "")
    assert "schema/schema.graphql" in said


def test_the_schema_is_printed(run: Run) -> None:
    assert "\ntype Query" in run("schema")[1]


class _Fails(Refused):
    code = "FAILS"


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (_Fails("It fails. Do otherwise."), 1, "FAILS: It fails. Do otherwise.\n"),
        (KeyboardInterrupt(), 130, "Interrupted. What was not finished is undone.\n"),
        (ValueError("deep inside"), 1, "FAULT: the program failed (builtins.ValueError: deep inside)."),
    ],
    ids=["refused", "interrupted", "fault"],
)
def test_however_a_command_fails_it_ends_in_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, raised: BaseException, status: int, said: str
) -> None:
    def fails() -> None:
        raise raised

    monkeypatch.setattr(Commands, "get_command", lambda *_: click.Command("any", callback=fails))
    ended, _, complaint = run("any")
    assert ended == status
    assert complaint.strip().startswith(said.strip())
    assert "Traceback" not in complaint


async def _value(url: str, question: str) -> object:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()
