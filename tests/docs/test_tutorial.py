"""The tutorial, lived through from top to bottom on a register of its own."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.engine import Database
from schema.schema import context_for, execute
from tests.docs.pages import ROOT, Block, blocks
from tests.shared import SHARED

PAGE = ROOT / "docs" / "tutorial.md"


class Reader:
    """Somebody who follows the page: keeps the variables it tells them to set, and runs what it tells them to run."""

    def __init__(self, database_url: str) -> None:
        self.database_url = database_url
        self.variables = {"DATA": str(SHARED / "data")}

    def type(self, command: str) -> str:
        """What a command of the page prints."""
        if command.startswith("BEFORE="):
            self.variables["BEFORE"] = datetime.now(UTC).isoformat()
            return ""
        words = re.sub(r"\$(\w+)", lambda found: self.variables[found[1]], command).split()
        environment = os.environ | {"AUKTOR_DATABASE_URL": self.database_url}
        program = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
        done = subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return done.stdout + done.stderr

    async def ask(self, query: str) -> object:
        """The answer to a query of the page."""
        database = Database(self.database_url)
        variables = {"before": self.variables["BEFORE"]} if "$before" in query else None
        try:
            result = await execute(query, context_for(database), variables)
        finally:
            await database.close()
        assert result.errors is None
        return {"data": result.data}


def printed(block: Block) -> list[tuple[str, str]]:
    """The commands of a console block, each with what the page says it prints."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


def as_pattern(output: str) -> str:
    """What is printed, with `…` standing for any lines."""
    return "".join(r"(?:.*\n)*" if line == "…\n" else re.escape(line) for line in output.splitlines(keepends=True))


async def test_the_tutorial_can_be_followed_from_top_to_bottom(fresh_register: str) -> None:
    reader, page = Reader(fresh_register), blocks(PAGE)
    for place, block in enumerate(page):
        if block.kind == "console" and (block.note != "shared" or (SHARED / "data").exists()):
            for command, output in printed(block):
                assert re.fullmatch(as_pattern(output), reader.type(command)), f"line {block.line}: {command}"
        if block.kind == "graphql":
            assert await reader.ask(block.text) == json.loads(page[place + 1].text), f"line {block.line}"


def test_every_question_of_the_tutorial_has_its_answer() -> None:
    kinds = [block.kind for block in blocks(PAGE)]
    assert kinds.count("graphql") == kinds.count("json") == 5
    if not (SHARED / "data").exists():
        pytest.skip("the real lists are not beside this checkout: their part of the tutorial was passed over")
