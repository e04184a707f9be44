"""What a deed works with while its transaction is open: reading the newest descriptions, adding, changing, telling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.errors import AlreadyRegistered, NotYours, OutOfOrder
from auktor.core.identifiers import key_from_name
from auktor.core.vocabulary import ProvenanceKind
from db.engine import rows
from db.facts import NOUNS, TWO_TIMES, Fact, table_of
from db.visibility import Viewer
from db.write import NotInRegister, RevisionStamp, VersionConflict, record

Held = Mapping[str, Any]
"""The newest description of an object: its columns and its key; links are numbers."""


class Changed(NamedTuple):
    """The object a deed answers with, and the day its new description begins."""

    model: type[Fact]
    key: str
    on: date


@dataclass
class Doing:
    """One deed under way. `on` is the day of the decision, where another prepared it; else the day of the request."""

    connection: AsyncConnection
    stamp: RevisionStamp
    deed: Deed
    viewer: Viewer
    on: date
    prepared_by: str | None = None
    expected_version: int | None = None
    before: dict[str, Any] = field(default_factory=dict[str, Any])
    after: dict[str, Any] = field(default_factory=dict[str, Any])

    async def held(self, model: type[Fact], key: str, path: str = "") -> Held:
        """The newest description of an object; where it is the one the deed changes, at the version expected.

        `NotInRegister` where there is none, `VersionConflict` where somebody recorded a newer one.
        """
        found = await self.all_held(model, _identity(model).c.key == key)
        if not found:
            noun = model.noun.en
            raise NotInRegister(f"The register holds no {noun} {key}. Check the id.", key=key, path=path)
        self._refuse_outdated(model, found[0])
        return found[0]

    async def all_held(self, model: type[Fact], *where: sa.ColumnElement[bool]) -> Sequence[Held]:
        """The newest description of every object that meets the conditions; the newest has no end."""
        table, identity = table_of(model), _identity(model)
        newest = sa.and_(table.c.recorded_to.is_(None), table.c.valid_to.is_(None))
        statement = sa.select(table, identity.c.key).join(identity, identity.c.id == table.c.id).where(newest, *where)
        return await rows(self.connection, statement.order_by(table.c.id))

    async def key_of(self, model: type[Fact], number: int) -> str:
        """The key of the object with a number, as a link holds it."""
        identity = _identity(model)
        return str(await self.connection.scalar(sa.select(identity.c.key).where(identity.c.id == number)))

    async def new_key(self, model: type[Fact], name: str) -> str:
        """The key of a new object, made from what names it; refused where the register has it already."""
        key = key_from_name(name)
        if await self.all_held(model, _identity(model).c.key == key):
            raise AlreadyRegistered(
                f"The register already holds the {model.noun.en} {key}.",
                remedy="Use it, or name the new one otherwise.",
            )
        return key

    async def add(self, model: type[Fact], key: str, facts: Mapping[str, Any], on: date) -> Changed:
        """Describe a new object from `on`; what rests on an invented example is one itself."""
        origin = {"provenance": await self._provenance(model, facts), **self._origin()}
        await self._write(model, key, {**facts, **origin}, on)
        self.after[f"{model.noun.table}:{key}"] = told(facts)
        return Changed(model, key, on)

    async def change(self, model: type[Fact], held: Held, facts: Mapping[str, Any], on: date) -> Changed:
        """Describe a held object anew from `on`, which must not lie before its newest description begins."""
        key = str(held["key"])
        if on < held["valid_from"]:
            raise OutOfOrder(
                f"The register already describes {key} from {held['valid_from']}; the deed is dated {on}.",
                remedy="Date the deed on that day or later, or correct what was recorded.",
            )
        await self._write(model, key, {**facts, **self._origin()}, on)
        subject = f"{model.noun.table}:{key}"
        earlier = {name: held.get(name) for name in facts}
        self.before[subject] = {**told(earlier), **self.before.get(subject, {})}
        self.after[subject] = {**self.after.get(subject, {}), **told(facts)}
        return Changed(model, key, on)

    def require_own(self, kind: str, key: str) -> None:
        """Refuse a role that is bound to one organisation and acts for another."""
        if self.viewer.role.bound_to == kind and self.viewer.organisation != key:
            raise NotYours(
                f"You act for {self.viewer.organisation}, and this concerns {key}.",
                remedy="Ask somebody who acts for it, or a case officer.",
            )

    def _refuse_outdated(self, model: type[Fact], held: Held) -> None:
        expected, found = self.expected_version, held["version"]
        if expected is not None and model.noun.table == self.deed.changes and found != expected:
            raise VersionConflict(
                f"{held['key']} was to be changed from version {expected}, but the register holds version {found}. "
                "Read it again and decide anew.",
                key=held["key"],
                expected=expected,
                found=found,
            )

    async def _write(self, model: type[Fact], key: str, facts: Mapping[str, Any], on: date) -> None:
        await record(self.connection, self.stamp, model, key, facts, valid_from=on)

    def _origin(self) -> dict[str, str]:
        law = {} if self.deed.law == "avtal" else {"legal_source": self.deed.law}
        return {"reference": f"auktor: {self.deed.name}, revision {self.stamp.number}", **law}

    async def _provenance(self, model: type[Fact], facts: Mapping[str, Any]) -> ProvenanceKind:
        """EXAMPLE where any object the facts link to is one, else OFFICIAL: the authority's own deed."""
        for column in table_of(model).columns:
            for key in column.foreign_keys:
                target = NOUNS.get(str(key.column.table.info.get("identity_of")))
                value = facts.get(column.name)
                if target is not None and value is not None and await self._is_example(target, value):
                    return ProvenanceKind.EXAMPLE
        return ProvenanceKind.OFFICIAL

    async def _is_example(self, model: type[Fact], key: str) -> bool:
        found = await self.all_held(model, _identity(model).c.key == key)
        return any(each["provenance"] is ProvenanceKind.EXAMPLE for each in found)


def facts_of(order: Any, *left_out: str) -> dict[str, Any]:  # noqa: ANN401 -- any declared input
    """The fields of an input as facts of the same names, but for those `left_out`."""
    return {each.name: getattr(order, each.name) for each in fields(order) if each.name not in left_out}


def _identity(model: type[Fact]) -> sa.Table:
    return table_of(model).metadata.tables[model.noun.identity]


def told(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as the audit log keeps them: plain JSON."""
    plain: dict[str, Any] = msgspec.to_builtins({name: value for name, value in facts.items() if name not in TWO_TIMES})
    return plain
