"""What docs/use-the-data.md says to type is typed here, against a small edition; what cannot be run is read."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from publish.tables import SUPPLIERS
from tests.publish.reading import files_of

PAGE = (Path(__file__).parents[2] / "docs" / "use-the-data.md").read_text("utf-8")
LATEST = "http://127.0.0.1:8000/opendata/latest/"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_duckdb_answers_the_questions_as_they_stand(edition: Path) -> None:
    with duckdb.connect() as connection:
        first, second = (connection.sql(each.replace(LATEST, f"{edition}/")).fetchall() for each in blocks("sql"))
    assert first == [("DIGITAL_POST", 1), ("E_IDENTIFICATION", 2)]
    assert second == [("Alfa AB, Åmål", "alfa-one", "tillitsnivå 3"), ("Beta AB", "beta-one", "tillitsnivå 2")]


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        (0, "{'DIGITAL_POST': 1, 'E_IDENTIFICATION': 2}\n"),
        (1, "2\n"),
        (
            2,
            (
                "Alfa AB, Åmål digital post 2026-02-01\nAlfa AB, Åmål elektronisk identifiering 2026-01-01\n"
                "Beta AB elektronisk identifiering 2026-01-01\n"
            ),
        ),
    ],
    ids=["pandas", "polars", "SPARQL"],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the readers' tools, not of ours
def test_python_prints_what_it_should(
    edition: Path, capsys: pytest.CaptureFixture[str], place: int, printed: str
) -> None:
    code = blocks("python")[place].replace(LATEST, f"{edition}/")
    exec(compile(code, "docs/use-the-data.md", "exec"), {})  # noqa: S102 -- the page's own snippet is what is tested
    assert capsys.readouterr().out == printed


def test_sqlite_answers_the_question_as_it_stands(edition: Path) -> None:
    (question,) = blocks("sqlite")
    with closing(sqlite3.connect(edition / "register.sqlite")) as database:
        assert database.execute(question).fetchall() == [
            ("alfa", "ansluten", "2026-01-01"),
            ("alfa", "ansluten", "2026-02-01"),
            ("beta", "ansluten", "2026-01-01"),
        ]


def test_every_address_on_the_page_is_a_file_of_the_edition(edition: Path) -> None:
    named = set(re.findall(r"/opendata/latest/([a-z.-]+[a-z])", PAGE))
    assert {"suppliers.xlsx", "suppliers.csv", "register.sqlite", "suppliers.ttl", "lote.json"} <= named
    assert named <= {file.path for file in files_of(edition)}


@pytest.mark.parametrize(
    ("kind", "columns"), [("powerquery", r'\{"(\w+)", type|\[(\w+)\] <>'), ("r", r"suppliers\$(\w+)")]
)
def test_what_cannot_be_run_here_names_columns_there_are(kind: str, columns: str) -> None:
    (snippet,) = blocks(kind)
    named = {name for found in re.findall(columns, snippet) for name in ([found] if isinstance(found, str) else found)}
    assert {"in_force_from", "provenance"} <= named
    assert named - {""} <= set(SUPPLIERS.names)
