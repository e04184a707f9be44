"""Staged rows made whole: numbers for keys, what the header leaves out, where facts come from, until when they hold."""

# ruff: noqa: S608 -- names come from the declared tables, values are always parameters

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.vocabulary import ProvenanceKind
from db.facts import ORIGIN
from db.load.layout import VALID, Column
from db.load.staging import Stage


async def complete(connection: AsyncConnection, stages: Sequence[Stage]) -> None:
    """Make every stage as whole as files, manifest and register allow; what is still empty, `db.load.rules` finds.

    Every key of the load gets its number first, so that files may refer to each other in any order.
    """
    await number_keys(connection, stages)
    for stage in stages:
        if stage.layout.keyed:
            await _resolve(connection, stage)
            await _begin(connection, stage)
            await _keep_what_is_left_out(connection, stage)
            await _succeed(connection, stage)
        await _name_origin(connection, stage)


async def number_keys(connection: AsyncConnection, stages: Sequence[Stage]) -> None:
    """Give every staged key that is new to the register its number."""
    for stage in stages:
        if stage.layout.keyed:
            await _number_keys(connection, stage)


async def _number_keys(connection: AsyncConnection, stage: Stage) -> None:
    identity = stage.layout.identity
    await connection.exec_driver_sql(
        f"INSERT INTO {identity} (key) SELECT DISTINCT s.key FROM {stage.name} AS s "
        f"WHERE s.key IS NOT NULL AND NOT EXISTS (SELECT FROM {identity} AS i WHERE i.key = s.key) ORDER BY s.key"
    )


async def _resolve(connection: AsyncConnection, stage: Stage) -> None:
    told = [column for column in stage.layout.columns.values() if column.name in stage.source.header]
    numbers = [f"id = {_number(stage.layout.identity, 'key')}"]
    numbers += [f"{link.stored} = {_number(f'{link.target}_identity', link.name)}" for link in told if link.is_link]
    await connection.exec_driver_sql(f"UPDATE {stage.name} AS s SET {', '.join(numbers)}")


def _number(identity: str, key: str) -> str:
    return f"(SELECT i.id FROM {identity} AS i WHERE i.key = s.{key})"


async def _begin(connection: AsyncConnection, stage: Stage) -> None:
    """Without a first day in the row: the earliest of the facts that begin the object, else that of its one version."""
    table = stage.layout.table.name
    held = f"SELECT min(t.valid_from) FROM {table} AS t WHERE t.id = s.id AND t.recorded_to IS NULL"
    first = f"least({', '.join(stage.layout.begins)})" if stage.layout.begins else "NULL"
    await connection.exec_driver_sql(
        f"UPDATE {stage.name} AS s SET valid_from = coalesce({first}, ({held} HAVING count(*) = 1)) "
        "WHERE valid_from IS NULL"
    )


async def _keep_what_is_left_out(connection: AsyncConnection, stage: Stage) -> None:
    """Columns the header lacks keep what the register knows: of the version that holds on the row's first day."""
    kept = [column.stored for column in stage.layout.columns.values() if _is_left_out(stage, column)]
    if not kept:
        return
    held = (
        f"SELECT DISTINCT ON (s.ctid) s.ctid AS place, {', '.join(f't.{name}' for name in kept)} "
        f"FROM {stage.name} AS s "
        f"JOIN {stage.layout.table.name} AS t ON t.id = s.id AND t.recorded_to IS NULL "
        "ORDER BY s.ctid, t.valid_from > s.valid_from, abs(t.valid_from - s.valid_from)"
    )
    settings = ", ".join(f"{name} = held.{name}" for name in kept)
    await connection.exec_driver_sql(
        f"UPDATE {stage.name} AS s SET {settings} FROM ({held}) AS held WHERE held.place = s.ctid"
    )


def _is_left_out(stage: Stage, column: Column) -> bool:
    by_manifest = column.name in ORIGIN and getattr(stage.source.origin, column.name) is not None
    return column.name not in stage.source.header and column.name not in VALID and not by_manifest


async def _name_origin(connection: AsyncConnection, stage: Stage) -> None:
    origin = stage.source.origin
    told = {
        "provenance": origin.provenance or str(ProvenanceKind.REPORTED),
        "reference": origin.reference or stage.label,
        "legal_source": origin.legal_source or stage.layout.law,
    }
    names = [name for name in told if name in stage.layout.columns]
    settings = ", ".join(f"{name} = coalesce({name}, ${place}::text)" for place, name in enumerate(names, start=1))
    empty = " OR ".join(f"{name} IS NULL" for name in names)
    values = tuple(told[name] for name in names)
    await connection.exec_driver_sql(f"UPDATE {stage.name} SET {settings} WHERE {empty}", values)


async def _succeed(connection: AsyncConnection, stage: Stage) -> None:
    """A version holds until the next of its object begins; a day given otherwise stays, to be found by the rules."""
    await connection.exec_driver_sql(
        f"UPDATE {stage.name} AS s SET valid_to = next.day FROM ({followed_on(stage)}) AS next "
        "WHERE next.place = s.ctid AND next.day IS NOT NULL AND s.valid_to IS NULL"
    )


def followed_on(stage: Stage) -> str:
    """SQL for the day on which each staged row (`place`) is followed by the next version of its object, if it is."""
    after = "GROUPS BETWEEN 1 FOLLOWING AND 1 FOLLOWING"
    day = f"first_value(valid_from) OVER (PARTITION BY id ORDER BY valid_from {after})"
    return f"SELECT ctid AS place, {day} AS day FROM {stage.name}"
