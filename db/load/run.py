"""One load from first byte to last: find the files, stage them, ask the rules, merge what is right, and log it."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audit import Deed, audit
from db.facts import NOUNS, table_of
from db.load.adapters.outside import Line, Spoken
from db.load.completion import complete, number_keys
from db.load.delimited import opened, rows_of
from db.load.files import Files, NounFile, OutsideFile
from db.load.overlaps import find_overlaps
from db.load.picture import Picture
from db.load.problems import Problem, Problems
from db.load.refusals import find_what_rests_on_nothing, refusal
from db.load.report import LoadReport, NounReport, Progress, Step
from db.load.rules import Rules
from db.load.staging import Source, Stage, staged, wrong_width
from db.merge import Staged, Tally, compare, compare_volumes, merge, merge_volumes
from db.models import VolumeSum
from db.write import RevisionStamp, begin, hold

# A load joins whole files with whole tables; these last for its own transaction and connection only.
_SETTINGS = ("SET temp_buffers = '64MB'", "SET LOCAL work_mem = '64MB'", "SET LOCAL jit = off")


@dataclass(slots=True)
class Run:
    """A load into the register at `connection`, whose transaction the caller ends."""

    connection: AsyncConnection
    actor: str
    progress: Progress | None
    day: date
    problems: Problems = field(default_factory=Problems)
    stages: list[Stage] = field(default_factory=list)

    async def load(self, paths: Sequence[Path], *, dry_run: bool) -> LoadReport:
        """Load the files; raises `LoadRefused` when anything at all is wrong with them."""
        for setting in _SETTINGS:
            await self.connection.exec_driver_sql(setting)
        files = Files(self.problems)
        for path in paths:
            files.look_into(path)
        every_file_is_there = not self.problems
        await self._stage(files)
        if every_file_is_there:
            await self._ask_rules()
        self.problems.refuse_if_any()
        tallies = [await _compare(self.connection, stage) for stage in self.stages]
        stamp = await self._merge(paths, tallies) if any(tally.changes_something for tally in tallies) else None
        return LoadReport(self._by_noun(tallies), stamp and stamp.number, dry_run, (*files.notes, *self._notes()))

    @property
    def tables(self) -> set[str]:
        """What a load may have written to: nouns with their identities, volumes with their sums."""
        layouts = [stage.layout for stage in self.stages]
        beside = {each.identity if each.keyed else table_of(VolumeSum).name for each in layouts}
        return beside | {each.table.name for each in layouts}

    async def _stage(self, files: Files) -> None:
        """Files in the register's own format first: an outside file may refer to what they hold."""
        for file in files.found:
            if isinstance(file, NounFile):
                await self._stage_file(file)
        await hold(self.connection)
        await number_keys(self.connection, self.stages)
        picture = Picture(self.connection, self.day, self.problems)
        for file in files.found:
            if not isinstance(file, NounFile):
                entries = self._entries(file) if isinstance(file, OutsideFile) else file.entries
                reference = file.table.reference if isinstance(file, OutsideFile) else file.reference
                await picture.add(file.label, reference, entries)
        files.notes += picture.notes
        for source in picture.sources():
            await self._stage_source(source, lambda _: None)

    async def _stage_file(self, file: NounFile) -> None:
        with opened(file.path, file.header.encoding) as text:
            rows = rows_of(text, file.label, file.header.delimiter)
            next(rows)  # the header
            source = Source(file.label, file.layout, file.header.columns, rows, file.origin)
            await self._stage_source(source, self._ticker(file, lambda: os.lseek(text.fileno(), 0, os.SEEK_CUR)))

    async def _stage_source(self, source: Source, tick: Callable[[int], None]) -> None:
        name = f"stage_{len(self.stages)}"
        self.stages.append(await staged(self.connection, source, name, self.problems, tick))

    def _ticker(self, file: NounFile, read: Callable[[], int]) -> Callable[[int], None]:
        size, begun = file.path.stat().st_size, time.monotonic()

        def tick(rows: int) -> None:
            if self.progress:
                seconds = time.monotonic() - begun
                self.progress(Step("reading", file.label, rows, read(), size, seconds))

        return tick

    def _entries(self, file: OutsideFile) -> list[Spoken]:
        lines: list[Line] = []
        with opened(file.path, file.header.encoding) as text:
            rows = rows_of(text, file.label, file.header.delimiter)
            next(rows)  # the header
            for row in rows:
                if isinstance(row, Problem):
                    self.problems.add(row)
                elif len(row.cells) != len(file.header.columns):
                    self.problems.add(wrong_width(file.label, row, len(file.header.columns)))
                else:
                    lines.append(Line(row.line, dict(zip(file.header.columns, row.cells, strict=True))))
        return file.table.read(lines)

    async def _ask_rules(self) -> None:
        self._tell("checking")
        await complete(self.connection, self.stages)
        await Rules(self.connection, self.problems).ask(self.stages)
        await find_overlaps(self.connection, self.stages, self.problems)

    async def _merge(self, paths: Sequence[Path], tallies: Sequence[Tally]) -> RevisionStamp:
        self._tell("writing")
        stamp = await begin(self.connection)
        try:
            # The savepoint keeps the staged rows, by which a refusal of the database is traced to its row.
            async with self.connection.begin_nested():
                for stage in _described_first(self.stages, tallies):
                    await _merge(self.connection, stamp, stage)
                await find_what_rests_on_nothing(self.connection, self.stages, self.problems)
                self.problems.refuse_if_any()
                await self.connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        except DBAPIError as error:
            self.problems.add(await refusal(self.connection, error, self.stages))
            self.problems.refuse_if_any()
        await audit(self.connection, self._deed(paths, tallies), stamp)
        return stamp

    def _deed(self, paths: Sequence[Path], tallies: Sequence[Tally]) -> Deed:
        after = {told.noun: {"added": told.added, "corrected": told.corrected} for told in self._by_noun(tallies)}
        return Deed(self.actor, "admin", "load", named(paths), after=after)

    def _by_noun(self, tallies: Sequence[Tally]) -> tuple[NounReport, ...]:
        told: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for stage, tally in zip(self.stages, tallies, strict=True):
            entries = stage.source.entries
            numbers = (stage.rows_read if entries is None else entries, *tally)
            sums = told[stage.layout.plural]
            told[stage.layout.plural] = [a + b for a, b in zip(sums, numbers, strict=True)]
        return tuple(NounReport(noun, *numbers) for noun, numbers in told.items())

    def _notes(self) -> list[str]:
        return [f"{stage.label} has a header and no rows." for stage in self.stages if stage.rows_read == 0]

    def _tell(self, doing: str) -> None:
        if self.progress:
            rows = sum(stage.rows_read for stage in self.stages)
            self.progress(Step(doing, ", ".join(stage.label for stage in self.stages), rows, 0, 0, 0.0))


def named(paths: Sequence[Path]) -> str:
    """What the log calls the files of a load."""
    return ", ".join(path.name for path in paths)


async def _compare(connection: AsyncConnection, stage: Stage) -> Tally:
    return await (compare if stage.layout.keyed else compare_volumes)(connection, _for_merge(stage))


def _described_first(stages: Sequence[Stage], tallies: Sequence[Tally]) -> list[Stage]:
    """What changes something: nouns, then volumes, which the database sums by what it knows of their actors."""
    changed = [stage for stage, tally in zip(stages, tallies, strict=True) if tally.changes_something]
    return sorted(changed, key=lambda stage: not stage.layout.keyed)


async def _merge(connection: AsyncConnection, stamp: RevisionStamp, stage: Stage) -> None:
    await (merge if stage.layout.keyed else merge_volumes)(connection, stamp, _for_merge(stage))


def _for_merge(stage: Stage) -> Staged:
    table = stage.layout.table.name
    open_to_all = table in NOUNS and not NOUNS[table].noun.withheld
    return Staged(stage.name, table, stage.layout.stored, open_to_all)
