"""A desk to load files from: a folder, a register, and questions to it."""

from datetime import date
from pathlib import Path

import asyncpg
import pytest

from db.load import LoadRefused, LoadReport, Problem, Progress, load


class Desk:
    """Files on one side, a register on the other."""

    def __init__(self, url: str, folder: Path, register: asyncpg.Connection) -> None:
        self.url = url
        self.folder = folder
        self._register = register

    def put(self, name: str, content: str | bytes) -> Path:
        """Write a file and give its path."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    async def load(
        self, *paths: Path, dry_run: bool = False, on: date | None = None, progress: Progress | None = None
    ) -> LoadReport:
        """Load files, and fail where they are refused."""
        return await load(self.url, paths, actor="desk", dry_run=dry_run, on=on, progress=progress)

    async def refused(self, *paths: Path, on: date | None = None) -> LoadRefused:
        """Load files that must be refused, and see that nothing of them was kept."""
        before = await self.ask("SELECT number FROM revision")
        with pytest.raises(LoadRefused) as refused:
            await self.load(*paths, on=on)
        assert await self.ask("SELECT number FROM revision") == before
        return refused.value

    async def problem(self, *paths: Path, on: date | None = None) -> Problem:
        """Load files that must be refused for exactly one reason."""
        refused = await self.refused(*paths, on=on)
        assert refused.count == 1, str(refused)
        return refused.problems[0]

    async def ask(self, sql: str) -> list[tuple[object, ...]]:
        """The rows a question gives."""
        return [tuple(row) for row in await self._register.fetch(sql)]

    async def one(self, sql: str) -> object:
        """The single value a question gives."""
        return await self._register.fetchval(sql)
