"""What outside files make of the register on a day: each speaks of an object as it is then, not of its history.

Where an entry and the register agree nothing changes; where they differ, the description that holds on the day ends
there and a new one begins. The result is stated like the rows of any other file, and merged with them.
"""

# ruff: noqa: S608 -- names come from the declared tables, values are always parameters

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.errors import Refused
from auktor.core.vocabulary import ProvenanceKind
from db.load.adapters import RULE, assessment_key
from db.load.adapters.outside import Spoken
from db.load.delimited import Row
from db.load.layout import Layout, layouts
from db.load.matching import matched, name_key
from db.load.problems import Problem, Problems, problem_with_cell
from db.load.staging import Origin, Source

Version = dict[str, str | None]

_ACTORS = "public_actors"
_ASSESSMENTS = "obligation_assessments"
_CODES = ("organisation_number", "municipality_code")
_TOLD_IN_ROWS = Origin(None, None, None)


class Speaker(NamedTuple):
    """Who says something: the file, the line, and the reference its facts get."""

    label: str
    line: int
    reference: str


class Statement(NamedTuple):
    """All versions of one object, in order, as they shall be, and who spoke of it last."""

    speaker: Speaker
    versions: list[Version]


class Picture:
    """What the outside files of one load have said so far, by noun and key."""

    def __init__(self, connection: AsyncConnection, day: date, problems: Problems) -> None:
        self._connection = connection
        self._day = day.isoformat()
        self._problems = problems
        self._said: dict[str, dict[str, Statement]] = {_ACTORS: {}, _ASSESSMENTS: {}}
        self.notes: list[str] = []
        self._entries: Counter[tuple[str, str]] = Counter()

    async def add(self, label: str, reference: str, entries: Sequence[Spoken]) -> None:
        """Take in what one file says, after what the files before it said."""
        right = [entry for entry in entries if self._is_right(label, entry)]
        self._find_repeats(label, right)
        known = await self._known_actors(right)
        found = matched([entry.cells for entry in right], {key: self._on_day(held) for key, held in known.items()})
        assessed: dict[str, Spoken] = {}
        for entry, keys in zip(right, found, strict=True):
            if len(keys) > 1:
                reason = f"The register has several actors of this name: {', '.join(sorted(keys))}"
                remedy = "Give the organisation number that tells them apart"
                self._problems.add(Problem(label, reason, remedy, entry.line, "name", entry.cells["name"]))
            elif not keys or self._is_news(label, entry, known[keys[0]]):
                key = keys[0] if keys else await self._free(entry.key)
                self._describe(_ACTORS, key, known.get(key, []), entry.cells, Speaker(label, entry.line, reference))
                if entry.assessment:
                    assessed[key] = entry
        self._entries[_ACTORS, label] += len(entries)
        self._entries[_ASSESSMENTS, label] += sum(entry.assessment is not None for entry in entries)
        await self._assess(label, reference, assessed)

    def sources(self) -> Iterator[Source]:
        """What is to be staged: one source a noun and file, with every column."""
        for plural, statements in self._said.items():
            layout = layouts()[plural]
            header = ["key", *layout.columns]
            for label in dict.fromkeys(statement.speaker.label for statement in statements.values()):
                said = {key: each for key, each in statements.items() if each.speaker.label == label}
                rows = [row for key, statement in said.items() for row in _rows(layout, key, statement)]
                yield Source(label, layout, header, rows, _TOLD_IN_ROWS, entries=self._entries[plural, label])

    def _is_right(self, label: str, entry: Spoken) -> bool:
        """Whether every cell of the entry is right; canonical forms take the place of what the file has."""
        columns = layouts()[_ACTORS].columns
        right = True
        for name, text in entry.cells.items():
            try:
                entry.cells[name] = columns[name].check(text) if text.strip() else ""
            except Refused as error:
                self._problems.add(problem_with_cell(label, entry.line, name, text, error))
                right = False
        if right and not entry.key:
            self._problems.add(Problem(label, "The entry has no name", "Give the name", entry.line, "name"))
        return right and bool(entry.key)

    def _is_news(self, label: str, entry: Spoken, held: Sequence[Version]) -> bool:
        """Whether the entry is not older than the register; one that is, is noted."""
        outdated = self._outdated(entry, held)
        if outdated:
            self.notes.append(f"{label}, line {entry.line}: {outdated}, so the entry is older and was left aside.")
        return outdated is None

    def _outdated(self, entry: Spoken, held: Sequence[Version]) -> str | None:
        """Why the register knows better: the actor has another name by now, or has ended; None where it does not."""
        on_day = self._on_day(held)
        former = {name_key(version) for version in held if str(version["valid_from"]) < str(on_day["valid_from"])}
        if name_key(entry.cells) in former - {name_key(on_day)}:
            return f"{entry.cells['name']} bears the name {on_day['name']} since {on_day['valid_from']}"
        ended_on = on_day.get("ended_on")
        if ended_on and ended_on <= self._day and not entry.cells.get("ended_on"):
            return f"{on_day['name']} ended on {ended_on}"
        return None

    def _find_repeats(self, label: str, entries: Sequence[Spoken]) -> None:
        first: dict[tuple[str, ...], int] = {}
        for entry in entries:
            code = entry.cells.get("municipality_code", "")
            same = (code,) if code else (name_key(entry.cells), entry.cells["organisation_number"])
            line = first.setdefault(same, entry.line)
            if line != entry.line:
                reason = f"The entry speaks of the same actor as line {line}"
                self._problems.add(Problem(label, reason, "Keep one of the two", entry.line))

    async def _known_actors(self, entries: Sequence[Spoken]) -> dict[str, list[Version]]:
        """The actors any entry may speak of, as the register holds them or as files before this one described them."""
        condition = (
            "t.organisation_number = ANY($1::text[]) OR t.municipality_code = ANY($2::text[]) "
            "OR lower(t.name) = ANY($3::text[]) OR i.key = ANY($4::text[])"
        )
        cells = [entry.cells for entry in entries]
        numbers, codes = ([*{each[code] for each in cells if each.get(code)}] for code in _CODES)
        names = [each["name"].lower() for each in cells]
        found = await self._held(layouts()[_ACTORS], condition, (numbers, codes, names, [each.key for each in entries]))
        return found | {key: said.versions for key, said in self._said[_ACTORS].items()}

    async def _held(self, layout: Layout, condition: str, values: tuple[object, ...]) -> dict[str, list[Version]]:
        """What the register now holds of the objects one of whose versions meets `condition`, all as text, by key."""
        columns = [
            f"(SELECT l.key FROM {column.target}_identity AS l WHERE l.id = t.{column.stored}) AS {column.name}"
            if column.is_link
            else f"t.{column.stored}::text"
            for column in layout.columns.values()
        ]
        among = f"SELECT t.id FROM {layout.table.name} AS t JOIN {layout.identity} AS i ON i.id = t.id"
        result = await self._connection.exec_driver_sql(
            f"SELECT i.key, {', '.join(columns)} FROM {layout.table.name} AS t "
            f"JOIN {layout.identity} AS i ON i.id = t.id "
            f"WHERE t.recorded_to IS NULL AND t.id IN ({among} WHERE t.recorded_to IS NULL AND ({condition})) "
            "ORDER BY t.valid_from",
            values,
        )
        found: dict[str, list[Version]] = {}
        for row in result.mappings():
            version: Version = {str(name): text for name, text in row.items() if name != "key"}
            found.setdefault(str(row["key"]), []).append(version)
        return found

    async def _free(self, wanted: str) -> str:
        """A key no object has: the one wanted, else with the first number that makes it new."""
        key, number = wanted, 1
        while key in self._said[_ACTORS] or await self._is_key("public_actor", key):
            number += 1
            key = f"{wanted}-{number}"
        return key

    async def _assess(self, label: str, reference: str, assessed: Mapping[str, Spoken]) -> None:
        """State how the obligation of each actor was read, in the assessment the register has of it or a new one."""
        if not assessed or not await self._has_rule(label):
            return
        layout = layouts()[_ASSESSMENTS]
        of_rule = (
            "t.rule_id = (SELECT r.id FROM obligation_rule_identity AS r WHERE r.key = $2::text) "
            "AND t.actor_id IN (SELECT a.id FROM public_actor_identity AS a WHERE a.key = ANY($1::text[]))"
        )
        held = await self._held(layout, of_rule, ([*assessed], RULE))
        key_of = {versions[0]["actor"]: key for key, versions in held.items()}
        held |= {key: said.versions for key, said in self._said[_ASSESSMENTS].items()}
        for actor, entry in assessed.items():
            key = key_of.get(actor) or assessment_key(actor)
            cells = entry.assessment(actor) if entry.assessment else {}
            self._describe(_ASSESSMENTS, key, held.get(key, []), cells, Speaker(label, entry.line, reference))

    async def _has_rule(self, label: str) -> bool:
        known = await self._is_key("obligation_rule", RULE)
        if not known:
            reason = f"The file says how the obligation rule {RULE} is read, and the register does not hold that rule"
            self._problems.add(Problem(label, reason, "Load the bundled register first"))
        return known

    async def _is_key(self, table: str, key: str) -> bool:
        found = await self._connection.exec_driver_sql(f"SELECT id FROM {table}_identity WHERE key = $1", (key,))
        return found.first() is not None

    def _describe(self, plural: str, key: str, held: list[Version], cells: Mapping[str, str], speaker: Speaker) -> None:
        on_day = self._on_day(held)
        news = {name: text for name, text in cells.items() if text and not _agree(name, on_day.get(name), text)}
        versions = self._described_anew(held, {**on_day, **news}, speaker.reference) if news else held
        self._said[plural][key] = Statement(speaker, versions)

    def _on_day(self, held: Sequence[Version]) -> Version:
        """The version that holds on the day, else the first one; nothing for an object that is new."""
        begun = [version for version in held if str(version["valid_from"]) <= self._day]
        nothing: Version = {}
        return begun[-1] if begun else next(iter(held), nothing)

    def _described_anew(self, held: Sequence[Version], version: Version, reference: str) -> list[Version]:
        """The versions with another one from the day on; one that begins on the very day is replaced."""
        origin = {"provenance": str(ProvenanceKind.REPORTED), "reference": reference, "valid_from": self._day}
        others = [each for each in held if each["valid_from"] != self._day]
        return sorted([*others, {**version, **origin}], key=lambda each: str(each["valid_from"]))


def _rows(layout: Layout, key: str, statement: Statement) -> Iterator[Row]:
    """The versions as rows of a file; until when each holds follows from the next."""
    for version in statement.versions:
        told = {**version, "valid_to": None}
        yield Row(statement.speaker.line, [key, *(told.get(name) or "" for name in layout.columns)])


def _agree(name: str, held: str | None, told: str) -> bool:
    """Whether a fact is the same as told: a name in other letters' case is, and so is a day within the year told."""
    if held is None:
        return False
    if name == "name":
        return held.casefold() == told.casefold() and (told.isupper() or not held.isupper())
    if name == "ended_on":
        last_year = int(held[:4]) - held.endswith("-01-01")
        return last_year + 1 == int(told[:4])
    return held == told
