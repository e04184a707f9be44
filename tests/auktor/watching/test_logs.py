"""The log tells of each event in one line, with the id of its request and without what was secret in it."""

import json
import logging
from collections.abc import Generator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from auktor.asgi import create_app
from auktor.settings import Settings
from auktor.watching import seen
from auktor.watching.logs import JsonLines, Lines, begin_logging
from db.engine import Database


class Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def kept() -> Generator[Kept, None, None]:
    kept, root = Kept(), logging.getLogger()
    level = root.level
    root.addHandler(kept)
    root.setLevel(logging.INFO)
    yield kept
    root.removeHandler(kept)
    root.setLevel(level)


async def test_in_production_each_request_is_one_line_without_tokens_and_variables(
    kept: Kept, register_database: str, tmp_path: Path
) -> None:
    app = create_app(Settings(home=tmp_path, mode="production"), register_database)  # type: ignore[arg-type]
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    question = {"query": "query($n: String!) { search(text: $n) { totalCount } }", "variables": {"n": "hemligt"}}
    base = "http://register.test"
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url=base) as client:
        await client.post("/graphql", json=question, headers={"x-request-id": "r-1"})
        await client.post("/graphql", json=question, headers={"authorization": "Bearer hemligt", "x-request-id": "r-2"})
    told = [event for event in map(json.loads, kept.lines) if event["logger"] == "auktor.requests"]
    assert [(each["request"], each["document"], each["status"]) for each in told] == [
        ("r-1", "other", 200),
        ("r-2", "none", 401),
    ]
    assert [each["level"] for each in told] == ["info", "info"]
    assert "hemligt" not in "".join(kept.lines)


async def test_a_statement_that_fails_is_told_of_without_its_values(fresh_database: str) -> None:
    database = Database(fresh_database)
    with pytest.raises(DBAPIError) as caught:
        async with database.reading() as connection:
            await connection.execute(text("SELECT nosuch FROM revision WHERE :secret = 'x'"), {"secret": "hemligt"})
    await database.close()
    assert "hemligt" not in str(caught.value)


def test_an_error_is_in_the_same_line(kept: Kept) -> None:
    seen.begin("r-3")
    logging.getLogger("auktor").error("Reference %s: a page failed", "abc", exc_info=ValueError("broken"))
    event = json.loads(kept.lines[-1])
    assert (event["request"], event["message"], event["level"]) == ("r-3", "Reference abc: a page failed", "error")
    assert "ValueError: broken" in event["error"]


def test_in_development_a_line_is_text_with_the_id_of_its_request() -> None:
    seen.begin("r-4")
    record = logging.LogRecord("auktor", logging.WARNING, "", 0, "Port %s is odd.", (1,), None)
    assert Lines().format(record) == "WARNING [r-4] Port 1 is odd."


@pytest.mark.parametrize(("mode", "formatter"), [("development", Lines), ("production", JsonLines)])
def test_logging_begins_once_however_often_it_is_asked(
    mode: str, formatter: type[logging.Formatter], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    logging.basicConfig()  # as the command line does before it knows the settings
    level = root.level
    for _ in range(2):
        begin_logging(Settings(mode=mode))  # type: ignore[arg-type]
    root.setLevel(level)
    assert [type(each.formatter) for each in root.handlers] == [formatter]
