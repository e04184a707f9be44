"""The writer of the register: single objects here, whole files in `db.merge`, and what was done in `db.audit`.

A writing transaction calls `hold`, then `begin` once it knows that something changes, writes, and ends with `audit`.
What was recorded is never overwritten: an old version gets the end of its recorded period, a new one is added.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.errors import Refused
from auktor.core.vocabulary import ChangeKind
from db.facts import TWO_TIMES, Fact
from db.models import Change

_OWN_TIMES: Final = TWO_TIMES - {"valid_from", "valid_to"}

Version = Mapping[str, Any]


class VersionConflict(Refused):
    """Somebody else has recorded a newer version in the meantime."""

    code = "VERSION_CONFLICT"


class NotInRegister(Refused):
    """A key that the register does not hold, or does not describe on the day."""

    code = "NOT_IN_REGISTER"


class RevisionStamp(NamedTuple):
    """The number and the recorded time that everything written in one transaction carries."""

    number: int
    recorded_at: datetime


async def hold(connection: AsyncConnection) -> None:
    """Let no other writer in until this transaction ends; the revision stays as it is until `begin`."""
    await connection.exec_driver_sql("SELECT number FROM revision FOR UPDATE")


async def begin(connection: AsyncConnection) -> RevisionStamp:
    """Open the next revision; other writers wait until this transaction ends."""
    result = await connection.exec_driver_sql("SELECT number, recorded_at FROM begin_revision()")
    opened = result.one()
    return RevisionStamp(opened.number, opened.recorded_at)


async def record(  # noqa: PLR0913 -- the object, the day and the facts are what a description is
    connection: AsyncConnection,
    stamp: RevisionStamp,
    model: type[Fact],
    key: str,
    facts: Mapping[str, Any],
    *,
    valid_from: date,
    expected_version: int | None = None,
) -> int:
    """Describe an object anew from `valid_from` until its next description; gives the number of the new version.

    `facts` are values by column name, links by the target's key; what they leave out stays as it was. A key that is new
    makes a new object. `expected_version` is the version the caller has read for that day: another one is a
    `VersionConflict`.
    """
    held = await _held(connection, model, key)
    on_day = _on(held, valid_from)
    _refuse_outdated(key, on_day, expected_version)
    later = [version["valid_from"] for version in held if version["valid_from"] > valid_from]
    base = on_day or (held[0] if held else {"legal_source": model.noun.law})
    resolved = await _resolved(connection, model, facts)
    described = {**base, **resolved, "valid_from": valid_from, "valid_to": min(later, default=None)}
    before = [{**on_day, "valid_to": valid_from}] if on_day and on_day["valid_from"] < valid_from else []
    if on_day:
        await _close(connection, stamp, model, on_day["version"])
    change = ChangeKind.CHANGED if held else ChangeKind.ADDED
    return await _add(connection, stamp, model, key, [*before, described], change)


async def correct(  # noqa: PLR0913 -- as record()
    connection: AsyncConnection,
    stamp: RevisionStamp,
    model: type[Fact],
    key: str,
    facts: Mapping[str, Any],
    *,
    on: date,
    expected_version: int | None = None,
) -> int:
    """Put right the description of an object that holds on the day `on`, for as long as it holds.

    `facts` and `expected_version` are as for `record`; gives the number of the corrected version.
    """
    on_day = _on(await _held(connection, model, key), on)
    if on_day is None:
        raise NotInRegister(f"The register does not describe {key} on {on}. Check the key and the day.", key=key, on=on)
    _refuse_outdated(key, on_day, expected_version)
    resolved = await _resolved(connection, model, facts)
    await _close(connection, stamp, model, on_day["version"])
    return await _add(connection, stamp, model, key, [{**on_day, **resolved}], ChangeKind.CHANGED)


async def _held(connection: AsyncConnection, model: type[Fact], key: str) -> Sequence[Version]:
    """What the register now holds of an object, oldest description first."""
    table, identity = _tables(model)
    versions = sa.select(table).join(identity, identity.c.id == table.c.id)
    current = versions.where(identity.c.key == key, table.c.recorded_to.is_(None)).order_by(table.c.valid_from)
    found = (await connection.execute(current)).mappings()
    return [{str(name): value for name, value in row.items()} for row in found]


def _on(held: Sequence[Version], day: date) -> Version | None:
    return next((v for v in held if v["valid_from"] <= day and (v["valid_to"] is None or day < v["valid_to"])), None)


def _refuse_outdated(key: str, found: Version | None, expected: int | None) -> None:
    number = found["version"] if found else None
    if expected is not None and number != expected:
        raise VersionConflict(
            f"{key} was to be changed from version {expected}, but the register holds version {number}. "
            "Read it again and decide anew.",
            key=key,
            expected=expected,
            found=number,
        )


async def _resolved(connection: AsyncConnection, model: type[Fact], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts with every link's key as the number the database knows it by."""
    table, _ = _tables(model)
    return {name: await _number(connection, table.c[name], value) for name, value in facts.items()}


async def _number(connection: AsyncConnection, column: sa.Column[Any], value: Any) -> Any:  # noqa: ANN401 -- any fact
    target = next((key.column for key in column.foreign_keys if key.column.name == "id"), None)
    if target is None or value is None:
        return value
    found = await connection.scalar(sa.select(target).where(target.table.c.key == value))
    if found is None:
        noun = str(target.table.info["identity_of"]).replace("_", " ")
        raise NotInRegister(
            f"The register holds no {noun} {value}. Record it first, or correct the key.",
            key=value,
            path=column.name.removesuffix("_id"),
        )
    return found


async def _close(connection: AsyncConnection, stamp: RevisionStamp, model: type[Fact], version: int) -> None:
    table, _ = _tables(model)
    await connection.execute(sa.update(table).where(table.c.version == version).values(recorded_to=stamp.recorded_at))


async def _add(  # noqa: PLR0913, PLR0917 -- as record()
    connection: AsyncConnection,
    stamp: RevisionStamp,
    model: type[Fact],
    key: str,
    versions: Sequence[Version],
    change: ChangeKind,
) -> int:
    """Add versions of one object in one statement, so that they follow each other; gives the number of the last."""
    table, identity = _tables(model)
    number = await connection.scalar(sa.select(identity.c.id).where(identity.c.key == key))
    if number is None:
        number = await connection.scalar(sa.insert(identity).values(key=key).returning(identity.c.id))
    stamped = {"id": number, "revision": stamp.number, "recorded_from": stamp.recorded_at}
    kept = [column.name for column in table.columns if column.computed is None and column.name not in _OWN_TIMES]
    rows = [{**{name: version.get(name) for name in kept}, **stamped} for version in versions]
    await connection.execute(sa.insert(table).values(rows))
    await connection.execute(
        sa.insert(Change).values(
            revision=stamp.number,
            recorded_at=stamp.recorded_at,
            kind=table.name,
            key=key,
            change=change,
            public=not model.noun.withheld,
        )
    )
    newest = sa.select(sa.func.max(table.c.version)).where(
        table.c.id == number, table.c.recorded_to.is_(None), table.c.valid_from == versions[-1]["valid_from"]
    )
    return int(await connection.scalar(newest) or 0)


def _tables(model: type[Fact]) -> tuple[sa.Table, sa.Table]:
    tables = cast("Mapping[str, sa.Table]", model.metadata.tables)
    return tables[model.noun.table], tables[model.noun.identity]
